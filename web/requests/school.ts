/** What a school waits for from others past its time, and what stands before a complaint about it. */
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { BeforeComplaint } from '../../contracts/complaint.ts';
import type { DutyView } from '../../contracts/duty.ts';
import { ask, queryOf } from './request.ts';

export type { BeforeComplaint } from '../../contracts/complaint.ts';

type DutyPage = { readonly items: readonly DutyView[]; readonly next: string | null };

/** Late duties that wait for the institution and that another one owes; the longest late first. */
export function stalledQuery(institutionId: string) {
  return infiniteQueryOptions({
    queryKey: ['duties', 'stalled', institutionId],
    queryFn: ({ pageParam, signal }) =>
      ask<DutyPage>(
        `/duties/overdue${queryOf({ owedToInstitutionId: institutionId, limit: 100, cursor: pageParam })}`,
        { signal },
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
    select: ({ pages }) =>
      pages
        .flatMap(({ items }) => items)
        .filter(
          ({ duty: { owedBy } }) => 'institutionId' in owedBy && owedBy.institutionId !== institutionId,
        ),
  });
}

/** Fetched anew with the facts of the dossier. */
export function beforeComplaintQuery(dossierId: string, dutyKey: string) {
  return queryOptions({
    queryKey: ['facts', dossierId, 'before-complaint', dutyKey],
    queryFn: ({ signal }) =>
      ask<BeforeComplaint>(`/dossiers/${dossierId}/before-complaint${queryOf({ dutyKey })}`, { signal }),
  });
}
