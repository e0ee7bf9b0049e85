/** The school year of a day as the core counts it, handed through to the browser client. */
import { schoolYearOf as schoolYearOfDay } from '../domain/calendar/school-year.ts';
import { calendarDay } from '../domain/time.ts';

/** `2026-11-21` → `2026/2027`. Throws where it is no day. */
export function schoolYearOf(day: string): string {
  return schoolYearOfDay(calendarDay(day));
}
