/** A part of the overdue board as CSV; its tables stand one below the other. */
import { type BoardPart, boardSheets, type Cell } from './board-sheets.ts';
import type { BoardView } from './board-view.ts';
import { printCsv } from './import/print-csv.ts';

export function boardCsv(board: BoardView, part: BoardPart, language: 'lv' | 'en'): string {
  const printed = (cell: Cell) => {
    if (typeof cell === 'number')
      return cell.toLocaleString(language === 'lv' ? 'lv-LV' : 'en-GB', { useGrouping: false });
    return typeof cell === 'string' ? cell : (cell?.day ?? '');
  };
  const sheets = boardSheets(board, part, language);
  return printCsv(sheets.flatMap(({ heading, rows }) => [heading, ...rows.map((row) => row.map(printed))]));
}
