import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { printCsv } from './print-csv.ts';
import { readFile } from './read-file.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const lines = (text: string) => readFile(utf8(text)).lines;

describe('a CSV file (R 15)', () => {
  it.each([
    ['semicolons', 'Vārds;Klase\r\nŠņore;5.b\r\n', 'semicolon'],
    ['commas', 'Vārds,Klase\nŠņore,5.b', 'comma'],
    ['tabs', 'Vārds\tKlase\nŠņore\t5.b\n', 'tab'],
    ['a line that names the delimiter', 'sep=;\r\nVārds;Klase\r\nŠņore;5.b\r\n', 'semicolon'],
    ['a mark', '\ufeffVārds;Klase\r\nŠņore;5.b\r\n', 'semicolon'],
  ])('is read with %s', (_, text, delimiter) => {
    expect(readFile(utf8(text))).toEqual({
      encoding: 'utf-8',
      delimiter,
      lines: [
        ['Vārds', 'Klase'],
        ['Šņore', '5.b'],
      ],
      problems: [],
    });
  });

  it('of Latvian Excel is read in Windows-1257, and said', () => {
    const bytes = Uint8Array.from([
      0x56, 0xe2, 0x72, 0x64, 0x73, 0x3b, 0x0d, 0x0a, 0xd0, 0xf2, 0x6f, 0x72, 0x65, 0x3b,
    ]);
    const read = readFile(bytes);
    expect([read.encoding, read.lines]).toEqual([
      'windows-1257',
      [
        ['Vārds', ''],
        ['Šņore', ''],
      ],
    ]);
  });

  it('of “Unicode text” is read in UTF-16', () => {
    const bytes = new Uint8Array([0xff, 0xfe, ...Buffer.from('Vārds\tKlase\r\nŠņore\t5.b\r\n', 'utf16le')]);
    const read = readFile(bytes);
    expect([read.encoding, read.delimiter, read.lines[1]]).toEqual(['utf-16le', 'tab', ['Šņore', '5.b']]);
  });

  it('keeps line ends and delimiters within quotes, and counts rows as Excel does', () => {
    expect(lines('a;b\n"x\ny;z";"say ""hi"""\n;\nlast;1\n')).toEqual([
      ['a', 'b'],
      ['x\ny;z', 'say "hi"'],
      ['', ''],
      ['last', '1'],
    ]);
  });

  it('that is broken says in which row', () => {
    expect(readFile(utf8('a;b\n1;2\n"never closed;3\n4;5\n')).problems).toEqual([
      { row: 3, column: null, code: 'quoteOpen' },
    ]);
    expect(readFile(utf8('a;b\n1;"x"y\n')).problems).toEqual([{ row: 2, column: null, code: 'quoteOpen' }]);
  });

  it('that is empty, or no text at all, is said to be so', () => {
    expect(readFile(utf8(' \r\n')).problems[0]?.code).toBe('fileEmpty');
    expect(readFile(Uint8Array.from([0x50, 0x4b, 3, 4, 0, 0, 255])).problems[0]?.code).toBe('fileUnreadable');
  });

  it('of whatever bytes is read or refused, and never throws', () => {
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array(), fc.string({ unit: 'binary' }).map(utf8)), (bytes) => {
        const { lines: read, problems } = readFile(bytes);
        expect(read.length === 0 || problems.length === 0).toBe(true);
      }),
    );
  });

  it('that we write is read back as the same', () => {
    const cell = fc
      .string({ unit: fc.constantFrom('a', 'Š', ';', ',', '"', "'", ' ', '\n', '\r\n', '5', '.') })
      .filter((text) => !/^[=+\-@\t\r]/.test(text));
    const table = fc
      .integer({ min: 2, max: 4 })
      .chain((width) =>
        fc.tuple(
          fc.tuple(...Array.from({ length: width }, (_, n) => fc.constant(`h${n}`))),
          fc.array(fc.array(cell, { minLength: width, maxLength: width }), { maxLength: 4 }),
        ),
      );
    fc.assert(
      fc.property(table, ([headings, rows]) => {
        expect(readFile(utf8(printCsv([headings, ...rows]))).lines).toEqual([headings, ...rows]);
      }),
    );
  });

  it('that we write holds no formula', () => {
    expect(printCsv([['=1+1', '+1', '-1', '@a', 'a=b']])).toBe(`\ufeff"'=1+1";"'+1";"'-1";"'@a";a=b\r\n`);
  });
});
