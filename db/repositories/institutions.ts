/** Institutions as administrators keep them and as others choose from them. */
import { and, asc, eq, inArray, type SQL, sql } from 'drizzle-orm';
import type { InstitutionKind, Role } from '../../domain/procedure/party.ts';
import type { Instant } from '../../domain/time.ts';
import { institution, municipality, person, roleHolder } from '../schema/index.ts';
import type { Transaction } from '../transaction.ts';
import { inForce } from './in-force.ts';

type InstitutionRow = typeof institution.$inferSelect;
type Details = Pick<
  InstitutionRow,
  'name' | 'schoolType' | 'address' | 'phone' | 'mail' | 'movedDaysOn' | 'workingHours'
>;

/** For role `app_api`, whose walls check who may. */
export async function insertInstitution(
  tx: Transaction,
  row: Details & Pick<InstitutionRow, 'id' | 'municipalityId' | 'kind' | 'createdAt'>,
): Promise<void> {
  const hours = row.workingHours === null ? null : JSON.stringify(row.workingHours);
  // Written out: the role has no right to the columns that a whole row would name.
  await tx.execute(sql`insert into institution (id, municipality_id, kind, school_type, name, address, phone, mail,
      moved_days_on, working_hours, created_at)
    values (${row.id}::uuid, ${row.municipalityId}::uuid, ${row.kind}, ${row.schoolType}, ${row.name}, ${row.address},
      ${row.phone}, ${row.mail}, ${row.movedDaysOn}, ${hours}::jsonb, ${row.createdAt}::timestamptz)`);
}

/** Locks an institution for this transaction; null where the actor may not change it. */
export async function lockInstitution(
  tx: Transaction,
  id: string,
): Promise<Pick<InstitutionRow, 'version'> | null> {
  const [found] = await tx
    .select({ version: institution.version })
    .from(institution)
    .where(eq(institution.id, id))
    .for('update');
  return found ?? null;
}

/** Of a locked one. Returns its new version. */
export async function updateInstitution(
  tx: Transaction,
  id: string,
  set: Details & Pick<InstitutionRow, 'active'>,
): Promise<number> {
  const [changed] = await tx
    .update(institution)
    .set(set)
    .where(eq(institution.id, id))
    .returning({ version: institution.version });
  if (changed === undefined) throw new Error('a locked institution was not there');
  return changed.version;
}

/** All institutions of a municipality, also those that are switched off, by name. */
export async function institutionsOf(
  tx: Transaction,
  municipalityId: string,
): Promise<readonly InstitutionRow[]> {
  return await tx
    .select()
    .from(institution)
    .where(eq(institution.municipalityId, municipalityId))
    .orderBy(asc(institution.name), asc(institution.id));
}

export type DirectoryFilter = {
  readonly kind?: InstitutionKind;
  readonly municipalityId?: string;
  /** Words that all stand in name, address or municipality, whatever their case and marks. */
  readonly words?: readonly string[];
};
/** `rank`: 0 suggested, 1 of the own municipality, 2 of another. */
export type DirectoryPlace = { readonly rank: number; readonly name: string; readonly id: string };

export type Contact = {
  readonly institutionId: string;
  readonly role: Role;
  readonly personId: string;
  readonly name: string;
  readonly phone: string | null;
  readonly mail: string | null;
};

export type ListedInstitution = Pick<
  InstitutionRow,
  'id' | 'kind' | 'schoolType' | 'name' | 'address' | 'phone' | 'mail'
> & {
  readonly rank: number;
  readonly isHome: boolean;
  readonly municipality: { readonly id: string; readonly name: string; readonly training: boolean };
};

/** Letters with Latvian marks, and without. */
const marked = 'āčēģīķļņšūžĀČĒĢĪĶĻŅŠŪŽ';
const plain = 'acegiklnsuzACEGIKLNSUZ';

function folded(text: SQL): SQL {
  return sql`lower(translate(${text}, ${marked}, ${plain}))`;
}

/**
 * A page of active institutions: those of these kinds in the suggested municipality first, then those of `home`, then by
 * name. A training municipality and the real ones do not see each other.
 */
export async function listInstitutions(
  tx: Transaction,
  home: { readonly id: string; readonly training: boolean },
  { kind, municipalityId, words = [] }: DirectoryFilter,
  paging: { readonly limit: number; readonly after: DirectoryPlace | null },
  suggested: { readonly municipality: string; readonly kinds: readonly InstitutionKind[] } | null,
): Promise<readonly ListedInstitution[]> {
  const isSuggested =
    suggested === null
      ? sql`false`
      : sql`${folded(sql`${municipality.name}`)} = ${folded(sql`${suggested.municipality}::text`)}
          and ${inArray(institution.kind, [...suggested.kinds])}`;
  const rank = sql<number>`case when ${isSuggested} then 0 when ${institution.municipalityId} = ${home.id}::uuid then 1
    else 2 end`;
  const text = folded(
    sql`${institution.name} || ' ' || coalesce(${institution.address}, '') || ' ' || ${municipality.name}`,
  );
  const { after, limit } = paging;
  const rows = await tx
    .select({
      id: institution.id,
      kind: institution.kind,
      schoolType: institution.schoolType,
      name: institution.name,
      address: institution.address,
      phone: institution.phone,
      mail: institution.mail,
      rank: rank.as('rank'),
      isHome: sql<boolean>`${institution.municipalityId} = ${home.id}::uuid`.as('is_home'),
      municipalityId: municipality.id,
      municipalityName: municipality.name,
      training: municipality.training,
    })
    .from(institution)
    .innerJoin(municipality, eq(municipality.id, institution.municipalityId))
    .where(
      and(
        eq(institution.active, true),
        home.training ? eq(municipality.id, home.id) : eq(municipality.training, false),
        kind === undefined ? undefined : eq(institution.kind, kind),
        municipalityId === undefined ? undefined : eq(municipality.id, municipalityId),
        ...words.map((word) => sql`position(${folded(sql`${word}::text`)} in ${text}) > 0`),
        after === null
          ? undefined
          : sql`(${rank}, ${institution.name}, ${institution.id}) > (${after.rank}::int, ${after.name}, ${after.id}::uuid)`,
      ),
    )
    .orderBy(sql`rank`, asc(institution.name), asc(institution.id))
    .limit(limit);
  return rows.map(({ municipalityId: of, municipalityName, training, ...row }) => ({
    ...row,
    municipality: { id: of, name: municipalityName, training },
  }));
}

/** Who holds one of the roles now in these institutions, in person or in the place of somebody absent. */
export async function contactsOf(
  tx: Transaction,
  institutionIds: readonly string[],
  roles: readonly Role[],
  now: Instant,
): Promise<readonly Contact[]> {
  if (institutionIds.length === 0) return [];
  return await tx
    .selectDistinct({
      institutionId: roleHolder.institutionId,
      role: roleHolder.role,
      personId: person.id,
      name: person.displayName,
      phone: person.phone,
      mail: person.mail,
    })
    .from(roleHolder)
    .innerJoin(person, eq(person.id, roleHolder.personId))
    .where(
      and(
        inArray(roleHolder.institutionId, [...institutionIds]),
        inArray(roleHolder.role, [...roles]),
        eq(person.active, true),
        inForce(roleHolder, now),
      ),
    )
    .orderBy(asc(roleHolder.institutionId), asc(roleHolder.role), asc(person.displayName));
}

/** Serialises imports into a municipality, to the end of the transaction. */
export async function lockImports(tx: Transaction, municipalityId: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${municipalityId}, 9))`);
}
