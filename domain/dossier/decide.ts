/**
 * May these facts be recorded, and what follows at once? `decide` takes what is known and what somebody wants to
 * record, and gives the events to append or the first refusal. Danger is never refused by a rule of order
 * (rules of conduct 5).
 */

import { computeDossier } from '../duty/compute-duties.ts';
import type { Duty } from '../duty/duty.ts';
import type { DossierSetting } from '../duty/setting.ts';
import type { Procedure } from '../procedure/procedure.ts';
import { addMinutes, dayOf, type Instant, isInstant, maxOf, plusMilliseconds } from '../time.ts';
import { checkFact } from './check-fact.ts';
import type { DossierEvent, EventType } from './event.ts';
import { isEventType, shapeOf } from './event.ts';
import type { Fact } from './facts.ts';
import type { Refusal } from './refusal.ts';
import { rulesOfOrder } from './rules-of-order.ts';

/** A fact that somebody wants to record. `id` is given by the caller: the core makes none. */
export type FactInput = {
  readonly id: string;
  readonly type: EventType;
  readonly occurredAt?: Instant;
  readonly acute?: boolean;
  readonly settles?: readonly string[];
  readonly data: Readonly<Record<string, unknown>>;
};

export type RecordFacts = {
  readonly facts: readonly FactInput[];
  readonly by: string;
  readonly institution: string;
  /** Fresh ids for what follows by itself, at least as many as facts. */
  readonly freshIds: readonly string[];
};

export type DossierKnown = {
  readonly procedure: Procedure;
  readonly setting: DossierSetting;
  readonly events: readonly DossierEvent[];
};

export type Decision = { readonly events: readonly DossierEvent[] } | Refusal;

/** Facts that are known before their day: an absence asked for, a period or a learner's start. */
const announced: ReadonlySet<EventType> = new Set([
  'absence.noted',
  'schoolYear.started',
  'period.started',
  'learner.enrolled',
]);

/** Emergencies that open a closed dossier again. */
const reopening: ReadonlySet<EventType> = new Set([
  'danger.seen',
  'danger.suspected',
  'emergency.found',
  'incident.recorded',
  'incident.markedExtraordinary',
  'limit.decided',
  'search.refused',
  'search.itemFound',
]);

/** A clock that runs ahead by this much is not yet “in the future”. */
const clockToleranceMinutes = 2;

/** Checks the facts one after the other, each against what the earlier ones have made of the dossier. */
export function decide(known: DossierKnown, command: RecordFacts, now: Instant): Decision {
  let events = known.events;
  const appended: DossierEvent[] = [];
  for (const [index, input] of command.facts.entries()) {
    const path = `facts[${index}]`;
    const refusal = checkInput(input, events, now, path);
    if (refusal !== null) return refusal;
    const event = eventOf(input, command, now, events.length + 1);
    const computed = computeDossier(known.procedure, events, known.setting);
    const broken = rulesOfOrder({ ...known, ...computed, events }, event, now, path);
    if (broken !== null) return broken;
    const following = followers(event, computed.state.closedBy, known.setting, command.freshIds[index]);
    const added = [event, ...following].map((one, rank) => ({ ...one, seq: events.length + 1 + rank }));
    appended.push(...added);
    events = [...events, ...added];
  }
  return { events: appended };
}

/** The duties before and after, for “what this settles and starts” (design, principle 4). */
export function dutiesAfter(known: DossierKnown, appended: readonly DossierEvent[]): readonly Duty[] {
  return computeDossier(known.procedure, [...known.events, ...appended], known.setting).duties;
}

function checkInput(
  input: FactInput,
  events: readonly DossierEvent[],
  now: Instant,
  path: string,
): Refusal | null {
  if (events.some((event) => event.id === input.id)) return { refused: 'factInvalid', path: `${path}.id` };
  if (!isEventType(input.type)) return { refused: 'factInvalid', path: `${path}.type` };
  const [problem] = checkFact(input.type, input.data);
  if (problem !== undefined) {
    return {
      refused: 'factInvalid',
      path: `${path}.data.${problem.path}`,
      detail: { problem: problem.code },
    };
  }
  if (input.occurredAt === undefined) return futureField(input, now, path);
  if (!isInstant(input.occurredAt)) return { refused: 'factInvalid', path: `${path}.occurredAt` };
  return input.occurredAt > addMinutes(now, clockToleranceMinutes)
    ? { refused: 'factInFuture', path: `${path}.occurredAt` }
    : futureField(input, now, path);
}

/** The real day of a fact lies no more in the future than its recording: nothing is settled ahead of time. */
function futureField(input: FactInput, now: Instant, path: string): Refusal | null {
  const { dated } = shapeOf(input.type);
  const value = dated === undefined ? undefined : input.data[dated];
  if (typeof value !== 'string' || announced.has(input.type)) return null;
  const latest = addMinutes(now, clockToleranceMinutes);
  const ahead = isInstant(value) ? value > latest : value > dayOf(latest);
  return ahead ? { refused: 'factInFuture', path: `${path}.data.${dated}` } : null;
}

function eventOf(input: FactInput, command: RecordFacts, now: Instant, seq: number): DossierEvent {
  return {
    id: input.id,
    seq,
    type: input.type,
    occurredAt: input.occurredAt ?? now,
    recordedAt: now,
    by: command.by,
    institution: command.institution,
    ...(input.acute === undefined ? {} : { acute: input.acute }),
    ...(input.settles === undefined ? {} : { settles: input.settles }),
    data: input.data,
  } as DossierEvent;
}

/**
 * What follows by itself: a referral inside the product is received the moment it is sent (rules of conduct 13);
 * a danger on a closed dossier opens it again, now and after its closing, however long ago the danger was.
 */
function followers(
  event: DossierEvent,
  closedBy: Fact | null,
  setting: DossierSetting,
  freshId: string | undefined,
): readonly DossierEvent[] {
  if (freshId === undefined) return [];
  const envelope = {
    id: freshId,
    seq: 0,
    occurredAt: event.occurredAt,
    recordedAt: event.recordedAt,
    by: event.by,
    institution: event.institution,
  };
  if (event.type === 'referral.sent' && event.data.channelCode === 'product') {
    const reached = setting.institutions[event.data.receiverId]?.hasActiveUser === true;
    if (!reached) return [];
    const data = { referralId: event.data.referralId, howKnownCode: 'product' } as const;
    return [
      {
        ...envelope,
        ...(event.acute === undefined ? {} : { acute: event.acute }),
        type: 'referral.received',
        data: event.data.sentOn === undefined ? data : { ...data, receivedOn: event.data.sentOn },
      },
    ];
  }
  if (closedBy !== null && reopening.has(event.type)) {
    const occurredAt = maxOf(event.recordedAt, plusMilliseconds(closedBy.moment.at, 1));
    return [{ ...envelope, occurredAt, type: 'case.reopened', data: { reasonCode: 'danger' } }];
  }
  return [];
}
