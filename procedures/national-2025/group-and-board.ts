/** Cooperation group and board (duties page, section 2.8): the core rows of `national-2025`. */
import type { DutyDefinition } from '../../domain/procedure/duty-definition.ts';
import { institution, role } from '../../domain/procedure/party.ts';
import { dayIn, factWith, immediate, same, workingDays } from '../building-blocks.ts';

export const groupDuties: readonly DutyDefinition[] = [
  {
    id: 'convene-group',
    title: { lv: 'Sasaukt sadarbības grupu', en: 'Convene the cooperation group' },
    offer: 'on',
    startsWhen: { each: [{ fact: 'group.caseProposed' }] },
    owedBy: role('head', 'cooperationGroup'),
    owedTo: [institution({ field: 'byInstitutionId' }), institution('cooperationGroup')],
    due: workingDays(10),
    dueIfAcute: immediate,
    force: { act: 'must', term: 'default' },
    settledBy: { by: factWith('meeting.held', 'kindCode', 'group') },
    note: {
      lv: 'Grupas loceklis ierosina kāda noteikuma pamata dēļ vai izglītības iestādes administrācija raksta vēstuli un koordinē sasaukšanu. Sanāksmē nosauc gadījuma vadītāju un vienojas par plānu ar atbildīgajiem un datumiem.',
      en: 'A member proposes on one of the statutory grounds, or the school administration writes a letter and coordinates. The meeting names a case manager and agrees a plan with owners and dates.',
    },
    sources: ['K table 3 L1172', 'K 4.3', 'B 1)', 'S 5.7', 'A 5'],
  },
  {
    id: 'group-action',
    title: {
      lv: 'Izpildīt sadarbības grupā saskaņoto darbību',
      en: 'Carry out the action agreed in the group',
    },
    offer: 'on',
    startsWhen: { each: [{ fact: 'group.actionAgreed', where: [{ field: 'consentBy', present: true }] }] },
    owedBy: institution({ field: 'institutionId' }),
    owedTo: [institution('cooperationGroup')],
    follower: role('caseManager'),
    due: dayIn('dueOn', 'next'),
    force: { act: 'must', term: 'agreed' },
    settledBy: { by: { fact: 'group.actionDone' }, match: same('actionId') },
    note: {
      lv: 'Ar iestādi, apjomu un datumu; tikai ar pašas iestādes piekrišanu. Par izpildi ziņo grupai.',
      en: 'With institution, amount and date; only by that institution’s own consent. Reported to the group.',
    },
    sources: ['K 4.3', 'S 5.7', 'A 5'],
  },
  {
    id: 'bac-support',
    title: {
      lv: 'Vērsties Bērnu aizsardzības centrā, ja grupa nevar vienoties',
      en: 'Turn to the Child Protection Centre where the group cannot agree',
    },
    offer: 'on',
    startsWhen: { each: [{ fact: 'group.notAgreed' }] },
    owedBy: institution('cooperationGroup'),
    owedTo: [institution('childProtectionCentre')],
    due: workingDays(5),
    force: { act: 'must', term: 'default' },
    settledBy: {
      reaching: ['childProtectionCentre'],
      by: { fact: 'institution.informed' },
      field: 'institutionId',
    },
    note: {
      lv: 'Pēc valsts ieteikumiem Bērnu aizsardzības centrā var vērsties arī pati izglītības iestāde.',
      en: 'By the national recommendations the school may turn to the Child Protection Centre itself.',
    },
    sources: ['B 1)', 'K 4.4'],
  },
];
