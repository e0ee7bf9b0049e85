import { describe, expect, it } from 'vitest';
import { national2025 } from '../../procedures/national-2025/index.ts';
import type { DossierEvent } from '../dossier/event.ts';
import { asked, postponed, replied } from '../testing/referral-story.ts';
import { fact, setting, socialService, teacher, toInstant } from '../testing/scenario.ts';
import { play } from '../testing/told-rows.ts';
import { calendarDay } from '../time.ts';
import { daysLate, statusAt } from './status.ts';

const { duties, duty, rows } = play(national2025);
const day = calendarDay;
const farOff = '2027-06-01T00:00+03:00';

describe('checks that catch the known bugs (mission anchors, section 6)', () => {
  it('due today is not late; at 24.00 it is, by one calendar day from then on (ef-cms #2886)', () => {
    const found = duty('evaluate', asked);
    expect(found.due).toEqual({ at: toInstant('2026-11-17T00:00+02:00'), day: '2026-11-16' });
    expect(statusAt(found, toInstant('2026-11-15T23:59+02:00'))).toBe('open');
    expect(statusAt(found, toInstant('2026-11-16T23:59+02:00'))).toBe('dueToday');
    expect(statusAt(found, toInstant('2026-11-17T00:00+02:00'))).toBe('late');
    expect(daysLate(found, toInstant('2026-11-17T00:00+02:00'))).toBe(1);
    expect(daysLate(found, toInstant('2026-11-23T12:00+02:00'))).toBe(7);
  });

  it('due on Monday is reminded of on Friday (GEVER)', () => {
    expect(rows('evaluate', asked, farOff)).toContain('2026-11-13 0.00 remindBefore owes');
  });

  it('due on a day on which nobody works: the last working day’s reminder is the last', () => {
    const limit = fact('remoteLearning.granted', '2026-10-21T10:00+03:00', {});
    const agreed = fact('group.actionAgreed', '2026-11-02T10:00+02:00', {
      actionId: 'x1',
      institutionId: socialService,
      consentBy: 'p4',
      dueOn: '2026-11-14',
    } as never);
    expect(duty('group-action', [agreed]).due?.day).toBe('2026-11-16');
    expect(duty('remote-learning-end', [limit]).due?.day).toBe('2026-11-20');
    const moved = fact('duty.postponed', '2026-11-03T10:00+02:00', {
      dutyKey: duty('group-action', [agreed]).key,
      reasonCode: 'agreed',
      newDueOn: day('2026-11-21'),
    });
    expect(rows('group-action', [agreed, moved], farOff).slice(0, 3)).toEqual([
      '2026-11-03 10.00 first owes',
      '2026-11-20 0.00 remindBefore owes',
      '2026-11-22 0.00 late owes,waits',
    ]);
  });

  it('a moved due moment leaves no step of the old one behind (civicrm #8025)', () => {
    const found = rows('reply', [...asked, postponed('2026-11-25T10:00+02:00', '2026-12-14', 'p-1')], farOff);
    expect(found.filter((row) => row.startsWith('2026-12-0'))).toEqual([]);
  });

  it('an answer by another channel stops the clock (zammad #1322)', () => {
    const phoned = fact('reply.reported', '2026-11-20T10:00+02:00', { referralId: 'r1' });
    expect(rows('reply', [...asked, phoned], farOff)).toEqual(['2026-11-20 10.00 settled waits']);
  });

  it('declining tells the sender (SORMAS #9945)', () => {
    const declined = fact(
      'referral.acknowledged',
      '2026-11-04T10:00+02:00',
      { referralId: 'r1', outcomeCode: 'declined' },
      { institution: socialService },
    );
    expect(rows('acknowledge-handover', [...asked, declined], farOff)).toEqual([
      '2026-11-04 10.00 settled waits',
    ]);
  });

  it('one month from the 31st is the last day of the next month', () => {
    const granted = fact('remoteLearning.granted', '2027-01-29T10:00+02:00', { fromDate: day('2027-01-29') });
    expect(duty('remote-learning-end', [granted]).due?.day).toBe('2027-02-26');
  });

  it('midnight is Riga’s, not Greenwich’s (erpnext #38745)', () => {
    const late = fact('danger.suspected', '2026-11-20T23:30+02:00', {});
    const early = fact('danger.suspected', '2026-11-21T00:30+02:00', {});
    expect(duty('report-danger', [late]).due?.at).toBe(toInstant('2026-11-21T00:00+02:00'));
    expect(duty('report-danger', [early]).due?.at).toBe(toInstant('2026-11-22T00:00+02:00'));
  });

  it('a reassigned case is owed by the new manager, under the same key', () => {
    const agreed = fact('plan.agreed', '2026-11-02T10:00+02:00', { planId: 'p1' });
    const assigned = fact('case.managerAssigned', '2026-11-10T10:00+02:00', {
      managerId: 'p3',
      level: '1',
      roleCode: 'lead',
    });
    const before = duty('monthly-review', [agreed]);
    const after = duty('monthly-review', [agreed, assigned]);
    expect(before.owedBy).toMatchObject({ personId: teacher });
    expect(after.owedBy).toMatchObject({ personId: 'p3' });
    expect([after.key, after.generation]).toEqual([before.key, before.generation]);
  });
});

