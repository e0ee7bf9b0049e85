import { expect, it } from 'vitest';
import { procedures } from '../../procedures/index.ts';
import { sourceWords } from './source-words.ts';

it.each([
  ['K table 7', 'K 7. tabula'],
  ['K table 11 B; S annex 2.3', 'K 11. tabula B; S 2.3. pielikums'],
  ['K 4.3 police L2561', 'K 4.3 policija L2561'],
  ['K table 15 steps 1–2', 'K 15. tabula 1.–2. solis'],
  ['K table 15 step 9 L3883', 'K 15. tabula 9. solis L3883'],
  ['K table 12.5–6 L3563', 'K 12.5–6. tabula L3563'],
  ['K annexes 1, 4', 'K 1. un 4. pielikums'],
  ['Cabinet Reg. 220/11', 'MK noteikumi Nr. 220/11'],
  ['Orphan’s Courts Law 17 p. 5', 'Bāriņtiesu likuma 17. pants, 5. punkts'],
  ['Child Protection Law 73', 'Bērnu tiesību aizsardzības likuma 73. pants'],
])('%s is called in Latvian %s', (source, words) => {
  expect(sourceWords(source, 'lv')).toBe(words);
  expect(sourceWords(source, 'en')).toBe(source);
});

it('no source of a procedure stays English in Latvian', () => {
  const sources = Object.values(procedures).flatMap(({ duties }) => duties.flatMap((duty) => duty.sources));
  const english = /\b(?:law|table|step|annex|court|group|head|staff|police|cabinet|reg|architecture)/i;
  expect(sources.map((source) => sourceWords(source, 'lv')).filter((words) => english.test(words))).toEqual(
    [],
  );
});
