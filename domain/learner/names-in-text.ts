/** Names in what somebody typed: each child's record is to be without the others' (rules of conduct 16). */
import { fold, namePartsOf } from './name-parts.ts';

/** An ending that Latvian adds or changes in the cases: “Anna”, “Annas”, “Annai”; “Bērziņš”, “Bērziņam”. */
const ending = /(?:[aeiou]|[aeiou]?s)$/;
const longestEnding = 4;
const shortestStem = 3;

/**
 * Whether a word of the text is a part of the name, in any case; only words that begin with a capital are. `except`: parts
 * that somebody else of whom the text may speak has too.
 */
export function mentionsName(text: string, name: string, except = ''): boolean {
  const free = new Set(namePartsOf(except));
  const stems = namePartsOf(name)
    .filter((part) => !free.has(part))
    .map((part) => {
      const stem = part.replace(ending, '');
      return stem.length >= shortestStem ? stem : part;
    });
  const words = (text.match(/\p{Lu}[\p{L}\p{M}]*/gu) ?? []).map(fold);
  return words.some((word) =>
    stems.some((stem) => word.startsWith(stem) && word.length - stem.length <= longestEnding),
  );
}
