import { expect, it } from 'vitest';
import { sourceWords } from './source-words.ts';

it.each([
  ['K table 7', 'K 7. tabula'],
  ['K table 11 B; S annex 2.3', 'K 11. tabula B; S 2.3. pielikums'],
  ['K 4.3 police L2561', 'K 4.3 policija L2561'],
  ['Child Protection Law 73', 'Bērnu tiesību aizsardzības likuma 73. pants'],
])('%s is called in Latvian %s', (source, words) => {
  expect(sourceWords(source, 'lv')).toBe(words);
  expect(sourceWords(source, 'en')).toBe(source);
});
