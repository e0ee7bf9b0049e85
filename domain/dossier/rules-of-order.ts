/** The rules that a single fact must keep towards what is already known. */
import type { Duty } from '../duty/duty.ts';
import type { DossierSetting } from '../duty/setting.ts';
import { addMonths, type CalendarDay, dayOf, type Instant } from '../time.ts';
import type { DossierEvent } from './event.ts';
import type { Facts } from './facts.ts';
import type { Refusal, RefusalCode } from './refusal.ts';
import type { DossierState, Referral } from './state.ts';

export type OrderContext = {
  readonly events: readonly DossierEvent[];
  readonly facts: Facts;
  readonly state: DossierState;
  readonly duties: readonly Duty[];
  readonly setting: DossierSetting;
};

/** Facts that a closed dossier still takes: danger is never refused, mistakes can be put right, answers come late. */
const allowedWhenClosed: ReadonlySet<string> = new Set([
  'case.reopened',
  'fact.withdrawn',
  'reply.sent',
  'reply.reported',
  'referral.acknowledged',
  'calendar.changed',
  'mail.refused',
  'address.corrected',
]);

/** Facts by which only the receiving institution speaks; a person elsewhere records what came from it otherwise. */
const byReceiver: ReadonlySet<string> = new Set([
  'referral.supplementRequested',
  'reply.sent',
  'reply.postponed',
  'evaluation.completed',
]);

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
  if (isDanger(event)) return null;
  if (context.state.closedBy !== null && !allowedWhenClosed.has(event.type)) return refuse('dossierClosed');
  switch (event.type) {
    case 'fact.withdrawn':
      return withdrawalRefusal(context, event.data.eventId, event.institution, refuse);
    case 'case.reopened':
      return context.state.closedBy === null ? refuse('dossierOpen') : null;
    case 'case.closed':
    case 'concern.closed':
      return context.duties.some((duty) => duty.danger && duty.settled === null)
        ? refuse('dangerOpen')
        : null;
    case 'duty.postponed':
      return postponementRefusal(context, event.data.dutyKey, event.data.newDueOn, now, refuse);
    case 'duty.waived':
      return waiverRefusal(context, event.data.dutyKey, refuse);
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
    case 'referral.supplementRequested':
    case 'referral.supplemented':
    case 'referral.withdrawn':
    case 'reply.sent':
    case 'reply.reported':
    case 'evaluation.completed':
    case 'handover.completed':
      return referralRefusal(context, event, event.data.referralId, refuse);
    // oxlint-disable-next-line typescript/switch-exhaustiveness-check -- most facts keep no order at all
    default:
      return null;
  }
}

type Refuse = (refused: RefusalCode, field?: string) => Refusal;

function isDanger(event: DossierEvent): boolean {
  return event.type.startsWith('danger.');
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
  if (duty.force.term === 'law' && !duty.takenOver) return refuse('ceilingNotPostponable', 'dutyKey');
  return newDueOn < dayOf(now) ? refuse('newDueInPast', 'newDueOn') : null;
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
  if (received === null) return null;
  const ceiling = addMonths(received, context.setting.municipality.replyCeilingMonths);
  return newDueOn > ceiling
    ? { ...refuse('postponedTooFar', 'newDueOn'), detail: { latest: ceiling } }
    : null;
}

function waiverRefusal(context: OrderContext, key: string, refuse: Refuse): Refusal | null {
  const duty = openDuty(context, key, refuse);
  if ('refused' in duty) return duty;
  return duty.danger ? refuse('dangerNotWaivable', 'dutyKey') : null;
}

function reopeningRefusal(context: OrderContext, key: string, refuse: Refuse): Refusal | null {
  const duty = context.duties.find((one) => one.key === key);
  if (duty === undefined) return refuse('dutyUnknown', 'dutyKey');
  return duty.settled === null ? refuse('dutyNotSettled', 'dutyKey') : null;
}

/** At most one open referral of a case to one receiver; a danger or an acute one is never refused. */
function sendingRefusal(
  { state, setting }: OrderContext,
  event: Extract<DossierEvent, { type: 'referral.sent' }>,
  refuse: Refuse,
): Refusal | null {
  const { referralId, receiverId, kindCode } = event.data;
  if (setting.institutions[receiverId] === undefined) return refuse('receiverUnknown', 'receiverId');
  if (state.referrals.has(referralId)) return refuse('referralAlreadyOpen', 'referralId');
  if (event.acute === true) return null;
  const open = [...state.referrals.values()].some(
    (one) =>
      one.receiverId === receiverId &&
      one.kindCode === kindCode &&
      one.endedBy === null &&
      one.acknowledged === null,
  );
  return open ? refuse('referralAlreadyOpen', 'receiverId') : null;
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
  const bySender = event.type === 'referral.supplemented' || event.type === 'referral.withdrawn';
  return bySender && event.institution !== referral.senderId ? refuse('notSender') : null;
}
