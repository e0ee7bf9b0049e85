/** From a table of texts to rows of values, with every problem by row and column. Data in, data out; never throws. */
import { fold } from '../learner/name-parts.ts';
import type { CellProblem } from './cell.ts';
import { type Column, columnsOf, type ImportKind, type RowOf } from './columns.ts';
import type { ImportHint, ImportProblem } from './problem.ts';

/** `row` counts as Excel does: the headings are row 1. */
export type Read<K extends ImportKind> = { readonly row: number; readonly value: RowOf<K> };

export type ReadTable<K extends ImportKind> = {
  /** Rows without a problem, in the order of the file. */
  readonly rows: readonly Read<K>[];
  /** Numbers of the rows that hold anything. */
  readonly filled: readonly number[];
  readonly problems: readonly ImportProblem[];
  readonly hints: readonly ImportHint[];
};

type AnyColumn = Column<unknown>;
type Placed = { readonly id: string; readonly column: AnyColumn; readonly at: number };

/** The columns of a kind with their ids, in the order of the template. */
export function columnList(kind: ImportKind): readonly (readonly [string, AnyColumn])[] {
  return Object.entries(columnsOf[kind]);
}

/** `lines`: the records of the file, the headings first. */
export function readTable<K extends ImportKind>(
  kind: K,
  lines: readonly (readonly string[])[],
): ReadTable<K> {
  const [headings = [], ...rest] = lines;
  const { placed, problems, hints } = placeHeadings(kind, headings);
  const filled = rest.flatMap((cells, index) => (cells.every(isBlank) ? [] : [{ row: index + 2, cells }]));
  const found: ImportProblem[] = [...problems];
  const rows: Read<K>[] = [];
  // Where a heading is wrong, what the columns mean is not known, and each row would be wrong alike.
  if (problems.length === 0) {
    for (const { row, cells } of filled) {
      const { value, wrong } = readRow(placed, cells, headings.length);
      found.push(...wrong.map((one) => ({ ...one, row })));
      if (wrong.length === 0) rows.push({ row, value: value as RowOf<K> });
    }
  }
  return { rows, filled: filled.map(({ row }) => row), problems: found, hints };
}

/** Values as the cells of a row, in the order of the template. What is read back is the same. */
export function printRow<K extends ImportKind>(kind: K, value: RowOf<K>): readonly string[] {
  const values = value as Readonly<Record<string, unknown>>;
  return columnList(kind).map(([id, { form }]) => (values[id] == null ? '' : form.print(values[id])));
}

function placeHeadings(kind: ImportKind, headings: readonly string[]) {
  const columns = columnList(kind);
  const byName = new Map(
    columns.flatMap(([id, { lv, en, also }]) =>
      [id, lv, en, ...also].map((name) => [headingForm(name), id] as const),
    ),
  );
  const problems: ImportProblem[] = [];
  const hints: ImportHint[] = [];
  const places = new Map<string, number>();
  for (const [at, heading] of headings.entries()) {
    if (isBlank(heading)) continue;
    const id = byName.get(headingForm(heading));
    if (id === undefined) {
      hints.push({ row: 1, column: null, heading: shortened(heading), code: 'headingUnread' });
    } else if (places.has(id)) problems.push({ row: 1, column: id, code: 'headingTwice' });
    else places.set(id, at);
  }
  for (const [id, { required }] of columns) {
    if (required && !places.has(id)) problems.push({ row: 1, column: id, code: 'headingMissing' });
  }
  const placed = columns.map(([id, column]): Placed => ({ id, column, at: places.get(id) ?? -1 }));
  return { placed, problems, hints };
}

/** Headings differ by case, diacritics, blanks and signs, and mean the same. */
function headingForm(text: string): string {
  return fold(text).replaceAll(/[^\p{L}\p{N}]+/gu, '');
}

function shortened(text: string): string {
  return text.trim().slice(0, 60);
}

function isBlank(cell: string): boolean {
  return cell.trim() === '';
}

type Wrong = Omit<ImportProblem, 'row'>;

function readRow(placed: readonly Placed[], cells: readonly string[], width: number) {
  const wrong: Wrong[] = [];
  const value: Record<string, unknown> = {};
  if (cells.slice(width).some((cell) => !isBlank(cell))) wrong.push({ column: null, code: 'tooManyCells' });
  for (const { id, column, at } of placed) {
    const text = (cells[at] ?? '').trim();
    if (text === '') {
      value[id] = null;
      if (column.required) wrong.push({ column: id, code: 'empty' });
      continue;
    }
    const read = column.form.read(text);
    if ('problem' in read) wrong.push(wrongCell(id, read));
    else value[id] = read.value;
  }
  return { value, wrong };
}

function wrongCell(column: string, { problem, allowed }: CellProblem): Wrong {
  return { column, code: problem, ...(allowed === undefined ? {} : { allowed }) };
}
