/** Danger and incidents (duties page, section 2.3): rows that `national-2025` offers. */
import type { DutyDefinition } from '../../domain/procedure/duty-definition.ts';
import { family, institution, recorder, role } from '../../domain/procedure/party.ts';
import { factWith, immediate, workingDays } from '../building-blocks.ts';

export const dangerOffered: readonly DutyDefinition[] = [
  {
    id: 'incident-report-head',
    title: {
      lv: 'Ziņot vadītājam vai pilnvarotajai personai par apdraudējumu',
      en: 'Report the danger to the principal or the authorised person',
    },
    offer: 'offered',
    startsWhen: { each: [{ fact: 'danger.seen' }] },
    owedBy: recorder,
    owedTo: [role('principal'), role('authorisedPerson')],
    due: immediate,
    force: { act: 'law', term: 'law' },
    settledBy: { by: { fact: 'incident.headTold' } },
    danger: true,
    note: {
      lv: 'Ja vadītāja nav klāt, vispirms rīkojas pats: aptur bīstamo rīcību, nošķir personas, izsauc palīdzību.',
      en: 'If the principal is away, own steps first: stop the danger, separate people, call for help.',
    },
    sources: ['K table 11 B L3353'],
  },
  {
    id: 'limit-decision',
    title: {
      lv: 'Lemt par izglītojamā pārvietošanās ierobežošanu',
      en: 'Decide on limiting the learner’s movement',
    },
    offer: 'offered',
    startsWhen: {
      each: [{ fact: 'incident.headTold', where: [{ not: { field: 'dangerContinues', is: false } }] }],
    },
    owedBy: role('principal'),
    owedTo: [family('both')],
    due: immediate,
    force: { act: 'law', term: 'law' },
    settledBy: {
      by: {
        fact: 'limit.decided',
        where: [
          { field: 'placeCode', present: true },
          { field: 'reasonCode', present: true },
        ],
      },
    },
    endedBy: [{ by: { fact: 'incident.ended' } }],
    danger: true,
    note: {
      lv: 'Ja apdraudējums turpinās. Lēmumā norāda vietu un iemeslu un paziņo to izglītojamajam un vecākiem.',
      en: 'Where the danger goes on. The decision names place and reason and is told to learner and parents.',
    },
    sources: ['K table 12.3', 'K L3367'],
  },
  {
    id: 'search-refused',
    title: {
      lv: 'Informēt vecākus un policiju, ja izglītojamais atsakās uzrādīt mantas',
      en: 'Tell parents and police where the learner refuses to show belongings',
    },
    offer: 'offered',
    startsWhen: { each: [{ fact: 'search.refused' }] },
    owedBy: role('principal'),
    owedTo: [family('parents'), institution('statePolice'), institution('municipalPolice')],
    due: immediate,
    force: { act: 'law', term: 'law' },
    settledBy: {
      allOf: [
        { by: factWith('parents.informed', 'subjectCode', 'search'), part: 'parents' },
        { by: { fact: 'police.informed' }, part: 'police' },
      ],
    },
    danger: true,
    note: {
      lv: 'Izglītojamo uzrauga līdz policijas ierašanās brīdim.',
      en: 'The learner is supervised till the police come.',
    },
    sources: ['K table 12.4'],
  },
  {
    id: 'search-found',
    title: {
      lv: 'Informēt policiju un vecākus par atrasto bīstamo priekšmetu un sastādīt aktu',
      en: 'Tell police and parents of the dangerous item found, and draw up the act',
    },
    offer: 'offered',
    startsWhen: {
      each: [{ fact: 'search.itemFound', where: [{ not: { field: 'dangerous', is: false } }] }],
    },
    owedBy: role('principal'),
    owedTo: [
      institution('statePolice'),
      institution('municipalPolice'),
      family('parents'),
      institution('socialService'),
    ],
    due: immediate,
    force: { act: 'law', term: 'law' },
    settledBy: {
      allOf: [
        { by: { fact: 'police.informed' }, part: 'police' },
        { by: factWith('parents.informed', 'subjectCode', 'search'), part: 'parents' },
        { by: { fact: 'search.recorded' }, part: 'act' },
      ],
    },
    danger: true,
    note: {
      lv: 'Priekšmetus izņem un uzglabā, izglītojamo uzrauga; akts trijos eksemplāros; sociālo dienestu informē, ja nepieciešams. Avots sev nepiekrīt: pēc 11. tabulas aktu sastāda vadītājs, pēc 12.6. – policija; vadītāja projekts ir gatavs, derīgi abi.',
      en: 'Items are kept, the learner is supervised; the act in three copies; the social service if needed. The source contradicts itself: by table 11 the head draws up the act, by table 12.6 the police; the head’s draft is ready, both are accepted.',
    },
    sources: ['K table 12.5–6 L3563', 'K table 11 L3421'],
  },
  {
    id: 'incident-plan',
    title: {
      lv: 'Noskaidrot incidenta iemeslus un izstrādāt atbalsta plānu',
      en: 'Find the causes of the incident and draw up a support plan',
    },
    offer: 'offered',
    startsWhen: { each: [{ fact: 'incident.ended' }] },
    owedBy: role('principal'),
    owedTo: [family('learner')],
    due: workingDays(10),
    force: { act: 'law', term: 'default' },
    settledBy: { by: { fact: 'incident.planMade' } },
    note: {
      lv: 'Sadarbībā ar vecākiem; plāna īstenošanu uzrauga.',
      en: 'Together with the parents; the plan’s execution is monitored.',
    },
    sources: ['K table 11 C L3425'],
  },
  {
    id: 'incident-municipality',
    title: {
      lv: 'Informēt pašvaldību, ka uzlabojumu nav',
      en: 'Tell the municipality that nothing has improved',
    },
    offer: 'offered',
    startsWhen: { each: [{ fact: 'incident.noImprovement' }] },
    owedBy: role('principal'),
    owedTo: [institution('municipality')],
    due: workingDays(5),
    force: { act: 'law', term: 'default' },
    settledBy: { by: { fact: 'municipality.informed' } },
    note: {
      lv: 'Ja uzlabojumu nav vai vecāki nesadarbojas; lemj par individuālo plānu vai attālinātajām mācībām.',
      en: 'Where nothing improves or the parents do not cooperate; an individual plan or remote learning is decided.',
    },
    sources: ['K table 11 C L3432'],
  },
  {
    id: 'incident-recurs',
    title: {
      lv: 'Informēt sadarbības grupu vai izglītības pārvaldi par atkārtotu incidentu',
      en: 'Tell the cooperation group or the education board of the repeated incident',
    },
    offer: 'offered',
    startsWhen: { each: [{ fact: 'incident.recurred' }] },
    owedBy: institution('school'),
    owedTo: [institution('cooperationGroup'), institution('educationBoard')],
    due: workingDays(5),
    force: { act: 'must', term: 'default' },
    settledBy: {
      anyOf: [
        { by: { fact: 'referral.sent', where: [{ receiverKind: ['cooperationGroup', 'educationBoard'] }] } },
        { by: { fact: 'board.consulted' } },
      ],
    },
    sources: ['K L2657'],
  },
  {
    id: 'emergency-help',
    title: {
      lv: 'Nekavējoties palīdzēt bērnam, kurš ir dzīvībai vai veselībai bīstamos apstākļos',
      en: 'Help at once a child in conditions dangerous to life or health',
    },
    offer: 'offered',
    startsWhen: { each: [{ fact: 'emergency.found' }] },
    owedBy: institution({ field: 'municipalityId' }),
    owedTo: [family('learner')],
    due: immediate,
    force: { act: 'law', term: 'law' },
    settledBy: { by: { fact: 'emergency.helped' } },
    danger: true,
    note: {
      lv: 'Palīdz pašvaldība, kurā bērns atrodas (nav droša patvēruma, siltuma, apģērba vai vecumam un veselībai piemērota uztura; vardarbība). Dzīvesvietas pašvaldību informē; izdevumus var atgūt, atbildība paliek tai.',
      en: 'The municipality where the child is helps (no safe shelter, warmth, clothing, or food fit for age and health; violence). The municipality of residence is told; the cost may be claimed, the responsibility stays there.',
    },
    sources: ['V 2', 'Child Protection Law 67(5)'],
  },
];
