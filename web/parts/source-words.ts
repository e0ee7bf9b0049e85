/** Latvian for the parts of a source's name; the core names sources in English. */
const latvian: readonly (readonly [RegExp, string])[] = [
  [/Child Protection Law/g, 'Bērnu tiesību aizsardzības likuma'],
  [/\btables? (\d+)/g, '$1. tabula'],
  [/\bannex (\d+(?:\.\d+)*)/g, '$1. pielikums'],
  [/\bart\. (\d+)/g, '$1. pants'],
  [/\bpolice\b/g, 'policija'],
  [/likuma (\d+)/g, 'likuma $1. pants'],
];

/** A source as the page calls it: “K 7. tabula”. */
export function sourceWords(source: string, language: 'lv' | 'en'): string {
  return language === 'en'
    ? source
    : latvian.reduce((words, [english, own]) => words.replace(english, own), source);
}
