/** Absence (duties page, section 2.2): the core rows of `national-2025`. */
import type { DutyDefinition } from '../../domain/procedure/duty-definition.ts';
import { family, institution, outside, role } from '../../domain/procedure/party.ts';
import { factWith, sameDay, workingDays } from '../building-blocks.ts';
import { thresholdIds } from './thresholds.ts';

export const absenceDuties: readonly DutyDefinition[] = [
  {
    id: 'contact-parents-absence',
    title: { lv: 'Sazināties ar vecākiem par kavējumu', en: 'Contact the parents about the absence' },
    offer: 'on',
    startsWhen: { each: [factWith('absence.noted', 'reasonKnown', false)] },
    owedBy: institution('school'),
    owedTo: [family('parents')],
    due: sameDay,
    force: { act: 'law', term: 'law' },
    settledBy: { by: { fact: 'contact.attempted', where: [{ field: 'resultCode', present: true }] } },
    note: {
      lv: 'Ja izglītojamais nav ieradies uz mācību sākumu vai kādu mācību stundu – ne vēlāk kā dienas laikā.',
      en: 'Where the learner did not come to the start of the day or to one lesson: within the day at the latest.',
    },
    sources: ['K table 10 L3190'],
  },
  {
    id: 'absence-assessment',
    title: {
      lv: 'Ievadīt kavējumus VIIS, izvērtēt cēloņus un sagatavot plānu',
      en: 'Enter the absences in VIIS, assess the causes and make a plan',
    },
    offer: 'on',
    startsWhen: {
      each: [
        {
          fact: 'absence.thresholdReached',
          where: [
            { field: 'ruleCode', oneOf: [thresholdIds.unexcusedLessons, thresholdIds.preschoolStudyDays] },
          ],
        },
      ],
    },
    owedBy: institution('school'),
    owedTo: [outside('VIIS')],
    due: workingDays(5),
    force: { act: 'law', term: 'default' },
    settledBy: {
      allOf: [
        { by: factWith('absence.viisEntered', 'actionsIncluded', true), part: 'viis' },
        { by: { fact: 'absence.causeAssessed' }, part: 'cause' },
        { by: { fact: 'absence.planMade' }, part: 'plan' },
        {
          by: {
            fact: 'plan.actionAgreed',
            where: [
              { field: 'ownerId', present: true },
              { field: 'dueOn', present: true },
            ],
          },
          part: 'actions',
        },
      ],
    },
    note: {
      lv: 'VIIS ierakstam pievieno datus par rīcību kavējumu novēršanai. Cēloņus noskaidro kopā ar izglītības pārvaldi, sociālo dienestu un bāriņtiesu. Plāna darbībām ir savi termiņi. Avots sev nepiekrīt: 10. tabulā “20”, 2. pielikumā “vairāk nekā 20”; noklusējumā “20 vai vairāk” (stingrākais), to var mainīt.',
      en: 'The VIIS entry includes data on the action taken. Causes are found out with the education board, the social service and the orphan’s court. The actions of the plan have their own terms. The source contradicts itself: “20” in table 10, “more than 20” in annex 2; “20 or more” ships (the stricter) and may be changed.',
    },
    sources: ['K table 10 L3195–3205', 'K annex 2 L5738', 'Cabinet Reg. 89'],
  },
  {
    id: 'absence-support-team',
    title: {
      lv: 'Pārrunāt kavējumus ar vecākiem un informēt atbalsta komandu',
      en: 'Talk over the absences with the parents and tell the support team',
    },
    offer: 'on',
    startsWhen: {
      each: [
        {
          fact: 'absence.thresholdReached',
          where: [
            { field: 'ruleCode', is: thresholdIds.daysInMonth },
            { field: 'affectsLearning', is: true },
            { field: 'confirmedBy', present: true },
          ],
        },
      ],
    },
    owedBy: role('classTeacher'),
    owedTo: [family('parents'), role('supportStaff')],
    due: workingDays(5),
    force: { act: 'recommended', term: 'default' },
    settledBy: {
      allOf: [
        { by: factWith('talk.held', 'kindCode', 'absence'), part: 'talk' },
        { by: { fact: 'supportTeam.informed' }, part: 'team' },
      ],
    },
    proposed: true,
    note: {
      lv: 'Vairāk nekā 10 dienas kalendārā mēnesī (attaisnoti un neattaisnoti kopā), un tas ietekmē mācību satura apguvi vai sekmes.',
      en: 'More than 10 days in a calendar month, excused and unexcused together, and it affects learning or results.',
    },
    sources: ['K table 1 L695–704'],
  },
];
