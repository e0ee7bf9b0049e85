/**
 * Mails on their way: `owed → sending → sent | failed | refused | uncertain`. Whoever sends holds a lease with a token;
 * a late owner's outcome is refused. Moments of delivery are wall time, whatever the product's clock says.
 */
import { randomUUID } from 'node:crypto';
import { and, asc, desc, eq, inArray, lte, sql } from 'drizzle-orm';
import type { Instant } from '../../domain/time.ts';
import { mail, mailOrder } from '../schema/index.ts';
import type { Transaction } from '../transaction.ts';
import type { MailOrderRow } from './auth-tickets.ts';
import { selectAs } from './calendars.ts';

export type MailRow = typeof mail.$inferSelect;

export type NewMail = Pick<MailRow, 'id' | 'recipientPerson' | 'institutionId' | 'kind' | 'createdAt'> & {
  readonly content?: MailRow['content'];
  /** Wall time from which it may be sent; null = never, it is read in the product (rules of conduct 28). */
  readonly nextAttemptAt: Instant | null;
};

export async function insertMail(tx: Transaction, input: NewMail): Promise<void> {
  await tx.insert(mail).values({ ...input, state: input.nextAttemptAt === null ? 'kept' : 'owed' });
}

/** Null where there is none. */
export async function loadMail(tx: Transaction, id: string): Promise<MailRow | null> {
  const [row] = await tx.select().from(mail).where(eq(mail.id, id));
  return row ?? null;
}

type KeptPaging = {
  readonly limit: number;
  readonly after: { readonly at: Instant; readonly id: string } | null;
};

/** A page of the actor's own mails of a training municipality, the newest first. For role `app_api`. */
export async function listKeptMails(tx: Transaction, paging: KeptPaging): Promise<readonly KeptMail[]> {
  const { limit, after } = paging;
  const rows = await tx
    .select({
      id: mail.id,
      institutionId: mail.institutionId,
      kind: mail.kind,
      content: mail.content,
      createdAt: mail.createdAt,
    })
    .from(mail)
    .where(
      and(
        eq(mail.state, 'kept'),
        after === null
          ? undefined
          : sql`(${mail.createdAt}, ${mail.id}) < (${after.at}::timestamptz, ${after.id}::uuid)`,
      ),
    )
    .orderBy(desc(mail.createdAt), desc(mail.id))
    .limit(limit);
  return rows.map(({ content, ...row }) => ({
    ...row,
    subject: content?.subject ?? '',
    text: content?.text ?? '',
  }));
}

export type KeptMail = Pick<MailRow, 'id' | 'institutionId' | 'kind' | 'createdAt'> & {
  readonly subject: string;
  readonly text: string;
};

/** A mail of sign-in that was kept, without its link. */
export type KeptSignInMail = Pick<MailOrderRow, 'id' | 'institutionId' | 'purpose' | 'told' | 'orderedAt'> & {
  readonly name: string;
  readonly language: 'lv' | 'en';
  readonly institutionName: string | null;
};

/**
 * A page of the actor's own notices of sign-in that a training municipality kept, and of mails with a link to those
 * whose accounts the actor runs; the newest first. For role `app_api`.
 */
export async function listKeptSignInMails(
  tx: Transaction,
  { limit, after }: KeptPaging,
): Promise<readonly KeptSignInMail[]> {
  return await tx
    .select({
      ...selectAs('kept', {
        id: mailOrder.id,
        institutionId: mailOrder.institutionId,
        purpose: mailOrder.purpose,
        told: mailOrder.told,
        orderedAt: mailOrder.orderedAt,
      }),
      name: sql<string>`kept.name`,
      language: sql<'lv' | 'en'>`kept.language`,
      institutionName: sql<string | null>`kept.institution_name`,
    })
    .from(
      sql`app.kept_sign_in_mails(${after?.at ?? null}::timestamptz, ${after?.id ?? null}::uuid, ${limit}::int) as kept`,
    );
}

/** A mail that its holder may send once, until the lease ends. */
export type ClaimedMail = MailRow & { readonly leaseToken: string };

/**
 * Claims up to `limit` mails whose next attempt is due at `wallNow`: danger first, passing over those that somebody
 * else is claiming. Commit before connecting: what is found in `sending` past its lease counts as uncertain.
 */
