/** Institutions to turn to, and the people one works with. */
import { queryOptions } from '@tanstack/react-query';
import type { DirectoryAnswer } from '../../contracts/directory.ts';
import type { ColleagueList } from '../../contracts/staff.ts';
import { ask, queryOf } from './request.ts';

/** Receivers that fit what is typed; of a dossier, those of the responsible municipality first. */
export function receiversQuery(dossierId: string, search: string) {
  return queryOptions({
    queryKey: ['directory', dossierId, search],
    queryFn: ({ signal }) =>
      ask<DirectoryAnswer>(
        `/directory${queryOf({ dossierId, limit: 50, search: search === '' ? undefined : search })}`,
        { signal },
      ),
    staleTime: 300_000,
  });
}

/** Institutions by words of name, address or municipality, those of the own municipality first. */
export function institutionsQuery(search: string) {
  return queryOptions({
    queryKey: ['directory', '', search],
    queryFn: ({ signal }) =>
      ask<DirectoryAnswer>(
        `/directory${queryOf({ limit: 50, search: search === '' ? undefined : search })}`,
        {
          signal,
        },
      ),
    staleTime: 300_000,
  });
}

/** Who works in the own institution, by name and role. */
export const colleaguesQuery = queryOptions({
  queryKey: ['colleagues'],
  queryFn: ({ signal }) => ask<ColleagueList>('/colleagues', { signal }),
  staleTime: 300_000,
});
