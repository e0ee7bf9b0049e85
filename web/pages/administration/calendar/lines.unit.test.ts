import { expect, it } from 'vitest';
import type { CalendarChange } from '../../../requests/set-up.ts';
import { linesLaidOver } from './lines.ts';

function off(day: string): CalendarChange {
  return { kind: 'holidayRemoved', day, source: 'Order 1' };
}

it('lines added and taken out here are done to the list that somebody else saved meanwhile', () => {
  const before = [off('2027-01-01'), off('2027-01-02')];
  const draft = [off('2027-01-02'), off('2027-01-03')];
  const now = [...before, off('2027-01-04')];
  expect(linesLaidOver(draft, before, now)).toEqual([
    off('2027-01-02'),
    off('2027-01-04'),
    off('2027-01-03'),
  ]);
});
