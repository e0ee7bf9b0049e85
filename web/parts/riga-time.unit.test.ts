import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { momentOf, wallTimeOf } from './riga-time.ts';

describe('wall time in Latvia', () => {
  it('is two hours ahead of UTC in winter, three in summer', () => {
    expect(momentOf({ day: '2026-11-21', time: '09:30' })).toBe('2026-11-21T07:30:00.000Z');
    expect(momentOf({ day: '2026-07-01', time: '00:00' })).toBe('2026-06-30T21:00:00.000Z');
    expect(wallTimeOf(new Date('2026-11-20T22:15:00.000Z'))).toEqual({ day: '2026-11-21', time: '00:15' });
  });

  it('there and back is the same minute, but for the hour that comes twice in autumn', () => {
    const minutes = fc.integer({ min: Date.UTC(2020, 0) / 60_000, max: Date.UTC(2040, 0) / 60_000 });
    fc.assert(
      fc.property(minutes, (minute) => {
        const wall = wallTimeOf(new Date(minute * 60_000));
        expect(wallTimeOf(new Date(momentOf(wall)))).toEqual(wall);
      }),
    );
  });
});
