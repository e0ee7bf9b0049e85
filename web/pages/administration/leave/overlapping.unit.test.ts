import { describe, expect, it } from 'vitest';
import { overlapping } from './overlapping.ts';

const line = (personId: string, from: string, until: string | null) => ({ personId, from, until });
/** From Monday the 16th to Friday the 20th, in Riga. */
const week = line('anna', '2026-11-15T22:00:00.000Z', '2026-11-20T22:00:00.000Z');

describe('leave that overlaps is told before it is stored', () => {
  it('one common day is enough, the day after is not', () => {
    expect(overlapping([week], 'anna', { from: '2026-11-20', until: '2026-11-27' })).toBe(week);
    expect(overlapping([week], 'anna', { from: '2026-11-21', until: '' })).toBeUndefined();
    expect(overlapping([week], 'anna', { from: '2026-11-09', until: '2026-11-15' })).toBeUndefined();
    expect(overlapping([week], 'anna', { from: '2026-11-09', until: '2026-11-16' })).toBe(week);
  });

  it('what has no end meets all that comes later, and nobody else’s leave counts', () => {
    const open = line('anna', '2026-11-15T22:00:00.000Z', null);
    expect(overlapping([open], 'anna', { from: '2027-06-01', until: '' })).toBe(open);
    expect(overlapping([open], 'zane', { from: '2027-06-01', until: '' })).toBeUndefined();
    expect(overlapping([open], null, { from: '2027-06-01', until: '' })).toBeUndefined();
  });
});
