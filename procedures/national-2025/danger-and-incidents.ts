/**
 * Danger and incidents (duties page, section 2.3): the core rows of `national-2025`. Rows whose term lands
 * `asIs` are danger: their reminders know no working hours (rules of conduct 1).
 */
import { dangerSituations } from '../../domain/danger/situation.ts';
import { actsSameDay, needsBoth } from '../../domain/danger/table-seven.ts';
import type { DutyDefinition, Fulfilment } from '../../domain/procedure/duty-definition.ts';
import { family, institution, recorder, role } from '../../domain/procedure/party.ts';
import { atMost, factWith, immediate, namesStart, sameDay, weeks, workingDays } from '../building-blocks.ts';

/** Channels by which a report goes in writing, so that its receipt is to be confirmed (rules of conduct 2). */
export const writtenChannels = ['product', 'eAddress', 'recordSystem', 'email', 'paper'] as const;

/** The danger of the starting fact was reported to this kind of body. */
function reportedTo(recipientKindCode: string): Fulfilment {
  return {
    by: factWith('danger.reported', 'recipientKindCode', recipientKindCode),
    match: namesStart('dangerId'),
    part: recipientKindCode,
  };
}

export const dangerDuties: readonly DutyDefinition[] = [
  {
    id: 'report-danger',
    title: {
      lv: 'Ziņot par bērna apdraudējumu vai tiesību pārkāpumu',
      en: 'Report danger to a child or a breach of its rights',
    },
    offer: 'on',
    startsWhen: { each: [{ fact: 'danger.suspected' }] },
    owedBy: recorder,
    owedTo: [
      institution('statePolice'),
      institution('childProtectionCentre'),
      institution('orphansCourt'),
      institution('socialService'),
    ],
    due: immediate,
    force: { act: 'law', term: 'law' },
    settledBy: { by: { fact: 'danger.reported' }, match: namesStart('dangerId') },
    variants: dangerSituations
      .filter((kind) => actsSameDay(kind) || needsBoth(kind).length > 0)
      .map((kind) => ({
        where: [{ field: 'kindCode', is: kind }],
        ...(actsSameDay(kind) ? { due: sameDay } : {}),
        ...(needsBoth(kind).length > 0 ? { settledBy: { allOf: needsBoth(kind).map(reportedTo) } } : {}),
      })),
    dueIfAcute: immediate,
    danger: true,
    note: {
      lv: 'Ziņo tas darbinieks, kurš zina (pats, ja vadītājs nav klāt), pēc tam vadītājs. Kam un kā – pēc 7. tabulas; šaubu gadījumā bāriņtiesai. Ieraksta kanālu, laiku, adresātu un to, kas ziņojumu pieņēma. Šī sistēma policijai neziņo. Zvaniet 110. Brīvdienas nav izņēmums.',
      en: 'The employee who knows reports (alone if the principal is away), then the principal. To whom and how: by table 7; in doubt, the orphan’s court. Channel, time, recipient and who took the report are recorded. This system does not report to the police. Call 110. Weekends are no exception.',
    },
    sources: ['K 4.2 L990', 'K 4.3 L1865–1871', 'K 5.3 L3353', 'Child Protection Law 73'],
  },
  {
    id: 'danger-receipt',
    title: {
      lv: 'Pārliecināties, ka rakstiskais ziņojums ir saņemts',
      en: 'Make sure that the written report was received',
    },
    offer: 'on',
    startsWhen: {
      each: [{ fact: 'danger.reported', where: [{ field: 'channelCode', oneOf: writtenChannels }] }],
    },
    owedBy: recorder,
    owedTo: [role('principal')],
    due: workingDays(1),
    force: { act: 'must', term: 'default' },
    settledBy: { by: { fact: 'danger.receiptConfirmed' }, match: namesStart('reportId') },
    note: {
      lv: 'Līdz tam ziņojums ir “nosūtīts, saņemšana nav apstiprināta”.',
      en: 'Until then the report is “sent, receipt not confirmed”.',
    },
    sources: ['R 2'],
  },
  {
    id: 'report-staff-violence',
    title: {
      lv: 'Ziņot Bērnu aizsardzības centram par darbinieka iespējamu vardarbību pret bērnu',
      en: 'Report suspected violence by an employee to the Child Protection Centre',
    },
    offer: 'on',
    startsWhen: { each: [factWith('danger.suspected', 'kindCode', 'byOfficial')] },
    owedBy: role('principal'),
    owedTo: [institution('childProtectionCentre')],
    due: immediate,
    force: { act: 'law', term: 'law' },
    settledBy: reportedTo('childProtectionCentre'),
    danger: true,
    note: {
      lv: 'Ja aizdomas ir par vadītāju, ziņo dibinātājs. Avots prasa “tūlītēju ārējo ziņošanu”; “tajā pašā dienā” ir tikai likuma 73. panta robeža – noklusējumā stingrākais.',
      en: 'Where the principal is suspected, the founder reports. The source asks for immediate outside reporting; “the same day” is only the limit of art. 73 of the law. The stricter ships.',
    },
    sources: ['K table 11 B L3402'],
  },
  {
    id: 'movement-limit-end',
    title: {
      lv: 'Izbeigt pārvietošanās ierobežojumu līdz dienas beigām',
      en: 'End the limit on movement by the end of the day',
    },
    offer: 'on',
    startsWhen: { each: [{ fact: 'limit.decided' }] },
    owedBy: role('principal'),
    owedTo: [family('both')],
    due: sameDay,
    force: { act: 'law', term: 'law' },
    settledBy: { by: { fact: 'limit.ended' } },
    danger: true,
    note: {
      lv: 'Attiecas uz izglītojamo vai uz klasi/grupu, kas pārvietota drošā telpā kopā ar pedagogu. Rīkojumā norāda vietu.',
      en: 'For the learner, or for the class or group moved to a safe room with a teacher. The order names the place.',
    },
    sources: ['K table 11 B L3367–3372', 'K table 12.3'],
  },
  {
    id: 'inform-parents-incident',
    title: { lv: 'Informēt vecākus par drošības incidentu', en: 'Tell the parents of the safety incident' },
    offer: 'on',
    startsWhen: {
      each: [{ fact: 'incident.recorded', where: [{ not: { field: 'adultLearner', is: true } }] }],
    },
    owedBy: role('principal'),
    owedTo: [family('parents')],
    due: immediate,
    force: { act: 'law', term: 'law' },
    settledBy: { by: factWith('parents.informed', 'subjectCode', 'incident') },
    danger: true,
    note: {
      lv: 'Vai vecāks ir iespējamais pāridarītājs? Vispirms jautājiet policijai vai bāriņtiesai. Darbinieks, kurš rīkojās viens pats, informē vecākus iespējami īsā laikā.',
      en: 'Is a parent the possible offender? Ask the police or the orphan’s court first. An employee who acted alone tells the parents as soon as possible.',
    },
    sources: ['K table 11 B L3356', 'K table 11 B L3393', 'R 4'],
  },
  {
    id: 'founder-emergency',
    title: {
      lv: 'Informēt dibinātāju par ārkārtas gadījumu',
      en: 'Tell the founder of an extraordinary case',
    },
    offer: 'on',
    startsWhen: { each: [{ fact: 'incident.markedExtraordinary' }] },
    owedBy: role('principal'),
    owedTo: [institution('founder')],
    due: immediate,
    force: { act: 'law', term: 'law' },
    settledBy: { by: factWith('founder.informed', 'kindCode', 'emergency') },
    danger: true,
    note: {
      lv: 'Ārkārtas gadījums vai būtisks drošības apdraudējums.',
      en: 'An extraordinary case or a substantial threat to safety.',
    },
    sources: ['K table 11 B L3404'],
  },
  {
    id: 'inform-founder-incident',
    title: {
      lv: 'Informēt dibinātāju un vecākus par turpmākajiem sadarbības soļiem',
      en: 'Tell the founder and the parents of the next steps',
    },
    offer: 'on',
    startsWhen: { each: [{ fact: 'incident.recorded' }] },
    owedBy: role('principal'),
    owedTo: [institution('founder'), family('parents')],
    due: weeks(2),
    force: { act: 'law', term: 'recommended' },
    settledBy: {
      allOf: [
        { by: factWith('founder.informed', 'kindCode', 'nextSteps'), part: 'founder' },
        { by: factWith('parents.informed', 'subjectCode', 'nextSteps'), part: 'parents' },
      ],
    },
    sources: ['K table 11 C L3430'],
  },
  {
    id: 'remote-learning-end',
    title: { lv: 'Izbeigt attālinātās mācības', en: 'End remote learning' },
    offer: 'on',
    startsWhen: { each: [{ fact: 'remoteLearning.granted' }] },
    owedBy: role('principal'),
    owedTo: [family('both')],
    due: atMost(1, 'month'),
    force: { act: 'law', term: 'law' },
    settledBy: {
      anyOf: [{ by: { fact: 'remoteLearning.ended' } }, { by: { fact: 'remoteLearning.converted' } }],
    },
    note: {
      lv: 'Ne ilgāk kā līdz vienam mēnesim – ja uzlabojumu nav vai vecāki nesadarbojas un pašvaldība ir informēta. Vai arī izstrādā individuālo plānu.',
      en: 'One month at most, where there is no improvement or the parents do not cooperate and the municipality was told. Or an individual plan is made instead.',
    },
    sources: ['K table 11 C L3432'],
  },
];
