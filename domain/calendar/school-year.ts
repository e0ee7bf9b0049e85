import type { CalendarDay } from '../time.ts';

/** `2026/2027`: the school year in which a day lies. It begins on 1 September; summer still is of the one that ended. */
export function schoolYearOf(day: CalendarDay): string {
  const first = Number(day.slice(0, 4)) - (day.slice(5) < '09-01' ? 1 : 0);
  return `${first}/${first + 1}`;
}
