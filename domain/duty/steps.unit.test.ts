import { describe, expect, it } from 'vitest';
import { referralDuties } from '../../procedures/national-2025/referral.ts';
import type { DossierEvent } from '../dossier/event.ts';
import type { DutyDefinition } from '../procedure/duty-definition.ts';
import { fact, procedureOf, school, setting, socialService, toInstant } from '../testing/scenario.ts';
import { dayOf, localTime } from '../time.ts';
import { computeDuties } from './compute-duties.ts';
import type { Duty, Step } from './duty.ts';
import { escalationIn, type StepContext, stepsOf } from './steps.ts';

const context: StepContext = {
  setting,
  escalation: { head: 1, waitingSide: 3, propose: 5 },
  manager: { party: 'person', role: 'caseManager', institutionId: school, personId: 'teacher-1' },
};

const horizon = toInstant('2026-12-31T12:00+02:00');

function theDuty(definition: DutyDefinition, ...events: readonly DossierEvent[]): Duty {
  const [duty] = computeDuties(procedureOf(definition), events, setting);
  if (duty === undefined) throw new Error('no duty arose');
  return duty;
}

function rows(steps: readonly Step[]): readonly string[] {
  return [...steps]
    .sort((a, b) => (a.at < b.at ? -1 : 1))
    .map(({ name, at, tell }) => {
      const { hour, minute } = localTime(at);
      const time = `${hour}.${String(minute).padStart(2, '0')}`;
      return `${dayOf(at)} ${time} ${name} ${tell.map((one) => one.as).join(',')}`;
    });
}

const handover = (at: string, options = {}) =>
  fact(
    'referral.sent',
    at,
    { referralId: 'r1', receiverId: socialService, kindCode: 'handover', channelCode: 'product' },
    options,
  );

const acknowledge = referralDuties.find((row) => row.id === 'acknowledge-handover') as DutyDefinition;

const dangerRow: DutyDefinition = {
  ...acknowledge,
  id: 'spec-danger',
  danger: true,
  due: { kind: 'immediate' },
  owedBy: { party: 'actor' },
  force: { act: 'law', term: 'law' },
};

describe('steps of a counted duty', () => {
  it('reminds one working day before and on the day, then climbs at +1, +3 and +5 working days (duties 2.11, 4)', () => {
    const duty = theDuty(acknowledge, handover('2026-11-20T10:00+02:00'));
    expect(rows(stepsOf(duty, context, horizon))).toEqual([
      '2026-11-20 10.00 first owes',
      '2026-11-26 0.00 remindBefore owes',
      '2026-11-27 0.00 remindToday owes',
      '2026-11-28 0.00 late owes,waits',
      '2026-12-01 0.00 head head',
      '2026-12-03 0.00 waitingSide manager,principal',
      '2026-12-05 0.00 propose manager,principal',
    ]);
  });

  it('a rung that the municipality leaves empty keeps the time of the procedure (duties 4)', () => {
    const procedure = { escalation: { head: 1, waitingSide: 3, propose: 5 } };
    expect(escalationIn({ escalation: { waitingSide: 4 } }, procedure)).toEqual({
      head: 1,
      waitingSide: 4,
      propose: 5,
    });
    expect(escalationIn({ escalation: null }, procedure)).toEqual(procedure.escalation);
  });

  it('due before its owner could know: one first notice, then after one working day the latest step only (R 11)', () => {
    const duty = theDuty(
      acknowledge,
      handover('2026-11-05T10:00+02:00', { recordedAt: '2026-11-20T10:00+02:00' }),
    );
    expect(rows(stepsOf(duty, context, horizon))).toEqual([
      '2026-11-20 10.00 first owes',
      '2026-11-23 10.00 propose owes,waits,head,manager,principal',
    ]);
  });

  it('default terms stay quiet: no late word and no rung outside (R 7)', () => {
    const quiet = { ...acknowledge, force: { act: 'must', term: 'default' } } as const;
    const duty = theDuty(quiet, handover('2026-11-20T10:00+02:00'));
    expect(rows(stepsOf(duty, context, horizon)).at(-1)).toBe('2026-11-28 0.00 plannedPassed owes');
  });

  it('a settled duty tells the waiting side once and nothing more (mission 2.1: tell the sender)', () => {
    const duty = theDuty(
      acknowledge,
      handover('2026-11-20T10:00+02:00'),
      fact(
        'referral.acknowledged',
        '2026-11-24T09:00+02:00',
        { referralId: 'r1', outcomeCode: 'accepted' },
        { institution: socialService, by: 'worker' },
      ),
    );
    expect(rows(stepsOf(duty, context, horizon))).toEqual(['2026-11-24 9.00 settled waits']);
  });
});

describe('danger reminders know no working hours (R 1)', () => {
  it('Saturday 18.00 → 18.00, 18.30, 20.00, 22.00, 23.00, 24.00; Sunday 7.00, 9.00 …', () => {
    const duty = theDuty(dangerRow, handover('2026-11-21T18:00+02:00'));
    expect(rows(stepsOf(duty, context, toInstant('2026-11-22T08:00+02:00')))).toEqual([
      '2026-11-21 18.00 dangerNag recorder',
      '2026-11-21 18.30 dangerNag recorder,onCall',
      '2026-11-21 20.00 dangerNag recorder,onCall',
      '2026-11-21 22.00 dangerNag recorder,onCall',
      '2026-11-21 23.00 dangerNag recorder,onCall',
      '2026-11-22 0.00 late recorder,onCall,principal',
      '2026-11-22 7.00 dangerNag recorder,onCall',
      '2026-11-22 9.00 dangerNag recorder,onCall',
    ]);
  });

  it('recorded a day later it is at once the most urgent, with no grace (R 11)', () => {
    const duty = theDuty(
      dangerRow,
      handover('2026-11-20T18:00+02:00', { recordedAt: '2026-11-21T12:00+02:00' }),
    );
    const [first, second] = rows(stepsOf(duty, context, toInstant('2026-11-21T12:00+02:00')));
    expect(first).toBe('2026-11-21 12.00 dangerNag recorder');
    expect(second).toBe('2026-11-21 12.00 late recorder,onCall,principal');
  });

  it('never waits for a later rank: asking later gives the same earlier steps', () => {
    const duty = theDuty(dangerRow, handover('2026-11-21T18:00+02:00'));
    const early = stepsOf(duty, context, toInstant('2026-11-22T08:00+02:00'));
    const late = stepsOf(duty, context, toInstant('2026-11-24T08:00+02:00'));
    expect(late.filter((step) => early.some((one) => one.n === step.n && one.name === step.name))).toEqual(
      early,
    );
  });
});

it('a danger that was told sends nothing to those it was told to (R 19: no automatic mail to police or court)', () => {
  const told = fact(
    'referral.acknowledged',
    '2026-11-21T19:00+02:00',
    { referralId: 'r1', outcomeCode: 'accepted' },
    { institution: socialService, by: 'worker' },
  );
  const duty = theDuty(dangerRow, handover('2026-11-21T18:00+02:00'), told);
  expect(duty.settled?.how).toBe('fulfilled');
  expect(stepsOf(duty, context, horizon)).toEqual([]);
});
