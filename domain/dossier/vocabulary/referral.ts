/** Facts of referral, answer, consultation, complaint and data breach (duties page, section 9). */
import {
  code,
  datedShape,
  day,
  dutyRefs,
  flag,
  id,
  label,
  labels,
  maybe,
  moment,
  shape,
} from '../event-field.ts';
import { channel, complaintGround } from './codes.ts';

export const referralVocabulary = {
  'sdGround.found': datedShape('foundOn', {
    groundCode: maybe(code('basicNeeds', 'neglectSuspected', 'repeatedAbsence', 'hardship', 'parentsAbsent')),
    beyondSchool: maybe(flag),
    foundOn: maybe(day),
  }),
  'referral.sent': datedShape('sentOn', {
    referralId: id,
    receiverId: id,
    kindCode: code('problemReport', 'letter', 'handover', 'notice', 'request', 'report', 'application'),
    channelCode: channel,
    sentOn: maybe(day),
    regNo: maybe(label),
    answerWanted: maybe(flag),
    answerFormCode: maybe(label),
    wishedBy: maybe(day),
    checklistItemCodes: maybe(labels),
    withMaterials: maybe(flag),
  }),
  'referral.received': datedShape('receivedOn', {
    referralId: id,
    receivedOn: maybe(day),
    howKnownCode: code('product', 'recordedBySender', 'recordedByReceiver'),
  }),
  'referral.acknowledged': shape({
    referralId: id,
    outcomeCode: code('accepted', 'declined', 'redirected'),
    reasonCode: maybe(label),
    newManagerId: maybe(id),
    redirectedToId: maybe(id),
  }),
  'referral.supplementRequested': shape({
    referralId: id,
    missingCodes: maybe(labels),
    wantedBy: maybe(day),
  }),
  'referral.supplemented': shape({ referralId: id, requestId: id }),
  'referral.withdrawn': shape({
    referralId: id,
    reasonCode: code('wrongRecipient', 'noLongerNeeded', 'mistake', 'other'),
  }),
  'externalContact.made': datedShape('firstContactOn', { institutionId: id, firstContactOn: maybe(day) }),
  'handover.completed': shape({
    referralId: id,
    newManagerId: id,
    copiesPassed: maybe(flag),
    summaryPassed: maybe(flag),
  }),
  'evaluation.completed': shape({
    referralId: id,
    outcomeCode: code('notNeeded', 'othersNeeded', 'critical', 'refused'),
    targetGroup: maybe(flag),
    clientAgrees: maybe(flag),
  }),
  /** Its words go to another institution, on request (K table 18, L4619). */
  'evaluation.released': shape({ evaluationId: id, toInstitutionId: id }),
  'reply.sent': datedShape('sentOn', { referralId: id, sentOn: maybe(day), channelCode: maybe(channel) }),
  'reply.reported': datedShape('answeredOn', {
    referralId: id,
    answeredOn: maybe(day),
    channelCode: maybe(channel),
    bySideCode: maybe(code('sender', 'receiver')),
    documentId: maybe(id),
    disputed: maybe(flag),
  }),
  'reply.postponed': shape({ referralId: id, reasonCode: label, newDueOn: day }),
  'feedback.given': datedShape('givenOn', {
    referralId: id,
    formCode: maybe(channel),
    givenOn: maybe(day),
  }),
  'consultation.requested': datedShape('requestedOn', {
    consultationId: id,
    groundCode: maybe(code('notTakingPart', 'informationUnclear', 'other')),
    requestedOn: maybe(day),
    specialistId: maybe(id),
    coordinatorId: maybe(id),
  }),
  'consultation.held': datedShape('heldOn', {
    consultationId: id,
    heldOn: maybe(day),
    familyPresent: maybe(flag),
  }),
  'consultation.refused': shape({
    refusedByCode: code('parents', 'guardian'),
    specialistKindCode: maybe(label),
    childNeedsIt: maybe(flag),
  }),
  'officialInfo.requested': datedShape('requestedOn', {
    requestId: id,
    fromInstitutionId: id,
    needCode: maybe(label),
    requestedOn: maybe(day),
  }),
  'officialInfo.answered': shape({ requestId: id, outcomeCode: code('answer', 'refusal') }),
  /** Of a complaint, or of another step that a person decides: opens the receiver's window (rules of conduct 14). */
  'complaint.drafted': shape({
    complaintId: id,
    dutyIds: dutyRefs,
    groundCode: maybe(complaintGround),
  }),
  'complaint.filed': datedShape('filedOn', {
    complaintId: id,
    aboutInstitutionId: maybe(id),
    /** The education board that serves the case where left out. */
    toInstitutionId: maybe(id),
    dutyIds: maybe(dutyRefs),
    groundCode: maybe(complaintGround),
    filedOn: maybe(day),
  }),
  'complaint.assessed': shape({
    complaintId: id,
    outcomeCode: code('groupConvened', 'leadershipInvolved', 'closed'),
    reasonCode: maybe(label),
  }),
  'breach.found': datedShape('foundAt', {
    breachId: id,
    kindCode: maybe(code('wrongRecipient', 'disclosure', 'loss', 'other')),
    foundAt: maybe(moment),
  }),
  'breach.reported': shape({ breachId: id, toInstitutionId: maybe(id) }),
  'breach.recorded': datedShape('recordedAt', { breachId: id, recordedAt: maybe(moment) }),
  'resources.requested': datedShape('requestedOn', {
    requestId: id,
    kindCode: maybe(label),
    requestedOn: maybe(day),
  }),
  'resources.answered': shape({ requestId: id, outcomeCode: maybe(label) }),
} as const;
