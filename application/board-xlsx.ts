/** A part of the overdue board as a workbook: numbers are numbers, days are days, and no text is ever a formula. */
import writeWorkbook, { type CellObject } from 'write-excel-file/node';
import { type BoardPart, type BoardSheet, boardSheets, type Cell } from './board-sheets.ts';
import type { BoardView } from './board-view.ts';

/** Each table is a sheet of its own, with its heading held in view. */
export async function boardXlsx(board: BoardView, part: BoardPart, language: 'lv' | 'en'): Promise<Buffer> {
  const sheets = boardSheets(board, part, language).map((sheet) => ({
    sheet: sheet.title,
    data: [
      sheet.heading.map((value) => ({ value, fontWeight: 'bold', wrap: true }) as const),
      ...sheet.rows.map((row) => row.map(cellOf)),
    ],
    columns: widthsOf(sheet),
    stickyRowsCount: 1,
  }));
  return await writeWorkbook(sheets).toBuffer();
}

/** The type is said outright: a text stays a text whatever it begins with. */
function cellOf(cell: Cell): CellObject | null {
  if (cell === null) return null;
  if (typeof cell === 'number') return { type: Number, value: cell };
  if (typeof cell === 'string') return { type: String, value: cell };
  return { type: Date, value: new Date(`${cell.day}T00:00:00Z`), format: 'dd.mm.yyyy' };
}

/** In characters, as wide as the longest text, within reason. */
function widthsOf({ heading, rows }: BoardSheet) {
  return heading.map((name, column) => {
    const texts = rows.map((row) => row[column]).filter((cell) => typeof cell === 'string');
    const longest = Math.max(name.length / 2, ...texts.map(({ length }) => length));
    return { width: Math.min(50, Math.max(12, Math.ceil(longest) + 2)) };
  });
}
