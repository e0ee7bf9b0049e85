/**
 * Facts of danger and incidents (duties page, section 9). They require as little as possible: an emergency record
 * is never refused for a missing field (rules of conduct 5). Who was told of danger and how must be entered, since
 * recorded is not reported (rules of conduct 2).
 */
import { dangerRecipients, dangerSituations } from '../../danger/situation.ts';
import {
  code,
  count,
  datedShape,
  day,
  flag,
  id,
  ids,
  label,
  labels,
  maybe,
  moment,
  shape,
} from '../event-field.ts';
import { channel, dangerChannel, subject } from './codes.ts';

const situation = code(...dangerSituations);

export const dangerVocabulary = {
  'danger.seen': shape({ kindCode: maybe(situation) }),
  'danger.suspected': datedShape('suspectedOn', {
    kindCode: maybe(situation),
    suspectedOn: maybe(day),
    ageUnder7: maybe(flag),
    incidentId: maybe(id),
    excludedPersonIds: maybe(ids),
  }),
  'danger.reported': datedShape('toldAt', {
    dangerId: id,
    recipientKindCode: code(...dangerRecipients),
    recipientId: maybe(id),
    channelCode: dangerChannel,
    toldAt: maybe(moment),
    takenBy: maybe(id),
    writtenFollowsNeeded: maybe(flag),
  }),
  'danger.receiptConfirmed': datedShape('confirmedOn', { reportId: id, confirmedOn: maybe(day) }),
  'incident.headTold': datedShape('toldAt', {
    toldAt: maybe(moment),
    toPersonId: maybe(id),
    dangerContinues: maybe(flag),
  }),
  'incident.recorded': datedShape('occurredOn', {
    incidentId: maybe(id),
    kindCodes: maybe(labels),
    learnerIds: maybe(ids),
    occurredOn: maybe(day),
    adultLearner: maybe(flag),
  }),
  'incident.markedExtraordinary': shape({
    incidentId: maybe(id),
    groundCode: maybe(code('extraordinary', 'substantialThreat')),
  }),
  'incident.ended': datedShape('endedAt', { incidentId: maybe(id), endedAt: maybe(moment) }),
  'incident.planMade': shape({ planId: maybe(id) }),
  'incident.noImprovement': shape({ reasonCode: maybe(code('noImprovement', 'parentsRefuse')) }),
  'incident.recurred': shape({ earlierIncidentId: maybe(id) }),
  'limit.decided': datedShape('decidedAt', {
    decidedAt: maybe(moment),
    placeCode: maybe(label),
    reasonCode: maybe(label),
    scopeCode: maybe(code('learner', 'class')),
  }),
  'limit.ended': datedShape('endedAt', { endedAt: maybe(moment) }),
  'search.refused': datedShape('refusedAt', { refusedAt: maybe(moment) }),
  'search.itemFound': datedShape('foundAt', {
    itemCode: maybe(label),
    dangerous: maybe(flag),
    foundAt: maybe(moment),
  }),
  'search.recorded': shape({
    actNo: maybe(label),
    drawnUpByCode: maybe(code('head', 'police')),
    copies: maybe(count),
  }),
  'founder.informed': datedShape('informedOn', {
    kindCode: code('emergency', 'nextSteps', 'violence'),
    informedOn: maybe(day),
  }),
  'parents.informed': datedShape('informedOn', {
    subjectCode: subject,
    channelCode: maybe(channel),
    informedOn: maybe(day),
    parentIds: maybe(ids),
    inWriting: maybe(flag),
  }),
  'police.informed': datedShape('informedAt', {
    policeKindCode: maybe(code('statePolice', 'municipalPolice')),
    channelCode: maybe(dangerChannel),
    informedAt: maybe(moment),
    takenBy: maybe(id),
  }),
  'municipality.informed': shape({
    subjectCode: subject,
    decisionCode: maybe(code('individualPlan', 'remoteLearning', 'other')),
  }),
  'institution.informed': datedShape('informedOn', {
    institutionId: id,
    subjectCode: subject,
    channelCode: maybe(channel),
    informedOn: maybe(day),
  }),
  'remoteLearning.granted': shape({ fromDate: maybe(day) }),
  'remoteLearning.ended': datedShape('endedOn', { endedOn: maybe(day) }),
  'remoteLearning.converted': shape({ planId: maybe(id) }),
  'emergency.found': shape({
    municipalityId: maybe(id),
    conditionCode: maybe(code('shelter', 'warmth', 'clothing', 'food', 'violence', 'other')),
  }),
  'emergency.helped': shape({ helpCode: maybe(label), residenceMunicipalityId: maybe(id) }),
} as const;
