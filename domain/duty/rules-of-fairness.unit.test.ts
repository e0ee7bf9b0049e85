import { describe, expect, it } from 'vitest';
import { national2025 } from '../../procedures/national-2025/index.ts';
import { staff } from '../testing/history.ts';
import {
  asked,
  received,
  replied,
  sent,
  withInstitutions,
  withMunicipality,
} from '../testing/referral-story.ts';
import { fact, socialService, teacher, toInstant } from '../testing/scenario.ts';
import { play } from '../testing/told-rows.ts';
import { calendarDay } from '../time.ts';
import { ballAt } from './ball.ts';
import { recipientsOf } from './recipients.ts';
import { daysLate, isRecordedLater, statusAt } from './status.ts';
import { owing } from './told.ts';

const { duties, duty, rows } = play(national2025);
const day = calendarDay;
const farOff = '2027-06-01T00:00+03:00';

describe('R 7: a default term is quiet', () => {
  const risk = [
    fact('risk.identified', '2026-11-02T10:00+02:00', { riskCode: 'attendance' }, { id: 'risk-1' }),
  ];

  it('planned by, digest only, no late word, no rung', () => {
    expect(rows('first-talk', risk, farOff)).toEqual([
      '2026-11-02 10.00 first owes',
      '2026-11-06 0.00 remindBefore owes',
      '2026-11-09 0.00 remindToday owes',
      '2026-11-10 0.00 plannedPassed owes',
    ]);
    expect(statusAt(duty('first-talk', risk), toInstant('2026-11-20T10:00+02:00'))).toBe('plannedPassed');
    expect(daysLate(duty('first-talk', risk), toInstant('2026-11-20T10:00+02:00'))).toBe(0);
  });

  it('adopted by the municipality it is agreed, from the adoption on, with the whole ladder', () => {
    const adopted = { 'first-talk': { documentNo: '1-9/25', from: day('2026-11-01') } };
    const found = duty('first-talk', risk, withMunicipality({ adoptedTerms: adopted }));
    expect(found.force).toEqual({ act: 'must', term: 'agreed' });
    expect(statusAt(found, toInstant('2026-11-20T10:00+02:00'))).toBe('late');
    const later = { 'first-talk': { documentNo: '1-9/25', from: day('2026-11-03') } };
    expect(duty('first-talk', risk, withMunicipality({ adoptedTerms: later })).force.term).toBe('default');
  });
});

describe('R 9: the ceiling of a reply and the law on submissions', () => {
  it('the reply to an institution is recommended, one month, whoever postpones', () => {
    const found = duty('reply', asked);
    expect(found.force).toEqual({ act: 'recommended', term: 'recommended' });
    expect(found.due?.day).toBe('2026-12-02');
  });

  it('a person’s submission is a duty of its own, of law', () => {
    const submission = fact('submission.received', '2026-11-02T10:00+02:00', { submissionId: 's1' });
    const found = duty(
      'parent-submission',
      [submission],
      withMunicipality({ switchedOn: ['parent-submission'] }),
    );
    expect(found.force).toEqual({ act: 'law', term: 'law' });
    expect(found.due?.day).toBe('2026-12-02');
  });
});

describe('R 11: recorded later', () => {
  const late = [
    sent('2026-11-02T10:00+02:00', {}, { recordedAt: '2026-11-20T10:00+02:00' }),
    received('2026-11-02T10:00+02:00', {}, { recordedAt: '2026-11-20T10:00+02:00' }),
  ];

  it('shows the true due moment and gives one first notice and one working day', () => {
    const found = duty('evaluate', late);
    expect(found.due?.day).toBe('2026-11-16');
    expect(isRecordedLater(found)).toBe(true);
    expect(rows('evaluate', late, farOff)).toEqual([
      '2026-11-20 10.00 first owes',
      '2026-11-23 10.00 waitingSide owes,waits,head,manager,principal',
      '2026-11-25 0.00 propose manager,principal',
    ]);
  });

  it('a quiet term has the same working day', () => {
    const risk = [
      fact(
        'risk.identified',
        '2026-11-02T10:00+02:00',
        { riskCode: 'attendance' },
        { recordedAt: '2026-11-20T10:00+02:00' },
      ),
    ];
    expect(rows('first-talk', risk, farOff)).toEqual([
      '2026-11-20 10.00 first owes',
      '2026-11-23 10.00 plannedPassed owes',
    ]);
  });

  it('on a Friday evening the working day ends on Monday evening', () => {
    const friday = [
      sent('2026-11-02T10:00+02:00', {}, { recordedAt: '2026-11-20T19:15+02:00' }),
      received('2026-11-02T10:00+02:00', {}, { recordedAt: '2026-11-20T19:15+02:00' }),
    ];
    expect(rows('evaluate', friday, farOff)[1]).toMatch(/^2026-11-23 19\.15 waitingSide/);
  });
});

