/** The second clock: whatever Temporal did not do in time is done here. Needs Postgres only. */
import { dossiersToPoke, poisonedDossiers } from '../../db/repositories/dossiers.ts';
import { withSweepLock } from '../../db/repositories/sweep-lock.ts';
import { asClock } from '../../db/transaction.ts';
import { plusMilliseconds } from '../../domain/time.ts';
import { crashPoint } from '../crash-points.ts';
import type { ClockDeps } from '../deps.ts';
import { poke } from '../poke.ts';
import { recountBehind } from './recount-calendar.ts';
import { releaseMissed } from './release-missed.ts';
import { reworkBehind } from './rework-directory.ts';
import { takeDueSet, takeSteps } from './take-steps.ts';

/** A step left for longer than this is the sweep's. */
const leftForMs = 2 * 60_000;
const setSize = 50;
const pokesAtOnce = 500;
const retriesAtOnce = 10;

/**
 * One round: what is due, then mail and Temporal beside each other, so that neither waits for a server that hangs. A
 * round that runs in another process already makes this one deliver only. `reconcile` throws where Temporal is away.
 */
export async function sweep(
  deps: ClockDeps,
  reconcile: () => Promise<unknown>,
  deliver: () => Promise<void>,
): Promise<void> {
  const ours = await withSweepLock(deps.database, async () => {
    const dueBy = plusMilliseconds(await deps.clock.now(), -leftForMs);
    await takeAllDue(deps, dueBy);
    await retryPoisoned(deps);
    await recountBehind(deps);
    await reworkBehind(deps);
    await releaseMissed(deps);
    crashPoint('sweep-after-steps');
    const delivered = deliver();
    // Awaited below; until then a failure of it is not unhandled.
    delivered.catch(() => undefined);
    await wakeTimelines(deps, reconcile);
    crashPoint('sweep-after-pokes');
    await delivered;
  });
  if (!ours) await deliver();
}

/** A correction may have healed what could not be worked out: the longest poisoned ones are tried again, one by one. */
async function retryPoisoned(deps: ClockDeps): Promise<void> {
  const poisoned = await asClock(deps.database, (tx) => poisonedDossiers(tx, retriesAtOnce));
  for (const { id } of poisoned) {
    await takeSteps(deps, id).catch(() => {
      deps.log.error({ dossierId: id }, 'dossier still poisoned: its steps cannot be taken');
    });
  }
}

async function wakeTimelines(deps: ClockDeps, reconcile: () => Promise<unknown>): Promise<void> {
  try {
    await reconcile();
  } catch (error) {
    deps.log.warn({ code: error instanceof Error ? error.name : 'unknown' }, 'Temporal cannot be asked');
    return;
  }
  await pokeBehind(deps);
}

/** Takes everything that fell due by the moment, set after set. Returns how many dossiers were touched. */
export async function takeAllDue(deps: ClockDeps, dueBy: Parameters<typeof takeDueSet>[1]): Promise<number> {
  let touched = 0;
  for (;;) {
    const taken = await takeDueSet(deps, dueBy, setSize);
    touched += taken.length;
    if (taken.length < setSize) return touched;
  }
}

/** Wakes the clocks of dossiers that changed without their clock noticing; the first failure ends the round. */
async function pokeBehind(deps: ClockDeps): Promise<void> {
  const behind = await asClock(deps.database, (tx) => dossiersToPoke(tx, pokesAtOnce));
  for (const dossierId of behind) {
    if (!(await poke(deps, dossierId))) return;
  }
}
