/**
 * Chain heads, taken out of the database once a day: whoever can rewrite the database can rewrite its chains, but
 * not what lies elsewhere. Each export covers the digest of the one before.
 */
import { createHash, randomUUID } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { asc, desc, eq, gt, sql } from 'drizzle-orm';
import { dayOf, type Instant } from '../domain/time.ts';
import { canonicalJson } from './canonical-json.ts';
import type { Database } from './connect.ts';
import { chainAnchor, dossier } from './schema/index.ts';
import { asClock, type Transaction } from './transaction.ts';

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

/** Any number, the same for all workers. */
const ANCHOR_LOCK = 7_243_103;
const unfinished = '.unfinished';

/**
 * Exports the heads into the folder unless the Riga day of `now` has its file already: then null. Otherwise the file's
 * path. The file gets its name after the commit; one that a killed process left without it is finished, or deleted
 * where its export was rolled back, so that every file's predecessor is there. For role `app_clock`.
 */
export async function writeDailyAnchor(
  database: Database,
  folder: string,
  now: Instant,
): Promise<string | null> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = await asClock(database, async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(${ANCHOR_LOCK})`);
    await finishOthers(tx, folder);
    if (readAnchors(folder).some(({ at }) => dayOf(at) === dayOf(now))) return null;
    const anchor = await exportChainHeads(tx, now);
    return writeUnfinished(folder, anchor);
  });
  // Another worker may have met it unfinished in the meantime.
  if (file !== null && !existsSync(file)) finish(file);
  return file;
}

async function finishOthers(tx: Transaction, folder: string): Promise<void> {
  for (const name of readdirSync(folder).filter((one) => one.endsWith(unfinished))) {
    const file = path.join(folder, name.slice(0, -unfinished.length));
    const id = file.slice(-'.json'.length - 36, -'.json'.length);
    const [noted] = await tx.select({ id: chainAnchor.id }).from(chainAnchor).where(eq(chainAnchor.id, id));
    if (noted === undefined || existsSync(file)) rmSync(file + unfinished, { force: true });
    else finish(file);
  }
}

/** Writes an export into a folder, as a file of its own that is never overwritten. Returns its path. */
export function writeAnchor(folder: string, anchor: ChainAnchor): string {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = writeUnfinished(folder, anchor);
  finish(file);
  return file;
}

function writeUnfinished(folder: string, anchor: ChainAnchor): string {
  const file = path.join(folder, `chain-heads-${anchor.at.replaceAll(/[:.]/g, '-')}-${anchor.id}.json`);
  writeFileSync(file + unfinished, `${JSON.stringify(anchor)}\n`, { flag: 'wx', mode: 0o600, flush: true });
  return file;
}

/** Gives a file its name, which must be free. */
function finish(file: string): void {
  try {
    linkSync(file + unfinished, file);
    chmodSync(file, 0o400);
  } finally {
    rmSync(file + unfinished, { force: true });
  }
}

/** The exports in a folder, oldest first. Throws where a file is none. */
export function readAnchors(folder: string): readonly ChainAnchor[] {
  return readdirSync(folder)
    .filter((name) => /^chain-heads-.*\.json$/.test(name))
    .sort()
    .map((name) => JSON.parse(readFileSync(path.join(folder, name), 'utf8')) as ChainAnchor);
}
