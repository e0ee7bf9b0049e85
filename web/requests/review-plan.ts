/** The week planner: which review on which day. */
import { queryOptions } from '@tanstack/react-query';
import type { ReviewPlan } from '../../contracts/review-plan.ts';
import { ask } from './request.ts';

export type { ReviewPlan } from '../../contracts/review-plan.ts';
export type PlannedReview = ReviewPlan['reviews'][number];

export const reviewPlanQuery = queryOptions({
  queryKey: ['my-cases', 'review-plan'],
  queryFn: ({ signal }) => ask<ReviewPlan>('/my-cases/review-plan', { signal }),
});

type ReviewToPlan = Pick<PlannedReview, 'dossierId' | 'dutyKey'> & { readonly day: string | null };

export function planReviews(plans: readonly ReviewToPlan[]): Promise<ReviewPlan> {
  return ask('/my-cases/review-plan', { method: 'POST', body: { plans } });
}
