import { describe, expect, it } from 'vitest';
import { numberTyped } from './number-typed.ts';

describe('a case number in the search box (issue 5, screen 8)', () => {
  it.each([
    ['2026-0412', '2026-0412'],
    ['2025-412', '2025-0412'],
    ['0054', '2026-0054'],
    ['412', '2026-0412'],
    ['12345', '2026-12345'],
    ['7', null],
    ['12', null],
    ['7.a', null],
    ['Anna', null],
    ['', null],
  ])('%s', (typed, number) => {
    expect(numberTyped(typed, '2026')).toBe(number);
  });
});
