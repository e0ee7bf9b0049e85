/** School case work (duties page, section 2.1): the core rows of `national-2025`. */
import type { DutyDefinition } from '../../domain/procedure/duty-definition.ts';
import { family, institution, role } from '../../domain/procedure/party.ts';
import { atMost, dayIn, factWith, immediate, workingDays } from '../building-blocks.ts';

export const schoolCaseWorkDuties: readonly DutyDefinition[] = [
  {
    id: 'first-talk',
    title: {
      lv: 'Aicināt izglītojamo un vecākus uz pirmo sarunu',
      en: 'Invite the learner and the parents to the first talk',
    },
    offer: 'on',
    startsWhen: { each: [{ fact: 'risk.identified' }] },
    owedBy: role('classTeacher'),
    owedTo: [family('both')],
    due: workingDays(5),
    force: { act: 'must', term: 'default' },
    settledBy: { by: factWith('talk.held', 'kindCode', 'first') },
    note: {
      lv: 'Sarunu var organizēt izglītojamajam kopā ar vecākiem vai ar katru atsevišķi.',
      en: 'The talk may be held with the learner and the parents together or apart.',
    },
    sources: ['K table 3.2'],
  },
  {
    id: 'support-plan',
    title: {
      lv: 'Izstrādāt un saskaņot atbalsta plānu',
      en: 'Draw up the support plan and agree it',
    },
    offer: 'on',
    startsWhen: { all: [{ fact: 'case.opened' }, factWith('talk.held', 'kindCode', 'first')] },
    owedBy: role('caseManager'),
    owedTo: [family('both'), role('teacher')],
    due: workingDays(10),
    force: { act: 'must', term: 'default' },
    settledBy: {
      allOf: [
        {
          by: { fact: 'plan.agreed', where: [{ field: 'nextMeetingOn', present: true }] },
          part: 'plan',
        },
        {
          by: {
            fact: 'plan.actionAgreed',
            where: [
              { field: 'ownerId', present: true },
              { field: 'dueOn', present: true },
            ],
          },
          part: 'action',
        },
        {
          anyOf: [
            {
              allOf: [
                { by: factWith('plan.accepted', 'byCode', 'parents'), part: 'parents' },
                { by: factWith('plan.accepted', 'byCode', 'staff'), part: 'staff' },
                { by: factWith('plan.accepted', 'byCode', 'learner'), part: 'learner' },
              ],
            },
            { by: { fact: 'plan.refused', where: [{ field: 'reasonCode', present: true }] } },
          ],
        },
      ],
    },
    note: {
      lv: 'Plānā ir vismaz viena darbība ar termiņu un atbildīgo un nākamā tikšanās reize. To saskaņo vecāki, pedagoģiskais personāls un izglītojamais; atteikumam norāda iemeslu. Atbalsta plāns nav rīcības plāns: rīcības plāna veidlapa nav obligāta un der tikai tur, kur nav noteikta cita obligāta veidlapa.',
      en: 'The plan has at least one action with a term and a responsible person, and the next meeting. Parents, teaching staff and the learner accept it; a refusal states its reason. The support plan is not the action plan: that form is optional and only for where no other form is compulsory.',
    },
    sources: ['K table 3.4 L1125', 'K 6.2 L4493'],
  },
  {
    id: 'monthly-review',
    title: {
      lv: 'Organizēt atkārtotu tikšanos ar izglītojamo',
      en: 'Meet the learner again to review progress',
    },
    offer: 'on',
    startsWhen: { series: [{ fact: 'plan.agreed' }, { fact: 'review.held' }] },
    owedBy: role('caseManager'),
    owedTo: [family('learner')],
    due: {
      kind: 'earliestOf',
      rules: [dayIn('nextMeetingOn', 'previous'), dayIn('nextReviewOn', 'previous'), atMost(1, 'month')],
    },
    force: { act: 'must', term: 'must' },
    settledBy: { by: { fact: 'review.held' } },
    note: {
      lv: 'Ne retāk kā reizi mēnesī; izņēmumu nav. Vecākus piesaista pēc vajadzības. Nākamās tikšanās datumu noteikt iepriekš ir tikai ieteicams.',
      en: 'At least once a month, without exception. Parents take part as needed. Fixing the next date ahead is only recommended.',
    },
    sources: ['K table 3.5 L1128', 'K L1151'],
  },
  {
    id: 'plan-revision',
    title: { lv: 'Pielāgot atbalsta plānu', en: 'Adapt the support plan' },
    offer: 'on',
    startsWhen: {
      each: [{ fact: 'review.held', where: [{ field: 'resultCode', oneOf: ['same', 'worse'] }] }],
    },
    owedBy: role('caseManager'),
    owedTo: [family('both')],
    due: workingDays(5),
    force: { act: 'must', term: 'default' },
    settledBy: { by: { fact: 'plan.revised' } },
    sources: ['K table 18', 'K table 3.5'],
  },
  {
    id: 'profile-yearly',
    title: {
      lv: 'Aktualizēt pārskatu par izglītojamā spējām, izaicinājumiem un vēlmēm',
      en: 'Bring the overview of the learner’s abilities, challenges and wishes up to date',
    },
    offer: 'on',
    startsWhen: { series: [{ fact: 'profile.filled' }, { fact: 'profile.updated' }] },
    owedBy: role('caseManager'),
    owedTo: [family('learner')],
    due: dayIn('nextUpdateBy', 'previous', atMost(12, 'month')),
    force: { act: 'must', term: 'must' },
    settledBy: { by: { fact: 'profile.updated' } },
    note: {
      lv: 'Ne retāk kā reizi mācību gadā, līdz mācību gada beigām. Ja mācību gada beigas nav zināmas, skaita 12 mēnešus.',
      en: 'At least once per school year, by its end. Where the end of the school year is not known, 12 months are counted.',
    },
    sources: ['K 6.2 L4513'],
  },
  {
    id: 'involve-external',
    title: {
      lv: 'Informēt ārējās iestādes, ja situācija neuzlabojas',
      en: 'Tell outside institutions where the situation does not improve',
    },
    offer: 'on',
    startsWhen: { each: [{ fact: 'risk.identified' }] },
    owedBy: role('administration'),
    owedTo: [
      institution('socialService'),
      institution('statePolice'),
      institution('municipalPolice'),
      institution('cooperationGroup'),
    ],
    due: atMost(2, 'month'),
    dueIfAcute: immediate,
    force: { act: 'recommended', term: 'recommended' },
    settledBy: {
      by: {
        fact: 'referral.sent',
        where: [{ receiverKind: ['socialService', 'statePolice', 'municipalPolice', 'cooperationGroup'] }],
      },
    },
    endedBy: [{ by: factWith('review.held', 'resultCode', 'better') }, { by: { fact: 'case.closed' } }],
    note: {
      lv: 'Vēstulē norāda, kuri atbalsta pasākumi ir devuši rezultātu un kuri ne. Nekavējoties, ja strauji pasliktinās sekmes, izglītojamais pārtrauc apmeklēt izglītības iestādi, pastiprinās ņirgāšanās vai vajadzīga tūlītēja iesaiste. Ja konstatēts kāds no pieciem iemesliem sociālā dienesta informēšanai, tas jādara tajā pašā dienā.',
      en: 'The letter says which measures worked and which did not. At once where results fall fast, the learner stops attending, bullying intensifies or help is needed immediately. Where one of the five grounds for telling the social service is found, that is due the same day.',
    },
    sources: ['K 4.2 L1024–1046'],
  },
];
