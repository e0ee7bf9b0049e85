import { currentLanguage } from '../app/language.ts';

/** What the API says in both languages, in that of the page. */
export function inLanguage(text: { readonly lv: string; readonly en: string }): string {
  return text[currentLanguage()];
}