describe('R 12: the ball', () => {
  const request = fact(
    'referral.supplementRequested',
    '2026-11-11T12:00+02:00',
    { referralId: 'r1', wantedBy: day('2026-11-13') },
    { id: 'request-1', institution: socialService },
  );
  const supplement = fact('referral.supplemented', '2026-11-16T09:00+02:00', {
    referralId: 'r1',
    requestId: 'request-1',
  });

  it('14 days: 9 with the service, 5 with the school', () => {
    const found = duty('reply', [...asked, request, supplement]);
    expect(ballAt(found, toInstant('2026-11-16T12:00+02:00'))).toEqual({
      holder: 'owing',
      owingDays: 9,
      waitingDays: 5,
    });
  });

  it('while the school owes the supplement the ball is with it, and the term runs on', () => {
    const found = duty('reply', [...asked, request]);
    expect(ballAt(found, toInstant('2026-11-14T12:00+02:00'))).toEqual({
      holder: 'waiting',
      owingDays: 9,
      waitingDays: 3,
    });
    expect(found.due).toEqual(duty('reply', asked).due);
    expect(duty('referral-supplement', [...asked, request]).due?.day).toBe('2026-11-13');
  });

  it('the sender’s own duties are never booked to anybody else', () => {
    const events = [...asked, request];
    for (const kind of ['keep-supporting', 'referral-supplement']) {
      expect(ballAt(duty(kind, events), toInstant('2026-11-14T12:00+02:00')).waitingDays).toBe(0);
    }
  });

  it('two requests that overlap count each day once', () => {
    const second = fact(
      'referral.supplementRequested',
      '2026-11-13T12:00+02:00',
      { referralId: 'r1' },
      { id: 'request-2', institution: socialService },
    );
    const both = fact('referral.supplemented', '2026-11-18T09:00+02:00', {
      referralId: 'r1',
      requestId: 'request-2',
    });
    const found = duty('reply', [...asked, request, second, supplement, both]);
    expect(ballAt(found, toInstant('2026-11-20T12:00+02:00'))).toEqual({
      holder: 'owing',
      owingDays: 11,
      waitingDays: 7,
    });
  });

  it('days stop with the answer', () => {
    const found = duty('reply', [...asked, replied('2026-11-10T10:00+02:00')]);
    expect(ballAt(found, toInstant('2026-12-24T10:00+02:00'))).toMatchObject({
      owingDays: 8,
      waitingDays: 0,
    });
  });
});

