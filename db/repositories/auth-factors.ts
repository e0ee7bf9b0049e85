/** Second factors: TOTP, recovery codes, passkeys; and identities at other providers. */
import { and, asc, eq, isNotNull, isNull, lt, ne, or, sql } from 'drizzle-orm';
import type { Instant } from '../../domain/time.ts';
import { identity, passkey, recoveryCode, totp } from '../schema/index.ts';
import type { Transaction } from '../transaction.ts';

export type TotpRow = typeof totp.$inferSelect;
export type PasskeyRow = typeof passkey.$inferSelect;

/** Does this person have one that can be asked? */
export async function hasSecondFactor(tx: Transaction, personId: string): Promise<boolean> {
  const [found] = await tx.execute<{ has: boolean }>(sql`
    select exists (select from auth.totp where person_id = ${personId}::uuid and confirmed_at is not null)
      or exists (select from auth.passkey where person_id = ${personId}::uuid) as has`);
  return found?.has === true;
}

export async function findTotp(tx: Transaction, personId: string): Promise<TotpRow | null> {
  const [found] = await tx.select().from(totp).where(eq(totp.personId, personId));
  return found ?? null;
}

/** Takes the place of one that was begun and not confirmed; false where one is in use. */
export async function beginTotp(
  tx: Transaction,
  row: Pick<TotpRow, 'personId' | 'secret' | 'kekId' | 'createdAt'>,
): Promise<boolean> {
  const done = await tx
    .insert(totp)
    .values(row)
    .onConflictDoUpdate({
      target: totp.personId,
      set: { ...row, lastStep: null },
      setWhere: isNull(totp.confirmedAt),
    });
  return done.count > 0;
}

/**
 * Uses a time step up; false where it, or a later one, was used before. Of several callers with one code only one
 * gets true.
 */
export async function useTotpStep(
  tx: Transaction,
  personId: string,
  step: number,
  confirmedAt?: Instant,
): Promise<boolean> {
  const done = await tx
    .update(totp)
    .set({ lastStep: step, ...(confirmedAt === undefined ? {} : { confirmedAt }) })
    .where(
      and(
        eq(totp.personId, personId),
        confirmedAt === undefined ? isNotNull(totp.confirmedAt) : isNull(totp.confirmedAt),
        or(isNull(totp.lastStep), lt(totp.lastStep, step)),
      ),
    );
  return done.count > 0;
}

export async function deleteTotp(tx: Transaction, personId: string): Promise<boolean> {
  return (await tx.delete(totp).where(eq(totp.personId, personId))).count > 0;
}

/** Some secrets that another key-encryption key sealed, locked. Needs the owner's rights or `app_auth`. */
export async function totpsNotUnder(
  tx: Transaction,
  kekId: string,
  limit: number,
): Promise<readonly TotpRow[]> {
  return await tx
    .select()
    .from(totp)
    .where(ne(totp.kekId, kekId))
    .orderBy(asc(totp.personId))
    .limit(limit)
    .for('update', { skipLocked: true });
}

/** How many secrets each key-encryption key seals. */
export async function countTotps(tx: Transaction): Promise<ReadonlyMap<string, number>> {
  const rows = await tx
    .select({ kekId: totp.kekId, count: sql<string>`count(*)` })
    .from(totp)
    .groupBy(totp.kekId);
  return new Map(rows.map(({ kekId, count }) => [kekId, Number(count)]));
}

export async function resealTotp(
  tx: Transaction,
  personId: string,
  sealed: Pick<TotpRow, 'secret' | 'kekId'>,
): Promise<void> {
  await tx.update(totp).set(sealed).where(eq(totp.personId, personId));
}

/** Replaces all codes of a person. */
export async function replaceRecoveryCodes(
  tx: Transaction,
  personId: string,
  hashes: readonly Buffer[],
): Promise<void> {
  await tx.delete(recoveryCode).where(eq(recoveryCode.personId, personId));
  if (hashes.length > 0)
    await tx.insert(recoveryCode).values(hashes.map((codeHash) => ({ codeHash, personId })));
}

/** False where it is none of this person's, or used. */
export async function useRecoveryCode(
  tx: Transaction,
  personId: string,
  codeHash: Buffer,
  now: Instant,
): Promise<boolean> {
  const done = await tx
    .update(recoveryCode)
    .set({ usedAt: now })
    .where(
      and(
        eq(recoveryCode.personId, personId),
        eq(recoveryCode.codeHash, codeHash),
        isNull(recoveryCode.usedAt),
      ),
    );
  return done.count > 0;
}

export async function countRecoveryCodes(tx: Transaction, personId: string): Promise<number> {
  return await tx.$count(recoveryCode, and(eq(recoveryCode.personId, personId), isNull(recoveryCode.usedAt)));
}

export async function insertPasskey(tx: Transaction, row: typeof passkey.$inferInsert): Promise<boolean> {
  return (await tx.insert(passkey).values(row).onConflictDoNothing()).count > 0;
}

export async function findPasskey(tx: Transaction, credentialId: string): Promise<PasskeyRow | null> {
  const [found] = await tx.select().from(passkey).where(eq(passkey.credentialId, credentialId));
  return found ?? null;
}

export async function passkeysOf(tx: Transaction, personId: string): Promise<readonly PasskeyRow[]> {
  return await tx
    .select()
    .from(passkey)
    .where(eq(passkey.personId, personId))
    .orderBy(asc(passkey.createdAt));
}

/** Remembers how often an authenticator says it was used; false where that did not grow although it counts. */
export async function usePasskey(
  tx: Transaction,
  id: string,
  counter: number,
  now: Instant,
): Promise<boolean> {
  const grown = counter === 0 ? eq(passkey.counter, 0) : lt(passkey.counter, counter);
  const done = await tx
    .update(passkey)
    .set({ counter, lastUsedAt: now })
    .where(and(eq(passkey.id, id), grown));
  return done.count > 0;
}

export async function deletePasskey(tx: Transaction, personId: string, id: string): Promise<boolean> {
  const done = await tx.delete(passkey).where(and(eq(passkey.id, id), eq(passkey.personId, personId)));
  return done.count > 0;
}

/** Who an identity belongs to. */
export async function identityOwner(
  tx: Transaction,
  provider: string,
  subject: string,
  now: Instant,
): Promise<string | null> {
  const [found] = await tx
    .update(identity)
    .set({ lastUsedAt: now })
    .where(and(eq(identity.provider, provider), eq(identity.subject, subject)))
    .returning();
  return found?.personId ?? null;
}

export type IdentityRow = typeof identity.$inferSelect;

export async function identitiesOf(tx: Transaction, personId: string): Promise<readonly IdentityRow[]> {
  return await tx
    .select()
    .from(identity)
    .where(eq(identity.personId, personId))
    .orderBy(asc(identity.linkedAt), asc(identity.provider));
}

/** Takes a person's identities at a provider away; false where there was none. */
export async function unlinkIdentities(
  tx: Transaction,
  personId: string,
  provider: string,
): Promise<boolean> {
  const gone = await tx
    .delete(identity)
    .where(and(eq(identity.personId, personId), eq(identity.provider, provider)));
  return gone.count > 0;
}

/** Links an identity; false where it is somebody's already. */
export async function linkIdentity(
  tx: Transaction,
  row: {
    readonly provider: string;
    readonly subject: string;
    readonly personId: string;
    readonly linkedAt: Instant;
  },
): Promise<boolean> {
  return (await tx.insert(identity).values(row).onConflictDoNothing()).count > 0;
}
