/** Latvian for the parts of a source's name; the core names sources in English. */
const latvian: readonly (readonly [RegExp, string])[] = [
  [/\bChild Protection Law/g, 'Bērnu tiesību aizsardzības likuma'],
  [/\bOrphan’s Courts Law/g, 'Bāriņtiesu likuma'],
  [/\blikuma (\d+)/g, 'likuma $1. pants'],
  [/ p\. (\d+)/g, ', $1. punkts'],
  [/\blaw on submissions\b/g, 'Iesniegumu likums'],
  [/\bCabinet Reg\. (\d+(?:\/\d+)?)/g, 'MK noteikumi Nr. $1'],
  [/\bCabinet (\d+\.\d+\.\d{4})/g, 'MK $1.'],
  [/\btables? (\d+(?:\.\d+)?(?:–\d+)?)/g, '$1. tabula'],
  [/\bannexes (\d+), (\d+)/g, '$1. un $2. pielikums'],
  [/\bannex (\d+(?:\.\d+)*)/g, '$1. pielikums'],
  [/\bsteps? (\d+)(?:–(\d+))?/g, '$1.–$2. solis'],
  [/\.–\. solis/g, '. solis'],
  [/\bart\. (\d+)/g, '$1. pants'],
  [/\bpolice\b/g, 'policija'],
  [/\bcourt\b/g, 'bāriņtiesa'],
  [/\bgroup\b/g, 'grupa'],
  [/\bhead\b/g, 'vadītājs'],
  [/\bsupport staff\b/g, 'atbalsta personāls'],
  [/\barchitecture\b/g, 'Termiņsargs'],
];

/** A source as the page calls it: “K 7. tabula”. */
export function sourceWords(source: string, language: 'lv' | 'en'): string {
  return language === 'en'
    ? source
    : latvian.reduce((words, [english, own]) => words.replace(english, own), source);
}
