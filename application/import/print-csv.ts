/** Writes CSV as Latvian Excel opens it by a double click: UTF-8 with its mark, semicolons, CRLF. */

/** Signs at which a spreadsheet would take a cell for a formula. */
const formula = /^[=+\-@\t\r]/;

/** A cell that would be a formula is written as text, with an apostrophe before it (OWASP, CSV injection). */
export function printCsv(lines: readonly (readonly string[])[]): string {
  return `\ufeff${lines.map((cells) => `${cells.map(printed).join(';')}\r\n`).join('')}`;
}

function printed(cell: string): string {
  const text = formula.test(cell) ? `'${cell}` : cell;
  return /[";,\t\r\n']/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
