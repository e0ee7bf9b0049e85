/**
 * Which days are worked. A calendar is plain data: the shipped tables with a municipality's own changes applied,
 * under a version that names its content. The rules that hold for any year are code (`holidays.ts`).
 */
import { type CalendarDay, civilOf, compare, dayFromNumber, dayNumber, weekdayOfNumber } from '../time.ts';
import type { Bilingual } from './bilingual.ts';
import { type Holiday, holidaysOf, ONE_OFF_HOLIDAYS } from './holidays.ts';
import { MOVED_DAYS, type MovedDay } from './moved-days.ts';

/** Grows with every change of the shipped rules and tables. */
const TABLES = 'lv-2026.1';

/** JSON-safe. Make one with {@link makeCalendar}, never change one in place: answers are remembered per object. */
export type WorkingCalendar = {
  /** Equal content, equal version. */
  readonly version: string;
  /** Whether the municipality follows the cabinet's orders on moved working days. */
  readonly movedDaysOn: boolean;
  readonly extraHolidays: readonly Holiday[];
  readonly movedDays: readonly MovedDay[];
  /** Days that the rules call holidays and that are none here. */
  readonly removedHolidays: readonly CalendarDay[];
};

/** One line of the table that an administrator edits; later lines win. `source`: the law or order it comes from. */
export type CalendarChange =
  | {
      readonly kind: 'holidayAdded';
      readonly day: CalendarDay;
      readonly name: Bilingual;
      readonly source: string;
    }
  | { readonly kind: 'holidayRemoved'; readonly day: CalendarDay; readonly source: string }
  | {
      readonly kind: 'movedDayAdded';
      readonly free: CalendarDay;
      readonly worked: CalendarDay;
      readonly source: string;
    }
  | { readonly kind: 'movedDayRemoved'; readonly free: CalendarDay; readonly source: string };

/** `movedDaysOn` is true unless switched off. */
export type CalendarConfig = {
  readonly movedDaysOn?: boolean;
  readonly changes?: readonly CalendarChange[];
};

/** Why a day is not worked. A holiday on a Sunday is a holiday; a day off by order is `movedFree`. */
export type NonWorkingReason = {
  readonly kind: 'weekend' | 'holiday' | 'movedFree';
  readonly name: Bilingual;
};

const SATURDAY: NonWorkingReason = { kind: 'weekend', name: { lv: 'sestdiena', en: 'Saturday' } };
const SUNDAY: NonWorkingReason = { kind: 'weekend', name: { lv: 'svētdiena', en: 'Sunday' } };
const MOVED_FREE: NonWorkingReason = {
  kind: 'movedFree',
  name: { lv: 'pārceltā brīvdiena', en: 'day off moved by order' },
};

const remembered = new WeakMap<WorkingCalendar, Map<number, NonWorkingReason | null>>();

/** The calendar of a municipality: the shipped tables, then its changes in their order. */
export function makeCalendar(config: CalendarConfig = {}): WorkingCalendar {
  const holidays = new Map(ONE_OFF_HOLIDAYS.map((holiday) => [holiday.day, holiday]));
  const moves = new Map(MOVED_DAYS.map((move) => [move.free, move]));
  const removed = new Set<CalendarDay>();
  for (const change of config.changes ?? []) apply(change, holidays, moves, removed);
  const content = {
    movedDaysOn: config.movedDaysOn ?? true,
    extraHolidays: [...holidays.values()].sort((a, b) => compare(a.day, b.day)),
    movedDays: [...moves.values()].sort((a, b) => compare(a.free, b.free)),
    removedHolidays: [...removed].sort(compare),
  };
  return { version: `${TABLES}-${fingerprint(content)}`, ...content };
}

/** Whether the day is worked. */
export function isWorkingDay(calendar: WorkingCalendar, day: CalendarDay): boolean {
  return reasonOf(calendar, dayNumber(day)) === null;
}

/** Why the day is not worked, or `null` where it is. */
export function nonWorkingReason(calendar: WorkingCalendar, day: CalendarDay): NonWorkingReason | null {
  return reasonOf(calendar, dayNumber(day));
}

/** Whether the day is a Saturday or Sunday that is worked in place of a day off. */
export function isWorkedWeekend(calendar: WorkingCalendar, day: CalendarDay): boolean {
  const number = dayNumber(day);
  return weekdayOfNumber(number) >= 6 && reasonOf(calendar, number) === null;
}

