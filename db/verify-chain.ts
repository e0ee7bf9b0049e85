/**
 * Finds out whether facts were changed behind the product's back. A chain shows changed, removed, added and
 * exchanged rows; that a tail was cut or everything rewritten shows only against anchors outside the database.
 */
import postgres from 'postgres';
import type { Instant } from '../domain/time.ts';
import { chainHash, chainStart } from './chain.ts';
import { anchorDigest, type ChainAnchor } from './chain-anchor.ts';

/**
 * `changed`: the row does not give its hash; `missing`: no row where there must be one; `notFollowing`: the row
 * follows another one than the row before it; `beyondHead`: a row after the last that the dossier knows;
 * `headDiffers`: the last row is not the one that the dossier knows; `noDossier`: rows of no dossier;
 * `anchorDiffers`: another row than the one anchored; `anchorChanged`: the anchor itself was changed or is missing
 * its predecessor.
 */
export type BreakReason =
  | 'changed'
  | 'missing'
  | 'notFollowing'
  | 'beyondHead'
  | 'headDiffers'
  | 'noDossier'
  | 'anchorDiffers'
  | 'anchorChanged';

/** The first row of a dossier that is not what was written. For `anchorChanged`: id of the anchor, and 0. */
export type ChainBreak = { readonly dossierId: string; readonly seq: number; readonly reason: BreakReason };

export type Verification = {
  /** Facts that were read. */
  readonly checked: number;
  readonly dossiers: number;
  /** The first broken row of each broken dossier, in the order of ids. */
  readonly broken: readonly ChainBreak[];
  readonly firstBroken?: ChainBreak;
};

type Head = { readonly id: string; readonly version: number; readonly chain_head: Buffer };

type Row = {
  readonly dossier_id: string;
  readonly seq: number;
  readonly id: string;
  readonly type: string;
  readonly occurred_at: string;
  readonly recorded_at: string;
  readonly by_person: string;
  readonly institution_id: string;
  readonly acute: boolean | null;
  readonly settles: string[] | null;
  readonly data: string;
  readonly words: Buffer | null;
  readonly key_id: string | null;
  readonly prev_hash: Buffer;
  readonly hash: Buffer;
};

/**
 * Checks all chains in one snapshot, as the owner, while the product may go on. `sql` is a client of its own, not one
 * that drizzle has changed. Reads row by row; keeps one head per dossier and the anchored hashes in memory.
 */
export async function verifyChains(
  sql: postgres.Sql,
  anchors: readonly ChainAnchor[] = [],
): Promise<Verification> {
  return await sql.begin('isolation level repeatable read read only', async (tx) => {
    const heads = await tx<Head[]>`select id, version, chain_head from dossier order by id`;
    const check = new ChainCheck(heads, anchors);
    const rows = tx<Row[]>`
      select dossier_id, seq, id, type, by_person, institution_id, acute, settles, data::text as data, words, key_id,
        prev_hash, hash, to_char(occurred_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US') as occurred_at,
        to_char(recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US') as recorded_at
      from event order by dossier_id, seq`;
    for await (const batch of rows.cursor(2_000)) for (const row of batch) check.row(row);
    return check.result();
  });
}

/** As `verifyChains`, with a client of its own: as the owner, or as role `app_verify`. */
export async function verifyChainsAt(url: string, anchors: readonly ChainAnchor[]): Promise<Verification> {
  const sql = postgres(url, { max: 1, onnotice: () => undefined });
  try {
    return await verifyChains(sql, anchors);
  } finally {
    await sql.end();
  }
}

/** What is known of one dossier while its rows pass by. */
type Progress = { seq: number; hash: Buffer };

class ChainCheck {
  readonly #heads: ReadonlyMap<string, Head>;
  /** Anchored hashes by dossier and seq, in hexadecimal. */
  readonly #anchored = new Map<string, Map<number, string>>();
  readonly #broken = new Map<string, ChainBreak>();
  readonly #progress = new Map<string, Progress>();
  #checked = 0;

  constructor(heads: readonly Head[], anchors: readonly ChainAnchor[]) {
    this.#heads = new Map(heads.map((head) => [head.id, head]));
    this.#readAnchors(anchors);
  }

