/** The rules that a single fact must keep towards what is already known. */
import type { Duty } from '../duty/duty.ts';
import type { DossierSetting } from '../duty/setting.ts';
import {
  accountRefusal,
  correctionRefusal,
  draftRefusal,
  escalationRefusal,
  filingRefusal,
  preparationRefusal,
  type Refuse,
  verdictRefusal,
} from '../escalation/complaint-order.ts';
import type { DueRule } from '../procedure/due-rule.ts';
import type { Procedure } from '../procedure/procedure.ts';
import { addMonths, type CalendarDay, dayOf, type Instant } from '../time.ts';
import type { DossierEvent, DossierEventOf } from './event.ts';
import { type Facts, factsOf } from './facts.ts';
import type { Refusal, RefusalCode } from './refusal.ts';
import type { DossierState, Referral } from './state.ts';

export type OrderContext = {
  readonly procedure: Procedure;
  readonly events: readonly DossierEvent[];
  readonly facts: Facts;
  readonly state: DossierState;
  readonly duties: readonly Duty[];
  readonly setting: DossierSetting;
};

/**
 * Facts that a closed dossier still takes: mistakes can be put right, answers come late, a wrong recipient is cut
 * off and a person excluded at any time (rules of conduct 3 and 17).
 */
const allowedWhenClosed: ReadonlySet<string> = new Set([
  'case.reopened',
  'fact.withdrawn',
  'reply.sent',
  'reply.reported',
  'feedback.given',
  'evaluation.completed',
  'mailReply.received',
  'mailReply.confirmed',
  'account.added',
  'referral.acknowledged',
  'referral.supplemented',
  'referral.withdrawn',
  'person.excluded',
  'person.readmitted',
  'breach.found',
  'breach.reported',
  'breach.recorded',
  'calendar.changed',
  'mail.refused',
  'access.takenInEmergency',
  'access.reviewed',
  'evaluation.released',
  'address.corrected',
]);

/** Facts by which only the receiving institution speaks; a person elsewhere records what came from it otherwise. */
const byReceiver: ReadonlySet<string> = new Set([
  'referral.supplementRequested',
  'reply.sent',
  'reply.postponed',
]);

/** Facts by which the receiver has answered a referral, whatever kind it was. */
const answers = ['evaluation.completed', 'reply.sent', 'reply.reported', 'feedback.given'] as const;

/** The law's longest term for a person's submission, in months from its receipt (rules of conduct 9). */
const submissionCeilingMonths = 4;

/** The first rule that the fact would break, or null. */
export function rulesOfOrder(
  context: OrderContext,
  event: DossierEvent,
  now: Instant,
  path: string,
): Refusal | null {
  const refuse = (refused: RefusalCode, field?: string): Refusal => ({
    refused,
    path: field === undefined ? path : `${path}.data.${field}`,
  });
  if (isEmergency(event)) return null;
  if (context.state.closedBy !== null && !allowedWhenClosed.has(event.type)) return refuse('dossierClosed');
  // oxlint-disable-next-line typescript/switch-exhaustiveness-check -- most facts keep no order at all
  switch (event.type) {
    case 'fact.withdrawn':
      return withdrawalRefusal(context, event.data.eventId, event.institution, refuse);
    case 'case.reopened':
      return reopenedDossierRefusal(context, event, path, refuse);
    case 'case.closed':
    case 'concern.closed':
      return closingRefusal(context, event, path, refuse);
    case 'duty.postponed':
      return postponementRefusal(context, event.data.dutyKey, event.data.newDueOn, now, refuse);
    case 'submission.prolonged':
      return prolongationRefusal(context, event, now, refuse);
    case 'duty.waived':
      return waiverRefusal(context, event.data, refuse);
    case 'duty.reopened':
      return reopeningRefusal(context, event.data.dutyKey, refuse);
    case 'reply.postponed':
      return (
        referralRefusal(context, event, event.data.referralId, refuse) ??
        replyPostponementRefusal(context, event.data.referralId, event.data.newDueOn, now, refuse)
      );
    case 'referral.sent':
      return sendingRefusal(context, event, refuse);
    case 'referral.received':
      return receiptRefusal(context, event.data.referralId, refuse);
    case 'referral.acknowledged':
      return acknowledgementRefusal(context, event, event.data.referralId, refuse);
    case 'complaint.drafted':
      return draftRefusal(context, event, now, refuse);
    case 'complaint.filed':
      return filingRefusal(context, event, now, refuse);
    case 'duty.escalated':
      return escalationRefusal(context, event, now, refuse);
    case 'account.added':
      return accountRefusal(context, event, refuse);
    case 'answer.asked':
    case 'correction.asked':
    case 'receiver.called':
      return preparationRefusal(context, event.data.dutyKey, refuse);
    case 'correction.answered':
      return correctionRefusal(context, event.data.requestId, refuse);
    case 'mailReply.confirmed':
      return verdictRefusal(context, event, refuse);
    case 'access.reviewed':
      return reviewRefusal(context, event, refuse);
    case 'evaluation.released':
      return releaseRefusal(context, event, refuse);
    case 'referral.supplementRequested':
    case 'referral.supplemented':
    case 'referral.withdrawn':
    case 'reply.sent':
    case 'reply.reported':
    case 'evaluation.completed':
    case 'handover.completed':
      return referralRefusal(context, event, event.data.referralId, refuse);
    default:
      return null;
  }
}

