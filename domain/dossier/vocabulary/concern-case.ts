/** Facts of concern, case and plan (duties page, section 9). */
import { code, codes, datedShape, day, flag, id, ids, label, maybe, shape } from '../event-field.ts';
import { channel, institutionKind, level, risk, subject } from './codes.ts';

/** Who accepts or refuses a plan. */
const planSide = code('parents', 'staff', 'learner');

export const concernCaseVocabulary = {
  'risk.noticed': shape({ riskCode: risk }),
  'concern.recorded': shape({
    concernId: maybe(id),
    riskCode: maybe(risk),
    factDate: maybe(day),
    excludedPersonIds: maybe(ids),
  }),
  'concern.reobserved': shape({ concernId: maybe(id), trendCode: code('persists', 'less', 'more') }),
  'risk.identified': datedShape('identifiedOn', { riskCode: risk, identifiedOn: maybe(day) }),
  'situation.assessed': shape({ specialistId: maybe(id) }),
  'situation.complex': shape({ groundCode: maybe(label) }),
  'case.opened': shape({
    level,
    purposeful: maybe(flag),
    actionPlanInUse: maybe(flag),
    municipalityId: maybe(id),
    residenceGroundCode: maybe(
      code(
        'parentsDeclared',
        'livesWithParent',
        'learnerStays',
        'parentsActual',
        'outOfFamilyCare',
        'ownDeclared',
      ),
    ),
  }),
  'case.managerAssigned': shape({
    managerId: id,
    level,
    roleCode: code('lead', 'co'),
    schoolConsent: maybe(flag),
    meetingId: maybe(id),
  }),
  'case.closed': shape({ reasonCode: label }),
  'talk.held': datedShape('heldOn', {
    kindCode: code('first', 'absence', 'family', 'preventive', 'other'),
    participantIds: maybe(ids),
    heldOn: maybe(day),
  }),
  'profile.filled': shape({
    planId: maybe(id),
    withCodes: maybe(codes('learner', 'parents')),
    nextUpdateBy: maybe(day),
  }),
  'profile.updated': shape({ planId: maybe(id), schoolYear: maybe(label), nextUpdateBy: maybe(day) }),
  'plan.drafted': shape({ planId: id }),
  'plan.accepted': shape({ planId: id, byCode: planSide }),
  'plan.refused': shape({ planId: id, byCode: planSide, reasonCode: label }),
  'plan.agreed': shape({ planId: id, actionIds: maybe(ids), nextMeetingOn: maybe(day) }),
  'plan.actionAgreed': shape({ planId: id, actionId: id, ownerId: maybe(id), dueOn: maybe(day) }),
  'plan.revised': shape({ planId: maybe(id), changed: maybe(flag), reasonCode: maybe(label) }),
  'review.held': datedShape('heldOn', {
    reviewId: maybe(id),
    heldOn: maybe(day),
    resultCode: code('better', 'same', 'worse'),
    indicatorCodes: maybe(codes('attendance', 'behaviourIncidents', 'learningProgress', 'participation')),
    nextReviewOn: maybe(day),
  }),
  'review.cancelled': shape({
    reviewId: maybe(id),
    reasonCode: code('goesWell', 'other'),
    nextReviewOn: maybe(day),
  }),
  'outsideHelp.needed': datedShape('seenOn', {
    seenOn: maybe(day),
    receiverKindCode: maybe(institutionKind),
  }),
  'administration.asked': datedShape('askedOn', {
    askedOn: maybe(day),
    decisionCode: maybe(label),
    decidedOn: maybe(day),
  }),
  'administration.informed': shape({ subjectCode: subject }),
  'staff.informed': shape({ staffId: maybe(id), subjectCode: subject }),
  'info.received': datedShape('receivedOn', {
    fromInstitutionId: maybe(id),
    kindCode: code('letter', 'advice', 'recommendation', 'doctor', 'pmk'),
    receivedOn: maybe(day),
    channelCode: maybe(channel),
    namedStaffIds: maybe(ids),
    broughtByParents: maybe(flag),
  }),
  'info.read': shape({ infoId: id, staffId: id }),
  'board.consulted': datedShape('consultedOn', { boardId: maybe(id), consultedOn: maybe(day) }),
  'assessment.recorded': shape({ kindCode: label, specialistId: maybe(id) }),
  'support.decided': shape({ decisionCode: label }),
  'support.noResult': shape({
    rung: maybe(code('1', '2', '3', '4', '5', '6')),
    reasonCode: code('notTargetGroup', 'familyRefuses', 'notMotivated', 'noResult', 'worsened'),
    areaCodes: maybe(codes('learning', 'socialEmotional')),
    problemCodes: maybe(codes('familySocial', 'unlawfulActs', 'breaksRules', 'schoolingNotProvided')),
  }),
} as const;
