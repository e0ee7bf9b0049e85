/** Whether the facts are what was written, as the last nightly verification found. */
import type { Database } from '../../db/connect.ts';
import { latestChainCheck } from '../../db/repositories/chain-checks.ts';
import { asClock } from '../../db/transaction.ts';
import { type Instant, millisecondsBetween } from '../../domain/time.ts';
import type { ChainState } from '../application.ts';

const believedMs = 3 * 24 * 3_600_000;

/** For either role. Throws where the database is away. */
export async function chainState(database: Database, wallNow: Instant): Promise<ChainState> {
  const latest = await asClock(database, latestChainCheck);
  if (latest === null) return 'unchecked';
  if (latest.broken > 0) return 'broken';
  return millisecondsBetween(latest.at, wallNow) > believedMs ? 'unchecked' : 'whole';
}
