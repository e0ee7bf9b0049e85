import { expect, it } from 'vitest';
import { countTests, exitCodeOf } from './test-totals.ts';

it('each test counts once, by how it ended', () => {
  const totals = countTests(
    [
      { tests: ['passed', 'passed', 'skipped'], state: 'passed' },
      { tests: ['passed', 'failed'], state: 'failed' },
    ],
    0,
  );
  expect(totals).toEqual({ passed: 3, failed: 1, skipped: 1 });
});

it('a file that cannot be read is a failure although it has no tests', () => {
  expect(countTests([{ tests: [], state: 'failed' }], 0)).toEqual({ passed: 0, failed: 1, skipped: 0 });
});

it('a test that never ended is a failure', () => {
  expect(countTests([{ tests: ['passed', 'pending'], state: 'pending' }], 0).failed).toBe(1);
});

it('an error outside all tests is a failure', () => {
  expect(countTests([{ tests: ['passed'], state: 'passed' }], 1)).toEqual({
    passed: 1,
    failed: 1,
    skipped: 0,
  });
});

it('only failures, or no tests at all, end with a code that is not zero', () => {
  expect(exitCodeOf({ passed: 2, failed: 0, skipped: 1 })).toBe(0);
  expect(exitCodeOf({ passed: 2, failed: 1, skipped: 0 })).toBe(1);
  expect(exitCodeOf({ passed: 0, failed: 0, skipped: 3 })).toBe(1);
});
