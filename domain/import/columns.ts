/** The columns of what can be imported, one table per kind: headings, forms, and an example with invented people. */
import { type ContactLanguage, type ContactRelation, type Custody } from '../learner/learner.ts';
import type { Role } from '../procedure/party.ts';
import {
  type CellForm,
  day,
  flag,
  label,
  level,
  line,
  mail,
  oneOf,
  phone,
  schoolYear,
  time,
} from './cell.ts';

export const importKinds = ['people', 'classes', 'learners', 'running'] as const;
export type ImportKind = (typeof importKinds)[number];

/** `required`: an empty cell is a problem. `also`: other headings that mean the same. */
export type Column<T, R extends boolean = boolean> = {
  readonly lv: string;
  readonly en: string;
  readonly also: readonly string[];
  readonly form: CellForm<T>;
  readonly required: R;
  readonly example: string;
};

type Naming = { readonly lv: string; readonly en: string; readonly also?: readonly string[] };

function must<T>(form: CellForm<T>, example: string, { lv, en, also = [] }: Naming): Column<T, true> {
  return { lv, en, also, form, required: true, example };
}
function may<T>(form: CellForm<T>, example: string, { lv, en, also = [] }: Naming): Column<T, false> {
  return { lv, en, also, form, required: false, example };
}

/** Roles that are given by hand; case managers come from the facts, another system's role from its token. */
export type ImportedRole = Exclude<Role, 'caseManager' | 'previousCaseManager' | 'service'>;
const roleWords: Readonly<Record<ImportedRole, { readonly lv: string; readonly en: string }>> = {
  classTeacher: { lv: 'klases audzinātājs', en: 'class teacher' },
  supportStaff: { lv: 'atbalsta personāls', en: 'support staff' },
  socialPedagogue: { lv: 'sociālais pedagogs', en: 'social pedagogue' },
  teacher: { lv: 'pedagogs', en: 'teacher' },
  principal: { lv: 'direktors', en: 'principal' },
  administration: { lv: 'administrācija', en: 'administration' },
  authorisedPerson: { lv: 'pilnvarotā persona', en: 'authorised person' },
  onCall: { lv: 'dežurants', en: 'on call' },
  staff: { lv: 'darbinieks', en: 'staff' },
  head: { lv: 'vadītājs', en: 'head' },
  socialWorker: { lv: 'sociālais darbinieks', en: 'social worker' },
  familyAssistant: { lv: 'ģimenes asistents', en: 'family assistant' },
  secretary: { lv: 'lietvedis', en: 'secretary' },
  specialist: { lv: 'speciālists', en: 'specialist' },
  dataProtectionOfficer: { lv: 'datu aizsardzības speciālists', en: 'data protection officer' },
  administrator: { lv: 'administrators', en: 'administrator' },
  supportCoordinator: { lv: 'atbalsta koordinators', en: 'support coordinator' },
  attendanceContact: { lv: 'kontaktpersona kavējumu jautājumos', en: 'attendance contact' },
  juvenileContact: { lv: 'kontaktpersona nepilngadīgo lietās', en: 'juvenile contact' },
};

export const peopleColumns = {
  name: must(line, 'Anna Paraudziņa', { lv: 'Vārds, uzvārds', en: 'Name', also: ['Vārds un uzvārds'] }),
  mail: must(mail, 'anna.paraudzina@example.lv', { lv: 'E-pasts', en: 'E-mail', also: ['Email', 'Mail'] }),
  phone: may(phone, '20000000', { lv: 'Tālrunis', en: 'Phone' }),
  role: must(oneOf(roleWords), 'klases audzinātājs', { lv: 'Loma', en: 'Role', also: ['Amats'] }),
  institution: may(line, '', { lv: 'Iestāde', en: 'Institution' }),
  language: may(
    oneOf({ lv: { lv: 'latviešu', en: 'Latvian' }, en: { lv: 'angļu', en: 'English' } }),
    'latviešu',
    {
      lv: 'Valoda',
      en: 'Language',
    },
  ),
  from: may(day, '2026-09-01', { lv: 'No', en: 'From' }),
  until: may(day, '', { lv: 'Līdz', en: 'Until' }),
};

export const classColumns = {
  schoolYear: must(schoolYear, '2026/2027', { lv: 'Mācību gads', en: 'School year' }),
  name: must(label, '5.b', { lv: 'Klase', en: 'Class' }),
  teacherMail: may(mail, 'anna.paraudzina@example.lv', {
    lv: 'Audzinātāja e-pasts',
    en: 'Class teacher’s e-mail',
    also: ['Class teacher e-mail', 'Klases audzinātāja e-pasts'],
  }),
  teacherFrom: may(day, '2026-09-01', { lv: 'Audzina no', en: 'Teacher from' }),
};

