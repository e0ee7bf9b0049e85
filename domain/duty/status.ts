/** How a duty stands at an instant. Late begins at the end of the due day; “today” is not late. */
import { dayOf, daysBetween, type Instant } from '../time.ts';
import type { Duty } from './duty.ts';

/**
 * `notYet`: not open before its day (“open from day 7”); `untimed`: shown until done;
 * `plannedPassed`: the day of a quiet default term is over, which is no lateness (rules of conduct 7);
 * `answerUnknown`: the owing institution has no active user, so nothing is known (rules of conduct 13).
 */
export type DutyStatus =
  | 'notYet'
  | 'open'
  | 'dueToday'
  | 'late'
  | 'plannedPassed'
  | 'untimed'
  | 'takenOver'
  | 'answerUnknown'
  | 'fulfilled'
  | 'superseded'
  | 'waived'
  | 'closed';

type StandingDuty = Pick<
  Duty,
  'settled' | 'takenOver' | 'answerUnknown' | 'due' | 'opensOn' | 'force' | 'danger' | 'sameDay' | 'immediate'
>;

/** The status at an instant. Total. */
export function statusAt(duty: StandingDuty, at: Instant): DutyStatus {
  if (duty.settled !== null) return duty.settled.how;
  if (duty.takenOver) return 'takenOver';
  if (duty.answerUnknown) return 'answerUnknown';
  if (duty.due === null) return 'untimed';
  if (at >= duty.due.at) return isQuiet(duty) ? 'plannedPassed' : 'late';
  if (dayOf(at) < duty.opensOn) return 'notYet';
  return dayOf(at) === duty.due.day ? 'dueToday' : 'open';
}

/**
 * A default term is quiet: no late word, digest only, no rung, until the municipality adopts it; danger, same-day
 * and immediate duties never are (rules of conduct 7).
 */
export function isQuiet(duty: Pick<Duty, 'force' | 'danger' | 'sameDay' | 'immediate'>): boolean {
  return duty.force.term === 'default' && !duty.danger && !duty.sameDay && !duty.immediate;
}

/** Calendar days of lateness at an instant, 0 where it is not late. The day after the due day is the first. */
export function daysLate(duty: StandingDuty, at: Instant): number {
  return statusAt(duty, at) === 'late' && duty.due !== null ? daysBetween(duty.due.day, dayOf(at)) : 0;
}

/** Recorded so late that it was due before its owner could see it (“ierakstīts vēlāk”, rules of conduct 11). */
export function isRecordedLater(duty: Pick<Duty, 'due' | 'knownAt'>): boolean {
  return duty.due !== null && duty.due.at <= duty.knownAt;
}
