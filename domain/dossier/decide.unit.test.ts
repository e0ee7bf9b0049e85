import { describe, expect, it } from 'vitest';
import { national2025 } from '../../procedures/national-2025/index.ts';
import type { DossierSetting } from '../duty/setting.ts';
import { withInstitutions, withMunicipality } from '../testing/referral-story.ts';
import { school, setting, socialService, teacher, toInstant } from '../testing/scenario.ts';
import { type Decision, decide, dutiesAfter, type FactInput } from './decide.ts';
import type { DossierEvent, EventType } from './event.ts';

/** A dossier to which facts are offered one after the other. */
class Dossier {
  events: readonly DossierEvent[] = [];
  last: Decision = { events: [] };
  readonly setting: DossierSetting;
  #ids = 0;

  constructor(inSetting: DossierSetting = setting) {
    this.setting = inSetting;
  }

  /** Offers a fact; the answer is the refusal's code and path, or `taken`. */
  offer(
    type: EventType,
    now: string,
    data: Readonly<Record<string, unknown>> = {},
    options: Partial<FactInput> & { readonly institution?: string } = {},
  ): string {
    this.#ids += 1;
    const { institution = school, ...rest } = options;
    const input: FactInput = { id: `f${this.#ids}`, type, data, ...rest };
    const known = { procedure: national2025, setting: this.setting, events: this.events };
    const command = { facts: [input], by: teacher, institution, freshIds: [`g${this.#ids}`] };
    this.last = decide(known, command, toInstant(now));
    if ('refused' in this.last)
      return `${this.last.refused} ${this.last.path.replace('facts[0]', '')}`.trim();
    this.events = [...this.events, ...this.last.events];
    return 'taken';
  }

  duty(kind: string) {
    const known = { procedure: national2025, setting: this.setting, events: this.events };
    return dutiesAfter(known, []).find((duty) => duty.kind === kind);
  }
}

const handover = {
  referralId: 'r1',
  receiverId: socialService,
  kindCode: 'handover',
  channelCode: 'product',
};
const service = { institution: socialService };

function asked(inSetting?: DossierSetting): Dossier {
  const dossier = new Dossier(inSetting);
  dossier.offer('referral.sent', '2026-11-02T10:00+02:00', handover);
  return dossier;
}

describe('what a fact must be', () => {
  it('in the vocabulary, with the fields it asks for, under an id of its own', () => {
    const dossier = new Dossier();
    expect(dossier.offer('no.such' as EventType, '2026-11-02T10:00+02:00')).toBe('factInvalid .type');
    expect(dossier.offer('talk.held', '2026-11-02T10:00+02:00')).toBe('factInvalid .data.kindCode');
    expect(dossier.offer('danger.suspected', '2026-11-02T10:00+02:00', {}, { id: 'same' })).toBe('taken');
    expect(dossier.offer('danger.suspected', '2026-11-02T10:00+02:00', {}, { id: 'same' })).toBe(
      'factInvalid .id',
    );
  });

  it('not in the future, by its moment or by its real day; two minutes are a clock’s difference', () => {
    const dossier = new Dossier();
    const now = '2026-11-02T10:00+02:00';
    const at = (text: string) => ({ occurredAt: toInstant(text) });
    const talk = { kindCode: 'first' };
    expect(dossier.offer('talk.held', now, talk, at('2026-11-02T10:03+02:00'))).toBe(
      'factInFuture .occurredAt',
    );
    expect(dossier.offer('talk.held', now, talk, at('2026-11-02T10:02+02:00'))).toBe('taken');
    expect(dossier.offer('talk.held', now, { ...talk, heldOn: '2062-11-02' })).toBe(
      'factInFuture .data.heldOn',
    );
    expect(dossier.offer('talk.held', now, { ...talk, heldOn: '2026-11-02' })).toBe('taken');
    expect(
      dossier.offer('danger.reported', now, {
        dangerId: 'd1',
        recipientKindCode: 'statePolice',
        channelCode: 'call110',
        toldAt: '2026-11-02T09:00:00.000Z',
      }),
    ).toBe('factInFuture .data.toldAt');
    expect(dossier.offer('talk.held', now, talk, { occurredAt: 'yesterday' as never })).toBe(
      'factInvalid .occurredAt',
    );
  });

  it('an absence may be announced before its day', () => {
    const noted = { date: '2026-11-09', reasonKnown: true };
    expect(new Dossier().offer('absence.noted', '2026-11-02T10:00+02:00', noted)).toBe('taken');
  });
});

