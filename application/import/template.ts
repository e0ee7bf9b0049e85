/** The template of a kind: the headings of its columns, and one row with invented people. */
import type { ImportKind } from '../../domain/import/columns.ts';
import { columnList } from '../../domain/import/table.ts';
import { printCsv } from './print-csv.ts';

export function templateOf(kind: ImportKind, language: 'lv' | 'en'): string {
  const columns = columnList(kind);
  return printCsv([columns.map(([, column]) => column[language]), columns.map(([, { example }]) => example)]);
}
