/** To whom, how and by when a described danger to a child is reported. The product itself reports to nobody. */
import type { Bilingual, Source } from '../procedure/duty-definition.ts';
import { type DangerRecipient, type DangerSituation, dangerSituations } from './situation.ts';
import {
  type ReportChannel,
  type ReportOption,
  type ReportRow,
  type ReportTime,
  rowOf,
} from './table-seven.ts';

/** What a person says of the danger: the row they picked, and what else is known. */
export type DescribedDanger = {
  readonly situation: DangerSituation;
  /** Safety is at stake this minute: 110 comes first, whatever the row says. */
  readonly acute?: boolean;
  /** Visible injuries or the child's concrete account. */
  readonly clearEvidence?: boolean;
  /** Repeated or severe, in emotional violence. */
  readonly systematic?: boolean;
  /** Injuries that the child cannot explain, or that repeat. */
  readonly injuriesUnexplained?: boolean;
  readonly afraidToGoHome?: boolean;
  readonly ageUnder7?: boolean;
  readonly unsupervised?: boolean;
  readonly byOfficial?: boolean;
  readonly learnerUnderInfluence?: boolean;
  /** Signs of a crime: the municipal police may not investigate it. */
  readonly signsOfCrime?: boolean;
  readonly suicidalSigns?: boolean;
  readonly inDoubt?: boolean;
};

/** One way of making a report. */
export type RouteOption = {
  readonly to: DangerRecipient;
  readonly channel: ReportChannel;
  /** A non-acute report by phone or word is followed by a written one; none is stated after a 110 call. */
  readonly writtenFollows: boolean;
  /** The municipal police hands a crime on to the state police at once. */
  readonly passesCrimeTo?: 'statePolice';
};

/** One report to make; any one of its options is enough. */
export type ReportRoute = {
  readonly situation: DangerSituation;
  readonly options: readonly RouteOption[];
  readonly when: ReportTime;
  readonly binding: 'required' | 'recommended';
  readonly text: Bilingual;
  readonly source: Source;
};

/**
 * The reports to make: immediate before same-day ones, in each 110 calls first; recommended ones last. Total and never empty. Sources: K table 7 with its notes, K 4.3 police 2, K 5.10, K table 11 B, S annex 2.
 */
export function reportRoutes(danger: DescribedDanger): readonly ReportRoute[] {
  const routes = situationsOf(danger).flatMap((situation) => routesOf(rowOf(situation), danger));
  const calls110 = routes.some(({ binding, options }) => binding === 'required' && startsWith110(options));
  const all = danger.acute === true && !calls110 ? [acuteCall(danger.situation), ...routes] : routes;
  return withoutRepeats([...all].sort((a, b) => rankOf(a) - rankOf(b)));
}

/** Rows that the description comes under: the one picked, made stricter where more is known, and those added. */
function situationsOf(danger: DescribedDanger): readonly DangerSituation[] {
  const found = new Set<DangerSituation>([stricter(danger)]);
  if (danger.injuriesUnexplained === true) found.add('injuriesUnexplained');
  if (danger.afraidToGoHome === true) found.add('afraidToGoHome');
  if (danger.ageUnder7 === true && danger.unsupervised === true) found.add('youngChildUnsupervised');
  if (danger.byOfficial === true) found.add('byOfficial');
  if (danger.learnerUnderInfluence === true) found.add('learnerIntoxicated');
  if (danger.suicidalSigns === true) found.add('suicidalSigns');
  if (danger.inDoubt === true) found.add('unclear');
  return dangerSituations.filter((situation) => found.has(situation));
}

function stricter({ situation, clearEvidence, systematic }: DescribedDanger): DangerSituation {
  if (situation === 'physicalViolenceSuspected' && clearEvidence === true) return 'physicalViolenceEvident';
  if (situation === 'emotionalViolenceSingle' && systematic === true) return 'emotionalViolenceSevere';
  return situation;
}

function routesOf(row: ReportRow, danger: DescribedDanger): readonly ReportRoute[] {
  const required = row.all.map((options) => route(row, options, 'required', danger));
  return row.inParallel === undefined
    ? required
    : [...required, route(row, [row.inParallel], 'recommended', danger)];
}

function route(
  { situation, when, source }: ReportRow,
  options: readonly ReportOption[],
  binding: ReportRoute['binding'],
  danger: DescribedDanger,
): ReportRoute {
  const acute = danger.acute === true;
  const open = options
    .filter(({ onlyIfNotAcute }) => onlyIfNotAcute !== true || !acute)
    .filter(({ to }) => to !== 'municipalPolice' || danger.signsOfCrime !== true)
    .map((option) => routeOption(option, acute));
  const time = acute ? 'immediately' : when;
  return { situation, options: open, when: time, binding, text: textOf(open, time, binding), source };
}

