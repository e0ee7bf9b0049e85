/** Calendar duties around the municipal programme and the group (duties page, section 5), offered. */
import type { DutyDefinition } from '../../domain/procedure/duty-definition.ts';
import { institution, outside, role } from '../../domain/procedure/party.ts';
import { factWith } from '../building-blocks.ts';
import { byPeriodsEnd, doneFor, onDate, periodOf } from '../calendar-blocks.ts';

export const programmeOffered: readonly DutyDefinition[] = [
  {
    id: 'programme-progress',
    title: {
      lv: 'Ziņot par programmas pasākumiem un rezultātiem',
      en: 'Report on the programme’s activities and results',
    },
    offer: 'offered',
    startsWhen: { each: [periodOf('programme-progress')] },
    owedBy: institution('actor'),
    owedTo: [institution('municipality')],
    due: byPeriodsEnd,
    force: { act: 'recommended', term: 'agreed' },
    settledBy: doneFor('programme-progress'),
    note: {
      lv: 'Programmā noteiktajā biežumā; darbības un rezultātu rādītāji.',
      en: 'At the frequency set in the programme; activities and result indicators.',
    },
    sources: ['V 1'],
  },
  {
    id: 'programme-budget',
    title: {
      lv: 'Iekļaut programmas finansējumu pašvaldības budžetā',
      en: 'Include the programme’s funding in the municipal budget',
    },
    offer: 'offered',
    startsWhen: { each: [factWith('programme.approved', 'extraFunding', true)] },
    owedBy: institution('municipality'),
    owedTo: [outside('budget')],
    due: onDate(31, 12),
    force: { act: 'recommended', term: 'default' },
    settledBy: { by: factWith('calendarDuty.done', 'dutyId', 'programme-budget') },
    note: {
      lv: 'Plānojot gada budžetu; avotā datuma nav.',
      en: 'With the yearly budget planning; the source gives no date.',
    },
    sources: ['V 1'],
  },
  {
    id: 'situation-analysis',
    title: {
      lv: 'Izvērtēt situāciju bērnu tiesību aizsardzībā',
      en: 'Analyse the situation of child rights',
    },
    offer: 'offered',
    startsWhen: { each: [periodOf('situation-analysis')] },
    owedBy: institution('cooperationGroup'),
    owedTo: [institution('municipality')],
    due: byPeriodsEnd,
    force: { act: 'law', term: 'default' },
    settledBy: doneFor('situation-analysis'),
    note: {
      lv: 'Reizi gadā: analīze, priekšlikumi programmai un sadarbībai.',
      en: 'Yearly: analysis, proposals for the programme and on cooperation.',
    },
    sources: ['V 4', 'B 2)'],
  },
  {
    id: 'ministry-proposals',
    title: {
      lv: 'Sniegt priekšlikumus Labklājības ministrijai',
      en: 'Send proposals to the Welfare Ministry',
    },
    offer: 'offered',
    startsWhen: { each: [periodOf('ministry-proposals')] },
    owedBy: institution('cooperationGroup'),
    owedTo: [outside('ministry')],
    due: byPeriodsEnd,
    force: { act: 'law', term: 'default' },
    settledBy: doneFor('ministry-proposals'),
    note: {
      lv: 'Reizi gadā vai kad grupa redz vajadzību; atbilde var būt “nav”. Tālāk – Bērnu lietu sadarbības padomei.',
      en: 'Yearly, or when the group sees a need; may be “none”. On to the Council for Cooperation in Children’s Affairs.',
    },
    sources: ['V 4', 'B 3)'],
  },
  {
    id: 'public-information',
    title: { lv: 'Informēt sabiedrību par grupas darbu', en: 'Inform the public of the group’s work' },
    offer: 'offered',
    startsWhen: { each: [periodOf('public-information')] },
    owedBy: institution('cooperationGroup'),
    owedTo: [outside('public')],
    due: byPeriodsEnd,
    force: { act: 'law', term: 'default' },
    settledBy: doneFor('public-information'),
    note: {
      lv: 'Reizi gadā; bez gadījumu satura, tikai skaitļi.',
      en: 'Yearly; no case content, counts only.',
    },
    sources: ['B 4)'],
  },
  {
    id: 'group-report',
    title: { lv: 'Ziņot domei par sadarbības grupas darbu', en: 'Report to the council on the group’s work' },
    offer: 'offered',
    startsWhen: { each: [periodOf('group-report')] },
    owedBy: institution('cooperationGroup'),
    owedTo: [outside('council')],
    due: byPeriodsEnd,
    force: { act: 'recommended', term: 'agreed' },
    settledBy: doneFor('group-report'),
    note: { lv: 'Grupas nolikumā noteiktajā biežumā.', en: 'At the frequency in the group’s by-law.' },
    sources: ['V 4'],
  },
  {
    id: 'npais-oversight',
    title: {
      lv: 'Pārraudzīt NPAIS lietošanu savās iestādēs',
      en: 'Oversee the use of NPAIS in its institutions',
    },
    offer: 'offered',
    startsWhen: { each: [periodOf('npais-oversight')] },
    owedBy: institution('municipality'),
    owedTo: [role('staff', 'municipality')],
    due: byPeriodsEnd,
    force: { act: 'law', term: 'default' },
    settledBy: doneFor('npais-oversight'),
    note: {
      lv: 'Reizi gadā: resursi nodrošināti, atbilstība pārbaudīta.',
      en: 'Yearly: resources given, compliance checked.',
    },
    sources: ['V 4'],
  },
];
