/** How a duty ended: fulfilled, waived with a reason, its ground gone, or closed with the dossier. */

import { compareFacts, type Fact, factsOf } from '../dossier/facts.ts';
import type { DutyDefinition } from '../procedure/duty-definition.ts';
import { compare, type Instant } from '../time.ts';
import type { SettledHow, Settlement } from './duty.ts';
import type { MailAnswer } from './mail-replies.ts';
import { correlates, type MatchContext, matching, referralOf } from './match.ts';
import type { StartedDuty } from './started-duty.ts';

/**
 * The earliest of what ended the duty; at the same moment fulfilment wins. Null while it is open.
 * `fulfilledBy` are the facts that fulfil it, `byMail` a reply that was confirmed as the answer, `reopenedAt` hides everything recorded until then.
 */
export function settlementOf(
  definition: DutyDefinition,
  started: StartedDuty,
  fulfilledBy: readonly Fact[] | null,
  context: MatchContext,
  reopenedAt: Instant | null,
  byMail: MailAnswer | null,
): Settlement | null {
  const counts = (fact: Fact) => reopenedAt === null || fact.event.recordedAt > reopenedAt;
  const ends = [
    end('fulfilled', fulfilledBy ?? []),
    end('fulfilled', byMail === null ? [] : [byMail.confirmedBy, byMail.reply]),
    end('superseded', first(groundsGone(definition, started, context).filter(counts))),
    end('waived', first(waivers(definition, started.key, context).filter(counts))),
    end('closed', first(closings(definition, started, context).filter(counts))),
  ].filter((one) => one !== null);
  const [earliest] = ends.sort((a, b) => compare(a.last.moment.at, b.last.moment.at));
  return earliest?.settlement ?? null;
}

function first(facts: readonly Fact[]): readonly Fact[] {
  return [...facts].sort(compareFacts).slice(0, 1);
}

function end(how: SettledHow, facts: readonly Fact[]): { last: Fact; settlement: Settlement } | null {
  const last = facts.at(-1);
  if (last === undefined) return null;
  const recordedAt = facts.reduce<Instant>(
    (latest, { event }) => (event.recordedAt > latest ? event.recordedAt : latest),
    last.event.recordedAt,
  );
  return {
    last,
    settlement: {
      how,
      at: last.moment.at,
      day: last.moment.day,
      recordedAt,
      eventIds: facts.map((fact) => fact.event.id),
    },
  };
}

/**
 * Facts that take the ground away: those the row names, the next start of a series, and for what a referral
 * started: the referral was withdrawn, declined or redirected.
 */
function groundsGone(
  definition: DutyDefinition,
  started: StartedDuty,
  context: MatchContext,
): readonly Fact[] {
  const named = (definition.endedBy ?? []).flatMap(({ by, match }) =>
    matching(by, context).filter((fact) =>
      match === undefined
        ? compareFacts(fact, started.start.fact) > 0 && !isUndoneClosing(fact, context)
        : correlates(fact, started.start, match),
    ),
  );
  const referralEnd = referralOf(started.start.fact, context)?.endedBy ?? null;
  const startsIt = started.start.fact.event.id === referralEnd?.event.id;
  return [
    ...named,
    ...(started.replacedBy === null ? [] : [started.replacedBy]),
    ...(referralEnd === null || startsIt ? [] : [referralEnd]),
  ];
}

/** A closing after which the dossier was opened again: what it ended is owed again. */
function isUndoneClosing({ event }: Fact, { state }: MatchContext): boolean {
  const closes = event.type === 'case.closed' || event.type === 'concern.closed';
  return closes && event.id !== state.closedBy?.event.id;
}

/** Danger is never waived: it ends when somebody enters whom they told (rules of conduct 2). */
function waivers(definition: DutyDefinition, key: string, { facts }: MatchContext): readonly Fact[] {
  if (definition.danger === true) return [];
  return factsOf(facts, 'duty.waived').filter(({ event }) => event.data.dutyKey === key);
}

/** The closing of the dossier, if it is closed now and the duty arose before; danger outlives it. */
function closings(
  definition: DutyDefinition,
  started: StartedDuty,
  { state }: MatchContext,
): readonly Fact[] {
  const { closedBy } = state;
  const before = closedBy !== null && compareFacts(started.start.fact, closedBy) <= 0;
  return before && definition.danger !== true ? [closedBy] : [];
}
