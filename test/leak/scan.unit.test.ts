import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { searchedMarkers } from './markers.ts';
import { findLeaks, scanTemporalStore } from './scan.ts';

const writers: Readonly<Record<string, (text: string) => Buffer>> = {
  plain: (text) => Buffer.from(text),
  utf16: (text) => Buffer.from(text, 'utf16le'),
  json: (text) =>
    Buffer.from(
      text.replaceAll(/[^\x20-\x7e]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`),
    ),
  percent: (text) => Buffer.from(encodeURIComponent(text)),
  base64: (text) => Buffer.from(Buffer.from(text).toString('base64')),
  base64url: (text) => Buffer.from(Buffer.from(text).toString('base64url')),
  hex: (text) => Buffer.from(Buffer.from(text).toString('hex')),
  HEX: (text) => Buffer.from(Buffer.from(text).toString('hex').toUpperCase()),
};

it.each(Object.keys(writers))('a planted marker is found in %s, whatever stands around it', (name) => {
  const write = writers[name] as (text: string) => Buffer;
  fc.assert(
    fc.property(
      fc.constantFrom(...searchedMarkers),
      fc.stringMatching(/^[a-zāžģ ]{0,7}$/),
      fc.stringMatching(/^[a-zāžģ ]{0,7}$/),
      (marker, before, after) => {
        const bytes = Buffer.concat([Buffer.from([0, 255, 10]), write(before + marker + after)]);
        expect(findLeaks(bytes, [marker], 'here')).toHaveLength(1);
      },
    ),
  );
});

it('what holds no marker gives none', () => {
  const bytes = Buffer.from('timeline-1b06d85e reply · late 2026-12-21 Zermena rokas');
  expect(findLeaks(bytes, searchedMarkers, 'here')).toEqual([]);
});

it('a marker in a store is found in a table, in the write-ahead log, and after it was deleted', () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'terminsargs-scan-'));
  const file = path.join(folder, 'store.db');
  const database = new DatabaseSync(file);
  try {
    database.exec('pragma journal_mode = wal; create table history (id integer, data blob)');
    expect(scanTemporalStore(file, searchedMarkers)).toEqual([]);
    const [marker = ''] = searchedMarkers;
    // Longer than a page, so that the row is spread over several.
    const data = Buffer.from(Buffer.from('x'.repeat(10_001) + marker).toString('base64'));
    database.prepare('insert into history values (1, ?)').run(data);
    const places = scanTemporalStore(file, searchedMarkers).map(({ where }) => path.basename(where));
    expect(places).toContain('table history');
    database.exec('delete from history');
    expect(scanTemporalStore(file, searchedMarkers).map(({ where }) => path.basename(where))).toEqual([
      'store.db-wal',
    ]);
  } finally {
    database.close();
    rmSync(folder, { recursive: true, force: true });
  }
});
