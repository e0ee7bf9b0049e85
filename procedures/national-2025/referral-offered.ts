/** Referral and handover (duties page, section 2.5): rows that `national-2025` offers. */
import type { DutyDefinition } from '../../domain/procedure/duty-definition.ts';
import { family, institution, role } from '../../domain/procedure/party.ts';
import { factWith, months, same, sameDay, workingDays } from '../building-blocks.ts';

export const referralOffered: readonly DutyDefinition[] = [
  {
    id: 'sd-notify',
    title: { lv: 'Rakstiski informēt sociālo dienestu', en: 'Tell the social service in writing' },
    offer: 'offered',
    startsWhen: { each: [factWith('sdGround.found', 'beyondSchool', true)] },
    owedBy: institution('school'),
    owedTo: [
      institution('socialService'),
      institution('statePolice'),
      institution('municipalPolice'),
      institution('orphansCourt'),
    ],
    due: sameDay,
    force: { act: 'law', term: 'law' },
    settledBy: {
      by: {
        fact: 'referral.sent',
        where: [{ receiverKind: ['socialService', 'statePolice', 'municipalPolice', 'orphansCourt'] }],
      },
    },
    danger: true,
    note: {
      lv: 'Pamats: pamatvajadzības; aizdomas par nolaidību, vardarbību vai atstumtību; atkārtoti kavējumi; sociālas vai finansiālas grūtības; vecāku līdzdalības trūkums – un atbalsta komanda secina, ka tas pārsniedz izglītības iestādes kompetenci. Ārējo iestāžu iesaistei avots citviet dod divus mēnešus; kur ir kāds no šiem iemesliem, spēkā ir stingrākais. Adresāts var būt arī policija vai bāriņtiesa.',
      en: 'Grounds: basic needs; suspicion of neglect, violence or exclusion; repeated absence; social or financial hardship; parents absent – and the support team finds it beyond the school. Elsewhere the source gives two months for involving others; where one of these grounds is found, the stricter holds. The addressee may also be the police or the orphan’s court.',
    },
    sources: ['K 4.3 L1838–1871', 'Child Protection Law 73'],
  },
  {
    id: 'consult-inform',
    title: {
      lv: 'Informēt izglītojamo un vecākus par konsultācijas lēmumiem',
      en: 'Tell learner and parents what the consultation decided',
    },
    offer: 'offered',
    startsWhen: {
      each: [{ fact: 'consultation.held', where: [{ not: { field: 'familyPresent', is: true } }] }],
    },
    owedBy: role('caseManager'),
    owedTo: [family('both')],
    due: workingDays(2),
    force: { act: 'must', term: 'default' },
    settledBy: {
      by: {
        fact: 'parents.informed',
        where: [{ field: 'subjectCode', oneOf: ['consultation', 'planChange'] }],
      },
    },
    note: {
      lv: 'Par lēmumiem un plāna izmaiņām.',
      en: 'The decisions and the changes of the plan.',
    },
    sources: ['K 4.2 L1379'],
  },
  {
    id: 'official-request',
    title: {
      lv: 'Atbildēt uz oficiālu informācijas pieprasījumu',
      en: 'Answer the official request for information',
    },
    offer: 'offered',
    startsWhen: { each: [{ fact: 'officialInfo.requested', where: [{ field: 'needCode', present: true }] }] },
    owedBy: institution({ field: 'fromInstitutionId' }),
    owedTo: [institution('school')],
    follower: role('caseManager'),
    due: months(1),
    force: { act: 'recommended', term: 'default' },
    settledBy: { by: { fact: 'officialInfo.answered' }, match: same('requestId') },
    note: {
      lv: 'Policija un bāriņtiesa par izmeklēšanu neziņo; informāciju prasa oficiāli, norādot konkrēto vajadzību. Atbilde vai atteikums.',
      en: 'Police and orphan’s court do not report on an investigation; it is asked for officially, with the need stated. An answer or a refusal.',
    },
    sources: ['K L2660'],
  },
  {
    id: 'data-breach',
    title: {
      lv: 'Informēt izglītības pārvaldi par datu aizsardzības pārkāpumu',
      en: 'Tell the education board of the data-protection breach',
    },
    offer: 'offered',
    startsWhen: { each: [{ fact: 'breach.found', where: [{ actorKind: ['school'] }] }] },
    owedBy: institution('school'),
    owedTo: [institution('educationBoard')],
    due: workingDays(1),
    force: { act: 'must', term: 'default' },
    settledBy: { by: { fact: 'breach.reported' }, match: same('breachId') },
    sources: ['K 4.3 L1938–1940'],
  },
  {
    id: 'voc-resources',
    title: {
      lv: 'Atbildēt profesionālajai izglītības iestādei par atbalsta personālu',
      en: 'Answer the vocational school about support staff',
    },
    offer: 'offered',
    startsWhen: { each: [{ fact: 'resources.requested' }] },
    owedBy: institution('educationBoard'),
    owedTo: [institution('school')],
    due: workingDays(5),
    force: { act: 'recommended', term: 'default' },
    settledBy: { by: { fact: 'resources.answered' }, match: same('requestId') },
    sources: ['K 4.2 voc. 3'],
  },
];
