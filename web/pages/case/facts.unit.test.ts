import { describe, expect, it } from 'vitest';
import { factVocabulary } from '../../../documents/words/facts/fact-vocabulary.ts';
import type { RecordedFact } from '../../requests/dossiers.ts';
import { happenedAt, holding, linesOf, typesByName, withdrawals } from './facts.ts';

const types = typesByName(factVocabulary);

function fact(id: string, type: string, data: Readonly<Record<string, unknown>>): RecordedFact {
  const at = '2026-11-20T08:00:00.000Z';
  return {
    event: { id, seq: 1, type, occurredAt: at, recordedAt: at, by: 'p', institution: 'i', data },
    words: null,
    byName: null,
    institutionName: 'Skola',
    names: [],
  } as unknown as RecordedFact;
}

const talk = fact('a', 'talk.held', { kindCode: 'first', heldOn: '2026-11-18' });
const gone = fact('b', 'fact.withdrawn', { eventId: 'a', reasonCode: 'mistake' });
const back = fact('c', 'fact.withdrawn', { eventId: 'b', reasonCode: 'mistake' });

describe('the facts of a case', () => {
  it('what was withdrawn does not hold; a withdrawal that was withdrawn takes nothing away', () => {
    expect(holding([talk, gone])).toEqual([]);
    expect(withdrawals([talk, gone]).get('a')).toBe(gone);
    expect(holding([talk, gone, back])).toEqual([talk]);
    expect([...withdrawals([talk, gone, back]).keys()]).toEqual(['b']);
  });

  it('happened when its own day says, else when it was said to happen', () => {
    expect(happenedAt(talk, types.get('talk.held'))).toBe('2026-11-18');
    expect(happenedAt(gone, types.get('fact.withdrawn'))).toBe('2026-11-20T08:00:00.000Z');
  });

  it('is said with the words of fields and codes; ids by name, or not at all', () => {
    const say = {
      text: (words: { readonly lv: string }) => words.lv,
      day: (day: string) => day,
      moment: (moment: string) => moment,
      flag: (value: boolean) => (value ? 'jā' : 'nē'),
      name: (id: string) => (id === 'service' ? 'Sociālais dienests' : null),
      duty: () => null,
    };
    const sent = fact('d', 'referral.sent', {
      referralId: 'r',
      receiverId: 'service',
      kindCode: 'letter',
      channelCode: 'paper',
      answerWanted: true,
    });
    const texts = linesOf(sent, types.get('referral.sent'), say).map(({ text }) => text);
    expect(texts).toContain('Sociālais dienests');
    expect(texts).toContain('jā');
    expect(texts).not.toContain('r');
    expect(texts).not.toContain('letter');
  });
});
