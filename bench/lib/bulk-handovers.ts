/** Many handovers at once, by the code that commands use, without a request for each. */
import { randomUUID } from 'node:crypto';
import type { DirectoryCache } from '../../application/directory-cache.ts';
import { loadContext } from '../../application/dossier-context.ts';
import { refreshDossier } from '../../application/refresh-dossier.ts';
import { insertDossier, nextCaseNumber } from '../../db/repositories/dossiers.ts';
import { appendEvents } from '../../db/repositories/events.ts';
import { asClock, type Transaction } from '../../db/transaction.ts';
import type { DossierEvent } from '../../domain/dossier/event.ts';
import { dayOf, type Instant } from '../../domain/time.ts';
import { procedures } from '../../procedures/index.ts';
import { inLanes } from './in-lanes.ts';
import { type BenchMunicipality, holder } from './municipality.ts';
import { type BenchProduct, morning } from './product.ts';

const atOnce = 100;

/** Opens them in the morning; gives their ids. Their clocks do not know of them yet. */
export async function openHerd(
  product: BenchProduct,
  place: BenchMunicipality,
  size: number,
): Promise<readonly string[]> {
  product.clock.moveTo(morning);
  const ids = Array.from({ length: size }, () => randomUUID());
  const sets = Array.from({ length: Math.ceil(size / atOnce) }, (_, nth) =>
    ids.slice(nth * atOnce, (nth + 1) * atOnce),
  );
  // The case number of the municipality makes them wait for each other anyway.
  await inLanes(sets, 1, async (set) => {
    const now = await product.clock.now();
    await asClock(product.clockDatabase, async (tx) => {
      const cache: DirectoryCache = new Map();
      for (const id of set) await openOne(tx, place, id, now, cache);
    });
  });
  return ids;
}

async function openOne(
  tx: Transaction,
  place: BenchMunicipality,
  id: string,
  now: Instant,
  cache: DirectoryCache,
): Promise<void> {
  const nth = Number.parseInt(id.slice(0, 6), 16);
  const school = place.schools[nth % place.schools.length];
  const procedure = procedures['national-2025'];
  if (school === undefined || procedure === undefined) throw new Error('nothing to open a case with');
  const teacher = holder(school, 'classTeacher', nth % 10);
  const dossier = await insertDossier(tx, {
    id,
    caseNumber: await nextCaseNumber(tx, place.id, Number(dayOf(now).slice(0, 4))),
    kind: 'case',
    municipalityId: place.id,
    homeInstitutionId: school.id,
    classTeacherId: teacher.personId,
    procedureId: procedure.id,
    procedureVersion: procedure.version,
    createdAt: now,
  });
  const sent: DossierEvent = {
    id: randomUUID(),
    seq: 1,
    type: 'referral.sent',
    occurredAt: now,
    recordedAt: now,
    by: teacher.personId,
    institution: school.id,
    data: {
      referralId: randomUUID(),
      receiverId: place.socialService.id,
      kindCode: 'handover',
      channelCode: 'product',
    },
  };
  const version = await appendEvents(tx, dossier, [sent], new Map());
  const context = await loadContext(tx, dossier, [sent], now, cache);
  await refreshDossier(tx, { ...dossier, version }, [sent], context, now);
}
