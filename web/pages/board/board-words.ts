/** Days, months and shares of the board in the language of the page. */
import { currentLanguage } from '../../app/language.ts';

const locales = { lv: 'lv-LV', en: 'en-GB' } as const;

/** “18. nov.” of a day or a moment, with the year where it is not that of `today`. */
export function shortDay(day: string, today: string): string {
  return format(day.length > 10 ? day : `${day}T12:00:00Z`, {
    day: 'numeric',
    month: 'short',
    ...(day.slice(0, 4) === today.slice(0, 4) ? {} : { year: 'numeric' }),
  });
}

/** A month of the trend, “2026-11”, in short: “nov.” */
export function shortMonth(month: string): string {
  return format(`${month}-15T12:00:00Z`, { month: 'short' });
}

/** A number as people write it: 12,5 or 12.5. */
export function numberWords(value: number): string {
  return new Intl.NumberFormat(locales[currentLanguage()], { maximumFractionDigits: 1 }).format(value);
}

/** When the board was counted: “2026. gada 20. nov. 12:00”. */
export function momentWords(moment: string): string {
  return format(moment, { dateStyle: 'medium', timeStyle: 'short' });
}

function format(moment: string, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(locales[currentLanguage()], { timeZone: 'Europe/Riga', ...options }).format(
    new Date(moment),
  );
}
