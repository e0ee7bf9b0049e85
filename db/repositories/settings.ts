/** What a municipality has set, version by version, and its switches. */
import { and, desc, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { WorkingHours } from '../../domain/calendar/index.ts';
import type { Instant } from '../../domain/time.ts';
import { dossier, institution, municipality, municipalitySetting } from '../schema/index.ts';
import type { Transaction } from '../transaction.ts';
import { type DossierToRecount, factsToRecount, recountedColumns, selectAs } from './calendars.ts';

export type SettingRow = typeof municipalitySetting.$inferSelect;
export type MunicipalityRow = typeof municipality.$inferSelect;

/** The municipality and the setting that holds there; version 0 without one. Null where there is none of that id. */
export async function loadSetting(
  tx: Transaction,
  municipalityId: string,
): Promise<{
  readonly municipality: MunicipalityRow;
  readonly version: number;
  readonly setting: SettingRow['setting'] | null;
} | null> {
  const [found] = await tx.select().from(municipality).where(eq(municipality.id, municipalityId));
  if (found === undefined) return null;
  const [row] = await tx
    .select()
    .from(municipalitySetting)
    .where(eq(municipalitySetting.municipalityId, municipalityId))
    .orderBy(desc(municipalitySetting.version))
    .limit(1);
  return { municipality: found, version: row?.version ?? 0, setting: row?.setting ?? null };
}

/** The settings that hold in these municipalities, by municipality; none where nothing was set. */
export async function loadSettings(
  tx: Transaction,
  municipalityIds: readonly string[],
): Promise<ReadonlyMap<string, SettingRow['setting']>> {
  if (municipalityIds.length === 0) return new Map();
  const rows = await tx
    .selectDistinctOn([municipalitySetting.municipalityId])
    .from(municipalitySetting)
    .where(inArray(municipalitySetting.municipalityId, [...municipalityIds]))
    .orderBy(municipalitySetting.municipalityId, desc(municipalitySetting.version));
  return new Map(rows.map((row) => [row.municipalityId, row.setting]));
}

/** False where another one has saved this version in the meantime. For role `app_api`, whose walls check who may. */
export async function insertSetting(tx: Transaction, row: SettingRow): Promise<boolean> {
  const inserted = await tx.insert(municipalitySetting).values(row).onConflictDoNothing();
  return inserted.count === 1;
}

export async function setSwitches(
  tx: Transaction,
  municipalityId: string,
  set: { readonly movedDaysOn: boolean; readonly workingHours: WorkingHours },
): Promise<void> {
  await tx.update(municipality).set(set).where(eq(municipality.id, municipalityId));
}

export async function setTraining(tx: Transaction, municipalityId: string, training: boolean): Promise<void> {
  await tx.update(municipality).set({ training }).where(eq(municipality.id, municipalityId));
}

/** Has the municipality any child's dossier, or accounts that administrators opened for others in training? */
export async function isInUse(tx: Transaction, municipalityId: string): Promise<boolean> {
  const rows = await tx.execute<{ yes: boolean }>(sql`select app.is_in_use(${municipalityId}::uuid) as yes`);
  return rows[0]?.yes === true;
}

/** How many people with an account in the municipality have no second factor; 0 for those who do not administer it. */
export async function withoutSecondFactor(tx: Transaction, municipalityId: string): Promise<number> {
  const rows = await tx.execute<{ n: number }>(
    sql`select app.without_second_factor(${municipalityId}::uuid)::int as n`,
  );
  return rows[0]?.n ?? 0;
}

/** Those of the dossiers whose municipality is for training. For role `app_clock`. */
export async function trainingDossiers(
  tx: Transaction,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  const rows = await tx
    .select({ id: dossier.id })
    .from(dossier)
    .innerJoin(municipality, eq(municipality.id, dossier.municipalityId))
    .where(and(eq(municipality.training, true), inArray(dossier.id, [...ids])));
  return new Set(rows.map(({ id }) => id));
}

/** How many dossiers are not worked out yet with the people and settings that hold. */
export async function countBehindDirectory(tx: Transaction, municipalityId: string): Promise<number> {
  const rows = await tx.execute<{ n: number }>(
    sql`select app.dossiers_behind_directory(${municipalityId}::uuid)::int as n`,
  );
  return rows[0]?.n ?? 0;
}

/** Institutions that follow the municipality's choice about moved working days. */
export async function followingInstitutions(
  tx: Transaction,
  municipalityId: string,
): Promise<ReadonlySet<string>> {
  const rows = await tx
    .select({ id: institution.id })
    .from(institution)
    .where(and(eq(institution.municipalityId, municipalityId), isNull(institution.movedDaysOn)));
  return new Set(rows.map(({ id }) => id));
}

const first = '00000000-0000-0000-0000-000000000000';

/** A page of a municipality's open dossiers with their facts, without words. Of those who do not administer it, empty. */
export async function dossiersToRework(
  tx: Transaction,
  municipalityId: string,
  paging: { readonly limit: number; readonly after: string | null },
): Promise<readonly DossierToRecount[]> {
  const rows = await tx
    .select(selectAs('dossier', recountedColumns))
    .from(
      sql`app.dossiers_to_rework(${municipalityId}::uuid, ${paging.after ?? first}::uuid, ${paging.limit}::int) as dossier`,
    );
  const facts = await factsToRecount(
    tx,
    municipalityId,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => ({ ...row, events: facts.get(row.id) ?? [] }));
}

/**
 * Counts up the municipalities in which a role or a leave has begun or ended by the clock since it was last looked.
 * For role `app_clock`.
 */
export async function noticeBoundaries(tx: Transaction, now: Instant): Promise<void> {
  const seen = sql`coalesce(m.directory_seen_at, m.created_at)`;
  const passed = (table: string) => sql`exists (select from ${sql.identifier(table)} t
    join institution i on i.id = t.institution_id where i.municipality_id = m.id
      and (t.from_at > ${seen} and t.from_at <= ${now}::timestamptz
        or t.until_at > ${seen} and t.until_at <= ${now}::timestamptz))`;
  await tx.execute(sql`update municipality m
    set directory_version = m.directory_version + 1, directory_seen_at = ${now}::timestamptz
    where ${passed('role_holder')} or ${passed('absence')} or ${passed('substitute')}`);
}

/** Notes with which version the dossier was worked out. For role `app_clock`. */
export async function setDirectoryVersion(
  tx: Transaction,
  dossierId: string,
  version: number,
): Promise<void> {
  await tx.update(dossier).set({ directoryVersion: version }).where(eq(dossier.id, dossierId));
}
