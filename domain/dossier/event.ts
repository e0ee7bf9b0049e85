/**
 * A fact about a dossier. Facts are appended, never changed: a mistake is withdrawn or corrected by another
 * fact (`fact.withdrawn`).
 */
import type { CalendarDay, Instant } from '../time.ts';
import type { DataOf, EventShape } from './event-field.ts';
import { eventVocabulary } from './vocabulary/index.ts';

export type EventType = keyof typeof eventVocabulary;

export type EventData<T extends EventType> = DataOf<(typeof eventVocabulary)[T]['fields']>;

/** What every event carries. Ids are opaque; `institution` is the one for which `by` acted. */
export type EventEnvelope = {
  readonly id: string;
  /** Rank in the dossier's chain, from 1; says the order of entering, never of happening. */
  readonly seq: number;
  /** When it happened; may be earlier than `recordedAt`. */
  readonly occurredAt: Instant;
  readonly recordedAt: Instant;
  readonly by: string;
  readonly institution: string;
  /** The fact is acute: duties of “acute: …” rows become immediate. */
  readonly acute?: boolean;
  /** Narrows an uncorrelated fulfilment to these duties; without it every matching open duty is settled. */
  readonly settles?: readonly string[];
};

export type DossierEventOf<T extends EventType> = EventEnvelope & {
  readonly type: T;
  readonly data: EventData<T>;
};

export type DossierEvent = { [T in EventType]: DossierEventOf<T> }[EventType];

/** The vocabulary's entry for a type. */
export function shapeOf(type: EventType): EventShape {
  return eventVocabulary[type];
}

/** The data by field name, whatever the event's type. */
export function dataOf(event: DossierEvent): Readonly<Record<string, unknown>> {
  return event.data;
}

/** A data field by name; `undefined` where it is left out or unknown. */
export function fieldOf(event: DossierEvent, field: string): unknown {
  return dataOf(event)[field];
}

/** The real moment of a fact: `at` orders and settles, `day` is what terms count from. */
export type FactMoment = { readonly at: Instant; readonly day: CalendarDay };

/** Is this the name of a type in the vocabulary? */
export function isEventType(name: string): name is EventType {
  return Object.hasOwn(eventVocabulary, name);
}
