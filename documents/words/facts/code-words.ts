/** Words of the code lists that several facts share. */
import type { Bilingual } from '../../../domain/calendar/bilingual.ts';
import type { DangerRecipient, DangerSituation } from '../../../domain/danger/situation.ts';
import { tableSeven } from '../../../domain/danger/table-seven.ts';
import type {
  channel,
  complaintGround,
  contactChannel,
  dangerChannel,
  level,
  meetingKind,
  risk,
  subject,
} from '../../../domain/dossier/vocabulary/codes.ts';
import { type InstitutionKind, institutionKinds } from '../../../domain/procedure/party.ts';
import { kindWords } from '../sides.ts';
import { both } from './both.ts';

type WordsOfCodes<F extends { readonly codes: readonly string[] }> = Readonly<
  Record<F['codes'][number], Bilingual>
>;

/** The last of the suggestions for a reason or a ground; what it is stands in the words of the fact. */
export const otherReason = { other: both('Cits iemesls', 'Another reason') } as const;

export const channelWords: WordsOfCodes<typeof channel> = {
  product: both('Šajā sistēmā', 'In this system'),
  eAddress: both('E-adresē', 'By e-address'),
  recordSystem: both('Lietvedības sistēmā', 'By the record system'),
  email: both('Pa e-pastu', 'By e-mail'),
  paper: both('Uz papīra', 'On paper'),
  phone: both('Pa tālruni', 'By phone'),
  inPerson: both('Klātienē', 'In person'),
};

export const dangerChannelWords: WordsOfCodes<typeof dangerChannel> = {
  call110: both('Zvanot 110', 'By calling 110'),
  ...channelWords,
};

export const contactChannelWords: WordsOfCodes<typeof contactChannel> = {
  eJournal: both('Elektroniskajā žurnālā', 'In the electronic class register'),
  messenger: both('Ziņapmaiņas lietotnē', 'By a messenger app'),
  sms: both('Ar īsziņu', 'By text message'),
  phone: both('Pa tālruni', 'By phone'),
  email: both('Pa e-pastu', 'By e-mail'),
  paper: both('Uz papīra', 'On paper'),
  inPerson: both('Klātienē', 'In person'),
};

export const riskWords: WordsOfCodes<typeof risk> = {
  emotionalWellbeing: both('Emocionālā labbūtība', 'Emotional wellbeing'),
  socialBehaviour: both('Sociālā uzvedība', 'Social behaviour'),
  motivation: both('Mācību motivācija', 'Motivation to learn'),
  attendance: both('Apmeklējums', 'Attendance'),
  anxiety: both('Pāraprūpe vai trauksme', 'Overprotection or anxiety'),
  safety: both('Drošība', 'Safety'),
  learning: both('Mācības', 'Learning'),
  lastingLearningDifficulty: both('Ilgstošas mācīšanās grūtības', 'Lasting learning difficulty'),
  conflict: both('Konflikti', 'Conflicts'),
  bullying: both('Ņirgāšanās', 'Bullying'),
  family: both('Ģimenes apstākļi', 'Family circumstances'),
  addiction: both('Atkarības', 'Addiction'),
  socialHelp: both('Vajadzīga sociālā palīdzība', 'Need of social help'),
  violation: both('Pārkāpums', 'A violation'),
  other: both('Cita', 'Other'),
};

