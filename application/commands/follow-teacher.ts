/** Open dossiers follow their learner's class: the new teacher stands in the old one's place. */
import { setClassTeacher } from '../../db/repositories/classes.ts';
import { type DossierRecord, requestPokes } from '../../db/repositories/dossiers.ts';
import { loadEvents } from '../../db/repositories/events.ts';
import type { Transaction } from '../../db/transaction.ts';
import type { Instant } from '../../domain/time.ts';
import { type DirectoryCache, loadContext } from '../dossier-context.ts';
import { refreshDossier } from '../refresh-dossier.ts';

/** The dossiers are locked. Duties, steps and access follow at once; returns whose clocks have to look again. */
export async function followTeacher(
  tx: Transaction,
  dossiers: readonly DossierRecord[],
  teacherId: string,
  now: Instant,
): Promise<readonly string[]> {
  const changed = dossiers.filter(({ classTeacherId }) => classTeacherId !== teacherId);
  const cache: DirectoryCache = new Map();
  for (const dossier of changed) {
    const moved = { ...dossier, classTeacherId: teacherId };
    await setClassTeacher(tx, dossier.id, teacherId);
    const context = await loadContext(tx, moved, now, cache);
    await refreshDossier(tx, moved, await loadEvents(tx, dossier.id), context, now);
  }
  const ids = changed.map(({ id }) => id);
  await requestPokes(tx, ids);
  return ids;
}
