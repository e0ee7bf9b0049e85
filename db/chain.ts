/**
 * The hash chain of a dossier's facts. Its form is fixed for good: chains are verified for years after.
 *
 * hash = SHA-256( prev ‖ canonical ), `prev` being the 32 bytes of the fact before, or of `chainStart` for the first.
 * `canonical` is the UTF-8 of a JSON object without spaces, members sorted by their names' UTF-16 units at every
 * depth (so independent of jsonb's order), with: acute, byPerson, data, dossierId, id, institutionId, keyId,
 * occurredAt, recordedAt, seq, settles, type, v (the form's version, 1), words (base64 of the ciphertext). What is
 * null in the row is null. Moments are ISO 8601 in UTC with milliseconds; ids are in lower case.
 */
import { createHash } from 'node:crypto';
import type { Instant } from '../domain/time.ts';
import { canonicalJson } from './canonical-json.ts';

/** A fact as it is stored, without its hashes. */
export type ChainedRow = {
  readonly dossierId: string;
  readonly seq: number;
  readonly id: string;
  readonly type: string;
  readonly occurredAt: Instant;
  readonly recordedAt: Instant;
  readonly byPerson: string;
  readonly institutionId: string;
  readonly acute: boolean | null;
  readonly settles: readonly string[] | null;
  readonly data: unknown;
  readonly words: Buffer | null;
  readonly keyId: string | null;
};

/** What a dossier's chain starts from; other for every dossier, so that whole chains cannot be exchanged. */
export function chainStart(dossierId: string): Buffer {
  return createHash('sha256').update(`terminsargs:dossier:${dossierId.toLowerCase()}`).digest();
}

/** The hash of a fact that follows `prev`. */
export function chainHash(prev: Buffer, row: ChainedRow): Buffer {
  const canonical = canonicalJson({
    v: 1,
    dossierId: row.dossierId.toLowerCase(),
    seq: row.seq,
    id: row.id.toLowerCase(),
    type: row.type,
    occurredAt: row.occurredAt,
    recordedAt: row.recordedAt,
    byPerson: row.byPerson.toLowerCase(),
    institutionId: row.institutionId.toLowerCase(),
    acute: row.acute,
    settles: row.settles,
    data: row.data,
    words: row.words === null ? null : row.words.toString('base64'),
    keyId: row.keyId === null ? null : row.keyId.toLowerCase(),
  });
  return createHash('sha256').update(prev).update(canonical, 'utf8').digest();
}
