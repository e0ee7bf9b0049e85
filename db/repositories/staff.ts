/** People, their roles, leave and substitutes, as administrators keep them. For role `app_api`, whose walls check who may. */
import { and, asc, eq, inArray, isNotNull, isNull, sql } from 'drizzle-orm';
import type { Bilingual } from '../../domain/calendar/index.ts';
import type { Composition, Role } from '../../domain/procedure/party.ts';
import type { Leave, StandIn } from '../../domain/staff/substitution.ts';
import type { CalendarDay, Instant } from '../../domain/time.ts';
import { absence, institution, person, roleHolder, substitute } from '../schema/index.ts';
import type { Transaction } from '../transaction.ts';
import { inForce, notOver } from './in-force.ts';

export type RoleRow = typeof roleHolder.$inferSelect;
export type AbsenceRow = typeof absence.$inferSelect;
export type SubstituteRow = typeof substitute.$inferSelect;
type PersonRow = typeof person.$inferSelect;

/** Does the actor keep every institution where the person works? */
export async function managesPerson(tx: Transaction, personId: string): Promise<boolean> {
  const rows = await tx.execute<{ yes: boolean }>(sql`select app.manages_person(${personId}::uuid) as yes`);
  return rows[0]?.yes === true;
}

/** Is the person known in the institution's municipality, or new? */
export async function isOf(tx: Transaction, personId: string, institutionId: string): Promise<boolean> {
  const rows = await tx.execute<{ yes: boolean }>(
    sql`select exists (select from person where id = ${personId}::uuid)
        and app.is_of(${personId}::uuid, ${institutionId}::uuid) as yes`,
  );
  return rows[0]?.yes === true;
}

