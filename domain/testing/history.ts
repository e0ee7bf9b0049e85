/**
 * Generators of whole histories for property tests: any facts of the vocabulary, well-formed by their fields, with
 * ids from small pools so that facts name each other; entered late, withdrawn, reopened, postponed, closed.
 */
import * as fc from 'fast-check';
import type { DossierEvent, EventType } from '../dossier/event.ts';
import { shapeOf } from '../dossier/event.ts';
import type { Field } from '../dossier/event-field.ts';
import { eventVocabulary } from '../dossier/vocabulary/index.ts';
import { computeDuties } from '../duty/compute-duties.ts';
import type { StaffDirectory } from '../duty/recipients.ts';
import type { DossierSetting } from '../duty/setting.ts';
import type { Procedure } from '../procedure/procedure.ts';
import { addDays, addMinutes, calendarDay, dayOf, type Instant, instant, startOfDay } from '../time.ts';
import { setting as plainSetting, school, socialService, teacher } from './scenario.ts';

const firstDay = calendarDay('2026-09-01');
const days = 240;
const persons = [teacher, 'p2', 'p3', 'p4'];
const institutions = Object.keys(plainSetting.institutions);
const eventIds = Array.from({ length: 24 }, (_, rank) => `e${rank + 1}`);
const labels = [
  'unexcused-lessons',
  'preschool-study-days',
  'days-in-month',
  'contact-attempts',
  '2026-2027',
  '2026-Q4',
  'other',
];

/** Types by which a fact acts on duties or facts already there; they are drawn apart, aimed at what exists. */
const aimed: readonly EventType[] = [
  'fact.withdrawn',
  'duty.postponed',
  'duty.waived',
  'duty.reopened',
  'duty.takenOver',
  'mailReply.received',
  'mailReply.confirmed',
  'answer.asked',
  'correction.asked',
  'correction.answered',
  'receiver.called',
  'account.added',
  'complaint.drafted',
  'complaint.filed',
];

/** Types of the main story, drawn as often as all others together. */
const frequent: readonly EventType[] = [
  'risk.identified',
  'talk.held',
  'case.opened',
  'case.managerAssigned',
  'plan.agreed',
  'plan.actionAgreed',
  'plan.accepted',
  'review.held',
  'absence.noted',
  'absence.thresholdReached',
  'absence.viisEntered',
  'contact.attempted',
  'danger.suspected',
  'danger.reported',
  'incident.recorded',
  'parents.informed',
  'referral.sent',
  'referral.received',
  'referral.acknowledged',
  'referral.supplementRequested',
  'referral.supplemented',
  'referral.withdrawn',
  'externalContact.made',
  'handover.completed',
  'evaluation.completed',
  'reply.sent',
  'reply.reported',
  'reply.postponed',
  'case.closed',
  'case.reopened',
  'person.excluded',
];

const plainTypes = (Object.keys(eventVocabulary) as EventType[]).filter((type) => !aimed.includes(type));

function idsFor(name: string): readonly string[] {
  if (
    /^(receiverId|institutionId|.*Institution(Id|Ids)|receiverIds|recipientId|policeId|boardId)$/.test(name)
  ) {
    return institutions;
  }
  if (/^(eventId|requestId|dangerId|reportId|factId|infoId)$/.test(name)) return eventIds;
  if (/^(managerId|newManagerId|personId|excludedPersonIds|decidedBy|takenBy|staffId|ownerId)$/.test(name)) {
    return persons;
  }
  return ['x1', 'x2', 'x3'];
}

function dutyIdsOf(procedure: Procedure): readonly string[] {
  return procedure.duties.map(({ id }) => id);
}

