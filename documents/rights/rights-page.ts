/** The rights as a page that a lawyer or a data-protection officer reads: `docs/tiesibas.md`. In Latvian. */
import { postsOf } from '../../domain/access/posts.ts';
import { type Relation, relations, type View, viewOf } from '../../domain/access/relation.ts';
import {
  type DossierAct,
  dossierActs,
  municipalityActs,
  type OfficeAct,
  officeActs,
  rightsOfRelation,
  rightsOfRole,
} from '../../domain/access/rights.ts';
import type { ActingRoute, RouteAct } from '../../domain/access/route-act.ts';
import { type Role, roles } from '../../domain/procedure/party.ts';
import { roleWords } from '../words/sides.ts';

const relationWords: Readonly<Record<Relation, readonly [name: string, ground: string]>> = {
  manager: ['gadījuma vadītājs', 'vada vai līdzvada gadījumu pašreizējā līmenī (K 4.2, 18. tabula)'],
  managersHead: [
    'vadītāja iestādes vadība',
    'direktors, vadītājs, administrācija: izlemj galīgi (K 51. zemsvītras piezīme)',
  ],
  partner: [
    'agrākais vadītājs',
    'paliek partneris pēc nodošanas; klases audzinātājs, kurš gadījumu nevada (K 18. tabula)',
  ],
  colleague: ['speciālists', 'strādā ar bērniem izglītojamā skolā vai vadītāja iestādē (K 4.1)'],
  acceptedReceiver: ['saņēmējs, kas pieņēmis', 'strādā iestādē, kas nodoto gadījumu pieņēma (K 4.2)'],
  opener: ['pieteicējs no citas iestādes', 'atvēra lietu citas iestādes vārdā (S 3.2)'],
  recorder: ['ierakstītājs', 'kaut ko ierakstīja, citas saistības nav'],
  receiver: ['saņēmējs pirms pieņemšanas', 'iestādei nosūtīts un tā vēl nav atbildējusi'],
  groupMember: ['sadarbības grupas dalībnieks', 'grupa gadījumu pieņēmusi izskatīšanai (K 4.3, V 4)'],
  invited: ['uzaicinātais', 'iestāde aicināta uz sanāksmi vai grupai gadījums pieteikts'],
  dutyParty: ['pienākuma puse', 'kaut ko ir parādā vai gaida'],
  administrator: ['administrators', 'skolas, izglītības pārvaldes vai pašvaldības administrators'],
  dataProtection: ['datu aizsardzības speciālists', 'skolas, izglītības pārvaldes vai pašvaldības'],
  emergency: ['ārkārtas piekļuve', 'paņemta ar pamatojumu, beidzas pati, pēc tam pārbaudīta'],
  excluded: ['izslēgtā persona', 'nedrīkst zināt (3. noteikums): stiprāks par visu pārējo'],
};

const viewWords: Readonly<Record<View, string>> = {
  full: 'viss',
  limited: 'bez vārdiem un teksta',
  deadlines: 'tikai termiņi',
  own: 'tikai savi pienākumi',
  none: 'nekas',
};

const dossierActWords: Readonly<Record<DossierAct, string>> = {
  seeDuties: 'redzēt pienākumus un termiņus',
  seePreview: 'redzēt, kas noticis (bez vārdiem un teksta)',
  readCase: 'lasīt gadījumu',
  recordDanger: 'ierakstīt briesmas',
  recordWork: 'ierakstīt paveikto',
  refer: 'nosūtīt, papildināt, atsaukt, sūdzēties',
  answerReferral: 'atbildēt uz nosūtīto',
  manageCase: 'vadīt: plāns, pārskats, slēgšana',
  assignManager: 'iecelt vadītāju',
  settleDuty: 'izpildīt vai pagarināt savu pienākumu',
  releaseEvaluation: 'izsniegt savas iestādes izvērtējumu',
  readAccessLog: 'redzēt, kas skatījies',
  printExtract: 'drukāt izrakstu',
  reviewEmergency: 'pārbaudīt ārkārtas piekļuvi',
  askCorrection: 'lūgt labojumu pienākumam',
};

