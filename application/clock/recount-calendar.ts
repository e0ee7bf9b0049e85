/**
 * Brings the duties of dossiers into a changed calendar, set after set. A dossier knows the version that it is counted
 * in, so whatever a killed process left is found again; until then everything in it is counted in the old calendar.
 */
import { confirmedEarlier } from '../../db/repositories/calendars.ts';
import {
  type DossierRecord,
  lockBehindCalendar,
  setCalendarVersion,
} from '../../db/repositories/dossiers.ts';
import { loadEvents } from '../../db/repositories/events.ts';
import type { Transaction } from '../../db/transaction.ts';
import { calendarFacts, movedDuties, withoutCalendarFacts } from '../../domain/duty/calendar-change.ts';
import { computeDuties } from '../../domain/duty/compute-duties.ts';
import type { Instant } from '../../domain/time.ts';
import { crashPoint } from '../crash-points.ts';
import type { ClockDeps } from '../deps.ts';
import { cachedDirectory, type DirectoryCache } from '../directory-cache.ts';
import { loadContext } from '../dossier-context.ts';
import { bringUp, untilNoneBehind, workOnSet } from './dossiers-behind.ts';

/** Until no dossier is behind but those that others hold or that are poisoned. Returns how many were recounted. */
export async function recountBehind(deps: ClockDeps): Promise<number> {
  return await untilNoneBehind((limit) => recountSet(deps, limit));
}

/** Up to `limit` dossiers in one transaction, with a savepoint each. Returns how many were met. */
export async function recountSet(deps: ClockDeps, limit: number): Promise<number> {
  const met = await workOnSet(deps, {
    lock: (tx) => lockBehindCalendar(tx, limit),
    work: recount,
    poisoned: 'dossier poisoned: its duties cannot be recounted',
    beforeCommit: () => crashPoint('calendar-before-commit'),
  });
  if (met > 0) crashPoint('calendar-after-commit');
  return met;
}

/** What was said is not said again: generations stay, and a step that was taken stays taken (architecture 1.6). */
async function recount(
  tx: Transaction,
  dossier: DossierRecord,
  now: Instant,
  cache: DirectoryCache,
): Promise<void> {
  const { calendarVersion: version } = await cachedDirectory(tx, dossier.municipalityId, now, cache);
  const events = await loadEvents(tx, dossier.id);
  const old = await loadContext(tx, dossier, events, now, cache);
  const context = await loadContext(tx, { ...dossier, calendarVersion: version }, events, now, cache);
  const before = computeDuties(old.procedure, events, old.setting);
  const after = computeDuties(context.procedure, withoutCalendarFacts(events), context.setting);
  const of = { municipalityId: dossier.municipalityId, dossierId: dossier.id };
  const confirmed = await confirmedEarlier(tx, of, dossier.calendarVersion, version);
  const changes = calendarFacts(before, movedDuties(before, after), confirmed, `v${version}`);
  const mark = () => setCalendarVersion(tx, dossier.id, version);
  await bringUp(tx, dossier, { events, context, changes, mark }, now);
}
