import { describe, expect, it } from 'vitest';
import type { MyCase } from '../../requests/my-cases.ts';
import { arrange, myCasesSearch } from './arrange.ts';

const caseOf = (firstName: string, seen: string | null, due: string | null) =>
  ({
    learner: { firstName, initial: 'A', className: '7.a' },
    lastSeen: seen === null ? null : { what: 'talk', day: seen },
    next: due === null ? null : { duty: { due: { at: due } } },
    waitingFor: null,
  }) as unknown as MyCase;

const names = (cases: readonly MyCase[]) => cases.map(({ learner }) => learner?.firstName);

describe('“My cases” (R 26)', () => {
  const all = [
    caseOf('Zane', '2026-11-01', '2026-12-01T22:00:00.000Z'),
    caseOf('Čaks', null, null),
    caseOf('Cilda', '2026-10-01', '2026-11-25T22:00:00.000Z'),
  ];

  it('the next step first; without one, last', () => {
    expect(names(arrange(all, {}))).toEqual(['Cilda', 'Zane', 'Čaks']);
  });

  it('whoever was not seen longest first, never seen before all', () => {
    expect(names(arrange(all, { kartot: 'redzets' }))).toEqual(['Čaks', 'Cilda', 'Zane']);
  });

  it('by name in Latvian order', () => {
    expect(names(arrange(all, { kartot: 'vards' }))).toEqual(['Cilda', 'Čaks', 'Zane']);
  });

  it('only those never seen', () => {
    expect(names(arrange(all, { radit: 'nav-redzets' }))).toEqual(['Čaks']);
  });

  it('an address with something else shows everything', () => {
    expect(myCasesSearch({ kartot: 'x', radit: 'gaida', other: 1 })).toEqual({ radit: 'gaida' });
  });
});
