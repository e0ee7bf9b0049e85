/** Column types that convert at the edge of the database, so that the rest of the product sees branded strings. */
import { customType } from 'drizzle-orm/pg-core';
import type { CalendarDay, Instant } from '../../domain/time.ts';

const STORED_INSTANT = /^(\d{4}-\d{2}-\d{2}) (\d{2}:\d{2}:\d{2})(?:\.(\d{1,3}))?\+00$/;

/**
 * PostgreSQL's text of a moment as an Instant. Connections set the time zone to UTC; any other offset, and a
 * precision beyond the millisecond, is a fault and throws.
 */
export function instantFromText(text: string): Instant {
  const found = STORED_INSTANT.exec(text);
  if (found === null) throw new Error(`not a stored instant: ${text}`);
  return `${found[1]}T${found[2]}.${(found[3] ?? '').padEnd(3, '0')}Z` as Instant;
}

/** A moment. Millisecond precision in the database too: a chain hash covers everything that is stored. */
export const instant = customType<{ data: Instant; driverData: string }>({
  dataType: () => 'timestamp (3) with time zone',
  fromDriver: instantFromText,
});

/** A day, `YYYY-MM-DD`; never passes through JavaScript's Date, which would read it in local time. */
export const calendarDay = customType<{ data: CalendarDay; driverData: string }>({
  dataType: () => 'date',
  fromDriver: (text) => text as CalendarDay,
});

/** Bytes: ciphertext and hashes. */
export const bytes = customType<{ data: Buffer; driverData: Buffer }>({ dataType: () => 'bytea' });
