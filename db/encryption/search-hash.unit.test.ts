import { describe, expect, it } from 'vitest';
import { searchTermKinds } from '../../domain/learner/search-terms.ts';
import { newKey } from './aes-gcm.ts';
import { searchHasher } from './search-hash.ts';

const key = Buffer.alloc(32, 7);
const municipality = '00000000-0000-4000-8000-00000000000a';
const hex = (hash: Buffer) => hash.toString('hex');

describe('keyed hashes of the index (architecture 3, “Search”)', () => {
  it('are 16 bytes and the same each time, so that what was stored is found', () => {
    const term = { kind: 'name', text: 'berzina' } as const;
    const hash = searchHasher(key, municipality)(term);
    expect(hash).toHaveLength(16);
    expect(searchHasher(key, municipality.toUpperCase())(term)).toEqual(hash);
    // Changes only together with a new index: what is stored would not be found any more.
    expect(hex(hash)).toMatchInlineSnapshot(`"cf90976b32d7c6eba2210a0f59fb5ab5"`);
  });

  it('have nothing in common between kinds, municipalities and keys', () => {
    const hashers = [
      searchHasher(key, municipality),
      searchHasher(key, '00000000-0000-4000-8000-00000000000b'),
      searchHasher(newKey(), municipality),
    ];
    const hashes = hashers.flatMap((hash) =>
      searchTermKinds.map((kind) => hex(hash({ kind, text: 'anna' }))),
    );
    expect(new Set(hashes).size).toBe(hashes.length);
  });
});
