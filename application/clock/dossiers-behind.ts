/** What recounting and reworking share: dossiers that are behind are brought up to date set after set. */
import { randomUUID } from 'node:crypto';
import { type DossierRecord, loadDossier, requestPokes, setPoison } from '../../db/repositories/dossiers.ts';
import { appendEvents, appendToAll } from '../../db/repositories/events.ts';
import { asClock, type Transaction, withSavepoint } from '../../db/transaction.ts';
import type { DossierEvent, DossierEventOf } from '../../domain/dossier/event.ts';
import type { CalendarChanged } from '../../domain/duty/calendar-change.ts';
import type { Instant } from '../../domain/time.ts';
import type { ClockDeps } from '../deps.ts';
import type { DirectoryCache } from '../directory-cache.ts';
import type { DossierContext } from '../dossier-context.ts';
import { productItself } from '../product-itself.ts';
import { refreshDossier } from '../refresh-dossier.ts';
import { escalationsOf } from './record-escalations.ts';

const setSize = 50;

/** Set after set until one is not full. Returns how many dossiers were met. */
export async function untilNoneBehind(ofSet: (limit: number) => Promise<number>): Promise<number> {
  let all = 0;
  for (;;) {
    const met = await ofSet(setSize);
    all += met;
    if (met < setSize) return all;
  }
}

export type BehindSet = {
  readonly lock: (tx: Transaction) => Promise<readonly DossierRecord[]>;
  readonly work: (
    tx: Transaction,
    dossier: DossierRecord,
    now: Instant,
    cache: DirectoryCache,
  ) => Promise<void>;
  /** Told with the id of a dossier that cannot be worked out. */
  readonly poisoned: string;
  /** Before the commit, where any dossier was met. */
  readonly beforeCommit?: () => void;
};

/** A set in one transaction, with a savepoint each. Returns how many were met. */
export async function workOnSet(deps: ClockDeps, set: BehindSet): Promise<number> {
  const now = await deps.clock.now();
  return await asClock(deps.database, async (tx) => {
    const dossiers = await set.lock(tx);
    const cache: DirectoryCache = new Map();
    for (const dossier of dossiers) {
      try {
        await withSavepoint(tx, (inner) => set.work(inner, dossier, now, cache));
      } catch (error) {
        await setPoison(tx, dossier.id, now, error instanceof Error ? error.name : 'unknown');
        deps.log.error({ dossierId: dossier.id }, set.poisoned);
      }
    }
    const ids = dossiers.map(({ id }) => id);
    // Reminders move, too, where no due day does and nothing is recorded.
    await requestPokes(tx, ids);
    if (ids.length > 0) set.beforeCommit?.();
    return ids.length;
  });
}

export type BroughtUp = {
  readonly events: readonly DossierEvent[];
  readonly context: DossierContext;
  readonly changes: readonly CalendarChanged[];
  /** Says with what the dossier is worked out from now on. */
  readonly mark: () => Promise<void>;
};

/** Records what moved, marks the dossier, and brings everything derived up to it. */
export async function bringUp(
  tx: Transaction,
  dossier: DossierRecord,
  { events, context, changes, mark }: BroughtUp,
  now: Instant,
): Promise<void> {
  const facts = changes.map(
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
  await mark();
  const marked = await loadDossier(tx, dossier.id);
  if (marked === null) throw new Error('a locked dossier is gone');
  const refresh = await refreshDossier(tx, marked, [...events, ...facts], context, now);
  await appendToAll(tx, [escalationsOf(refresh, now)]);
}
