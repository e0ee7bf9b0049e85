/** Days and moments as people write them in the language of the page. Terms are counted by the API. */
import { currentLanguage } from '../app/language.ts';
import { wallTimeOf } from './riga-time.ts';

const locales = { lv: 'lv-LV', en: 'en-GB' } as const;

/** `2026-11-21` in words: “2026. gada 21. nov.” or “21 Nov 2026”. */
export function dayWords(day: string): string {
  return format(new Date(`${day}T12:00:00Z`), { year: 'numeric', month: 'short', day: 'numeric' });
}

/** “21. nov.” where the year is the present one, for lists and drawings; with the year where it is another. */
export function shortDayWords(day: string): string {
  if (day.slice(0, 4) !== dayOf(new Date()).slice(0, 4)) return dayWords(day);
  return format(new Date(`${day}T12:00:00Z`), { month: 'short', day: 'numeric' });
}

/** “otrdien, 24. nov.” or “Tuesday, 24 Nov”: on which day. */
export function onDay(day: string): string {
  const date = new Date(`${day}T12:00:00Z`);
  const weekday =
    currentLanguage() === 'lv' ? latvianDays[date.getUTCDay()] : format(date, { weekday: 'long' });
  return `${weekday}, ${shortDayWords(day)}`;
}

/** In the locative, which Intl does not know. */
const latvianDays = ['svētdien', 'pirmdien', 'otrdien', 'trešdien', 'ceturtdien', 'piektdien', 'sestdien'];

/** “21. nov. 9.30” by the clock in Latvia. */
export function momentWords(moment: string): string {
  const { day, time } = wallTimeOf(new Date(moment));
  const [hour = '', minute = ''] = time.split(':');
  return `${shortDayWords(day)} ${currentLanguage() === 'lv' ? `${Number(hour)}.${minute}` : time}`;
}

/** The day in Latvia of a moment, as the API writes days. */
export function dayOf(moment: Date): string {
  return wallTimeOf(moment).day;
}

/** First and last day of a stretch whose end is the moment at which it is over. */
export function stretchDays(from: string, until: string | null): { from: string; until: string | null } {
  return {
    from: dayOf(new Date(from)),
    until: until === null ? null : dayOf(new Date(Date.parse(until) - 1)),
  };
}

function format(moment: Date, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(locales[currentLanguage()], { timeZone: 'Europe/Riga', ...options }).format(
    moment,
  );
}
