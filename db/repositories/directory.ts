/** Who is who, and what a municipality has set. */
import { and, asc, desc, eq, inArray, isNull, ne } from 'drizzle-orm';
import type { CalendarChange, WorkingHours } from '../../domain/calendar/index.ts';
import type { RoleHolder } from '../../domain/duty/recipients.ts';
import { type Leave, noLeave } from '../../domain/staff/substitution.ts';
import type { Instant } from '../../domain/time.ts';
import {
  absence,
  calendarVersion,
  institution,
  municipality,
  municipalitySetting,
  person,
  roleHolder,
  substitute,
} from '../schema/index.ts';
import type { Transaction } from '../transaction.ts';
import { inForce } from './in-force.ts';

export type MunicipalityRow = typeof municipality.$inferSelect;
export type InstitutionRow = typeof institution.$inferSelect;
export type PersonRow = typeof person.$inferSelect;
type SettingRow = typeof municipalitySetting.$inferSelect;

export type MunicipalityDirectory = {
  readonly municipality: MunicipalityRow;
  /** In the order of their making. `movedDaysOn` as it holds there, from the municipality where it chose nothing. */
  readonly institutions: readonly (Omit<InstitutionRow, 'movedDaysOn'> & { readonly movedDaysOn: boolean })[];
  /** Who holds a role at `now` with an account that works. */
  readonly holders: readonly RoleHolder[];
  /** Leave and substitutes that hold at `at`, the moment of loading. */
  readonly leave: Leave;
  readonly at: Instant;
  /** The latest setting as it is stored, and its version; null and 0 where there is none. */
  readonly setting: SettingRow['setting'] | null;
  readonly settingVersion: number;
  readonly calendarChanges: readonly CalendarChange[];
  readonly calendarVersion: number;
  readonly workingHours: WorkingHours;
};

/** Everything about a municipality that duties and notices depend on. Throws where there is no such municipality. */
export async function loadDirectory(
  tx: Transaction,
  municipalityId: string,
  now: Instant,
): Promise<MunicipalityDirectory> {
  const [[found], institutions, [setting], [calendar], holders, leave] = await Promise.all([
    tx.select().from(municipality).where(eq(municipality.id, municipalityId)),
    tx
      .select()
      .from(institution)
      .where(and(eq(institution.municipalityId, municipalityId), eq(institution.active, true)))
      .orderBy(asc(institution.createdAt), asc(institution.id)),
    tx
      .select()
      .from(municipalitySetting)
      .where(eq(municipalitySetting.municipalityId, municipalityId))
      .orderBy(desc(municipalitySetting.version))
      .limit(1),
    tx
      .select()
      .from(calendarVersion)
      .where(eq(calendarVersion.municipalityId, municipalityId))
      .orderBy(desc(calendarVersion.version))
      .limit(1),
    holdersIn(tx, municipalityId, now),
    leaveIn(tx, municipalityId, now),
  ]);
  if (found === undefined) throw new Error(`municipality ${municipalityId} is not known`);
  return {
    municipality: found,
    institutions: institutions.map((one) => ({ ...one, movedDaysOn: one.movedDaysOn ?? found.movedDaysOn })),
    holders,
    leave,
    at: now,
    setting: setting?.setting ?? null,
    settingVersion: setting?.version ?? 0,
    calendarChanges: calendar?.changes ?? [],
    calendarVersion: calendar?.version ?? 0,
    workingHours: found.workingHours,
  };
}

async function holdersIn(
  tx: Transaction,
  municipalityId: string,
  now: Instant,
): Promise<readonly RoleHolder[]> {
  return await tx
    .select({
      institutionId: roleHolder.institutionId,
      personId: roleHolder.personId,
      role: roleHolder.role,
    })
    .from(roleHolder)
    .innerJoin(institution, eq(institution.id, roleHolder.institutionId))
    .innerJoin(person, eq(person.id, roleHolder.personId))
    .where(
      and(
        eq(institution.municipalityId, municipalityId),
        eq(institution.active, true),
        eq(person.active, true),
        // A token of another system owes nothing and is told nothing: with it alone an institution has no user.
        ne(roleHolder.role, 'service'),
        isNull(roleHolder.inPlaceOf),
        inForce(roleHolder, now),
      ),
    )
    .orderBy(
      asc(roleHolder.institutionId),
      asc(roleHolder.fromAt),
      asc(roleHolder.personId),
      asc(roleHolder.role),
    );
}

