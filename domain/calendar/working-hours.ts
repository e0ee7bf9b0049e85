/** When people can be expected to read and answer: working hours and the moments that follow from them. */
import {
  atTime,
  type ClockTime,
  dayOf,
  type Instant,
  localTime,
  millisecondsBetween,
  plusMilliseconds,
} from '../time.ts';
import { isWorkingDay, nextWorkingDay, type WorkingCalendar } from './working-calendar.ts';

/** Hours of every working day, a worked Saturday too: `from` is inside, `until` is not and comes later. */
export type WorkingHours = { readonly from: ClockTime; readonly until: ClockTime };

export const DEFAULT_WORKING_HOURS: WorkingHours = {
  from: { hour: 8, minute: 0 },
  until: { hour: 17, minute: 0 },
};

/** When the morning's digest goes out. */
export const DIGEST_TIME: ClockTime = { hour: 7, minute: 30 };

/** The moment itself where it lies in working hours, else the next moment at which they begin. */
export function nextWorkingMoment(calendar: WorkingCalendar, hours: WorkingHours, moment: Instant): Instant {
  const day = dayOf(moment);
  if (isWorkingDay(calendar, day)) {
    const opens = atTime(day, hours.from.hour, hours.from.minute);
    if (moment < opens) return opens;
    if (moment < atTime(day, hours.until.hour, hours.until.minute)) return moment;
  }
  return atTime(nextWorkingDay(calendar, day), hours.from.hour, hours.from.minute);
}

/**
 * The first digest after the moment: `time` on a working day, strictly later than the moment. So what falls due at
 * 00:00 goes with the digest of the same morning, and the digest sent at 7.30 sharp is followed by the next
 * working day's.
 */
export function nextDigestMoment(
  calendar: WorkingCalendar,
  moment: Instant,
  time: ClockTime = DIGEST_TIME,
): Instant {
  const day = dayOf(moment);
  if (isWorkingDay(calendar, day)) {
    const today = atTime(day, time.hour, time.minute);
    if (moment < today) return today;
  }
  return atTime(nextWorkingDay(calendar, day), time.hour, time.minute);
}

/** The same clock time on the next working day (rules of conduct 11: one working day before any late notice). */
export function plusOneWorkingDay(calendar: WorkingCalendar, moment: Instant): Instant {
  const day = dayOf(moment);
  const { hour, minute } = localTime(moment);
  // Seconds are the same in Riga and in UTC, so they are carried over from the UTC text.
  const wholeMinute = `${moment.slice(0, 17)}00.000Z` as Instant;
  const rest = millisecondsBetween(wholeMinute, moment);
  return plusMilliseconds(atTime(nextWorkingDay(calendar, day), hour, minute), rest);
}