/** A value of a field; days lie around the day on which the fact happened. */
function valueOf(
  name: string,
  field: Field,
  near: Instant,
  dated: boolean,
  procedure: Procedure,
): fc.Arbitrary<unknown> {
  const around = fc.integer(dated ? { min: -12, max: 2 } : { min: -5, max: 70 });
  const dutyRef = fc.constantFrom(...dutyIdsOf(procedure));
  switch (field.kind) {
    case 'id':
      return fc.constantFrom(...idsFor(name));
    case 'ids':
      return fc.uniqueArray(fc.constantFrom(...idsFor(name)), { minLength: 1, maxLength: 3 });
    case 'day':
      return around.map((offset) => addDays(dayOf(near), offset));
    case 'moment':
      return fc
        .tuple(around, fc.nat(1439))
        .map(([offset, minute]) => addMinutes(startOfDay(addDays(dayOf(near), offset)), minute));
    case 'flag':
      return fc.boolean();
    case 'count':
      return fc.nat(40);
    case 'label':
      return fc.constantFrom(...labels);
    case 'labels':
      return fc.uniqueArray(fc.constantFrom(...labels), { minLength: 1, maxLength: 3 });
    case 'dutyRef':
      return dutyRef;
    case 'dutyRefs':
      return fc.uniqueArray(dutyRef, { minLength: 1, maxLength: 3 });
    case 'code':
      return fc.constantFrom(...field.codes);
    case 'codes':
      return fc.subarray([...field.codes], { minLength: 1 });
  }
}

function dataOf(type: EventType, near: Instant, procedure: Procedure): fc.Arbitrary<Record<string, unknown>> {
  const { fields, dated } = shapeOf(type);
  const arbitraries = Object.fromEntries(
    Object.entries(fields).map(([name, field]) => [
      name,
      valueOf(name, field, near, name === dated, procedure),
    ]),
  );
  const requiredKeys = Object.entries(fields)
    .filter(([, field]) => field.optional !== true)
    .map(([name]) => name);
  return fc.record(arbitraries, { requiredKeys, noNullPrototype: true });
}

const anyMoment: fc.Arbitrary<Instant> = fc
  .tuple(fc.nat(days), fc.nat(1439))
  .map(([day, minute]) => addMinutes(startOfDay(addDays(firstDay, day)), minute));

/** Minutes until a fact was entered: mostly none, sometimes weeks. */
const delay = fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.nat(50_000) });

/** A fact that acts on nothing in particular. */
export function plainFact(procedure: Procedure, id: string): fc.Arbitrary<DossierEvent> {
  const type = fc.oneof(fc.constantFrom(...frequent), fc.constantFrom(...plainTypes));
  return fc.tuple(type, anyMoment, delay).chain(([chosen, occurredAt, late]) =>
    fc
      .record({
        data: dataOf(chosen, occurredAt, procedure),
        by: fc.constantFrom(...persons),
        institution: fc.oneof(
          fc.constant(school),
          fc.constant(socialService),
          fc.constantFrom(...institutions),
        ),
        acute: fc.option(fc.boolean(), { freq: 4, nil: null }),
      })
      .map(
        ({ data, by, institution, acute }) =>
          ({
            id,
            seq: 1,
            type: chosen,
            occurredAt,
            recordedAt: addMinutes(occurredAt, late),
            by,
            institution,
            ...(acute === null ? {} : { acute }),
            data,
          }) as DossierEvent,
      ),
  );
}

/** Facts that act on nothing in particular, at most 24. */
export function plainFacts(procedure: Procedure): fc.Arbitrary<readonly DossierEvent[]> {
  return fc
    .integer({ min: 1, max: 20 })
    .chain((count) => fc.tuple(...eventIds.slice(0, count).map((id) => plainFact(procedure, id))));
}

type Stage = {
  readonly type: EventType;
  readonly data: Readonly<Record<string, unknown>>;
  readonly institution?: string;
};