describe('R 13: inside the product sent is received', () => {
  it('where the receiver has an active user, on the day of sending, with the same urgency', () => {
    const dossier = new Dossier();
    const data = { ...handover, sentOn: '2026-10-30' };
    dossier.offer('referral.sent', '2026-11-02T10:00+02:00', data, { acute: true });
    expect(dossier.events.map(({ type, seq, acute }) => [type, seq, acute])).toEqual([
      ['referral.sent', 1, true],
      ['referral.received', 2, true],
    ]);
    expect(dossier.duty('evaluate')?.due?.day).toBe('2026-11-13');
  });

  it('not by another channel, and not where nobody there can see it', () => {
    const byPaper = new Dossier();
    byPaper.offer('referral.sent', '2026-11-02T10:00+02:00', { ...handover, channelCode: 'paper' });
    expect(byPaper.events).toHaveLength(1);
    expect(asked(withInstitutions({ [socialService]: { hasActiveUser: false } })).events).toHaveLength(1);
  });

  it('either side records an evaluation that came elsewhere, a third one does not', () => {
    const evaluated = { referralId: 'r1', outcomeCode: 'notNeeded' };
    const now = '2026-11-10T10:00+02:00';
    expect(asked().offer('evaluation.completed', now, evaluated)).toBe('taken');
    expect(asked().offer('evaluation.completed', now, evaluated, service)).toBe('taken');
    expect(asked().offer('evaluation.completed', now, evaluated, { institution: 'orphans-court' })).toBe(
      'notReceiver',
    );
    expect(asked().offer('reply.sent', now, { referralId: 'r1' })).toBe('notReceiver');
    expect(asked().offer('reply.reported', now, { referralId: 'r1' })).toBe('taken');
  });
});

describe('one open referral of a kind to one receiver (SORMAS #8576)', () => {
  const now = '2026-11-20T10:00+02:00';
  const second = { ...handover, referralId: 'r2' };

  it('a second one is refused while the first is open', () => {
    expect(asked().offer('referral.sent', now, second)).toBe('referralAlreadyOpen .data.receiverId');
    expect(asked().offer('referral.sent', now, handover)).toBe('referralAlreadyOpen .data.referralId');
  });

  it('not to another receiver, of another kind, or where it is acute (R 5)', () => {
    expect(asked().offer('referral.sent', now, { ...second, receiverId: 'orphans-court' })).toBe('taken');
    expect(asked().offer('referral.sent', now, { ...second, kindCode: 'problemReport' })).toBe('taken');
    expect(asked().offer('referral.sent', now, second, { acute: true })).toBe('taken');
  });

  it.each([
    ['referral.acknowledged', { referralId: 'r1', outcomeCode: 'declined' }],
    ['reply.sent', { referralId: 'r1' }],
    ['reply.reported', { referralId: 'r1' }],
    ['evaluation.completed', { referralId: 'r1', outcomeCode: 'notNeeded' }],
    ['feedback.given', { referralId: 'r1' }],
  ] as const)('after %s the way is free again', (type, data) => {
    const dossier = asked();
    expect(dossier.offer(type, '2026-11-10T10:00+02:00', data, service)).toBe('taken');
    expect(dossier.offer('referral.sent', now, second)).toBe('taken');
  });

  it('a receiver that nobody knows is refused', () => {
    expect(new Dossier().offer('referral.sent', now, { ...handover, receiverId: 'nobody' })).toBe(
      'receiverUnknown .data.receiverId',
    );
  });
});