  row(row: Row): void {
    this.#checked += 1;
    const dossierId = row.dossier_id;
    const before = this.#progress.get(dossierId) ?? { seq: 0, hash: chainStart(dossierId) };
    this.#progress.set(dossierId, { seq: row.seq, hash: row.hash });
    const reason = this.#reasonOf(row, before);
    if (reason !== null) this.#break(dossierId, reason === 'missing' ? before.seq + 1 : row.seq, reason);
  }

  result(): Verification {
    for (const head of this.#heads.values()) this.#checkEnd(head);
    for (const [dossierId, bySeq] of this.#anchored) {
      const seen = this.#progress.get(dossierId)?.seq ?? 0;
      const lost = Math.min(...[...bySeq.keys()].filter((seq) => seq > seen));
      if (Number.isFinite(lost)) this.#break(dossierId, seen + 1, 'missing');
    }
    const broken = [...this.#broken.values()].sort((a, b) => (a.dossierId < b.dossierId ? -1 : 1));
    const [firstBroken] = broken;
    return {
      checked: this.#checked,
      dossiers: this.#heads.size,
      broken,
      ...(firstBroken === undefined ? {} : { firstBroken }),
    };
  }

  #reasonOf(row: Row, before: Progress): BreakReason | null {
    const head = this.#heads.get(row.dossier_id);
    if (head === undefined) return 'noDossier';
    if (row.seq !== before.seq + 1) return 'missing';
    if (row.seq > head.version) return 'beyondHead';
    if (!hashOf(row, before.hash)?.equals(row.hash)) {
      return row.prev_hash.equals(before.hash) ? 'changed' : 'notFollowing';
    }
    if (!row.prev_hash.equals(before.hash)) return 'notFollowing';
    const anchored = this.#anchored.get(row.dossier_id)?.get(row.seq);
    return anchored !== undefined && anchored !== row.hash.toString('hex') ? 'anchorDiffers' : null;
  }

  #checkEnd(head: Head): void {
    const last = this.#progress.get(head.id) ?? { seq: 0, hash: chainStart(head.id) };
    if (last.seq < head.version) this.#break(head.id, last.seq + 1, 'missing');
    else if (!last.hash.equals(head.chain_head)) this.#break(head.id, last.seq, 'headDiffers');
  }

  /** Only the first break of a dossier counts: what follows a changed row cannot be right. */
  #break(dossierId: string, seq: number, reason: BreakReason): void {
    if (!this.#broken.has(dossierId)) this.#broken.set(dossierId, { dossierId, seq, reason });
  }

  #readAnchors(anchors: readonly ChainAnchor[]): void {
    let before: ChainAnchor | undefined;
    for (const anchor of anchors) {
      const follows = before === undefined || before.digest === anchor.prevDigest;
      if (!follows || anchorDigest(anchor) !== anchor.digest) this.#break(anchor.id, 0, 'anchorChanged');
      for (const { dossierId, seq, hash } of anchor.heads) {
        const bySeq = this.#anchored.get(dossierId) ?? new Map<number, string>();
        this.#anchored.set(dossierId, bySeq.set(seq, hash));
      }
      before = anchor;
    }
  }
}

/** The hash that the row must have; undefined where it holds what the product cannot have written. */
function hashOf(row: Row, prev: Buffer): Buffer | undefined {
  const data = storedJson(row.data);
  if (data === undefined) return undefined;
  return chainHash(prev, {
    dossierId: row.dossier_id,
    seq: row.seq,
    id: row.id,
    type: row.type,
    occurredAt: momentOf(row.occurred_at),
    recordedAt: momentOf(row.recorded_at),
    byPerson: row.by_person,
    institutionId: row.institution_id,
    acute: row.acute,
    settles: row.settles,
    data,
    words: row.words,
    keyId: row.key_id,
  });
}

/** A moment with microseconds as text; what is finer than the product writes is kept, so that it shows. */
function momentOf(text: string): Instant {
  return `${text.endsWith('000') ? text.slice(0, -3) : text}Z` as Instant;
}

/** jsonb as text, read; undefined where a number would be another one after reading (`1.0`, too many digits). */
function storedJson(text: string): unknown {
  let exact = true;
  const read: unknown = JSON.parse(text, (_, value: unknown, context?: { readonly source?: string }) => {
    if (typeof value === 'number' && context?.source !== JSON.stringify(value)) exact = false;
    return value;
  });
  return exact ? read : undefined;
}