/** Of an access that was taken, and by somebody else than who took it. */
function reviewRefusal(
  { facts }: OrderContext,
  event: DossierEventOf<'access.reviewed'>,
  refuse: Refuse,
): Refusal | null {
  const taken = factsOf(facts, 'access.takenInEmergency').find(
    (fact) => fact.event.id === event.data.accessId,
  );
  if (taken === undefined) return refuse('factUnknown', 'accessId');
  return taken.event.by === event.by ? refuse('factNotYours', 'accessId') : null;
}

/** Only the institution that made an evaluation gives it away, to one that is known (K table 18, L4619). */
function releaseRefusal(
  { facts, setting }: OrderContext,
  event: DossierEventOf<'evaluation.released'>,
  refuse: Refuse,
): Refusal | null {
  const { evaluationId, toInstitutionId } = event.data;
  const made = factsOf(facts, 'evaluation.completed').find((fact) => fact.event.id === evaluationId);
  if (made === undefined) return refuse('factUnknown', 'evaluationId');
  if (made.event.institution !== event.institution) return refuse('factNotYours', 'evaluationId');
  return setting.institutions[toInstitutionId] === undefined
    ? refuse('receiverUnknown', 'toInstitutionId')
    : null;
}

/** Emergency records, and who was told of one, keep no order (rules of conduct 5). */
function isEmergency(event: DossierEvent): boolean {
  return /^(?:danger|emergency|incident|limit|search|police\.informed)\b/.test(event.type);
}

/** It opens from now on: a reopening dated before the closing would leave the dossier closed. */
function reopenedDossierRefusal(
  { state }: OrderContext,
  event: DossierEvent,
  path: string,
  refuse: Refuse,
): Refusal | null {
  if (state.closedBy === null) return refuse('dossierOpen');
  return event.occurredAt <= state.closedBy.moment.at
    ? { refused: 'dossierOpen', path: `${path}.occurredAt` }
    : null;
}

/** Not while a danger is unreported; a closing dated before the last reopening would leave the dossier open. */
function closingRefusal(
  { facts, duties }: OrderContext,
  event: DossierEvent,
  path: string,
  refuse: Refuse,
): Refusal | null {
  if (duties.some((duty) => duty.danger && duty.settled === null)) return refuse('dangerOpen');
  return factsOf(facts, 'case.reopened').some(({ moment }) => moment.at >= event.occurredAt)
    ? { refused: 'dossierClosed', path: `${path}.occurredAt` }
    : null;
}

/** Only the institution that recorded a fact withdraws it; the other side disputes or records its own. */
function withdrawalRefusal(
  { events, facts }: OrderContext,
  eventId: string,
  institution: string,
  refuse: Refuse,
): Refusal | null {
  const target = events.find((event) => event.id === eventId);
  if (target === undefined) return refuse('factUnknown', 'eventId');
  if (target.institution !== institution) return refuse('factNotYours', 'eventId');
  const gone = facts.withdrawn.some(({ fact }) => fact.event.id === eventId);
  return gone ? refuse('factAlreadyWithdrawn', 'eventId') : null;
}

