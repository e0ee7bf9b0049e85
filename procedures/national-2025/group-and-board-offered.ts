/** Cooperation group and board (duties page, section 2.8): rows that `national-2025` offers. */
import type { DutyDefinition } from '../../domain/procedure/duty-definition.ts';
import { family, institution, role } from '../../domain/procedure/party.ts';
import { dayIn, factWith, same, sameDay, workingDays } from '../building-blocks.ts';

export const groupOffered: readonly DutyDefinition[] = [
  {
    id: 'group-logistics',
    title: {
      lv: 'Paziņot sanāksmes laiku, telpu un pieslēgšanās saiti',
      en: 'Send the meeting’s time, place and link',
    },
    offer: 'offered',
    startsWhen: { each: [{ fact: 'meeting.requested' }] },
    owedBy: role('administration', 'school'),
    owedTo: [institution('cooperationGroup')],
    due: workingDays(2),
    force: { act: 'must', term: 'default' },
    settledBy: { by: { fact: 'meeting.logisticsSent' }, match: same('meetingId') },
    sources: ['K table 3 L1172'],
  },
  {
    id: 'group-pack',
    title: {
      lv: 'Sagatavot grupai gadījuma kopsavilkumu',
      en: 'Prepare the case summary for the group',
    },
    offer: 'offered',
    startsWhen: {
      each: [
        {
          fact: 'meeting.scheduled',
          where: [{ not: { field: 'kindCode', oneOf: ['strategic', 'interprofessional', 'family'] } }],
        },
      ],
    },
    owedBy: institution('school'),
    owedTo: [institution('cooperationGroup')],
    due: { kind: 'before', field: 'startsAt', amount: 3, unit: 'workingDay' },
    force: { act: 'recommended', term: 'default' },
    settledBy: { by: { fact: 'group.packSent' }, match: same('meetingId') },
    note: { lv: 'Kopsavilkumam ir piecas daļas.', en: 'The summary has five parts.' },
    sources: ['K 4.3 group 2'],
  },
  {
    id: 'group-info',
    title: {
      lv: 'Sniegt grupai iestādes rīcībā esošo informāciju',
      en: 'Give the group what the institution knows',
    },
    offer: 'offered',
    startsWhen: {
      each: [{ fact: 'meeting.scheduled' }, { fact: 'group.infoRequested' }],
      perId: 'askedInstitutionIds',
    },
    owedBy: institution({ field: 'element' }),
    owedTo: [institution('cooperationGroup')],
    follower: role('caseManager'),
    due: {
      kind: 'earliestOf',
      rules: [
        { kind: 'before', field: 'startsAt', amount: 2, unit: 'workingDay' },
        dayIn('wantedBy', 'next'),
      ],
    },
    force: { act: 'must', term: 'default' },
    settledBy: {
      by: { fact: 'group.infoGiven' },
      match: [{ field: 'byInstitutionId', equals: 'element' }],
    },
    note: {
      lv: 'Līdz sanāksmei: divas darbdienas pirms tās.',
      en: 'By the meeting: two working days before.',
    },
    sources: ['B 1)'],
  },
  {
    id: 'group-manager',
    title: { lv: 'Iecelt gadījuma vadītāju', en: 'Appoint the case manager' },
    offer: 'offered',
    startsWhen: { each: [factWith('meeting.held', 'caseTaken', true)] },
    owedBy: role('head', 'cooperationGroup'),
    owedTo: [institution('school'), family('learner')],
    due: sameDay,
    force: { act: 'must', term: 'default' },
    settledBy: { by: { fact: 'case.managerAssigned' } },
    note: {
      lv: 'Sanāksmē, no grupas dalībnieku vidus. Izglītības iestādes psihologs vai sociālais pedagogs – tikai ja tā piekrīt.',
      en: 'At the meeting, from among the group’s members. A psychologist or social pedagogue of the school only if the school agrees.',
    },
    sources: ['K 4.3 group 3'],
  },
  {
    id: 'group-minutes',
    title: { lv: 'Nosūtīt sanāksmes protokolu', en: 'Send the minutes' },
    offer: 'offered',
    startsWhen: {
      each: [{ fact: 'meeting.held', where: [{ field: 'kindCode', oneOf: ['group', 'strategic'] }] }],
    },
    owedBy: role('secretary', 'cooperationGroup'),
    owedTo: [institution('cooperationGroup')],
    due: workingDays(5),
    force: { act: 'must', term: 'default' },
    settledBy: { by: { fact: 'minutes.sent' }, match: same('meetingId') },
    note: {
      lv: 'Dalībnieks saņem izrakstu tikai par gadījumiem, kuros piedalījies; katras iestādes apņemšanās šķirti.',
      en: 'A participant gets an extract of cases attended only; the agreement per institution.',
    },
    sources: ['B 1)', 'R 21'],
  },
  {
    id: 'bac-consult',
    title: {
      lv: 'Konsultēt sadarbības grupu vai organizēt pakalpojumus bērnam un ģimenei',
      en: 'Advise the group, or arrange services for child and family',
    },
    offer: 'offered',
    startsWhen: {
      each: [
        {
          fact: 'institution.informed',
          where: [{ field: 'subjectCode', is: 'groupNotAgreed' }, { actorKind: ['cooperationGroup'] }],
        },
      ],
    },
    owedBy: institution({ field: 'institutionId' }),
    owedTo: [institution('cooperationGroup')],
    follower: role('head', 'cooperationGroup'),
    due: workingDays(10),
    force: { act: 'must', term: 'default' },
    settledBy: { by: { fact: 'bac.consulted' } },
    note: {
      lv: 'Ieteikumi (a) vai bērnam un ģimenei organizēti pakalpojumi (b).',
      en: 'Recommendations (a), or services arranged for child and family (b).',
    },
    sources: ['B 1) a)', 'B 1) b)'],
  },
];
