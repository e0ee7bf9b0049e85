/** How story files write days and moments: outright, or counted from the day on which the story begins. */
import {
  addDays,
  atTime,
  type CalendarDay,
  type Instant,
  isCalendarDay,
  parseCalendarDay,
  parseInstant,
} from '../domain/time.ts';

const relativeDay = /^\+(\d{1,4})d$/;
const dayAndTime = /^(\S+) ([01]\d|2[0-3]):([0-5]\d)$/;

/** `2026-11-21`, or `+12d`: 12 days after the beginning. Null where the text is neither. */
export function storyDayOf(text: string, begins: CalendarDay): CalendarDay | null {
  const relative = relativeDay.exec(text);
  if (relative === null) return parseCalendarDay(text);
  const day = addDays(begins, Number(relative[1]));
  return isCalendarDay(day) ? day : null;
}

/**
 * `2026-11-21 18:00` or `+12d 18:00` by the clock in Riga, or a moment of the wire (`2026-11-21T16:00:00.000Z`).
 * Null where the text is neither.
 */
export function storyMomentOf(text: string, begins: CalendarDay): Instant | null {
  const written = dayAndTime.exec(text);
  if (written === null) return parseInstant(text);
  const day = storyDayOf(written[1] ?? '', begins);
  return day === null ? null : atTime(day, Number(written[2]), Number(written[3]));
}
