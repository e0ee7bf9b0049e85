import { assert, jsonValue, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Instant } from '../domain/time.ts';
import { canonicalJson } from './canonical-json.ts';
import { type ChainedRow, chainHash, chainStart } from './chain.ts';

const row: ChainedRow = {
  dossierId: '0a1b2c3d-0000-4000-8000-000000000001',
  seq: 1,
  id: '0a1b2c3d-0000-4000-8000-000000000002',
  type: 'duty.escalated',
  occurredAt: '2026-11-02T09:00:00.007Z' as Instant,
  recordedAt: '2026-11-02T09:30:00.000Z' as Instant,
  byPerson: '0a1b2c3d-0000-4000-8000-000000000003',
  institutionId: '0a1b2c3d-0000-4000-8000-000000000004',
  acute: null,
  settles: null,
  data: { step: 1, dutyKey: 'reply:1' },
  words: null,
  keyId: null,
};

/** The same members in another order, at every depth. */
function shuffled(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(shuffled);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, member]) => [key, shuffled(member)]),
  );
}

describe('the chain’s form, fixed for good', () => {
  it('a known row gives a known hash', () => {
    expect(chainStart(row.dossierId).toString('hex')).toMatchInlineSnapshot(
      `"e244acd1194a66560c8b04734868548cddb4299c1499b8cccbef170b278a9467"`,
    );
    expect(chainHash(chainStart(row.dossierId), row).toString('hex')).toMatchInlineSnapshot(
      `"c488e102f9fd621e199f9492a690c21e7cd71f6ae26b7a560dff8d0c5e3714cb"`,
    );
  });

  it('does not depend on the order of jsonb’s members', () => {
    assert(
      property(jsonValue({ noUnicodeString: false }), (data) => {
        const start = chainStart(row.dossierId);
        const other = chainHash(start, { ...row, data: shuffled(data) });
        expect(chainHash(start, { ...row, data }).equals(other)).toBe(true);
      }),
    );
  });

  it('depends on every member and on what came before', () => {
    const start = chainStart(row.dossierId);
    const hashes = [
      chainHash(start, row),
      chainHash(chainHash(start, row), row),
      ...[
        { seq: 2 },
        { id: row.dossierId },
        { dossierId: row.id },
        { type: 'duty.waived' },
        { occurredAt: '2026-11-02T09:00:00.008Z' as Instant },
        { recordedAt: '2026-11-02T09:30:00.001Z' as Instant },
        { byPerson: row.id },
        { institutionId: row.id },
        { acute: false },
        { acute: true },
        { settles: [] },
        { settles: ['a,b'] },
        { settles: ['a', 'b'] },
        { data: { step: '1', dutyKey: 'reply:1' } },
        { data: { step: 1, dutyKey: 'reply:1', more: null } },
        { words: Buffer.from('x') },
        { keyId: row.id },
      ].map((change) => chainHash(start, { ...row, ...change })),
    ].map((hash) => hash.toString('hex'));
    expect(new Set(hashes).size).toBe(hashes.length);
  });
});

describe('canonical JSON', () => {
  it('reads back as what it was written from', () => {
    assert(
      property(jsonValue(), (value) => {
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  it('sorts at every depth, leaves out undefined, refuses what JSON cannot hold', () => {
    expect(canonicalJson({ b: [{ d: 1, c: 'ā' }], a: undefined, A: null })).toBe(
      '{"A":null,"b":[{"c":"ā","d":1}]}',
    );
    for (const value of [Number.NaN, Number.POSITIVE_INFINITY, undefined, 1n, () => 1, Symbol('x')]) {
      expect(() => canonicalJson([value])).toThrow(TypeError);
    }
  });
});
