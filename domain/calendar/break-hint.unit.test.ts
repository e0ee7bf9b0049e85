import { describe, expect, it } from 'vitest';
import { calendarDay } from '../time.ts';
import { breakHint } from './break-hint.ts';
import type { SchoolYear } from './school-breaks.ts';

const yearWith = (lv: string, en: string): readonly SchoolYear[] => [
  {
    starts: calendarDay('2026-09-01'),
    ends: calendarDay('2027-05-31'),
    breaks: [{ name: { lv, en }, from: calendarDay('2026-10-19'), until: calendarDay('2026-10-23') }],
  },
];
const autumn = yearWith('Rudens brīvlaiks', 'autumn break');

describe('a planned day in a school break', () => {
  it('is told with the name of the break, and that the term stays (calendar.md, School time)', () => {
    expect(breakHint(autumn, calendarDay('2026-10-21'))).toEqual({
      name: { lv: 'Rudens brīvlaiks', en: 'autumn break' },
      from: '2026-10-19',
      until: '2026-10-23',
      words: {
        lv: 'iekrīt rudens brīvlaikā; termiņš nemainās',
        en: 'falls into “autumn break”; the term does not change',
      },
    });
  });

  it.each(['2026-10-19', '2026-10-23'])('its first and last day, %s, are in it', (day) => {
    expect(breakHint(autumn, calendarDay(day))).not.toBeNull();
  });

  it.each(['2026-10-18', '2026-10-24'])('the days beside it, %s, are not', (day) => {
    expect(breakHint(autumn, calendarDay(day))).toBeNull();
  });

  it('a name that is no “… brīvlaiks” is quoted as it was typed', () => {
    const [hint] = [breakHint(yearWith('Ražas nedēļa', 'harvest week'), calendarDay('2026-10-20'))];
    expect(hint?.words.lv).toBe('iekrīt brīvlaikā “Ražas nedēļa”; termiņš nemainās');
  });
});
