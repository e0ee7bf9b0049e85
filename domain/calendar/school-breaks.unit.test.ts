import { describe, expect, it } from 'vitest';
import { calendarDay } from '../time.ts';
import { breakOn, type SchoolYear } from './school-breaks.ts';

const day = calendarDay;
const autumn = {
  name: { lv: 'rudens brīvlaiks', en: 'autumn break' },
  from: day('2026-10-26'),
  until: day('2026-10-30'),
};
const table: readonly SchoolYear[] = [
  { starts: day('2025-09-01'), ends: day('2026-05-29'), breaks: [] },
  { starts: day('2026-09-01'), ends: day('2027-05-31'), breaks: [autumn] },
];

describe('school breaks warn (calendar.md, “School time”)', () => {
  it('the first and the last day belong to the break, their neighbours do not', () => {
    expect(breakOn(table, day('2026-10-26'))).toBe(autumn);
    expect(breakOn(table, day('2026-10-30'))).toBe(autumn);
    expect(breakOn(table, day('2026-10-25'))).toBeNull();
    expect(breakOn(table, day('2026-10-31'))).toBeNull();
  });

  it('summer lies between two known school years', () => {
    expect(breakOn(table, day('2026-07-15'))).toEqual({
      name: { lv: 'vasaras brīvlaiks', en: 'summer break' },
      from: '2026-05-30',
      until: '2026-08-31',
    });
    expect(breakOn(table, day('2026-05-29'))).toBeNull();
    expect(breakOn(table, day('2026-09-01'))).toBeNull();
  });

  it('a summer whose next school year is not in the table is not guessed', () => {
    expect(breakOn(table, day('2027-07-15'))).toBeNull();
  });
});
