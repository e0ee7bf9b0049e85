/** School case work (duties page, section 2.1): rows that `national-2025` offers. */
import type { DutyDefinition } from '../../domain/procedure/duty-definition.ts';
import { family, institution, recorder, role } from '../../domain/procedure/party.ts';
import { factWith, immediate, namesStart, same, sameDay, weeks, workingDays } from '../building-blocks.ts';

export const schoolCaseWorkOffered: readonly DutyDefinition[] = [
  {
    id: 'inform-manager',
    title: {
      lv: 'Informēt klases audzinātāju par pamanīto risku',
      en: 'Tell the class teacher of the risk noticed',
    },
    offer: 'offered',
    startsWhen: { each: [{ fact: 'risk.noticed' }] },
    owedBy: recorder,
    owedTo: [role('classTeacher'), role('supportStaff')],
    due: sameDay,
    force: { act: 'must', term: 'default' },
    settledBy: { by: { fact: 'concern.recorded', where: [{ field: 'factDate', present: true }] } },
    note: {
      lv: 'Attiecas uz visiem darbiniekiem, arī tehniskajiem. Ieraksta faktu un datumu. Ja klases audzinātāja nav – atbalsta personālam.',
      en: 'For all staff, technical staff too. The fact and its date are recorded. Where there is no class teacher: the support staff.',
    },
    sources: ['K table 2', 'K table 3 L1100'],
  },
  {
    id: 're-observe',
    title: { lv: 'Atkārtoti novērot situāciju', en: 'Observe the situation again' },
    offer: 'offered',
    startsWhen: { each: [{ fact: 'concern.recorded' }] },
    owedBy: recorder,
    owedTo: [role('classTeacher')],
    due: weeks(3),
    force: { act: 'recommended', term: 'default' },
    settledBy: { by: { fact: 'concern.reobserved', where: [{ field: 'trendCode', present: true }] } },
    endedBy: [{ by: { fact: 'case.opened' } }],
    note: {
      lv: 'Vai tendence saglabājas, mazinās vai pieaug. Avotā: “pēc dažām nedēļām”.',
      en: 'Does the tendency persist, lessen or grow? In the source: “after some weeks”.',
    },
    sources: ['K 4.1 L605'],
  },
  {
    id: 'profile-first',
    title: {
      lv: 'Aizpildīt pārskatu par izglītojamā spējām, izaicinājumiem un vēlmēm',
      en: 'Fill in the overview of the learner’s abilities, challenges and wishes',
    },
    offer: 'offered',
    startsWhen: {
      each: [
        {
          fact: 'case.opened',
          where: [
            { field: 'purposeful', is: true },
            { field: 'actionPlanInUse', is: true },
          ],
        },
      ],
    },
    owedBy: role('caseManager'),
    owedTo: [family('both')],
    due: workingDays(10),
    force: { act: 'must', term: 'default' },
    settledBy: { by: { fact: 'profile.filled' } },
    note: {
      lv: 'Kopā ar pirmo sarunu; 1. veidlapu aizpilda kopā ar izglītojamo un/vai vecākiem.',
      en: 'With the first talk; form 1 is filled in together with the learner and/or the parents.',
    },
    sources: ['K 6.2 L4513', 'K 7'],
  },
  {
    id: 'plan-consent',
    title: { lv: 'Saskaņot atbalsta plāna projektu', en: 'Accept the draft of the support plan' },
    offer: 'offered',
    startsWhen: { each: [{ fact: 'plan.drafted' }] },
    owedBy: family('both'),
    owedTo: [role('caseManager')],
    follower: role('caseManager'),
    due: workingDays(5),
    force: { act: 'must', term: 'default' },
    settledBy: {
      anyOf: [
        {
          allOf: [
            { by: factWith('plan.accepted', 'byCode', 'parents'), match: same('planId'), part: 'parents' },
            { by: factWith('plan.accepted', 'byCode', 'staff'), match: same('planId'), part: 'staff' },
            { by: factWith('plan.accepted', 'byCode', 'learner'), match: same('planId'), part: 'learner' },
          ],
        },
        {
          by: { fact: 'plan.refused', where: [{ field: 'reasonCode', present: true }] },
          match: same('planId'),
        },
      ],
    },
    note: {
      lv: 'Saskaņo vecāki, pedagoģiskais personāls un izglītojamais. Ja atsakās, norāda iemeslu; tālāk lemj sadarbības grupa.',
      en: 'Parents, teaching staff and the learner accept it. A refusal states its reason; the cooperation group decides on.',
    },
    sources: ['K table 3.4', 'K table 14.4', 'K table 14.7'],
  },
  {
    id: 'ask-administration',
    title: {
      lv: 'Informēt administrāciju, ka vajadzīga ārēja palīdzība',
      en: 'Tell the administration that outside help is needed',
    },
    offer: 'offered',
    startsWhen: { each: [{ fact: 'outsideHelp.needed' }] },
    owedBy: role('caseManager'),
    owedTo: [role('administration')],
    due: workingDays(2),
    force: { act: 'must', term: 'default' },
    settledBy: { by: { fact: 'administration.asked' } },
    note: {
      lv: 'Administrācijas lēmumu ieraksta pēc tam.',
      en: 'The administration’s decision is recorded afterwards.',
    },
    sources: ['K table 3.6', 'K table 3 support staff 3'],
  },
  {
    id: 'forward-received',
    title: {
      lv: 'Nodot saņemto informāciju visiem mācību procesā iesaistītajiem',
      en: 'Pass on what was received to all involved in teaching the learner',
    },
    offer: 'offered',
    startsWhen: {
      each: [
        {
          fact: 'info.received',
          where: [{ field: 'kindCode', oneOf: ['letter', 'advice', 'recommendation'] }],
        },
      ],
    },
    owedBy: role('administration'),
    owedTo: [role('teacher')],
    due: immediate,
    force: { act: 'must', term: 'must' },
    settledBy: {
      perElement: 'namedStaffIds',
      by: { fact: 'info.read' },
      elementField: 'staffId',
      match: namesStart('infoId'),
    },
    note: {
      lv: 'Tikai nepieciešamais saturs nosauktajiem darbiniekiem; katrs apstiprina, ka izlasījis.',
      en: 'The minimum content, to the named staff; each confirms having read it.',
    },
    sources: ['K table 3 L1176'],
  },
  {
    id: 'adapt-support',
    title: {
      lv: 'Pielāgot atbalstu pēc saņemtajiem ieteikumiem',
      en: 'Adapt the support to the advice received',
    },
    offer: 'offered',
    startsWhen: { each: [factWith('info.received', 'kindCode', 'recommendation')] },
    owedBy: role('caseManager'),
    owedTo: [family('learner')],
    due: workingDays(5),
    force: { act: 'must', term: 'default' },
    settledBy: { by: { fact: 'plan.revised' } },
    note: {
      lv: 'Plānu pielāgo vai norāda, kāpēc ne.',
      en: 'The plan is changed, or the reason why not is given.',
    },
    sources: ['K table 3.7'],
  },
  {
    id: 'head-consult-board',
    title: {
      lv: 'Konsultēties ar izglītības pārvaldi sarežģītā situācijā',
      en: 'Consult the education board in a complex situation',
    },
    offer: 'offered',
    startsWhen: { each: [{ fact: 'situation.complex' }] },
    owedBy: role('principal'),
    owedTo: [institution('educationBoard')],
    due: workingDays(5),
    force: { act: 'must', term: 'default' },
    settledBy: { by: { fact: 'board.consulted' } },
    sources: ['K table 3 head 3'],
  },
  {
    id: 'pmk-advice',
    title: {
      lv: 'Informēt vecākus par nepieciešamību apmeklēt pedagoģiski medicīnisko komisiju',
      en: 'Tell the parents to visit the pedagogical-medical commission',
    },
    offer: 'offered',
    startsWhen: {
      each: [
        { fact: 'support.noResult', where: [{ field: 'areaCodes', includes: 'learning' }] },
        { fact: 'support.noResult', where: [{ field: 'areaCodes', includes: 'socialEmotional' }] },
      ],
    },
    owedBy: institution('school'),
    owedTo: [family('parents')],
    due: workingDays(5),
    force: { act: 'must', term: 'default' },
    settledBy: { by: factWith('parents.informed', 'subjectCode', 'pmkAdvice') },
    note: {
      lv: 'Ja atbalsts nedod rezultātu mācībās un sociāli emocionālajās prasmēs. Ja vecāki nepiekrīt, tālāk lemj sadarbības grupa.',
      en: 'Where support brings no result in learning and social-emotional skills. If the parents refuse, the cooperation group decides on.',
    },
    sources: ['K table 14.7 L3763'],
  },
  {
    id: 'apply-opinion',
    title: {
      lv: 'Lemt par atbalsta pasākumiem pēc ārsta vai komisijas atzinuma',
      en: 'Decide on support after a doctor’s or the commission’s opinion',
    },
    offer: 'offered',
    startsWhen: {
      each: [{ fact: 'info.received', where: [{ field: 'kindCode', oneOf: ['doctor', 'pmk'] }] }],
    },
    owedBy: institution('school'),
    owedTo: [family('both')],
    due: workingDays(10),
    force: { act: 'recommended', term: 'default' },
    settledBy: { by: { fact: 'support.decided' } },
    sources: ['K table 14.6'],
  },
  {
    id: 'learning-alarm',
    title: {
      lv: 'Ziņot psihologam par ilgstošām mācīšanās grūtībām',
      en: 'Tell the psychologist of lasting learning difficulty',
    },
    offer: 'offered',
    startsWhen: { each: [factWith('risk.noticed', 'riskCode', 'lastingLearningDifficulty')] },
    owedBy: recorder,
    owedTo: [role('supportStaff')],
    due: immediate,
    force: { act: 'local', term: 'default' },
    settledBy: { by: { fact: 'assessment.recorded' } },
    note: {
      lv: 'Skolotājs → psihologs → vecāki → pedagoģiski medicīniskā komisija: izvērtējums, tad saruna un nosūtīšana.',
      en: 'Teacher → psychologist → parents → pedagogical-medical commission: assessment, then talk and referral.',
    },
    sources: ['K annex 4 Lielvārde'],
  },
];
