/**
 * Whom to report danger to: table 7 of the recommendations with its additions, as data (duties page, section 3).
 * Every row keeps its source.
 */
import type { Bilingual, Source } from '../procedure/duty-definition.ts';
import type { DangerRecipient, DangerSituation } from './situation.ts';

export type ReportChannel = 'call110' | 'inWriting' | 'localStation' | 'juvenileInspector' | 'free';
export type ReportTime = 'immediately' | 'sameDay';

/** One way of reporting. `free`: the source names no channel. */
export type ReportOption = {
  readonly to: DangerRecipient;
  readonly channel: ReportChannel;
  /** Only where the danger is not acute (K L2578). */
  readonly onlyIfNotAcute?: true;
};

/** Every list in `all` is a report that must be made; the options within a list are alternatives. */
export type ReportRow = {
  readonly situation: DangerSituation;
  readonly title: Bilingual;
  readonly all: readonly (readonly ReportOption[])[];
  readonly when: ReportTime;
  /** Reporting to this second body in parallel is recommended (note to table 7). */
  readonly inParallel?: ReportOption;
  readonly source: Source;
};

const police110: ReportOption = { to: 'statePolice', channel: 'call110' };
const courtInWriting: ReportOption = { to: 'orphansCourt', channel: 'inWriting' };

