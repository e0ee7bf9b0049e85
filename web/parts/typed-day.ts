/**
 * A day as people here type it, the day first: “5.12.2026.”, “05.12.2026”, “5/12/2026”, “05122026”, or as the API
 * writes it. Null while it is not a whole day, or is none (31 April). The browser's own reading takes the month first.
 */
export function typedDay(typed: string): string | null {
  const text = typed.trim();
  const [, d, m, y] =
    /^(\d{1,2})\s*[./-]\s*(\d{1,2})\s*[./-]\s*(\d{4})\s*\.?$/.exec(text) ??
    /^(\d{2})(\d{2})(\d{4})$/.exec(text) ??
    [];
  const day =
    d === undefined || m === undefined || y === undefined
      ? text
      : `${y}-${m.padStart(2, '0')}-${d.padStart(2, '0')}`;
  return isDay(day) ? day : null;
}

function isDay(day: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return false;
  const moment = new Date(`${day}T12:00:00Z`);
  return !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(day);
}

type Bounds = {
  /** May it not be left empty? */
  readonly required: boolean;
  /** `2026-11-21`: the first and the last day that may be meant. */
  readonly minDate: string | undefined;
  readonly maxDate: string | undefined;
};

/** Why what is typed cannot be taken; null where it can. */
export function dayTrouble(
  typed: string,
  { required, minDate, maxDate }: Bounds,
): 'unreadable' | 'tooEarly' | 'tooLate' | null {
  if (typed.trim() === '') return required ? 'unreadable' : null;
  const day = typedDay(typed);
  if (day === null) return 'unreadable';
  if (minDate !== undefined && day < minDate) return 'tooEarly';
  return maxDate !== undefined && day > maxDate ? 'tooLate' : null;
}
