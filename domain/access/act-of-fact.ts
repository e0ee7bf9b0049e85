/** Which act the recording of a fact is. */
import type { EventType } from '../dossier/event.ts';
import type { DossierAct } from './rights.ts';

/** `accountForDuty`: of the side that owes it alone. `product`: facts that only the product itself records. */
export const recordingActs = [
  'recordDanger',
  'recordWork',
  'refer',
  'answerReferral',
  'manageCase',
  'assignManager',
  'releaseEvaluation',
  'reviewEmergency',
  'askCorrection',
  'takeEmergencyAccess',
  'accountForDuty',
  'product',
] as const satisfies readonly (DossierAct | 'takeEmergencyAccess' | 'accountForDuty' | 'product')[];
export type RecordingAct = (typeof recordingActs)[number];

/** Facts that are nobody's everyday work; all others are `recordWork`. */
const acts: Readonly<Partial<Record<EventType, RecordingAct>>> = {
  // Danger is recorded by whoever sees it (rules of conduct 5).
  'danger.suspected': 'recordDanger',
  'danger.reported': 'recordDanger',
  'danger.seen': 'recordDanger',

  'case.opened': 'manageCase',
  'case.managerAssigned': 'assignManager',
  'case.closed': 'manageCase',
  'case.reopened': 'manageCase',
  'concern.closed': 'manageCase',
  'fact.withdrawn': 'manageCase',
  'person.excluded': 'manageCase',
  'person.readmitted': 'manageCase',
  'duty.takenOver': 'manageCase',
  'duty.reopened': 'manageCase',
  'duty.waived': 'manageCase',
  'duty.postponed': 'manageCase',
  'plan.drafted': 'manageCase',
  'plan.agreed': 'manageCase',
  'plan.revised': 'manageCase',
  'profile.filled': 'manageCase',
  'profile.updated': 'manageCase',
  'review.held': 'manageCase',
  'review.cancelled': 'manageCase',

  'referral.sent': 'refer',
  'referral.withdrawn': 'refer',
  'referral.supplemented': 'refer',
  'complaint.drafted': 'refer',
  'complaint.filed': 'refer',

  // Either side may know of it (rules of conduct 13), the receiver also before it has accepted.
  'referral.received': 'answerReferral',
  'referral.acknowledged': 'answerReferral',
  'referral.supplementRequested': 'answerReferral',
  'evaluation.completed': 'answerReferral',
  'reply.sent': 'answerReferral',
  'reply.postponed': 'answerReferral',
  'feedback.given': 'answerReferral',
  'handover.completed': 'answerReferral',
  'evaluation.released': 'releaseEvaluation',

  'correction.asked': 'askCorrection',
  'account.added': 'accountForDuty',
  'access.takenInEmergency': 'takeEmergencyAccess',
  'access.reviewed': 'reviewEmergency',

  'duty.escalated': 'product',
  'calendar.changed': 'product',
  'mail.refused': 'product',
};

/** What somebody does who records such a fact. */
export function actOfFact(type: EventType): RecordingAct {
  return acts[type] ?? 'recordWork';
}

/** Facts recorded about a case from outside: whoever records one takes no part in it by that. */
export function isNoWork(type: EventType): boolean {
  return type === 'access.takenInEmergency' || type === 'access.reviewed' || type === 'correction.asked';
}

/**
 * Do the words of such a fact stay with the institution that recorded it? Others see its outcome, and the words when
 * they are released (K table 18, L4619).
 */
export function staysWithInstitution(type: EventType): boolean {
  return type === 'evaluation.completed';
}
