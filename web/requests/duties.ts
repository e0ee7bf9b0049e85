/** Duties: mine, of others towards me, of one case. */
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { z } from 'zod';
import type { DutyView, dutyToTake } from '../../contracts/duty.ts';
import { ask, queryOf } from './request.ts';

export type { DutyView } from '../../contracts/duty.ts';

type DutyPage = { readonly items: readonly DutyView[]; readonly next: string | null };

const pageSize = 200;

/**
 * Open duties that the person owes, or that others owe to them; page after page. `own`: of what the institution owes
 * only what the person has taken on.
 */
export function openDutiesQuery(side: 'mine' | 'owedToMe', own = false) {
  return infiniteQueryOptions({
    queryKey: ['duties', side, own],
    queryFn: ({ pageParam, signal }) =>
      ask<DutyPage>(
        `/duties${queryOf({ [side]: true, ...(own ? { own } : {}), status: 'open', limit: pageSize, cursor: pageParam })}`,
        { signal },
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
    select: ({ pages }) => pages.flatMap(({ items }) => items),
  });
}

/** All duties of a dossier, settled ones too. */
export function dutiesOfDossier(dossierId: string) {
  return queryOptions({
    queryKey: ['duties', 'dossier', dossierId],
    queryFn: ({ signal }) => allPages({ dossierId }, signal),
  });
}

/** Keys of the open duties of a dossier that the person owes. */
export function ownDutiesOfDossier(dossierId: string) {
  return queryOptions({
    queryKey: ['duties', 'dossier', dossierId, 'own'],
    queryFn: async ({ signal }) =>
      (await allPages({ dossierId, mine: true, status: 'open' }, signal)).map(({ duty }) => duty.key),
  });
}

async function allPages(
  filter: Readonly<Record<string, string | boolean>>,
  signal: AbortSignal,
): Promise<readonly DutyView[]> {
  const found: DutyView[] = [];
  let cursor: string | undefined;
  do {
    const page: DutyPage = await ask(`/duties${queryOf({ ...filter, limit: pageSize, cursor })}`, { signal });
    found.push(...page.items);
    cursor = page.next ?? undefined;
  } while (cursor !== undefined);
  return found;
}

/** Says who of the institution does what it owes; null: nobody any more. Pressed again it changes nothing. */
export async function takeDuty(taken: z.infer<typeof dutyToTake>): Promise<void> {
  await ask('/duties/taken', { method: 'POST', body: taken });
}
