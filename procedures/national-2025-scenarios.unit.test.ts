import { describe, expect, it } from 'vitest';
import type { DossierEvent } from '../domain/dossier/event.ts';
import { computeDuties } from '../domain/duty/compute-duties.ts';
import type { Duty } from '../domain/duty/duty.ts';
import { fact, school, setting, socialService } from '../domain/testing/scenario.ts';
import { type CalendarDay, calendarDay, instant } from '../domain/time.ts';
import { national2025 } from './national-2025/index.ts';

const everything = {
  ...setting,
  municipality: { ...setting.municipality, switchedOn: national2025.duties.map(({ id }) => id) },
};

function dutiesOf(events: readonly DossierEvent[]): readonly Duty[] {
  return computeDuties(national2025, events, everything);
}

/** `open 2026-11-16` or `fulfilled`, `superseded`… for each duty of the kind. */
function ofKind(kind: string, ...events: readonly DossierEvent[]): readonly string[] {
  return dutiesOf(events)
    .filter((duty) => duty.kind === kind)
    .map(({ settled, due }) => settled?.how ?? `open ${due?.day ?? 'untimed'}`);
}

const friday = '2026-11-13T10:00+02:00';
const saturday = '2026-11-14T20:00+02:00';
const monday = '2026-11-16T10:00+02:00';

describe('danger', () => {
  const seen = fact('danger.suspected', saturday, { kindCode: 'byOfficial' }, { id: 'danger-1' });
  const told = (to: 'statePolice' | 'childProtectionCentre', dangerId = 'danger-1') =>
    fact('danger.reported', saturday, { dangerId, recipientKindCode: to, channelCode: 'call110' });

  it('is due the same Saturday and settled only by the report that names it (R 2)', () => {
    expect(ofKind('report-danger', seen)).toEqual(['open 2026-11-14']);
    expect(ofKind('report-danger', seen, told('statePolice', 'danger-2'))).toEqual(['open 2026-11-14']);
    expect(ofKind('report-danger', seen, told('statePolice'))).toEqual(['fulfilled']);
  });
  it('violence by an employee stays open until BAC is told (K table 11 B)', () => {
    expect(ofKind('report-staff-violence', seen, told('statePolice'))).toEqual(['open 2026-11-14']);
    expect(ofKind('report-staff-violence', seen, told('childProtectionCentre'))).toEqual(['fulfilled']);
  });
  it('severe emotional violence: same day, and both court and police must be told (K table 7)', () => {
    const severe = fact(
      'danger.suspected',
      saturday,
      { kindCode: 'emotionalViolenceSevere' },
      { id: 'danger-1' },
    );
    const court = fact('danger.reported', saturday, {
      dangerId: 'danger-1',
      recipientKindCode: 'orphansCourt',
      channelCode: 'email',
    });
    const report = (...events: readonly DossierEvent[]) =>
      dutiesOf([severe, ...events]).find(({ kind }) => kind === 'report-danger');
    expect(report()).toMatchObject({ sameDay: true, immediate: false });
    expect(report(court)).toMatchObject({ settled: null });
    expect(report(court, told('statePolice'))).toMatchObject({ settled: { how: 'fulfilled' } });
  });
  it('a written report waits for its receipt, a call does not (R 2)', () => {
    const letter = fact(
      'danger.reported',
      friday,
      { dangerId: 'danger-1', recipientKindCode: 'orphansCourt', channelCode: 'paper' },
      { id: 'report-1' },
    );
    expect(ofKind('danger-receipt', seen, told('statePolice'))).toEqual([]);
    expect(ofKind('danger-receipt', letter)).toEqual(['open 2026-11-16']);
    expect(
      ofKind('danger-receipt', letter, fact('danger.receiptConfirmed', monday, { reportId: 'report-1' })),
    ).toEqual(['fulfilled']);
  });
});

