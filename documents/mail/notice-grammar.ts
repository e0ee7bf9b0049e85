/** Numbers with nouns in both languages, in the case that the sentence asks for. */
import type { MailLanguage } from './notice-input.ts';

const RULES = { lv: new Intl.PluralRules('lv'), en: new Intl.PluralRules('en') };

/** Forms for 1, 21 … · 2, 3, 22 … · 0, 10–20, 30 … (Latvian takes the genitive plural there). */
type Forms = readonly [one: string, other: string, zero: string];

/** `count` and its noun: “1 pienākums”, “2 pienākumi”, “10 pienākumu”, “21 pienākums”. */
export function counted(count: number, language: MailLanguage, forms: Forms): string {
  return `${count} ${formOf(count, language, forms)}`;
}

/** The form of the noun alone. */
export function formOf(count: number, language: MailLanguage, [one, other, zero]: Forms): string {
  const rule = RULES[language].select(count);
  if (rule === 'one') return one;
  return rule === 'zero' ? zero : other;
}

/** “vakar”, “pirms 4 dienām”, “pirms 21 dienas”; how long ago a day was. */
export function daysAgo(days: number, language: MailLanguage): string {
  if (days === 1) return language === 'lv' ? 'vakar' : 'yesterday';
  return language === 'lv'
    ? `pirms ${counted(days, 'lv', ['dienas', 'dienām', 'dienām'])}`
    : `${counted(days, 'en', ['day', 'days', 'days'])} ago`;
}
