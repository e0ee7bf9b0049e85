/** Names as they are searched: folded, cut into parts, and by their sound. */

/** Letters that Unicode does not take apart. */
const whole: Readonly<Record<string, string>> = { ł: 'l', ø: 'o', đ: 'd', ß: 'ss', æ: 'ae', œ: 'oe', ı: 'i' };

/** Lower case, without diacritics, one blank between words: “Bērziņš” and “BERZINS” are the same. */
export function fold(text: string): string {
  return text
    .normalize('NFD')
    .toLowerCase()
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[łøđßæœı]/g, (letter) => whole[letter] ?? letter)
    .replaceAll(/\s+/g, ' ')
    .trim();
}

/** The parts of a name, folded, each once: `Anna-Marija` gives two. Digits belong to parts. */
export function namePartsOf(name: string): readonly string[] {
  return [...new Set(fold(name).match(/[\p{L}\p{N}]+/gu) ?? [])];
}

/** Spellings of other languages for the same sound, in the order in which they are read. */
const spellings: readonly (readonly [RegExp, string])[] = [
  [/sch|sh/g, 's'],
  [/zh/g, 'z'],
  [/tch|ch/g, 'c'],
  [/ph/g, 'f'],
  [/th/g, 't'],
  [/ck/g, 'k'],
  [/kh/g, 'h'],
  [/qu/g, 'kv'],
  [/x/g, 'ks'],
  [/w/g, 'v'],
  [/[yj]/g, 'i'],
  [/ie/g, 'i'],
];

/** Endings of Latvian names by gender: -iņš/-iņa, -is/-e, -us/-a, -ais/-ā, -ijs/-ija; -ajs/-ay of names from elsewhere. */
const ending = /(?:ais?|(?<!i)is|us|as|es|s|a|e)$/;
const shortest = 2;

/**
 * How a folded part sounds: without the ending that tells the gender, and in one spelling. A father's `Bērziņš` and
 * a daughter's `Bērziņa` sound the same, so do `Kristīne` and `Christina`, `Marija` and `Mary`.
 */
export function soundOf(part: string): string {
  const spelt = spellings.reduce((text, [from, to]) => text.replaceAll(from, to), fold(part));
  const shorter = spelt.replace(ending, '');
  const stem = shorter.length >= shortest ? shorter : spelt;
  // A hard c and k are one sound in names from elsewhere, and č is folded to c: taken as one.
  return stem.replaceAll('c', 'k').replaceAll(/(.)\1+/g, '$1');
}

const firstLetters = 3;

/** The first letters of a folded part: short forms (`Aleks` for `Aleksandrs`) share them. */
export function lettersOf(part: string): string {
  return Array.from(part).slice(0, firstLetters).join('');
}
