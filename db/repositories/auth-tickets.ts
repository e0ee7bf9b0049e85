/** Tokens that work once, orders for the mails that carry them, counters of tries, and the log of it all. */
import { randomUUID } from 'node:crypto';
import { and, asc, eq, gt, inArray, isNull, lt, lte, sql } from 'drizzle-orm';
import type { Instant } from '../../domain/time.ts';
import { attempt, authLog, knownDevice, mailOrder, session, ticket } from '../schema/index.ts';
import type { Transaction } from '../transaction.ts';

export type TicketRow = typeof ticket.$inferSelect;
export type TicketPurpose = TicketRow['purpose'];
export type MailOrderRow = typeof mailOrder.$inferSelect;

export async function insertTicket(tx: Transaction, row: typeof ticket.$inferInsert): Promise<void> {
  await tx.insert(ticket).values(row);
}

/** A ticket that could be used now. */
export async function findTicket(
  tx: Transaction,
  purpose: TicketPurpose,
  tokenHash: Buffer,
  now: Instant,
): Promise<TicketRow | null> {
  const [found] = await tx
    .select()
    .from(ticket)
    .where(unused(purpose, tokenHash, now));
  return found ?? null;
}

/** Uses a ticket up; null where it is unknown, used, over or for something else. Only one of several callers gets it. */
export async function consumeTicket(
  tx: Transaction,
  purpose: TicketPurpose,
  tokenHash: Buffer,
  now: Instant,
): Promise<TicketRow | null> {
  const [used] = await tx
    .update(ticket)
    .set({ usedAt: now })
    .where(unused(purpose, tokenHash, now))
    .returning();
  return used ?? null;
}

/** Uses a ticket up by its id. */
export async function consumeTicketById(
  tx: Transaction,
  id: string,
  now: Instant,
): Promise<TicketRow | null> {
  const [used] = await tx
    .update(ticket)
    .set({ usedAt: now })
    .where(and(eq(ticket.id, id), isNull(ticket.usedAt), gt(ticket.expiresAt, now)))
    .returning();
  return used ?? null;
}

/** Makes the links of one purpose that a person still has worthless. */
export async function voidTickets(
  tx: Transaction,
  personId: string,
  purpose: TicketPurpose,
  now: Instant,
): Promise<void> {
  await tx
    .update(ticket)
    .set({ usedAt: now })
    .where(and(eq(ticket.personId, personId), eq(ticket.purpose, purpose), isNull(ticket.usedAt)));
}

function unused(purpose: TicketPurpose, tokenHash: Buffer, now: Instant) {
  return and(
    eq(ticket.tokenHash, tokenHash),
    eq(ticket.purpose, purpose),
    isNull(ticket.usedAt),
    gt(ticket.expiresAt, now),
  );
}

export async function insertMailOrder(tx: Transaction, row: typeof mailOrder.$inferInsert): Promise<void> {
  await tx.insert(mailOrder).values(row);
}

/** Takes over the next order that is due; it is nobody else's until `leaseUntil`. */
export async function claimMailOrder(
  tx: Transaction,
  now: Instant,
  leaseUntil: Instant,
): Promise<MailOrderRow | null> {
  const [next] = await tx
    .select({ id: mailOrder.id })
    .from(mailOrder)
    .where(and(eq(mailOrder.state, 'owed'), lte(mailOrder.nextAttemptAt, now)))
    .orderBy(asc(mailOrder.nextAttemptAt))
    .limit(1)
    .for('update', { skipLocked: true });
  if (next === undefined) return null;
  const [claimed] = await tx
    .update(mailOrder)
    .set({ attempts: sql`${mailOrder.attempts} + 1`, nextAttemptAt: leaseUntil })
    .where(eq(mailOrder.id, next.id))
    .returning();
  return claimed ?? null;
}

export async function settleMailOrder(
  tx: Transaction,
  id: string,
  change: Pick<MailOrderRow, 'state' | 'nextAttemptAt'>,
): Promise<void> {
  await tx
    .update(mailOrder)
    .set(change.state === 'owed' ? change : { ...change, address: null })
    .where(eq(mailOrder.id, id));
}

/**
 * A mail with a link that was kept for training, where `viewer` may open it: another person's, every institution of
 * whom they administer. Null for whatever else, existing or not.
 */
export async function findKeptLink(
  tx: Transaction,
  id: string,
  viewer: string,
  productNow: Instant,
): Promise<MailOrderRow | null> {
  const [found] = await tx
    .select()
    .from(mailOrder)
    .where(
      and(
        eq(mailOrder.id, id),
        eq(mailOrder.state, 'kept'),
        inArray(mailOrder.purpose, ['invitation', 'reset']),
        sql`app.runs_account_of(${viewer}::uuid, ${mailOrder.personId}, ${productNow}::timestamptz)`,
      ),
    );
  return found ?? null;
}

/** Counts a try and says how many there are in the window that is running, this one included, and until when. */
export async function countAttempt(
  tx: Transaction,
  key: string,
  now: Instant,
  windowEndsAt: Instant,
): Promise<{ readonly count: number; readonly windowEndsAt: Instant }> {
  const over = sql`${attempt.windowEndsAt} <= ${now}::timestamptz`;
  const [row] = await tx
    .insert(attempt)
    .values({ key, count: 1, windowEndsAt })
    .onConflictDoUpdate({
      target: attempt.key,
      set: {
        count: sql`case when ${over} then 1 else ${attempt.count} + 1 end`,
        windowEndsAt: sql`case when ${over} then ${windowEndsAt}::timestamptz else ${attempt.windowEndsAt} end`,
      },
    })
    .returning();
  if (row === undefined) throw new Error('a try was not counted');
  return { count: row.count, windowEndsAt: row.windowEndsAt };
}

/** Takes a try back that turned out to be the rightful person's. */
export async function uncountAttempt(tx: Transaction, key: string): Promise<void> {
  await tx
    .update(attempt)
    .set({ count: sql`greatest(${attempt.count} - 1, 0)` })
    .where(eq(attempt.key, key));
}

export type AuthLogEntry = {
  readonly act: string;
  readonly personId?: string | null;
  readonly byPerson?: string;
  readonly institutionId?: string | null;
  readonly source: string;
  readonly detail?: Readonly<Record<string, string | number>>;
};

export async function logAct(tx: Transaction, at: Instant, entry: AuthLogEntry): Promise<void> {
  await tx.insert(authLog).values({ id: randomUUID(), at, detail: {}, ...entry });
}

/** Deletes what has been over since before `before`, and counters and questions that are over at `now`. The log stays. */
export async function tidyAuth(tx: Transaction, before: Instant, now: Instant): Promise<void> {
  await tx.delete(session).where(lt(session.expiresAt, before));
  await tx.delete(ticket).where(lt(ticket.expiresAt, before));
  // Anybody can make these.
  await tx
    .delete(ticket)
    .where(and(inArray(ticket.purpose, ['passkeySignIn', 'oidc']), lt(ticket.expiresAt, now)));
  await tx.delete(attempt).where(lt(attempt.windowEndsAt, now));
  await tx.delete(knownDevice).where(lt(knownDevice.expiresAt, before));
  await tx.delete(mailOrder).where(and(lt(mailOrder.orderedAt, before), sql`${mailOrder.state} <> 'owed'`));
}
