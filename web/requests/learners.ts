/** Learners: one of them with the people around; searching before a new one is registered. */
import { queryOptions } from '@tanstack/react-query';
import type { ContactToSave, LearnerDetail, LearnerSearch, LearnerWritten } from '../../contracts/learner.ts';
import { ask } from './request.ts';

export type { ContactToSave, LearnerDetail } from '../../contracts/learner.ts';
export type LearnerHit = LearnerSearch['here'][number];

export function learnerQuery(learnerId: string) {
  return queryOptions({
    queryKey: ['learner', learnerId],
    queryFn: ({ signal }) => ask<LearnerDetail>(`/learners/${learnerId}`, { signal }),
  });
}

/** By parts of the name or a class; with a birth date, whether somebody like this is known elsewhere. Each one is logged. */
export function learnerSearchQuery(name: string, birthDate?: string) {
  return queryOptions({
    queryKey: ['learner-search', name, birthDate ?? ''],
    queryFn: ({ signal }) =>
      ask<LearnerSearch>('/learners/search', {
        method: 'POST',
        body: { name, ...(birthDate === undefined ? {} : { birthDate }) },
        signal,
      }),
    staleTime: 60_000,
  });
}

/** Says who a learner's siblings are, in the place of what was said before. */
export function changeSiblings(
  { learnerId, siblingIds }: { readonly learnerId: string; readonly siblingIds: readonly string[] },
  idempotencyKey: string,
): Promise<LearnerWritten> {
  return ask(`/learners/${learnerId}/siblings`, { method: 'POST', body: { siblingIds }, idempotencyKey });
}

export type LearnerToRegister = {
  readonly firstName: string;
  readonly lastName: string;
  readonly birthDate?: string;
  readonly classId?: string;
  readonly contacts: readonly ContactToSave[];
  readonly residence?: { readonly own: { readonly declared: 'in'; readonly municipality: string } };
  readonly notDuplicate?: boolean;
};

export function registerLearner(learner: LearnerToRegister, idempotencyKey: string): Promise<LearnerWritten> {
  return ask('/learners', { method: 'POST', body: learner, idempotencyKey });
}
