/** Open cases: those that the person works with, and those of the school. */
import { queryOptions } from '@tanstack/react-query';
import type { MyCases } from '../../contracts/my-cases.ts';
import { ask, queryOf } from './request.ts';

export type MyCase = MyCases['items'][number];

export const myCasesQuery = queryOptions({
  queryKey: ['my-cases'],
  queryFn: ({ signal }) => ask<MyCases>('/my-cases', { signal }),
});

/** Those of the school acted for that the person may see, or of one of its classes. */
export function schoolCasesQuery(schoolId: string, classId: string | undefined) {
  return queryOptions({
    queryKey: ['my-cases', schoolId, classId ?? 'all'],
    queryFn: ({ signal }) => ask<MyCases>(`/my-cases${queryOf({ whose: 'school', classId })}`, { signal }),
  });
}
