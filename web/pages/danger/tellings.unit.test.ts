import { describe, expect, it } from 'vitest';
import type { RecordedFact } from '../../requests/dossiers.ts';
import { dangersToRecord, stateOf, tellingsOf } from './tellings.ts';

type Fact = RecordedFact['event'];

const fact = (id: string, type: string, data: object, more: object = {}) =>
  ({ id, type, data, recordedAt: '2026-11-21T16:00:00.000Z', ...more }) as unknown as Fact;

const suspected = (kindCode: string, more: object = {}) => fact('d1', 'danger.suspected', { kindCode }, more);
const reported = (recipientKindCode: string, channelCode: string, id = 'r1', dangerId = 'd1') =>
  fact(id, 'danger.reported', { dangerId, recipientKindCode, channelCode });

const shown = (facts: readonly Fact[]) =>
  tellingsOf(facts).map(({ route, state }) => `${route.options[0]?.to} ${route.binding} ${state}`);

describe('recorded is not reported (R 2)', () => {
  it('after recording nothing is told', () => {
    const facts = [suspected('neglect')];
    expect(shown(facts)).toEqual(['orphansCourt required untold']);
    expect(stateOf(tellingsOf(facts))).toBe('untold');
  });

  it('a written report is sent, not received, until the receipt is confirmed', () => {
    for (const channel of ['product', 'eAddress', 'recordSystem', 'email', 'paper']) {
      const sent = [suspected('neglect'), reported('orphansCourt', channel)];
      expect(stateOf(tellingsOf(sent))).toBe('unconfirmed');
      expect(stateOf(tellingsOf([...sent, fact('c', 'danger.receiptConfirmed', { reportId: 'r1' })]))).toBe(
        'told',
      );
    }
  });

  it('110 was rung: told at once, and the recommended letter is nobody’s duty', () => {
    const facts = [suspected('sexualViolence'), reported('statePolice', 'call110')];
    expect(shown(facts)).toEqual(['statePolice required told', 'orphansCourt recommended untold']);
    expect(stateOf(tellingsOf(facts))).toBe('told');
  });

  it('where both are to be told, one is not enough (K table 7)', () => {
    const one = [suspected('emotionalViolenceSevere'), reported('statePolice', 'call110')];
    expect(stateOf(tellingsOf(one))).toBe('untold');
    expect(stateOf(tellingsOf([...one, reported('orphansCourt', 'inPerson', 'r2')]))).toBe('told');
  });

  it('a report of another danger, or one that was withdrawn, tells nobody', () => {
    const other = [suspected('neglect'), reported('orphansCourt', 'inPerson', 'r1', 'other')];
    expect(stateOf(tellingsOf(other))).toBe('untold');
    const withdrawn = [
      suspected('neglect'),
      reported('orphansCourt', 'inPerson'),
      fact('w', 'fact.withdrawn', { eventId: 'r1' }),
    ];
    expect(stateOf(tellingsOf(withdrawn))).toBe('untold');
  });

  it('two dangers with the same way are told once; it stands as the one further behind', () => {
    const facts = [
      suspected('sexualViolence'),
      fact('d2', 'danger.suspected', { kindCode: 'adultsThreaten' }),
      reported('statePolice', 'call110'),
    ];
    const first = tellingsOf(facts)[0];
    expect(first).toMatchObject({ dangerIds: ['d1', 'd2'], state: 'untold' });
  });

  it('no dangers: nothing may look as if it had been told', () => {
    expect(stateOf(tellingsOf([]))).toBe('untold');
  });
});

describe('what is recorded', () => {
  it('one danger for each row with a report of its own', () => {
    const kinds = (sight: 'physicalViolenceSuspected', replies: object) =>
      dangersToRecord({ sight, replies }).map(({ data }) => data.kindCode);
    expect(kinds('physicalViolenceSuspected', {})).toEqual(['physicalViolenceSuspected']);
    expect(kinds('physicalViolenceSuspected', { evident: 'yes', afraid: 'yes' })).toEqual([
      'physicalViolenceEvident',
    ]);
    expect(kinds('physicalViolenceSuspected', { official: 'yes' })).toEqual([
      'byOfficial',
      'physicalViolenceSuspected',
    ]);
  });

  it('acute is said with each of them', () => {
    const facts = dangersToRecord({ sight: 'neglect', replies: { acute: 'unsure', official: 'yes' } });
    expect(facts.length).toBe(2);
    expect(facts.every(({ acute }) => acute === true)).toBe(true);
  });
});
