/** Looks for personal data where none may be: in whatever bytes, however they may have been written there. */
import { existsSync, readFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';

export type Leak = { readonly marker: string; readonly encoding: string; readonly where: string };

export type Spelling = { readonly encoding: string; readonly bytes: Buffer };

/** Every way in which a text may stand in a store or a log: plain, escaped, in base64 at each alignment, in hex. */
export function spellingsOf(text: string): readonly Spelling[] {
  const utf8 = Buffer.from(text, 'utf8');
  const ascii = (encoding: string, spelled: string): Spelling => ({ encoding, bytes: Buffer.from(spelled) });
  const all: readonly Spelling[] = [
    { encoding: 'plain', bytes: utf8 },
    { encoding: 'utf16le', bytes: Buffer.from(text, 'utf16le') },
    ascii('json', jsonEscaped(text)),
    ascii('json upper case', jsonEscaped(text).replaceAll(/\\u[0-9a-f]{4}/g, upperDigits)),
    ascii('percent', encodeURIComponent(text)),
    ascii('quoted-printable', quotedPrintable(utf8)),
    ascii('hex', utf8.toString('hex')),
    ascii('hex upper case', utf8.toString('hex').toUpperCase()),
    ...[0, 1, 2].flatMap((offset) => [
      ascii(`base64 at ${offset}`, base64At(utf8, offset)),
      ascii(`base64url at ${offset}`, base64At(utf8, offset).replaceAll('+', '-').replaceAll('/', '_')),
    ]),
  ];
  const seen = new Set<string>();
  return all.filter(({ bytes }) => {
    const spelled = bytes.toString('latin1');
    if (seen.has(spelled)) return false;
    seen.add(spelled);
    return true;
  });
}

/** As `JSON.stringify` never does, but other writers do: everything beyond ASCII as `\u0101`. */
function jsonEscaped(text: string): string {
  return JSON.stringify(text)
    .slice(1, -1)
    .replaceAll(/[^\x20-\x7e]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

function upperDigits(escape: string): string {
  return `\\u${escape.slice(2).toUpperCase()}`;
}

function quotedPrintable(utf8: Buffer): string {
  return [...utf8]
    .map((byte) =>
      byte > 126 || byte === 61
        ? `=${byte.toString(16).toUpperCase().padStart(2, '0')}`
        : String.fromCharCode(byte),
    )
    .join('');
}

/** The characters that depend on this text alone, when `offset` other bytes (mod 3) stand before it. */
function base64At(utf8: Buffer, offset: number): string {
  const encoded = Buffer.concat([Buffer.alloc(offset), utf8]).toString('base64');
  const begin = [0, 2, 3][offset] ?? 0;
  const rest = [0, 3, 2][(offset + utf8.length) % 3] ?? 0;
  return encoded.slice(begin, encoded.length - rest);
}

/** Markers found in the bytes, once each with the first spelling that was found. */
export function findLeaks(bytes: Buffer, markers: readonly string[], where: string): readonly Leak[] {
  return markers.flatMap((marker) => {
    const found = spellingsOf(marker).find((spelling) => bytes.includes(spelling.bytes));
    return found === undefined ? [] : [{ marker, encoding: found.encoding, where }];
  });
}

/**
 * Markers in a Temporal server's SQLite store: in its files as they lie on the disk, with the write-ahead log (also
 * what was deleted and not yet overwritten), and in every value of every table (which may be split over pages).
 */
export function scanTemporalStore(dataFile: string, markers: readonly string[]): readonly Leak[] {
  const files = ['', '-wal'].map((suffix) => dataFile + suffix).filter((file) => existsSync(file));
  if (files.length === 0) throw new Error(`no store to scan at ${dataFile}`);
  const onDisk = files.flatMap((file) => findLeaks(readFileSync(file), markers, file));
  const database = new DatabaseSync(dataFile, { readOnly: true });
  try {
    return [...onDisk, ...tablesOf(database).flatMap((table) => scanTable(database, table, markers))];
  } finally {
    database.close();
  }
}

function tablesOf(database: DatabaseSync): readonly string[] {
  const rows = database.prepare(`select name from sqlite_master where type = 'table'`).all();
  if (rows.length === 0) throw new Error('a store without tables was scanned');
  return rows.map(({ name }) => String(name));
}

function scanTable(database: DatabaseSync, table: string, markers: readonly string[]): readonly Leak[] {
  const values: Buffer[] = [];
  const separator = Buffer.from('\n');
  for (const row of database.prepare(`select * from "${table.replaceAll('"', '""')}"`).iterate()) {
    for (const value of Object.values(row)) {
      if (typeof value === 'string') values.push(Buffer.from(value), separator);
      else if (value instanceof Uint8Array) values.push(Buffer.from(value), separator);
    }
  }
  return findLeaks(Buffer.concat(values), markers, `table ${table}`);
}
