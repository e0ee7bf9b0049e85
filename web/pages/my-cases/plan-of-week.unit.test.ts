import { expect, it } from 'vitest';
import { weekShown } from './plan-of-week.ts';

const weeks = [{ monday: '2026-11-16' }, { monday: '2026-11-23' }, { monday: '2026-11-30' }];

it('the planner opens at the week of the first review (R 26)', () => {
  expect(weekShown(weeks, ['2026-12-04', null, '2026-11-27'], undefined)).toBe(1);
  expect(weekShown(weeks, [null], undefined)).toBe(0);
});

it('or at the week that the address names', () => {
  expect(weekShown(weeks, ['2026-11-17'], '2026-11-23')).toBe(1);
  expect(weekShown(weeks, ['2026-12-04'], '2020-01-01')).toBe(2);
});
