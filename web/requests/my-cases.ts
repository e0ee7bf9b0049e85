/** The open cases that the person works with. */
import { queryOptions } from '@tanstack/react-query';
import type { MyCases } from '../../contracts/my-cases.ts';
import { ask } from './request.ts';

export type MyCase = MyCases['items'][number];

export const myCasesQuery = queryOptions({
  queryKey: ['my-cases'],
  queryFn: ({ signal }) => ask<MyCases>('/my-cases', { signal }),
});