const officeActWords: Readonly<Record<OfficeAct, string>> = {
  openDossier: 'atvērt bažas vai gadījumu',
  takeEmergencyAccess: 'paņemt ārkārtas piekļuvi',
  searchLearners: 'meklēt izglītojamo',
  registerLearner: 'reģistrēt izglītojamo',
  readLearnerLooks: 'redzēt, kas skatījies izglītojamā datos',
  seeDirectory: 'redzēt iestāžu sarakstu',
  seeCalendar: 'redzēt kalendāru',
  tryProcedure: 'izmēģināt procedūru',
  seeBoard: 'redzēt kavējumu pārskatu (skaitļus un pienākumus, bez lietu satura)',
  oversee: 'pārraudzīt ārkārtas piekļuves un izslēgtās personas',
  managePeople: 'pārvaldīt cilvēkus un lomas',
  manageAccounts: 'pārvaldīt kontus un žetonus',
  manageClasses: 'pārvaldīt klases',
  importData: 'importēt',
  changeCalendar: 'mainīt kalendāru',
  changeSettings: 'mainīt iestatījumus',
  manageInstitutions: 'pārvaldīt iestādes',
};

const otherActWords: Readonly<Record<Exclude<RouteAct, DossierAct | OfficeAct>, string>> = {
  record: 'ierakstīt: tiesības nosaka ieraksta veids',
  own: 'sava pieteikšanās',
  public: 'publiski',
};

const actWords: Readonly<Record<RouteAct, string>> = {
  ...dossierActWords,
  ...officeActWords,
  ...otherActWords,
};

/** The whole page; `routes` are those that the API has registered. */
export function rightsPage(routes: readonly ActingRoute[]): string {
  return [
    '# Tiesības: kas ko drīkst',
    '',
    'Šo lapu veido no `domain/access/rights.ts`; tests to salīdzina ar produktu un ar datubāzi. Kas nav atļauts ar',
    '“jā”, ir liegts. Kam saistības nav, tam atbild tāpat kā par lietu, kuras nav.',
    '',
    '## Saistība ar lietu',
    '',
    'Vienam cilvēkam var būt vairākas saistības; tiesības tad saskaita. Izslēgšana (3. noteikums) atņem visas.',
    '',
    ...table(
      ['saistība', 'pamats', 'redz'],
      relations.map((one) => [...relationWords[one], viewWords[viewOf(one)]]),
    ),
    '',
    '## Rīcība ar lietu',
    '',
    'Savu ierakstu var atsaukt ierakstītājs; pats sevi izslēgt var jebkurš, kam ir saistība; pienākumu var izpildīt,',
    'pagarināt vai atzīt par neiespējamu tas, kurš to ir parādā. Izvērtējuma tekstu redz tikai iestāde, kas to',
    'izstrādājusi, un tā, kurai tas izsniegts; pārējie redz iznākumu (K 18. tabula).',
    '',
    ...table(
      ['saistība', ...dossierActs.map((act) => dossierActWords[act])],
      relations.map((one) => [
        relationWords[one][0],
        ...dossierActs.map((act) => yes(rightsOfRelation[one].includes(act))),
      ]),
    ),
    '',
    '## Rīcība iestādē',
    '',
    '“Speciālists” un “vadība” ir amati, pie kuriem loma pieder: pēc tiem lietu redz visa iestādes daļa, kurai tā',
    'jāredz. ¹ – visai pašvaldībai; tikai pašvaldības vai izglītības pārvaldes administrators.',
    '',
    ...table(
      [
        'loma',
        'amats',
        ...officeActs.map((act) => `${officeActWords[act]}${municipalityActs.includes(act) ? ' ¹' : ''}`),
      ],
      roles.map((role) => [
        roleWords[role].lv,
        postWords(role),
        ...officeActs.map((act) => yes(mayInRole(role, act))),
      ]),
    ),
    '',
    '## Maršruti',
    '',
    'Katra API adrese un rīcība, par kuru tā jautā. Adresi, kuras šeit nav, produkts neatver.',
    '',
    ...table(
      ['metode', 'adrese', 'rīcība'],
      routes.map(({ method, address, acts }) => [
        method,
        `\`${address}\``,
        acts.map((act) => actWords[act]).join('; '),
      ]),
    ),
    '',
  ].join('\n');
}

function mayInRole(role: Role, act: OfficeAct): boolean {
  return municipalityActs.includes(act) ? role === 'administrator' : rightsOfRole[role].includes(act);
}

function postWords(role: Role): string {
  const posts = postsOf(role);
  if (posts.includes('leadership')) return 'vadība';
  return posts.length > 0 ? 'speciālists' : '–';
}

function yes(allowed: boolean): string {
  return allowed ? 'jā' : '';
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)];
}
