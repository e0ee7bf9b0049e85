import { describe, expect, it } from 'vitest';
import type { ReferralView } from '../../requests/referrals.ts';
import { inboxFilterOf, questionOf } from './inbox-filter.ts';
import { referralActs } from './referral-acts.ts';
import { standingOf } from './referral-standing.ts';

const place = { id: 'i', name: 'Iestāde', municipality: 'Novads' };
const sent: ReferralView = {
  dossierId: 'd',
  referralId: 'r',
  caseNumber: '2026-0001',
  phase: 'case',
  side: 'in',
  kindCode: 'handover',
  channelCode: 'product',
  regNo: null,
  sender: place,
  receiver: place,
  learner: null,
  waitsFor: 'us',
  sentOn: '2026-11-20' as ReferralView['sentOn'],
  answerWanted: false,
  wishedBy: null,
  received: { on: '2026-11-20' as ReferralView['sentOn'], howKnownCode: 'product' },
  acknowledged: null,
  supplements: [],
  evaluated: null,
  answered: null,
  postponed: null,
  withdrawn: null,
  duties: [],
  acts: ['answerReferral'],
};
const on = sent.sentOn;
const names = (referral: ReferralView) => referralActs(referral).map(({ name }) => name);

describe('the inbox', () => {
  it('keeps its filters in the address, and passes over what is none', () => {
    expect(inboxFilterOf({ gaida: 'citus', puse: 'x', veids: 'handover', numurs: 2026 })).toEqual({
      gaida: 'citus',
      veids: 'handover',
      numurs: '2026',
    });
    expect(inboxFilterOf({ veids: '<b>', numurs: {} })).toEqual({});
    expect(questionOf({})).toMatchObject({ status: 'waitsForUs' });
    expect(questionOf({ gaida: 'neviens', puse: 'nosutitie' })).toMatchObject({
      status: 'closed',
      side: 'out',
    });
  });

  it('offers the receiver to decide first, with a reason where it declines', () => {
    expect(names(sent)[0]).toBe('accept');
    const learner = { firstName: 'Elza', initial: 'K', className: '5.a' };
    expect(names({ ...sent, kindCode: 'letter' })[0]).toBe('accept');
    expect(names({ ...sent, kindCode: 'letter', learner })[0]).toBe('answer');
    expect(names({ ...sent, received: null })[0]).toBe('receive');
    const decline = referralActs(sent).find(({ name }) => name === 'decline');
    expect(decline?.fact).toMatchObject({
      type: 'referral.acknowledged',
      known: { referralId: 'r', outcomeCode: 'declined' },
      needed: ['reasonCode'],
    });
    expect(names({ ...sent, acts: [] })).toEqual([]);
  });

  it('lets the sender withdraw from a wrong recipient at any time, also after acceptance (R 17)', () => {
    const accepted = { on, outcomeCode: 'accepted', reasonCode: null, redirectedTo: null } as const;
    const out = { ...sent, side: 'out', acts: ['refer'] } as const;
    expect(names({ ...out, acknowledged: accepted })).toContain('withdrawWrong');
    expect(names({ ...out, withdrawn: { on, reasonCode: 'mistake' } })).toEqual([]);
  });

  it('what came back is sent on by its sender, to the place it was redirected to', () => {
    const acknowledged = { on, outcomeCode: 'redirected', reasonCode: null, redirectedTo: place } as const;
    const back: ReferralView = { ...sent, side: 'out', acts: ['refer'], acknowledged };
    expect(referralActs(back)[0]).toMatchObject({
      name: 'sendOn',
      fact: { type: 'referral.sent', likely: { receiverId: place.id, kindCode: 'handover' } },
    });
    expect(names({ ...back, waitsFor: 'nobody' })).toEqual(['withdraw', 'withdrawWrong']);
    expect(names({ ...back, side: 'in' })).toEqual([]);
  });

  it('puts what was asked for in addition first, for the side that has the ball (R 12)', () => {
    const asked = { requestId: 'q', askedOn: on, wantedBy: null, missingCodes: [], givenOn: null };
    const out: ReferralView = { ...sent, side: 'out', acts: ['refer'], supplements: [asked] };
    expect(referralActs(out)[0]).toMatchObject({ name: 'supplement', fact: { known: { requestId: 'q' } } });
    expect(standingOf(out)).toBe('supplementAsked');
  });

  it('says how it stands as a fact (R 10)', () => {
    expect(standingOf(sent)).toBe('notDecided');
    expect(standingOf({ ...sent, received: null })).toBe('notReceived');
    const answered = { on, how: 'sent', channelCode: null, disputed: false } as const;
    expect(standingOf({ ...sent, answered })).toBe('answered');
    expect(standingOf({ ...sent, answered: { ...answered, disputed: true } })).toBe('disputed');
    expect(standingOf({ ...sent, kindCode: 'notice' })).toBe('nothingAsked');
  });
});