function openDuty(context: OrderContext, key: string, refuse: Refuse): Duty | Refusal {
  const duty = context.duties.find((one) => one.key === key);
  if (duty === undefined) return refuse('dutyUnknown', 'dutyKey');
  return duty.settled === null ? duty : refuse('dutySettled', 'dutyKey');
}

function postponementRefusal(
  context: OrderContext,
  key: string,
  newDueOn: CalendarDay,
  now: Instant,
  refuse: Refuse,
): Refusal | null {
  const duty = openDuty(context, key, refuse);
  if ('refused' in duty) return duty;
  if (duty.danger) return refuse('dangerNotPostponable', 'dutyKey');
  if (newDueOn < dayOf(now)) return refuse('newDueInPast', 'newDueOn');
  if (duty.takenOver) return null;
  if (isFixed(duty, context)) return refuse('ceilingNotPostponable', 'dutyKey');
  return duty.kind.split('@')[0] === 'reply'
    ? beyondReplyCeiling(context, duty.startedDay, newDueOn, refuse)
    : null;
}

/** A term of law, or one that must not be exceeded (the monthly review), is kept or late; nobody moves it. */
function isFixed(duty: Duty, { procedure }: OrderContext): boolean {
  if (duty.force.term === 'law') return true;
  const due = procedure.duties.find(({ id }) => id === duty.kind)?.due;
  return duty.force.term === 'must' && due !== undefined && hasCeiling(due);
}

function hasCeiling(rule: DueRule): boolean {
  if (rule.kind === 'earliestOf') return rule.rules.some(hasCeiling);
  if (rule.kind === 'agreed') return hasCeiling(rule.otherwise);
  return rule.kind === 'term' && rule.ceiling === true;
}

function beyondReplyCeiling(
  { setting }: OrderContext,
  from: CalendarDay,
  newDueOn: CalendarDay,
  refuse: Refuse,
): Refusal | null {
  return tooFar(addMonths(from, setting.municipality.replyCeilingMonths), newDueOn, refuse);
}

function tooFar(latest: CalendarDay, newDueOn: CalendarDay, refuse: Refuse): Refusal | null {
  return newDueOn > latest ? { ...refuse('postponedTooFar', 'newDueOn'), detail: { latest } } : null;
}

/** With notice, to at most four months from receipt (law on submissions). */
function prolongationRefusal(
  { facts }: OrderContext,
  { data }: Extract<DossierEvent, { type: 'submission.prolonged' }>,
  now: Instant,
  refuse: Refuse,
): Refusal | null {
  if (data.newDueOn < dayOf(now)) return refuse('newDueInPast', 'newDueOn');
  const received = factsOf(facts, 'submission.received').find(
    ({ event }) => event.data.submissionId === data.submissionId,
  );
  if (received === undefined) return refuse('factUnknown', 'submissionId');
  return tooFar(addMonths(received.moment.day, submissionCeilingMonths), data.newDueOn, refuse);
}

/** At most the municipality's ceiling, counted from the start of the term (rules of conduct 9). */
function replyPostponementRefusal(
  context: OrderContext,
  referralId: string,
  newDueOn: CalendarDay,
  now: Instant,
  refuse: Refuse,
): Refusal | null {
  const received = context.state.referrals.get(referralId)?.receivedDay ?? null;
  if (newDueOn < dayOf(now)) return refuse('newDueInPast', 'newDueOn');
  const answered = factsOf(context.facts, 'referral.received')
    .filter(({ event }) => event.data.referralId === referralId)
    .some(({ event }) =>
      context.duties.some(
        (duty) =>
          duty.kind.split('@')[0] === 'reply' && duty.startedBy.includes(event.id) && duty.settled !== null,
      ),
    );
  if (answered) return refuse('dutySettled', 'referralId');
  return received === null ? null : beyondReplyCeiling(context, received, newDueOn, refuse);
}

