/** Orphan's court, police, commission (duties page, section 2.7): rows that `national-2025` offers. */
import type { DutyDefinition } from '../../domain/procedure/duty-definition.ts';
import { family, institution, role } from '../../domain/procedure/party.ts';
import { dayIn, factWith, immediate, notTimed, same, workingDays } from '../building-blocks.ts';

export const courtOffered: readonly DutyDefinition[] = [
  {
    id: 'court-warn-parent',
    title: {
      lv: 'Izskaidrot vecākam sekas un noteikt termiņu trūkumu novēršanai',
      en: 'Tell the parent the consequences and set the term for remedy',
    },
    offer: 'offered',
    startsWhen: { each: [factWith('court.caseStarted', 'kindCode', 'custodySuspension')] },
    owedBy: institution('orphansCourt'),
    owedTo: [family('parents')],
    follower: role('caseManager'),
    due: notTimed,
    force: { act: 'law', term: 'default' },
    settledBy: {
      allOf: [
        {
          by: { fact: 'court.parentWarned', where: [{ field: 'riskAssessedOn', present: true }] },
          part: 'warned',
        },
        { by: { fact: 'court.termSet' }, part: 'term' },
      ],
    },
    note: {
      lv: 'Izvērtē risku, izskaidro sekas, tad nosaka termiņu un uzdevumu. Brīdinājumu izsaka, nosakot termiņu; sava termiņa tam avotā nav.',
      en: 'The risk is assessed, the consequences are told, then term and task are set. It is done with setting the term; the source gives it no term of its own.',
    },
    sources: ['S 5.6 1)', 'V 3', 'Orphan’s Courts Law 22(1¹)'],
  },
  {
    id: 'court-after-term',
    title: {
      lv: 'Lemt par aizgādības tiesībām pēc termiņa beigām',
      en: 'Decide on custody after the term has ended',
    },
    offer: 'offered',
    startsWhen: { each: [{ fact: 'court.termEnded' }] },
    owedBy: institution('orphansCourt'),
    owedTo: [family('both')],
    follower: role('caseManager'),
    due: workingDays(5),
    dueIfAcute: immediate,
    force: { act: 'law', term: 'default' },
    settledBy: { by: { fact: 'court.decided' } },
    variants: [{ where: [{ field: 'danger', is: true }], due: immediate }],
    endedBy: [{ by: { fact: 'court.termRemedied' } }],
    note: {
      lv: 'Pārtrauc (un nosaka aprūpes veidu) tikai tad, ja vecāks termiņu nokavējis un ir draudi dzīvībai vai veselībai; citādi nepārtrauc vai lietu izbeidz.',
      en: 'Suspended (with the form of care) only if the parent is late and there is danger to life or health; otherwise not suspended, or closed.',
    },
    sources: ['S 5.6 1)–2)', 'V 3'],
  },
  {
    id: 'court-tell-sd',
    title: {
      lv: 'Informēt sociālo dienestu par nepietiekamu bērna aprūpi ģimenē',
      en: 'Tell the social service of insufficient care in the family',
    },
    offer: 'offered',
    startsWhen: { each: [{ fact: 'court.familyFound' }] },
    owedBy: institution('orphansCourt'),
    owedTo: [institution('socialService')],
    follower: role('caseManager'),
    due: workingDays(5),
    force: { act: 'law', term: 'default' },
    settledBy: {
      reaching: ['socialService'],
      by: { fact: 'institution.informed' },
      field: 'institutionId',
    },
    sources: ['V 3', 'Orphan’s Courts Law 17 p. 5'],
  },
  {
    id: 'court-preventive-talk',
    title: { lv: 'Veikt preventīvo sarunu ar vecākiem', en: 'Hold the preventive talk with the parents' },
    offer: 'offered',
    startsWhen: {
      each: [{ fact: 'court.involved', where: [{ not: { field: 'custodyGround', is: true } }] }],
    },
    owedBy: institution('orphansCourt'),
    owedTo: [family('parents')],
    follower: role('caseManager'),
    due: workingDays(10),
    force: { act: 'recommended', term: 'default' },
    settledBy: { by: factWith('talk.held', 'kindCode', 'preventive') },
    note: {
      lv: 'Par tiesībām, pienākumiem, atbildību un nepieciešamību sadarboties ar sociālo dienestu.',
      en: 'On rights, duties, responsibility and the need to cooperate with the social service.',
    },
    sources: ['V 4'],
  },
  {
    id: 'court-info',
    title: {
      lv: 'Sniegt bāriņtiesai pieprasīto informāciju',
      en: 'Give the orphan’s court what it asked for',
    },
    offer: 'offered',
    startsWhen: { each: [{ fact: 'court.infoRequested' }] },
    owedBy: institution('school'),
    owedTo: [institution('orphansCourt')],
    due: dayIn('wantedBy', 'next'),
    force: { act: 'law', term: 'agreed' },
    settledBy: { by: { fact: 'info.sent' }, match: same('requestId') },
    note: {
      lv: 'Visu izglītības iestādes rīcībā esošo informāciju (Bāriņtiesu likuma 16. pants).',
      en: 'All that the school has (Orphan’s Courts Law 16).',
    },
    sources: ['K 4.3 L2233'],
  },
  {
    id: 'court-changes',
    title: {
      lv: 'Informēt bāriņtiesu par apstākļu maiņu',
      en: 'Tell the orphan’s court that circumstances changed',
    },
    offer: 'offered',
    startsWhen: { each: [{ fact: 'circumstances.changed' }] },
    owedBy: institution('school'),
    owedTo: [institution('orphansCourt')],
    due: workingDays(5),
    force: { act: 'recommended', term: 'default' },
    settledBy: {
      reaching: ['orphansCourt'],
      by: { fact: 'institution.informed' },
      field: 'institutionId',
    },
    note: {
      lv: 'Piemēram, atjaunotas aizgādības tiesības vai izglītojamais maina izglītības iestādi.',
      en: 'For instance custody was restored, or the learner moves school.',
    },
    sources: ['K L2322'],
  },
];