describe('R 13: channels and answers from elsewhere', () => {
  it('a term from receipt starts at the recorded receipt', () => {
    const letter = [
      sent('2026-11-02T10:00+02:00', { channelCode: 'paper' }),
      received('2026-11-09T10:00+02:00', { howKnownCode: 'recordedBySender', receivedOn: day('2026-11-05') }),
    ];
    expect(duty('evaluate', letter).due?.day).toBe('2026-11-19');
  });

  it('an answer by phone settles as of its real date, though the duty was late meanwhile', () => {
    const phoned = fact(
      'reply.reported',
      '2026-12-10T10:00+02:00',
      { referralId: 'r1', answeredOn: day('2026-12-01'), bySideCode: 'sender' },
      { id: 'phoned' },
    );
    expect(statusAt(duty('reply', asked), toInstant('2026-12-09T10:00+02:00'))).toBe('late');
    const found = duty('reply', [...asked, phoned]);
    expect(found.settled).toMatchObject({ how: 'fulfilled', day: '2026-12-01', eventIds: ['phoned'] });
    expect(found.settled?.recordedAt).toBe(toInstant('2026-12-10T10:00+02:00'));
    expect(statusAt(found, toInstant('2026-12-10T11:00+02:00'))).toBe('fulfilled');
  });

  it('of two answers the earlier real one settles, in whatever order they were entered', () => {
    const phoned = fact(
      'reply.reported',
      '2026-11-30T10:00+02:00',
      { referralId: 'r1', answeredOn: day('2026-11-12') },
      { id: 'phoned' },
    );
    const written = replied('2026-11-20T10:00+02:00');
    expect(duty('reply', [...asked, written, phoned]).settled?.eventIds).toEqual(['phoned']);
  });

  it('without an active user there: never late, no rung, the follower hears once that the day is over', () => {
    const noUsers = withInstitutions({ [socialService]: { hasActiveUser: false } });
    const found = duty('evaluate', asked, noUsers);
    expect(statusAt(found, toInstant('2027-05-01T10:00+03:00'))).toBe('answerUnknown');
    expect(rows('evaluate', asked, farOff, noUsers)).toEqual([
      '2026-11-02 10.00 first follows',
      '2026-11-17 0.00 plannedPassed follows',
    ]);
  });

  it('an institution that the directory does not know is one without an active user', () => {
    const abroad = [sent('2026-11-02T10:00+02:00', { receiverId: 'elsewhere', channelCode: 'paper' })];
    const found = duty('acknowledge-handover', abroad);
    expect(found.answerUnknown).toBe(true);
    expect(recipientsOf([owing(found)], staff, []).map(({ personId }) => personId)).toEqual([teacher]);
  });

  it('unknown answers recorded late keep the working day too', () => {
    const noUsers = withInstitutions({ [socialService]: { hasActiveUser: false } });
    const late = [
      sent('2026-11-02T10:00+02:00', {}, { recordedAt: '2026-11-20T10:00+02:00' }),
      received('2026-11-02T10:00+02:00', {}, { recordedAt: '2026-11-20T10:00+02:00' }),
    ];
    expect(rows('evaluate', late, farOff, noUsers)[1]).toBe('2026-11-23 10.00 plannedPassed follows');
  });
});

describe('R 15: taken over at go-live', () => {
  const started = withMunicipality({ startDate: day('2026-12-01') });

  it('no mail, no lateness, no rung, also when it is settled', () => {
    expect(duties(asked, started).map((one) => statusAt(one, toInstant('2027-03-01T10:00+02:00')))).toEqual(
      duties(asked, started).map(() => 'takenOver'),
    );
    for (const { kind } of duties(asked, started)) expect(rows(kind, asked, farOff, started)).toEqual([]);
    expect(rows('reply', [...asked, replied('2026-12-10T10:00+02:00')], farOff, started)).toEqual([]);
  });

  it('dated by the manager it is an ordinary duty again', () => {
    const dated = fact('duty.postponed', '2026-12-03T10:00+02:00', {
      dutyKey: 'reply:received-1',
      reasonCode: 'takenOver',
      newDueOn: day('2026-12-18'),
    });
    const found = duty('reply', [...asked, dated], started);
    expect([found.takenOver, found.due?.day]).toEqual([false, '2026-12-18']);
    expect(rows('reply', [...asked, dated], farOff, started)[0]).toBe('2026-12-03 10.00 first owes');
  });

  it('facts of the start date itself are live', () => {
    const live = [sent('2026-12-01T10:00+02:00'), received('2026-12-01T10:00+02:00')];
    expect(duty('reply', live, started).takenOver).toBe(false);
  });

  it('danger is never taken over', () => {
    const danger = fact('danger.suspected', '2026-11-20T10:00+02:00', {});
    expect(duty('report-danger', [danger], started).takenOver).toBe(false);
  });
});

describe('R 16: thresholds propose, people decide', () => {
  const reached = (ruleCode: string, data = {}) =>
    fact('absence.thresholdReached', '2026-11-02T10:00+02:00', { ruleCode, ...data }, { id: 'reached-1' });

  it('20 lessons, the legal threshold, start the assessment by themselves', () => {
    const found = duty('absence-assessment', [reached('unexcused-lessons', { count: 20 })]);
    expect(found.due?.day).toBe('2026-11-09');
    expect(found.parts.map(({ doneBy }) => doneBy)).toEqual(found.parts.map(() => null));
  });

  it('10 days in a month start nothing until somebody confirms', () => {
    const unconfirmed = reached('days-in-month', { count: 11, affectsLearning: true });
    expect(duties([unconfirmed])).toEqual([]);
    const confirmed = reached('days-in-month', { count: 11, affectsLearning: true, confirmedBy: teacher });
    expect(duties([confirmed]).map(({ kind }) => kind)).toEqual(['absence-support-team']);
  });
});
