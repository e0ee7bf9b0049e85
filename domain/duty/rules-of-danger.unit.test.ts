import { describe, expect, it } from 'vitest';
import { national2025 } from '../../procedures/national-2025/index.ts';
import type { DossierEvent } from '../dossier/event.ts';
import { staff } from '../testing/history.ts';
import { fact, setting, socialService, teacher, toInstant } from '../testing/scenario.ts';
import { play, rowsOf, stepContext } from '../testing/told-rows.ts';
import { recipientsOf } from './recipients.ts';
import { statusAt } from './status.ts';
import { stepsOf } from './steps.ts';

const { duties, duty, rows } = play(national2025);

const suspected = (at: string, data = {}, options = {}) =>
  fact('danger.suspected', at, data, { id: 'd1', ...options });

const reported = (at: string, channelCode: 'call110' | 'paper' | 'email', data = {}) =>
  fact(
    'danger.reported',
    at,
    { dangerId: 'd1', recipientKindCode: 'statePolice', channelCode, ...data },
    { id: `told-${at.slice(11, 16)}` },
  );

describe('R 1: danger reminders know no working hours', () => {
  it('at once, +30 min, +2 h, then every 2 hours, the last at 23.00; late at 24.00; next day from 7.00', () => {
    expect(rows('report-danger', [suspected('2026-11-21T18:00+02:00')], '2026-11-22T22:00+02:00')).toEqual([
      '2026-11-21 18.00 dangerNag recorder',
      '2026-11-21 18.30 dangerNag recorder,onCall',
      '2026-11-21 20.00 dangerNag recorder,onCall',
      '2026-11-21 22.00 dangerNag recorder,onCall',
      '2026-11-21 23.00 dangerNag recorder,onCall',
      '2026-11-22 0.00 late recorder,onCall,principal',
      '2026-11-22 7.00 dangerNag recorder,onCall',
      '2026-11-22 9.00 dangerNag recorder,onCall',
      '2026-11-22 11.00 dangerNag recorder,onCall',
      '2026-11-22 13.00 dangerNag recorder,onCall',
      '2026-11-22 15.00 dangerNag recorder,onCall',
      '2026-11-22 17.00 dangerNag recorder,onCall',
      '2026-11-22 19.00 dangerNag recorder,onCall',
      '2026-11-22 21.00 dangerNag recorder,onCall',
      '2026-11-22 23.00 dangerNag recorder,onCall',
    ]);
  });

  it('recorded at 23.30: at once, late at 24.00, and on from 7.00', () => {
    const found = rows('report-danger', [suspected('2026-11-21T23:30+02:00')], '2026-11-22T06:00+02:00');
    expect(found).toEqual([
      '2026-11-21 23.30 dangerNag recorder',
      '2026-11-22 0.00 late recorder,onCall,principal',
      '2026-11-22 7.00 dangerNag recorder,onCall',
    ]);
  });

  it('recorded at 22.30 the half hour and the last of the day fall together and are told once', () => {
    const found = rows('report-danger', [suspected('2026-11-21T22:30+02:00')], '2026-11-21T23:50+02:00');
    expect(found.slice(0, 2)).toEqual([
      '2026-11-21 22.30 dangerNag recorder',
      '2026-11-21 23.00 dangerNag recorder,onCall',
    ]);
  });

  it('the night without 3 o’clock: two hours are two hours, and the day ends at its 24.00', () => {
    const found = rows('report-danger', [suspected('2026-03-29T01:30+02:00')], '2026-03-29T05:00+03:00');
    expect(found.slice(0, 4)).toEqual([
      '2026-03-29 1.30 dangerNag recorder',
      '2026-03-29 2.00 dangerNag recorder,onCall',
      '2026-03-29 4.30 dangerNag recorder,onCall',
      '2026-03-29 6.30 dangerNag recorder,onCall',
    ]);
    const late = found.find((row) => row.includes('late'));
    expect(late).toBe('2026-03-30 0.00 late recorder,onCall,principal');
  });

  it('the night with 3 o’clock twice: the hour that comes again is told of again', () => {
    const events = [suspected('2026-10-25T02:00+03:00')];
    const steps = stepsOf(
      duty('report-danger', events),
      stepContext(national2025),
      toInstant('2026-10-25T05:00+02:00'),
    );
    expect(steps.slice(0, 3).map(({ at }) => at)).toEqual([
      '2026-10-24T23:00:00.000Z',
      '2026-10-24T23:30:00.000Z',
      '2026-10-25T01:00:00.000Z',
    ]);
    expect(rowsOf(steps)[2]).toBe('2026-10-25 3.00 dangerNag recorder,onCall');
  });

  it('goes over the end of a month and of a year', () => {
    const found = rows('report-danger', [suspected('2026-12-31T21:30+02:00')], '2027-01-01T08:00+02:00');
    expect(found).toEqual([
      '2026-12-31 21.30 dangerNag recorder',
      '2026-12-31 22.00 dangerNag recorder,onCall',
      '2026-12-31 23.00 dangerNag recorder,onCall',
      '2027-01-01 0.00 late recorder,onCall,principal',
      '2027-01-01 7.00 dangerNag recorder,onCall',
      '2027-01-01 9.00 dangerNag recorder,onCall',
    ]);
  });

  it('every step of danger goes at any hour, also where the row allows the same day', () => {
    const events = [suspected('2026-11-21T18:00+02:00', { kindCode: 'neglect' })];
    const found = duty('report-danger', events);
    expect([found.sameDay, found.immediate]).toEqual([true, false]);
    const steps = stepsOf(found, stepContext(national2025), toInstant('2026-11-23T08:00+02:00'));
    expect(steps.filter(({ urgency }) => urgency !== 'danger')).toEqual([]);
  });

  it('other same-day duties: when recorded, then every 2 hours in working hours of that day, then step 0 (not before a working day after it was known, R 11)', () => {
    const noted = fact('absence.noted', '2026-11-20T09:00+02:00', {
      date: '2026-11-20' as never,
      reasonKnown: false,
    });
    expect(rows('contact-parents-absence', [noted], '2026-11-21T01:00+02:00').slice(0, 6)).toEqual([
      '2026-11-20 9.00 nag owes',
      '2026-11-20 11.00 nag owes',
      '2026-11-20 13.00 nag owes',
      '2026-11-20 15.00 nag owes',
      '2026-11-23 9.00 late owes',
      '2026-11-24 0.00 head head',
    ]);
  });

  it('other immediate duties recorded on a weekend are told once and climb from the next working day', () => {
    const proposed = fact(
      'group.caseProposed',
      '2026-11-21T12:00+02:00',
      { groupId: 'g1', byInstitutionId: 'school-1', reasonCode: 'letter' } as never,
      { acute: true },
    );
    const found = rows('convene-group', [proposed], '2026-11-21T13:00+02:00');
    expect(found.filter((row) => row.includes(' nag '))).toEqual(['2026-11-21 12.00 nag owes']);
    expect(found.at(1)).toMatch(/^2026-11-23 12\.00 late/);
  });
});

