/** From what is typed into the form of a fact to the fact. Pure; the API checks the result against the vocabulary. */
import type { FactField, FactType, NewFact, RecordedFact } from '../../requests/dossiers.ts';
import { momentOf, type WallTime, wallTimeOf } from '../riga-time.ts';

/** What a field of the form holds: a text, several, or a tick. */
export type FieldValue = string | readonly string[] | boolean;

export type FactValues = {
  /** When it happened. */
  readonly when: WallTime;
  readonly words: string;
  /** By the name of the field; what was not touched is absent. */
  readonly fields: Readonly<Record<string, FieldValue>>;
};

/** The type as it is asked for here: without what has no meaning, and with what may not be left out. */
export function narrowed(
  type: FactType,
  {
    without = [],
    needed = [],
  }: { readonly without?: readonly string[]; readonly needed?: readonly string[] },
): FactType {
  const fields = type.fields
    .filter(({ name }) => !without.includes(name))
    .map((field) => (needed.includes(field.name) ? { ...field, optional: false } : field));
  return { ...type, fields };
}

/** How a form begins: at the moment of opening it, with what is known already. */
export function beginning(
  type: FactType,
  known: Readonly<Record<string, unknown>>,
  now: WallTime,
  fresh: () => string,
): FactValues {
  const made = type.fields
    .filter(
      ({ whose, optional, name, from }) =>
        whose === 'new' && !optional && !(name in known) && from === undefined,
    )
    .map(({ name, kind }) => [name, kind === 'ids' ? [fresh()] : fresh()] as const);
  const given = Object.entries(known).map(([name, value]) => [name, formValue(value)] as const);
  return { when: now, words: '', fields: { ...Object.fromEntries(made), ...Object.fromEntries(given) } };
}

/** How the form begins that puts a record right: as it was recorded. */
export function recordedValues(type: FactType, { event, words }: RecordedFact): FactValues {
  const data: Readonly<Record<string, unknown>> = { ...event.data };
  const happened = wallTimeOf(new Date(event.occurredAt));
  const dated = type.dated === undefined ? undefined : data[type.dated];
  const isDay = typeof dated === 'string' && dated.length === 10;
  const when = typeof dated === 'string' && !isDay ? wallTimeOf(new Date(dated)) : happened;
  return {
    when: isDay ? { ...when, day: dated } : when,
    words: words ?? '',
    fields: Object.fromEntries(Object.entries(data).map(([name, value]) => [name, formValue(value)])),
  };
}

/** Takes back a mistake; with a new record beside it, that is a correction (duties, section 9, `fact.withdrawn`). */
export function withdrawalOf(eventId: string): NewFact {
  return { type: 'fact.withdrawn', data: { eventId, reasonCode: 'mistake' } };
}

/** Which fields a person is asked: not what is known already, made by itself, or nothing anybody could choose. */
export function askedFields(type: FactType, known: Readonly<Record<string, unknown>>): readonly FactField[] {
  return type.fields.filter((field) => {
    if (field.name in known || field.name === type.dated) return false;
    if (field.whose === 'new' && field.from === undefined) return false;
    return !(field.whose === 'plain' && field.from === undefined && field.optional);
  });
}

/** Names of the fields that are still empty and must not be, or half filled in. */
export function missingFields(type: FactType, { fields }: FactValues): readonly string[] {
  return type.fields
    .filter((field) => field.name !== type.dated && isMissing(field, fields[field.name]))
    .map(({ name }) => name);
}

/** The fact. `began` is what the clock showed when the form was opened: an untouched “now” is left to the API. */
export function factOf(type: FactType, values: FactValues, began: WallTime): NewFact {
  const data: Record<string, unknown> = {};
  for (const field of type.fields) {
    const value = wireValue(field, values.fields[field.name]);
    if (value !== undefined) data[field.name] = value;
  }
  const { when, words } = values;
  const untouched = when.day === began.day && when.time === began.time;
  const dated = type.fields.find(({ name }) => name === type.dated);
  if (dated !== undefined && (!untouched || !dated.optional))
    data[dated.name] = dated.kind === 'day' ? when.day : momentOf(when);
  return {
    type: type.type,
    ...(dated === undefined && !untouched ? { occurredAt: momentOf(when) } : {}),
    ...(words.trim() === '' ? {} : { words: words.trim() }),
    data,
  };
}

function isMissing(field: FactField, value: FieldValue | undefined): boolean {
  return (!field.optional && isEmpty(value)) || isHalf(field, value);
}

function formValue(value: unknown): FieldValue {
  if (typeof value === 'boolean') return value;
  return Array.isArray(value) ? value.map(String) : String(value);
}

function isEmpty(value: FieldValue | undefined): boolean {
  return value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
}

function wireValue(field: FactField, value: FieldValue | undefined): unknown {
  if (value === undefined || isEmpty(value) || isHalf(field, value)) return undefined;
  switch (field.kind) {
    case 'flag':
      return typeof value === 'boolean' ? value : value === 'true';
    case 'count':
      return Number(value);
    case 'ids':
    case 'labels':
    case 'dutyRefs':
    case 'codes':
      return typeof value === 'string' ? [value] : value;
    case 'moment':
      return typeof value === 'string' ? momentOf(wallTimeIn(value)) : undefined;
    case 'id':
    case 'day':
    case 'label':
    case 'dutyRef':
    case 'code':
      return value;
  }
}

/** A moment as a text field holds it: `2026-11-21T09:30`, empty where neither part is there. */
export function momentText({ day, time }: WallTime): string {
  return day === '' && time === '' ? '' : `${day}T${time}`;
}

/** The parts that are there; of a moment that is known already, what the clock shows. */
export function wallTimeIn(text: string): WallTime {
  if (text.endsWith('Z')) return wallTimeOf(new Date(text));
  const [day = '', time = ''] = text.split('T');
  return { day, time };
}

/** A day without its time, or a time without its day. */
function isHalf({ kind }: FactField, value: FieldValue | undefined): boolean {
  if (kind !== 'moment' || typeof value !== 'string' || value === '') return false;
  const { day, time } = wallTimeIn(value);
  return day === '' || time === '';
}
