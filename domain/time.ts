import { Temporal } from 'temporal-polyfill/implementation';

/**
 * Instants and calendar days, all in Europe/Riga. The only file that touches the date library: it asks it for
 * the zone's changes of offset, once per year, and does the rest with whole numbers, because due moments of
 * thousands of dossiers are computed at a time.
 *
 * Both types are plain strings that sort in time order and survive JSON.
 */

/** A moment: ISO 8601 in UTC with milliseconds, `2026-11-21T22:00:00.000Z`. */
export type Instant = string & { readonly __brand: 'Instant' };

/** A day in Europe/Riga, `2026-11-21`. */
export type CalendarDay = string & { readonly __brand: 'CalendarDay' };

/** A time on the clock, hours 0–23 and minutes 0–59. */
export type ClockTime = { readonly hour: number; readonly minute: number };

/** ISO day of the week: Monday 1 … Sunday 7. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

const ZONE = 'Europe/Riga';
const MINUTE = 60_000;
const HOUR = 3_600_000;
const DAY = 86_400_000;
/** Years taken from outside. Beyond them a date is a typing mistake; sums may go on to the year 9999. */
const FIRST_YEAR = 1900;
const LAST_YEAR = 2999;
const DAY_FORM = /^\d{4}-\d{2}-\d{2}$/;
const INSTANT_FORM = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;

type Civil = { readonly year: number; readonly month: number; readonly day: number };
type OffsetChange = { readonly at: number; readonly offset: number };
type YearOfOffsets = { readonly initial: number; readonly changes: readonly OffsetChange[] };

const offsetsByYear = new Map<number, YearOfOffsets>();

/** Whether the text is a real day of the years 1900–2999 in the form `YYYY-MM-DD`. */
export function isCalendarDay(text: unknown): text is CalendarDay {
  if (typeof text !== 'string' || !DAY_FORM.test(text)) return false;
  const { year, month, day } = civilOf(text);
  return (
    year >= FIRST_YEAR &&
    year <= LAST_YEAR &&
    month >= 1 &&
    month <= 12 &&
    day >= 1 &&
    day <= daysInMonth(year, month)
  );
}

/** Whether the text is a real moment in exactly the form of {@link Instant}. */
export function isInstant(text: unknown): text is Instant {
  if (typeof text !== 'string' || !INSTANT_FORM.test(text) || !isCalendarDay(text.slice(0, 10))) return false;
  return digits(text, 11, 2) <= 23 && digits(text, 14, 2) <= 59 && digits(text, 17, 2) <= 59;
}

/** The day a text names, or `null`. */
export function parseCalendarDay(text: unknown): CalendarDay | null {
  return isCalendarDay(text) ? text : null;
}

/**
 * The moment a text names, or `null`. Takes any ISO 8601 date and time with `Z` or an offset; what is finer
 * than a millisecond is cut off.
 */
