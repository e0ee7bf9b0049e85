/**
 * A second, slow way to a due day, for tests only: it steps day by day on JavaScript dates, takes holidays from
 * `date-holidays` and moved days from a list of its own, and shares no code with what it checks.
 */
import Holidays from 'date-holidays';
import type { DueRule, Landing } from '../../procedure/due-rule.ts';

const FREE =
  '2015-01-02 2015-06-22 2017-05-05 2018-04-30 2020-06-22 2021-05-03 2021-06-25 2021-11-19 2023-05-05 2024-12-23 2024-12-30 2025-05-02 2025-11-17 2026-01-02 2026-06-22';
const WORKED =
  '2015-01-10 2015-06-27 2017-05-13 2018-04-21 2020-06-13 2021-05-08 2021-06-19 2021-11-13 2023-05-20 2024-12-14 2024-12-28 2025-05-10 2025-11-08 2026-01-17 2026-06-27';
/** One-off holidays that the library does not know. Those it omits besides are Sundays. */
const ONE_OFF = '2018-07-09 2018-09-24 2023-07-10';

const free = new Set([...FREE.split(' '), ...ONE_OFF.split(' ')]);
const worked = new Set(WORKED.split(' '));
const library = new Holidays('LV');
const holidaysOfYear = new Map<string, ReadonlySet<string>>();

type Fields = Readonly<Record<string, string | undefined>>;

/** The due day by a rule without hours; `fields` hold days only. Null where the rule gives none. */
export function slowDueDay(rule: DueRule, start: string, fields: Fields): string | null {
  switch (rule.kind) {
    case 'term':
      return notBefore(start, slowTerm(rule, start));
    case 'sameDay':
    case 'immediate':
      return start;
    case 'agreed': {
      const day = fields[rule.field];
      if (day === undefined) return slowDueDay(rule.otherwise, start, fields);
      return notBefore(start, slowLanding(day, rule.landing));
    }
    case 'before': {
      let day = fields[rule.field];
      if (day === undefined) return null;
      for (let left = rule.amount; left > 0; ) {
        day = step(day, -1);
        if (rule.unit === 'day' || isWorked(day)) left -= 1;
      }
      return notBefore(start, day);
    }
    case 'fixedDate': {
      let day = start;
      while (new Date(day).getUTCMonth() + 1 !== rule.month || new Date(day).getUTCDate() !== rule.day) {
        day = step(day, 1);
      }
      return day;
    }
    case 'endOfPeriod': {
      const day = fields[rule.field];
      return day === undefined ? null : notBefore(start, day);
    }
    case 'earliestOf': {
      const days = rule.rules.map((one) => slowDueDay(one, start, fields)).filter((day) => day !== null);
      return days.sort()[0] ?? null;
    }
    case 'notTimed':
      return null;
    default:
      throw new Error('unknown rule');
  }
}

function slowTerm(rule: Extract<DueRule, { kind: 'term' }>, start: string): string {
  let day = start;
  if (rule.unit === 'month') {
    const { year, month } = slowMonth(start, rule.amount);
    for (let inMonth = Number(start.slice(8)); ; inMonth -= 1) {
      const date = new Date(Date.UTC(year, month, inMonth));
      if (date.getUTCMonth() === month) {
        day = date.toISOString().slice(0, 10);
        break;
      }
    }
  } else {
    const unitDays = rule.unit === 'week' ? 7 : 1;
    for (let left = rule.amount * unitDays; left > 0; ) {
      day = step(day, 1);
      if (rule.unit !== 'workingDay' || isWorked(day)) left -= 1;
    }
  }
  const landing = rule.ceiling === true && rule.landing === 'next' ? 'asIs' : rule.landing;
  return rule.unit === 'workingDay' ? day : slowLanding(day, landing);
}

function slowMonth(start: string, months: number): { year: number; month: number } {
  let year = Number(start.slice(0, 4));
  let month = Number(start.slice(5, 7)) - 1;
  for (let left = months; left > 0; left -= 1) {
    month += 1;
    if (month === 12) {
      month = 0;
      year += 1;
    }
  }
  return { year, month };
}

function slowLanding(last: string, landing: Landing): string {
  let day = last;
  if (landing === 'asIs') return day;
  while (!isWorked(day)) day = step(day, landing === 'next' ? 1 : -1);
  return day;
}

function isWorked(day: string): boolean {
  if (holidays(day.slice(0, 4)).has(day) || free.has(day)) return false;
  return worked.has(day) || ![0, 6].includes(new Date(day).getUTCDay());
}

function holidays(year: string): ReadonlySet<string> {
  let days = holidaysOfYear.get(year);
  if (days === undefined) {
    const list = library.getHolidays(Number(year)).filter((holiday) => holiday.type === 'public');
    days = new Set(list.map((holiday) => holiday.date.slice(0, 10)));
    holidaysOfYear.set(year, days);
  }
  return days;
}

function step(day: string, by: number): string {
  const date = new Date(day);
  date.setUTCDate(date.getUTCDate() + by);
  return date.toISOString().slice(0, 10);
}

function notBefore(start: string, day: string): string {
  return day < start ? start : day;
}

const rigaClock = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Riga',
  dateStyle: 'short',
  timeStyle: 'medium',
});

/** 24:00 of a day in Riga: the one of two offsets under which the clock shows midnight of the next day. */
export function slowEndOfDay(day: string): string {
  const next = step(day, 1);
  for (const offset of ['+03:00', '+02:00']) {
    const moment = new Date(`${next}T00:00:00${offset}`);
    if (rigaClock.format(moment) === `${next} 00:00:00`) return moment.toISOString();
  }
  throw new Error(`No midnight on ${next}`);
}
