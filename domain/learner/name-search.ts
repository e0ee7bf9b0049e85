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

/** A class as people type it: `7.a`, `7a`, `7`, `10.b`. */
const classWord = /^\d{1,2}\.?\p{L}?$/u;

/** What was typed, taken apart: `Anna 7.a` is a name and a class. */
export function nameAndClass(typed: string): { readonly name: string; readonly className: string | null } {
  const words = typed.split(/\s+/u).filter((word) => word !== '');
  return {
    name: words.filter((word) => !classWord.test(word)).join(' '),
    className: words.find((word) => classWord.test(word)) ?? null,
  };
}

/** As `searchNames`, where a class may be typed too: with a name it narrows, alone it gives the class. */
export function searchNamesAndClasses<T extends Named & { readonly className: string }>(
  all: readonly T[],
  typed: string,
): readonly T[] {
  const { name, className } = nameAndClass(typed);
  if (className === null) return searchNames(all, name);
  const ofClass = all.filter((one) => isClass(className, one.className));
  return name === '' ? ofClass.toSorted(byLatvianName) : searchNames(ofClass, name);
}

/** `7` means all classes of the seventh year, `7.a` and `7a` the same one. */
function isClass(typed: string, className: string): boolean {
  const plain = (text: string) => text.replaceAll(/[.\s]/gu, '').toLocaleLowerCase('lv');
  const [wanted, present] = [plain(typed), plain(className)];
  if (wanted === present) return true;
  return /^\d+$/u.test(wanted) && present.startsWith(wanted) && !/^\d/u.test(present.slice(wanted.length));
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
