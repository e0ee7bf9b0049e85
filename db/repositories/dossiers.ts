/** Dossiers: made, locked, listed, and the marks that their clocks leave on them. */
import { and, asc, eq, gt, inArray, isNotNull, isNull, lt, lte, ne, or, type SQL, sql } from 'drizzle-orm';
import type { Relation } from '../../domain/access/relation.ts';
import type { Instant } from '../../domain/time.ts';
import { chainStart } from '../chain.ts';
import {
  calendarVersion,
  caseCounter,
  dossier,
  dossierAccess,
  dossierLearner,
  duty,
  learner,
} from '../schema/index.ts';
import type { Transaction } from '../transaction.ts';
import { narrowScope } from './access.ts';
import { recordsAs, uuidArray } from './rows.ts';

export type DossierRecord = typeof dossier.$inferSelect;

export type NewDossier = Pick<
  typeof dossier.$inferInsert,
  | 'id'
  | 'caseNumber'
  | 'kind'
  | 'municipalityId'
  | 'homeInstitutionId'
  | 'schoolYear'
  | 'classTeacherId'
  | 'procedureId'
  | 'procedureVersion'
  | 'createdAt'
>;

/**
 * From here on row-level security lets the transaction read and write all of this dossier's rows. Only for a dossier
 * that the transaction has been allowed to see.
 */
export async function openForWork(tx: Transaction, dossierId: string): Promise<void> {
  await tx.execute(sql`select app.open(${dossierId}::uuid)`);
}

/** A new dossier without facts, open and locked by this transaction. */
export async function insertDossier(tx: Transaction, input: NewDossier): Promise<DossierRecord> {
  await openForWork(tx, input.id);
  const [made] = await tx
    .insert(dossier)
    .values({
      ...input,
      status: 'open',
      chainHead: chainStart(input.id),
      calendarVersion: latestCalendar(sql`${input.municipalityId}::uuid`),
    })
    .returning();
  if (made === undefined) throw new Error('a dossier was not inserted');
  return made;
}

/** The version of a municipality's calendar that holds, 0 where nothing was changed. */
function latestCalendar(municipalityId: SQL): SQL<number> {
  return sql<number>`(select coalesce(max(${calendarVersion.version}), 0) from ${calendarVersion}
    where ${calendarVersion.municipalityId} = ${municipalityId})`;
}

/**
 * The next case number of a municipality and year, `2026-0412`. Two transactions of one municipality wait for each
 * other from here to their end: ask late. A transaction that fails gives its number back.
 */
export async function nextCaseNumber(tx: Transaction, municipalityId: string, year: number): Promise<string> {
  const [row] = await tx
    .insert(caseCounter)
    .values({ municipalityId, year, last: 1 })
    .onConflictDoUpdate({
      target: [caseCounter.municipalityId, caseCounter.year],
      set: { last: sql`${caseCounter.last} + 1` },
    })
    .returning({ last: caseCounter.last });
  if (row === undefined) throw new Error('no case number was given');
  return caseNumberOf(year, row.last);
}

/** The next case numbers of a municipality and year at once; for a transaction of their own, which ends right after. */
export async function takeCaseNumbers(
  tx: Transaction,
  municipalityId: string,
  year: number,
  count: number,
): Promise<readonly string[]> {
  if (count === 0) return [];
  const [row] = await tx
    .insert(caseCounter)
    .values({ municipalityId, year, last: count })
    .onConflictDoUpdate({
      target: [caseCounter.municipalityId, caseCounter.year],
      set: { last: sql`${caseCounter.last} + ${count}` },
    })
    .returning({ last: caseCounter.last });
  if (row === undefined) throw new Error('no case numbers were given');
  return Array.from({ length: count }, (_, index) => caseNumberOf(year, row.last - count + 1 + index));
}

function caseNumberOf(year: number, rank: number): string {
  return `${year}-${String(rank).padStart(4, '0')}`;
}

/** Of these learners, who have an open concern or case that the actor sees; a case where there are both. */
export async function openDossiersAbout(
  tx: Transaction,
  learnerIds: readonly string[],
): Promise<ReadonlyMap<string, 'concern' | 'case'>> {
  if (learnerIds.length === 0) return new Map();
  const rows = await tx
    .select({ learnerId: dossierLearner.learnerId, kind: dossier.kind })
    .from(dossierLearner)
    .innerJoin(dossier, eq(dossier.id, dossierLearner.dossierId))
    .where(
      and(
        eq(dossier.status, 'open'),
        sql`${dossierLearner.learnerId} in (select unnest(${uuidArray(learnerIds)}))`,
      ),
    );
  const found = new Map<string, 'concern' | 'case'>();
  for (const { learnerId, kind } of rows) {
    if (kind === 'case' || (kind === 'concern' && !found.has(learnerId))) found.set(learnerId, kind);
  }
  return found;
}