export async function claimMails(
  tx: Transaction,
  wallNow: Instant,
  leaseUntil: Instant,
  limit: number,
): Promise<readonly ClaimedMail[]> {
  const due = await tx
    .select({ id: mail.id })
    .from(mail)
    .where(and(inArray(mail.state, ['owed', 'uncertain']), lte(mail.nextAttemptAt, wallNow)))
    .orderBy(sql`(${mail.kind} = 'danger') desc`, asc(mail.nextAttemptAt), asc(mail.id))
    .limit(limit)
    .for('update', { skipLocked: true });
  if (due.length === 0) return [];
  const leaseToken = randomUUID();
  const ids = due.map(({ id }) => id);
  const claimed = await tx
    .update(mail)
    .set({
      state: 'sending',
      attempt: sql`${mail.attempt} + 1`,
      leaseUntil,
      leaseToken,
      nextAttemptAt: null,
    })
    .where(inArray(mail.id, ids))
    .returning();
  return claimed.map((row) => ({ ...row, leaseToken })).sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id));
}

/** Keeps what was rendered, so that another try says the same. False where the lease is no longer the holder's. */
export async function keepContent(
  tx: Transaction,
  { id, leaseToken }: Pick<ClaimedMail, 'id' | 'leaseToken'>,
  content: NonNullable<MailRow['content']>,
): Promise<boolean> {
  const kept = await tx
    .update(mail)
    .set({ content })
    .where(and(eq(mail.id, id), eq(mail.leaseToken, leaseToken)));
  return kept.count === 1;
}

/** `code`: the server's reply code or a code of ours, never its words. */
export type MailOutcome =
  | { readonly state: 'sent'; readonly at: Instant; readonly code: string }
  /** Surely not accepted; another try comes. */
  | { readonly state: 'owed'; readonly nextAttemptAt: Instant; readonly code: string }
  /** Perhaps accepted. `nextAttemptAt` null: no further try. */
  | { readonly state: 'uncertain'; readonly nextAttemptAt: Instant | null; readonly code: string }
  /** `failed`: given up; `refused`: the server said that it never will. */
  | { readonly state: 'failed' | 'refused'; readonly code: string };

/** Ends an attempt. False where the lease is no longer the holder's: somebody else has decided meanwhile. */
export async function finishMail(
  tx: Transaction,
  { id, leaseToken }: Pick<ClaimedMail, 'id' | 'leaseToken'>,
  outcome: MailOutcome,
): Promise<boolean> {
  const nextAttempt = 'nextAttemptAt' in outcome ? outcome.nextAttemptAt : null;
  const finished = await tx
    .update(mail)
    .set({
      state: outcome.state,
      lastCode: outcome.code,
      leaseUntil: null,
      leaseToken: null,
      nextAttemptAt: nextAttempt,
      ...(outcome.state === 'sent' ? { sentAt: outcome.at } : {}),
      // No further try: nobody needs the text any more.
      ...(nextAttempt === null ? { content: null } : {}),
      ...(outcome.state === 'uncertain' ? { uncertainties: sql`${mail.uncertainties} + 1` } : {}),
    })
    .where(and(eq(mail.id, id), eq(mail.state, 'sending'), eq(mail.leaseToken, leaseToken)));
  return finished.count === 1;
}

/**
 * Mails found in `sending` past their lease become uncertain: their sender may have died after the final dot. The
 * first time they are tried again at `nextAttemptAt`, after that no more. Returns them as they are now.
 */
export async function expireLeases(
  tx: Transaction,
  wallNow: Instant,
  nextAttemptAt: Instant,
): Promise<readonly MailRow[]> {
  return await tx
    .update(mail)
    .set({
      state: 'uncertain',
      lastCode: 'leaseExpired',
      leaseUntil: null,
      leaseToken: null,
      nextAttemptAt: sql`case when ${mail.uncertainties} = 0 then ${nextAttemptAt}::timestamptz end`,
      uncertainties: sql`${mail.uncertainties} + 1`,
    })
    .where(and(eq(mail.state, 'sending'), lte(mail.leaseUntil, wallNow)))
    .returning();
}

/** When the next mail may be tried; null where none waits. */
export async function nextAttemptAt(tx: Transaction): Promise<Instant | null> {
  const [row] = await tx
    .select({ at: sql<Instant | null>`min(${mail.nextAttemptAt})`.mapWith(mail.nextAttemptAt) })
    .from(mail)
    .where(inArray(mail.state, ['owed', 'uncertain']));
  return row?.at ?? null;
}