function routeOption({ to, channel }: ReportOption, acute: boolean): RouteOption {
  const spoken = channel !== 'call110' && channel !== 'inWriting';
  const option = { to, channel, writtenFollows: spoken && !acute };
  return to === 'municipalPolice' ? { ...option, passesCrimeTo: 'statePolice' } : option;
}

function acuteCall(situation: DangerSituation): ReportRoute {
  const options: readonly RouteOption[] = [{ to: 'statePolice', channel: 'call110', writtenFollows: false }];
  return {
    situation,
    options,
    when: 'immediately',
    binding: 'required',
    text: textOf(options, 'immediately', 'required'),
    source: 'K 4.3 police 2',
  };
}

function startsWith110(options: readonly RouteOption[]): boolean {
  return options[0]?.channel === 'call110';
}

function rankOf({ options, when, binding }: ReportRoute): number {
  if (binding === 'recommended') return 4;
  const by110 = startsWith110(options);
  return when === 'immediately' ? (by110 ? 0 : 1) : by110 ? 2 : 3;
}

/** Leaves out a route that an earlier one already covers: the same options, or a recommended one already required. */
function withoutRepeats(routes: readonly ReportRoute[]): readonly ReportRoute[] {
  const kept: ReportRoute[] = [];
  for (const next of routes) {
    const repeated = kept.some(
      (earlier) =>
        sameOptions(earlier, next) ||
        (next.binding === 'recommended' &&
          tells(
            earlier,
            next.options.map(({ to }) => to),
          )),
    );
    if (!repeated) kept.push(next);
  }
  return kept;
}

function sameOptions(a: ReportRoute, b: ReportRoute): boolean {
  const written = ({ options }: ReportRoute) => options.map(({ to, channel }) => `${to}:${channel}`).join();
  return written(a) === written(b);
}

function tells({ options }: ReportRoute, recipients: readonly DangerRecipient[]): boolean {
  return options.every(({ to }) => recipients.includes(to));
}

function textOf(
  options: readonly RouteOption[],
  when: ReportTime,
  binding: ReportRoute['binding'],
): Bilingual {
  const lv = options.map(optionLv).join(' vai ').replaceAll('110 vai', '110, vai');
  const en = options.map(optionEn).join(' or ');
  if (binding === 'recommended') {
    return {
      lv: `Ieteicams vienlaikus ziņot arī ${lv}.`,
      en: `It is recommended to report to ${en} in parallel.`,
    };
  }
  return when === 'immediately'
    ? { lv: `Nekavējoties ziņojiet ${lv}.`, en: `Report at once to ${en}.` }
    : { lv: `Tajā pašā dienā ziņojiet ${lv}.`, en: `Report the same day to ${en}.` };
}

function optionLv({ to, channel, writtenFollows }: RouteOption): string {
  return `${recipientsLv[to]}${channelsLv[channel]}${writtenFollows ? ' (pēc tam rakstveidā)' : ''}`;
}

function optionEn({ to, channel, writtenFollows }: RouteOption): string {
  return `${recipientsEn[to]}${channelsEn[channel]}${writtenFollows ? ' (then in writing)' : ''}`;
}

const recipientsLv: Readonly<Record<DangerRecipient, string>> = {
  statePolice: 'Valsts policijai',
  municipalPolice: 'pašvaldības policijai',
  orphansCourt: 'bāriņtiesai',
  childProtectionCentre: 'Bērnu aizsardzības centram',
  socialService: 'sociālajam dienestam',
};

const recipientsEn: Readonly<Record<DangerRecipient, string>> = {
  statePolice: 'the State Police',
  municipalPolice: 'the municipal police',
  orphansCourt: 'the orphan’s court',
  childProtectionCentre: 'the Child Protection Centre',
  socialService: 'the social service',
};

const channelsLv: Readonly<Record<ReportChannel, string>> = {
  call110: ', zvanot pa tālruni 110',
  inWriting: ' rakstveidā',
  localStation: ' vietējā iecirknī',
  juvenileInspector: ' – nepilngadīgo lietu inspektoram',
  free: '',
};

const channelsEn: Readonly<Record<ReportChannel, string>> = {
  call110: ' by calling 110',
  inWriting: ' in writing',
  localStation: ' at the local station',
  juvenileInspector: ' – the juvenile inspector',
  free: '',
};