/**
 * Locks a dossier for this transaction, waiting for others. Null where there is none or the actor does not see it:
 * the two are the same on purpose. Lock several in the order of their ids.
 */
export async function lockDossier(tx: Transaction, dossierId: string): Promise<DossierRecord | null> {
  const [found] = await tx.select().from(dossier).where(eq(dossier.id, dossierId)).for('update');
  if (found === undefined) return null;
  await openForWork(tx, dossierId);
  return found;
}

/**
 * Opens the dossier of this number in a municipality where the actor works, whatever the actor may see; null where there
 * is none, or the actor is excluded from it.
 */
export async function openInEmergency(tx: Transaction, caseNumber: string): Promise<string | null> {
  const [row] = await tx.execute<{ id: string | null }>(
    sql`select app.open_in_emergency(${caseNumber}) as id`,
  );
  return row?.id ?? null;
}

/** Relations of those who work with a child themselves, not only at the same place. */
const workRelations: readonly Relation[] = ['manager', 'partner', 'opener', 'acceptedReceiver'];

/** Which are listed: those worked with by holders of keys, or those of a school about learners whom the actor may see. */
export type ListedCases =
  | { readonly of: 'keys'; readonly keys: readonly string[]; readonly now: Instant }
  | { readonly of: 'school'; readonly schoolId: string };

/** Open concerns and cases, newest first, perhaps of learners of one class alone. For role `app_api`. */
export async function openCases(
  tx: Transaction,
  listed: ListedCases,
  classId: string | undefined,
  limit: number,
): Promise<readonly DossierRecord[]> {
  return await tx
    .select()
    .from(dossier)
    .where(
      and(
        listed.of === 'keys'
          ? inArray(dossier.id, workedWith(tx, listed))
          : eq(dossier.homeInstitutionId, listed.schoolId),
        listed.of === 'school' || classId !== undefined
          ? inArray(dossier.id, aboutLearners(tx, classId))
          : undefined,
        eq(dossier.status, 'open'),
        ne(dossier.kind, 'institutionYear'),
      ),
    )
    .orderBy(sql`${dossier.createdAt} desc`, sql`${dossier.id} desc`)
    .limit(limit);
}

/** Dossiers that holders of these keys lead, led, opened or were handed. */
function workedWith(
  tx: Transaction,
  { keys, now }: { readonly keys: readonly string[]; readonly now: Instant },
) {
  return tx
    .select({ id: dossierAccess.dossierId })
    .from(dossierAccess)
    .where(
      and(
        inArray(dossierAccess.partyKey, [...keys]),
        inArray(dossierAccess.relation, [...workRelations]),
        lte(dossierAccess.fromAt, now),
        or(isNull(dossierAccess.untilAt), gt(dossierAccess.untilAt, now)),
      ),
    );
}

/** Dossiers about learners whom the actor may see, perhaps only those who are in a class now. */
function aboutLearners(tx: Transaction, classId: string | undefined) {
  return tx
    .select({ id: dossierLearner.dossierId })
    .from(dossierLearner)
    .innerJoin(learner, eq(learner.id, dossierLearner.learnerId))
    .where(classId === undefined ? undefined : eq(learner.classId, classId));
}

/** Reads a dossier without locking it; null as in `lockDossier`. */
export async function loadDossier(tx: Transaction, dossierId: string): Promise<DossierRecord | null> {
  const [found] = await tx.select().from(dossier).where(eq(dossier.id, dossierId));
  return found ?? null;
}

/**
 * Locks up to `limit` dossiers that have an untaken step of before or at `dueBy`, longest due first and institutions'
 * years last, passing over those that somebody else holds and those that are poisoned. For role `app_clock`.
 */
export async function lockDueDossiers(
  tx: Transaction,
  dueBy: Instant,
  limit = 50,
): Promise<readonly DossierRecord[]> {
  return await tx
    .select()
    .from(dossier)
    .where(and(lte(dossier.nextStepAt, dueBy), isNull(dossier.poisonedAt)))
    // A digest comes after what belongs into it, also when both were due long ago.
    .orderBy(sql`${dossier.kind} = 'institutionYear'`, asc(dossier.nextStepAt), asc(dossier.id))
    .limit(limit)
    .for('update', { skipLocked: true });
}

