/** Learners: one of them with the people around. */
import { queryOptions } from '@tanstack/react-query';
import type { LearnerDetail } from '../../contracts/learner.ts';
import { ask } from './request.ts';

export function learnerQuery(learnerId: string) {
  return queryOptions({
    queryKey: ['learner', learnerId],
    queryFn: ({ signal }) => ask<LearnerDetail>(`/learners/${learnerId}`, { signal }),
  });
}