export const tableSeven: readonly ReportRow[] = [
  {
    situation: 'physicalViolenceEvident',
    title: {
      lv: 'Fiziska vardarbība (redzami ievainojumi, konkrēts bērna stāsts)',
      en: 'Physical violence (visible injuries, the child’s concrete account)',
    },
    all: [[police110]],
    when: 'immediately',
    inParallel: courtInWriting,
    source: 'K table 7',
  },
  {
    situation: 'injuriesUnexplained',
    title: {
      lv: 'Bērns nevar paskaidrot ievainojumus, vai tie ir sistemātiski',
      en: 'The child cannot explain injuries, or they are systematic',
    },
    all: [[police110]],
    when: 'immediately',
    inParallel: courtInWriting,
    source: 'K L2528–2540',
  },
  {
    situation: 'afraidToGoHome',
    title: {
      lv: 'Bērns baidās atgriezties mājās un min vardarbību kā iemeslu',
      en: 'The child is afraid to go home and names violence as the reason',
    },
    all: [[police110]],
    when: 'immediately',
    inParallel: courtInWriting,
    source: 'K L2528–2540',
  },
  {
    situation: 'physicalViolenceSuspected',
    title: {
      lv: 'Fiziska vardarbība (aizdomas bez skaidriem pierādījumiem)',
      en: 'Physical violence (suspicion with no clear evidence)',
    },
    all: [[courtInWriting]],
    when: 'sameDay',
    inParallel: { to: 'statePolice', channel: 'localStation' },
    source: 'K table 7',
  },
  {
    situation: 'sexualViolence',
    title: { lv: 'Seksuāla vardarbība', en: 'Sexual violence' },
    all: [[police110]],
    when: 'immediately',
    inParallel: courtInWriting,
    source: 'K table 7',
  },
  {
    situation: 'emotionalViolenceSevere',
    title: {
      lv: 'Emocionāla vardarbība (sistemātiska, smaga)',
      en: 'Emotional violence (systematic or severe)',
    },
    all: [[courtInWriting], [police110]],
    when: 'sameDay',
    source: 'K table 7',
  },
  {
    situation: 'emotionalViolenceSingle',
    title: { lv: 'Emocionāla vardarbība (atsevišķi gadījumi)', en: 'Emotional violence (single cases)' },
    all: [[courtInWriting]],
    when: 'sameDay',
    source: 'K table 7',
  },
  {
    situation: 'neglect',
    title: { lv: 'Pamešana novārtā (ilgstoša nolaidība)', en: 'Neglect (long-lasting)' },
    all: [[courtInWriting]],
    when: 'sameDay',
    source: 'K table 7',
  },
  {
    situation: 'youngChildUnsupervised',
    title: { lv: 'Bērns līdz 7 gadiem bez uzraudzības', en: 'A child under 7 without supervision' },
    all: [[police110, courtInWriting]],
    when: 'immediately',
    source: 'K table 7',
  },
  {
    situation: 'acuteDanger',
    title: {
      lv: 'Bērns akūtā apdraudējumā (ilgstoši neapmeklē izglītības iestādi, un ar vecākiem nav iespējams sazināties)',
      en: 'A child in acute danger (long absent and the parents cannot be reached)',
    },
    all: [[police110]],
    when: 'immediately',
    source: 'K table 7',
  },
  {
    situation: 'adultsThreaten',
    title: {
      lv: 'Vecāki vai citi pieaugušie izturas agresīvi, draud pedagogiem vai administrācijai',
      en: 'Parents or other adults are aggressive or threaten staff',
    },
    all: [[police110]],
    when: 'immediately',
    source: 'K table 7',
  },
  {
    situation: 'learnerIntoxicated',
    title: {
      lv: 'Aizdomas, ka nepilngadīgs izglītojamais lietojis apreibinošas vielas, vai tās atrastas pie viņa izglītības iestādē',
      en: 'A minor learner is suspected of intoxication, or substances are found on the learner at school',
    },
    all: [[police110]],
    when: 'immediately',
    source: 'K L2536',
  },
  {
    situation: 'unlawfulAct',
    title: {
      lv: 'Cita izglītojamā prettiesiska rīcība (vardarbība, noziedzīga nodarījuma pazīmes, narkotiskās vielas, alkohols)',
      en: 'Another unlawful act by a learner (violence, signs of a crime, drugs, alcohol)',
    },
    all: [
      [
        police110,
        { to: 'statePolice', channel: 'localStation', onlyIfNotAcute: true },
        { to: 'statePolice', channel: 'juvenileInspector', onlyIfNotAcute: true },
        { to: 'municipalPolice', channel: 'free', onlyIfNotAcute: true },
      ],
    ],
    // Table 7 says “by urgency”; 5.10 says at once. The stricter ships.
    when: 'immediately',
    source: 'K 5.10 L4003',
  },
  {
    situation: 'violenceAtSchool',
    title: {
      lv: 'Tieša vardarbības vai draudu situācija izglītības iestādē',
      en: 'Direct violence or threat at the school',
    },
    all: [[police110]],
    when: 'immediately',
    source: 'K table 7',
  },
  {
    situation: 'broughtToSafetyByForce',
    title: {
      lv: 'Nepieciešams nodrošināt izglītojamā piespiedu nogādāšanu drošā vietā',
      en: 'The child must be brought to safety by force',
    },
    // The table gives the number 110 for both; it is the police's number, so the court's channel is free.
    all: [[police110], [{ to: 'orphansCourt', channel: 'free' }]],
    when: 'immediately',
    source: 'K table 7',
  },
  {
    situation: 'suicidalSigns',
    title: {
      lv: 'Pašnāvības domu vai mēģinājuma pazīmes',
      en: 'Signs of suicidal thoughts or of an attempt',
    },
    all: [
      [
        { to: 'statePolice', channel: 'free' },
        { to: 'orphansCourt', channel: 'free' },
      ],
    ],
    when: 'immediately',
    source: 'S annex 2.2',
  },
  {
    situation: 'byOfficial',
    title: {
      lv: 'Izglītības iestādes darbinieka vai amatpersonas vardarbība pret bērnu',
      en: 'Violence against a child by an employee or official',
    },
    all: [[{ to: 'childProtectionCentre', channel: 'free' }]],
    when: 'immediately',
    source: 'K table 11 B; S annex 2.3',
  },
  {
    situation: 'unclear',
    title: { lv: 'Šaubas, kurš gadījums tas ir', en: 'Doubt about which case it is' },
    all: [[courtInWriting]],
    when: 'sameDay',
    source: 'K 4.3 police L2561',
  },
];

/** The row of a situation. */
export function rowOf(situation: DangerSituation): ReportRow {
  const row = tableSeven.find((one) => one.situation === situation);
  if (row === undefined) throw new Error(`table 7 has no row for ${situation}`);
  return row;
}

/** Is the same day enough here, where nothing makes it acute? */
export function actsSameDay(situation: DangerSituation): boolean {
  return rowOf(situation).when === 'sameDay';
}

/** The bodies that must all be told, where the row names more than one; else an empty list. */
export function needsBoth(situation: DangerSituation): readonly DangerRecipient[] {
  const { all } = rowOf(situation);
  return all.length < 2 ? [] : all.flatMap((options) => options.map(({ to }) => to));
}
