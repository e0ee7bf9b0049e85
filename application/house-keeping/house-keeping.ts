/** What is done in wall time and owed to nobody: anchors, verification, forgetting. Temporal's schedules ask for it. */
import { randomUUID } from 'node:crypto';
import { readAnchors, writeDailyAnchor } from '../../db/chain-anchor.ts';
import type { Database } from '../../db/connect.ts';
import { insertChainCheck } from '../../db/repositories/chain-checks.ts';
import { forgetDrafts } from '../../db/repositories/drafts.ts';
import { forgetIdempotent } from '../../db/repositories/idempotency.ts';
import { asClock } from '../../db/transaction.ts';
import { verifyChainsAt } from '../../db/verify-chain.ts';
import { type Instant, plusMilliseconds } from '../../domain/time.ts';
import type { Log } from '../ports.ts';

export type HouseKeeping = {
  /** Takes the heads of all chains out of the database, once a day. */
  anchorChains(): Promise<void>;
  /** Checks all chains against each other and the anchors; alarms where one is broken. */
  verifyChains(): Promise<void>;
  /** Deletes writes that no client repeats any more, and drafts that nobody came back to. */
  forgetWrites(): Promise<void>;
};

export type HouseKeepingDeps = {
  /** Role `app_clock`. */
  readonly database: Database;
  /** Role `app_verify`; undefined: chains are not verified here. */
  readonly verifyUrl: string | undefined;
  /** A place that the database's administrator cannot write, the same for all workers; undefined: no anchors. */
  readonly anchorFolder: string | undefined;
  readonly log: Log;
  readonly wallTime: () => Instant;
};

/** Long after any client has given up: repetitions come within minutes, people within days. */
const rememberedMs = 30 * 24 * 3_600_000;
/** Each holds all heads. An older one was compared every night while it was young. */
const anchorsCompared = 30;

export function createHouseKeeping({
  database,
  verifyUrl,
  anchorFolder,
  log,
  wallTime,
}: HouseKeepingDeps): HouseKeeping {
  return {
    async anchorChains() {
      if (anchorFolder === undefined) {
        log.warn({}, 'chain heads are not anchored: ANCHOR_FOLDER is not set');
        return;
      }
      const file = await writeDailyAnchor(database, anchorFolder, wallTime());
      if (file !== null) log.info({ file }, 'chain heads anchored');
    },
    async verifyChains() {
      if (verifyUrl === undefined) {
        log.warn({}, 'chains are not verified: neither DATABASE_URL_VERIFY nor APP_VERIFY_PASSWORD is set');
        return;
      }
      const anchors = anchorFolder === undefined ? [] : readAnchors(anchorFolder).slice(-anchorsCompared);
      const { checked, dossiers, broken, firstBroken } = await verifyChainsAt(verifyUrl, anchors);
      const found = {
        firstBrokenId: firstBroken?.dossierId ?? null,
        firstBrokenSeq: firstBroken?.seq ?? null,
        reason: firstBroken?.reason ?? null,
        broken: broken.length,
      };
      await asClock(database, (tx) =>
        insertChainCheck(tx, { id: randomUUID(), at: wallTime(), facts: checked, dossiers, ...found }),
      );
      if (firstBroken === undefined) log.info({ facts: checked, dossiers }, 'chains verified');
      else log.error(found, 'CHAIN BROKEN: facts were changed behind the product');
    },
    async forgetWrites() {
      const before = plusMilliseconds(wallTime(), -rememberedMs);
      const forgotten = await asClock(database, (tx) => forgetIdempotent(tx, before));
      const drafts = await asClock(database, (tx) => forgetDrafts(tx, before));
      log.info({ forgotten, drafts }, 'old writes and drafts forgotten');
    },
  };
}