describe('R 9: ceilings of postponing', () => {
  const postpone = (newDueOn: string) => ({ referralId: 'r1', reasonCode: 'workload', newDueOn });
  const now = '2026-11-20T10:00+02:00';

  it('a reply: at most the municipality’s months from receipt, by whichever fact', () => {
    expect(asked().offer('reply.postponed', now, postpone('2027-03-02'), service)).toBe('taken');
    const dossier = asked();
    expect(dossier.offer('reply.postponed', now, postpone('2027-03-03'), service)).toBe(
      'postponedTooFar .data.newDueOn',
    );
    expect(dossier.last).toMatchObject({ detail: { latest: '2027-03-02' } });
    const general = { dutyKey: dossier.duty('reply')?.key, reasonCode: 'workload', newDueOn: '2027-03-03' };
    expect(dossier.offer('duty.postponed', now, general, service)).toBe('postponedTooFar .data.newDueOn');
    const shorter = asked(withMunicipality({ replyCeilingMonths: 2 }));
    expect(shorter.offer('reply.postponed', now, postpone('2027-01-04'), service)).toBe(
      'postponedTooFar .data.newDueOn',
    );
  });

  it('never into the past, never after the answer, never by the side that waits', () => {
    const dossier = asked();
    expect(dossier.offer('reply.postponed', now, postpone('2026-11-19'), service)).toBe(
      'newDueInPast .data.newDueOn',
    );
    expect(dossier.offer('reply.postponed', now, postpone('2026-12-19'))).toBe('notReceiver');
    dossier.offer('reply.sent', now, { referralId: 'r1' }, service);
    expect(dossier.offer('reply.postponed', now, postpone('2026-12-19'), service)).toBe(
      'dutySettled .data.referralId',
    );
  });

  it('a person’s submission: to four months of the law, with no other way', () => {
    const dossier = new Dossier(withMunicipality({ switchedOn: ['parent-submission'] }));
    dossier.offer('submission.received', '2026-11-02T10:00+02:00', { submissionId: 's1' });
    const prolong = (newDueOn: string) => ({ submissionId: 's1', newDueOn });
    expect(dossier.offer('submission.prolonged', now, prolong('2027-03-03'))).toBe(
      'postponedTooFar .data.newDueOn',
    );
    expect(dossier.offer('submission.prolonged', now, prolong('2027-03-02'))).toBe('taken');
    expect(dossier.offer('submission.prolonged', now, { submissionId: 's9', newDueOn: '2027-01-04' })).toBe(
      'factUnknown .data.submissionId',
    );
    const general = {
      dutyKey: dossier.duty('parent-submission')?.key,
      reasonCode: 'x',
      newDueOn: '2027-01-04',
    };
    expect(dossier.offer('duty.postponed', now, general)).toBe('ceilingNotPostponable .data.dutyKey');
  });

  it('the monthly review keeps its month (K table 3.5: no national exception)', () => {
    const dossier = new Dossier();
    dossier.offer('plan.agreed', '2026-11-02T10:00+02:00', { planId: 'p1' });
    const general = { dutyKey: dossier.duty('monthly-review')?.key, reasonCode: 'x', newDueOn: '2026-12-20' };
    expect(dossier.offer('duty.postponed', now, general)).toBe('ceilingNotPostponable .data.dutyKey');
  });

  it('R 15: whatever was taken over may be dated', () => {
    const dossier = new Dossier(withMunicipality({ startDate: '2026-11-15' as never }));
    dossier.offer('plan.agreed', '2026-11-02T10:00+02:00', { planId: 'p1' });
    const dated = {
      dutyKey: dossier.duty('monthly-review')?.key,
      reasonCode: 'takenOver',
      newDueOn: '2026-12-20',
    };
    expect(dossier.offer('duty.postponed', now, dated)).toBe('taken');
  });
});