const relationWords: Readonly<Record<ContactRelation, { readonly lv: string; readonly en: string }>> = {
  mother: { lv: 'māte', en: 'mother' },
  father: { lv: 'tēvs', en: 'father' },
  guardian: { lv: 'aizbildnis', en: 'guardian' },
  fosterFamily: { lv: 'audžuģimene', en: 'foster family' },
  careInstitution: { lv: 'aprūpes iestāde', en: 'care institution' },
  grandparent: { lv: 'vecvecāks', en: 'grandparent' },
  otherRelative: { lv: 'cits radinieks', en: 'other relative' },
  other: { lv: 'cits', en: 'other' },
};
const custodyWords: Readonly<Record<Custody, { readonly lv: string; readonly en: string }>> = {
  yes: { lv: 'ir', en: 'yes' },
  no: { lv: 'nav', en: 'no' },
  unknown: { lv: 'nav zināms', en: 'unknown' },
};
const languageWords: Readonly<Record<ContactLanguage, { readonly lv: string; readonly en: string }>> = {
  lv: { lv: 'latviešu', en: 'Latvian' },
  ru: { lv: 'krievu', en: 'Russian' },
  uk: { lv: 'ukraiņu', en: 'Ukrainian' },
  en: { lv: 'angļu', en: 'English' },
  lt: { lv: 'lietuviešu', en: 'Lithuanian' },
  pl: { lv: 'poļu', en: 'Polish' },
  other: { lv: 'cita', en: 'other' },
};

/** Columns that come several times, by the number in their ids. */
type Numbered<P extends string, Cells> = {
  readonly [K in keyof Cells & string as `${P}${K}`]: Column<Cells[K], false>;
};

/** A municipality, or the word that there is none. */
const declaredExample = 'Paraugu novads';

const learnerNames = {
  firstName: must(line, 'Jānis', { lv: 'Vārds', en: 'First name' }),
  lastName: must(line, 'Paraugs', { lv: 'Uzvārds', en: 'Last name' }),
  birthDate: may(day, '2014-05-06', { lv: 'Dzimšanas datums', en: 'Birth date', also: ['Date of birth'] }),
};

function contactColumns(n: number, examples: boolean) {
  const shown = (text: string) => (examples ? text : '');
  const named = (lv: string, en: string): Naming => ({
    lv: `Kontakts ${n}: ${lv}`,
    en: `Contact ${n}: ${en}`,
  });
  return {
    [`contact${n}Name`]: may(line, shown('Inese Parauga'), named('vārds, uzvārds', 'name')),
    [`contact${n}Relation`]: may(oneOf(relationWords), shown('māte'), named('kas', 'relation')),
    [`contact${n}Phone`]: may(line, shown('20000001'), named('tālrunis', 'phone')),
    [`contact${n}Mail`]: may(mail, shown('inese.parauga@example.lv'), named('e-pasts', 'e-mail')),
    [`contact${n}Address`]: may(line, shown('Parauga iela 1, Paraugi'), named('adrese', 'address')),
    [`contact${n}Custody`]: may(oneOf(custodyWords), shown('ir'), named('aizgādība', 'custody')),
    [`contact${n}NoContact`]: may(flag, shown('nē'), named('saziņa aizliegta', 'no contact')),
    [`contact${n}AddressSecret`]: may(flag, shown('nē'), named('adrese slepena', 'address secret')),
    [`contact${n}LivesApart`]: may(flag, shown('nē'), named('dzīvo atsevišķi', 'lives apart')),
    [`contact${n}Language`]: may(oneOf(languageWords), shown('latviešu'), named('valoda', 'language')),
    [`contact${n}PlainLanguage`]: may(flag, shown('nē'), named('vieglā valoda', 'plain language')),
    [`contact${n}Declared`]: may(line, shown(declaredExample), named('deklarēts', 'declared')),
  };
}

type ContactCells = {
  readonly Name: string;
  readonly Relation: ContactRelation;
  readonly Phone: string;
  readonly Mail: string;
  readonly Address: string;
  readonly Custody: Custody;
  readonly NoContact: boolean;
  readonly AddressSecret: boolean;
  readonly LivesApart: boolean;
  readonly Language: ContactLanguage;
  readonly PlainLanguage: boolean;
  readonly Declared: string;
};

export const learnerColumns = {
  ...learnerNames,
  className: may(label, '5.b', { lv: 'Klase', en: 'Class' }),
  declared: may(line, declaredExample, {
    lv: 'Deklarētā pašvaldība',
    en: 'Declared municipality',
    also: ['Deklarētā dzīvesvieta', 'Declared residence'],
  }),
  stays: may(line, declaredExample, { lv: 'Dzīvo pašvaldībā', en: 'Stays in municipality' }),
  ...(contactColumns(1, true) as unknown as Numbered<'contact1', ContactCells>),
  ...(contactColumns(2, false) as unknown as Numbered<'contact2', ContactCells>),
  ...(contactColumns(3, false) as unknown as Numbered<'contact3', ContactCells>),
};

