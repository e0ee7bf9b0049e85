/**
 * Days and moments counted from now, as the demo's cases write them:
 * `-12d`, `+3d`: calendar days; past ones go back to a working day, since people work and record on such days, and
 *   `-12d!` keeps the day as it is;
 * `-12wd`, `+3wd`: working days; `0wd` is today where it is worked, else the last working day;
 * `year`, `semester`, `quarter`, `month`, `calendarYear`: the first day of the present one, with `.end` its last,
 * and with `+3d` so many days later (the school year and its semesters begin on 1 September and 1 January);
 * `now-40m`: so many minutes ago, but not before today began.
 */
import { addWorkingDays, type WorkingCalendar, workingDayOnOrBefore } from '../../domain/calendar/index.ts';
import {
  addDays,
  addMinutes,
  addMonths,
  atTime,
  type CalendarDay,
  civilOf,
  dayOf,
  dayOfCivil,
  type Instant,
  maxOf,
  startOfDay,
} from '../../domain/time.ts';

export type Now = { readonly at: Instant; readonly calendar: WorkingCalendar };

type Period = 'year' | 'semester' | 'quarter' | 'month' | 'calendarYear';

const countedForm = /^([+-]?\d{1,4})(d|wd)(!?)$/;
const periodForm = /^(year|semester|quarter|month|calendarYear)(\.end)?(?:\+(\d{1,3})d)?$/;
const momentForm = /^(\S+) (\d{2}):(\d{2})$/;
const agoForm = /^now-(\d{1,4})m$/;

/** A day in a fact's data. Throws a RangeError where the text is none of the forms. */
export function relativeDay(text: string, { at, calendar }: Now): CalendarDay {
  const today = dayOf(at);
  const counted = countedForm.exec(text);
  if (counted !== null) {
    return countedDay(Number(counted[1]), counted[2] === 'wd', counted[3] === '!', today, calendar);
  }
  const period = periodForm.exec(text);
  if (period === null) throw new RangeError(`Not a relative day: ${text}`);
  const { from, to } = periodOn(period[1] as Period, today);
  return addDays(period[2] === undefined ? from : to, Number(period[3] ?? 0));
}

/** A clock time on such a day (`-12d 09:30`), or minutes ago. Throws a RangeError where the text is none of the forms. */
export function relativeMoment(text: string, now: Now): Instant {
  const ago = agoForm.exec(text);
  if (ago !== null) return maxOf(addMinutes(now.at, -Number(ago[1])), startOfDay(dayOf(now.at)));
  const written = momentForm.exec(text);
  if (written === null) throw new RangeError(`Not a relative moment: ${text}`);
  const [, day = '', hour, minute] = written;
  return atTime(relativeDay(day, now), Number(hour), Number(minute));
}

function countedDay(
  amount: number,
  working: boolean,
  exact: boolean,
  today: CalendarDay,
  calendar: WorkingCalendar,
): CalendarDay {
  if (working && amount !== 0) return addWorkingDays(calendar, today, amount);
  const day = addDays(today, amount);
  return exact || (!working && amount >= 0) ? day : workingDayOnOrBefore(calendar, day);
}

/** Codes of the present periods, for labels: `{schoolYear}`, `{semester}`, `{quarter}`, `{month}`, `{year}`. */
export function periodCodes(at: Instant): Readonly<Record<string, string>> {
  const today = dayOf(at);
  const { year, month } = civilOf(today);
  const from = schoolYearStart(today);
  const schoolYear = `${from}/${from + 1}`;
  return {
    schoolYear,
    semester: `${schoolYear}-${month >= 9 ? 1 : 2}`,
    quarter: `${year}-Q${quarterOf(month)}`,
    month: today.slice(0, 7),
    year: String(year),
  };
}

function quarterOf(month: number): number {
  return Math.ceil(month / 3);
}

function schoolYearStart(today: CalendarDay): number {
  const { year, month } = civilOf(today);
  return month >= 9 ? year : year - 1;
}

function periodOn(
  period: Period,
  today: CalendarDay,
): { readonly from: CalendarDay; readonly to: CalendarDay } {
  const { year, month } = civilOf(today);
  const begins = schoolYearStart(today);
  switch (period) {
    case 'year':
      return { from: dayOfCivil(begins, 9, 1), to: dayOfCivil(begins + 1, 5, 31) };
    case 'semester':
      return month >= 9
        ? { from: dayOfCivil(year, 9, 1), to: dayOfCivil(year, 12, 31) }
        : { from: dayOfCivil(year, 1, 1), to: dayOfCivil(year, 5, 31) };
    case 'quarter': {
      const from = dayOfCivil(year, quarterOf(month) * 3 - 2, 1);
      return { from, to: addDays(addMonths(from, 3), -1) };
    }
    case 'month': {
      const from = dayOfCivil(year, month, 1);
      return { from, to: addDays(addMonths(from, 1), -1) };
    }
    case 'calendarYear':
      return { from: dayOfCivil(year, 1, 1), to: dayOfCivil(year, 12, 31) };
  }
}
