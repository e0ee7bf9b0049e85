/** The language of the page: Latvian unless the person chose English. Only the texts of one language are loaded. */
import { createInstance } from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { EnglishTexts, Texts } from '../texts/texts.ts';

/** The one instance, for React and for requests. */
const i18n = createInstance();

export const languages = ['lv', 'en'] as const;
export type Language = (typeof languages)[number];

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'texts';
    resources: { texts: Texts };
  }
}

const storedAs = 'terminsargs.language';

const loaders: Readonly<Record<Language, () => Promise<Texts | EnglishTexts>>> = {
  lv: async () => (await import('../texts/lv.ts')).lv,
  en: async () => (await import('../texts/en.ts')).en,
};

/** Makes the texts ready; to be awaited before the first page is drawn. */
export async function startLanguage(): Promise<void> {
  await i18n.use(initReactI18next).init({
    fallbackLng: false,
    defaultNS: 'texts',
    ns: ['texts'],
    resources: {},
    // React escapes what it draws.
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  await changeLanguage(stored() ?? 'lv');
}

/** Draws everything anew in that language, and keeps the choice in this browser. */
export async function changeLanguage(language: Language): Promise<void> {
  if (!i18n.hasResourceBundle(language, 'texts'))
    i18n.addResourceBundle(language, 'texts', await loaders[language]());
  await i18n.changeLanguage(language);
  document.documentElement.lang = language;
  keep(language);
}

export function currentLanguage(): Language {
  return i18n.language === 'en' ? 'en' : 'lv';
}

function stored(): Language | null {
  try {
    const kept = localStorage.getItem(storedAs);
    return kept === 'lv' || kept === 'en' ? kept : null;
  } catch {
    return null;
  }
}

function keep(language: Language): void {
  try {
    localStorage.setItem(storedAs, language);
  } catch {
    // A browser that keeps nothing: the choice holds for this visit.
  }
}
