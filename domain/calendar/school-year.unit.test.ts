import { expect, it } from 'vitest';
import { calendarDay } from '../time.ts';
import { schoolYearOf } from './school-year.ts';

it('a school year begins on 1 September; summer is of the one that ended', () => {
  expect(schoolYearOf(calendarDay('2026-09-01'))).toBe('2026/2027');
  expect(schoolYearOf(calendarDay('2027-01-10'))).toBe('2026/2027');
  expect(schoolYearOf(calendarDay('2027-08-31'))).toBe('2026/2027');
});
