import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayTrouble, typedDay } from './typed-day.ts';

describe('a typed day (issue 5, forms)', () => {
  it('the day stands first, also where it could be a month', () => {
    for (const typed of ['05.12.2026.', '05.12.2026', '5.12.2026', '5. 12. 2026.', '5/12/2026', '05122026'])
      expect(typedDay(typed)).toBe('2026-12-05');
    expect(typedDay('2026-12-05')).toBe('2026-12-05');
  });

  it('what is no day, or not yet a whole one, is none', () => {
    for (const typed of ['', '5', '5.12.', '5.12.26', '31.04.2026.', '12.25.2026', '29.02.2027', 'rīt'])
      expect(typedDay(typed)).toBeNull();
  });

  it('every day that a field shows is read back as the same day', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true }),
        (moment) => {
          const day = moment.toISOString().slice(0, 10);
          const [y, m, d] = day.split('-');
          expect(typedDay(`${d}.${m}.${y}.`)).toBe(day);
        },
      ),
    );
  });

  it('says why it cannot be taken: no day, before the first or after the last that may be meant', () => {
    const bounds = { required: false, minDate: '2026-12-02', maxDate: '2026-12-10' };
    expect(['5.12.2026.', ''].map((typed) => dayTrouble(typed, bounds))).toEqual([null, null]);
    expect(['5.13.2026', '1.12.2026', '11.12.2026'].map((typed) => dayTrouble(typed, bounds))).toEqual([
      'unreadable',
      'tooEarly',
      'tooLate',
    ]);
    expect(dayTrouble(' ', { ...bounds, required: true })).toBe('unreadable');
  });
});
