/**
 * Brings the duties of dossiers into a changed calendar, set after set. A dossier knows the version that it is counted
 * in, so whatever a killed process left is found again; until then everything in it is counted in the old calendar.
 */
import { randomUUID } from 'node:crypto';
import { confirmedEarlier } from '../../db/repositories/calendars.ts';
import {
  type DossierRecord,
  loadDossier,
  lockBehindCalendar,
  requestPokes,
  setCalendarVersion,
  setPoison,
} from '../../db/repositories/dossiers.ts';
import { appendEvents, appendToAll, loadEvents } from '../../db/repositories/events.ts';
import { asClock, type Transaction, withSavepoint } from '../../db/transaction.ts';
import type { DossierEventOf } from '../../domain/dossier/event.ts';
import {
  type CalendarChanged,
  calendarFacts,
  movedDuties,
  withoutCalendarFacts,
} from '../../domain/duty/calendar-change.ts';
import { computeDuties } from '../../domain/duty/compute-duties.ts';
import type { Instant } from '../../domain/time.ts';
import { crashPoint } from '../crash-points.ts';
import type { ClockDeps } from '../deps.ts';
import { cachedDirectory, type DirectoryCache, loadContext } from '../dossier-context.ts';
import { productItself } from '../product-itself.ts';
import { refreshDossier } from '../refresh-dossier.ts';
import { escalationsOf } from './record-escalations.ts';

const setSize = 50;

/** Until no dossier is behind but those that others hold or that are poisoned. Returns how many were recounted. */
export async function recountBehind(deps: ClockDeps): Promise<number> {
  let recounted = 0;
  for (;;) {
    const met = await recountSet(deps, setSize);
    recounted += met;
    if (met < setSize) return recounted;
  }
}

/** Up to `limit` dossiers in one transaction, with a savepoint each. Returns how many were met. */
export async function recountSet(deps: ClockDeps, limit: number): Promise<number> {
  const now = await deps.clock.now();
  const met = await asClock(deps.database, async (tx) => {
    const dossiers = await lockBehindCalendar(tx, limit);
    const cache: DirectoryCache = new Map();
    for (const dossier of dossiers) {
      try {
        await withSavepoint(tx, (inner) => recount(inner, dossier, now, cache));
      } catch (error) {
        await setPoison(tx, dossier.id, now, error instanceof Error ? error.name : 'unknown');
        deps.log.error({ dossierId: dossier.id }, 'dossier poisoned: its duties cannot be recounted');
      }
    }
    const ids = dossiers.map(({ id }) => id);
    // Reminders move, too, where no due day does and nothing is recorded.
    await requestPokes(tx, ids);
    if (ids.length > 0) crashPoint('calendar-before-commit');
    return ids.length;
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
  const old = await loadContext(tx, dossier, now, cache);
  const context = await loadContext(tx, { ...dossier, calendarVersion: version }, now, cache);
  const before = computeDuties(old.procedure, events, old.setting);
  const after = computeDuties(context.procedure, withoutCalendarFacts(events), context.setting);
  const of = { municipalityId: dossier.municipalityId, dossierId: dossier.id };
  const confirmed = await confirmedEarlier(tx, of, dossier.calendarVersion, version);
  const changes = calendarFacts(before, movedDuties(before, after), confirmed, `v${version}`);
  const facts = changes.map((data, index) => factOf(dossier, data, index, now));
  await appendEvents(tx, dossier, facts, new Map());
  await setCalendarVersion(tx, dossier.id, version);
  const recounted = await loadDossier(tx, dossier.id);
  if (recounted === null) throw new Error('a locked dossier is gone');
  const refresh = await refreshDossier(tx, recounted, [...events, ...facts], context, now);
  await appendToAll(tx, [escalationsOf(refresh, now)]);
}

function factOf(
  dossier: DossierRecord,
  data: CalendarChanged,
  index: number,
  now: Instant,
): DossierEventOf<'calendar.changed'> {
  return {
    id: randomUUID(),
    seq: dossier.version + 1 + index,
    type: 'calendar.changed',
    occurredAt: now,
    recordedAt: now,
    by: productItself,
    institution: dossier.homeInstitutionId,
    data,
  };
}