/** What belongs together: each stage may be missing, come late or out of order. */
function threadOf(kind: 'referral' | 'danger' | 'plan' | 'series', subject: string): readonly Stage[] {
  const referralId = subject;
  switch (kind) {
    case 'referral':
      return [
        {
          type: 'referral.sent',
          data: { referralId, receiverId: socialService, kindCode: 'handover', channelCode: 'email' },
        },
        { type: 'referral.received', data: { referralId, howKnownCode: 'recordedBySender' } },
        { type: 'referral.supplementRequested', data: { referralId }, institution: socialService },
        { type: 'referral.supplemented', data: { referralId, requestId: `${subject}-2` } },
        {
          type: 'reply.postponed',
          data: { referralId, reasonCode: 'other', newDueOn: '2027-01-11' },
          institution: socialService,
        },
        { type: 'evaluation.completed', data: { referralId, outcomeCode: 'notNeeded' } },
        { type: 'reply.reported', data: { referralId } },
        { type: 'referral.acknowledged', data: { referralId, outcomeCode: 'accepted' } },
        { type: 'handover.completed', data: { referralId, newManagerId: 'p4' } },
        { type: 'referral.withdrawn', data: { referralId, reasonCode: 'wrongRecipient' } },
      ];
    case 'danger':
      return [
        { type: 'danger.suspected', data: { kindCode: 'emotionalViolenceSevere' } },
        {
          type: 'danger.reported',
          data: { dangerId: `${subject}-0`, recipientKindCode: 'statePolice', channelCode: 'call110' },
        },
        {
          type: 'danger.reported',
          data: { dangerId: `${subject}-0`, recipientKindCode: 'orphansCourt', channelCode: 'paper' },
        },
        { type: 'danger.receiptConfirmed', data: { reportId: `${subject}-2` } },
      ];
    case 'plan':
      return [
        { type: 'risk.identified', data: { riskCode: 'attendance' } },
        { type: 'talk.held', data: { kindCode: 'first' } },
        { type: 'case.opened', data: { level: '1' } },
        { type: 'plan.agreed', data: { planId: subject, nextMeetingOn: '2026-12-01' } },
        {
          type: 'plan.actionAgreed',
          data: { planId: subject, actionId: 'x1', ownerId: 'p2', dueOn: '2026-12-11' },
        },
        { type: 'plan.refused', data: { planId: subject, byCode: 'parents', reasonCode: 'other' } },
        { type: 'case.closed', data: { reasonCode: 'other' } },
        { type: 'case.reopened', data: { reasonCode: 'other' } },
      ];
    case 'series':
      return [
        { type: 'plan.agreed', data: { planId: subject } },
        { type: 'review.held', data: { resultCode: 'same' } },
        { type: 'plan.revised', data: {} },
        { type: 'review.held', data: { resultCode: 'better', nextReviewOn: '2026-12-20' } },
        { type: 'plan.agreed', data: { planId: `${subject}-b` } },
        { type: 'review.held', data: { resultCode: 'worse' } },
      ];
  }
}

/** Facts of one thread, days apart, some left out, some entered late. */
function thread(subject: string): fc.Arbitrary<readonly DossierEvent[]> {
  const kind = fc.constantFrom('referral' as const, 'danger' as const, 'plan' as const, 'series' as const);
  return fc
    .tuple(kind, anyMoment, fc.infiniteStream(fc.tuple(fc.nat(9), fc.nat(20_000), delay)))
    .map(([chosen, begin, draws]) => {
      let at = begin;
      return threadOf(chosen, subject).flatMap((stage, rank) => {
        const { value } = draws.next();
        const [skip, minutes, late] = value ?? [0, 0, 0];
        at = addMinutes(at, minutes);
        if (skip < 2) return [];
        return [
          {
            id: `${subject}-${rank}`,
            seq: 1,
            type: stage.type,
            occurredAt: at,
            recordedAt: addMinutes(at, late),
            by: teacher,
            institution: stage.institution ?? school,
            data: stage.data,
          } as DossierEvent,
        ];
      });
    });
}

type Aim = {
  readonly type: EventType;
  readonly target: number;
  readonly at: Instant;
  readonly late: number;
  readonly days: number;
  readonly flag: boolean;
};

const aim: fc.Arbitrary<Aim> = fc.record({
  type: fc.constantFrom(...aimed),
  target: fc.nat(1000),
  at: anyMoment,
  late: delay,
  days: fc.nat(60),
  flag: fc.boolean(),
});