/** How a letter reached the other side before the product was there. */
const channelWords = {
  eAddress: { lv: 'e-adrese', en: 'e-address' },
  recordSystem: { lv: 'lietvedības sistēma', en: 'record system' },
  email: { lv: 'e-pasts', en: 'e-mail' },
  paper: { lv: 'papīrs', en: 'paper' },
  phone: { lv: 'tālrunis', en: 'phone' },
  inPerson: { lv: 'klātienē', en: 'in person' },
} as const;
export const importedChannels = Object.keys(channelWords) as readonly ImportedChannel[];
export type ImportedChannel = keyof typeof channelWords;

const referralWords = {
  problemReport: { lv: 'problēmziņojums', en: 'problem report' },
  letter: { lv: 'vēstule', en: 'letter' },
  handover: { lv: 'gadījuma nodošana', en: 'handover' },
  request: { lv: 'pieprasījums', en: 'request' },
  application: { lv: 'iesniegums', en: 'application' },
} as const;
export const importedReferralKinds = Object.keys(referralWords) as readonly ImportedReferralKind[];
export type ImportedReferralKind = keyof typeof referralWords;

const resultWords = {
  better: { lv: 'labāk', en: 'better' },
  same: { lv: 'tāpat', en: 'same' },
  worse: { lv: 'sliktāk', en: 'worse' },
} as const;
export const reviewResults = Object.keys(resultWords) as readonly ReviewResult[];
export type ReviewResult = keyof typeof resultWords;

type ReferralCells = {
  readonly To: string;
  readonly Kind: ImportedReferralKind;
  readonly SentOn: CalendarDayCell;
  readonly Channel: ImportedChannel;
  readonly RegNo: string;
};
type CalendarDayCell = typeof day extends CellForm<infer T> ? T : never;

function referralColumns(n: number, examples: boolean) {
  const shown = (text: string) => (examples ? text : '');
  const named = (lv: string, en: string): Naming => ({
    lv: `Nosūtīts ${n}: ${lv}`,
    en: `Referral ${n}: ${en}`,
  });
  return {
    [`referral${n}To`]: may(line, shown('Paraugu novada Sociālais dienests'), named('kam', 'to')),
    [`referral${n}Kind`]: may(oneOf(referralWords), shown('vēstule'), named('kas', 'kind')),
    [`referral${n}SentOn`]: may(day, shown('2026-10-05'), named('kad', 'sent on')),
    [`referral${n}Channel`]: may(oneOf(channelWords), shown('e-adrese'), named('kā', 'channel')),
    [`referral${n}RegNo`]: may(label, shown('1-12/345'), named('Nr.', 'number')),
  };
}

export const runningColumns = {
  ...learnerNames,
  level: must(level, '2', { lv: 'Līmenis', en: 'Level' }),
  managerMail: must(mail, 'anna.paraudzina@example.lv', {
    lv: 'Gadījuma vadītāja e-pasts',
    en: 'Case manager’s e-mail',
    also: ['Case manager e-mail', 'Vadītāja e-pasts'],
  }),
  openedOn: must(day, '2026-09-14', { lv: 'Atvērts', en: 'Opened on' }),
  lastTalkOn: may(day, '2026-10-02', { lv: 'Pēdējā saruna', en: 'Last talk' }),
  lastReviewOn: may(day, '2026-10-20', { lv: 'Pēdējā izvērtēšana', en: 'Last review' }),
  lastReviewResult: may(oneOf(resultWords), 'tāpat', {
    lv: 'Izvērtēšanas iznākums',
    en: 'Review result',
    also: ['Pēdējās izvērtēšanas iznākums', 'Last review result'],
  }),
  ...(referralColumns(1, true) as unknown as Numbered<'referral1', ReferralCells>),
  ...(referralColumns(2, false) as unknown as Numbered<'referral2', ReferralCells>),
  ...(referralColumns(3, false) as unknown as Numbered<'referral3', ReferralCells>),
  nextMeetingOn: may(day, '2026-12-03', { lv: 'Nākamā sanāksme', en: 'Next meeting' }),
  nextMeetingAt: may(time, '15:00', { lv: 'Sanāksme plkst.', en: 'Meeting at' }),
};

/** How many contacts and referrals a row has room for. */
export const numbered = [1, 2, 3] as const;

/** The columns of a kind, as they stand in the template. */
export const columnsOf = {
  people: peopleColumns,
  classes: classColumns,
  learners: learnerColumns,
  running: runningColumns,
} as const satisfies Readonly<Record<ImportKind, object>>;

type ValueOf<C> = C extends Column<infer T, infer R> ? (R extends true ? T : T | null) : never;

/** A row, read: what may be left out is null. */
export type RowOf<K extends ImportKind> = {
  readonly [C in keyof (typeof columnsOf)[K]]: ValueOf<(typeof columnsOf)[K][C]>;
};
