/**
 * School time, from a table that the administrator edits (domain page `calendar.md`, “School time”). It only warns:
 * duties run on through breaks, the law knows no pause.
 */
import { addDays, type CalendarDay, civilOf } from '../time.ts';
import type { Bilingual } from './bilingual.ts';

/** Days without lessons, `from` and `until` included. */
export type SchoolBreak = {
  readonly name: Bilingual;
  readonly from: CalendarDay;
  readonly until: CalendarDay;
};

/** One school year: `starts` and `ends` are its first and last day. */
export type SchoolYear = {
  readonly starts: CalendarDay;
  readonly ends: CalendarDay;
  readonly breaks: readonly SchoolBreak[];
};

const SUMMER: Bilingual = { lv: 'vasaras brīvlaiks', en: 'summer break' };

/**
 * The break in which a day falls, or `null`. Summer lies between one year's end and the start of the year after it
 * and is known only where the table holds both.
 */
export function breakOn(schoolYears: readonly SchoolYear[], day: CalendarDay): SchoolBreak | null {
  const within = schoolYears
    .flatMap((schoolYear) => schoolYear.breaks)
    .find((schoolBreak) => schoolBreak.from <= day && day <= schoolBreak.until);
  return within ?? summerOn(schoolYears, day);
}

function summerOn(schoolYears: readonly SchoolYear[], day: CalendarDay): SchoolBreak | null {
  for (const { ends } of schoolYears) {
    const next = schoolYears.find(
      ({ starts }) => starts > ends && civilOf(starts).year === civilOf(ends).year,
    );
    if (next !== undefined && ends < day && day < next.starts) {
      return { name: SUMMER, from: addDays(ends, 1), until: addDays(next.starts, -1) };
    }
  }
  return null;
}