/** That something was done before the product was there is said of what was taken over (rules of conduct 15). */
function waiverRefusal(
  context: OrderContext,
  { dutyKey, reasonCode }: DossierEventOf<'duty.waived'>['data'],
  refuse: Refuse,
): Refusal | null {
  const duty = openDuty(context, dutyKey, refuse);
  if ('refused' in duty) return duty;
  if (reasonCode === 'doneBefore' && !duty.takenOver) return refuse('dutyNotTakenOver', 'dutyKey');
  return duty.danger ? refuse('dangerNotWaivable', 'dutyKey') : null;
}

function reopeningRefusal(context: OrderContext, key: string, refuse: Refuse): Refusal | null {
  const duty = context.duties.find((one) => one.key === key);
  if (duty === undefined) return refuse('dutyUnknown', 'dutyKey');
  return duty.settled === null ? refuse('dutyNotSettled', 'dutyKey') : null;
}

/**
 * At most one open referral of a kind to one receiver: it is open until it was acknowledged, answered or ended. A
 * danger or an acute one is never refused.
 */
function sendingRefusal(
  context: OrderContext,
  event: Extract<DossierEvent, { type: 'referral.sent' }>,
  refuse: Refuse,
): Refusal | null {
  const { state, setting, facts } = context;
  const { referralId, receiverId, kindCode } = event.data;
  if (setting.institutions[receiverId] === undefined) return refuse('receiverUnknown', 'receiverId');
  if (state.referrals.has(referralId)) return refuse('referralAlreadyOpen', 'referralId');
  if (event.acute === true) return null;
  const open = [...state.referrals.values()].some(
    (one) =>
      one.receiverId === receiverId &&
      one.kindCode === kindCode &&
      one.endedBy === null &&
      one.acknowledged === null &&
      !answers.some((type) => factsOf(facts, type).some(({ event }) => event.data.referralId === one.id)) &&
      !isAnsweredByMail(one, context),
  );
  return open ? refuse('referralAlreadyOpen', 'receiverId') : null;
}

/** A reply by mail was confirmed as the answer to it. */
function isAnsweredByMail({ id, sentBy }: Referral, { duties, facts }: OrderContext): boolean {
  const starts = factsOf(facts, 'referral.received').filter(({ event }) => event.data.referralId === id);
  const started = [sentBy.event.id, ...starts.map(({ event }) => event.id)];
  const verdicts = new Set(factsOf(facts, 'mailReply.confirmed').map(({ event }) => event.id));
  return duties.some(
    ({ settled, startedBy }) =>
      startedBy.some((one) => started.includes(one)) &&
      settled?.eventIds.some((one) => verdicts.has(one)) === true,
  );
}

function receiptRefusal({ state }: OrderContext, referralId: string, refuse: Refuse): Refusal | null {
  const referral = state.referrals.get(referralId);
  if (referral === undefined) return refuse('referralUnknown', 'referralId');
  return referral.receivedDay === null ? null : refuse('referralAlreadyReceived', 'referralId');
}

function acknowledgementRefusal(
  context: OrderContext,
  event: DossierEvent,
  referralId: string,
  refuse: Refuse,
): Refusal | null {
  const refusal = referralRefusal(context, event, referralId, refuse);
  if (refusal !== null) return refusal;
  const referral = context.state.referrals.get(referralId);
  return referral?.acknowledged === null ? null : refuse('referralAlreadyAcknowledged', 'referralId');
}

/** The referral is known and not ended, and the right side speaks. */
function referralRefusal(
  { state }: OrderContext,
  event: DossierEvent,
  referralId: string,
  refuse: Refuse,
): Refusal | null {
  const referral: Referral | undefined = state.referrals.get(referralId);
  if (referral === undefined) return refuse('referralUnknown', 'referralId');
  if (referral.withdrawn && event.type !== 'referral.withdrawn') return refuse('referralEnded', 'referralId');
  if (byReceiver.has(event.type) && event.institution !== referral.receiverId) return refuse('notReceiver');
  const eitherSide = event.institution === referral.receiverId || event.institution === referral.senderId;
  if (event.type === 'evaluation.completed' && !eitherSide) return refuse('notReceiver');
  const bySender = event.type === 'referral.supplemented' || event.type === 'referral.withdrawn';
  return bySender && event.institution !== referral.senderId ? refuse('notSender') : null;
}
