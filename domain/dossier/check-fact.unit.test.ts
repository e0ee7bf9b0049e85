import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkFact } from './check-fact.ts';
import { shapeOf } from './event.ts';
import { allEventTypes, arbitraryBrokenFact, arbitraryFact } from './testing/arbitrary-fact.ts';

const sent = {
  referralId: 'r1',
  receiverId: 'social-service',
  kindCode: 'handover',
  channelCode: 'email',
} as const;

describe('checkFact', () => {
  it('accepts whatever the vocabulary allows', () => {
    fc.assert(
      fc.property(arbitraryFact, ({ type, data }) => checkFact(type, data).length === 0),
      {
        numRuns: 1000,
      },
    );
  });

  it('refuses any single thing that is wrong, and names its field', () => {
    fc.assert(
      fc.property(arbitraryBrokenFact, ({ type, data, broken }) => {
        const problems = checkFact(type, data);
        expect(problems.length).toBeGreaterThan(0);
        expect(problems.every(({ path }) => path === broken || path.startsWith(`${broken}[`))).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it('says what is missing', () => {
    expect(checkFact('referral.sent', {})).toEqual([
      { code: 'missing', path: 'referralId' },
      { code: 'missing', path: 'receiverId' },
      { code: 'missing', path: 'kindCode' },
      { code: 'missing', path: 'channelCode' },
    ]);
  });

  it('names the codes that a closed list allows', () => {
    expect(checkFact('review.held', { resultCode: 'great' })).toEqual([
      { code: 'notInList', path: 'resultCode', allowed: ['better', 'same', 'worse'] },
    ]);
  });

  it('takes no field that the vocabulary does not know, so that words have no place (duties 9)', () => {
    expect(checkFact('referral.sent', { ...sent, note: 'Anna' })).toEqual([
      { code: 'unknownField', path: 'note' },
    ]);
  });

  it('coerces nothing: null, a number for a text and a day of another form are refused', () => {
    expect(checkFact('referral.sent', { ...sent, sentOn: null })).toEqual([
      { code: 'notADay', path: 'sentOn' },
    ]);
    expect(checkFact('referral.sent', { ...sent, referralId: 1 })).toEqual([
      { code: 'notAnId', path: 'referralId' },
    ]);
    expect(checkFact('referral.sent', { ...sent, sentOn: '21.11.2026' })).toEqual([
      { code: 'notADay', path: 'sentOn' },
    ]);
    expect(checkFact('referral.sent', { ...sent, answerWanted: 'true' })).toEqual([
      { code: 'notAFlag', path: 'answerWanted' },
    ]);
    expect(checkFact('search.recorded', { copies: '3' })).toEqual([{ code: 'notACount', path: 'copies' }]);
  });

  it('points at the element of a list', () => {
    expect(checkFact('notice.sent', { receiverIds: ['a', 'b', 'a'], kindCode: 'absence' })).toEqual([
      { code: 'duplicate', path: 'receiverIds[2]' },
    ]);
    expect(checkFact('notice.sent', { receiverIds: [], kindCode: 'absence' })).toEqual([
      { code: 'emptyList', path: 'receiverIds' },
    ]);
  });

  it('takes data that are an object only', () => {
    for (const data of [null, undefined, [], 'x', 1, true]) {
      expect(checkFact('concern.closed', data)).toEqual([{ code: 'notAnObject', path: '' }]);
    }
  });

  it('lets a label hold a register number but no full name', () => {
    const withNumber = (regNo: string) => checkFact('referral.sent', { ...sent, regNo });
    expect(withNumber('1-9/25 Š')).toEqual([]);
    expect(withNumber('Anna Bērziņa')).toEqual([{ code: 'notALabel', path: 'regNo' }]);
  });

  it('knows a duty by its id and by its key', () => {
    const waived = (dutyKey: string) => checkFact('duty.waived', { dutyKey, reasonCode: 'notNeeded' });
    expect(waived('report-danger@S:0192f1d2-aaaa-7bbb-8ccc-1234567890ab:institution-1')).toEqual([]);
    expect(waived('reply')).toEqual([]);
    expect(waived('Reply:1')).toEqual([{ code: 'notADutyRef', path: 'dutyKey' }]);
  });
});

describe('vocabulary', () => {
  it('lets danger and incidents be recorded with nothing but the fact (rules 5)', () => {
    const emergency = ['danger.seen', 'danger.suspected', 'incident.recorded', 'emergency.found'] as const;
    for (const type of emergency) expect(checkFact(type, {})).toEqual([]);
  });

  it('wants for a report of danger whom and how, since recorded is not reported (rules 2)', () => {
    const problems = checkFact('danger.reported', {});
    expect(problems).toEqual([
      { code: 'missing', path: 'dangerId' },
      { code: 'missing', path: 'recipientKindCode' },
      { code: 'missing', path: 'channelCode' },
    ]);
  });

  it('dates a fact only by a day or moment of its own', () => {
    for (const type of allEventTypes) {
      const { dated, fields } = shapeOf(type);
      if (dated !== undefined) expect(['day', 'moment'], type).toContain(fields[dated]?.kind);
    }
  });

  it('names each code of a list once', () => {
    for (const type of allEventTypes) {
      for (const [name, field] of Object.entries(shapeOf(type).fields)) {
        const codes = 'codes' in field ? field.codes : [];
        expect(new Set(codes).size, `${type} ${name}`).toBe(codes.length);
      }
    }
  });
});
