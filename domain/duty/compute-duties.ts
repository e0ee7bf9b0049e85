/**
 * From the facts to the duties: who owes what to whom by when and why. Pure, total and deterministic; the same
 * facts entered in any order give the same duties.
 */
import type { DossierEvent } from '../dossier/event.ts';
import { fieldOf } from '../dossier/event.ts';
import { compareFacts, type Fact, type Facts, gatherFacts, momentOfValue } from '../dossier/facts.ts';
import { type DossierState, stateOf } from '../dossier/state.ts';
import type { DutyDefinition, FactPattern } from '../procedure/duty-definition.ts';
import type { Procedure } from '../procedure/procedure.ts';
import { maxOf } from '../time.ts';
import { buildDuty } from './build-duty.ts';
import type { Duty } from './duty.ts';
import { type MatchContext, matches, matching, meets, type Start } from './match.ts';
import type { DossierSetting } from './setting.ts';
import type { StartedDuty } from './started-duty.ts';
import { turnsOf } from './turns.ts';

/**
 * All duties of a dossier, open and settled, in the order of their keys.
 * Rows that the municipality has switched off, or that are on offer and not switched on, give none.
 */
export function computeDuties(
  procedure: Procedure,
  events: readonly DossierEvent[],
  setting: DossierSetting,
): readonly Duty[] {
  return computeDossier(procedure, events, setting).duties;
}

export type ComputedDossier = {
  readonly facts: Facts;
  readonly state: DossierState;
  readonly duties: readonly Duty[];
};

/** As `computeDuties`, with what was folded on the way, for callers that need it too. */
export function computeDossier(
  procedure: Procedure,
  events: readonly DossierEvent[],
  setting: DossierSetting,
): ComputedDossier {
  const rows = procedure.duties.filter((definition) => isOn(definition, setting));
  const computed = computeAsOf(rows, events, setting);
  const { reopenedAt, gone } = turnsOf(events, (until) => computeAsOf(rows, until, setting).duties);
  const duties = [...computed.duties, ...gone].map((duty) => {
    const reopenings = reopenedAt.get(duty.key) ?? [];
    return reopenings.length === 0
      ? duty
      : {
          ...duty,
          knownAt: maxOf(duty.knownAt, ...reopenings),
          generation: duty.generation + reopenings.length,
        };
  });
  return { ...computed, duties: duties.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)) };
}

/** What these facts give by themselves, without regard to what was open or settled on the way. */
function computeAsOf(
  rows: readonly DutyDefinition[],
  events: readonly DossierEvent[],
  setting: DossierSetting,
): ComputedDossier {
  const facts = gatherFacts(events);
  const state = stateOf(facts, setting.institutionOfPerson);
  const context: MatchContext = { facts, state, setting };
  const duties = rows.flatMap((definition) =>
    startsOf(definition, context).map((started) =>
      buildDuty(fitted(definition, started.start, context), started, context),
    ),
  );
  return { facts, state, duties };
}

/** The row with what its first fitting variant says otherwise. */
function fitted(definition: DutyDefinition, { fact }: Start, context: MatchContext): DutyDefinition {
  const variant = definition.variants?.find(({ where }) => meets(fact, where, context));
  if (variant === undefined) return definition;
  const { where: _, ...differs } = variant;
  return { ...definition, ...differs };
}

/** Is this row switched on in the municipality? */
export function isOn(definition: DutyDefinition, setting: DossierSetting): boolean {
  const { switchedOn, switchedOff } = setting.municipality;
  if (definition.offer === 'on') return !switchedOff.includes(definition.id);
  return switchedOn.includes(definition.id);
}

function startsOf(definition: DutyDefinition, context: MatchContext): readonly StartedDuty[] {
  const { startsWhen } = definition;
  if ('all' in startsWhen) return startOnceAll(definition, startsWhen.all, context);
  if ('series' in startsWhen) return startSeries(definition, startsWhen.series, context);
  const { perId } = startsWhen;
  return matchingAny(startsWhen.each, context).flatMap((fact) =>
    elementsOf(fact, perId).map((element) => started(definition, { fact, element }, [fact], null)),
  );
}

/** One duty, running from the last of the facts needed, keyed by the one that matched the first pattern. */
function startOnceAll(
  definition: DutyDefinition,
  patterns: readonly FactPattern[],
  context: MatchContext,
): readonly StartedDuty[] {
  const first = patterns.map((pattern) => matching(pattern, context)[0] ?? null);
  const facts = first.filter((fact): fact is Fact => fact !== null);
  const [keyFact] = facts;
  const last = [...facts].sort(compareFacts).at(-1);
  if (facts.length < patterns.length || keyFact === undefined || last === undefined) return [];
  return [
    {
      ...started(definition, { fact: last, element: null }, facts, null),
      key: keyOf(definition, keyFact, null),
    },
  ];
}

/** Each start takes the place of the one before. */
function startSeries(
  definition: DutyDefinition,
  patterns: readonly FactPattern[],
  context: MatchContext,
): readonly StartedDuty[] {
  const facts = matchingAny(patterns, context);
  return facts.map((fact, index) =>
    started(definition, { fact, element: null }, [fact], facts[index + 1] ?? null),
  );
}

function matchingAny(patterns: readonly FactPattern[], context: MatchContext): readonly Fact[] {
  return context.facts.all.filter((fact) => patterns.some((pattern) => matches(fact, pattern, context)));
}

function elementsOf(fact: Fact, perId: string | undefined): readonly (string | null)[] {
  if (perId === undefined) return [null];
  const value = fieldOf(fact.event, perId);
  return Array.isArray(value)
    ? [...new Set(value.filter((one): one is string => typeof one === 'string'))]
    : [];
}

function started(
  definition: DutyDefinition,
  start: Start,
  by: readonly Fact[],
  replacedBy: Fact | null,
): StartedDuty {
  const from = definition.runsFrom === undefined ? undefined : fieldOf(start.fact.event, definition.runsFrom);
  return {
    key: keyOf(definition, start.fact, start.element),
    start,
    startedBy: by,
    replacedBy,
    isSeries: 'series' in definition.startsWhen,
    runsFrom: typeof from === 'string' ? momentOfValue(from, start.fact.event.occurredAt) : start.fact.moment,
  };
}

function keyOf(definition: DutyDefinition, fact: Fact, element: string | null): string {
  const subject = `${definition.id}:${fact.event.id}`;
  return element === null ? subject : `${subject}:${element}`;
}