/** Serialises changes of an institution's leave, so that no circle closes between two of them. */
export async function lockInstitutionStaff(tx: Transaction, institutionId: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${institutionId}, 7))`);
}

export async function insertPerson(
  tx: Transaction,
  row: Pick<PersonRow, 'id' | 'displayName' | 'mail' | 'phone' | 'language' | 'createdAt'>,
): Promise<void> {
  // Written out: the role has no right to the columns that a whole row would name.
  await tx.execute(sql`insert into person (id, display_name, mail, phone, language, created_at)
    values (${row.id}::uuid, ${row.displayName}, ${row.mail}, ${row.phone}, ${row.language}, ${row.createdAt}::timestamptz)`);
}

/** Locks a person for this transaction; null where the actor may not change them. */
export async function lockPerson(tx: Transaction, id: string): Promise<Pick<PersonRow, 'version'> | null> {
  const [found] = await tx
    .select({ version: person.version })
    .from(person)
    .where(eq(person.id, id))
    .for('update');
  return found ?? null;
}

/** Returns the new version; null where the actor may not change the person. */
export async function updatePerson(
  tx: Transaction,
  id: string,
  set: Partial<Pick<PersonRow, 'displayName' | 'mail' | 'phone' | 'language' | 'active'>>,
): Promise<number | null> {
  const [changed] = await tx
    .update(person)
    .set(set)
    .where(eq(person.id, id))
    .returning({ version: person.version });
  return changed?.version ?? null;
}

export type NewRole = {
  readonly id: string;
  readonly institutionId: string;
  readonly personId: string;
  readonly role: Role;
  readonly fromAt: Instant;
  readonly untilAt: Instant | null;
  readonly memberOf: string | null;
  readonly composition: Composition | null;
};

export async function insertRole(tx: Transaction, row: NewRole): Promise<void> {
  await tx.insert(roleHolder).values(row);
}

/** A role held in person; null where there is none of that id. */
export async function loadRole(tx: Transaction, id: string): Promise<RoleRow | null> {
  const [row] = await tx
    .select()
    .from(roleHolder)
    .where(and(eq(roleHolder.id, id), isNull(roleHolder.inPlaceOf)));
  return row ?? null;
}

export async function endRole(tx: Transaction, id: string, untilAt: Instant): Promise<boolean> {
  const rows = await tx
    .update(roleHolder)
    .set({ untilAt })
    .where(and(eq(roleHolder.id, id), isNull(roleHolder.inPlaceOf)))
    .returning({ id: roleHolder.id });
  return rows.length === 1;
}

export type PersonWithRoles = PersonRow & { readonly roles: readonly RoleRow[] };
/** Who holds a role in the institution now, by name, with the roles. */
export async function peopleInForce(
  tx: Transaction,
  institutionId: string,
  now: Instant,
): Promise<
  readonly {
    readonly id: string;
    readonly displayName: string;
    readonly phone: string | null;
    readonly roles: readonly Role[];
  }[]
> {
  const rows = await tx
    .select({
      id: person.id,
      displayName: person.displayName,
      phone: person.phone,
      role: roleHolder.role,
    })
    .from(roleHolder)
    .innerJoin(person, eq(person.id, roleHolder.personId))
    .where(
      and(eq(roleHolder.institutionId, institutionId), eq(person.active, true), inForce(roleHolder, now)),
    )
    .orderBy(asc(person.displayName), asc(person.id), asc(roleHolder.role));
  const people = Map.groupBy(rows, ({ id }) => id);
  return [...people.values()].map((held) => ({
    id: held[0]?.id ?? '',
    displayName: held[0]?.displayName ?? '',
    phone: held[0]?.phone ?? null,
    roles: [...new Set(held.map(({ role }) => role))],
  }));
}

export type StaffPlace = { readonly name: string; readonly id: string };

/** A page of those who hold, held or will hold a role in one of the institutions, by name, with their roles there. */
export async function listStaff(
  tx: Transaction,
  institutionIds: readonly string[],
  paging: { readonly limit: number; readonly after: StaffPlace | null },
): Promise<readonly PersonWithRoles[]> {
  if (institutionIds.length === 0) return [];
  const { limit, after } = paging;
  const people = await tx
    .select()
    .from(person)
    .where(
      and(
        inArray(
          person.id,
          tx
            .select({ id: roleHolder.personId })
            .from(roleHolder)
            .where(inArray(roleHolder.institutionId, [...institutionIds])),
        ),
        after === null
          ? undefined
          : sql`(${person.displayName}, ${person.id}) > (${after.name}, ${after.id}::uuid)`,
      ),
    )
    .orderBy(asc(person.displayName), asc(person.id))
    .limit(limit);
  const roles =
    people.length === 0
      ? []
      : await tx
          .select()
          .from(roleHolder)
          .where(
            and(
              inArray(
                roleHolder.personId,
                people.map(({ id }) => id),
              ),
              inArray(roleHolder.institutionId, [...institutionIds]),
            ),
          )
          .orderBy(asc(roleHolder.fromAt), asc(roleHolder.id));
  return people.map((one) => ({ ...one, roles: roles.filter(({ personId }) => personId === one.id) }));
}

/** The roles that a person holds in person now or later, anywhere. */
export async function rolesAhead(
  tx: Transaction,
  personId: string,
  now: Instant,
): Promise<readonly RoleRow[]> {
  return await tx
    .select()
    .from(roleHolder)
    .where(and(eq(roleHolder.personId, personId), isNull(roleHolder.inPlaceOf), notOver(roleHolder, now)));
}

export type OwedByPerson = {
  readonly dossierId: string;
  readonly caseNumber: string;
  readonly dutyKey: string;
  readonly kind: string;
  readonly title: Bilingual;
  readonly dueDay: CalendarDay | null;
  readonly danger: boolean;
};

/** What a person owes in person in the actor's institutions; at most 1,000, the most urgent first. */
export async function openDutiesOf(tx: Transaction, personId: string): Promise<readonly OwedByPerson[]> {
  const rows = await tx.execute<{
    dossier_id: string;
    case_number: string | null;
    key: string;
    kind: string;
    title: Bilingual;
    due_day: CalendarDay | null;
    danger: boolean;
  }>(sql`select dossier_id, case_number, key, kind, title, due_day::text as due_day, danger
    from app.open_duties_of(${personId}::uuid)`);
  return rows.map((row) => ({
    dossierId: row.dossier_id,
    caseNumber: row.case_number ?? '',
    dutyKey: row.key,
    kind: row.kind,
    title: row.title,
    dueDay: row.due_day,
    danger: row.danger,
  }));
}

/** Leave and substitutes of an institution that have not ended by `now`, with their ids. */
export async function leaveOf(
  tx: Transaction,
  institutionId: string,
  now: Instant,
): Promise<{ readonly absences: readonly AbsenceRow[]; readonly substitutes: readonly SubstituteRow[] }> {
  const absences = await tx
    .select()
    .from(absence)
    .where(and(eq(absence.institutionId, institutionId), notOver(absence, now)))
    .orderBy(asc(absence.fromAt), asc(absence.id));
  const substitutes = await tx
    .select()
    .from(substitute)
    .where(and(eq(substitute.institutionId, institutionId), notOver(substitute, now)))
    .orderBy(asc(substitute.fromAt), asc(substitute.id));
  return { absences, substitutes };
}

/** The same as the domain reads it. */
export function leaveFrom(rows: Awaited<ReturnType<typeof leaveOf>>): Leave {
  const period = ({ fromAt, untilAt, institutionId, personId }: AbsenceRow | SubstituteRow) => ({
    institutionId,
    personId,
    from: fromAt,
    until: untilAt,
  });
  return {
    absences: rows.absences.map(period),
    substitutes: rows.substitutes.map((row) => ({ ...period(row), substituteId: row.substituteId })),
  };
}

export async function insertAbsence(tx: Transaction, row: AbsenceRow): Promise<void> {
  await tx.insert(absence).values(row);
}

export async function insertSubstitute(tx: Transaction, row: SubstituteRow): Promise<void> {
  await tx.insert(substitute).values(row);
}

/** The institution of a line of leave, for the question whether it may be ended; null where there is none. */
export async function loadLeaveLine(
  tx: Transaction,
  kind: 'absence' | 'substitute',
  id: string,
): Promise<AbsenceRow | null> {
  const table = kind === 'absence' ? absence : substitute;
  const [row] = await tx
    .select({
      id: table.id,
      institutionId: table.institutionId,
      personId: table.personId,
      fromAt: table.fromAt,
      untilAt: table.untilAt,
    })
    .from(table)
    .where(eq(table.id, id));
  return row ?? null;
}

export async function endLeaveLine(
  tx: Transaction,
  kind: 'absence' | 'substitute',
  id: string,
  untilAt: Instant,
): Promise<void> {
  const table = kind === 'absence' ? absence : substitute;
  await tx.update(table).set({ untilAt }).where(eq(table.id, id));
}

/** The roles in an institution that have not ended: those held in person, or those held in the place of others. */
export async function rolesNotOver(
  tx: Transaction,
  institutionId: string,
  held: 'inPerson' | 'inPlaceOfOthers',
  now: Instant,
): Promise<readonly RoleRow[]> {
  const { inPlaceOf } = roleHolder;
  return await tx
    .select()
    .from(roleHolder)
    .where(
      and(
        eq(roleHolder.institutionId, institutionId),
        held === 'inPerson' ? isNull(inPlaceOf) : isNotNull(inPlaceOf),
        notOver(roleHolder, now),
      ),
    );
}

/** From `now` on these hold roles in the place of others in the institution; what was before stays on record. */
export async function replaceStandIns(
  tx: Transaction,
  institutionId: string,
  rows: readonly (StandIn<Role> & { readonly id: string })[],
  now: Instant,
): Promise<void> {
  const ahead = and(eq(roleHolder.institutionId, institutionId), isNotNull(roleHolder.inPlaceOf));
  await tx.delete(roleHolder).where(and(ahead, sql`${roleHolder.fromAt} >= ${now}::timestamptz`));
  await tx
    .update(roleHolder)
    .set({ untilAt: now })
    .where(and(ahead, notOver(roleHolder, now)));
  if (rows.length === 0) return;
  await tx
    .insert(roleHolder)
    .values(rows.map(({ from, until, ...row }) => ({ ...row, fromAt: from, untilAt: until })));
}

/** People known in the municipality, by their mail in lower case, with the roles that they hold now or later. */
export async function peopleByMail(
  tx: Transaction,
  municipalityId: string,
  mails: readonly string[],
  now: Instant,
): Promise<ReadonlyMap<string, readonly PersonWithRoles[]>> {
  if (mails.length === 0) return new Map();
  const rows = await tx
    .select({ person, role: roleHolder })
    .from(person)
    .innerJoin(roleHolder, and(eq(roleHolder.personId, person.id), isNull(roleHolder.inPlaceOf)))
    .innerJoin(institution, eq(institution.id, roleHolder.institutionId))
    .where(
      and(
        eq(institution.municipalityId, municipalityId),
        sql`lower(${person.mail}) in (select jsonb_array_elements_text(${JSON.stringify(mails)}::jsonb))`,
      ),
    );
  const found = new Map<string, Map<string, PersonWithRoles>>();
  for (const { person: one, role } of rows) {
    const mail = one.mail?.toLowerCase() ?? '';
    const people = found.get(mail) ?? new Map<string, PersonWithRoles>();
    const over = role.untilAt !== null && role.untilAt <= now;
    const before = people.get(one.id)?.roles ?? [];
    people.set(one.id, { ...one, roles: over ? before : [...before, role] });
    found.set(mail, people);
  }
  return new Map([...found].map(([mail, people]) => [mail, [...people.values()]]));
}