function aimedFact(
  one: Aim,
  rank: number,
  events: readonly DossierEvent[],
  dutyKeys: readonly string[],
): DossierEvent {
  const dutyKey = dutyKeys[one.target % dutyKeys.length] ?? 'reply:none';
  const target = events[one.target % events.length];
  const reasonCode = 'other';
  const data = {
    'fact.withdrawn': { eventId: target?.id ?? 'none', reasonCode },
    'duty.postponed': { dutyKey, reasonCode, newDueOn: addDays(dayOf(one.at), one.days) },
    'duty.waived': { dutyKey, reasonCode: one.flag ? 'notNeeded' : 'notPossible' },
    'duty.reopened': { dutyKey, reasonCode },
    'duty.takenOver': { dutyKeys: [dutyKey] },
    'mailReply.received': { dutyKey },
    'mailReply.confirmed': { dutyKey, isAnswer: one.flag },
    'answer.asked': { dutyKey },
    'correction.asked': { dutyKey, whatCode: one.flag ? 'answeredElsewhere' : 'wrongDate' },
    'correction.answered': { requestId: target?.id ?? 'none', outcomeCode: one.flag ? 'mended' : 'declined' },
    'receiver.called': { dutyKey, resultCode: one.flag ? 'reached' : 'noAnswer' },
    'account.added': { dutyKey },
    'complaint.drafted': { complaintId: `c${one.days % 3}`, dutyIds: [dutyKey] },
    'complaint.filed': { complaintId: `c${one.days % 3}`, ...(one.flag ? { dutyIds: [dutyKey] } : {}) },
  }[one.type as string];
  const recordedAt = addMinutes(one.at, one.late);
  return {
    id: `a${rank + 1}`,
    seq: 1,
    type: one.type,
    occurredAt: one.at,
    recordedAt,
    by: teacher,
    institution: target?.institution ?? school,
    data,
  } as DossierEvent;
}

/** A whole history: plain facts, two threads, and up to ten facts that withdraw, postpone, waive, reopen … */
export function histories(
  procedure: Procedure,
  setting: DossierSetting,
): fc.Arbitrary<readonly DossierEvent[]> {
  return fc
    .tuple(plainFacts(procedure), thread('t1'), thread('t2'), fc.array(aim, { maxLength: 10 }))
    .map(([plain, first, second, aims]) => {
      const facts = [...plain, ...first, ...second];
      const dutyKeys = computeDuties(procedure, facts, setting).map(({ key }) => key);
      return aims.reduce<readonly DossierEvent[]>(
        (events, one, rank) => [...events, aimedFact(one, rank, events, dutyKeys)],
        facts,
      );
    });
}

/** The test setting as it is, with every offered row, with a late start date, or with nobody known. */
export function settings(procedure: Procedure): fc.Arbitrary<DossierSetting> {
  const offered = procedure.duties.filter(({ offer }) => offer === 'offered').map(({ id }) => id);
  const { municipality } = plainSetting;
  return fc.constantFrom<DossierSetting>(
    plainSetting,
    { ...plainSetting, municipality: { ...municipality, switchedOn: offered } },
    {
      ...plainSetting,
      municipality: { ...municipality, switchedOn: offered, startDate: calendarDay('2026-12-01') },
      classTeacherId: null,
    },
    { ...plainSetting, serving: {}, classTeacherId: null },
  );
}

/** A directory in which every institution of the setting has a head, a secretary and some others. */
export const staff: StaffDirectory = {
  holders: [
    { institutionId: school, personId: teacher, role: 'classTeacher' },
    { institutionId: school, personId: 'p2', role: 'principal' },
    { institutionId: school, personId: 'p3', role: 'supportStaff' },
    { institutionId: school, personId: 'on-call', role: 'onCall' },
    { institutionId: socialService, personId: 'p4', role: 'socialWorker' },
    ...institutions
      .filter((id) => id !== school)
      .flatMap((institutionId) => [
        { institutionId, personId: `head-of-${institutionId}`, role: 'head' as const },
        { institutionId, personId: `secretary-of-${institutionId}`, role: 'secretary' as const },
      ]),
  ],
  serving: plainSetting.serving,
};

/** The end of the time in which generated facts happen and are entered. */
export const afterAll: Instant = instant('2027-09-01T00:00:00.000Z');