describe('case work', () => {
  const opened = fact('case.opened', friday, { level: '1' });
  const talk = (at: string) => fact('talk.held', at, { kindCode: 'first' });
  const plan = fact('plan.agreed', '2026-11-20T10:00+02:00', {
    planId: 'p',
    nextMeetingOn: calendarDay('2026-12-04'),
  });

  it('support plan: one per case, from the later of talk and opening (K table 3.4)', () => {
    expect(ofKind('support-plan', opened)).toEqual([]);
    expect(ofKind('support-plan', opened, talk(monday))).toEqual(['open 2026-12-01']);
    expect(ofKind('support-plan', opened, talk(friday), talk(monday))).toHaveLength(1);
  });
  it('support plan: needs plan, action with term and owner, and three acceptances or a refusal (K table 3.4)', () => {
    const at = '2026-11-20T11:00+02:00';
    const action = fact('plan.actionAgreed', at, {
      planId: 'p',
      actionId: 'a',
      ownerId: 'x',
      dueOn: calendarDay('2026-12-10'),
    });
    const accepted = (['parents', 'staff', 'learner'] as const).map((byCode) =>
      fact('plan.accepted', at, { planId: 'p', byCode }, { id: byCode }),
    );
    const refused = fact('plan.refused', at, { planId: 'p', byCode: 'parents', reasonCode: 'other' });
    expect(ofKind('support-plan', opened, talk(friday), plan, action)).toEqual(['open 2026-11-30']);
    expect(ofKind('support-plan', opened, talk(friday), plan, ...accepted)).toEqual(['open 2026-11-30']);
    expect(ofKind('support-plan', opened, talk(friday), plan, action, ...accepted)).toEqual(['fulfilled']);
    expect(ofKind('support-plan', opened, talk(friday), plan, action, refused)).toEqual(['fulfilled']);
  });
  it('monthly review: the agreed date before the month, then a month from each review (K table 3.5)', () => {
    expect(ofKind('monthly-review', plan)).toEqual(['open 2026-12-04']);
    const review = fact('review.held', '2026-12-03T10:00+02:00', { resultCode: 'better' });
    // 3 January 2027 is a Sunday; 31 December and 1 January are holidays: the ceiling lands before them.
    expect(ofKind('monthly-review', plan, review)).toEqual(['fulfilled', 'open 2026-12-30']);
  });
  it('involving others: two months, at once where acute, gone when better (K 4.2 L1024–1046)', () => {
    const risk = (acute: boolean) => fact('risk.identified', friday, { riskCode: 'motivation' }, { acute });
    expect(ofKind('involve-external', risk(false))).toEqual(['open 2027-01-13']);
    expect(ofKind('involve-external', risk(true))).toEqual(['open 2026-11-13']);
    expect(
      ofKind('involve-external', risk(false), fact('review.held', monday, { resultCode: 'better' })),
    ).toEqual(['superseded']);
  });
});

