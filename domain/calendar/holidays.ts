/**
 * Latvian public holidays: rules that hold for any year, and one-off holidays as data (domain page
 * `calendar.md`, “Holidays”). The table is the program's own; the library `date-holidays` only checks it in tests.
 */
import { addDays, type CalendarDay, calendarDay, dayOfCivil, weekday } from '../time.ts';
import type { Bilingual } from './bilingual.ts';

/** `source` says where the day comes from: the document and what in it. */
export type Holiday = { readonly day: CalendarDay; readonly name: Bilingual; readonly source: string };

type HolidayRule = { readonly dayIn: (year: number) => CalendarDay | null; readonly name: Bilingual };

const LAW = 'likums “Par svētku, atceres un atzīmējamām dienām”';

const RULES: readonly HolidayRule[] = [
  fixed(1, 1, 'Jaungada diena', 'New Year’s Day'),
  fromEaster(-2, 'Lielā Piektdiena', 'Good Friday'),
  fromEaster(0, 'Pirmās Lieldienas', 'Easter Sunday'),
  fromEaster(1, 'Otrās Lieldienas', 'Easter Monday'),
  fixed(5, 1, 'Darba svētki, Satversmes sapulces sasaukšanas diena', 'Labour Day, Constituent Assembly Day'),
  fixed(5, 4, 'Neatkarības atjaunošanas diena', 'Restoration of Independence Day'),
  { dayIn: secondSundayOfMay, name: { lv: 'Mātes diena', en: 'Mother’s Day' } },
  fromEaster(49, 'Vasarsvētki', 'Whit Sunday'),
  fixed(6, 23, 'Līgo diena', 'Midsummer Eve'),
  fixed(6, 24, 'Jāņu diena', 'Midsummer Day'),
  fixed(11, 18, 'Latvijas Republikas proklamēšanas diena', 'Proclamation Day of the Republic of Latvia'),
  fixed(12, 24, 'Ziemassvētki', 'Christmas'),
  fixed(12, 25, 'Ziemassvētki', 'Christmas'),
  fixed(12, 26, 'Ziemassvētki', 'Christmas'),
  fixed(12, 31, 'Vecgada diena', 'New Year’s Eve'),
  shifted(5, 4, 'brīvdiena par 4. maiju', 'day off for 4 May'),
  shifted(11, 18, 'brīvdiena par 18. novembri', 'day off for 18 November'),
];

/** Holidays that a law made for one year only. */
export const ONE_OFF_HOLIDAYS: readonly Holiday[] = [
  oneOff(
    '2018-07-09',
    'diena pēc Dziesmu un deju svētku noslēguma',
    'day after the Song and Dance Celebration',
  ),
  oneOff('2018-09-24', 'pāvesta vizīte', 'visit of the Pope'),
  oneOff('2023-05-29', 'hokeja izlases bronzas medaļa', 'bronze medal of the ice hockey team'),
  oneOff(
    '2023-07-10',
    'diena pēc Dziesmu un deju svētku noslēguma',
    'day after the Song and Dance Celebration',
  ),
];

/**
 * The holidays that the rules give for a year, in the order of the law; one-off holidays are not among them.
 * Two may share a day (Mother's Day and Whit Sunday).
 */
export function holidaysOf(year: number): readonly Holiday[] {
  return RULES.flatMap(({ dayIn, name }) => {
    const day = dayIn(year);
    return day === null ? [] : [{ day, name, source: `${LAW}, 1. pants` }];
  });
}

/** Easter Sunday of the Western churches (Gregorian computus of Meeus, Jones and Butcher). */
export function easterSunday(year: number): CalendarDay {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const g = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const n = h + l - 7 * m + 114;
  return dayOfCivil(year, Math.floor(n / 31), (n % 31) + 1);
}

function fixed(month: number, day: number, lv: string, en: string): HolidayRule {
  return { dayIn: (year) => dayOfCivil(year, month, day), name: { lv, en } };
}

function fromEaster(days: number, lv: string, en: string): HolidayRule {
  return { dayIn: (year) => addDays(easterSunday(year), days), name: { lv, en } };
}

/**
 * 4 May and 18 November on a Saturday or Sunday free the next working day as well. That is always the Monday: no
 * other rule puts a holiday on 5, 6 May or 19, 20 November.
 */
function shifted(month: number, day: number, lv: string, en: string): HolidayRule {
  const dayIn = (year: number): CalendarDay | null => {
    const holiday = dayOfCivil(year, month, day);
    const inWeek = weekday(holiday);
    return inWeek < 6 ? null : addDays(holiday, 8 - inWeek);
  };
  return { dayIn, name: { lv, en } };
}

function secondSundayOfMay(year: number): CalendarDay {
  const first = dayOfCivil(year, 5, 1);
  return addDays(first, 7 - weekday(first) + 7);
}

function oneOff(day: string, lv: string, en: string): Holiday {
  return { day: calendarDay(day), name: { lv, en }, source: `${LAW}, vienreizēja svētku diena` };
}
