import * as fc from 'fast-check';
import { Temporal } from 'temporal-polyfill/implementation';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  addMinutes,
  addMonths,
  atTime,
  calendarDay,
  compare,
  dayFromNumber,
  dayNumber,
  dayOf,
  daysBetween,
  endOfDay,
  instant,
  isCalendarDay,
  isInstant,
  localTime,
  maxOf,
  millisecondsBetween,
  minOf,
  parseCalendarDay,
  parseInstant,
  plusMilliseconds,
  startOfDay,
  weekday,
} from './time.ts';

const day = calendarDay;
const RUNS = { numRuns: 3000 };
const anyEpoch = fc.integer({ min: Date.UTC(1980, 0, 1), max: Date.UTC(2150, 0, 1) });
const anyDay = fc.integer({ min: -20_000, max: 90_000 }).map(dayFromNumber);

function riga(moment: string): Temporal.ZonedDateTime {
  return Temporal.Instant.from(moment).toZonedDateTimeISO('Europe/Riga');
}

describe('reading text', () => {
  it.each([
    '2026-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-04-31',
    '2026-4-01',
    '1899-12-31',
    '3000-01-01',
    '',
  ])('is no calendar day: “%s”', (text) => {
    expect(isCalendarDay(text)).toBe(false);
    expect(parseCalendarDay(text)).toBeNull();
    expect(() => calendarDay(text)).toThrow(RangeError);
  });

  it('takes 29 February in leap years only (1900 was none, 2000 was one)', () => {
    expect(['1900-02-29', '2000-02-29', '2024-02-29', '2100-02-29'].map(isCalendarDay)).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  it.each([
    '2026-11-21T22:00:00Z',
    '2026-11-21T24:00:00.000Z',
    '2026-11-21T22:60:00.000Z',
    '2026-11-21T22:00:60.000Z',
    '2026-02-30T22:00:00.000Z',
    '2026-11-21T22:00:00.000+00:00',
  ])('is no instant of ours: %s', (text) => {
    expect(isInstant(text)).toBe(false);
    expect(() => instant(text)).toThrow(RangeError);
  });

  it('reads any ISO moment with an offset into one form', () => {
    expect(parseInstant('2026-11-22T00:00+02:00')).toBe('2026-11-21T22:00:00.000Z');
    expect(parseInstant('2026-11-21T22:00:00.123999Z')).toBe('2026-11-21T22:00:00.123Z');
    expect(
      ['2026-11-22', '2026-11-22T00:00', 'soon', null, 5, '9999-01-01T00:00:00Z'].map(parseInstant),
    ).toEqual([null, null, null, null, null, null]);
  });
});

describe('days and moments', () => {
  it('agrees with the date library on the day and clock of any moment', () => {
    fc.assert(
      fc.property(anyEpoch, (epoch) => {
        const moment = instant(new Date(epoch).toISOString());
        const zoned = riga(moment);
        expect(dayOf(moment)).toBe(zoned.toPlainDate().toString());
        expect(localTime(moment)).toEqual({ hour: zoned.hour, minute: zoned.minute });
      }),
      RUNS,
    );
  });

  it('agrees with the date library on any clock time, gaps and overlaps included', () => {
    const clock = fc.record({
      hour: fc.integer({ min: 0, max: 23 }),
      minute: fc.integer({ min: 0, max: 59 }),
    });
    fc.assert(
      fc.property(anyDay, clock, (date, { hour, minute }) => {
        const plain = Temporal.PlainDate.from(date).toPlainDateTime({ hour, minute });
        const expected = plain.toZonedDateTime('Europe/Riga', { disambiguation: 'compatible' });
        expect(millisecondsBetween(instant('1970-01-01T00:00:00.000Z'), atTime(date, hour, minute))).toBe(
          expected.epochMilliseconds,
        );
      }),
      RUNS,
    );
  });

  it('agrees with the date library on adding days and months and on the weekday', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -500, max: 500 }), (date, count) => {
        const plain = Temporal.PlainDate.from(date);
        expect(addDays(date, count)).toBe(plain.add({ days: count }).toString());
        expect(addMonths(date, count)).toBe(plain.add({ months: count }).toString());
        expect(weekday(date)).toBe(plain.dayOfWeek);
        expect(daysBetween(date, addDays(date, count))).toBe(count);
        expect(dayFromNumber(dayNumber(date))).toBe(date);
      }),
      RUNS,
    );
  });

  it('clamps to the end of the month, also over a leap day (calendar.md)', () => {
    expect(addMonths(day('2026-01-31'), 1)).toBe('2026-02-28');
    expect(addMonths(day('2028-01-31'), 1)).toBe('2028-02-29');
    expect(addMonths(day('2028-02-29'), 12)).toBe('2029-02-28');
    expect(addMonths(day('2026-10-31'), -1)).toBe('2026-09-30');
    expect(addMonths(day('2026-12-15'), 1)).toBe('2027-01-15');
  });

  it('a day ends at 24:00 in Riga, in summer and winter time', () => {
    expect(endOfDay(day('2026-11-21'))).toBe('2026-11-21T22:00:00.000Z');
    expect(endOfDay(day('2026-07-01'))).toBe('2026-07-01T21:00:00.000Z');
    expect(endOfDay(day('2026-12-31'))).toBe(startOfDay(day('2027-01-01')));
  });

  it('23:59:59 still belongs to the day, 24:00 to the next', () => {
    expect(dayOf(instant('2026-11-21T21:59:59.999Z'))).toBe('2026-11-21');
    expect(dayOf(instant('2026-11-21T22:00:00.000Z'))).toBe('2026-11-22');
  });

  it('the night to summer time has 23 hours and no 3:30', () => {
    const night = day('2026-03-29');
    expect(millisecondsBetween(startOfDay(night), endOfDay(night))).toBe(23 * 3_600_000);
    expect(localTime(atTime(night, 3, 30))).toEqual({ hour: 4, minute: 30 });
  });

  it('a changed clock holds from the very moment of the change', () => {
    expect(localTime(instant('2026-03-29T00:59:59.999Z'))).toEqual({ hour: 2, minute: 59 });
    expect(localTime(instant('2026-03-29T01:00:00.000Z'))).toEqual({ hour: 4, minute: 0 });
    expect(localTime(instant('2026-10-25T00:59:59.999Z'))).toEqual({ hour: 3, minute: 59 });
    expect(localTime(instant('2026-10-25T01:00:00.000Z'))).toEqual({ hour: 3, minute: 0 });
  });

  it('the night to winter time has 25 hours and two 3:30, of which the first is meant', () => {
    const night = day('2026-10-25');
    expect(millisecondsBetween(startOfDay(night), endOfDay(night))).toBe(25 * 3_600_000);
    const first = atTime(night, 3, 30);
    expect(first).toBe('2026-10-25T00:30:00.000Z');
    expect(localTime(addMinutes(first, 60))).toEqual({ hour: 3, minute: 30 });
  });

  it('refuses a time that is none', () => {
    for (const [hour, minute] of [
      [24, 0],
      [-1, 0],
      [12, 60],
      [12.5, 0],
    ] as const) {
      expect(() => atTime(day('2026-11-21'), hour, minute)).toThrow(RangeError);
    }
  });

  it('refuses to leave the years that sort as text', () => {
    expect(() => addDays(day('2999-12-31'), 10_000_000)).toThrow(RangeError);
  });

  it('orders moments and days', () => {
    const [a, b, c] = [day('2026-09-30'), day('2026-10-01'), day('2027-01-01')];
    expect([c, a, b].sort(compare)).toEqual([a, b, c]);
    expect(minOf(b, c, a)).toBe(a);
    expect(maxOf(b, c, a)).toBe(c);
    expect(compare(a, a)).toBe(0);
    expect(plusMilliseconds(instant('2026-12-31T23:59:59.999Z'), 1)).toBe('2027-01-01T00:00:00.000Z');
  });
});
