/** Who takes over from whom: written with the act, told by the clock. */
import { randomUUID } from 'node:crypto';
import { and, asc, eq, inArray, lte, sql } from 'drizzle-orm';
import type { Instant } from '../../domain/time.ts';
import { takeover } from '../schema/index.ts';
import type { Transaction } from '../transaction.ts';
import { grouped, uuidArray } from './rows.ts';

export type TakeoverRow = typeof takeover.$inferSelect;

export type Handing = Pick<TakeoverRow, 'institutionId' | 'because' | 'sendAt'> & {
  /** Of a class; a leave is about whatever is owed there. */
  readonly dossierIds: readonly string[];
  readonly from: string;
  readonly to: string;
};

/**
 * Who takes over is to be told, and who has handed over a class. Who is on leave is left in peace. For role `app_api`.
 */
export async function insertHanding(tx: Transaction, handing: Handing, now: Instant): Promise<void> {
  const { from, to, dossierIds, ...shared } = handing;
  const row = {
    ...shared,
    dossierIds: [...dossierIds],
    state: 'owed' as const,
    mailId: null,
    createdAt: now,
  };
  const takes = { id: randomUUID(), personId: to, otherPerson: from, as: 'takesOver' as const, ...row };
  const relieved = { ...takes, id: randomUUID(), personId: from, otherPerson: to, as: 'relieved' as const };
  await tx.insert(takeover).values(row.because === 'class' ? [takes, relieved] : [takes]);
}

/** Any number, the first half of an advisory lock; the second is the recipient. */
const TAKEOVER_LOCK = 7_243_107;

/** What up to `recipients` people are to be told by `now`, each person's together and theirs alone. For role `app_clock`. */
export async function claimDueTakeovers(
  tx: Transaction,
  now: Instant,
  recipients: number,
): Promise<ReadonlyMap<string, readonly TakeoverRow[]>> {
  const waiting = await tx.execute<{ recipient: string }>(sql`
    select recipient from (
      select ${takeover.personId} as recipient, min(${takeover.sendAt}) as since from ${takeover}
      where ${takeover.state} = 'owed' and ${takeover.sendAt} <= ${now}::timestamptz
      group by 1 order by 2, 1 limit ${recipients}
    ) as waiting
    where pg_try_advisory_xact_lock(${TAKEOVER_LOCK}, hashtext(recipient::text))`);
  if (waiting.length === 0) return new Map();
  const rows = await tx
    .select()
    .from(takeover)
    .where(
      and(
        eq(takeover.state, 'owed'),
        lte(takeover.sendAt, now),
        inArray(
          takeover.personId,
          waiting.map(({ recipient }) => recipient),
        ),
      ),
    )
    .orderBy(asc(takeover.sendAt), asc(takeover.id))
    .for('update', { skipLocked: true });
  return grouped(rows, ({ personId }) => personId);
}

export type HandedDossier = { readonly caseNumber: string; readonly openDuties: number };

/**
 * What a takeover is about by `now`: open cases with the duties that the one who takes over owes in them, none from
 * which either of the two is excluded (rules of conduct 3), none where it is no more so. For role `app_clock`.
 */
export async function handedDossiers(
  tx: Transaction,
  row: TakeoverRow,
  now: Instant,
): Promise<readonly HandedDossier[]> {
  const [to, from] =
    row.as === 'takesOver' ? [row.personId, row.otherPerson] : [row.otherPerson, row.personId];
  const handed =
    row.because === 'class'
      ? sql`d.id = any (${uuidArray(row.dossierIds)}) and d.class_teacher_id = ${to}::uuid`
      : sql`exists (select from duty o where o.dossier_id = d.id and o.settled_at is null
            and o.owed_by_person = ${from}::uuid and o.owed_by_institution = ${row.institutionId}::uuid)
          and exists (select from role_holder h where h.person_id = ${to}::uuid and h.in_place_of = ${from}::uuid
            and h.institution_id = ${row.institutionId}::uuid and h.from_at <= ${now}::timestamptz
            and (h.until_at is null or h.until_at > ${now}::timestamptz))`;
  const owner = row.because === 'class' ? to : from;
  const rows = await tx.execute<{ case_number: string; open_duties: string }>(sql`
    select d.case_number, (select count(*) from duty u where u.dossier_id = d.id and u.settled_at is null
      and u.owed_by_person = ${owner}::uuid) as open_duties
    from dossier d
    where d.status = 'open' and d.case_number is not null and ${handed}
      and not exists (select from dossier_access x where x.dossier_id = d.id and x.view = 'none'
        and x.party_key in ('p:' || ${to}::text, 'p:' || ${from}::text))
    order by d.case_number`);
  return rows.map((one) => ({ caseNumber: one.case_number, openDuties: Number(one.open_duties) }));
}

/** Told by this mail; null: there was nothing to tell. */
export async function finishTakeovers(
  tx: Transaction,
  ids: readonly string[],
  mailId: string | null,
): Promise<void> {
  if (ids.length === 0) return;
  await tx
    .update(takeover)
    .set({ state: mailId === null ? 'void' : 'gathered', mailId })
    .where(inArray(takeover.id, [...ids]));
}
