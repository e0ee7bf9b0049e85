/** Who of an institution does what it owes. For role `app_api`, whose walls show it to colleagues who see the dossier. */
import { and, eq, sql } from 'drizzle-orm';
import type { Instant } from '../../domain/time.ts';
import { person, roleHolder, takenDuty } from '../schema/index.ts';
import type { Transaction } from '../transaction.ts';
import { inForce } from './in-force.ts';
import { uuidArray } from './rows.ts';

type Matter = { readonly dossierId: string; readonly institutionId: string; readonly matter: string };

export type TakenDuty = Matter & { readonly personId: string; readonly name: string };

/**
 * Who has taken on what in these dossiers. Somebody who has left the institution since, or must not know of the dossier
 * any more, does it no longer.
 */
export async function takenDuties(
  tx: Transaction,
  dossierIds: readonly string[],
  now: Instant,
): Promise<readonly TakenDuty[]> {
  const { dossierId, institutionId, matter, personId } = takenDuty;
  return await tx
    .selectDistinct({ dossierId, institutionId, matter, personId, name: person.displayName })
    .from(takenDuty)
    .innerJoin(person, and(eq(person.id, personId), eq(person.active, true)))
    .innerJoin(
      roleHolder,
      and(
        eq(roleHolder.personId, personId),
        eq(roleHolder.institutionId, institutionId),
        inForce(roleHolder, now),
      ),
    )
    .where(
      and(
        sql`${dossierId} = any (${uuidArray(dossierIds)})`,
        sql`not app.must_not_know(${dossierId}, ${personId})`,
      ),
    );
}

/** In the place of whoever had taken it on before. */
export async function keepTaken(
  tx: Transaction,
  taken: Matter & { readonly personId: string; readonly byPersonId: string },
  now: Instant,
): Promise<void> {
  const { personId, byPersonId } = taken;
  await tx
    .insert(takenDuty)
    .values({ ...taken, takenAt: now })
    .onConflictDoUpdate({
      target: [takenDuty.dossierId, takenDuty.institutionId, takenDuty.matter],
      set: { personId, byPersonId, takenAt: now },
    });
}

export async function dropTaken(
  tx: Transaction,
  { dossierId, institutionId, matter }: Matter,
): Promise<void> {
  await tx
    .delete(takenDuty)
    .where(
      and(
        eq(takenDuty.dossierId, dossierId),
        eq(takenDuty.institutionId, institutionId),
        eq(takenDuty.matter, matter),
      ),
    );
}

/** Whether the person must not know of the dossier, which the actor sees (rules of conduct 3). */
export async function mustNotKnow(tx: Transaction, dossierId: string, personId: string): Promise<boolean> {
  const [row] = await tx.execute<{ excluded: boolean }>(
    sql`select app.must_not_know(${dossierId}::uuid, ${personId}::uuid) as excluded`,
  );
  return row?.excluded === true;
}
