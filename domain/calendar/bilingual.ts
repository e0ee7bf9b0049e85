/** The two languages of every text a user sees. */
export type Lang = 'lv' | 'en';

/** One text in both. */
export type Bilingual = Readonly<Record<Lang, string>>;
