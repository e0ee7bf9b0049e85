/**
 * Chain heads, taken out of the database once a day: whoever can rewrite the database can rewrite its chains, but
 * not what lies elsewhere. Each export covers the digest of the one before.
 */
import { createHash, randomUUID } from 'node:crypto';
import { chmodSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { asc, desc, gt } from 'drizzle-orm';
import type { Instant } from '../domain/time.ts';
import { canonicalJson } from './canonical-json.ts';
import { chainAnchor, dossier } from './schema/index.ts';
import type { Transaction } from './transaction.ts';

/** The last fact of a dossier; hash in hexadecimal. */
export type ChainHead = { readonly dossierId: string; readonly seq: number; readonly hash: string };

export type ChainAnchor = {
  readonly id: string;
  readonly at: Instant;
  /** In hexadecimal; 64 zeros for the first export. */
  readonly prevDigest: string;
  readonly digest: string;
  readonly heads: readonly ChainHead[];
};

/** The heads of all dossiers that have facts, noted in the database too. For role `app_clock`. */
export async function exportChainHeads(tx: Transaction, now: Instant): Promise<ChainAnchor> {
  const rows = await tx
    .select({ dossierId: dossier.id, seq: dossier.version, hash: dossier.chainHead })
    .from(dossier)
    .where(gt(dossier.version, 0))
    .orderBy(asc(dossier.id));
  const [last] = await tx
    .select({ digest: chainAnchor.digest })
    .from(chainAnchor)
    .orderBy(desc(chainAnchor.at), desc(chainAnchor.id))
    .limit(1);
  const unsigned = {
    id: randomUUID(),
    at: now,
    prevDigest: (last?.digest ?? Buffer.alloc(32)).toString('hex'),
    heads: rows.map((row) => ({ ...row, hash: row.hash.toString('hex') })),
  };
  const anchor = { ...unsigned, digest: anchorDigest(unsigned) };
  await tx.insert(chainAnchor).values({
    id: anchor.id,
    at: now,
    dossiers: rows.length,
    prevDigest: Buffer.from(anchor.prevDigest, 'hex'),
    digest: Buffer.from(anchor.digest, 'hex'),
  });
  return anchor;
}

/** SHA-256 of the canonical JSON of everything but the digest itself. */
export function anchorDigest({ id, at, prevDigest, heads }: Omit<ChainAnchor, 'digest'>): string {
  return createHash('sha256').update(canonicalJson({ id, at, prevDigest, heads })).digest('hex');
}

/** Writes an export into a folder, as a file of its own that is never overwritten. Returns its path. */
export function writeAnchor(folder: string, anchor: ChainAnchor): string {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = path.join(folder, `chain-heads-${anchor.at.replaceAll(/[:.]/g, '-')}-${anchor.id}.json`);
  writeFileSync(file, `${JSON.stringify(anchor)}\n`, { flag: 'wx', mode: 0o600 });
  chmodSync(file, 0o400);
  return file;
}

/** The exports in a folder, oldest first. Throws where a file is none. */
export function readAnchors(folder: string): readonly ChainAnchor[] {
  return readdirSync(folder)
    .filter((name) => /^chain-heads-.*\.json$/.test(name))
    .sort()
    .map((name) => JSON.parse(readFileSync(path.join(folder, name), 'utf8')) as ChainAnchor);
}
