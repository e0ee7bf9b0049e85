/** Opening a concern or a case. */
import { queryOptions } from '@tanstack/react-query';
import type { DossierRow, Written } from '../../contracts/dossier.ts';
import type { ProcedureList } from '../../contracts/procedure-list.ts';
import type { NewFact } from './dossiers.ts';
import { ask, queryOf } from './request.ts';

/** What new dossiers follow: the first procedure that children’s cases run on. */
export const procedureQuery = queryOptions({
  queryKey: ['procedures'],
  queryFn: async ({ signal }) => {
    const { items } = await ask<ProcedureList>('/procedures', { signal });
    return items.find(({ runsOn }) => runsOn !== 'institutionYear')?.id ?? '';
  },
  staleTime: Number.POSITIVE_INFINITY,
});

export type NewDossier = {
  readonly kind: 'concern' | 'case';
  readonly schoolId: string;
  readonly procedureId: string;
  readonly learnerId?: string;
  readonly learner?: { readonly firstName: string; readonly lastName: string; readonly className: string };
  readonly facts: readonly NewFact[];
};

export function openDossier(dossier: NewDossier, idempotencyKey: string): Promise<Written> {
  return ask('/dossiers', { method: 'POST', body: dossier, idempotencyKey });
}

/** The case of this number, if the person may know of it. */
export function caseNumberQuery(caseNumber: string) {
  return queryOptions({
    queryKey: ['dossiers', 'number', caseNumber],
    queryFn: ({ signal }) =>
      ask<{ readonly items: readonly DossierRow[] }>(`/dossiers${queryOf({ caseNumber, limit: 5 })}`, {
        signal,
      }),
    staleTime: 60_000,
  });
}
