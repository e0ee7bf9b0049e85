/**
 * Works dossiers out again where their municipality's people, institutions or settings have changed, set after set. A
 * dossier knows the version that it was worked out with, so whatever a killed process left is found again.
 */
import { type DossierRecord, lockBehindDirectory } from '../../db/repositories/dossiers.ts';
import { loadDuties } from '../../db/repositories/duties.ts';
import { loadEvents } from '../../db/repositories/events.ts';
import { noticeBoundaries, setDirectoryVersion } from '../../db/repositories/settings.ts';
import { asClock, type Transaction } from '../../db/transaction.ts';
import { calendarFacts, movedDuties } from '../../domain/duty/calendar-change.ts';
import { computeDuties } from '../../domain/duty/compute-duties.ts';
import type { Instant } from '../../domain/time.ts';
import { crashPoint } from '../crash-points.ts';
import type { ClockDeps } from '../deps.ts';
import type { DirectoryCache } from '../directory-cache.ts';
import { type DossierContext, loadContext } from '../dossier-context.ts';
import { bringUp, untilNoneBehind, workOnSet } from './dossiers-behind.ts';

/** Until no dossier is behind but those that others hold or that are poisoned. Returns how many were worked out. */
export async function reworkBehind(deps: ClockDeps): Promise<number> {
  const now = await deps.clock.now();
  await asClock(deps.database, (tx) => noticeBoundaries(tx, now));
  return await untilNoneBehind((limit) => reworkSet(deps, limit));
}

/** Up to `limit` dossiers in one transaction, with a savepoint each. Returns how many were met. */
export async function reworkSet(deps: ClockDeps, limit: number): Promise<number> {
  const met = await workOnSet(deps, {
    lock: (tx) => lockBehindDirectory(tx, limit),
    work: rework,
    poisoned: 'dossier poisoned: it cannot be worked out again',
    beforeCommit: () => crashPoint('directory-before-commit'),
  });
  if (met > 0) crashPoint('directory-after-commit');
  return met;
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
  const context = await loadContext(tx, dossier, events, now, cache);
  const { settingVersion } = context.directory;
  const after = computeDuties(context.procedure, events, context.setting);
  const changes = calendarFacts(before, movedDuties(before, after), new Set(), `s${settingVersion}`).filter(
    ({ keptDueOn }) => keptDueOn !== undefined,
  );
  const mark = () => setDirectoryVersion(tx, dossier.id, directoryVersionOf(context));
  await bringUp(tx, dossier, { events, context, changes, mark }, now);
}

/** Versions only grow, and guests only come: of the sum any change shows (`lockBehindDirectory`). */
function directoryVersionOf({ directory, guests }: DossierContext): number {
  const all = new Set([directory, ...guests.map((guest) => guest.directory)]);
  const versions = new Map([...all].map(({ municipality: m }) => [m.id, m.directoryVersion]));
  return [...versions.values()].reduce((sum, version) => sum + version, 0);
}
