/** Facts of the cooperation group, meetings, education board and Child Protection Centre (duties page, section 9). */
import { code, datedShape, day, flag, id, ids, label, maybe, moment, shape } from '../event-field.ts';
import { meetingKind } from './codes.ts';

export const groupVocabulary = {
  'group.caseProposed': datedShape('proposedOn', {
    groupId: maybe(id),
    byInstitutionId: id,
    /** The first three are the statutory reasons (B 1). */
    reasonCode: maybe(
      code('severalInstitutionsQuickly', 'beyondOneInstitution', 'longUnsolved', 'letter', 'regulation89'),
    ),
    proposedOn: maybe(day),
  }),
  'group.infoRequested': shape({
    groupId: maybe(id),
    askedInstitutionIds: ids,
    wantedBy: maybe(day),
  }),
  'group.infoGiven': shape({ groupId: maybe(id), byInstitutionId: id }),
  'group.packSent': datedShape('sentOn', { meetingId: id, sentOn: maybe(day) }),
  'group.actionAgreed': shape({
    actionId: id,
    institutionId: id,
    amountCode: maybe(label),
    dueOn: maybe(day),
    consentBy: maybe(id),
  }),
  'group.actionDone': datedShape('doneOn', {
    actionId: id,
    doneOn: maybe(day),
    resultCode: maybe(label),
  }),
  'group.notAgreed': shape({ groupId: maybe(id), meetingId: maybe(id) }),
  'meeting.requested': datedShape('requestedOn', {
    meetingId: id,
    kindCode: maybe(meetingKind),
    requestedOn: maybe(day),
  }),
  'meeting.scheduled': shape({
    meetingId: id,
    kindCode: maybe(meetingKind),
    startsAt: moment,
    agendaCaseIds: maybe(ids),
    invitedInstitutionIds: maybe(ids),
    /** Those who are to bring what they know; named as in `group.infoRequested`, so that one row serves both. */
    askedInstitutionIds: maybe(ids),
  }),
  'meeting.logisticsSent': datedShape('sentOn', { meetingId: id, sentOn: maybe(day) }),
  'meeting.held': datedShape('heldOn', {
    meetingId: id,
    kindCode: meetingKind,
    heldOn: maybe(day),
    caseTaken: maybe(flag),
  }),
  'minutes.sent': datedShape('sentOn', { meetingId: id, sentOn: maybe(day) }),
  /** Kind of support: (a) recommendations, (b) services arranged for child and family (B 1). */
  'bac.consulted': datedShape('consultedOn', {
    supportKindCode: maybe(code('recommendations', 'services')),
    consultedOn: maybe(day),
  }),
} as const;
