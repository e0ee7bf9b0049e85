/** The two languages of the product, chosen by what the reader's browser says it reads. */

export type Language = 'lv' | 'en';

type Wish = { readonly range: string; readonly quality: number };

/**
 * The language for an answer, by `Accept-Language` (RFC 9110 section 12.5.4). Latvian where nothing is said, nothing
 * fits or both are wished for alike and neither is named first.
 */
export function languageOf(acceptLanguage: string | undefined): Language {
  if (acceptLanguage === undefined) return 'lv';
  const wishes = acceptLanguage.slice(0, 200).split(',').flatMap(readWish);
  const lv = qualityOf('lv', wishes);
  const en = qualityOf('en', wishes);
  if (en !== lv) return en > lv ? 'en' : 'lv';
  if (en === 0) return 'lv';
  return rankOf('en', wishes) < rankOf('lv', wishes) ? 'en' : 'lv';
}

function readWish(part: string): readonly Wish[] {
  const [range = '', ...parameters] = part.split(';').map((piece) => piece.trim().toLowerCase());
  if (!/^(?:\*|[a-z]{1,8}(?:-[a-z0-9]{1,8})*)$/.test(range)) return [];
  const weight = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2);
  if (weight === undefined) return [{ range, quality: 1 }];
  return /^(?:0(?:\.\d{0,3})?|1(?:\.0{0,3})?)$/.test(weight) ? [{ range, quality: Number(weight) }] : [];
}

/** A language that is named beats `*`, whichever of the two weighs more. */
function qualityOf(language: Language, wishes: readonly Wish[]): number {
  const named = wishes.filter(({ range }) => isOf(range, language));
  const fitting = named.length > 0 ? named : wishes.filter(({ range }) => range === '*');
  return Math.max(0, ...fitting.map(({ quality }) => quality));
}

function rankOf(language: Language, wishes: readonly Wish[]): number {
  const rank = wishes.findIndex(({ range }) => isOf(range, language));
  return rank === -1 ? wishes.length : rank;
}

function isOf(range: string, language: Language): boolean {
  return range === language || range.startsWith(`${language}-`);
}
