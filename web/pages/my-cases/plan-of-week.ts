/** Which week of the plan is shown, and where a review stands in it. Pure. */
import type { PlannedReview } from '../../requests/review-plan.ts';

/** The day chosen, else the one proposed; null where there is none. */
export function dayOfReview({ plannedOn, proposedOn }: PlannedReview): string | null {
  return plannedOn ?? proposedOn;
}

/** The place of the week asked for; else of the one with the first of these days; else the first. */
export function weekShown(
  weeks: readonly { readonly monday: string }[],
  days: readonly (string | null)[],
  asked: string | undefined,
): number {
  const named = weeks.findIndex(({ monday }) => monday === asked);
  if (named >= 0) return named;
  const [first] = days.filter((day) => day !== null).toSorted();
  return Math.max(0, first === undefined ? 0 : weeks.findLastIndex(({ monday }) => monday <= first));
}
