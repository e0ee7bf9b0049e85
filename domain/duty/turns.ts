/**
 * What withdrawals and reopenings did to duties: which ones became open a second time, and when, and which ones
 * lost their ground. Seen from the product: of each moment at which such a fact was recorded, what held just
 * before is compared with what held just after, so that facts added later never change what is counted here.
 */

import type { DossierEvent } from '../dossier/event.ts';
import { compareFacts, type Fact, momentOf } from '../dossier/facts.ts';
import type { Instant } from '../time.ts';
import type { Duty, Settlement } from './duty.ts';

export type Turns = {
  /** By duty key, the moments at which the duty was open again or its due moment was put back. */
  readonly reopenedAt: ReadonlyMap<string, readonly Instant[]>;
  /** Duties whose starting fact no longer holds, superseded by the fact that took it away. */
  readonly gone: readonly Duty[];
};

type Compute = (events: readonly DossierEvent[]) => readonly Duty[];
type Gone = { readonly duty: Duty; readonly since: Instant };

/** A word on a reply may take back that it was the answer. */
const turning: ReadonlySet<string> = new Set([
  'fact.withdrawn',
  'duty.reopened',
  'case.reopened',
  'mailReply.confirmed',
]);

/** Compares before and after for each moment at which a turning fact was recorded. Costs nothing without one. */
export function turnsOf(events: readonly DossierEvent[], compute: Compute): Turns {
  const moments = [
    ...new Set(events.filter(({ type }) => turning.has(type)).map(({ recordedAt }) => recordedAt)),
  ].sort();
  const reopenedAt = new Map<string, Instant[]>();
  const gone = new Map<string, Gone>();
  for (const at of moments) {
    const before = byKey(compute(events.filter(({ recordedAt }) => recordedAt < at)));
    const after = byKey(compute(events.filter(({ recordedAt }) => recordedAt <= at)));
    noteReturns(before, gone, reopenedAt, events, compute);
    for (const [key, duty] of after) {
      if (duty.settled === null && (gone.has(key) || opensAgain(before.get(key), duty))) {
        push(reopenedAt, key, at);
      }
      gone.delete(key);
    }
    for (const [key, duty] of before) {
      if (!after.has(key)) gone.set(key, { duty: superseded(duty, at, events), since: at });
    }
  }
  if (gone.size > 0) noteReturns(byKey(compute(events)), gone, reopenedAt, events, compute);
  return { reopenedAt, gone: [...gone.values()].map(({ duty }) => duty) };
}

function byKey(duties: readonly Duty[]): ReadonlyMap<string, Duty> {
  return new Map(duties.map((duty) => [duty.key, duty]));
}

function opensAgain(before: Duty | undefined, after: Duty): boolean {
  return before !== undefined && (before.settled !== null || before.due?.at !== after.due?.at);
}

/** A ground that was withdrawn and came back with an ordinary fact (the same referral recorded anew). */
function noteReturns(
  present: ReadonlyMap<string, Duty>,
  gone: Map<string, Gone>,
  reopenedAt: Map<string, Instant[]>,
  events: readonly DossierEvent[],
  compute: Compute,
): void {
  for (const [key, { since }] of gone) {
    if (!present.has(key)) continue;
    gone.delete(key);
    const returned = returnOf(key, since, events, compute);
    if (returned !== null) push(reopenedAt, key, returned);
  }
}

/** The moment at which the duty was there again, or null where it came back settled. */
function returnOf(
  key: string,
  since: Instant,
  events: readonly DossierEvent[],
  compute: Compute,
): Instant | null {
  const later = [...new Set(events.map(({ recordedAt }) => recordedAt))].filter((at) => at > since).sort();
  for (const at of later) {
    const duty = compute(events.filter(({ recordedAt }) => recordedAt <= at)).find((one) => one.key === key);
    if (duty !== undefined) return duty.settled === null ? at : null;
  }
  return null;
}

function push(map: Map<string, Instant[]>, key: string, at: Instant): void {
  map.set(key, [...(map.get(key) ?? []), at]);
}

/** The duty as it was, ended by the facts that withdrew one of its starting facts (else by all recorded then). */
function superseded(duty: Duty, at: Instant, events: readonly DossierEvent[]): Duty {
  const then: readonly Fact[] = events
    .filter(({ type, recordedAt }) => recordedAt === at && turning.has(type))
    .map((event) => ({ event, moment: momentOf(event) }))
    .sort(compareFacts);
  const own = then.filter(
    ({ event }) => event.type === 'fact.withdrawn' && duty.startedBy.includes(event.data.eventId),
  );
  const by = own.length > 0 ? own : then;
  const last = by.at(-1);
  const settled: Settlement | null =
    last === undefined
      ? null
      : {
          how: 'superseded',
          at: last.moment.at,
          day: last.moment.day,
          recordedAt: at,
          eventIds: by.map(({ event }) => event.id),
        };
  // What was under way about it ends with its ground.
  const { tellings: _, ...ended } = duty;
  return { ...ended, settled, held: false };
}