describe('the absence assessment has four parts', () => {
  const reached = fact(
    'absence.thresholdReached',
    '2026-11-02T10:00+02:00',
    { ruleCode: 'unexcused-lessons', count: 20 },
    { id: 'reached-1' },
  );
  const parts: readonly DossierEvent[] = [
    fact('absence.viisEntered', '2026-11-03T10:00+02:00', { actionsIncluded: true }, { id: 'viis' }),
    fact('absence.causeAssessed', '2026-11-04T10:00+02:00', { causeCode: 'family' }, { id: 'cause' }),
    fact('absence.planMade', '2026-11-05T10:00+02:00', { planId: 'p1' }, { id: 'plan' }),
    fact(
      'plan.actionAgreed',
      '2026-11-06T10:00+02:00',
      { planId: 'p1', actionId: 'x1', ownerId: teacher, dueOn: day('2026-12-01') },
      { id: 'action' },
    ),
  ];

  it('each is ticked apart, and only together they settle', () => {
    for (let count = 0; count < parts.length; count += 1) {
      const found = duty('absence-assessment', [reached, ...parts.slice(0, count)]);
      expect(found.settled).toBeNull();
      expect(found.parts.filter(({ doneBy }) => doneBy !== null)).toHaveLength(count);
    }
    const done = duty('absence-assessment', [reached, ...parts]);
    expect(done.settled).toMatchObject({ day: '2026-11-06', eventIds: ['viis', 'cause', 'plan', 'action'] });
  });

  it('entered backwards they settle the same', () => {
    const backwards = duty('absence-assessment', [...parts.toReversed(), reached]);
    expect(backwards).toEqual(duty('absence-assessment', [reached, ...parts]));
  });

  it('one part withdrawn opens it again, the others stay ticked', () => {
    const back = fact('fact.withdrawn', '2026-11-20T10:00+02:00', {
      eventId: 'cause',
      reasonCode: 'mistake',
    });
    const found = duty('absence-assessment', [reached, ...parts, back]);
    expect([found.settled, found.generation]).toEqual([null, 1]);
    expect(found.parts.filter(({ doneBy }) => doneBy === null)).toHaveLength(1);
  });
});

