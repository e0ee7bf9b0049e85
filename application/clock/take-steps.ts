/** Takes the steps of a dossier that are due. May be called at any time, by anybody, as often as one likes. */

import { loadDirectory } from '../../db/repositories/directory.ts';
import {
  type DossierRecord,
  loadDossier,
  lockDossier,
  lockDueDossiers,
  requestPokes,
  setPoison,
} from '../../db/repositories/dossiers.ts';
import { appendToAll, loadEventsOf } from '../../db/repositories/events.ts';
import { asClock, type Transaction, withSavepoint } from '../../db/transaction.ts';
import type { DossierEvent } from '../../domain/dossier/event.ts';
import { type Instant, plusMilliseconds } from '../../domain/time.ts';
import { crashPoint } from '../crash-points.ts';
import type { ClockDeps } from '../deps.ts';
import type { DirectoryCache } from '../directory-cache.ts';
import { contextIn, type DossierContext, directoryFor } from '../dossier-context.ts';
import { loadGuests, receiversElsewhere } from '../guest-institutions.ts';
import {
  type Derived,
  loadDerived,
  planRefresh,
  type Refresh,
  takeAheadMs,
  writeRefreshes,
} from '../refresh-dossier.ts';
import { escalationsOf } from './record-escalations.ts';

/** One dossier, in one transaction. A step that is settled, moved or taken already is passed over. */
export async function takeSteps(deps: ClockDeps, dossierId: string): Promise<void> {
  const now = await deps.clock.now();
  await asClock(deps.database, async (tx) => {
    // Looked at before it is locked: in a herd most were taken by a set, and the next set may hold the rest.
    if (!mayBeDue(await loadDossier(tx, dossierId), now)) return;
    const dossier = await lockDossier(tx, dossierId);
    if (!mayBeDue(dossier, now)) return;
    await write(tx, [planOf(dossier, await loadSet(tx, [dossier], now), now)], now);
    crashPoint('steps-before-commit');
  });
  crashPoint('steps-after-commit');
}

/** False where a set took before the timer what fell due: in a herd that is most of them, and working out is dear. */
function mayBeDue(dossier: DossierRecord | null, now: Instant): dossier is DossierRecord {
  if (dossier === null) return false;
  const { nextStepAt, poisonedAt } = dossier;
  if (poisonedAt !== null) return true;
  return nextStepAt !== null && nextStepAt <= plusMilliseconds(now, takeAheadMs);
}

/**
 * Up to `limit` dossiers whose steps fell due by `dueBy`, in one transaction: a dossier whose duties cannot be worked
 * out, or not be written, is marked and blocks nobody. Passes over those that somebody else holds.
 * Gives the ids taken; fewer than `limit` says that nothing is left.
 */
export async function takeDueSet(deps: ClockDeps, dueBy: Instant, limit = 50): Promise<readonly string[]> {
  const now = await deps.clock.now();
  const taken = await asClock(deps.database, async (tx) => {
    const dossiers = await lockDueDossiers(tx, dueBy, limit);
    const ids = dossiers.map(({ id }) => id);
    if (ids.length === 0) return ids;
    for (const { id, error } of await takeAll(tx, dossiers, now)) {
      await setPoison(tx, id, now, error instanceof Error ? error.name : 'unknown');
      deps.log.error({ dossierId: id }, 'dossier poisoned: its steps cannot be taken');
    }
    // Their timelines did not do this themselves: they have to look again, also if nobody gets to poke them now.
    await requestPokes(tx, ids);
    crashPoint('steps-before-commit');
    return ids;
  });
  if (taken.length > 0) crashPoint('steps-after-commit');
  return taken;
}

type Poisoned = { readonly id: string; readonly error: unknown };

/** Written in one go. What one of them breaks in the database is then found by writing them one by one. */
async function takeAll(
  tx: Transaction,
  dossiers: readonly DossierRecord[],
  now: Instant,
): Promise<readonly Poisoned[]> {
  const poisoned: Poisoned[] = [];
  const set = await loadSet(tx, dossiers, now);
  const plans = dossiers.flatMap((dossier) => {
    try {
      return [planOf(dossier, set, now)];
    } catch (error) {
      poisoned.push({ id: dossier.id, error });
      return [];
    }
  });
  try {
    await withSavepoint(tx, (inner) => write(inner, plans, now));
  } catch {
    for (const plan of plans) {
      try {
        await withSavepoint(tx, (inner) => write(inner, [plan], now));
      } catch (error) {
        poisoned.push({ id: plan.dossier.id, error });
      }
    }
  }
  return poisoned;
}

type LoadedSet = {
  readonly events: ReadonlyMap<string, readonly DossierEvent[]>;
  readonly derived: (dossierId: string) => Derived;
  /** Throws where the procedure is not shipped. */
  readonly contexts: ReadonlyMap<string, () => DossierContext>;
};

/** One query for each kind of row, all sent at once. */
async function loadSet(
  tx: Transaction,
  dossiers: readonly DossierRecord[],
  now: Instant,
): Promise<LoadedSet> {
  const ids = dossiers.map(({ id }) => id);
  const municipalities = [...new Set(dossiers.map(({ municipalityId }) => municipalityId))];
  const [events, derived, ...directories] = await Promise.all([
    loadEventsOf(tx, ids),
    loadDerived(tx, ids),
    ...municipalities.map((id) => loadDirectory(tx, id, now)),
  ]);
  const known: DirectoryCache = new Map(directories.map((one) => [one.municipality.id, one]));
  const contexts = new Map<string, () => DossierContext>();
  for (const dossier of dossiers) {
    // Those that a changed calendar has not reached yet are counted in their own.
    const directory = await directoryFor(tx, dossier, now, known);
    const elsewhere = receiversElsewhere(directory, events.get(dossier.id) ?? []);
    const guests = await loadGuests(tx, directory, elsewhere, now, known);
    contexts.set(dossier.id, () => contextIn(directory, dossier, guests));
  }
  return { events, derived, contexts };
}

function planOf(dossier: DossierRecord, set: LoadedSet, now: Instant): Refresh {
  const context = set.contexts.get(dossier.id)?.();
  if (context === undefined) throw new Error('a dossier that was not loaded');
  const events = set.events.get(dossier.id) ?? [];
  return planRefresh({ dossier, events, context, derived: set.derived(dossier.id) }, now);
}

async function write(tx: Transaction, plans: readonly Refresh[], now: Instant): Promise<void> {
  const escalations = plans.map((plan) => escalationsOf(plan, now));
  await Promise.all([writeRefreshes(tx, plans, now), appendToAll(tx, escalations)]);
}
