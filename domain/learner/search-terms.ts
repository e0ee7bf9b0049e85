/**
 * What of a name goes, as a keyed hash, into the index by which a municipality notices that two institutions know
 * the same learner (architecture 3, “Search”).
 */
import type { LearnerNames } from './learner.ts';
import { lettersOf, namePartsOf, soundOf } from './name-parts.ts';

export const searchTermKinds = ['name', 'sound', 'letters', 'born'] as const;
export type SearchTermKind = (typeof searchTermKinds)[number];

export type SearchTerm = { readonly kind: SearchTermKind; readonly text: string };

/** Each term once. */
export function searchTermsOf({ firstName, lastName, birthDate }: LearnerNames): readonly SearchTerm[] {
  const parts = namePartsOf(`${firstName} ${lastName}`);
  const terms = [
    ...parts.flatMap(termsOfPart),
    ...(birthDate === null ? [] : [{ kind: 'born', text: birthDate } as const]),
  ];
  return [...new Map(terms.map((term) => [`${term.kind} ${term.text}`, term])).values()];
}

/** The terms of one folded part of a name. */
export function termsOfPart(part: string): readonly SearchTerm[] {
  return [
    { kind: 'name', text: part },
    { kind: 'sound', text: soundOf(part) },
    { kind: 'letters', text: lettersOf(part) },
  ];
}

/**
 * The parts by which somebody is looked for in other institutions, or null where what is typed is not enough: nobody
 * can go fishing with a last name. It takes two parts of a name and the day of birth.
 */
export function partsToAskElsewhere(typed: string, birthDate: string | null): readonly string[] | null {
  const bySound = new Map(namePartsOf(typed).map((part) => [soundOf(part), part]));
  const parts = [...bySound.values()];
  return birthDate === null || parts.length < 2 ? null : parts;
}
