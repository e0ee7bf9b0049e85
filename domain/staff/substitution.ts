/**
 * Who stands in for somebody on leave. Chains are followed (A → B → C) past those who are away themselves or must not
 * know (rules of conduct 3); what has no end goes on until it is ended.
 */
import type { Instant } from '../time.ts';

/** `until` is the first moment after it; null = no end is known. */
export type Period = { readonly from: Instant; readonly until: Instant | null };

export type Absence = Period & { readonly institutionId: string; readonly personId: string };

/** `substituteId` stands in for `personId` in the institution while that one is absent. */
export type Substitute = Period & {
  readonly institutionId: string;
  readonly personId: string;
  readonly substituteId: string;
};

export type Leave = { readonly absences: readonly Absence[]; readonly substitutes: readonly Substitute[] };

export const noLeave: Leave = { absences: [], substitutes: [] };

/** Does the moment lie in the period? */
export function holdsAt({ from, until }: Period, at: Instant): boolean {
  return from <= at && (until === null || at < until);
}

/** Is there a moment that lies in both? */
export function overlap(a: Period, b: Period): boolean {
  return (a.until === null || b.from < a.until) && (b.until === null || a.from < b.until);
}

export function isAbsent(leave: Leave, institutionId: string, personId: string, at: Instant): boolean {
  return leave.absences.some(
    (one) => one.institutionId === institutionId && one.personId === personId && holdsAt(one, at),
  );
}

/**
 * The first in the chain who is there and may know; null where the person is not absent, nobody is named, or the chain
 * ends. Of one who must not know the access is nobody else's either: there it is null at once (rules of conduct 3).
 */
export function standInFor(
  leave: Leave,
  institutionId: string,
  personId: string,
  at: Instant,
  excluded: readonly string[] = [],
): string | null {
  if (excluded.includes(personId) || !isAbsent(leave, institutionId, personId, at)) return null;
  const met = new Set([personId]);
  let current = personId;
  for (;;) {
    const next = leave.substitutes.find(
      (one) => one.institutionId === institutionId && one.personId === current && holdsAt(one, at),
    )?.substituteId;
    // A circle is refused when it is entered; one that came in otherwise ends the chain.
    if (next === undefined || met.has(next)) return null;
    if (!excluded.includes(next) && !isAbsent(leave, institutionId, next, at)) return next;
    met.add(next);
    current = next;
  }
}

/** Would the new line close a circle at some moment (A → B → A), or name a second substitute for the same time? */
export function substituteFault(
  existing: readonly Substitute[],
  added: Substitute,
): 'circle' | 'second' | null {
  const here = existing.filter((one) => one.institutionId === added.institutionId);
  if (here.some((one) => one.personId === added.personId && overlap(one, added))) return 'second';
  return leadsTo(here, added.substituteId, added.personId, added, new Set()) ? 'circle' : null;
}

function leadsTo(
  lines: readonly Substitute[],
  from: string,
  to: string,
  during: Period,
  met: ReadonlySet<string>,
): boolean {
  if (from === to) return true;
  if (met.has(from)) return false;
  return lines.some(
    (one) =>
      one.personId === from &&
      overlap(one, during) &&
      leadsTo(lines, one.substituteId, to, shared(one, during), new Set([...met, from])),
  );
}

/** The time that two overlapping periods have in common. */
function shared(a: Period, b: Period): Period {
  const ends = [a.until, b.until].filter((one) => one !== null).sort();
  return { from: a.from > b.from ? a.from : b.from, until: ends[0] ?? null };
}

/** A role held by somebody in person. */
export type Holding<R> = Period & {
  readonly institutionId: string;
  readonly personId: string;
  readonly role: R;
};

/** A role held in the place of somebody absent. */
export type StandIn<R> = Holding<R> & { readonly inPlaceOf: string };

/**
 * Who holds which role in whose place from `now` on: the absences cut at every moment at which the chain may change.
 * What one holds in person is not held again in another's place.
 */
export function standIns<R>(
  holdings: readonly Holding<R>[],
  leave: Leave,
  now: Instant,
): readonly StandIn<R>[] {
  return leave.absences.flatMap((absence) =>
    holdings
      .filter(
        (one) =>
          one.institutionId === absence.institutionId &&
          one.personId === absence.personId &&
          overlap(one, absence),
      )
      .flatMap((held) => segments(shared(held, absence), leave, absence.institutionId, now, held)),
  );
}

function segments<R>(
  time: Period,
  leave: Leave,
  institutionId: string,
  now: Instant,
  held: Holding<R>,
): readonly StandIn<R>[] {
  const from = time.from < now ? now : time.from;
  if (time.until !== null && time.until <= from) return [];
  const cuts = [...leave.absences, ...leave.substitutes]
    .filter((one) => one.institutionId === institutionId)
    .flatMap((one) => (one.until === null ? [one.from] : [one.from, one.until]))
    .filter((cut) => cut > from && (time.until === null || cut < time.until));
  const starts = [from, ...[...new Set(cuts)].sort()];
  const pieces: StandIn<R>[] = [];
  for (const [index, start] of starts.entries()) {
    const until = starts[index + 1] ?? time.until;
    const personId = standInFor(leave, institutionId, held.personId, start);
    if (personId === null) continue;
    const last = pieces.at(-1);
    if (last !== undefined && last.personId === personId && last.until === start) {
      pieces[pieces.length - 1] = { ...last, until };
    } else {
      pieces.push({ institutionId, role: held.role, inPlaceOf: held.personId, personId, from: start, until });
    }
  }
  return pieces;
}
