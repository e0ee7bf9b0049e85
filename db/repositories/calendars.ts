/** A municipality's versions of the calendar, and what a new one would recount. */
import { and, asc, type Column, desc, eq, gt, lte, sql } from 'drizzle-orm';
import type { DossierEvent } from '../../domain/dossier/event.ts';
import type { CalendarDay } from '../../domain/time.ts';
import { type ConfirmedEarlier, calendarVersion, dossier, event } from '../schema/index.ts';
import type { Transaction } from '../transaction.ts';
import { factColumns, factOf } from './events.ts';

export type CalendarRow = typeof calendarVersion.$inferSelect;
export type CalendarContent = Pick<CalendarRow, 'version' | 'changes'>;

const shipped: CalendarContent = { version: 0, changes: [] };

/** The version that holds; 0 without changes where a municipality has none of its own. */
export async function latestCalendar(tx: Transaction, municipalityId: string): Promise<CalendarContent> {
  const [row] = await tx
    .select()
    .from(calendarVersion)
    .where(eq(calendarVersion.municipalityId, municipalityId))
    .orderBy(desc(calendarVersion.version))
    .limit(1);
  return row ?? shipped;
}

/** An earlier version. Throws where there is none. */
export async function loadCalendar(
  tx: Transaction,
  municipalityId: string,
  version: number,
): Promise<CalendarContent> {
  if (version === shipped.version) return shipped;
  const [row] = await tx
    .select()
    .from(calendarVersion)
    .where(and(eq(calendarVersion.municipalityId, municipalityId), eq(calendarVersion.version, version)));
  if (row === undefined) throw new Error(`calendar version ${version} is not known`);
  return row;
}

/** False where another one has saved this version in the meantime. For role `app_api`, whose rights are checked. */
export async function insertCalendar(tx: Transaction, row: CalendarRow): Promise<boolean> {
  const inserted = await tx.insert(calendarVersion).values(row).onConflictDoNothing();
  return inserted.count === 1;
}

/** Keys of a dossier's duties that may become earlier by the versions after `after`, up to `until`. */
export async function confirmedEarlier(
  tx: Transaction,
  of: { readonly municipalityId: string; readonly dossierId: string },
  after: number,
  until: number,
): Promise<ReadonlySet<string>> {
  const rows = await tx
    .select({ confirmed: calendarVersion.confirmedEarlier })
    .from(calendarVersion)
    .where(
      and(
        eq(calendarVersion.municipalityId, of.municipalityId),
        gt(calendarVersion.version, after),
        lte(calendarVersion.version, until),
      ),
    )
    .orderBy(asc(calendarVersion.version));
  const all: readonly ConfirmedEarlier[] = rows.flatMap(({ confirmed }) => confirmed);
  return new Set(all.filter(({ dossierId }) => dossierId === of.dossierId).map(({ dutyKey }) => dutyKey));
}

/** How many dossiers are not counted yet in the calendar that holds. */
export async function countBehindCalendar(tx: Transaction, municipalityId: string): Promise<number> {
  const rows = await tx.execute<{ n: number }>(
    sql`select app.dossiers_behind_calendar(${municipalityId}::uuid)::int as n`,
  );
  return rows[0]?.n ?? 0;
}

/** What has to be known of a dossier to work out its duties. */
export const recountedColumns = {
  id: dossier.id,
  caseNumber: dossier.caseNumber,
  kind: dossier.kind,
  homeInstitutionId: dossier.homeInstitutionId,
  classTeacherId: dossier.classTeacherId,
  procedureId: dossier.procedureId,
  calendarVersion: dossier.calendarVersion,
};

export type DossierToRecount = Pick<typeof dossier.$inferSelect, keyof typeof recountedColumns> & {
  readonly events: readonly DossierEvent[];
};

/** Columns as a function that stands in for their table gives them, read as the table's own are. */
export function selectAs<C extends Readonly<Record<string, Column>>>(alias: string, columns: C): C {
  const entries = Object.entries(columns).map(([name, column]) => [
    name,
    sql`${sql.identifier(alias)}.${sql.identifier(column.name)}`.mapWith(column),
  ]);
  return Object.fromEntries(entries) as C;
}

const first = '00000000-0000-0000-0000-000000000000';

/**
 * A page of the dossiers with an open duty that the days of a stretch may touch, in the order of their ids, with their
 * facts and without words. Of those who do not edit the calendar it is empty. For role `app_api`.
 */
export async function dossiersToRecount(
  tx: Transaction,
  municipalityId: string,
  changed: { readonly from: CalendarDay; readonly until: CalendarDay },
  paging: { readonly limit: number; readonly after: string | null },
): Promise<readonly DossierToRecount[]> {
  const rows = await tx.select(selectAs('dossier', recountedColumns)).from(
    sql`app.dossiers_to_recount(${municipalityId}::uuid, ${changed.from}::date, ${changed.until}::date,
        ${paging.after ?? first}::uuid, ${paging.limit}::int) as dossier`,
  );
  const facts = await factsToRecount(
    tx,
    municipalityId,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => ({ ...row, events: facts.get(row.id) ?? [] }));
}

/** The facts of such dossiers, without words, by dossier. For role `app_api`. */
export async function factsToRecount(
  tx: Transaction,
  municipalityId: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly DossierEvent[]>> {
  if (ids.length === 0) return new Map();
  const list = sql.join(
    ids.map((id) => sql`${id}::uuid`),
    sql`, `,
  );
  const facts = await tx
    .select(selectAs('event', { ...factColumns, dossierId: event.dossierId }))
    .from(sql`app.facts_to_recount(${municipalityId}::uuid, array[${list}]) as event`);
  const byDossier = new Map<string, DossierEvent[]>(ids.map((id) => [id, []]));
  for (const { dossierId, ...fact } of facts) byDossier.get(dossierId)?.push(factOf(fact));
  return byDossier;
}
