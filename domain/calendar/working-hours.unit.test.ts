import { describe, expect, it } from 'vitest';
import { atTime, calendarDay, type Instant, instant, plusMilliseconds } from '../time.ts';
import { makeCalendar } from './working-calendar.ts';
import {
  DEFAULT_WORKING_HOURS,
  nextDigestMoment,
  nextWorkingMoment,
  plusOneWorkingDay,
} from './working-hours.ts';

const calendar = makeCalendar();

function at(day: string, hour: number, minute = 0): Instant {
  return atTime(calendarDay(day), hour, minute);
}

describe('next working moment (8.00–17.00 on working days)', () => {
  it.each([
    ['inside', at('2026-11-20', 12, 5), at('2026-11-20', 12, 5)],
    ['at opening', at('2026-11-20', 8), at('2026-11-20', 8)],
    ['before opening', at('2026-11-20', 7, 59), at('2026-11-20', 8)],
    ['at closing on Friday', at('2026-11-20', 17), at('2026-11-23', 8)],
    ['on Sunday', at('2026-11-22', 12), at('2026-11-23', 8)],
    ['on a holiday', at('2026-11-18', 12), at('2026-11-19', 8)],
    ['on a worked Saturday', at('2026-01-17', 12), at('2026-01-17', 12)],
    ['at 24:00 of Thursday', at('2026-11-20', 0), at('2026-11-20', 8)],
    ['over Christmas', at('2026-12-23', 18), at('2026-12-28', 8)],
  ])('%s', (_, from, to) => {
    expect(nextWorkingMoment(calendar, DEFAULT_WORKING_HOURS, from)).toBe(to);
  });

  it('goes by the institution’s own hours', () => {
    const hours = { from: { hour: 9, minute: 30 }, until: { hour: 18, minute: 0 } };
    expect(nextWorkingMoment(calendar, hours, at('2026-11-20', 8))).toBe(at('2026-11-20', 9, 30));
    expect(nextWorkingMoment(calendar, hours, at('2026-11-20', 17, 30))).toBe(at('2026-11-20', 17, 30));
  });
});

describe('next digest (7.30 on working days)', () => {
  it.each([
    ['what falls due at 00:00 goes the same morning', at('2026-11-20', 0), at('2026-11-20', 7, 30)],
    ['strictly later', at('2026-11-20', 7, 30), at('2026-11-23', 7, 30)],
    ['a millisecond before', plusMilliseconds(at('2026-11-20', 7, 30), -1), at('2026-11-20', 7, 30)],
    ['after the weekend', at('2026-11-21', 0), at('2026-11-23', 7, 30)],
    ['in summer time', at('2026-06-25', 20), at('2026-06-26', 7, 30)],
  ])('%s', (_, from, to) => {
    expect(nextDigestMoment(calendar, from)).toBe(to);
  });

  it('at another time of day', () => {
    expect(nextDigestMoment(calendar, at('2026-11-20', 7), { hour: 6, minute: 0 })).toBe(at('2026-11-23', 6));
  });
});

describe('one working day later (rules of conduct 11)', () => {
  it('keeps the clock time to the millisecond', () => {
    expect(plusOneWorkingDay(calendar, instant('2026-11-20T12:34:56.789Z'))).toBe('2026-11-23T12:34:56.789Z');
  });

  it('keeps the clock time over a change of the clock', () => {
    expect(plusOneWorkingDay(calendar, at('2026-10-23', 15))).toBe(at('2026-10-26', 15));
    expect(plusOneWorkingDay(calendar, at('2026-03-27', 15))).toBe(at('2026-03-30', 15));
  });

  it('from a weekend or holiday to the next working day', () => {
    expect(plusOneWorkingDay(calendar, at('2026-11-21', 20))).toBe(at('2026-11-23', 20));
    expect(plusOneWorkingDay(calendar, at('2026-12-24', 9))).toBe(at('2026-12-28', 9));
  });
});
