/** Social service (duties page, section 2.6): rows that `national-2025` offers; none is in its core. */
import type { DutyDefinition } from '../../domain/procedure/duty-definition.ts';
import { family, institution, outside, role } from '../../domain/procedure/party.ts';
import { factWith, months, namesStart, sameDay, workingDays } from '../building-blocks.ts';

export const socialServiceOffered: readonly DutyDefinition[] = [
  {
    id: 'sd-services',
    title: { lv: 'Lemt par pakalpojumiem ģimenei', en: 'Decide on services for the family' },
    offer: 'offered',
    startsWhen: { each: [{ fact: 'evaluation.completed', where: [{ receiverKind: ['socialService'] }] }] },
    owedBy: institution('socialService'),
    owedTo: [family('both')],
    due: workingDays(10),
    force: { act: 'law', term: 'default' },
    settledBy: {
      anyOf: [
        {
          by: {
            fact: 'services.assigned',
            where: [{ field: 'outcomeCode', oneOf: ['assigned', 'refused', 'notAvailable'] }],
          },
        },
        {
          by: {
            fact: 'services.assigned',
            where: [
              { field: 'outcomeCode', is: 'none' },
              { field: 'reasonCode', present: true },
            ],
          },
        },
      ],
    },
    note: {
      lv: 'Piešķirts, atteikts un nav pieejams – šķirti; ja pakalpojuma nav, norāda iemeslu.',
      en: 'Offered, refused and not available are kept apart; none needs a reason.',
    },
    sources: ['V 4'],
  },
  {
    id: 'sd-meeting',
    title: { lv: 'Sasaukt starpinstitucionālo sanāksmi', en: 'Convene the inter-institutional meeting' },
    offer: 'offered',
    startsWhen: {
      each: [
        {
          fact: 'evaluation.completed',
          where: [{ field: 'outcomeCode', is: 'othersNeeded' }, { receiverKind: ['socialService'] }],
        },
      ],
    },
    owedBy: institution('socialService'),
    owedTo: [institution('referralSender')],
    due: workingDays(10),
    force: { act: 'recommended', term: 'default' },
    settledBy: {
      by: {
        fact: 'meeting.held',
        where: [{ field: 'kindCode', oneOf: ['interprofessional', 'group'] }],
      },
    },
    note: {
      lv: 'Ar informāciju par darbu ar ģimeni un ieteikumiem.',
      en: 'With information on the work with the family and recommendations.',
    },
    sources: ['K 4.2 L1060'],
  },
  {
    id: 'sd-court',
    title: { lv: 'Iesaistīt bāriņtiesu', en: 'Involve the orphan’s court' },
    offer: 'offered',
    startsWhen: {
      each: [
        {
          fact: 'evaluation.completed',
          where: [
            { field: 'outcomeCode', oneOf: ['critical', 'refused'] },
            { receiverKind: ['socialService'] },
          ],
        },
      ],
    },
    owedBy: institution('socialService'),
    owedTo: [institution('orphansCourt')],
    due: sameDay,
    force: { act: 'law', term: 'default' },
    settledBy: {
      reaching: ['orphansCourt'],
      by: { fact: 'institution.informed' },
      field: 'institutionId',
    },
    note: {
      lv: 'Ja gadījums ir kritisks vai vecāki atsakās sadarboties.',
      en: 'Where the case is critical or the parents refuse to cooperate.',
    },
    sources: ['K 4.2 L1065'],
  },
  {
    id: 'assistant-report',
    title: {
      lv: 'Ziņot sociālajam darbiniekam par darbu ar ģimeni',
      en: 'Report on the work with the family',
    },
    offer: 'offered',
    startsWhen: { series: [{ fact: 'assistant.started' }, { fact: 'assistant.reported' }] },
    owedBy: role('familyAssistant', 'socialService'),
    owedTo: [role('socialWorker', 'socialService')],
    due: months(1),
    force: { act: 'recommended', term: 'default' },
    settledBy: { by: { fact: 'assistant.reported' } },
    note: {
      lv: 'Avotā “regulāri”. Vienojas par nākamajiem uzdevumiem.',
      en: 'In the source: “regularly”. The next tasks are agreed.',
    },
    sources: ['V 5'],
  },
  {
    id: 'crisis-agreement',
    title: {
      lv: 'Noslēgt ar ģimeni vienošanos par krīzes intervenci',
      en: 'Sign the crisis-intervention agreement with the family',
    },
    offer: 'offered',
    startsWhen: { each: [{ fact: 'crisis.accepted' }] },
    owedBy: institution('crisisTeam'),
    owedTo: [family('both')],
    due: workingDays(1),
    force: { act: 'recommended', term: 'default' },
    settledBy: { by: factWith('agreement.signed', 'kindCode', 'crisis') },
    note: {
      lv: 'Vienošanos slēdz abas puses: ģimene un krīzes intervences komanda.',
      en: 'Both sides sign: the family and the crisis team.',
    },
    sources: ['V 5'],
  },
  {
    id: 'rehab-plan',
    title: { lv: 'Sastādīt rehabilitācijas plānu', en: 'Draw up the rehabilitation plan' },
    offer: 'offered',
    startsWhen: { each: [factWith('agreement.signed', 'kindCode', 'crisis')] },
    owedBy: institution('crisisTeam'),
    owedTo: [family('both')],
    due: workingDays(5),
    force: { act: 'recommended', term: 'default' },
    settledBy: { by: factWith('programme.planned', 'kindCode', 'rehabilitation') },
    sources: ['V 5'],
  },
  {
    id: 'npais-entry',
    title: { lv: 'Ievadīt ziņas NPAIS', en: 'Enter the data in NPAIS' },
    offer: 'offered',
    startsWhen: { each: [{ fact: 'npais.factArisen' }] },
    owedBy: institution('actor'),
    owedTo: [outside('NPAIS')],
    due: workingDays(3),
    force: { act: 'law', term: 'default' },
    settledBy: { by: { fact: 'npais.entered' }, match: namesStart('factId') },
    note: {
      lv: 'Bāriņtiesa, pašvaldības policija, sociālais dienests, bērnu aprūpes iestāde (un valsts iestādes); kārtību nosaka MK noteikumi Nr. 157. Ieraksta, kas un kad ievadījis; dati netiek kopēti. Sanāksmes pienākumu tas neizpilda.',
      en: 'Orphan’s court, municipal police, social service, child-care institution (and state bodies), by Cabinet Reg. 157. Who entered it and when is recorded; no data are copied. It never settles the duty of a meeting.',
    },
    sources: ['V 4', 'Cabinet Reg. 157'],
  },
];