/**
 * Locks up to `limit` dossiers whose duties are counted in a calendar that does not hold any more, passing over those
 * that somebody else holds, those that are poisoned, and those that wait for nothing. For role `app_clock`.
 */
export async function lockBehindCalendar(tx: Transaction, limit: number): Promise<readonly DossierRecord[]> {
  return await tx
    .select()
    .from(dossier)
    .where(
      and(
        isNull(dossier.poisonedAt),
        or(eq(dossier.status, 'open'), isNotNull(dossier.nextStepAt)),
        sql`${dossier.calendarVersion} < ${latestCalendar(sql`${dossier.municipalityId}`)}`,
      ),
    )
    .orderBy(sql`${dossier.nextStepAt} asc nulls last`, asc(dossier.id))
    .limit(limit)
    .for('update', { skipLocked: true });
}

/** Those worked out with people or settings that have changed since, the most urgent first, locked. For role `app_clock`. */
export async function lockBehindDirectory(tx: Transaction, limit: number): Promise<readonly DossierRecord[]> {
  return await tx
    .select()
    .from(dossier)
    .where(
      and(
        isNull(dossier.poisonedAt),
        or(eq(dossier.status, 'open'), isNotNull(dossier.nextStepAt)),
        sql`${dossier.directoryVersion} < (select m.directory_version from municipality m
            where m.id = ${dossier.municipalityId})
          + case when ${dossier.guestMunicipalities} = '{}' then 0 else (select sum(m.directory_version)
            from municipality m where m.id = any (${dossier.guestMunicipalities})) end`,
      ),
    )
    .orderBy(sql`${dossier.nextStepAt} asc nulls last`, asc(dossier.id))
    .limit(limit)
    .for('update', { skipLocked: true });
}

/** Notes the calendar that the dossier's duties are counted in from now on. For role `app_clock`. */
export async function setCalendarVersion(tx: Transaction, dossierId: string, version: number): Promise<void> {
  await tx.update(dossier).set({ calendarVersion: version }).where(eq(dossier.id, dossierId));
}

/** Poisoned dossiers, longest first: for the alarm, and for another try after a correction. */
export async function poisonedDossiers(tx: Transaction, limit: number): Promise<readonly DossierRecord[]> {
  return await tx
    .select()
    .from(dossier)
    .where(sql`${dossier.poisonedAt} is not null`)
    .orderBy(asc(dossier.poisonedAt))
    .limit(limit);
}

/** Marks a dossier whose duties cannot be worked out. `code` is an error's name, never its words. */
export async function setPoison(
  tx: Transaction,
  dossierId: string,
  now: Instant,
  code: string,
): Promise<void> {
  await tx
    .update(dossier)
    .set({
      poisonedAt: sql`coalesce(${dossier.poisonedAt}, ${now}::timestamptz)`,
      poisonCode: code,
      attempts: sql`${dossier.attempts} + 1`,
    })
    .where(eq(dossier.id, dossierId));
}

/** What facts and steps made of a dossier. */
export type DossierChange = Pick<DossierRecord, 'id' | 'kind' | 'status' | 'nextStepAt'> & {
  readonly guestMunicipalities: readonly string[];
};

/** Writes it, and that these are not (or no longer) poisoned. */
export async function updateDossiers(tx: Transaction, changes: readonly DossierChange[]): Promise<void> {
  if (changes.length === 0) return;
  const columns = 'id uuid, kind text, status text, "nextStepAt" timestamptz, "guestMunicipalities" uuid[]';
  await tx.execute(sql`update ${dossier} set kind = new.kind, status = new.status, next_step_at = new."nextStepAt",
      guest_municipalities = new."guestMunicipalities", poisoned_at = null, poison_code = null, attempts = 0
    from ${recordsAs(changes, 'new', columns)} where ${dossier.id} = new.id`);
}

/** Notes that the clock now knows the present version, and gives the dossier; null where there is none. */
export async function markClockRead(tx: Transaction, dossierId: string): Promise<DossierRecord | null> {
  const [found] = await tx
    .update(dossier)
    .set({ clockVersion: sql`${dossier.version}` })
    .where(eq(dossier.id, dossierId))
    .returning();
  return found ?? null;
}

/** Dossiers that changed without their clock noticing, ids in order. */
export async function dossiersToPoke(tx: Transaction, limit: number): Promise<readonly string[]> {
  const rows = await tx
    .select({ id: dossier.id })
    .from(dossier)
    .where(lt(dossier.clockVersion, dossier.version))
    .orderBy(asc(dossier.id))
    .limit(limit);
  return rows.map(({ id }) => id);
}

