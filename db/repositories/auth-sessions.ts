/** Sessions and known devices, found by the hash of their token. */
import { and, desc, eq, gt, inArray, isNull, ne, type SQL } from 'drizzle-orm';
import type { Instant } from '../../domain/time.ts';
import { account, knownDevice, person, session, ticket } from '../schema/index.ts';
import type { Transaction } from '../transaction.ts';

export type SessionRow = typeof session.$inferSelect;

export async function insertSession(tx: Transaction, row: typeof session.$inferInsert): Promise<void> {
  await tx.insert(session).values(row);
}

/** A session that is neither ended nor over, of an active person with an account; whether it stands idle the caller decides. */
export async function findSession(
  tx: Transaction,
  tokenHash: Buffer,
  now: Instant,
): Promise<SessionRow | null> {
  const [found] = await tx
    .select({ session })
    .from(session)
    .innerJoin(person, eq(person.id, session.personId))
    .innerJoin(account, eq(account.personId, session.personId))
    .where(
      and(
        eq(session.tokenHash, tokenHash),
        isNull(session.revokedAt),
        gt(session.expiresAt, now),
        eq(person.active, true),
      ),
    );
  return found?.session ?? null;
}

export async function updateSession(
  tx: Transaction,
  id: string,
  change: Partial<
    Pick<
      SessionRow,
      'lastSeenAt' | 'institutionId' | 'tokenHash' | 'authenticatedAt' | 'secondFactor' | 'methods'
    >
  >,
): Promise<void> {
  await tx.update(session).set(change).where(eq(session.id, id));
}

/** A person's sessions that are good for work, the newest first. */
export async function listSessions(
  tx: Transaction,
  personId: string,
  now: Instant,
  seenAfter: Instant,
): Promise<readonly SessionRow[]> {
  return await tx
    .select()
    .from(session)
    .where(and(usable(personId, now), eq(session.stage, 'full'), gt(session.lastSeenAt, seenAfter)))
    .orderBy(desc(session.createdAt), desc(session.id));
}

/** What was begun in a session ends with it, so that nobody else goes on with it in the same browser. */
async function dropBegun(tx: Transaction, personId: string, now: Instant): Promise<void> {
  await tx
    .update(ticket)
    .set({ usedAt: now })
    .where(
      and(
        eq(ticket.personId, personId),
        inArray(ticket.purpose, ['oidc', 'passkeyRegistration']),
        isNull(ticket.usedAt),
      ),
    );
}

/** Ends one session of this person; false where there is none of that id. */
export async function revokeSession(
  tx: Transaction,
  personId: string,
  id: string,
  now: Instant,
): Promise<boolean> {
  const done = await tx
    .update(session)
    .set({ revokedAt: now })
    .where(and(usable(personId, now), eq(session.id, id)));
  await dropBegun(tx, personId, now);
  return done.count > 0;
}

/** Ends all sessions of this person, but `exceptId`; says how many. */
export async function revokeSessions(
  tx: Transaction,
  personId: string,
  now: Instant,
  exceptId?: string,
): Promise<number> {
  const others = exceptId === undefined ? undefined : ne(session.id, exceptId);
  const done = await tx
    .update(session)
    .set({ revokedAt: now })
    .where(and(usable(personId, now), others));
  await dropBegun(tx, personId, now);
  return done.count;
}

function usable(personId: string, now: Instant): SQL | undefined {
  return and(eq(session.personId, personId), isNull(session.revokedAt), gt(session.expiresAt, now));
}

export async function insertDevice(tx: Transaction, row: typeof knownDevice.$inferInsert): Promise<void> {
  await tx.insert(knownDevice).values(row);
}

/** Has this person signed in with this browser before? */
export async function isKnownDevice(
  tx: Transaction,
  tokenHash: Buffer,
  personId: string,
  now: Instant,
): Promise<boolean> {
  const found = await tx
    .select({ id: knownDevice.id })
    .from(knownDevice)
    .where(
      and(
        eq(knownDevice.tokenHash, tokenHash),
        eq(knownDevice.personId, personId),
        gt(knownDevice.expiresAt, now),
      ),
    );
  return found.length > 0;
}

export async function forgetDevices(tx: Transaction, personId: string): Promise<void> {
  await tx.delete(knownDevice).where(eq(knownDevice.personId, personId));
}