describe('referral', () => {
  const sent = (kindCode: 'handover' | 'letter', receiverId: string, answerWanted = false) =>
    fact('referral.sent', friday, {
      referralId: 'r',
      receiverId,
      kindCode,
      channelCode: 'product',
      answerWanted,
    });
  const received = fact('referral.received', friday, { referralId: 'r', howKnownCode: 'product' });

  it('handover is acknowledged in 5 working days past a holiday; a letter needs no takeover (K 4.2 L1351)', () => {
    expect(ofKind('acknowledge-handover', sent('handover', socialService))).toEqual(['open 2026-11-23']);
    expect(ofKind('keep-supporting', sent('handover', socialService))).toEqual(['open untimed']);
    expect(ofKind('keep-supporting', sent('letter', socialService))).toEqual([]);
  });
  it('the social service owes a reply and no feedback; others owe feedback where it was asked (S 5.8)', () => {
    const toService = [sent('letter', socialService, true), received];
    const toPolice = [sent('letter', 'municipal-police', true), received];
    expect([ofKind('reply', ...toService), ofKind('feedback', ...toService)]).toEqual([
      ['open 2026-12-14'],
      [],
    ]);
    expect([ofKind('reply', ...toPolice), ofKind('feedback', ...toPolice)]).toEqual([
      [],
      ['open 2026-12-14'],
    ]);
    expect(ofKind('feedback', sent('letter', 'municipal-police'), received)).toEqual([]);
  });
  it('wrong recipient and breach: 72 hours, settled by the record that names either (R 17)', () => {
    const withdrawn = fact(
      'referral.withdrawn',
      friday,
      { referralId: 'r', reasonCode: 'wrongRecipient' },
      { id: 'w' },
    );
    const recorded = fact('breach.recorded', monday, { breachId: 'w' });
    expect(ofKind('breach-record', withdrawn)).toEqual(['open 2026-11-16']);
    expect(ofKind('breach-record', withdrawn, recorded)).toEqual(['fulfilled']);
    expect(ofKind('breach-record', fact('breach.found', friday, { breachId: 'b' }), recorded)).toEqual([
      'open 2026-11-16',
    ]);
  });
  it('a supplement answers the request that it names (R 12)', () => {
    const asked = fact('referral.supplementRequested', friday, { referralId: 'r' }, { id: 'q' });
    const given = fact('referral.supplemented', monday, { referralId: 'r', requestId: 'q' });
    expect(ofKind('referral-supplement', asked)).toEqual(['open untimed']);
    expect(ofKind('referral-supplement', asked, given)).toEqual(['fulfilled']);
  });
});

describe('absence and parents', () => {
  it('assessment: the parts are ticked apart (K table 10 L3195–3205)', () => {
    const reached = fact('absence.thresholdReached', friday, { ruleCode: 'unexcused-lessons' });
    const entered = fact('absence.viisEntered', monday, { actionsIncluded: true });
    const [duty] = dutiesOf([reached, entered]).filter(({ kind }) => kind === 'absence-assessment');
    expect(duty?.parts.map(({ part, doneBy }) => `${part} ${doneBy === null ? 'open' : 'done'}`)).toEqual([
      'viis done',
      'cause open',
      'plan open',
      'actions open',
    ]);
  });
  it('10 days in a month start nothing until a person confirms (R 16)', () => {
    const reached = { ruleCode: 'days-in-month', affectsLearning: true };
    expect(ofKind('absence-support-team', fact('absence.thresholdReached', friday, reached))).toEqual([]);
    expect(
      ofKind(
        'absence-support-team',
        fact('absence.thresholdReached', friday, { ...reached, confirmedBy: 'teacher-1' }),
      ),
    ).toEqual(['open 2026-11-23']);
  });
});

describe('group, court, commission', () => {
  it('BAC is told by a fact that reaches it (B 1)', () => {
    const notAgreed = fact('group.notAgreed', friday, {});
    const informed = (institutionId: string) =>
      fact('institution.informed', monday, { institutionId, subjectCode: 'groupNotAgreed' });
    expect(ofKind('bac-support', notAgreed, informed('orphans-court'))).toEqual(['open 2026-11-23']);
    expect(ofKind('bac-support', notAgreed, informed('bac'))).toEqual(['fulfilled']);
  });
  it('each asked institution owes what it knows two working days before (B 1)', () => {
    const scheduled = fact('meeting.scheduled', friday, {
      meetingId: 'm',
      startsAt: instant('2026-11-27T08:00:00.000Z'),
      askedInstitutionIds: [school, socialService],
    });
    const given = fact('group.infoGiven', monday, { byInstitutionId: school });
    expect([...ofKind('group-info', scheduled, given)].sort()).toEqual(['fulfilled', 'open 2026-11-25']);
  });
  it('commission papers: the date asked, else 10 working days (K 5.10 2.2)', () => {
    const asked = (wantedBy?: string) =>
      fact('commission.docsRequested', friday, {
        institutionId: school,
        ...(wantedBy === undefined ? {} : { wantedBy: calendarDay(wantedBy) }),
      });
    expect(ofKind('commission-docs', asked('2026-11-20'))).toEqual(['open 2026-11-20']);
    expect(ofKind('commission-docs', asked())).toEqual(['open 2026-11-30']);
  });
  it('only a date that was asked for is agreed; our 10 days are a default (K 5.10 2.2)', () => {
    const asked = (data: { wantedBy?: CalendarDay }) =>
      dutiesOf([fact('commission.docsRequested', friday, { institutionId: school, ...data })])[0]?.force.term;
    expect([asked({ wantedBy: calendarDay('2026-11-20') }), asked({})]).toEqual(['agreed', 'default']);
  });
  it('bullying: talked again in two weeks, only where needed, by a later talk (K table 15 step 9)', () => {
    const talk = fact('bullying.talkHeld', friday, { followUpNeeded: true }, { id: 't1' });
    const later = fact(
      'bullying.talkHeld',
      '2026-11-24T10:00+02:00',
      { followUpNeeded: false },
      { id: 't2' },
    );
    expect(ofKind('bullying-follow-up', talk)).toEqual(['open 2026-11-27']);
    expect(ofKind('bullying-follow-up', talk, later)).toEqual(['fulfilled']);
    expect(dutiesOf([talk]).find(({ kind }) => kind === 'bullying-follow-up')?.opensOn).toBe('2026-11-20');
  });
});

