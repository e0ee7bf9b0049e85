/** Institutions' school years: the dossiers that hold what is about no child. */
import { and, desc, eq } from 'drizzle-orm';
import { dossier } from '../schema/index.ts';
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
