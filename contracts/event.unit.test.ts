import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkFact } from '../domain/dossier/check-fact.ts';
import { arbitraryBrokenFact, arbitraryFact } from '../domain/dossier/testing/arbitrary-fact.ts';
import { factToRecord, recordedEvent } from './event.ts';
import { fieldErrorsOf } from './field-error.ts';

const envelope = {
  id: 'e1',
  seq: 1,
  occurredAt: '2026-11-02T08:00:00.000Z',
  recordedAt: '2026-11-02T08:01:00.000Z',
  by: 'p1',
  institution: 'school-1',
};

const sent = {
  type: 'referral.sent',
  data: { referralId: 'r1', receiverId: 'i1', kindCode: 'handover', channelCode: 'email' },
};

function errorsOf(input: unknown) {
  const { error } = factToRecord.safeParse(input);
  return error === undefined
    ? []
    : fieldErrorsOf(error, input, 'en').map(({ path, code }) => ({ path, code }));
}

describe('factToRecord', () => {
  it('accepts what the core accepts, unchanged', () => {
    fc.assert(
      fc.property(arbitraryFact, (fact) => {
        expect(checkFact(fact.type, fact.data)).toEqual([]);
        expect(factToRecord.parse(fact)).toEqual(fact);
      }),
      { numRuns: 1000 },
    );
  });

  it('refuses what the core refuses, with the same code at the same place', () => {
    fc.assert(
      fc.property(arbitraryBrokenFact, ({ type, data }) => {
        const core = checkFact(type, data).map(({ code, path }) => ({ code, path: `data.${path}` }));
        expect(core.length).toBeGreaterThan(0);
        expect(errorsOf({ type, data })).toEqual(core);
      }),
      { numRuns: 3000 },
    );
  });

  it('takes moment, urgency, the duties it settles and words beside the data', () => {
    const full = {
      ...sent,
      occurredAt: '2026-11-02T08:00:00.000Z',
      acute: true,
      settles: ['involve-external:e7'],
      words: 'Pasākumi: pagarināta diena, sarunas.\nRezultāta nav.',
    };
    expect(factToRecord.parse(full)).toEqual(full);
  });

  it('refuses a sender or a moment of recording: they are not for the client to say', () => {
    expect(errorsOf({ ...sent, by: 'p1', recordedAt: '2026-11-02T08:00:00.000Z' })).toEqual([
      { path: 'by', code: 'unknownField' },
      { path: 'recordedAt', code: 'unknownField' },
    ]);
  });

  it('says that a kind of fact does not exist', () => {
    expect(errorsOf({ type: 'referral.eaten', data: {} })).toEqual([{ path: 'type', code: 'unknownFact' }]);
    expect(errorsOf({ data: {} })).toEqual([{ path: 'type', code: 'missing' }]);
    expect(errorsOf(null)).toEqual([{ path: '', code: 'notAnObject' }]);
    expect(errorsOf([])).toEqual([{ path: '', code: 'notAnObject' }]);
    expect(errorsOf({ type: 'concern.closed', data: 'x' })).toEqual([{ path: 'data', code: 'notAnObject' }]);
    expect(errorsOf({ type: 'concern.closed' })).toEqual([{ path: 'data', code: 'missing' }]);
  });

  it('refuses words with control characters, none at all, or too many', () => {
    const withWords = (words: unknown) => errorsOf({ ...sent, words });
    expect(withWords('a\u0000b')).toEqual([{ path: 'words', code: 'notText' }]);
    expect(withWords('')).toEqual([{ path: 'words', code: 'emptyText' }]);
    expect(withWords('x'.repeat(20_001))).toEqual([{ path: 'words', code: 'tooLong' }]);
    expect(withWords([])).toEqual([{ path: 'words', code: 'notText' }]);
    expect(withWords(null)).toEqual([{ path: 'words', code: 'notText' }]);
  });
});

describe('recordedEvent', () => {
  it('is a fact with its whole envelope', () => {
    fc.assert(
      fc.property(arbitraryFact, (fact) => {
        const event = { ...envelope, ...fact };
        expect(recordedEvent.parse(event)).toEqual(event);
        for (const name of Object.keys(envelope)) {
          const { [name]: _left, ...rest } = event as Record<string, unknown>;
          expect(recordedEvent.safeParse(rest).success).toBe(false);
        }
      }),
      { numRuns: 200 },
    );
  });
});
