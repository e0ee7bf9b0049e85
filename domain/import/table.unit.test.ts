import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendarDay } from '../time.ts';
import { importKinds } from './columns.ts';
import { columnList, printRow, readTable } from './table.ts';

const people = ['Vārds, uzvārds', 'E-pasts', 'Loma'];

describe('a table that is imported (R 15)', () => {
  it.each(importKinds)('%s: the example of the template is read without a problem', (kind) => {
    const columns = columnList(kind);
    const lines = [columns.map(([, { lv }]) => lv), columns.map(([, { example }]) => example)];
    const { rows, problems, hints } = readTable(kind, lines);
    expect([problems, hints, rows.length]).toEqual([[], [], 1]);
  });

  it.each(importKinds)(
    '%s: English headings, ids and Latvian ones without diacritics mean the same',
    (kind) => {
      const columns = columnList(kind);
      const cells = columns.map(([, { example }]) => example);
      const read = (headings: readonly string[]) => readTable(kind, [headings, cells]);
      const expected = read(columns.map(([, { lv }]) => lv));
      expect(read(columns.map(([, { en }]) => en))).toEqual(expected);
      expect(read(columns.map(([id]) => id.toUpperCase()))).toEqual(expected);
      expect(read(columns.map(([, { lv }]) => lv.normalize('NFD').replaceAll(/\p{M}/gu, '')))).toEqual(
        expected,
      );
    },
  );

  it.each(importKinds)('%s: no two columns share a heading', (kind) => {
    const names = columnList(kind).flatMap(([, { lv, en, also }]) => [
      lv,
      ...(en === lv ? [] : [en]),
      ...also,
    ]);
    expect(new Set(names).size).toBe(names.length);
  });

  it('every problem is listed, with row and column as Excel counts them', () => {
    const { problems, rows, filled } = readTable('people', [
      [...people, 'No'],
      ['Anna', 'anna@example.lv', 'Direktors', '21.11.2026'],
      ['', '', '', ''],
      ['', 'anna', 'karalis', '31.11.2026'],
    ]);
    expect(problems.map(({ row, column, code }) => [row, column, code])).toEqual([
      [4, 'name', 'empty'],
      [4, 'mail', 'notAMail'],
      [4, 'role', 'notInList'],
      [4, 'from', 'notADay'],
    ]);
    expect(rows.map(({ row, value }) => [row, value.role, value.from])).toEqual([
      [2, 'principal', calendarDay('2026-11-21')],
    ]);
    expect(filled).toEqual([2, 4]);
  });

  it('a heading that is missing or stands twice is told once, not for every row; one unknown is only pointed out', () => {
    const { problems, hints, rows } = readTable('people', [
      ['E-pasts', 'E-mail', 'Loma', 'Mīļākā krāsa'],
      ['a@b.lv', '', 'direktors', 'zila'],
      ['b@b.lv', '', 'direktors', 'zila'],
    ]);
    expect(problems).toEqual([
      { row: 1, column: 'mail', code: 'headingTwice' },
      { row: 1, column: 'name', code: 'headingMissing' },
    ]);
    expect(hints).toEqual([{ row: 1, column: null, heading: 'Mīļākā krāsa', code: 'headingUnread' }]);
    expect(rows).toEqual([]);
  });

  it('whatever is typed gives rows or problems, and throws never', () => {
    const cell = fc.oneof(
      fc.string(),
      fc.string({ unit: 'binary' }),
      fc.constantFrom('', '1', 'jā', '2026-02-30'),
    );
    const ofKind = fc.constantFrom(...importKinds).chain((kind) =>
      fc.tuple(
        fc.constant(kind),
        fc.array(fc.oneof(fc.constantFrom(...columnList(kind).flatMap(([id, { lv }]) => [id, lv])), cell), {
          maxLength: 12,
        }),
        fc.array(fc.array(cell, { maxLength: 14 }), { maxLength: 5 }),
      ),
    );
    fc.assert(
      fc.property(ofKind, ([kind, headings, lines]) => {
        const { rows, filled, problems } = readTable(kind, [headings, ...lines]);
        const wrong = new Set(problems.map(({ row }) => row));
        if (wrong.has(1)) expect(rows).toEqual([]);
        else expect(rows.map(({ row }) => row)).toEqual(filled.filter((row) => !wrong.has(row)));
      }),
    );
  });

  it('what is printed is read back as the same', () => {
    const examples = fc
      .constantFrom(...importKinds)
      .chain((kind) =>
        fc.tuple(
          fc.constant(kind),
          fc.tuple(
            ...columnList(kind).map(([, { example, required }]) =>
              fc.constantFrom(...(required || example === '' ? [example] : [example, ''])),
            ),
          ),
        ),
      );
    fc.assert(
      fc.property(examples, ([kind, cells]) => {
        const headings = columnList(kind).map(([, { lv }]) => lv);
        const [first] = readTable(kind, [headings, cells]).rows;
        if (first === undefined) throw new Error('the example was not read');
        const again = readTable(kind, [headings, printRow(kind, first.value)]);
        expect(again.rows).toEqual([first]);
      }),
    );
  });
});
