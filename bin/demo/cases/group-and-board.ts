/** Consultations, the cooperation group, the Child Protection Centre (K 4.2 L1357–1392, 4.3; B 1). */
import { caseOf, type DemoCase, did } from '../case-data.ts';

export const groupCases: readonly DemoCase[] = [
  // The two weeks passed; an earlier one was held without the family, who were told of the decisions (L1379).
  caseOf(
    'case',
    'consultation-late',
    '7.a',
    ['Rodrigo', 'Celms'],
    [
      ['consultation', 'late'],
      ['consult-inform', 'fulfilled'],
    ],
    [
      did('case.opened', '-80d 09:00', 'anita-kalnina', { level: '1' }),
      did('consultation.requested', '-70d 11:00', 'ilze-vitolina', {
        consultationId: 'first',
        groundCode: 'notTakingPart',
      }),
      did('consultation.held', '-62d 14:00', 'toms-rozenbergs', {
        consultationId: 'first',
        familyPresent: false,
      }),
      did('parents.informed', '-61d 10:00', 'anita-kalnina', {
        subjectCode: 'consultation',
        channelCode: 'phone',
      }),
      did('consultation.requested', '-22d 11:00', 'ilze-vitolina', {
        consultationId: 'second',
        groundCode: 'notTakingPart',
      }),
    ],
  ),
  // K table 3 L1172: the school administration writes the letter asking to convene the group.
  caseOf(
    'case',
    'group-asked',
    '6.b',
    ['Miks', 'Jaunzems'],
    [['convene-group', 'open']],
    [
      did('case.opened', '-90d 09:00', 'rita-celmina', { level: '1' }),
      did('group.caseProposed', '-4wd 10:00', 'andris-jansons', {
        groupId: 'sadarbibas-grupa',
        byInstitutionId: 'rudzulejas-pamatskola',
        reasonCode: 'letter',
      }),
    ],
  ),
  // B 1: a member proposed, “ilgstoši nav atrisināts”; the ten working days, adopted as a term of the municipality, are over.
  caseOf(
    'case',
    'group-not-convened',
    '8.a',
    ['Laura', 'Kļava'],
    [['convene-group', 'late']],
    [
      did('case.opened', '-150d 09:00', 'kristaps-vejs', { level: '1' }),
      did('group.caseProposed', '-16wd 10:00', 'ineta-grava', {
        groupId: 'sadarbibas-grupa',
        byInstitutionId: 'socialais-dienests',
        reasonCode: 'longUnsolved',
      }),
    ],
  ),
  // K 4.3 group: case manager named, actions agreed with each institution's consent; one late, one open, one done.
  caseOf(
    'case',
    'group-actions',
    '11.a',
    ['Gatis', 'Balodis'],
    [
      ['convene-group', 'fulfilled'],
      ['group-manager', 'fulfilled'],
      ['group-minutes', 'fulfilled'],
      ['group-action', 'late'],
      ['group-action', 'open'],
      ['group-action', 'fulfilled'],
    ],
    [
      did('case.opened', '-100d 09:00', 'gints-purmalis', { level: '1' }),
      did('group.caseProposed', '-45d 10:00', 'ilze-vitolina', {
        groupId: 'sadarbibas-grupa',
        byInstitutionId: 'ozolkalna-vidusskola',
        reasonCode: 'beyondOneInstitution',
      }),
      did('meeting.held', '-34d 13:00', 'signe-lapsa', {
        meetingId: 'meeting',
        kindCode: 'group',
        caseTaken: true,
      }),
      did('case.managerAssigned', '-34d 14:30', 'signe-lapsa', {
        managerId: 'liene-apsite',
        level: '2',
        roleCode: 'lead',
        meetingId: 'meeting',
      }),
      did('group.actionAgreed', '-34d 14:35', 'signe-lapsa', {
        actionId: 'family-visits',
        institutionId: 'socialais-dienests',
        amountCode: '2xMonth',
        dueOn: '+10d',
        consentBy: 'ineta-grava',
      }),
      did('group.actionAgreed', '-34d 14:36', 'signe-lapsa', {
        actionId: 'talk-by-inspector',
        institutionId: 'pasvaldibas-policija',
        dueOn: '-10d',
        consentBy: 'raivis-strods',
      }),
      did('group.actionAgreed', '-34d 14:37', 'signe-lapsa', {
        actionId: 'individual-lessons',
        institutionId: 'ozolkalna-vidusskola',
        dueOn: '-15d',
        consentBy: 'ilze-vitolina',
      }),
      did('minutes.sent', '-29d 12:00', 'signe-lapsa', { meetingId: 'meeting' }),
      did('group.actionDone', '-18d 15:00', 'gints-purmalis', { actionId: 'individual-lessons' }),
    ],
  ),
  // B 1: the group could not agree and has to turn to the Child Protection Centre.
  caseOf(
    'case',
    'group-cannot-agree',
    '9.b',
    ['Ieva', 'Purviņa'],
    [['bac-support', 'open']],
    [
      did('case.opened', '-120d 09:00', 'martins-ozers', { level: '2' }),
      did('group.caseProposed', '-14wd 10:00', 'gunta-eglite', {
        byInstitutionId: 'izglitibas-parvalde',
        reasonCode: 'severalInstitutionsQuickly',
      }),
      did('meeting.held', '-6wd 13:00', 'signe-lapsa', { meetingId: 'meeting', kindCode: 'group' }),
      did('minutes.sent', '-4wd 13:00', 'signe-lapsa', { meetingId: 'meeting' }),
      did('group.notAgreed', '-2wd 13:00', 'signe-lapsa', { meetingId: 'meeting' }),
    ],
  ),
];
