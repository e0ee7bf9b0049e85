/** Which learners a typed name means: matched in memory among the names that the reader may see, best first. */
import type { LearnerNames } from './learner.ts';
import { namePartsOf, soundOf } from './name-parts.ts';

/** How well one typed part fits one part of a name. */
type Fit = 0 | 1 | 2 | 3;

/** In the order of the Latvian alphabet: č after c, ķ after k. */
const latvian = new Intl.Collator('lv', { sensitivity: 'accent', numeric: true });

export type Named = Pick<LearnerNames, 'firstName' | 'lastName'>;

/** By last name, then first name, in Latvian order. */
export function byLatvianName(a: Named, b: Named): number {
  return latvian.compare(a.lastName, b.lastName) || latvian.compare(a.firstName, b.firstName);
}

/** Class names and other short texts in Latvian order; `10.a` comes after `9.b`. */
export function byLatvianOrder(a: string, b: string): number {
  return latvian.compare(a, b);
}

/** Those of `all` whose names have every typed part, exactly, by beginning or by sound; nothing typed, nothing found. */
export function searchNames<T extends Named>(all: readonly T[], typed: string): readonly T[] {
  const wanted = namePartsOf(typed);
  if (wanted.length === 0) return [];
  const found = all.flatMap((one) => {
    const fit = fitOf(wanted, namePartsOf(`${one.firstName} ${one.lastName}`));
    return fit === 0 ? [] : [{ one, fit }];
  });
  return found.sort((a, b) => b.fit - a.fit || byLatvianName(a.one, b.one)).map(({ one }) => one);
}

function fitOf(wanted: readonly string[], parts: readonly string[]): number {
  let total = 0;
  for (const part of wanted) {
    const best = parts.reduce<Fit>((fit, other) => Math.max(fit, fitOfPart(part, other)) as Fit, 0);
    if (best === 0) return 0;
    total += best;
  }
  return total;
}

function fitOfPart(typed: string, part: string): Fit {
  if (typed === part) return 3;
  if (part.startsWith(typed)) return 2;
  return soundOf(typed) === soundOf(part) ? 1 : 0;
}
