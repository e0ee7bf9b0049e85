/** Facts of offences, police and commission, and of bullying and violence against staff (duties page, section 9). */
import {
  code,
  codes,
  count,
  datedShape,
  day,
  flag,
  id,
  ids,
  label,
  maybe,
  moment,
  shape,
} from '../event-field.ts';
import { channel } from './codes.ts';

export const offenceVocabulary = {
  'offence.stopped': datedShape('occurredOn', {
    offenceCode: maybe(label),
    occurredOn: maybe(day),
    ageAtOffence: maybe(count),
  }),
  'offence.reported': datedShape('reportedOn', { toPersonId: maybe(id), reportedOn: maybe(day) }),
  'police.infoRequested': shape({ policeId: maybe(id), askedFor: maybe(label), wantedBy: maybe(day) }),
  'police.caseReceived': datedShape('receivedOn', {
    policeId: maybe(id),
    referralId: maybe(id),
    receivedOn: maybe(day),
  }),
  'police.assessed': shape({
    outcomeCode: code('warned', 'processStarted', 'refused'),
    alsoWarned: maybe(flag),
    reasonCode: maybe(label),
  }),
  'police.caseForwarded': datedShape('sentOn', { commissionId: maybe(id), sentOn: maybe(day) }),
  'commission.caseReceived': datedShape('receivedOn', { commissionId: maybe(id), receivedOn: maybe(day) }),
  'commission.docsRequested': shape({
    institutionId: id,
    docCode: maybe(code('characterisation', 'livingConditions', 'other')),
    wantedBy: maybe(day),
  }),
  'commission.sittingSet': shape({
    sittingId: id,
    date: day,
    bodyCode: maybe(code('commission', 'court')),
    invitedInstitutionIds: maybe(ids),
  }),
  'commission.opinionGiven': shape({ sittingId: id, byInstitutionId: id, attended: maybe(flag) }),
  'commission.decided': datedShape('decidedOn', { decisionCode: maybe(label), decidedOn: maybe(day) }),
  'info.sent': datedShape('sentOn', { requestId: id, sentOn: maybe(day), channelCode: maybe(channel) }),
  'art58.groundFound': shape({ groundNo: code('1', '2', '3', '4', '5', '6', '7') }),
  'preventionFile.opened': shape({
    fileId: id,
    programmeId: maybe(id),
    ownerInstitutionId: maybe(id),
    partInstitutionIds: maybe(ids),
  }),
  'preventionFile.partReceived': shape({ fileId: id, fromInstitutionId: id }),
  'bullying.seen': datedShape('seenAt', { seenAt: maybe(moment) }),
  'bullying.stopped': datedShape('stoppedAt', { stoppedAt: maybe(moment), victimSafe: maybe(flag) }),
  'bullying.talkHeld': shape({
    participantRoleCodes: maybe(
      codes('victim', 'bystander', 'offender', 'parents', 'classTeacher', 'principal', 'supportTeam'),
    ),
    followUpNeeded: maybe(flag),
    resultCode: maybe(code('helps', 'doesNotHelp')),
    stepNos: maybe(codes('1', '2', '3', '4', '5', '6', '7', '8', '9')),
  }),
  'staffVictim.harmed': datedShape('occurredOn', { employeeId: maybe(id), occurredOn: maybe(day) }),
  'staffVictim.reported': datedShape('reportedOn', { toPersonId: maybe(id), reportedOn: maybe(day) }),
  'staffVictim.supported': shape({ passedToLawEnforcement: maybe(flag) }),
} as const;
