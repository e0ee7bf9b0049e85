/** Offences (duties page, section 2.4): the core rows of `national-2025`. */
import type { DutyDefinition } from '../../domain/procedure/duty-definition.ts';
import { family, institution, recorder } from '../../domain/procedure/party.ts';
import { factWith, months, weeks, workingDays } from '../building-blocks.ts';

export const offenceDuties: readonly DutyDefinition[] = [
  {
    id: 'commission-decide',
    title: {
      lv: 'Pieņemt administratīvās komisijas lēmumu',
      en: 'Take the administrative commission’s decision',
    },
    offer: 'on',
    startsWhen: { each: [{ fact: 'commission.caseReceived' }] },
    owedBy: institution('administrativeCommission'),
    owedTo: [family('both')],
    due: months(1),
    force: { act: 'recommended', term: 'default' },
    settledBy: { by: { fact: 'commission.decided' } },
    note: {
      lv: 'Pēc vajadzības pieaicina pedagogus un sociālos pedagogus.',
      en: 'Teachers and social pedagogues are invited as needed.',
    },
    sources: ['S 5.5', 'K 5.10 2'],
  },
  {
    id: 'prevention-file',
    title: {
      lv: 'Iekārtot profilakses lietu un sastādīt sociālās korekcijas programmu',
      en: 'Open the prevention file and draw up the social correction programme',
    },
    offer: 'on',
    startsWhen: { each: [{ fact: 'art58.groundFound' }] },
    owedBy: institution('municipality'),
    owedTo: [family('learner')],
    due: workingDays(10),
    force: { act: 'law', term: 'default' },
    settledBy: { by: { fact: 'preventionFile.opened' } },
    note: {
      lv: 'Pašvaldībā to visbiežāk dara sociālais dienests vai policija. Septiņi Bērnu tiesību aizsardzības likuma 58. panta gadījumi; administratīvā pārkāpuma process iespējams tikai no 14 gadu vecuma, līdz tam – 5. gadījums.',
      en: 'In the municipality mostly the social service or the police do it. Seven cases of art. 58 of the Child Protection Law; administrative proceedings only from the age of 14, before that case 5.',
    },
    sources: ['K table 4', 'K 5.10', 'Child Protection Law 58'],
  },
  {
    id: 'bullying-follow-up',
    title: {
      lv: 'Veikt atkārtotas pārrunas pēc ņirgāšanās gadījuma',
      en: 'Talk again after the bullying',
    },
    offer: 'on',
    startsWhen: { each: [factWith('bullying.talkHeld', 'followUpNeeded', true)] },
    owedBy: recorder,
    owedTo: [family('both')],
    due: weeks(2),
    opensAfter: { kind: 'term', amount: 1, unit: 'week', landing: 'asIs' },
    force: { act: 'must', term: 'must' },
    settledBy: { by: { fact: 'bullying.talkHeld' } },
    note: {
      lv: 'Pēc 1–2 nedēļām, ja nepieciešams. Ja atkārtotas pārrunas nepalīdz – konsultācija izglītības pārvaldē vai sadarbības grupā.',
      en: 'After 1–2 weeks, where needed. If the repeated talks do not help: a consultation at the education board or the cooperation group.',
    },
    sources: ['K table 15 step 9 L3883'],
  },
];
