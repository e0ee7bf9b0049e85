import { describe, expect, it } from 'vitest';
import type { DutyView } from '../requests/duties.ts';
import { shortPerson, takingActs } from './taking-acts.ts';

const me = { personId: 'me', institutionId: 'service', hands: false };
const head = { ...me, hands: true };

function owed(takenBy: string | null, party: 'institution' | 'person' = 'institution'): DutyView {
  const owedBy = { party, institutionId: 'service', personId: 'me', role: 'caseManager' };
  const taker = takenBy === null ? null : { personId: takenBy, name: 'Liene Apsīte' };
  return { duty: { owedBy, settled: null }, takenBy: taker } as unknown as DutyView;
}

describe('who does what an institution owes', () => {
  it('is given back by who has taken it on, taken over by a colleague, handed on by who manages the people', () => {
    expect(takingActs(owed(null), me)).toEqual(['take']);
    expect(takingActs(owed('me'), me)).toEqual(['giveBack']);
    expect(takingActs(owed('liene'), me)).toEqual(['takeOver']);
    expect(takingActs(owed(null), head)).toEqual(['take', 'hand']);
    expect(takingActs(owed('liene'), head)).toEqual(['takeOver', 'giveBack', 'hand']);
  });

  it('is nobody’s choice where one person owes it, or another institution', () => {
    expect(takingActs(owed(null, 'person'), head)).toEqual([]);
    expect(takingActs(owed(null), { ...head, institutionId: 'school' })).toEqual([]);
  });

  it('is called by the first name and an initial', () => {
    expect(shortPerson('Liene Apsīte')).toBe('Liene A.');
    expect(shortPerson('Ilze')).toBe('Ilze');
  });
});