describe('R 5: emergency records are never refused by a rule of order', () => {
  const closedDossier = (): Dossier => {
    const dossier = asked();
    dossier.offer('case.closed', '2026-11-10T10:00+02:00', { reasonCode: 'other' });
    return dossier;
  };
  const now = '2026-11-20T10:00+02:00';

  it('a closed dossier takes it and opens again', () => {
    const dossier = closedDossier();
    expect(dossier.offer('talk.held', now, { kindCode: 'first' })).toBe('dossierClosed');
    expect(dossier.offer('danger.suspected', now)).toBe('taken');
    expect(dossier.events.at(-1)?.type).toBe('case.reopened');
    expect(dossier.offer('talk.held', now, { kindCode: 'first' })).toBe('taken');
  });

  it('opens it also for a danger of before the closing that is entered now', () => {
    const dossier = closedDossier();
    const past = { occurredAt: toInstant('2026-11-05T10:00+02:00') };
    expect(dossier.offer('danger.suspected', now, {}, past)).toBe('taken');
    expect(dossier.duty('reply')?.settled).toBeNull();
    expect(dossier.offer('talk.held', now, { kindCode: 'first' })).toBe('taken');
  });

  it.each(['incident.recorded', 'emergency.found', 'limit.decided', 'search.itemFound'] as const)(
    '%s opens it too',
    (type) => {
      const dossier = closedDossier();
      expect(dossier.offer(type, now)).toBe('taken');
      expect(dossier.events.at(-1)?.type).toBe('case.reopened');
    },
  );

  it('whoever was told of danger is entered in a closed dossier, which stays closed', () => {
    const dossier = closedDossier();
    const data = { dangerId: 'd1', recipientKindCode: 'statePolice', channelCode: 'call110' };
    expect(dossier.offer('danger.reported', now, data)).toBe('taken');
    expect(dossier.offer('police.informed', now)).toBe('taken');
    expect(dossier.offer('talk.held', now, { kindCode: 'first' })).toBe('dossierClosed');
  });
});

describe('closing and reopening', () => {
  it('nothing closes while a danger is not reported (R 2), nor is danger waived or postponed', () => {
    const dossier = new Dossier();
    dossier.offer('danger.suspected', '2026-11-02T10:00+02:00');
    const now = '2026-11-02T11:00+02:00';
    const dutyKey = dossier.duty('report-danger')?.key;
    expect(dossier.offer('case.closed', now, { reasonCode: 'other' })).toBe('dangerOpen');
    expect(dossier.offer('duty.waived', now, { dutyKey, reasonCode: 'notNeeded' })).toBe(
      'dangerNotWaivable .data.dutyKey',
    );
    expect(dossier.offer('duty.postponed', now, { dutyKey, reasonCode: 'x', newDueOn: '2026-11-03' })).toBe(
      'dangerNotPostponable .data.dutyKey',
    );
  });

  it('a closed dossier takes late answers, corrections, exclusions (R 3) and wrong recipients (R 17)', () => {
    const now = '2026-11-20T10:00+02:00';
    const close = (): Dossier => {
      const dossier = asked();
      dossier.offer('case.closed', '2026-11-10T10:00+02:00', { reasonCode: 'other' });
      return dossier;
    };
    expect(close().offer('reply.reported', now, { referralId: 'r1' })).toBe('taken');
    expect(close().offer('fact.withdrawn', now, { eventId: 'f1', reasonCode: 'mistake' })).toBe('taken');
    expect(close().offer('person.excluded', now, { personId: 'p2', groundCode: 'relative' })).toBe('taken');
    expect(close().offer('referral.withdrawn', now, { referralId: 'r1', reasonCode: 'wrongRecipient' })).toBe(
      'taken',
    );
    expect(close().offer('duty.waived', now, { dutyKey: 'reply:g1', reasonCode: 'notNeeded' })).toBe(
      'dossierClosed',
    );
  });

  it('both hold from now on: a date that would have no effect is refused', () => {
    const dossier = asked();
    const closing = { reasonCode: 'other' };
    const past = { occurredAt: toInstant('2026-11-05T10:00+02:00') };
    expect(dossier.offer('case.reopened', '2026-11-10T10:00+02:00', closing)).toBe('dossierOpen');
    expect(dossier.offer('case.closed', '2026-11-10T10:00+02:00', closing)).toBe('taken');
    expect(dossier.offer('case.reopened', '2026-11-12T10:00+02:00', closing, past)).toBe(
      'dossierOpen .occurredAt',
    );
    expect(dossier.offer('case.reopened', '2026-11-12T10:00+02:00', closing)).toBe('taken');
    expect(dossier.offer('case.closed', '2026-11-13T10:00+02:00', closing, past)).toBe(
      'dossierClosed .occurredAt',
    );
    expect(dossier.offer('case.closed', '2026-11-13T10:00+02:00', closing)).toBe('taken');
  });
});

