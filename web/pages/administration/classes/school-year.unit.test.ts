import { expect, it } from 'vitest';
import { nextSchoolYear, schoolYearInHand, yearBefore } from './school-year.ts';

it('the school year that a page of classes begins with', () => {
  expect(schoolYearInHand('2026-11-21')).toBe('2026/2027');
  expect(schoolYearInHand('2027-05-31')).toBe('2026/2027');
  expect(schoolYearInHand('2027-06-01')).toBe('2027/2028');
});

it('the years beside it', () => {
  expect(nextSchoolYear('2026/2027')).toBe('2027/2028');
  expect(yearBefore('2026/2027')).toBe('2025/2026');
});
