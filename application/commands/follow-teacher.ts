/** Open dossiers follow their learner's class: the new teacher stands in the old one's place, and both are told. */
import { setClassTeacher } from '../../db/repositories/classes.ts';
import { type DossierRecord, requestPokes } from '../../db/repositories/dossiers.ts';
import { loadEvents } from '../../db/repositories/events.ts';
import { grouped } from '../../db/repositories/rows.ts';
import { insertHanding } from '../../db/repositories/takeovers.ts';
import type { Transaction } from '../../db/transaction.ts';
import { nextWorkingMoment } from '../../domain/calendar/index.ts';
import type { Instant } from '../../domain/time.ts';
import type { DirectoryCache } from '../directory-cache.ts';
import { hoursOf, loadContext } from '../dossier-context.ts';
import { refreshDossier } from '../refresh-dossier.ts';

/** `quiet`: an import sends no mail (rules of conduct 15). */
export type Telling = 'tell' | 'quiet';

/** The dossiers are locked. Duties, steps and access follow at once; returns whose clocks have to look again. */
export async function followTeacher(
  tx: Transaction,
  dossiers: readonly DossierRecord[],
  teacherId: string,
  now: Instant,
  telling: Telling = 'tell',
): Promise<readonly string[]> {
  const changed = dossiers.filter(({ classTeacherId }) => classTeacherId !== teacherId);
  const cache: DirectoryCache = new Map();
  for (const dossier of changed) {
    const moved = { ...dossier, classTeacherId: teacherId };
    await setClassTeacher(tx, dossier.id, teacherId);
    const events = await loadEvents(tx, dossier.id);
    const context = await loadContext(tx, moved, events, now, cache);
    await refreshDossier(tx, moved, events, context, now);
  }
  if (telling === 'tell') await tellOfHanding(tx, changed, teacherId, now, cache);
  const ids = changed.map(({ id }) => id);
  await requestPokes(tx, ids);
  return ids;
}

/** One notice to each of the two, however many dossiers there are; one who had no teacher was taken from nobody. */
async function tellOfHanding(
  tx: Transaction,
  changed: readonly DossierRecord[],
  to: string,
  now: Instant,
  cache: DirectoryCache,
): Promise<void> {
  const had = changed.filter(({ classTeacherId }) => classTeacherId !== null);
  const groups = grouped(had, (one) => `${one.classTeacherId} ${one.homeInstitutionId}`);
  for (const group of groups.values()) {
    const [first] = group;
    if (first?.classTeacherId == null) continue;
    const institutionId = first.homeInstitutionId;
    const { calendar, hours } = hoursOf(await loadContext(tx, first, [], now, cache))(institutionId);
    const sendAt = nextWorkingMoment(calendar, hours, now);
    const dossierIds = group.map(({ id }) => id);
    await insertHanding(
      tx,
      { from: first.classTeacherId, to, because: 'class', institutionId, dossierIds, sendAt },
      now,
    );
  }
}
