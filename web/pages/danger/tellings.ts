/**
 * Who is still to be told of the dangers of a dossier. Recorded is not reported, and sent is not received (R 2): only
 * what somebody entered about a report, and its receipt, moves anything here.
 */
import { type DangerRecipient, type ReportRoute, reportRoutes } from '../../../contracts/danger.ts';
import type { RecordedFact } from '../../requests/dossiers.ts';
import { type Answers, dangerOf } from './questions.ts';

type Fact = RecordedFact['event'];
type FactOf<T extends Fact['type']> = Extract<Fact, { readonly type: T }>;
type Report = FactOf<'danger.reported'>;

export type TellingState = 'untold' | 'unconfirmed' | 'told';

/** One report to make: for which dangers, and how it stands. */
export type Telling = {
  readonly route: ReportRoute;
  readonly dangerIds: readonly string[];
  readonly report: Report | null;
  readonly state: TellingState;
};

/** Channels by which a report lies somewhere until somebody says that it was received. */
const written: ReadonlySet<string> = new Set(['product', 'eAddress', 'recordSystem', 'email', 'paper']);

/** The dangers to record, one for each row that asks for a report of its own; the most urgent first. */
export function dangersToRecord(answers: Answers): readonly {
  readonly type: 'danger.suspected';
  readonly acute?: true;
  readonly data: { readonly kindCode: string; readonly ageUnder7?: true };
}[] {
  const danger = dangerOf(answers);
  const required = reportRoutes(danger).filter(({ binding }) => binding === 'required');
  return [...new Set(required.map(({ situation }) => situation))].map((kindCode) => ({
    type: 'danger.suspected',
    ...(danger.acute === true ? { acute: true } : {}),
    data: { kindCode, ...(danger.ageUnder7 === true ? { ageUnder7: true } : {}) },
  }));
}

/** What is to be told of the dangers that are still open; where none is, of those recorded last. */
export function tellingsOf(events: readonly Fact[]): readonly Telling[] {
  const withdrawn = new Set(
    events.flatMap((one) => (one.type === 'fact.withdrawn' ? [one.data.eventId] : [])),
  );
  const facts = events.filter(({ id }) => !withdrawn.has(id));
  const dangers = facts.filter((one) => one.type === 'danger.suspected');
  const all = joined(dangers.map((danger) => tellingsOfDanger(danger, facts)));
  const open = new Set(all.filter(isOpen).flatMap(({ dangerIds }) => dangerIds));
  const last = dangers.at(-1)?.recordedAt;
  const shown = dangers.filter(({ id, recordedAt }) => (open.size > 0 ? open.has(id) : recordedAt === last));
  return joined(shown.map((danger) => tellingsOfDanger(danger, facts)));
}

/** How the whole stands: as the report that is furthest behind. Recommended ones are nobody's duty. */
export function stateOf(tellings: readonly Telling[]): TellingState {
  const required = tellings.filter(({ route }) => route.binding === 'required');
  if (required.length === 0 || required.some(({ state }) => state === 'untold')) return 'untold';
  return required.some(({ state }) => state === 'unconfirmed') ? 'unconfirmed' : 'told';
}

function isOpen({ route, state }: Telling): boolean {
  return route.binding === 'required' && state !== 'told';
}

function tellingsOfDanger(danger: FactOf<'danger.suspected'>, facts: readonly Fact[]): readonly Telling[] {
  const described = { situation: danger.data.kindCode ?? ('unclear' as const), acute: danger.acute === true };
  return reportRoutes(described).map((route) => {
    const reports = facts.filter(
      (one) => one.type === 'danger.reported' && one.data.dangerId === danger.id && reaches(route, one),
    ) as readonly Report[];
    const report = reports.find((one) => isReceived(one, facts)) ?? reports.at(-1) ?? null;
    const state = report === null ? 'untold' : isReceived(report, facts) ? 'told' : 'unconfirmed';
    return { route, dangerIds: [danger.id], report, state };
  });
}

function reaches({ options }: ReportRoute, { data }: Report): boolean {
  const recipients: readonly DangerRecipient[] = options.map(({ to }) => to);
  return recipients.includes(data.recipientKindCode);
}

function isReceived({ id, data }: Report, facts: readonly Fact[]): boolean {
  return (
    !written.has(data.channelCode) ||
    facts.some((one) => one.type === 'danger.receiptConfirmed' && one.data.reportId === id)
  );
}

/** The same report for several dangers is made once; a recommended one is left out where it must be made anyway. */
function joined(lists: readonly (readonly Telling[])[]): readonly Telling[] {
  const found: Telling[] = [];
  for (const next of lists.flat().sort((a, b) => rank(a) - rank(b))) {
    const at = found.findIndex(
      ({ route }) => waysOf(route) === waysOf(next.route) || covers(route, next.route),
    );
    const same = found[at];
    if (same === undefined) found.push(next);
    else if (same.route.binding === next.route.binding)
      found[at] = {
        ...same,
        dangerIds: [...same.dangerIds, ...next.dangerIds],
        ...(behind(next.state) < behind(same.state) ? { report: next.report, state: next.state } : {}),
      };
  }
  return found;
}

function rank({ route }: Telling): number {
  return route.binding === 'recommended' ? 2 : route.when === 'immediately' ? 0 : 1;
}

function behind(state: TellingState): number {
  return state === 'untold' ? 0 : state === 'unconfirmed' ? 1 : 2;
}

function covers(earlier: ReportRoute, next: ReportRoute): boolean {
  return (
    next.binding === 'recommended' &&
    next.options.every(({ to }) => earlier.options.some((one) => one.to === to))
  );
}

function waysOf({ options }: ReportRoute): string {
  return options.map(({ to, channel }) => `${to}:${channel}`).join();
}