describe('the support plan needs a plan, an action and three acceptances or a refusal', () => {
  const story: readonly DossierEvent[] = [
    fact('talk.held', '2026-11-02T10:00+02:00', { kindCode: 'first' }, { id: 'talk' }),
    fact('case.opened', '2026-11-04T10:00+02:00', { level: '1' }, { id: 'opened' }),
    fact(
      'plan.agreed',
      '2026-11-10T10:00+02:00',
      { planId: 'p1', nextMeetingOn: day('2026-12-01') },
      { id: 'plan' },
    ),
    fact(
      'plan.actionAgreed',
      '2026-11-10T10:05+02:00',
      { planId: 'p1', actionId: 'x1', ownerId: teacher, dueOn: day('2026-12-01') },
      { id: 'action' },
    ),
  ];
  const accepted = (byCode: 'parents' | 'staff' | 'learner') =>
    fact('plan.accepted', '2026-11-11T10:00+02:00', { planId: 'p1', byCode }, { id: `by-${byCode}` });

  it('runs from the later of talk and opening, keyed by the case', () => {
    const found = duty('support-plan', story);
    expect([found.key, found.startedDay, found.due?.day]).toEqual([
      'support-plan:opened',
      '2026-11-04',
      '2026-11-19',
    ]);
    expect(found.settled).toBeNull();
  });

  it('a second talk, entered late, changes nothing', () => {
    const second = fact('talk.held', '2026-11-09T10:00+02:00', { kindCode: 'first' }, { id: 'talk-2' });
    expect(duty('support-plan', [...story, second])).toEqual(duty('support-plan', story));
  });

  it('all three accept, or one refuses with a reason', () => {
    const two = [...story, accepted('parents'), accepted('staff')];
    expect(duty('support-plan', two).settled).toBeNull();
    expect(duty('support-plan', [...two, accepted('learner')]).settled?.how).toBe('fulfilled');
    const refused = fact('plan.refused', '2026-11-12T10:00+02:00', {
      planId: 'p1',
      byCode: 'parents',
      reasonCode: 'disagree',
    });
    expect(duty('support-plan', [...two, refused]).settled?.how).toBe('fulfilled');
  });
});

describe('other rows', () => {
  it('acute, telling outside institutions is immediate and nags', () => {
    const risk = fact(
      'risk.identified',
      '2026-11-02T10:00+02:00',
      { riskCode: 'attendance' },
      { acute: true },
    );
    const found = duty('involve-external', [risk]);
    expect([found.immediate, found.due?.day]).toEqual([true, '2026-11-02']);
    expect(rows('involve-external', [risk], farOff)[1]).toBe('2026-11-02 12.00 nag owes');
  });

  it('a review marked better takes the ground away, one of before the risk does not', () => {
    const risk = fact('risk.identified', '2026-11-02T10:00+02:00', { riskCode: 'attendance' });
    const review = (at: string) => fact('review.held', at, { resultCode: 'better' });
    expect(duty('involve-external', [risk, review('2026-11-02T09:00+02:00')]).settled).toBeNull();
    expect(duty('involve-external', [risk, review('2026-11-20T09:00+02:00')]).settled?.how).toBe(
      'superseded',
    );
  });

  it('switched off there is no such duty, offered only where it was switched on', () => {
    const off = { ...setting, municipality: { ...setting.municipality, switchedOff: ['reply'] } };
    expect(duties(asked, off).map(({ kind }) => kind)).not.toContain('reply');
    const offered = national2025.duties.filter(({ offer }) => offer === 'offered').map(({ id }) => id);
    expect(duties(asked).filter(({ kind }) => offered.includes(kind))).toEqual([]);
  });

  it('a written answer settles the reply, not the evaluation', () => {
    const events = [...asked, replied('2026-11-10T10:00+02:00')];
    expect(duty('reply', events).settled?.how).toBe('fulfilled');
    expect(duty('evaluate', events).settled).toBeNull();
  });

  it('the follow-up of bullying opens on day 7 and is due on day 14', () => {
    const talk = fact('bullying.talkHeld', '2026-11-02T10:00+02:00', { followUpNeeded: true });
    const found = duty('bullying-follow-up', [talk]);
    expect([found.opensOn, found.due?.day]).toEqual(['2026-11-09', '2026-11-16']);
    expect(statusAt(found, toInstant('2026-11-08T10:00+02:00'))).toBe('notYet');
    expect(statusAt(found, toInstant('2026-11-09T10:00+02:00'))).toBe('open');
  });

  it('72 hours end to the minute', () => {
    const found = duty('breach-record', [fact('breach.found', '2026-11-20T16:45+02:00', { breachId: 'b1' })]);
    expect(found.due).toEqual({ at: toInstant('2026-11-23T16:45+02:00'), day: '2026-11-23' });
    expect(statusAt(found, toInstant('2026-11-23T16:45+02:00'))).toBe('late');
  });
});
