/** Absence (duties page, section 2.2): rows that `national-2025` offers. */
import type { DutyDefinition } from '../../domain/procedure/duty-definition.ts';
import { family, institution, role } from '../../domain/procedure/party.ts';
import { months, sameDay, workingDays } from '../building-blocks.ts';
import { periodOf } from '../calendar-blocks.ts';

export const absenceOffered: readonly DutyDefinition[] = [
  {
    id: 'parent-reports-absence',
    title: { lv: 'Paziņot izglītības iestādei par kavējumu', en: 'Tell the school of the absence' },
    offer: 'offered',
    startsWhen: { each: [{ fact: 'absence.noted' }] },
    owedBy: family('parents'),
    owedTo: [institution('school')],
    follower: role('classTeacher'),
    due: sameDay,
    force: { act: 'law', term: 'law' },
    settledBy: { by: { fact: 'absence.reported', where: [{ field: 'reasonCode', present: true }] } },
    note: {
      lv: 'Vēlams līdz mācību stundu sākumam. Vecākiem sistēma neraksta; pienākumam seko klases audzinātājs.',
      en: 'Preferably before lessons. The system does not write to parents; the class teacher follows the duty.',
    },
    sources: ['K table 10 L3180'],
  },
  {
    id: 'excused-abuse',
    title: {
      lv: 'Noskaidrot attaisnoto kavējumu patiesos cēloņus',
      en: 'Find out the true causes of the excused absences',
    },
    offer: 'offered',
    startsWhen: { each: [{ fact: 'absence.excusedDoubted' }] },
    owedBy: institution('school'),
    owedTo: [family('parents'), institution('socialService'), institution('orphansCourt')],
    due: workingDays(5),
    force: { act: 'recommended', term: 'default' },
    settledBy: {
      allOf: [
        {
          by: { fact: 'talk.held', where: [{ field: 'kindCode', is: 'absence' }] },
          part: 'talk',
        },
        { by: { fact: 'absence.rulesChecked' }, part: 'rules' },
      ],
    },
    note: {
      lv: 'Saruna par patiesajiem cēloņiem un citu mācību organizācijas veidu; iekšējās kārtības noteikumu ievērošana. Ja objektīvu pierādījumu nav – informē sociālo dienestu vai bāriņtiesu.',
      en: 'A talk on the true causes and another way of learning; whether the school rules were kept. Without objective proof the social service or the orphan’s court is told.',
    },
    sources: ['K table 10 L3217–3236'],
  },
  {
    id: 'absence-rights-report',
    title: {
      lv: 'Informēt par aizdomām, ka kavējumos pārkāptas izglītojamā tiesības',
      en: 'Report suspicion that the absences breach the learner’s rights',
    },
    offer: 'offered',
    startsWhen: {
      each: [
        {
          fact: 'rightsBreach.suspected',
          where: [{ field: 'groundCode', is: 'absence' }, { actorKind: ['school'] }],
        },
      ],
    },
    owedBy: institution('school'),
    owedTo: [institution('socialService'), institution('orphansCourt'), institution('municipalPolice')],
    due: sameDay,
    force: { act: 'law', term: 'recommended' },
    settledBy: {
      by: {
        fact: 'referral.sent',
        where: [{ receiverKind: ['socialService', 'orphansCourt', 'municipalPolice'] }],
      },
    },
    note: {
      lv: 'To pašu dienu avots tikai iesaka; kur piemērojams likuma 73. pants, ziņošana tajā pašā dienā ir likuma prasība.',
      en: 'The source only recommends the same day; where art. 73 of the law applies, reporting the same day is required by law.',
    },
    sources: ['K table 10 L3207'],
  },
  {
    id: 'board-monitors-viis',
    title: { lv: 'Pārbaudīt kavējumu datus VIIS', en: 'Check the absence data in VIIS' },
    offer: 'offered',
    startsWhen: { each: [periodOf('board-monitors-viis')] },
    owedBy: institution('educationBoard'),
    owedTo: [institution('municipality')],
    due: months(1),
    force: { act: 'law', term: 'default' },
    settledBy: {
      by: { fact: 'viis.checked' },
      match: [{ field: 'period', equals: { field: 'periodCode' } }],
    },
    note: {
      lv: 'Avotā “regulāri”. Cēloņus noskaidro kopā ar izglītības iestādi, sociālo dienestu un bāriņtiesu.',
      en: 'In the source: “regularly”. Causes are found with the school, the social service and the orphan’s court.',
    },
    sources: ['K table 10 L3238'],
  },
  {
    id: 'board-bac',
    title: {
      lv: 'Sazināties ar Bērnu aizsardzības centru par aizdomām par bērna tiesību pārkāpumu',
      en: 'Contact the Child Protection Centre about a suspected breach of the child’s rights',
    },
    offer: 'offered',
    startsWhen: { each: [{ fact: 'rightsBreach.suspected', where: [{ actorKind: ['educationBoard'] }] }] },
    owedBy: institution('educationBoard'),
    owedTo: [institution('childProtectionCentre')],
    due: sameDay,
    force: { act: 'law', term: 'default' },
    settledBy: {
      reaching: ['childProtectionCentre'],
      by: { fact: 'institution.informed' },
      field: 'institutionId',
    },
    sources: ['K table 10 L3243'],
  },
];
