/**
 * Notices that a digest should have held and that came a moment after it had gone, as happens when a worker was off
 * and catches up with many dossiers at once. They would otherwise wait for another day.
 */
import { loadDossier } from '../../db/repositories/dossiers.ts';
import { yearsThatMissed } from '../../db/repositories/institution-years.ts';
import { releaseDigest } from '../../db/repositories/notices.ts';
import { asClock } from '../../db/transaction.ts';
import type { ClockDeps } from '../deps.ts';
import { digestMomentOf, loadContext } from '../dossier-context.ts';

export async function releaseMissed(deps: ClockDeps): Promise<void> {
  const now = await deps.clock.now();
  await asClock(deps.database, async (tx) => {
    for (const yearId of await yearsThatMissed(tx)) {
      const year = await loadDossier(tx, yearId);
      if (year === null) continue;
      const moment = digestMomentOf(await loadContext(tx, year, [], now), year.homeInstitutionId, now);
      await releaseDigest(tx, year.homeInstitutionId, moment);
    }
  });
}
