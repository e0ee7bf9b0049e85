/** What settles a duty, found among the facts. */
import { fieldOf } from '../dossier/event.ts';
import { compareFacts, type Fact } from '../dossier/facts.ts';
import type { Correlation, FactPattern, Fulfilment } from '../procedure/duty-definition.ts';
import type { Instant } from '../time.ts';
import type { DutyPart } from './duty.ts';
import { correlates, type MatchContext, matches, matching, type Start } from './match.ts';

export type FulfilmentResult = {
  /** The facts that together fulfil, in order; null while something is missing. */
  readonly facts: readonly Fact[] | null;
  readonly parts: readonly DutyPart[];
};

export type FulfilmentSearch = {
  readonly key: string;
  readonly start: Start;
  readonly context: MatchContext;
  /** Only a fact that comes strictly after the start may settle (a review never settles itself). */
  readonly strictlyAfter: boolean;
  /** Facts recorded until then do not count: the duty was reopened. */
  readonly reopenedAt: Instant | null;
};

/** Evaluates the whole tree: all parts, any of several, one for each element, or reaching several receivers. */
export function evaluateFulfilment(fulfilment: Fulfilment, search: FulfilmentSearch): FulfilmentResult {
  if ('allOf' in fulfilment) {
    const results = fulfilment.allOf.map((one) => evaluateFulfilment(one, search));
    const parts = results.flatMap((result) => result.parts);
    const found = results.map((result) => result.facts);
    return { facts: found.every((facts) => facts !== null) ? inOrder(found.flat()) : null, parts };
  }
  if ('anyOf' in fulfilment) return earliest(fulfilment.anyOf.map((one) => evaluateFulfilment(one, search)));
  if ('perElement' in fulfilment) return everyElement(fulfilment, search);
  if ('reaching' in fulfilment) return everyReceiver(fulfilment, search);
  const fact = candidates(fulfilment.by, fulfilment.match, search)[0] ?? null;
  const parts =
    fulfilment.part === undefined ? [] : [{ part: fulfilment.part, doneBy: fact?.event.id ?? null }];
  return { facts: fact === null ? null : [fact], parts };
}

/** Could this fact count towards the duty? */
function mayCount(
  fact: Fact,
  by: FactPattern,
  match: readonly Correlation[] | undefined,
  search: FulfilmentSearch,
): boolean {
  const { start, context, key } = search;
  if (fact.event.id === start.fact.event.id || !matches(fact, by, context)) return false;
  if (match !== undefined && match.length > 0) return correlates(fact, start, match);
  const aimed = fact.event.settles;
  if (aimed !== undefined && aimed.length > 0 && !aimed.includes(key)) return false;
  return search.strictlyAfter ? compareFacts(fact, start.fact) > 0 : fact.moment.day >= start.fact.moment.day;
}

function candidates(
  by: FactPattern,
  match: readonly Correlation[] | undefined,
  search: FulfilmentSearch,
): readonly Fact[] {
  const { reopenedAt } = search;
  return matching(by, search.context).filter(
    (fact) =>
      (reopenedAt === null || fact.event.recordedAt > reopenedAt) && mayCount(fact, by, match, search),
  );
}

function earliest(results: readonly FulfilmentResult[]): FulfilmentResult {
  const parts = results.flatMap((result) => result.parts);
  const done = results.flatMap(({ facts }) => (facts === null ? [] : [facts]));
  const ends = done.map((facts) => ({ facts, last: facts.at(-1) }));
  const first = ends.sort((a, b) =>
    a.last === undefined ? -1 : b.last === undefined ? 1 : compareFacts(a.last, b.last),
  )[0];
  return { facts: first?.facts ?? null, parts };
}

function everyElement(
  fulfilment: Extract<Fulfilment, { perElement: string }>,
  search: FulfilmentSearch,
): FulfilmentResult {
  const elements = listOf(fieldOf(search.start.fact.event, fulfilment.perElement));
  const later = candidates(fulfilment.by, fulfilment.match, search);
  const found = elements.map((element) => ({
    element,
    fact:
      later.find((fact) => listOf(fieldOf(fact.event, fulfilment.elementField)).includes(element)) ?? null,
  }));
  const facts = found.flatMap(({ fact }) => (fact === null ? [] : [fact]));
  return {
    facts: elements.length > 0 && facts.length === elements.length ? inOrder(facts) : null,
    parts: found.map(({ element, fact }) => ({ part: element, doneBy: fact?.event.id ?? null })),
  };
}

function everyReceiver(
  fulfilment: Extract<Fulfilment, { reaching: unknown }>,
  search: FulfilmentSearch,
): FulfilmentResult {
  const { institutions } = search.context.setting;
  const later = candidates(fulfilment.by, undefined, search);
  const found = fulfilment.reaching.map((kind) => ({
    kind,
    fact:
      later.find((fact) =>
        listOf(fieldOf(fact.event, fulfilment.field)).some((id) => institutions[id]?.kind === kind),
      ) ?? null,
  }));
  const facts = found.flatMap(({ fact }) => (fact === null ? [] : [fact]));
  return {
    facts: facts.length === fulfilment.reaching.length ? inOrder(facts) : null,
    parts: found.map(({ kind, fact }) => ({ part: kind, doneBy: fact?.event.id ?? null })),
  };
}

function listOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];
}

function inOrder(facts: readonly (Fact | null)[]): readonly Fact[] {
  return facts.filter((fact): fact is Fact => fact !== null).sort(compareFacts);
}
