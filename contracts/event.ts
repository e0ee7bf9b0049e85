/**
 * Facts on the wire. Every schema is built from the vocabulary, which stays the one place that says what a fact
 * carries; the core checks the same again (`check-fact.ts`), with the same codes.
 */
import { z } from 'zod';
import type { DossierEvent, EventData, EventType } from '../domain/dossier/event.ts';
import type { Field, Fields } from '../domain/dossier/event-field.ts';
import { eventVocabulary } from '../domain/dossier/vocabulary/index.ts';
import type { Instant } from '../domain/time.ts';
import { answerList, count, day, dutyRef, flag, id, instant, label, listOf, text } from './values.ts';

/** Names of all facts, in the order of the vocabulary. */
export const eventTypes = Object.keys(eventVocabulary) as readonly EventType[];

/** How days and moments are written; story files allow more forms than the API does. */
export type TimeSchemas = { readonly day: z.ZodType; readonly moment: z.ZodType };

const wireTime: TimeSchemas = { day, moment: instant };

/** A fact that somebody wants to record; `words` are for what no code can say, and are stored encrypted. */
export type FactToRecord = {
  readonly [T in EventType]: {
    readonly type: T;
    /** When it happened; the moment of recording where left out. */
    readonly occurredAt?: Instant;
    readonly acute?: boolean;
    readonly settles?: readonly string[];
    readonly words?: string;
    readonly data: EventData<T>;
  };
}[EventType];

/** The data of one type of fact. */
export function dataSchema(type: EventType, time: TimeSchemas = wireTime): z.ZodObject {
  const fields: Fields = eventVocabulary[type].fields;
  return z.strictObject(
    Object.fromEntries(
      Object.entries(fields).map(([name, field]) => [
        name,
        field.optional === true ? fieldSchema(field, time).exactOptional() : fieldSchema(field, time),
      ]),
    ),
    { error: (issue) => (issue.code === 'invalid_type' ? 'notAnObject' : undefined) },
  );
}

/** Schemas of the kinds whose values are written the same way everywhere. */
const plainKinds = {
  id,
  flag,
  count,
  label,
  dutyRef,
  ids: listOf(id),
  labels: listOf(label),
  dutyRefs: listOf(dutyRef),
} as const;

function fieldSchema(field: Field, time: TimeSchemas): z.ZodType {
  if (field.kind === 'code') return z.enum(field.codes);
  if (field.kind === 'codes') return listOf(z.enum(field.codes));
  if (field.kind === 'day' || field.kind === 'moment') return time[field.kind];
  return plainKinds[field.kind];
}

/** What may be said with any fact besides its data. */
export const factExtras = {
  acute: flag.exactOptional(),
  settles: listOf(dutyRef)
    .exactOptional()
    .describe('Keys of the duties that this settles, where it could settle several and names none.'),
  words: text.exactOptional(),
};

const dataSchemas = new Map(
  eventTypes.map((type) => [type, dataSchema(type).meta({ id: `Data.${type}` })] as const),
);

function dataOf(type: EventType): z.ZodObject {
  const schema = dataSchemas.get(type);
  if (schema === undefined) throw new Error(`No schema for the fact ${type}`);
  return schema;
}

/**
 * The union over the vocabulary. Its type is said outright: TypeScript cannot follow the way from the vocabulary to
 * the schemas, the tests do.
 */
function unionOverTypes<T>(member: (type: EventType) => z.ZodObject): z.ZodType<T, T> {
  const [first, ...others] = eventTypes.map(member);
  if (first === undefined) throw new Error('The vocabulary is empty');
  return z.discriminatedUnion('type', [first, ...others]) as unknown as z.ZodType<T, T>;
}

export const factToRecord = unionOverTypes<FactToRecord>((type) =>
  z
    .strictObject({
      type: z.literal(type),
      occurredAt: instant.exactOptional(),
      ...factExtras,
      data: dataOf(type),
    })
    .meta({ id: `Fact.${type}` }),
).meta({ id: 'FactToRecord', description: 'A fact that somebody wants to record.' });

/** A fact as it stands in a dossier, with its envelope. */
export const recordedEvent = unionOverTypes<DossierEvent>((type) =>
  z
    .strictObject({
      id,
      seq: z.int().min(1).describe('Rank in the order of entering, from 1.'),
      type: z.literal(type),
      occurredAt: instant,
      recordedAt: instant,
      by: id,
      institution: id,
      acute: flag.exactOptional(),
      settles: listOf(dutyRef).exactOptional(),
      data: dataOf(type),
    })
    .meta({ id: `Event.${type}` }),
).meta({ id: 'Event', description: 'A fact as it was recorded. Facts are appended, never changed.' });

/** A recorded fact with its words, null where it has none or they are not for the reader. */
export const recordedFact = z
  .strictObject({
    event: recordedEvent,
    words: z.string().nullable(),
    byName: z.string().nullable().describe('Who recorded it; null where names are not for the reader.'),
    institutionName: z.string().describe('For which institution it was recorded.'),
    names: answerList(z.strictObject({ id, name: z.string() })).describe(
      'Institutions and, where names are for the reader, members of staff that `event.data` speaks of.',
    ),
  })
  .meta({ id: 'RecordedFact' });
export type RecordedFact = z.infer<typeof recordedFact>;

/** The body of appending facts: one or several in one step, in order. */
export const recordFacts = z
  .strictObject({ facts: z.array(factToRecord).min(1, { error: 'emptyList' }).max(50, { error: 'tooMany' }) })
  .meta({ id: 'RecordFacts' });
