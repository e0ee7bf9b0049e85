/** Notices that Temporal's store is another one than the timelines were started in, and has all of them started anew. */
import { forgetClocks } from '../../db/repositories/dossiers.ts';
import { type Incarnation, loadIncarnation, storeIncarnation } from '../../db/repositories/runtime.ts';
import { asClock } from '../../db/transaction.ts';
import { crashPoint } from '../crash-points.ts';
import type { ClockDeps } from '../deps.ts';
import { withPatience } from '../patience.ts';
import { wallTime } from '../product-clock.ts';

/** The sweep has danger to tell and waits no longer for a Temporal server that is away. */
const answerMs = 2_000;
/** A new namespace takes seconds until it is served. */
const preparationMs = 30_000;

/** What the sweep needs of the Temporal server itself. */
export type TemporalStore = {
  /** Null where the namespace or the sentinel is missing. Throws if Temporal is away. */
  readIncarnation(): Promise<Incarnation | null>;
  /** Makes namespace and sentinel where they are missing. */
  prepare(): Promise<Incarnation>;
};

/**
 * True where the store was another one. The versions are zeroed and the new incarnation remembered in one
 * transaction; the pokes that follow may be cut short, as a zeroed version asks for one until it was read.
 */
export async function reconcile(deps: ClockDeps, temporal: TemporalStore): Promise<boolean> {
  const present =
    (await withPatience(temporal.readIncarnation(), answerMs)) ??
    (await withPatience(temporal.prepare(), preparationMs));
  const renewed = await asClock(deps.database, async (tx) => {
    const known = await loadIncarnation(tx);
    if (known?.namespaceId === present.namespaceId && known.sentinelRunId === present.sentinelRunId) {
      return false;
    }
    await forgetClocks(tx);
    await storeIncarnation(tx, present, wallTime());
    return true;
  });
  if (!renewed) return false;
  crashPoint('reconcile-after-zeroing');
  deps.log.warn({}, 'Temporal has a new store: all timelines are started anew');
  return true;
}
