/** Accesses in an emergency and excluded persons. */
import { queryOptions } from '@tanstack/react-query';
import type { Oversight } from '../../contracts/oversight.ts';
import { ask } from './request.ts';

export type Emergency = Oversight['emergencies'][number];
export type Exclusion = Oversight['exclusions'][number];

/** To ask is a look too, so it is not asked again by itself; a review that was recorded renews it. */
export const oversightQuery = queryOptions({
  queryKey: ['facts', 'oversight'],
  queryFn: ({ signal }) => ask<Oversight>('/oversight', { signal }),
  refetchOnWindowFocus: false,
});
