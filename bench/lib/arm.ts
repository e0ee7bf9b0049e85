/** Brings timelines to wait in Temporal for one moment, a real one that is seconds away. */
import { requestPokes } from '../../db/repositories/dossiers.ts';
import { asClock } from '../../db/transaction.ts';
import { type Instant, plusMilliseconds } from '../../domain/time.ts';
import { inLanes } from './in-lanes.ts';
import type { BenchProduct } from './product.ts';
import { clocksKnow, waitFor } from './timelines-in-sight.ts';
import { watchUntil } from './watch.ts';

const hour = 3_600_000;
/** What a workflow needs, after its clock was read, until the server has its timer. */
const settleMs = 1_500;

/**
 * First hours before the moment, so that what comes earlier (reminders) is told without haste; then so close to it
 * that the timers are real. Throws where the machine was too busy to set them in time.
 */
export async function arm(product: BenchProduct, ids: readonly string[], moment: Instant): Promise<void> {
  product.clock.moveTo(plusMilliseconds(moment, -6 * hour));
  await poke(product, ids);
  await watchUntil(() => waitFor(product, ids, moment), ids.length, { everyMs: 200, patienceMs: 300_000 });

  const leadMs = 8_000 + ids.length * 40;
  product.clock.moveTo(plusMilliseconds(moment, -leadMs));
  await asClock(product.owner, (tx) => requestPokes(tx, ids));
  await poke(product, ids);
  await watchUntil(() => clocksKnow(product, ids), ids.length, { everyMs: 200, patienceMs: 300_000 });
  if (product.clock.until(moment) < settleMs)
    throw new Error(`the timers were not set within ${leadMs / 1000} s: the machine is too busy to measure`);
}

async function poke(product: BenchProduct, ids: readonly string[]): Promise<void> {
  await inLanes(ids, 16, (id) => product.timelines.changed(id));
}
