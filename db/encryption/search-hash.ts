/**
 * Keyed hashes of names and birth dates. The key is a municipality's own: the hashes of two municipalities have
 * nothing in common, and without the key nobody can try names out on the index.
 */
import { createHmac, hkdfSync } from 'node:crypto';
import type { SearchTerm, SearchTermKind } from '../../domain/learner/search-terms.ts';

const KEY_BYTES = 32;
const HASH_BYTES = 16;

/** 16 bytes for a term; the same text has another hash as a name than as a sound. */
export type SearchHasher = (term: SearchTerm) => Buffer;

/** `key` is the municipality's data key; it hashes nothing itself, each kind of term has a key derived from it. */
export function searchHasher(key: Uint8Array, municipalityId: string): SearchHasher {
  const derived = new Map<SearchTermKind, Buffer>();
  const keyOf = (kind: SearchTermKind) => {
    const known = derived.get(kind);
    if (known !== undefined) return known;
    const made = Buffer.from(
      hkdfSync('sha256', key, municipalityId.toLowerCase(), `learner-search ${kind}`, KEY_BYTES),
    );
    derived.set(kind, made);
    return made;
  };
  return ({ kind, text }) =>
    createHmac('sha256', keyOf(kind)).update(text, 'utf8').digest().subarray(0, HASH_BYTES);
}
