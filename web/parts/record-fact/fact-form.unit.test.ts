import { describe, expect, it } from 'vitest';
import { factVocabulary } from '../../../documents/words/facts/fact-vocabulary.ts';
import type { FactType, RecordedFact } from '../../requests/dossiers.ts';
import {
  askedFields,
  beginning,
  factOf,
  missingFields,
  momentText,
  recordedValues,
  wallTimeIn,
  withdrawalOf,
} from './fact-form.ts';

const typeOf = (name: string): FactType => {
  const found = factVocabulary.groups.flatMap(({ types }) => types).find(({ type }) => type === name);
  if (found === undefined) throw new Error(name);
  return found;
};
const now = { day: '2026-11-21', time: '09:30' };
let made = 0;
const fresh = () => `fresh-${++made}`;

describe('the form of a fact (issue 5, screen 2)', () => {
  it('leaves “now” to the API where nobody changed it', () => {
    const type = typeOf('reply.sent');
    const values = beginning(type, { referralId: 'r1' }, now, fresh);
    expect(factOf(type, values, now)).toEqual({ type: 'reply.sent', data: { referralId: 'r1' } });
  });

  it('puts an earlier day into the field that holds the real day', () => {
    const type = typeOf('reply.sent');
    const values = {
      ...beginning(type, { referralId: 'r1' }, now, fresh),
      when: { ...now, day: '2026-11-19' },
    };
    expect(factOf(type, values, now).data).toMatchObject({ sentOn: '2026-11-19' });
  });

  it('a correction begins as it was recorded, and withdraws that (duties, section 9, fact.withdrawn)', () => {
    const event = {
      id: 'e1',
      type: 'reply.sent',
      occurredAt: '2026-11-18T08:15:00.000Z',
      data: { referralId: 'r1', sentOn: '2026-11-17' },
    };
    const recorded = { event, words: 'Kā runāts.' } as unknown as RecordedFact;
    const values = recordedValues(typeOf('reply.sent'), recorded);
    expect(values.when).toEqual({ day: '2026-11-17', time: '10:15' });
    expect(factOf(typeOf('reply.sent'), { ...values, words: 'Kā rakstīts.' }, now)).toEqual({
      type: 'reply.sent',
      words: 'Kā rakstīts.',
      data: { referralId: 'r1', sentOn: '2026-11-17' },
    });
    expect(withdrawalOf(recorded.event.id)).toEqual({
      type: 'fact.withdrawn',
      data: { eventId: 'e1', reasonCode: 'mistake' },
    });
  });

  it('makes what only has to be new, asks for nothing that is known, and says what is missing', () => {
    const type = typeOf('referral.sent');
    const values = beginning(type, {}, now, fresh);
    expect(values.fields['referralId']).toMatch(/^fresh-/);
    const asked = askedFields(type, { kindCode: 'handover' }).map(({ name }) => name);
    expect(asked).not.toContain('referralId');
    expect(asked).not.toContain('kindCode');
    expect(missingFields(type, values)).toEqual(['receiverId', 'kindCode', 'channelCode']);
  });

  it('writes what inputs hold as text in the form of the wire', () => {
    const type = typeOf('plan.agreed');
    const values = beginning(type, { planId: 'p1' }, now, fresh);
    const filled = {
      ...values,
      fields: { ...values.fields, nextMeetingOn: '2026-12-01', actionIds: [] },
      words: ' vienojās ',
    };
    expect(factOf(type, filled, now)).toEqual({
      type: 'plan.agreed',
      words: 'vienojās',
      data: { planId: 'p1', nextMeetingOn: '2026-12-01' },
    });
  });

  it('a moment needs both its day and its time, also where it may be left out', () => {
    const type = typeOf('meeting.scheduled');
    const filled = (startsAt: string) => ({
      ...beginning(type, { meetingId: 'm1' }, now, fresh),
      fields: { meetingId: 'm1', startsAt },
    });
    for (const half of ['2026-12-01T', 'T09:30']) {
      expect(missingFields(type, filled(half))).toContain('startsAt');
      expect(factOf(type, filled(half), now).data).not.toHaveProperty('startsAt');
    }
    expect(missingFields(type, filled('2026-12-01T09:30'))).not.toContain('startsAt');
    expect(factOf(type, filled('2026-12-01T09:30'), now).data).toMatchObject({
      startsAt: '2026-12-01T07:30:00.000Z',
    });
    expect(momentText(wallTimeIn('2026-12-01T07:30:00.000Z'))).toBe('2026-12-01T09:30');
  });
});