describe('R 2: recorded is not reported', () => {
  it('nothing but danger.reported settles: no letter, referral, waiver, closing or accepted mail', () => {
    const events = [
      suspected('2026-11-20T10:00+02:00'),
      fact('referral.sent', '2026-11-20T11:00+02:00', {
        referralId: 'r1',
        receiverId: 'state-police',
        kindCode: 'report',
        channelCode: 'email',
      }),
      fact('police.informed', '2026-11-20T11:05+02:00', { channelCode: 'call110' }),
      fact('duty.waived', '2026-11-20T11:10+02:00', {
        dutyKey: 'report-danger:d1',
        reasonCode: 'notNeeded',
      }),
      fact('mailReply.received', '2026-11-20T11:20+02:00', { dutyKey: 'report-danger:d1' }),
      fact('duty.postponed', '2026-11-20T11:30+02:00', {
        dutyKey: 'report-danger:d1',
        reasonCode: 'other',
        newDueOn: '2026-12-20' as never,
      }),
      fact('case.closed', '2026-11-20T12:00+02:00', { reasonCode: 'other' }),
    ];
    const open = duty('report-danger', events);
    expect(open.settled).toBeNull();
    expect(open.due?.day).toBe('2026-11-20');
    expect(open.held).toBe(false);
    expect(statusAt(open, toInstant('2026-11-21T00:00+02:00'))).toBe('late');
    const settled = duty('report-danger', [...events, reported('2026-11-20T13:00+02:00', 'call110')]);
    expect(settled.settled?.how).toBe('fulfilled');
  });

  it('a report about another danger settles nothing', () => {
    const events = [
      suspected('2026-11-20T10:00+02:00'),
      reported('2026-11-20T13:00+02:00', 'call110', { dangerId: 'd2' }),
    ];
    expect(duty('report-danger', events).settled).toBeNull();
  });

  it('severe emotional violence is reported only when both court and police know (table 7)', () => {
    const danger = suspected('2026-11-20T10:00+02:00', { kindCode: 'emotionalViolenceSevere' });
    const police = reported('2026-11-20T11:00+02:00', 'call110');
    const court = reported('2026-11-20T12:00+02:00', 'paper', { recipientKindCode: 'orphansCourt' });
    const half = duty('report-danger', [danger, police]);
    expect(half.settled).toBeNull();
    expect(half.parts).toContainEqual({ part: 'statePolice', doneBy: 'told-11:00' });
    expect(half.parts).toContainEqual({ part: 'orphansCourt', doneBy: null });
    expect(duty('report-danger', [danger, police, court]).settled?.eventIds).toEqual([
      'told-11:00',
      'told-12:00',
    ]);
  });

  it('a written report waits for its receipt by the next working day; a call does not', () => {
    const danger = suspected('2026-11-20T10:00+02:00');
    const letter = reported('2026-11-20T11:00+02:00', 'paper');
    expect(duty('danger-receipt', [danger, letter]).due?.day).toBe('2026-11-23');
    const confirmed = fact('danger.receiptConfirmed', '2026-11-23T09:00+02:00', { reportId: 'told-11:00' });
    expect(duty('danger-receipt', [danger, letter, confirmed]).settled?.how).toBe('fulfilled');
    const call = [danger, reported('2026-11-20T11:00+02:00', 'call110')];
    expect(duties(call).filter(({ kind }) => kind === 'danger-receipt')).toEqual([]);
  });
});

