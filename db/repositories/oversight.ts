/** Dossiers that have something to oversee. For role `app_api`. */
import { inArray, sql } from 'drizzle-orm';
import type { Relation } from '../../domain/access/relation.ts';
import { dossier } from '../schema/index.ts';
import type { Transaction } from '../transaction.ts';

/** So many dossiers are overseen on one page. */
const MOST = 300;

/**
 * Where access was taken in an emergency or somebody is excluded, and the actor stands in one of these relations: a
 * first choice, after which the rights are asked for each (`relationsTo`).
 */
export async function overseenDossiers(
  tx: Transaction,
  relations: readonly Relation[],
): Promise<readonly string[]> {
  const rows = await tx.execute<{ id: string }>(
    sql`select id from app.overseen(${`{${relations.join(',')}}`}::text[]) as id order by id desc limit ${MOST}`,
  );
  return rows.map(({ id }) => id);
}

/** The numbers that people call dossiers by, as far as the actor sees them. */
export async function caseNumbers(
  tx: Transaction,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await tx
    .select({ id: dossier.id, caseNumber: dossier.caseNumber })
    .from(dossier)
    .where(inArray(dossier.id, [...ids]));
  return new Map(rows.map(({ id, caseNumber }) => [id, caseNumber ?? '']));
}
