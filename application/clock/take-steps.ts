/** Takes the steps of a dossier that are due. May be called at any time, by anybody, as often as one likes. */
import {
  type DossierRecord,
  lockDossier,
  lockDueDossiers,
  requestPokes,
  setPoison,
} from '../../db/repositories/dossiers.ts';
import { loadEvents } from '../../db/repositories/events.ts';
import { asClock, type Transaction, withSavepoint } from '../../db/transaction.ts';
import { type Instant, plusMilliseconds } from '../../domain/time.ts';
import { crashPoint } from '../crash-points.ts';
import type { ClockDeps } from '../deps.ts';
import { type DirectoryCache, loadContext } from '../dossier-context.ts';
import { refreshDossier, takeAheadMs } from '../refresh-dossier.ts';
import { recordEscalations } from './record-escalations.ts';

/** One dossier, in one transaction. A step that is settled, moved or taken already is passed over. */
export async function takeSteps(deps: ClockDeps, dossierId: string): Promise<void> {
  const now = await deps.clock.now();
  await asClock(deps.database, async (tx) => {
    const dossier = await lockDossier(tx, dossierId);
    if (dossier === null || !mayBeDue(dossier, now)) return;
    await takeOf(tx, dossier, now, new Map());
    crashPoint('steps-before-commit');
  });
  crashPoint('steps-after-commit');
}

/** False where a set took before the timer what fell due: in a herd that is most of them, and working out is dear. */
function mayBeDue({ nextStepAt, poisonedAt }: DossierRecord, now: Instant): boolean {
  if (poisonedAt !== null) return true;
  return nextStepAt !== null && nextStepAt <= plusMilliseconds(now, takeAheadMs);
}

/**
 * Up to `limit` dossiers whose steps fell due by `dueBy`, in one transaction with a savepoint each: a dossier whose
 * duties cannot be worked out is marked and blocks nobody. Passes over those that somebody else holds.
 * Gives the ids taken; fewer than `limit` says that nothing is left.
 */
export async function takeDueSet(deps: ClockDeps, dueBy: Instant, limit = 50): Promise<readonly string[]> {
  const now = await deps.clock.now();
  const taken = await asClock(deps.database, async (tx) => {
    const dossiers = await lockDueDossiers(tx, dueBy, limit);
    const cache: DirectoryCache = new Map();
    for (const dossier of dossiers) {
      try {
        await withSavepoint(tx, (inner) => takeOf(inner, dossier, now, cache));
      } catch (error) {
        await setPoison(tx, dossier.id, now, error instanceof Error ? error.name : 'unknown');
        deps.log.error({ dossierId: dossier.id }, 'dossier poisoned: its steps cannot be taken');
      }
    }
    const ids = dossiers.map(({ id }) => id);
    // Their timelines did not do this themselves: they have to look again, also if nobody gets to poke them now.
    await requestPokes(tx, ids);
    if (ids.length > 0) crashPoint('steps-before-commit');
    return ids;
  });
  if (taken.length > 0) crashPoint('steps-after-commit');
  return taken;
}

async function takeOf(
  tx: Transaction,
  dossier: DossierRecord,
  now: Instant,
  cache: DirectoryCache,
): Promise<void> {
  const events = await loadEvents(tx, dossier.id);
  const context = await loadContext(tx, dossier, now, cache);
  const { taken, duties } = await refreshDossier(tx, dossier, events, context, now);
  await recordEscalations(tx, dossier, taken, duties, now);
}