describe('R 2, R 19: the product reports to nobody by itself', () => {
  const risk = fact('risk.identified', '2026-09-07T09:00+03:00', { riskCode: 'attendance' });
  const late = (events: readonly DossierEvent[]) => {
    const found = duty('involve-external', events);
    const steps = stepsOf(
      { ...found, settled: null },
      stepContext(national2025),
      toInstant('2026-12-01T00:00+02:00'),
    );
    return recipientsOf(steps.find(({ name }) => name === 'late')?.tell ?? [], staff, []);
  };

  it('whoever was not told of the child yet does not hear that telling is late', () => {
    expect(late([risk]).map(({ institutionId }) => institutionId)).toEqual(['school-1']);
  });

  it('whoever takes part already does, the others do not', () => {
    const asked = fact('referral.sent', '2026-10-01T09:00+03:00', {
      referralId: 'r1',
      receiverId: socialService,
      kindCode: 'request',
      channelCode: 'product',
    });
    expect(late([risk, asked]).map(({ institutionId }) => institutionId)).toEqual([
      'school-1',
      socialService,
    ]);
  });
});

describe('R 3: excluded persons', () => {
  const byOfficial = suspected(
    '2026-11-20T10:00+02:00',
    { kindCode: 'byOfficial', excludedPersonIds: ['p2'] },
    { by: teacher },
  );
  const directory = {
    ...staff,
    holders: [
      ...staff.holders,
      { institutionId: 'founder-1', personId: 'founder-head', role: 'head' as const },
    ],
  };
  const principal = {
    as: 'owes',
    to: { party: 'person', role: 'principal', institutionId: 'school-1', personId: null },
  } as const;

  it('the head suspected: what the head would hear goes to the founder', () => {
    const serving = { ...directory.serving, founder: 'founder-1' };
    expect(recipientsOf([principal], { ...directory, serving }, ['p2'])).toEqual([
      { personId: 'founder-head', institutionId: 'founder-1', role: 'head', as: 'owes' },
    ]);
  });

  it('where the municipality named nobody nearer, to the child protection centre', () => {
    const serving = { childProtectionCentre: 'bac' };
    expect(recipientsOf([principal], { ...directory, serving }, ['p2'])).toEqual([
      { personId: 'head-of-bac', institutionId: 'bac', role: 'head', as: 'owes' },
    ]);
  });

  it('the principal’s late notice of a danger passes the suspected principal by', () => {
    const found = duty('report-danger', [byOfficial]);
    const late = stepsOf(found, stepContext(national2025), toInstant('2026-11-21T01:00+02:00')).find(
      ({ name }) => name === 'late',
    );
    const told = recipientsOf(late?.tell ?? [], directory, ['p2']).map(({ personId }) => personId);
    expect(told).toContain(teacher);
    expect(told).toContain('on-call');
    expect(told).toContain('head-of-council');
    expect(told).not.toContain('p2');
  });

  it('an excluded holder of a case’s role is not replaced by everybody of that role in the school', () => {
    const holders = [
      ...staff.holders,
      { institutionId: 'school-1', personId: 'other-teacher', role: 'classTeacher' as const },
    ];
    const classTeacher = {
      as: 'owes',
      to: { party: 'person', role: 'classTeacher', institutionId: 'school-1', personId: teacher },
    } as const;
    const told = recipientsOf([classTeacher], { ...staff, holders }, [teacher]);
    expect(told.map(({ personId }) => personId)).toEqual(['p3']);
  });

  it('somebody who works in two places is told in the one that owes', () => {
    const holders = [
      { institutionId: 'other-school', personId: 'p9', role: 'socialPedagogue' as const },
      { institutionId: 'school-1', personId: 'p9', role: 'socialPedagogue' as const },
    ];
    const party = { party: 'person', role: 'staff', institutionId: 'school-1', personId: 'p9' } as const;
    expect(recipientsOf([{ as: 'owes', to: party }], { holders, serving: {} }, [])).toEqual([
      { personId: 'p9', institutionId: 'school-1', role: 'socialPedagogue', as: 'owes' },
    ]);
  });
});

describe('R 11, danger: no grace', () => {
  it('recorded two days later it is late at once and nags from that moment', () => {
    const events = [suspected('2026-11-18T10:00+02:00', {}, { recordedAt: '2026-11-20T16:30+02:00' })];
    expect(rows('report-danger', events, '2026-11-20T18:00+02:00').slice(0, 4)).toEqual([
      '2026-11-20 16.30 dangerNag recorder',
      '2026-11-20 16.30 late recorder,onCall,principal',
      '2026-11-20 17.00 dangerNag recorder,onCall',
      '2026-11-20 18.30 dangerNag recorder,onCall',
    ]);
  });
});

it('R 13 does not silence danger: an owner without an account leaves the recorder nagged', () => {
  const away = {
    ...setting,
    institutions: {
      ...setting.institutions,
      'school-1': { ...setting.institutions['school-1'], hasActiveUser: false },
    },
  } as typeof setting;
  const found = duty('report-danger', [suspected('2026-11-20T10:00+02:00')], away);
  expect(found.answerUnknown).toBe(false);
  expect(statusAt(found, toInstant('2026-11-21T00:00+02:00'))).toBe('late');
  expect(socialService in away.institutions).toBe(true);
});
