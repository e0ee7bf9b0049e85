/** Tokens of other systems, which belong to institutions. */
import { and, desc, eq, gt, isNull, sql } from 'drizzle-orm';
import type { Instant } from '../../domain/time.ts';
import { apiToken, institution, person } from '../schema/index.ts';
import type { Transaction } from '../transaction.ts';

export type ApiTokenRow = typeof apiToken.$inferSelect;

/** A person that a token acts as, with the role `service` in one institution and nothing else. */
export async function makeServicePerson(
  tx: Transaction,
  institutionId: string,
  name: string,
  now: Instant,
): Promise<string> {
  const [made] = await tx.execute<{ id: string }>(
    sql`select auth.make_service_person(${institutionId}::uuid, ${name}, ${now}::timestamptz) as id`,
  );
  if (made === undefined) throw new Error('a service person was not made');
  return made.id;
}

export async function insertApiToken(tx: Transaction, row: typeof apiToken.$inferInsert): Promise<void> {
  await tx.insert(apiToken).values(row);
}

/** A token that works: not revoked, not over, of an institution in use. */
export async function findApiToken(
  tx: Transaction,
  tokenHash: Buffer,
  now: Instant,
): Promise<ApiTokenRow | null> {
  const [found] = await tx
    .select({ token: apiToken })
    .from(apiToken)
    .innerJoin(institution, eq(institution.id, apiToken.institutionId))
    .innerJoin(person, eq(person.id, apiToken.personId))
    .where(
      and(
        eq(apiToken.tokenHash, tokenHash),
        isNull(apiToken.revokedAt),
        gt(apiToken.expiresAt, now),
        eq(institution.active, true),
        eq(person.active, true),
      ),
    );
  return found?.token ?? null;
}

export async function touchApiToken(tx: Transaction, id: string, now: Instant): Promise<void> {
  await tx.update(apiToken).set({ lastUsedAt: now }).where(eq(apiToken.id, id));
}

export async function listApiTokens(tx: Transaction, institutionId: string): Promise<readonly ApiTokenRow[]> {
  return await tx
    .select()
    .from(apiToken)
    .where(eq(apiToken.institutionId, institutionId))
    .orderBy(desc(apiToken.createdAt), desc(apiToken.id));
}

export async function revokeApiToken(
  tx: Transaction,
  institutionId: string,
  id: string,
  now: Instant,
): Promise<boolean> {
  const done = await tx
    .update(apiToken)
    .set({ revokedAt: now })
    .where(and(eq(apiToken.id, id), eq(apiToken.institutionId, institutionId), isNull(apiToken.revokedAt)));
  return done.count > 0;
}
