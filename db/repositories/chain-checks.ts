/** What the nightly looks at all chains found. */
import { desc } from 'drizzle-orm';
import { chainCheck } from '../schema/index.ts';
import type { Transaction } from '../transaction.ts';

export type ChainCheckRow = typeof chainCheck.$inferSelect;

/** For role `app_clock`. */
export async function insertChainCheck(tx: Transaction, row: ChainCheckRow): Promise<void> {
  await tx.insert(chainCheck).values(row);
}

/** The latest look, null before the first. */
export async function latestChainCheck(tx: Transaction): Promise<ChainCheckRow | null> {
  const [row] = await tx.select().from(chainCheck).orderBy(desc(chainCheck.at)).limit(1);
  return row ?? null;
}