export function parseInstant(text: unknown): Instant | null {
  if (isInstant(text)) return text;
  if (typeof text !== 'string') return null;
  try {
    const made = formatInstant(Temporal.Instant.from(text).epochMilliseconds);
    return isInstant(made) ? made : null;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** A day from trusted text. Throws a RangeError where the text is none. */
export function calendarDay(text: string): CalendarDay {
  if (!isCalendarDay(text)) throw new RangeError(`Not a calendar day (YYYY-MM-DD, 1900–2999): ${text}`);
  return text;
}

/** A moment from trusted text in exactly the form of {@link Instant}. Throws a RangeError otherwise. */
export function instant(text: string): Instant {
  if (!isInstant(text)) throw new RangeError(`Not an instant (YYYY-MM-DDTHH:MM:SS.sssZ): ${text}`);
  return text;
}

/** The day in Riga to which a moment belongs; 24:00 belongs to the next day. */
export function dayOf(moment: Instant): CalendarDay {
  const at = epochOf(moment);
  return dayFromNumber(Math.floor((at + offsetAt(at)) / DAY));
}

/** What the clock in Riga shows at a moment, seconds cut off. */
export function localTime(moment: Instant): ClockTime {
  const at = epochOf(moment);
  const inDay = modulo(at + offsetAt(at), DAY);
  return { hour: Math.floor(inDay / HOUR), minute: Math.floor((inDay % HOUR) / MINUTE) };
}

/** 00:00 of a day. */
export function startOfDay(day: CalendarDay): Instant {
  return formatInstant(epochOfLocal(dayNumber(day) * DAY));
}

/** 24:00 of a day, the same moment as 00:00 of the next one. What is due on a day is late from here on. */
export function endOfDay(day: CalendarDay): Instant {
  return formatInstant(epochOfLocal((dayNumber(day) + 1) * DAY));
}

/**
 * A clock time on a day, hour 0–23, minute 0–59; a RangeError otherwise.
 * On the last Sunday of March 3:00–3:59 does not exist: the moment is as long after 3:00 as asked (3:30 is
 * 4:30 on the clock). On the last Sunday of October 3:00–3:59 comes twice: the first one is meant.
 */
export function atTime(day: CalendarDay, hour: number, minute: number): Instant {
  if (!isWholeWithin(hour, 23) || !isWholeWithin(minute, 59)) {
    throw new RangeError(`Not a time on the clock: ${hour}:${minute}`);
  }
  return formatInstant(epochOfLocal(dayNumber(day) * DAY + hour * HOUR + minute * MINUTE));
}

/** `count` days later, earlier where negative. */
export function addDays(day: CalendarDay, count: number): CalendarDay {
  return dayFromNumber(dayNumber(day) + count);
}

/** The same day number `count` months later, or the month's last day where there is none (`calendar.md`). */
export function addMonths(day: CalendarDay, count: number): CalendarDay {
  const civil = civilOf(day);
  const months = civil.year * 12 + civil.month - 1 + count;
  const year = Math.floor(months / 12);
  const month = months - year * 12 + 1;
  return formatDay({ year, month, day: Math.min(civil.day, daysInMonth(year, month)) });
}

/** Calendar days from one day to another; negative where `to` is earlier. */
export function daysBetween(from: CalendarDay, to: CalendarDay): number {
  return dayNumber(to) - dayNumber(from);
}

/** `count` minutes of elapsed time later; changes of the clock play no part. */
export function addMinutes(moment: Instant, count: number): Instant {
  return plusMilliseconds(moment, count * MINUTE);
}

/** `count` milliseconds later, earlier where negative. */
export function plusMilliseconds(moment: Instant, count: number): Instant {
  return formatInstant(epochOf(moment) + count);
}

/** Milliseconds from one moment to another; negative where `to` is earlier. */
export function millisecondsBetween(from: Instant, to: Instant): number {
  return epochOf(to) - epochOf(from);
}

/** Order in time of two moments or of two days, as `Array.sort` wants it. */
export function compare<T extends Instant | CalendarDay>(a: T, b: T): -1 | 0 | 1 {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** The earliest of some moments or days. */
export function minOf<T extends Instant | CalendarDay>(first: T, ...others: readonly T[]): T {
  return others.reduce((least, next) => (next < least ? next : least), first);
}

/** The latest of some moments or days. */
export function maxOf<T extends Instant | CalendarDay>(first: T, ...others: readonly T[]): T {
  return others.reduce((most, next) => (next > most ? next : most), first);
}

/** Day of the week, Monday 1 … Sunday 7. */
export function weekday(day: CalendarDay): Weekday {
  return weekdayOfNumber(dayNumber(day));
}

/** Day of the week of a day number ({@link dayNumber}). 1970-01-01 was a Thursday. */
export function weekdayOfNumber(number: number): Weekday {
  return (modulo(number + 3, 7) + 1) as Weekday;
}

/** Days since 1970-01-01, for loops over many days. */
export function dayNumber(day: CalendarDay): number {
  return numberOfCivil(digits(day, 0, 4), digits(day, 5, 2), digits(day, 8, 2));
}

/** The day with a number of {@link dayNumber}. Throws a RangeError outside the years 0–9999. */
export function dayFromNumber(number: number): CalendarDay {
  return formatDay(civilOfNumber(number));
}

/** Year, month 1–12 and day 1–31 of a day. */
export function civilOf(day: string): Civil {
  return { year: digits(day, 0, 4), month: digits(day, 5, 2), day: digits(day, 8, 2) };
}

/** The day of a year, month 1–12 and day; a day number the month does not have becomes its last day. */
export function dayOfCivil(year: number, month: number, day: number): CalendarDay {
  return formatDay({ year, month, day: Math.min(day, daysInMonth(year, month)) });
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Days from 1970-01-01 in the proleptic Gregorian calendar, counted in years that begin in March. */
function numberOfCivil(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

/** The inverse of {@link numberOfCivil}. */
function civilOfNumber(number: number): Civil {
  const z = number + 719_468;
  const era = Math.floor(z / 146_097);
  const dayOfEra = z - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1;
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day };
}

function epochOf(moment: Instant): number {
  const day = numberOfCivil(digits(moment, 0, 4), digits(moment, 5, 2), digits(moment, 8, 2));
  return (
    day * DAY +
    digits(moment, 11, 2) * HOUR +
    digits(moment, 14, 2) * MINUTE +
    digits(moment, 17, 2) * 1000 +
    digits(moment, 20, 3)
  );
}

function formatInstant(epoch: number): Instant {
  const inDay = modulo(epoch, DAY);
  const day = formatDay(civilOfNumber(Math.floor(epoch / DAY)));
  const hour = padded(Math.floor(inDay / HOUR), 2);
  const minute = padded(Math.floor((inDay % HOUR) / MINUTE), 2);
  const second = padded(Math.floor((inDay % MINUTE) / 1000), 2);
  return `${day}T${hour}:${minute}:${second}.${padded(inDay % 1000, 3)}Z` as Instant;
}

function formatDay({ year, month, day }: Civil): CalendarDay {
  if (!isWholeWithin(year, 9999)) throw new RangeError(`Year out of range: ${year}`);
  return `${padded(year, 4)}-${padded(month, 2)}-${padded(day, 2)}` as CalendarDay;
}

/** Milliseconds by which the clock in Riga is ahead of UTC at a moment. */
function offsetAt(epoch: number): number {
  const { initial, changes } = offsetsOf(civilOfNumber(Math.floor(epoch / DAY)).year);
  let offset = initial;
  for (const change of changes) if (epoch >= change.at) offset = change.offset;
  return offset;
}

/**
 * The moment when the clock in Riga shows a local time (milliseconds as if it were UTC). No change of the zone
 * moves the clock by a day, and no two come within two days, so the offsets a day before and after are the two
 * candidates; the earlier one wins in an overlap and in a gap.
 */
function epochOfLocal(local: number): number {
  const before = offsetAt(local - DAY);
  const after = offsetAt(local + DAY);
  if (before === after || offsetAt(local - before) === before) return local - before;
  return offsetAt(local - after) === after ? local - after : local - before;
}

/** The zone's offsets in one year of UTC; remembered, as they are the same for one build of the zone data. */
function offsetsOf(year: number): YearOfOffsets {
  const known = offsetsByYear.get(year);
  if (known !== undefined) return known;
  const end = numberOfCivil(year + 1, 1, 1) * DAY;
  let zoned: Temporal.ZonedDateTime | null = Temporal.Instant.fromEpochMilliseconds(
    numberOfCivil(year, 1, 1) * DAY,
  ).toZonedDateTimeISO(ZONE);
  const initial = millisecondOffset(zoned);
  const changes: OffsetChange[] = [];
  for (;;) {
    zoned = zoned.getTimeZoneTransition('next');
    if (zoned === null || zoned.epochMilliseconds >= end) break;
    changes.push({ at: zoned.epochMilliseconds, offset: millisecondOffset(zoned) });
  }
  const made = { initial, changes };
  offsetsByYear.set(year, made);
  return made;
}

function millisecondOffset(zoned: Temporal.ZonedDateTime): number {
  return Math.round(zoned.offsetNanoseconds / 1_000_000);
}

/** The whole number that `length` digits of a text spell; NaN-free because the forms are checked on entry. */
function digits(text: string, start: number, length: number): number {
  let value = 0;
  for (let index = start; index < start + length; index += 1)
    value = value * 10 + text.charCodeAt(index) - 48;
  return value;
}

function padded(value: number, length: number): string {
  return String(value).padStart(length, '0');
}

function modulo(value: number, divisor: number): number {
  return ((value % divisor) + divisor) % divisor;
}

function isWholeWithin(value: number, most: number): boolean {
  return Number.isInteger(value) && value >= 0 && value <= most;
}
