/**
 * The small language in which the event vocabulary is written: what fields an event carries besides its
 * envelope. One description gives the TypeScript type, the check in the core and the zod schema of the wire.
 * Fields hold codes, days, moments, counts and opaque ids only; words and names never (duties page, section 9).
 */
import type { CalendarDay, Instant } from '../time.ts';

export type Field =
  | {
      readonly kind: 'id' | 'day' | 'moment' | 'flag' | 'count' | 'label' | 'dutyRef';
      readonly optional?: true;
    }
  | { readonly kind: 'ids' | 'labels' | 'dutyRefs'; readonly optional?: true }
  | { readonly kind: 'code' | 'codes'; readonly codes: readonly string[]; readonly optional?: true };

export type FieldKind = Field['kind'];

export type Fields = Readonly<Record<string, Field>>;

/** An opaque id: of a person, an institution, a referral, a plan, another event. */
export const id = { kind: 'id' } as const;
/** Lists hold at least one element, each once; an empty list is left out. */
export const ids = { kind: 'ids' } as const;
/** A calendar day in Europe/Riga. */
export const day = { kind: 'day' } as const;
/** An instant. */
export const moment = { kind: 'moment' } as const;
export const flag = { kind: 'flag' } as const;
/** A whole number, zero or more. */
export const count = { kind: 'count' } as const;
/**
 * A short code from an open list that lives outside the core: a rule's or period's code, a register number, a
 * school year. Letters, digits and `.:/_-`, at most 60; a space only beside a digit somewhere, so that no sentence
 * and no full name of a child fits by habit.
 */
export const label = { kind: 'label' } as const;
export const labels = { kind: 'labels' } as const;
/** A duty's id on the duties page (`report-danger@S`) or the key of one duty of a dossier (`reply:…`). */
export const dutyRef = { kind: 'dutyRef' } as const;
export const dutyRefs = { kind: 'dutyRefs' } as const;

/** One of a closed list of codes. */
export function code<const C extends readonly string[]>(...codes: C) {
  return { kind: 'code', codes } as const;
}

/** Several of a closed list of codes. */
export function codes<const C extends readonly string[]>(...list: C) {
  return { kind: 'codes', codes: list } as const;
}

/** The same field, which may be left out. */
export function maybe<const F extends Field>(field: F) {
  return { ...field, optional: true } as const;
}

type ValueOf<F extends Field> = F extends { kind: 'code'; codes: readonly (infer C)[] }
  ? C
  : F extends { kind: 'codes'; codes: readonly (infer C)[] }
    ? readonly C[]
    : F extends { kind: 'day' }
      ? CalendarDay
      : F extends { kind: 'moment' }
        ? Instant
        : F extends { kind: 'flag' }
          ? boolean
          : F extends { kind: 'count' }
            ? number
            : F extends { kind: 'ids' | 'labels' | 'dutyRefs' }
              ? readonly string[]
              : string;

/** Names of the fields that hold a day or a moment. */
type DayNames<S extends Fields> = {
  [K in keyof S]: S[K] extends { kind: 'day' | 'moment' } ? K : never;
}[keyof S] &
  string;

type OptionalNames<S extends Fields> = {
  [K in keyof S]: S[K] extends { optional: true } ? K : never;
}[keyof S];

/** The data type that a field list describes. */
export type DataOf<S extends Fields> = {
  readonly [K in Exclude<keyof S, OptionalNames<S>>]: ValueOf<S[K]>;
} & {
  readonly [K in OptionalNames<S>]?: ValueOf<S[K]>;
};

/**
 * One entry of the vocabulary. `dated` names the field that holds the real day or moment of the fact when it
 * may differ from `occurredAt` (an answer that came yesterday by phone); terms and settlement go by it.
 */
export type EventShape = { readonly fields: Fields; readonly dated?: string };

export function shape<const S extends Fields>(fields: S): { readonly fields: S } {
  return { fields };
}

/** An entry whose real day stands in `field`, one of its day or moment fields. */
export function datedShape<const S extends Fields, const D extends DayNames<S>>(
  field: D,
  fields: S,
): { readonly fields: S; readonly dated: D } {
  return { fields, dated: field };
}
