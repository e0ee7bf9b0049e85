/** What lies between two days that is not worked, or worked against the week: material of an explanation. */
import { type CalendarDay, dayFromNumber, dayNumber } from '../time.ts';
import type { Bilingual } from './bilingual.ts';
import {
  isWorkedWeekend,
  type NonWorkingReason,
  nonWorkingReason,
  type WorkingCalendar,
} from './working-calendar.ts';

/** Neighbouring days, both ends included, that are not worked for the same reason. */
export type NonWorkingRun = {
  readonly from: CalendarDay;
  readonly until: CalendarDay;
  readonly kind: NonWorkingReason['kind'];
  readonly name: Bilingual;
};

/** `worked`: Saturdays or Sundays that count as working days. */
export type SkippedDays = {
  readonly skipped: readonly NonWorkingRun[];
  readonly worked: readonly CalendarDay[];
};

const WEEKEND: Bilingual = { lv: 'nedēļas nogale', en: 'weekend' };

/** The days from `first` to `last`, both included, where they differ from plain working days. */
export function skippedDays(calendar: WorkingCalendar, first: CalendarDay, last: CalendarDay): SkippedDays {
  const skipped: NonWorkingRun[] = [];
  const worked: CalendarDay[] = [];
  const end = dayNumber(last);
  let previous: NonWorkingReason | null = null;
  for (let number = dayNumber(first); number <= end; number += 1) {
    const day = dayFromNumber(number);
    const reason = nonWorkingReason(calendar, day);
    const run = skipped.at(-1);
    if (reason === null) {
      if (isWorkedWeekend(calendar, day)) worked.push(day);
    } else if (run !== undefined && previous !== null && isSameReason(run, reason)) {
      const name = reason.kind === 'weekend' ? WEEKEND : reason.name;
      skipped[skipped.length - 1] = { ...run, until: day, name };
    } else {
      skipped.push({ from: day, until: day, kind: reason.kind, name: reason.name });
    }
    previous = reason;
  }
  return { skipped, worked };
}

function isSameReason(run: NonWorkingRun, reason: NonWorkingReason): boolean {
  return run.kind === reason.kind && (run.kind === 'weekend' || run.name.lv === reason.name.lv);
}
