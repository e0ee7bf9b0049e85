/** Latvian and English number agreement and dates, for explanations and due days. */
import type { Lang, NonWorkingRun } from '../calendar/index.ts';
import type { TermUnit } from '../procedure/due-rule.ts';
import {
  type CalendarDay,
  civilOf,
  dayOf,
  type Instant,
  localTime,
  plusMilliseconds,
  weekday,
} from '../time.ts';

/**
 * Forms of a noun beside a number: `one` for 1, 21, 101; `few` for 2–9, 22–29; `many` (genitive plural) for 0,
 * 10–20, 30, 111. English uses `one` for 1 alone and `few` for the rest.
 */
type NumberForms = { readonly one: string; readonly few: string; readonly many: string };

const LV_UNITS: Readonly<Record<TermUnit, NumberForms>> = {
  hour: { one: 'stunda', few: 'stundas', many: 'stundu' },
  workingDay: { one: 'darbdiena', few: 'darbdienas', many: 'darbdienu' },
  day: { one: 'diena', few: 'dienas', many: 'dienu' },
  week: { one: 'nedēļa', few: 'nedēļas', many: 'nedēļu' },
  month: { one: 'mēnesis', few: 'mēneši', many: 'mēnešu' },
};

const EN_UNITS: Readonly<Record<TermUnit, NumberForms>> = {
  hour: english('hour'),
  workingDay: english('working day'),
  day: english('day'),
  week: english('week'),
  month: english('month'),
};

/** After verbs such as “kavē” the singular stands in the accusative. */
const LV_DAYS_ACCUSATIVE: NumberForms = { one: 'dienu', few: 'dienas', many: 'dienu' };

const LV_MONTHS = 'janv. febr. marts apr. maijs jūn. jūl. aug. sept. okt. nov. dec.'.split(' ');
const LV_MONTHS_GENITIVE = 'janv. febr. marta apr. maija jūn. jūl. aug. sept. okt. nov. dec.'.split(' ');
const EN_MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
const LV_WEEKDAYS = 'pr. ot. tr. ce. pt. se. sv.'.split(' ');
const EN_WEEKDAYS = 'Mon Tue Wed Thu Fri Sat Sun'.split(' ');

/** “5 darbdienas”, “21 diena”, “11 mēnešu”; “5 working days”. */
export function countWords(count: number, unit: TermUnit, lang: Lang): string {
  return lang === 'lv'
    ? `${count} ${latvianForm(count, LV_UNITS[unit])}`
    : `${count} ${count === 1 ? EN_UNITS[unit].one : EN_UNITS[unit].few}`;
}

/** “1 dienu”, “3 dienas”, “10 dienu”: what follows “kavē”. */
export function daysAccusative(count: number): string {
  return `${count} ${latvianForm(count, LV_DAYS_ACCUSATIVE)}`;
}

/** “18.11.” or “18 Nov”; with the year where it is not the year of `beside`. */
export function shortDate(day: CalendarDay, beside: CalendarDay, lang: Lang): string {
  const { year, month, day: inMonth } = civilOf(day);
  const far = year !== civilOf(beside).year;
  if (lang === 'en') return `${inMonth} ${EN_MONTHS[month - 1]}${far ? ` ${year}` : ''}`;
  return `${pair(inMonth)}.${pair(month)}.${far ? `${year}.` : ''}`;
}

/** “27. nov.”, “2027. g. 8. janv.”; `genitive` after “kopš”. English as {@link shortDate}. */
export function dateInWords(day: CalendarDay, beside: CalendarDay, lang: Lang, genitive = false): string {
  if (lang === 'en') return shortDate(day, beside, lang);
  const { year, month, day: inMonth } = civilOf(day);
  const names = genitive ? LV_MONTHS_GENITIVE : LV_MONTHS;
  return `${year === civilOf(beside).year ? '' : `${year}. g. `}${inMonth}. ${names[month - 1]}`;
}

/** “pt.” or “Fri”. */
export function weekdayInWords(day: CalendarDay, lang: Lang): string {
  return (lang === 'lv' ? LV_WEEKDAYS : EN_WEEKDAYS)[weekday(day) - 1] ?? '';
}

/** “12.11. plkst. 14.05” or “12 Nov 14:05”. Where `closing`, midnight is 24.00 of the day that it ends. */
export function momentInWords(moment: Instant, beside: CalendarDay, lang: Lang, closing: boolean): string {
  const { hour, minute } = localTime(moment);
  const isMidnight = closing && hour === 0 && minute === 0;
  const date = shortDate(dayOf(isMidnight ? plusMilliseconds(moment, -1) : moment), beside, lang);
  const clockHour = isMidnight ? 24 : hour;
  return lang === 'lv'
    ? `${date} plkst. ${clockHour}.${pair(minute)}`
    : `${date} ${pair(clockHour)}:${pair(minute)}`;
}

/** “18.11.”, “24.–26.12.”, “31.12.–01.01.2027.”; “24–26 Dec”. */
export function runInWords(run: NonWorkingRun, beside: CalendarDay, lang: Lang): string {
  const until = shortDate(run.until, beside, lang);
  if (run.from === run.until) return until;
  const isOneMonth = run.from.slice(0, 7) === run.until.slice(0, 7);
  const first = civilOf(run.from).day;
  if (!isOneMonth) return `${shortDate(run.from, beside, lang)}–${until}`;
  return lang === 'lv' ? `${pair(first)}.–${until}` : `${first}–${until}`;
}

/** “a”, “a un b”, “a, b un c”; “and” in English. */
export function joinWords(words: readonly string[], lang: Lang): string {
  const last = words.at(-1) ?? '';
  if (words.length < 2) return last;
  return `${words.slice(0, -1).join(', ')} ${lang === 'lv' ? 'un' : 'and'} ${last}`;
}

function latvianForm(count: number, forms: NumberForms): string {
  const tens = count % 100;
  if (count % 10 === 0 || (tens >= 11 && tens <= 19)) return forms.many;
  return count % 10 === 1 ? forms.one : forms.few;
}

function english(word: string): NumberForms {
  return { one: word, few: `${word}s`, many: `${word}s` };
}

function pair(value: number): string {
  return String(value).padStart(2, '0');
}
