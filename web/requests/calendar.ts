/** The working calendar. */
import { queryOptions } from '@tanstack/react-query';
import type { CalendarAnswer } from '../../contracts/calendar.ts';
import { ask, queryOf } from './request.ts';

/** Which days are worked, and why others are not; both ends included. */
export function calendarQuery(from: string, until: string) {
  return queryOptions({
    queryKey: ['calendar', from, until],
    queryFn: ({ signal }) => ask<CalendarAnswer>(`/calendar${queryOf({ from, until })}`, { signal }),
    staleTime: 3_600_000,
  });
}
