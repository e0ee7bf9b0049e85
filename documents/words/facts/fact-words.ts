/**
 * What has to be said of a type of facts, as types: a type, field or code of the vocabulary without words in both
 * languages does not compile, nor do words for what the vocabulary does not have.
 */
import type { Bilingual } from '../../../domain/calendar/bilingual.ts';
import type { EventType } from '../../../domain/dossier/event.ts';
import type { Fields } from '../../../domain/dossier/event-field.ts';
import type { sharedFields } from './shared-fields.ts';
import type { Whose } from './whose.ts';

/** Facts of the same dossier that an id may come from: their own id, or what stands in their `field`. */
export type Origin = { readonly type: EventType; readonly field?: string };

/** Codes that are often used where the list is open, in the order to offer them. */
export type Suggestions = Readonly<Record<string, Bilingual>>;

type SharedFields = typeof sharedFields;

type IdKind = { readonly kind: 'id' | 'ids' };
type LabelKind = { readonly kind: 'label' | 'labels' };
type Coded = { readonly codes: readonly string[] };

/** Names of fields about which the shared words do not say all. */
type NamesToSay<S> = {
  [N in keyof S]: N extends keyof SharedFields
    ? S[N] extends Coded
      ? N
      : S[N] extends IdKind
        ? SharedFields[N] extends { readonly whose: Whose }
          ? never
          : N
        : never
    : N;
}[keyof S];

type LabelWords<N> = N extends keyof SharedFields
  ? { readonly label?: Bilingual }
  : { readonly label: Bilingual };

type IdWords<F, N> = F extends IdKind
  ? { readonly from?: readonly Origin[] } & (N extends keyof SharedFields
      ? SharedFields[N] extends { readonly whose: Whose }
        ? { readonly whose?: Whose }
        : { readonly whose: Whose }
      : { readonly whose: Whose })
  : unknown;

type CodeWords<F> = F extends { readonly codes: readonly (infer C extends string)[] }
  ? { readonly codes: Readonly<Record<C, Bilingual>> }
  : unknown;

type OpenWords<F> = F extends LabelKind ? { readonly suggestions?: Suggestions } : unknown;

type FieldWords<F, N> = LabelWords<N> & IdWords<F, N> & CodeWords<F> & OpenWords<F>;

type FieldsWords<S> = { readonly [N in NamesToSay<S>]: FieldWords<S[N], N> } & {
  readonly [N in Exclude<keyof S, NamesToSay<S>>]?: FieldWords<S[N], N>;
};

/** The words of one type: what happened, what the button says, and what its fields mean. */
type FactWords<S> = {
  /** What happened, as a line of the history. */
  readonly title: Bilingual;
  /** What one does, as the text of a button. */
  readonly act: Bilingual;
} & ([NamesToSay<S>] extends [never]
  ? { readonly fields?: FieldsWords<S> }
  : { readonly fields: FieldsWords<S> });

/** The words of a part of the vocabulary, complete. */
export type WordsOf<V extends Readonly<Record<string, { readonly fields: Fields }>>> = {
  readonly [T in keyof V]: FactWords<V[T]['fields']>;
};
