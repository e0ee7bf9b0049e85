/** Referrals of the institution acted for, received and sent. */
import { infiniteQueryOptions } from '@tanstack/react-query';
import type { ReferralView } from '../../contracts/referral.ts';
import { ask, queryOf } from './request.ts';

export type { ReferralView } from '../../contracts/referral.ts';

type ReferralPage = { readonly items: readonly ReferralView[]; readonly next: string | null };

export type ReferralQuestion = {
  readonly status?: 'waitsForUs' | 'waitsForOthers' | 'closed' | undefined;
  readonly side?: 'in' | 'out' | undefined;
  readonly kindCode?: string | undefined;
  readonly caseNumber?: string | undefined;
  readonly dossierId?: string | undefined;
};

/** Received and sent in one case. */
export function referralsOfDossier(dossierId: string) {
  return referralsQuery({ dossierId });
}

/** What waits first, by its next due moment; page after page. */
export function referralsQuery(question: ReferralQuestion) {
  return infiniteQueryOptions({
    queryKey: ['referrals', question],
    queryFn: ({ pageParam, signal }) =>
      ask<ReferralPage>(`/referrals${queryOf({ ...question, limit: 50, cursor: pageParam })}`, { signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
    select: ({ pages }) => pages.flatMap(({ items }) => items),
  });
}
