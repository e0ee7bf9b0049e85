/**
 * The facts that count: the events of a dossier without those withdrawn, each with its real moment, in the order
 * in which they happened. Entering the same facts in another order gives the same list.
 */
import { atTime, type CalendarDay, dayOf, type Instant } from '../time.ts';
import { type DossierEvent, type EventType, type FactMoment, fieldOf, shapeOf } from './event.ts';

export type Fact = { readonly event: DossierEvent; readonly moment: FactMoment };

export type Facts = {
  /** Facts that hold, by real moment, then id. */
  readonly all: readonly Fact[];
  readonly ofType: ReadonlyMap<EventType, readonly Fact[]>;
  /** Facts that were withdrawn, with the moment at which the product came to know of the withdrawal. */
  readonly withdrawn: readonly { readonly fact: Fact; readonly recordedAt: Instant }[];
};

/**
 * The real moment of an event: the day or moment field that its type is dated by, else `occurredAt`. A day that
 * is not the day of `occurredAt` is put at noon, which only serves to order it.
 */
export function momentOf(event: DossierEvent): FactMoment {
  const { dated } = shapeOf(event.type);
  const value = dated === undefined ? undefined : fieldOf(event, dated);
  return typeof value === 'string' ? momentOfValue(value, event.occurredAt) : asMoment(event.occurredAt);
}

/** A day or moment written in a field, as a moment; `near` gives the hour where it falls on that day. */
export function momentOfValue(value: string, near: Instant): FactMoment {
  if (value.length > 10) return asMoment(value as Instant);
  const day = value as CalendarDay;
  return { day, at: dayOf(near) === day ? near : atTime(day, 12, 0) };
}

function asMoment(at: Instant): FactMoment {
  return { at, day: dayOf(at) };
}

/** Sorts and filters a dossier's events. Total: unknown targets and circles of withdrawals are passed over. */
export function gatherFacts(events: readonly DossierEvent[]): Facts {
  const withdrawals = withdrawalsByTarget(events);
  const ordered = events.map((event) => ({ event, moment: momentOf(event) })).sort(compareFacts);
  const all: Fact[] = [];
  const withdrawn: { fact: Fact; recordedAt: Instant }[] = [];
  const ofType = new Map<EventType, Fact[]>();
  for (const fact of ordered) {
    const withdrawal = effectiveWithdrawal(fact.event.id, withdrawals, new Set());
    if (withdrawal !== null) {
      withdrawn.push({ fact, recordedAt: withdrawal.recordedAt });
      continue;
    }
    all.push(fact);
    const sameType = ofType.get(fact.event.type);
    if (sameType === undefined) ofType.set(fact.event.type, [fact]);
    else sameType.push(fact);
  }
  return { all, ofType, withdrawn };
}

/** Orders facts by real moment, then id. */
export function compareFacts(a: Fact, b: Fact): number {
  return compareText(a.moment.at, b.moment.at) || compareText(a.event.id, b.event.id);
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function withdrawalsByTarget(events: readonly DossierEvent[]): ReadonlyMap<string, readonly DossierEvent[]> {
  const found = new Map<string, DossierEvent[]>();
  for (const event of events) {
    if (event.type !== 'fact.withdrawn') continue;
    const target = event.data.eventId;
    found.set(target, [...(found.get(target) ?? []), event]);
  }
  return found;
}

/** The earliest withdrawal of this fact that is not itself withdrawn, or null. */
function effectiveWithdrawal(
  id: string,
  withdrawals: ReadonlyMap<string, readonly DossierEvent[]>,
  visiting: ReadonlySet<string>,
): DossierEvent | null {
  if (visiting.has(id)) return null;
  const seen = new Set(visiting).add(id);
  const effective = (withdrawals.get(id) ?? []).filter(
    (withdrawal) => effectiveWithdrawal(withdrawal.id, withdrawals, seen) === null,
  );
  const [earliest] = effective.sort(
    (a, b) => compareText(a.recordedAt, b.recordedAt) || compareText(a.id, b.id),
  );
  return earliest ?? null;
}

/** Facts of one type, typed. */
export function factsOf<T extends EventType>(
  facts: Facts,
  type: T,
): readonly (Fact & { readonly event: Extract<DossierEvent, { type: T }> })[] {
  return (facts.ofType.get(type) ?? []) as readonly (Fact & {
    readonly event: Extract<DossierEvent, { type: T }>;
  })[];
}