describe('withdrawing, waiving, reopening', () => {
  const now = '2026-11-20T10:00+02:00';

  it('only the institution that recorded a fact withdraws it, once', () => {
    const dossier = asked();
    const data = { eventId: 'f1', reasonCode: 'mistake' };
    expect(dossier.offer('fact.withdrawn', now, data, service)).toBe('factNotYours .data.eventId');
    expect(dossier.offer('fact.withdrawn', now, { ...data, eventId: 'f9' })).toBe(
      'factUnknown .data.eventId',
    );
    expect(dossier.offer('fact.withdrawn', now, data)).toBe('taken');
    expect(dossier.offer('fact.withdrawn', now, data)).toBe('factAlreadyWithdrawn .data.eventId');
  });

  it('only an open duty is waived, only a settled one reopened', () => {
    const dossier = asked();
    const dutyKey = 'evaluate:g1';
    expect(dossier.offer('duty.reopened', now, { dutyKey, reasonCode: 'x' })).toBe(
      'dutyNotSettled .data.dutyKey',
    );
    expect(dossier.offer('duty.waived', now, { dutyKey, reasonCode: 'notPossible' })).toBe('taken');
    expect(dossier.offer('duty.waived', now, { dutyKey, reasonCode: 'notPossible' })).toBe(
      'dutySettled .data.dutyKey',
    );
    expect(dossier.offer('duty.reopened', now, { dutyKey, reasonCode: 'x' })).toBe('taken');
    expect(dossier.offer('duty.waived', now, { dutyKey: 'reply:zz', reasonCode: 'notPossible' })).toBe(
      'dutyUnknown .data.dutyKey',
    );
  });

  it('of a withdrawn referral nothing more is recorded, and only its sides speak', () => {
    const dossier = asked();
    const withdraw = { referralId: 'r1', reasonCode: 'wrongRecipient' };
    expect(dossier.offer('referral.withdrawn', now, withdraw, service)).toBe('notSender');
    expect(dossier.offer('referral.withdrawn', now, withdraw)).toBe('taken');
    expect(dossier.offer('reply.sent', now, { referralId: 'r1' }, service)).toBe(
      'referralEnded .data.referralId',
    );
    expect(dossier.offer('reply.sent', now, { referralId: 'r9' }, service)).toBe(
      'referralUnknown .data.referralId',
    );
  });

  it('facts of one command are checked one after the other, and all or none is taken', () => {
    const known = { procedure: national2025, setting, events: [] };
    const inputs: readonly FactInput[] = [
      { id: 'a', type: 'referral.sent', data: handover },
      { id: 'b', type: 'referral.sent', data: { ...handover, referralId: 'r2' } },
    ];
    const command = { facts: inputs, by: teacher, institution: school, freshIds: ['g1', 'g2'] };
    expect(decide(known, command, toInstant(now))).toEqual({
      refused: 'referralAlreadyOpen',
      path: 'facts[1].data.receiverId',
    });
  });
});
