/** Institutions' school years: the dossiers that hold what is about no child. */
import { and, desc, eq, sql } from 'drizzle-orm';
import { dossier, notice, step } from '../schema/index.ts';
import type { Transaction } from '../transaction.ts';

/** The open school year of an institution, the latest one; null where there is none. */
export async function findInstitutionYear(tx: Transaction, institutionId: string): Promise<string | null> {
  const [row] = await tx
    .select({ id: dossier.id })
    .from(dossier)
    .where(
      and(
        eq(dossier.kind, 'institutionYear'),
        eq(dossier.homeInstitutionId, institutionId),
        eq(dossier.status, 'open'),
      ),
    )
    .orderBy(desc(dossier.schoolYear))
    .limit(1);
  return row?.id ?? null;
}

/**
 * Open school years whose last digest went out although a notice for it came after: its step lay before the digest
 * was taken. For role `app_clock`.
 */
export async function yearsThatMissed(tx: Transaction): Promise<readonly string[]> {
  const rows = await tx.execute<{ id: string }>(sql`
    select distinct year.id from ${notice}
      join ${step} on ${step.dossierId} = ${notice.dossierId} and ${step.dutyKey} = ${notice.dutyKey}
        and ${step.generation} = ${notice.generation} and ${step.name} = ${notice.name} and ${step.n} = ${notice.n}
      join ${dossier} as year on year.home_institution_id = ${notice.institutionId}
        and year.kind = 'institutionYear' and year.status = 'open'
      join ${step} as digest on digest.dossier_id = year.id and digest.name = 'digest'
    where ${notice.state} = 'owed' and ${notice.sendAt} is null and digest.taken_at > ${step.at}`);
  return rows.map(({ id }) => id);
}
