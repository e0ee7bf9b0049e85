/**
 * Works dossiers out again where their municipality's people, institutions or settings have changed, set after set. A
 * dossier knows the version that it was worked out with, so whatever a killed process left is found again.
 */
import { randomUUID } from 'node:crypto';
import {
  type DossierRecord,
  loadDossier,
  lockBehindDirectory,
  requestPokes,
  setPoison,
} from '../../db/repositories/dossiers.ts';
import { loadDuties } from '../../db/repositories/duties.ts';
import { appendEvents, appendToAll, loadEvents } from '../../db/repositories/events.ts';
import { noticeBoundaries, setDirectoryVersion } from '../../db/repositories/settings.ts';
import { asClock, type Transaction, withSavepoint } from '../../db/transaction.ts';
import type { DossierEventOf } from '../../domain/dossier/event.ts';
import { calendarFacts, movedDuties } from '../../domain/duty/calendar-change.ts';
import { computeDuties } from '../../domain/duty/compute-duties.ts';
import type { Instant } from '../../domain/time.ts';
import type { ClockDeps } from '../deps.ts';
import { type DirectoryCache, loadContext } from '../dossier-context.ts';
import { productItself } from '../product-itself.ts';
import { refreshDossier } from '../refresh-dossier.ts';
import { escalationsOf } from './record-escalations.ts';

const setSize = 50;

/** Until no dossier is behind but those that others hold or that are poisoned. Returns how many were worked out. */
export async function reworkBehind(deps: ClockDeps): Promise<number> {
  const now = await deps.clock.now();
  await asClock(deps.database, (tx) => noticeBoundaries(tx, now));
  let reworked = 0;
  for (;;) {
    const met = await reworkSet(deps, setSize);
    reworked += met;
    if (met < setSize) return reworked;
  }
}

/** Up to `limit` dossiers in one transaction, with a savepoint each. Returns how many were met. */
export async function reworkSet(deps: ClockDeps, limit: number): Promise<number> {
  const now = await deps.clock.now();
  return await asClock(deps.database, async (tx) => {
    const dossiers = await lockBehindDirectory(tx, limit);
    const cache: DirectoryCache = new Map();
    for (const dossier of dossiers) {
      try {
        await withSavepoint(tx, (inner) => rework(inner, dossier, now, cache));
      } catch (error) {
        await setPoison(tx, dossier.id, now, error instanceof Error ? error.name : 'unknown');
        deps.log.error({ dossierId: dossier.id }, 'dossier poisoned: it cannot be worked out again');
      }
    }
    await requestPokes(
      tx,
      dossiers.map(({ id }) => id),
    );
    return dossiers.length;
  });
}

/** As with a changed calendar, a term of law does not silently become earlier, nor is what was settled made late. */
async function rework(
  tx: Transaction,
  dossier: DossierRecord,
  now: Instant,
  cache: DirectoryCache,
): Promise<void> {
  const events = await loadEvents(tx, dossier.id);
  const before = await loadDuties(tx, dossier.id);
  const context = await loadContext(tx, dossier, now, cache);
  const { municipality, settingVersion } = context.directory;
  const after = computeDuties(context.procedure, events, context.setting);
  const kept = calendarFacts(before, movedDuties(before, after), new Set(), `s${settingVersion}`).filter(
    ({ keptDueOn }) => keptDueOn !== undefined,
  );
  const facts = kept.map(
    (data, index): DossierEventOf<'calendar.changed'> => ({
      id: randomUUID(),
      seq: dossier.version + 1 + index,
      type: 'calendar.changed',
      occurredAt: now,
      recordedAt: now,
      by: productItself,
      institution: dossier.homeInstitutionId,
      data,
    }),
  );
  await appendEvents(tx, dossier, facts, new Map());
  await setDirectoryVersion(tx, dossier.id, municipality.directoryVersion);
  const reworked = await loadDossier(tx, dossier.id);
  if (reworked === null) throw new Error('a locked dossier is gone');
  const refresh = await refreshDossier(tx, reworked, [...events, ...facts], context, now);
  await appendToAll(tx, [escalationsOf(refresh, now)]);
}
