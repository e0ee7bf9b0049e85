/**
 * On which working day each monthly review is held, for somebody with forty cases (rules of conduct 26). A plan of
 * one's own: it never moves a due day.
 */
import { isWorkingDay, type WorkingCalendar } from '../calendar/index.ts';
import { addDays, type CalendarDay, compare, dayOf, daysBetween, type Instant, startOfDay } from '../time.ts';
import type { Duty } from './duty.ts';

/** Most reviews on one day, unless there is no room left before a due day. */
export const reviewsADay = 2;

export type ReviewToPlan = {
  /** Names it among the others. */
  readonly key: string;
  readonly dueDay: CalendarDay;
  /** The day that the person has chosen, if any. */
  readonly plannedOn: CalendarDay | null;
};

/** Away from `from` until `until`, the first moment back at work; null: not known. */
export type Away = { readonly from: Instant; readonly until: Instant | null };

/** Whether holding a review settles the duty: what the planner spreads. */
export function isReview({ settledBy = [], due }: Pick<Duty, 'settledBy' | 'due'>): boolean {
  return due !== null && settledBy.some(({ type }) => type === 'review.held');
}

/** Days on which the person works, from the first to the last, both included. */
export function daysAtWork(
  calendar: WorkingCalendar,
  away: readonly Away[],
  first: CalendarDay,
  last: CalendarDay,
): readonly CalendarDay[] {
  return Array.from({ length: daysBetween(first, last) + 1 }, (_, index) => addDays(first, index)).filter(
    (day) => isWorkingDay(calendar, day) && !isAway(away, day),
  );
}

/** Whether any part of the day is leave. */
export function isAway(away: readonly Away[], day: CalendarDay): boolean {
  return away.some(({ from, until }) => dayOf(from) <= day && (until === null || until > startOfDay(day)));
}

/** The days of `days` on which it may be held: up to its due day; once that has passed, any. */
export function daysFor(
  dueDay: CalendarDay,
  days: readonly CalendarDay[],
  today: CalendarDay,
): readonly CalendarDay[] {
  return dueDay < today ? days : days.filter((day) => day <= dueDay);
}

/**
 * The day proposed for each review that has none yet, from `days` at work; null where there is none before its due day.
 * The last day that has room, so that the month is used and tomorrow's proposal is the same as today's; where no day has
 * room, the emptiest one. What is overdue comes first and at once. Days that people chose count and stay.
 */
export function spreadReviews(
  reviews: readonly ReviewToPlan[],
  days: readonly CalendarDay[],
  today: CalendarDay,
): ReadonlyMap<string, CalendarDay | null> {
  const load = new Map(days.map((day) => [day, 0]));
  const take = (day: CalendarDay) => void load.set(day, (load.get(day) ?? 0) + 1);
  for (const { plannedOn } of reviews) if (plannedOn !== null) take(plannedOn);
  const waiting = reviews
    .filter(({ plannedOn }) => plannedOn === null)
    .toSorted((a, b) => compare(a.dueDay, b.dueDay) || (a.key < b.key ? -1 : 1));
  const proposed = new Map<string, CalendarDay | null>();
  for (const { key, dueDay } of waiting) {
    const possible = daysFor(dueDay, days, today);
    const room = (day: CalendarDay) => (load.get(day) ?? 0) < reviewsADay;
    const chosen =
      (dueDay < today ? possible.find(room) : possible.findLast(room)) ?? emptiest(possible, load) ?? null;
    if (chosen !== null) take(chosen);
    proposed.set(key, chosen);
  }
  return proposed;
}

function emptiest(
  days: readonly CalendarDay[],
  load: ReadonlyMap<CalendarDay, number>,
): CalendarDay | undefined {
  return days.toSorted((a, b) => (load.get(a) ?? 0) - (load.get(b) ?? 0))[0];
}