/** Substitutes whose account is off stand in for nobody. */
async function leaveIn(tx: Transaction, municipalityId: string, now: Instant): Promise<Leave> {
  const absences = await tx
    .select({
      institutionId: absence.institutionId,
      personId: absence.personId,
      from: absence.fromAt,
      until: absence.untilAt,
    })
    .from(absence)
    .innerJoin(institution, eq(institution.id, absence.institutionId))
    .where(and(eq(institution.municipalityId, municipalityId), inForce(absence, now)))
    .orderBy(asc(absence.fromAt), asc(absence.id));
  if (absences.length === 0) return noLeave;
  const substitutes = await tx
    .select({
      institutionId: substitute.institutionId,
      personId: substitute.personId,
      substituteId: substitute.substituteId,
      from: substitute.fromAt,
      until: substitute.untilAt,
    })
    .from(substitute)
    .innerJoin(institution, eq(institution.id, substitute.institutionId))
    .innerJoin(person, eq(person.id, substitute.substituteId))
    .where(
      and(eq(institution.municipalityId, municipalityId), eq(person.active, true), inForce(substitute, now)),
    )
    .orderBy(asc(substitute.fromAt), asc(substitute.id));
  return { absences, substitutes };
}

/** The roles that a person holds now, anywhere, in person or in the place of somebody absent. */
export async function holdingsOf(
  tx: Transaction,
  personId: string,
  now: Instant,
): Promise<readonly (RoleHolder & { readonly inPlaceOf: string | null })[]> {
  return await tx
    .select({
      institutionId: roleHolder.institutionId,
      personId: roleHolder.personId,
      role: roleHolder.role,
      inPlaceOf: roleHolder.inPlaceOf,
    })
    .from(roleHolder)
    .innerJoin(person, eq(person.id, roleHolder.personId))
    .where(and(eq(roleHolder.personId, personId), eq(person.active, true), inForce(roleHolder, now)))
    .orderBy(asc(roleHolder.institutionId), asc(roleHolder.role));
}

export async function loadInstitution(tx: Transaction, id: string): Promise<InstitutionRow | null> {
  const [found] = await tx.select().from(institution).where(eq(institution.id, id));
  return found ?? null;
}

/** Those that are known, by id. */
export async function loadInstitutions(
  tx: Transaction,
  ids: readonly string[],
): Promise<ReadonlyMap<string, InstitutionRow>> {
  if (ids.length === 0) return new Map();
  const rows = await tx
    .select()
    .from(institution)
    .where(inArray(institution.id, [...ids]));
  return new Map(rows.map((row) => [row.id, row]));
}

/** Those that are known, by id. */
export async function loadMunicipalities(
  tx: Transaction,
  ids: readonly string[],
): Promise<ReadonlyMap<string, MunicipalityRow>> {
  if (ids.length === 0) return new Map();
  const rows = await tx
    .select()
    .from(municipality)
    .where(inArray(municipality.id, [...ids]));
  return new Map(rows.map((row) => [row.id, row]));
}

/** Those that are known, by id. */
export async function loadPersons(
  tx: Transaction,
  ids: readonly string[],
): Promise<ReadonlyMap<string, PersonRow>> {
  if (ids.length === 0) return new Map();
  const rows = await tx
    .select()
    .from(person)
    .where(inArray(person.id, [...ids]));
  return new Map(rows.map((row) => [row.id, row]));
}

/** Inserts, for set-up and demo data. Needs the owner's rights. */
export type DirectoryRows = {
  readonly municipalities?: readonly (typeof municipality.$inferInsert)[];
  readonly institutions?: readonly (typeof institution.$inferInsert)[];
  readonly persons?: readonly (typeof person.$inferInsert)[];
  readonly roleHolders?: readonly (typeof roleHolder.$inferInsert)[];
  readonly absences?: readonly (typeof absence.$inferInsert)[];
  readonly substitutes?: readonly (typeof substitute.$inferInsert)[];
  readonly settings?: readonly (typeof municipalitySetting.$inferInsert)[];
  readonly calendars?: readonly (typeof calendarVersion.$inferInsert)[];
};

export async function insertDirectory(tx: Transaction, rows: DirectoryRows): Promise<void> {
  const { municipalities = [], institutions = [], persons = [], roleHolders = [] } = rows;
  const { absences = [], substitutes = [], settings = [], calendars = [] } = rows;
  if (municipalities.length > 0) await tx.insert(municipality).values([...municipalities]);
  if (institutions.length > 0) await tx.insert(institution).values([...institutions]);
  if (persons.length > 0) await tx.insert(person).values([...persons]);
  if (roleHolders.length > 0) await tx.insert(roleHolder).values([...roleHolders]);
  if (absences.length > 0) await tx.insert(absence).values([...absences]);
  if (substitutes.length > 0) await tx.insert(substitute).values([...substitutes]);
  if (settings.length > 0) await tx.insert(municipalitySetting).values([...settings]);
  if (calendars.length > 0) await tx.insert(calendarVersion).values([...calendars]);
}
