import { describe, expect, it } from 'vitest';
import { recordFacts } from '../../../contracts/event.ts';
import { firstFacts, missingOf, whats } from './first-facts.ts';

const happened = {
  what: 'case',
  riskCode: 'family',
  acute: true,
  words: ' redzēja ',
  absentOn: '2026-11-20',
  absentFor: 'day',
  reasonKnown: false,
  level: '2',
  managerId: '0f0f0f0f-0f0f-4f0f-8f0f-0f0f0f0f0f0f',
} as const;

describe('the first facts of a new entry (issue 5, screen 8)', () => {
  it.each(whats)('are facts of the vocabulary: %s', (what) => {
    const facts = firstFacts({ ...happened, what });
    expect(recordFacts.parse({ facts })).toEqual({ facts });
  });

  it('of a case: the risk, the opening with its level, and who leads it', () => {
    expect(firstFacts(happened).map(({ type }) => type)).toEqual([
      'risk.identified',
      'case.opened',
      'case.managerAssigned',
    ]);
    expect(firstFacts(happened)[0]).toMatchObject({ acute: true, words: 'redzēja' });
  });

  it('of an absence: the day, how much of it, and that nobody told why: parents are rung the same day (K table 10)', () => {
    expect(firstFacts({ ...happened, what: 'absence' })).toEqual([
      {
        type: 'absence.noted',
        words: 'redzēja',
        data: { date: '2026-11-20', scopeCode: 'day', reasonKnown: false },
      },
    ]);
    expect(missingOf({ ...happened, what: 'absence', riskCode: '', managerId: '' })).toEqual([]);
    expect(missingOf({ ...happened, what: 'absence', absentOn: '' })).toEqual(['absentOn']);
  });

  it('a case needs somebody who leads it, a concern does not', () => {
    expect(missingOf({ ...happened, managerId: '' })).toEqual(['managerId']);
    expect(missingOf({ ...happened, what: 'noticed', managerId: '', riskCode: '' })).toEqual(['riskCode']);
  });
});