export const subjectWords: WordsOfCodes<typeof subject> = {
  situation: both('Situācija', 'The situation'),
  socialHelp: both('Vajadzīga sociālā palīdzība', 'Need of social help'),
  noResult: both('Atbalsts nav devis rezultātu', 'Support without result'),
  pmkAdvice: both(
    'Pedagoģiski medicīniskās komisijas apmeklējums',
    'Visit to the pedagogical-medical commission',
  ),
  consultation: both('Speciālistu konsultācija', 'The specialists’ consultation'),
  planChange: both('Plāna izmaiņas', 'A change of the plan'),
  absence: both('Kavējumi', 'Absences'),
  rightsBreach: both('Iespējams bērna tiesību pārkāpums', 'A possible breach of the child’s rights'),
  incident: both('Drošības incidents', 'The incident'),
  nextSteps: both('Turpmākie sadarbības soļi', 'The next steps'),
  search: both('Mantu pārbaude', 'The search of belongings'),
  limit: both('Pārvietošanās ierobežojums', 'The limit of movement'),
  danger: both('Bērna apdraudējums', 'Danger to the child'),
  offence: both('Prettiesiska rīcība', 'An unlawful act'),
  bullying: both('Ņirgāšanās', 'Bullying'),
  critical: both('Kritisks gadījums', 'A critical case'),
  familyRefuses: both('Ģimene nepiekrīt sadarbībai', 'The family does not agree to cooperate'),
  insufficientCare: both('Nepietiekama bērna aprūpe ģimenē', 'Insufficient care in the family'),
  circumstances: both('Apstākļu maiņa', 'A change of circumstances'),
  groupNotAgreed: both('Sadarbības grupa nav vienojusies', 'The cooperation group has not agreed'),
  commissionDecision: both('Administratīvās komisijas lēmums', 'The administrative commission’s decision'),
  emergency: both('Ārkārtas gadījums', 'An emergency'),
  rules: both('Iekšējās kārtības noteikumi', 'The internal rules'),
  other: both('Cits jautājums', 'Another matter'),
};

/** As the sides of duties are called, as entries of a list. */
export const institutionKindWords = Object.fromEntries(
  institutionKinds.map((kind) => [kind, capitalised(kindWords[kind])]),
) as Readonly<Record<InstitutionKind, Bilingual>>;

function capitalised({ lv, en }: Bilingual): Bilingual {
  const upper = (word: string) => word.charAt(0).toLocaleUpperCase('lv') + word.slice(1);
  return both(upper(lv), upper(en));
}

export const complaintGroundWords: WordsOfCodes<typeof complaintGround> = {
  noInformation: both('Saprātīgā termiņā nav saņemta informācija', 'No information in a reasonable time'),
  dataBreach: both('Datu aizsardzības pārkāpums', 'A data breach'),
  noOutcome: both('Nav atbildes par veiktajām darbībām', 'No answer on what was done'),
  other: both('Cits pamats', 'Another ground'),
};

export const meetingKindWords: WordsOfCodes<typeof meetingKind> = {
  group: both('Sadarbības grupas sanāksme', 'Meeting of the cooperation group'),
  strategic: both(
    'Sadarbības grupas stratēģiskā līmeņa sanāksme',
    'Strategic meeting of the cooperation group',
  ),
  interprofessional: both('Starpinstitucionālā sanāksme', 'Interagency meeting'),
  family: both('Sanāksme ar ģimeni', 'Meeting with the family'),
};

export const levelWords: WordsOfCodes<typeof level> = {
  '1': both('1. līmenis – izglītības iestāde', 'Level 1 – school'),
  '2': both('2. līmenis – pašvaldība', 'Level 2 – municipality'),
  '3': both('3. līmenis – valsts', 'Level 3 – state'),
};

export const dangerRecipientWords: Readonly<Record<DangerRecipient, Bilingual>> = {
  statePolice: institutionKindWords.statePolice,
  municipalPolice: institutionKindWords.municipalPolice,
  orphansCourt: institutionKindWords.orphansCourt,
  childProtectionCentre: institutionKindWords.childProtectionCentre,
  socialService: institutionKindWords.socialService,
};

/** As table 7 says them; each situation has its row there. */
export const situationWords = Object.fromEntries(
  tableSeven.map(({ situation, title }) => [situation, title]),
) as Readonly<Record<DangerSituation, Bilingual>>;

/** Who accepts or refuses a plan. */
export const planSideWords = {
  parents: both('Vecāki', 'Parents'),
  staff: both('Pedagoģiskais personāls', 'Teaching staff'),
  learner: both('Izglītojamais', 'Learner'),
};