/** The first working day after the day. */
export function nextWorkingDay(calendar: WorkingCalendar, day: CalendarDay): CalendarDay {
  return addWorkingDays(calendar, day, 1);
}

/** The last working day before the day. */
export function previousWorkingDay(calendar: WorkingCalendar, day: CalendarDay): CalendarDay {
  return addWorkingDays(calendar, day, -1);
}

/** The day itself where it is worked, else the next working day. */
export function workingDayOnOrAfter(calendar: WorkingCalendar, day: CalendarDay): CalendarDay {
  return isWorkingDay(calendar, day) ? day : nextWorkingDay(calendar, day);
}

/** The day itself where it is worked, else the previous working day. */
export function workingDayOnOrBefore(calendar: WorkingCalendar, day: CalendarDay): CalendarDay {
  return isWorkingDay(calendar, day) ? day : previousWorkingDay(calendar, day);
}

/** The `count`-th working day after the day, before it where negative; the day itself for 0. */
export function addWorkingDays(calendar: WorkingCalendar, day: CalendarDay, count: number): CalendarDay {
  const step = count < 0 ? -1 : 1;
  let left = Math.abs(count);
  if (left === 0) return day;
  let number = dayNumber(day);
  while (left > 0) {
    number += step;
    if (reasonOf(calendar, number) === null) left -= 1;
  }
  return dayFromNumber(number);
}

/** Working days after `from` up to and with `to`; where `to` is earlier, those after `to` up to `from`, negative. */
export function workingDaysBetween(calendar: WorkingCalendar, from: CalendarDay, to: CalendarDay): number {
  if (to < from) return 0 - workingDaysBetween(calendar, to, from);
  const last = dayNumber(to);
  let count = 0;
  for (let number = dayNumber(from) + 1; number <= last; number += 1) {
    if (reasonOf(calendar, number) === null) count += 1;
  }
  return count;
}

function apply(
  change: CalendarChange,
  holidays: Map<CalendarDay, Holiday>,
  moves: Map<CalendarDay, MovedDay>,
  removed: Set<CalendarDay>,
): void {
  switch (change.kind) {
    case 'holidayAdded':
      removed.delete(change.day);
      holidays.set(change.day, { day: change.day, name: change.name, source: change.source });
      break;
    case 'holidayRemoved':
      holidays.delete(change.day);
      removed.add(change.day);
      break;
    case 'movedDayAdded':
      moves.set(change.free, { free: change.free, worked: change.worked, knownFrom: change.source });
      break;
    case 'movedDayRemoved':
      moves.delete(change.free);
      break;
  }
}

function reasonOf(calendar: WorkingCalendar, number: number): NonWorkingReason | null {
  let days = remembered.get(calendar);
  if (days === undefined) {
    days = new Map();
    remembered.set(calendar, days);
  }
  let reason = days.get(number);
  if (reason === undefined) {
    reason = findReason(calendar, number);
    days.set(number, reason);
  }
  return reason;
}

/** A holiday wins over an order: nobody works on a holiday because a day was moved onto it. */
function findReason(calendar: WorkingCalendar, number: number): NonWorkingReason | null {
  const day = dayFromNumber(number);
  const holiday = holidayOn(calendar, day);
  if (holiday !== null) return { kind: 'holiday', name: holiday.name };
  if (calendar.movedDaysOn) {
    if (calendar.movedDays.some((move) => move.free === day)) return MOVED_FREE;
    if (calendar.movedDays.some((move) => move.worked === day)) return null;
  }
  const inWeek = weekdayOfNumber(number);
  if (inWeek === 6) return SATURDAY;
  return inWeek === 7 ? SUNDAY : null;
}

function holidayOn(calendar: WorkingCalendar, day: CalendarDay): Holiday | null {
  if (calendar.removedHolidays.includes(day)) return null;
  const extra = calendar.extraHolidays.find((holiday) => holiday.day === day);
  return extra ?? holidaysOf(civilOf(day).year).find((holiday) => holiday.day === day) ?? null;
}

/** Eight hexadecimal digits that name the content (FNV-1a over its JSON). */
function fingerprint(content: Omit<WorkingCalendar, 'version'>): string {
  const text = JSON.stringify([
    content.movedDaysOn,
    content.extraHolidays.map(({ day, name, source }) => [day, name.lv, name.en, source]),
    content.movedDays.map(({ free, worked, knownFrom }) => [free, worked, knownFrom]),
    content.removedHolidays,
  ]);
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return (hash >>> 0).toString(16).padStart(8, '0');
}
