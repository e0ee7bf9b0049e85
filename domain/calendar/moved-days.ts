/**
 * Moved working days by the yearly cabinet order “Par darba dienu pārcelšanu” (domain page `calendar.md`). The
 * order binds state institutions and is advice to municipalities, hence the switch per municipality. An order that
 * is not known is left out, never guessed.
 */
import { type CalendarDay, calendarDay } from '../time.ts';

/** `free` is a day off, `worked` the Saturday that is a working day instead; `knownFrom` where that was read. */
export type MovedDay = {
  readonly free: CalendarDay;
  readonly worked: CalendarDay;
  readonly knownFrom: string;
};

const PACKAGE = 'PyPI holidays 0.108';

/** The moves of 2015–2026 that are known. */
export const MOVED_DAYS: readonly MovedDay[] = [
  moved('2015-01-02', '2015-01-10', PACKAGE),
  moved('2015-06-22', '2015-06-27', PACKAGE),
  moved('2017-05-05', '2017-05-13', `press; ${PACKAGE}`),
  moved('2018-04-30', '2018-04-21', `order no. 211; ${PACKAGE}`),
  moved('2020-06-22', '2020-06-13', PACKAGE),
  moved('2021-05-03', '2021-05-08', `draft order; ${PACKAGE}`),
  moved('2021-06-25', '2021-06-19', `draft order; ${PACKAGE}`),
  moved('2021-11-19', '2021-11-13', `draft order; ${PACKAGE}`),
  moved('2023-05-05', '2023-05-20', `press, quoting the order; ${PACKAGE}`),
  moved('2024-12-23', '2024-12-14', `draft order; ${PACKAGE}`),
  moved('2024-12-30', '2024-12-28', `draft order; ${PACKAGE}`),
  moved('2025-05-02', '2025-05-10', `press; ${PACKAGE}`),
  moved('2025-11-17', '2025-11-08', PACKAGE),
  moved('2026-01-02', '2026-01-17', `press, quoting the order adopted on 10 June 2025; ${PACKAGE}`),
  moved('2026-06-22', '2026-06-27', `press, quoting the order adopted on 10 June 2025; ${PACKAGE}`),
];

function moved(free: string, worked: string, knownFrom: string): MovedDay {
  return { free: calendarDay(free), worked: calendarDay(worked), knownFrom };
}
