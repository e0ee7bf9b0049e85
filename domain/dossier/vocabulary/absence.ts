/** Facts of absence (duties page, section 9). */
import { code, count, datedShape, day, flag, id, ids, label, maybe, shape } from '../event-field.ts';
import { channel } from './codes.ts';

export const absenceVocabulary = {
  'absence.noted': datedShape('date', {
    date: day,
    scopeCode: maybe(code('day', 'lesson')),
    reasonKnown: flag,
  }),
  'absence.reported': shape({ date: day, reasonCode: maybe(label), byParentId: maybe(id) }),
  'absence.thresholdReached': shape({
    ruleCode: label,
    ruleVersionFrom: maybe(day),
    periodFrom: maybe(day),
    periodTo: maybe(day),
    count: maybe(count),
    unitCode: maybe(code('lesson', 'studyDay', 'day', 'percentOfLessons')),
    confirmedBy: maybe(id),
    regulation89Observed: maybe(flag),
    affectsLearning: maybe(flag),
  }),
  'absence.viisEntered': datedShape('enteredOn', {
    enteredOn: maybe(day),
    outsideNo: maybe(label),
    actionsIncluded: maybe(flag),
  }),
  'absence.causeAssessed': shape({
    causeCode: code(
      'parentsIrresponsible',
      'family',
      'health',
      'learningDifficulty',
      'relations',
      'motivation',
      'other',
    ),
    knownToInstitutionId: maybe(id),
  }),
  'absence.planMade': shape({ planId: maybe(id) }),
  'absence.excusedDoubted': shape({ groundCode: maybe(label) }),
  'absence.rulesChecked': datedShape('checkedOn', { checkedOn: maybe(day) }),
  'supportTeam.informed': shape({ teamId: maybe(id) }),
  'notice.sent': datedShape('sentOn', {
    receiverIds: ids,
    kindCode: code('absence', 'other'),
    channelCode: maybe(channel),
    sentOn: maybe(day),
  }),
  'rightsBreach.suspected': shape({
    groundCode: code('absence', 'parentalDuties', 'other'),
    suspectedByInstitutionId: maybe(id),
  }),
  'viis.checked': datedShape('checkedOn', { period: maybe(label), checkedOn: maybe(day) }),
  'homeVisit.requested': shape({ institutionId: maybe(id) }),
  'homeVisit.recorded': datedShape('visitedOn', { visitedOn: maybe(day), resultCode: maybe(label) }),
} as const;