describe('calendar duties', () => {
  const yearStarted = fact('schoolYear.started', '2026-09-01T08:00+03:00', {
    schoolYear: '2026/2027',
    startsOn: calendarDay('2026-09-01'),
  });
  const done = (dutyId: string, periodCode: string) =>
    fact('calendarDuty.done', '2026-09-04T10:00+03:00', { dutyId, periodCode });

  it('VIIS by 5 September, rules in 3 weeks, plan by 30 September (K table 9, annex 1, 7)', () => {
    expect(ofKind('viis-enrolment', yearStarted)).toEqual(['open 2026-09-05']);
    expect(ofKind('rules-briefing', yearStarted)).toEqual(['open 2026-09-22']);
    expect(ofKind('prevention-plan', yearStarted)).toEqual(['open 2026-09-30']);
  });
  it('a vocational school has until 1 October (K table 9)', () => {
    const vocational = fact('schoolYear.started', '2026-09-01T08:00+03:00', {
      schoolYear: '2026/2027',
      schoolTypeCode: 'vocational',
    });
    expect(ofKind('viis-enrolment', vocational)).toEqual(['open 2026-10-01']);
  });
  it('settled only for its own duty and year', () => {
    expect(ofKind('viis-enrolment', yearStarted, done('viis-enrolment', '2026/2027'))).toEqual(['fulfilled']);
    expect(ofKind('viis-enrolment', yearStarted, done('viis-enrolment', '2025/2026'))).toHaveLength(1);
    expect(ofKind('viis-enrolment', yearStarted, done('rules-briefing', '2026/2027'))).toEqual([
      'open 2026-09-05',
    ]);
  });
  it('every child on IKVD’s list is a duty of its own (K table 9 L3122–3132)', () => {
    const list = fact('ikvdList.received', friday, { learnerIds: ['a', 'b'] });
    const enrolled = fact('learner.enrolled', monday, { learnerId: 'a' });
    expect([...ofKind('unregistered-children', list, enrolled)].sort()).toEqual([
      'fulfilled',
      'open 2026-12-14',
    ]);
  });
  it('safety inspection: two years from the last one, landing before (K table 11 A L3314)', () => {
    expect(ofKind('safety-inspection', done('safety-inspection', '2026'))).toEqual(['open 2028-09-04']);
  });
  it('violence prevention starts by 31 December 2026 (K annex 1 L5222)', () => {
    const period = fact('period.started', '2026-09-01T08:00+03:00', {
      dutyId: 'violence-measures-start',
      periodCode: '2026',
      from: calendarDay('2026-09-01'),
      to: calendarDay('2026-12-31'),
    });
    expect(ofKind('violence-measures-start', period)).toEqual(['open 2026-12-31']);
  });
});
