/** Offences, bullying, violence against staff (duties page, section 2.4): rows that `national-2025` offers. */
import type { DutyDefinition, Fulfilment } from '../../domain/procedure/duty-definition.ts';
import { family, institution, recorder, role } from '../../domain/procedure/party.ts';
import { dayIn, factWith, immediate, namesStart, same, sameDay, workingDays } from '../building-blocks.ts';

/** A step of K table 15, ticked on one of the talks. */
function bullyingStep(no: string): Fulfilment {
  return {
    by: { fact: 'bullying.talkHeld', where: [{ field: 'stepNos', includes: no }] },
    part: `step-${no}`,
  };
}

export const offenceOffered: readonly DutyDefinition[] = [
  {
    id: 'offence-report',
    title: {
      lv: 'Sagatavot ziņojumu par prettiesisko rīcību',
      en: 'Write the report on the unlawful act',
    },
    offer: 'offered',
    startsWhen: { each: [{ fact: 'offence.stopped' }] },
    owedBy: role('classTeacher'),
    owedTo: [role('principal')],
    due: sameDay,
    force: { act: 'recommended', term: 'default' },
    settledBy: { by: { fact: 'offence.reported' } },
    note: {
      lv: 'Klases audzinātājs vai sociālais pedagogs; fiksē laiku, vietu, apstākļus un iesaistītās personas.',
      en: 'Class teacher or social pedagogue; time, place, circumstances and persons.',
    },
    sources: ['K 5.10 1.2'],
  },
  {
    id: 'offence-police',
    title: { lv: 'Ziņot policijai par prettiesisko rīcību', en: 'Report the unlawful act to the police' },
    offer: 'offered',
    startsWhen: { each: [{ fact: 'offence.stopped' }] },
    owedBy: role('principal'),
    owedTo: [
      institution('statePolice'),
      institution('municipalPolice'),
      institution('socialService'),
      institution('orphansCourt'),
    ],
    due: immediate,
    force: { act: 'must', term: 'must' },
    settledBy: { by: { fact: 'police.informed' } },
    note: {
      lv: 'Valsts vai pašvaldības policijai. Sociālajam dienestam – ja bērnam vajadzīgs atbalsts vai rehabilitācija vai ģimenē ir sociālas problēmas; bāriņtiesai – ja vecāki nav sasniedzami, atsakās sadarboties vai neaizsargā bērnu. Izglītības iestāde kļūst par partneri, tās atbalsts turpinās. Avots sev nepiekrīt: 7. tabulā “atkarīgs no akūtuma”; noklusējumā stingrākais.',
      en: 'To the state or municipal police. The social service where the child needs support or rehabilitation or the family has social problems; the orphan’s court where the parents cannot be reached, refuse or do not protect the child. The school becomes a partner, its support goes on. The source contradicts itself: “by urgency” in table 7; the stricter ships.',
    },
    sources: ['K 5.10 1.3 L4003'],
  },
  {
    id: 'police-more-info',
    title: { lv: 'Sniegt policijai papildu informāciju', en: 'Give the police the further information' },
    offer: 'offered',
    startsWhen: { each: [{ fact: 'police.infoRequested' }] },
    owedBy: institution('school'),
    owedTo: [institution('statePolice')],
    due: dayIn('wantedBy', 'next'),
    force: { act: 'must', term: 'agreed' },
    settledBy: { by: { fact: 'info.sent' }, match: namesStart('requestId') },
    sources: ['K 4.3 police 4'],
  },
  {
    id: 'commission-docs',
    title: {
      lv: 'Sniegt komisijai pieprasīto raksturojumu vai izziņu',
      en: 'Give the commission the characterisation or statement asked for',
    },
    offer: 'offered',
    startsWhen: { each: [{ fact: 'commission.docsRequested' }] },
    owedBy: institution({ field: 'institutionId' }),
    owedTo: [institution('administrativeCommission')],
    due: dayIn('wantedBy', 'next', workingDays(10)),
    force: { act: 'recommended', term: 'agreed' },
    settledBy: { by: { fact: 'info.sent' }, match: namesStart('requestId') },
    variants: [
      {
        where: [{ field: 'wantedBy', present: false }],
        force: { act: 'recommended', term: 'default' },
      },
    ],
    note: {
      lv: 'Izglītības iestāde – raksturojumu, sociālais dienests – izziņu par bērna sadzīves apstākļiem.',
      en: 'The school a characterisation, the social service a statement on the child’s living conditions.',
    },
    sources: ['K 5.10 2.2 L4020'],
  },
  {
    id: 'commission-hearing',
    title: {
      lv: 'Piedalīties sēdē un sniegt viedokli',
      en: 'Attend the sitting and give an opinion',
    },
    offer: 'offered',
    startsWhen: { each: [{ fact: 'commission.sittingSet' }], perId: 'invitedInstitutionIds' },
    owedBy: institution({ field: 'element' }),
    owedTo: [institution('administrativeCommission')],
    due: dayIn('date', 'asIs'),
    force: { act: 'recommended', term: 'agreed' },
    settledBy: {
      by: factWith('commission.opinionGiven', 'attended', true),
      match: [...same('sittingId'), { field: 'byInstitutionId', equals: 'element' }],
    },
    note: {
      lv: 'Izglītības iestāde un sociālais dienests, ja uzaicināti; tāpat tiesas sēdē.',
      en: 'The school and the social service, where invited; likewise at a court’s sitting.',
    },
    sources: ['K 5.10 2.3', 'K 4.3 court 3'],
  },
  {
    id: 'commission-inform',
    title: {
      lv: 'Informēt sociālo dienestu par komisijas lēmumu',
      en: 'Tell the social service of the commission’s decision',
    },
    offer: 'offered',
    startsWhen: { each: [{ fact: 'commission.decided' }] },
    owedBy: institution('administrativeCommission'),
    owedTo: [institution('socialService')],
    due: workingDays(5),
    force: { act: 'local', term: 'default' },
    settledBy: {
      reaching: ['socialService'],
      by: factWith('institution.informed', 'subjectCode', 'commissionDecision'),
      field: 'institutionId',
    },
    note: {
      lv: 'Par lēmumu, bērniem, kuri izdarījuši pārkāpumu, un viņu vecākiem – prevences darba plānošanai. Tas ir Smiltenes novada noteikums; valsts ieteikumos šāda pienākuma nav.',
      en: 'On the decision, the children who offended and their parents, for planning prevention. A rule of Smiltene; the national recommendations have no such duty.',
    },
    sources: ['S 3.5', 'S 5.5'],
  },
  {
    id: 'bullying-stop',
    title: { lv: 'Apturēt ņirgāšanos', en: 'Stop the bullying' },
    offer: 'offered',
    startsWhen: { each: [{ fact: 'bullying.seen' }] },
    owedBy: recorder,
    owedTo: [family('learner')],
    due: immediate,
    force: { act: 'must', term: 'must' },
    settledBy: { by: factWith('bullying.stopped', 'victimSafe', true) },
    note: {
      lv: 'Jebkurš darbinieks tūlītēji iejaucas un pārliecinās, ka upuris ir drošībā.',
      en: 'Any employee steps in at once and makes sure that the victim is safe.',
    },
    sources: ['K table 15 steps 1–2'],
  },
  {
    id: 'bullying-chain',
    title: {
      lv: 'Veikt ņirgāšanās gadījuma soļus: audzinātāji, pārrunas, vadītājs un vecāki',
      en: 'Take the steps after bullying: class teachers, talks, principal and parents',
    },
    offer: 'offered',
    startsWhen: { each: [{ fact: 'bullying.stopped' }] },
    owedBy: recorder,
    owedTo: [role('classTeacher'), role('principal'), family('parents')],
    due: workingDays(2),
    force: { act: 'must', term: 'default' },
    settledBy: { allOf: ['3', '4', '5', '6', '7', '8'].map(bullyingStep) },
    note: {
      lv: 'Pārrunas vispirms ar upuri bez pāridarītāja, tad ar vērotājiem un pāridarītāju; sarežģītos gadījumos sanāksme ar vadītāju, komandu un vecākiem. No deviņiem soļiem 1. un 2. ir ņirgāšanās apturēšana, 9. – atkārtotās pārrunas. Atzīmē arī soli, kas nebija vajadzīgs.',
      en: 'Talks first with the victim without the offender, then bystanders and offender; in hard cases a meeting of head, team and parents. Of the nine steps, 1 and 2 are stopping the bullying and 9 is the follow-up. A step that was not needed is ticked too.',
    },
    sources: ['K table 15 steps 3–8'],
  },
  {
    id: 'violence-against-staff',
    title: {
      lv: 'Informēt vadītāju par vardarbību pret darbinieku',
      en: 'Tell the principal of violence against an employee',
    },
    offer: 'offered',
    startsWhen: { each: [{ fact: 'staffVictim.harmed' }] },
    owedBy: recorder,
    owedTo: [role('principal')],
    due: sameDay,
    force: { act: 'recommended', term: 'default' },
    settledBy: { by: { fact: 'staffVictim.reported' } },
    sources: ['K table 16', 'K 5.9'],
  },
  {
    id: 'violence-against-staff-founder',
    title: {
      lv: 'Informēt dibinātāju par vardarbību pret darbinieku',
      en: 'Tell the founder of violence against an employee',
    },
    offer: 'offered',
    startsWhen: { each: [{ fact: 'staffVictim.reported' }] },
    owedBy: role('principal'),
    owedTo: [institution('founder')],
    due: workingDays(2),
    force: { act: 'recommended', term: 'default' },
    settledBy: { by: factWith('founder.informed', 'kindCode', 'violence') },
    note: {
      lv: 'Vadītājs izvērtē informāciju un risina situāciju izglītības iestādē.',
      en: 'The principal assesses what was told and solves the situation at school.',
    },
    sources: ['K table 16'],
  },
  {
    id: 'violence-against-staff-support',
    title: {
      lv: 'Izvērtēt vardarbību pret darbinieku un sniegt atbalstu',
      en: 'Assess the violence against an employee and give support',
    },
    offer: 'offered',
    startsWhen: { each: [factWith('founder.informed', 'kindCode', 'violence')] },
    owedBy: institution('founder'),
    owedTo: [role('principal'), role('staff')],
    due: workingDays(10),
    force: { act: 'recommended', term: 'default' },
    settledBy: { by: { fact: 'staffVictim.supported' } },
    note: {
      lv: 'Ja nepieciešams, iesniedz informāciju tiesībaizsardzības institūcijām.',
      en: 'Passed on to law enforcement if needed.',
    },
    sources: ['K table 16'],
  },
];
