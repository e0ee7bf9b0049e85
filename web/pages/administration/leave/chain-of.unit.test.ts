import { describe, expect, it } from 'vitest';
import type { Leave } from '../../../requests/staff.ts';
import { chainOf } from './chain-of.ts';

type Absence = Leave['absences'][number];

function line(personId: string, from: string, until: string | null): Absence {
  return {
    id: `${personId} ${from}`,
    personId,
    from: from as Absence['from'],
    until: until as Absence['until'],
  };
}

function standIn(personId: string, substituteId: string, from = '2026-11-01', until: string | null = null) {
  return { ...line(personId, from, until), substituteId };
}

describe('who stands in during a leave, as it is shown', () => {
  const anna = line('anna', '2026-11-16', '2026-11-30');

  it('the substitute named for those days', () => {
    const substitutes = [standIn('anna', 'early', '2026-01-01', '2026-11-16'), standIn('anna', 'berta')];
    expect(chainOf(anna, { absences: [anna], substitutes })).toEqual(['berta']);
  });

  it('who is on leave too passes it on', () => {
    const absences = [anna, line('berta', '2026-11-20', null)];
    const substitutes = [standIn('anna', 'berta'), standIn('berta', 'cilda')];
    expect(chainOf(anna, { absences, substitutes })).toEqual(['berta', 'cilda']);
  });

  it('nobody where nobody is named, and no circle', () => {
    expect(chainOf(anna, { absences: [anna], substitutes: [] })).toEqual([]);
    const absences = [anna, line('berta', '2026-11-20', null)];
    const substitutes = [standIn('anna', 'berta'), standIn('berta', 'anna')];
    expect(chainOf(anna, { absences, substitutes })).toEqual(['berta']);
  });
});