/** What derives from a dossier changed without a fact (set-up, calendar): its clock has to look again. */
export async function requestPokes(tx: Transaction, dossierIds: readonly string[]): Promise<void> {
  if (dossierIds.length === 0) return;
  await tx
    .update(dossier)
    .set({ clockVersion: -1 })
    .where(inArray(dossier.id, [...dossierIds]));
}

/** All clocks have to look again: Temporal's store is another one than before. Returns how many. */
export async function forgetClocks(tx: Transaction): Promise<number> {
  const forgotten = await tx
    .update(dossier)
    .set({ clockVersion: -1 })
    .where(
      sql`${dossier.clockVersion} <> -1 and (${dossier.status} = 'open' or ${dossier.nextStepAt} is not null)`,
    );
  return forgotten.count;
}

/** All dossiers that have something to wait for, or are open: the most urgent first. */
export async function dossiersWithClock(tx: Transaction): Promise<readonly string[]> {
  const rows = await tx
    .select({ id: dossier.id })
    .from(dossier)
    .where(or(eq(dossier.status, 'open'), isNotNull(dossier.nextStepAt)))
    .orderBy(sql`${dossier.nextStepAt} asc nulls last`, asc(dossier.id));
  return rows.map(({ id }) => id);
}

export type DossierFilter = {
  readonly status?: DossierRecord['status'];
  readonly kind?: DossierRecord['kind'];
  readonly homeInstitutionId?: string;
  readonly caseNumber?: string;
};

/** Place in the list after which the next page begins. */
export type DossierCursor = { readonly createdAt: Instant; readonly id: string };

export type ListedDossier = {
  readonly dossier: DossierRecord;
  readonly nextDueAt: Instant | null;
  readonly openDuties: number;
  readonly lateDuties: number;
};

/** Dossiers that the actor sees, newest first, with their duties counted at `now`. For role `app_api`. */
export async function listDossiers(
  tx: Transaction,
  filter: DossierFilter,
  paging: { readonly limit: number; readonly after?: DossierCursor },
  now: Instant,
): Promise<readonly ListedDossier[]> {
  const scope = await narrowScope(tx, NARROW);
  const conditions: (SQL | undefined)[] = [
    scope === null ? undefined : sql`${dossier.id} = any (${scope}::uuid[])`,
    filter.status === undefined ? undefined : eq(dossier.status, filter.status),
    filter.kind === undefined ? undefined : eq(dossier.kind, filter.kind),
    filter.caseNumber === undefined ? undefined : eq(dossier.caseNumber, filter.caseNumber),
    filter.homeInstitutionId === undefined
      ? undefined
      : eq(dossier.homeInstitutionId, filter.homeInstitutionId),
    paging.after === undefined
      ? undefined
      : or(
          lt(dossier.createdAt, paging.after.createdAt),
          and(eq(dossier.createdAt, paging.after.createdAt), lt(dossier.id, paging.after.id)),
        ),
  ];
  const rows = await tx
    .select()
    .from(dossier)
    .where(and(...conditions))
    .orderBy(sql`${dossier.createdAt} desc`, sql`${dossier.id} desc`)
    .limit(paging.limit);
  const counts = await countDuties(
    tx,
    rows.map(({ id }) => id),
    now,
  );
  return rows.map((row) => ({ dossier: row, ...(counts.get(row.id) ?? noDuties) }));
}

/** Up to so many dossiers it is quicker to start from them than to walk the list and look each one up. */
export const NARROW = 300;

type DutyCounts = Omit<ListedDossier, 'dossier'>;
const noDuties: DutyCounts = { nextDueAt: null, openDuties: 0, lateDuties: 0 };

/** Open duties of dossiers at a moment: how many, how many of them late, and when the next is due. */
export async function countDuties(
  tx: Transaction,
  dossierIds: readonly string[],
  now: Instant,
): Promise<ReadonlyMap<string, DutyCounts>> {
  if (dossierIds.length === 0) return new Map();
  const rows = await tx
    .select({
      dossierId: duty.dossierId,
      nextDueAt: sql<Instant | null>`min(${duty.dueAt})`.mapWith(duty.dueAt),
      openDuties: sql<number>`count(*)::int`,
      lateDuties: sql<number>`(count(*) filter (where ${duty.canBeLate} and ${duty.dueAt} <= ${now}::timestamptz))::int`,
    })
    .from(duty)
    .where(and(inArray(duty.dossierId, [...dossierIds]), isNull(duty.settledAt)))
    .groupBy(duty.dossierId);
  return new Map(rows.map(({ dossierId, ...counts }) => [dossierId, counts]));
}
