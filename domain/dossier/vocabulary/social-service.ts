/** Facts of the social service and the orphan's court (duties page, section 9). */
import { code, datedShape, day, flag, id, label, labels, maybe, shape } from '../event-field.ts';

const agreementKind = code('cooperation', 'crisis');

export const socialServiceVocabulary = {
  'homeSurvey.done': datedShape('surveyedOn', { surveyedOn: maybe(day), actNo: maybe(label) }),
  'agreement.signed': datedShape('signedOn', {
    agreementId: maybe(id),
    kindCode: agreementKind,
    signedOn: maybe(day),
  }),
  'agreement.refused': shape({ kindCode: agreementKind, reasonCode: label }),
  'programme.planned': shape({ programmeId: maybe(id), kindCode: code('support', 'rehabilitation') }),
  'services.assigned': shape({
    serviceCodes: maybe(labels),
    outcomeCode: code('assigned', 'refused', 'notAvailable', 'none'),
    reasonCode: maybe(label),
  }),
  'assistant.started': datedShape('startedOn', { assistantId: id, startedOn: maybe(day) }),
  'assistant.reported': datedShape('reportedOn', { assistantId: id, reportedOn: maybe(day) }),
  'crisis.accepted': datedShape('acceptedOn', { teamId: maybe(id), acceptedOn: maybe(day) }),
  'npais.factArisen': datedShape('arisenOn', { factCode: maybe(label), arisenOn: maybe(day) }),
  'npais.entered': datedShape('enteredOn', {
    factId: id,
    enteredOn: maybe(day),
    outsideNo: maybe(label),
  }),
  'court.involved': shape({ referralId: maybe(id), custodyGround: maybe(flag) }),
  'court.familyFound': datedShape('foundOn', { foundOn: maybe(day) }),
  'court.caseStarted': shape({
    courtCaseNo: maybe(label),
    kindCode: code('custodySuspension', 'other'),
  }),
  'court.parentWarned': shape({ parentId: maybe(id), riskAssessedOn: maybe(day) }),
  'court.termSet': shape({ parentId: maybe(id), termOn: day }),
  'court.termRemedied': datedShape('remediedOn', { remediedOn: maybe(day) }),
  'court.termEnded': datedShape('endedOn', { endedOn: maybe(day), danger: maybe(flag) }),
  'court.decided': shape({
    decisionCode: code('suspended', 'notSuspended', 'closed'),
    careFormCode: maybe(label),
  }),
  'court.childSent': datedShape('sentOn', { specialistKindCode: maybe(label), sentOn: maybe(day) }),
  'court.infoRequested': shape({ requestId: id, wantedBy: maybe(day) }),
  /** Not dated by `changedOn`: the term runs from when the school came to know. */
  'circumstances.changed': shape({
    changeCode: code('custodyBack', 'schoolChanged', 'residenceChanged', 'other'),
    changedOn: maybe(day),
  }),
} as const;
