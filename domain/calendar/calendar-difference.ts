/**
 * What a new version of the calendar changes, listed before it is saved: “editing it recomputes open duties and
 * lists what moved”.
 */
import { type CalendarDay, compare } from '../time.ts';
import { type NonWorkingReason, nonWorkingReason, type WorkingCalendar } from './working-calendar.ts';

/** A day that is worked in one of two calendars only; `null` stands for “worked”. */
export type ChangedDay = {
  readonly day: CalendarDay;
  readonly before: NonWorkingReason | null;
  readonly after: NonWorkingReason | null;
};

/** Something open with its due day as a calendar gives it, `null` where it is not timed. */
export type DatedItem<Key> = {
  readonly key: Key;
  readonly dueDayIn: (calendar: WorkingCalendar) => CalendarDay | null;
};

/** `earlier`: a term of law must not become so without being said (`architecture.md` 3, Procedure). */
export type MovedDueDay<Key> = {
  readonly key: Key;
  readonly from: CalendarDay;
  readonly to: CalendarDay;
  readonly earlier: boolean;
};

export type CalendarDifference<Key> = {
  readonly days: readonly ChangedDay[];
  readonly moved: readonly MovedDueDay<Key>[];
};

/** The days that change between two calendars, and which of the items' due days move because of it. */
export function calendarDifference<Key>(
  before: WorkingCalendar,
  after: WorkingCalendar,
  items: readonly DatedItem<Key>[],
): CalendarDifference<Key> {
  const moved = items.flatMap(({ key, dueDayIn }) => {
    const from = dueDayIn(before);
    const to = dueDayIn(after);
    return from === null || to === null || from === to ? [] : [{ key, from, to, earlier: to < from }];
  });
  return { days: changedDays(before, after), moved };
}

/** Only days that a table names can differ: the rules for any year are the same in both. */
function changedDays(before: WorkingCalendar, after: WorkingCalendar): readonly ChangedDay[] {
  const named = new Set([...namedDays(before), ...namedDays(after)]);
  return [...named]
    .sort(compare)
    .map((day) => ({
      day,
      before: nonWorkingReason(before, day),
      after: nonWorkingReason(after, day),
    }))
    .filter((change) => (change.before === null) !== (change.after === null));
}

function namedDays(calendar: WorkingCalendar): readonly CalendarDay[] {
  return [
    ...calendar.extraHolidays.map((holiday) => holiday.day),
    ...calendar.movedDays.flatMap((move) => [move.free, move.worked]),
    ...calendar.removedHolidays,
  ];
}
