/** Opens an institution's school year: the dossier of its calendar duties, its digest, and of what is about no child. */
import { randomUUID } from 'node:crypto';
import { insertDossier } from '../db/repositories/dossiers.ts';
import { appendEvents } from '../db/repositories/events.ts';
import type { Transaction } from '../db/transaction.ts';
import type { DossierEvent } from '../domain/dossier/event.ts';
import type { CalendarDay, Instant } from '../domain/time.ts';
import { procedures } from '../procedures/index.ts';
import { loadContext } from './dossier-context.ts';
import { productItself } from './product-itself.ts';
import { refreshDossier } from './refresh-dossier.ts';

export type InstitutionYear = {
  readonly institutionId: string;
  readonly municipalityId: string;
  readonly procedureId: string;
  /** `2026/2027`. */
  readonly schoolYear: string;
  readonly startsOn: CalendarDay;
  readonly endsOn: CalendarDay;
};

/** In the caller's transaction, as the owner or the clock. Gives the dossier's id. */
export async function openInstitutionYear(
  tx: Transaction,
  year: InstitutionYear,
  now: Instant,
): Promise<string> {
  const procedure = procedures[year.procedureId];
  if (procedure === undefined) throw new Error(`procedure ${year.procedureId} is not shipped`);
  const dossier = await insertDossier(tx, {
    id: randomUUID(),
    kind: 'institutionYear',
    municipalityId: year.municipalityId,
    homeInstitutionId: year.institutionId,
    schoolYear: year.schoolYear,
    procedureId: procedure.id,
    procedureVersion: procedure.version,
    createdAt: now,
  });
  const { schoolYear, startsOn, endsOn } = year;
  const context = await loadContext(tx, dossier, [], now);
  // The duties that the school year starts are the schools'; the others' years hold what else comes.
  if (context.setting.institutions[year.institutionId]?.kind !== 'school') {
    await refreshDossier(tx, dossier, [], context, now);
    return dossier.id;
  }
  const started: DossierEvent = {
    id: randomUUID(),
    seq: 1,
    type: 'schoolYear.started',
    occurredAt: now,
    recordedAt: now,
    by: productItself,
    institution: year.institutionId,
    data: { schoolYear, startsOn, endsOn },
  };
  await appendEvents(tx, dossier, [started], new Map());
  await refreshDossier(tx, dossier, [started], context, now);
  return dossier.id;
}
