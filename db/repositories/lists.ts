/** Lists as people ask for them, page by page. Row-level security decides which rows there are. */
import { and, asc, desc, eq, gt, lt, or, type SQL, sql } from 'drizzle-orm';
import type { CalendarDay, Instant } from '../../domain/time.ts';
import { dossier, duty, event } from '../schema/index.ts';
import type { Transaction } from '../transaction.ts';

/** Where a list of duties goes on: after this row. */
export type DutyPlace = { readonly dueSort: Instant; readonly dossierId: string; readonly key: string };

export type DutyListFilter = {
  readonly dossierId?: string | undefined;
  readonly mine?: boolean | undefined;
  readonly owedToMe?: boolean | undefined;
  readonly owedByInstitutionId?: string | undefined;
  readonly owedToInstitutionId?: string | undefined;
  readonly kind?: string | undefined;
  readonly status?: 'open' | 'late' | 'settled' | undefined;
  readonly dueFrom?: CalendarDay | undefined;
  readonly dueUntil?: CalendarDay | undefined;
};

/** A duty that is late when its moment has passed: not quiet, not taken over, with somebody who could answer. */
const canBeLate = sql`not ${duty.takenOver} and not ${duty.answerUnknown} and (
  ${duty.forceTerm} is distinct from 'default' or ${duty.danger}
  or (${duty.duty} ->> 'sameDay')::boolean or (${duty.duty} ->> 'immediate')::boolean)`;

/** Duties by due moment, those without one last; `limit` rows after `after`. */
export async function listDuties(
  tx: Transaction,
  filter: DutyListFilter,
  now: Instant,
  limit: number,
  after: DutyPlace | null,
) {
  return await tx
    .select({
      dossierId: duty.dossierId,
      key: duty.key,
      dueSort: duty.dueSort,
      caseNumber: dossier.caseNumber,
      duty: duty.duty,
    })
    .from(duty)
    .innerJoin(dossier, eq(dossier.id, duty.dossierId))
    .where(and(...dutyConditions(filter, now), after === null ? undefined : dutiesAfter(after)))
    .orderBy(asc(duty.dueSort), asc(duty.dossierId), asc(duty.key))
    .limit(limit);
}

function dutiesAfter({ dueSort, dossierId, key }: DutyPlace): SQL {
  return sql`(${duty.dueSort}, ${duty.dossierId}, ${duty.key}) > (${dueSort}::timestamptz, ${dossierId}::uuid, ${key})`;
}

function dutyConditions(filter: DutyListFilter, now: Instant): (SQL | undefined)[] {
  const given = <T>(value: T | undefined, condition: (value: T) => SQL) =>
    value === undefined ? undefined : condition(value);
  return [
    given(filter.dossierId, (id) => eq(duty.dossierId, id)),
    given(
      filter.mine === true || undefined,
      () => sql`${duty.owedByKey} = any ((select app.keys())::text[])`,
    ),
    given(
      filter.owedToMe === true || undefined,
      () => sql`${duty.owedToKeys} && (select app.keys())::text[]`,
    ),
    given(filter.owedByInstitutionId, (id) => eq(duty.owedByInstitution, id)),
    given(filter.owedToInstitutionId, (id) => sql`${duty.owedToKeys} @> array[${`at:${id}`}]::text[]`),
    given(filter.kind, (kind) => eq(duty.kind, kind)),
    given(filter.status, (status) => ofStatus(status, now)),
    given(filter.dueFrom, (day) => sql`${duty.dueDay} >= ${day}::date`),
    given(filter.dueUntil, (day) => sql`${duty.dueDay} <= ${day}::date`),
  ];
}

function ofStatus(status: 'open' | 'late' | 'settled', now: Instant): SQL {
  switch (status) {
    case 'open':
      return sql`${duty.settledAt} is null`;
    case 'late':
      return sql`${duty.settledAt} is null and ${duty.dueSort} <= ${now}::timestamptz and ${canBeLate}`;
    case 'settled':
      return sql`${duty.settledAt} is not null`;
  }
}

export type DossierPlace = { readonly createdAt: Instant; readonly id: string };

const counts = {
  nextDueAt: sql<
    string | null
  >`(select min(d.due_at)::text from duty d where d.dossier_id = ${dossier.id} and d.settled_at is null)`,
  openDuties: sql<number>`(select count(*)::int from duty d where d.dossier_id = ${dossier.id} and d.settled_at is null)`,
};

const dossierColumns = (now: Instant) => ({
  id: dossier.id,
  caseNumber: dossier.caseNumber,
  kind: dossier.kind,
  status: dossier.status,
  homeInstitutionId: dossier.homeInstitutionId,
  procedureId: dossier.procedureId,
  version: dossier.version,
  createdAt: dossier.createdAt,
  ...counts,
  lateDuties: sql<number>`(select count(*)::int from ${duty} where ${duty.dossierId} = ${dossier.id}
    and ${duty.settledAt} is null and ${duty.dueSort} <= ${now}::timestamptz and ${canBeLate})`,
});

/** Newest first. */
export async function listDossiers(
  tx: Transaction,
  filter: {
    readonly status?: 'open' | 'closed' | undefined;
    readonly kind?: 'concern' | 'case' | 'institutionYear' | undefined;
  },
  now: Instant,
  limit: number,
  after: DossierPlace | null,
) {
  return await tx
    .select(dossierColumns(now))
    .from(dossier)
    .where(
      and(
        filter.status === undefined ? undefined : eq(dossier.status, filter.status),
        filter.kind === undefined ? undefined : eq(dossier.kind, filter.kind),
        after === null
          ? undefined
          : or(
              lt(dossier.createdAt, after.createdAt),
              and(eq(dossier.createdAt, after.createdAt), lt(dossier.id, after.id)),
            ),
      ),
    )
    .orderBy(desc(dossier.createdAt), desc(dossier.id))
    .limit(limit);
}

/** One dossier as the lists show it, or null. */
export async function findDossierRow(tx: Transaction, id: string, now: Instant) {
  const [row] = await tx.select(dossierColumns(now)).from(dossier).where(eq(dossier.id, id));
  return row ?? null;
}

export type DossierListRow = NonNullable<Awaited<ReturnType<typeof findDossierRow>>>;

/** Facts in the order of entering, after `afterSeq`; words still sealed. */
export async function listEventRows(tx: Transaction, dossierId: string, afterSeq: number, limit: number) {
  return await tx
    .select()
    .from(event)
    .where(and(eq(event.dossierId, dossierId), gt(event.seq, afterSeq)))
    .orderBy(asc(event.seq))
    .limit(limit);
}
