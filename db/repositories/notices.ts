/** What is owed to be said to whom, from the step that was taken to the mail that says it. */
import { randomUUID } from 'node:crypto';
import { and, asc, eq, inArray, isNotNull, lte, sql } from 'drizzle-orm';
import type { NoticeDraft } from '../../domain/duty/plan-notices.ts';
import type { Instant } from '../../domain/time.ts';
import { notice } from '../schema/index.ts';
import type { Transaction } from '../transaction.ts';
import { insertRows } from './rows.ts';

export type NoticeRow = typeof notice.$inferSelect;

/** A notice that is owed about a dossier. */
export type OwedNotice = NoticeDraft & { readonly dossierId: string };

/** Notices that are there already (same step, recipient and channel) are passed over. Returns how many were new. */
export async function insertNotices(
  tx: Transaction,
  drafts: readonly OwedNotice[],
  now: Instant,
): Promise<number> {
  return await insertRows(
    tx,
    notice,
    drafts.map((draft) => ({
      id: randomUUID(),
      dossierId: draft.dossierId,
      dutyKey: draft.dutyKey,
      generation: draft.generation,
      name: draft.name,
      n: draft.n,
      recipientPerson: draft.recipientId,
      institutionId: draft.institutionId,
      channel: 'mail' as const,
      toldAs: draft.toldAs,
      urgency: draft.urgency,
      state: 'owed' as const,
      sendAt: draft.sendAt,
      createdAt: now,
    })),
    sql`on conflict do nothing`,
  );
}

/** The institution's digest goes out: what waited for it may be sent from `now` on. Returns how many. */
export async function releaseDigest(tx: Transaction, institutionId: string, now: Instant): Promise<number> {
  const rows = await tx.execute<{ released: string }>(
    sql`select app.release_digest(${institutionId}::uuid, ${now}::timestamptz) as released`,
  );
  return Number(rows[0]?.released ?? 0);
}

/** When the dossier's next notice may be sent; null where none is owed with a moment. */
export async function nextNoticeAt(tx: Transaction, dossierId: string): Promise<Instant | null> {
  const [row] = await tx
    .select({ at: sql<Instant | null>`min(${notice.sendAt})`.mapWith(notice.sendAt) })
    .from(notice)
    .where(and(eq(notice.dossierId, dossierId), eq(notice.state, 'owed'), isNotNull(notice.sendAt)));
  return row?.at ?? null;
}

/**
 * Owed notices that may be sent at `now`, of up to `recipients` people, each person's together and theirs alone:
 * a person whom another transaction is gathering for is passed over, so that one flood becomes one mail. Danger
 * first, then who has waited longest. To be gathered into mails in this same transaction. For role `app_clock`.
 */
export async function claimDueNotices(
  tx: Transaction,
  now: Instant,
  recipients: number,
): Promise<ReadonlyMap<string, readonly NoticeRow[]>> {
  const waiting = await tx.execute<{ recipient: string }>(sql`
    select recipient from (
      select ${notice.recipientPerson} as recipient, bool_or(${notice.urgency} = 'danger') as danger,
        min(${notice.sendAt}) as since
      from ${notice} where ${notice.state} = 'owed' and ${notice.sendAt} <= ${now}::timestamptz
      group by 1 order by 2 desc, 3, 1 limit ${recipients}
    ) as waiting
    where pg_try_advisory_xact_lock(${GATHERING_LOCK}, hashtext(recipient::text))`);
  const ours = waiting.map((row) => row.recipient);
  if (ours.length === 0) return new Map();
  const rows = await tx
    .select()
    .from(notice)
    .where(and(eq(notice.state, 'owed'), lte(notice.sendAt, now), inArray(notice.recipientPerson, ours)))
    .orderBy(asc(notice.sendAt), asc(notice.id))
    .for('update', { skipLocked: true });
  const byPerson = new Map<string, NoticeRow[]>();
  for (const person of ours) byPerson.set(person, []);
  for (const row of rows) byPerson.get(row.recipientPerson)?.push(row);
  return new Map([...byPerson].filter(([, owed]) => owed.length > 0));
}

/** Any number, the first half of an advisory lock; the second is the recipient. */
const GATHERING_LOCK = 7_243_103;

/** Puts notices into a mail: `gathered` into one of its own, `bundled` into a digest. */
export async function putIntoMail(
  tx: Transaction,
  noticeIds: readonly string[],
  mailId: string,
  as: 'gathered' | 'bundled',
): Promise<void> {
  if (noticeIds.length === 0) return;
  await tx
    .update(notice)
    .set({ state: as, mailId })
    .where(inArray(notice.id, [...noticeIds]));
}

/** Notices that need no longer be said, because their duty was settled or moved meanwhile. */
export async function voidNotices(tx: Transaction, noticeIds: readonly string[]): Promise<void> {
  if (noticeIds.length === 0) return;
  await tx
    .update(notice)
    .set({ state: 'void' })
    .where(inArray(notice.id, [...noticeIds]));
}

/** The notices that a mail says. */
export async function noticesOfMail(tx: Transaction, mailId: string): Promise<readonly NoticeRow[]> {
  return await tx
    .select()
    .from(notice)
    .where(eq(notice.mailId, mailId))
    .orderBy(asc(notice.sendAt), asc(notice.id));
}

/** All notices of a dossier, oldest first: who was told what, and by which mail. */
export async function loadNotices(tx: Transaction, dossierId: string): Promise<readonly NoticeRow[]> {
  return await tx
    .select()
    .from(notice)
    .where(eq(notice.dossierId, dossierId))
    .orderBy(asc(notice.createdAt), asc(notice.id));
}
