/** Classes of a school year, and who leads them from when until when. */
import { randomUUID } from 'node:crypto';
import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { CalendarDay, Instant } from '../../domain/time.ts';
import { classTeacher, dossier, dossierLearner, learner, schoolClass } from '../schema/index.ts';
import type { Transaction } from '../transaction.ts';
import { type DossierRecord, lockDossier } from './dossiers.ts';

export type ClassRecord = typeof schoolClass.$inferSelect;
export type ClassTeacherRecord = typeof classTeacher.$inferSelect;

/** A new class, or null where the school has one of that name in that year. */
export async function insertClass(
  tx: Transaction,
  input: Pick<ClassRecord, 'institutionId' | 'schoolYear' | 'name'>,
  now: Instant,
): Promise<ClassRecord | null> {
  const [made] = await tx
    .insert(schoolClass)
    .values({ id: randomUUID(), ...input, createdAt: now })
    .onConflictDoNothing()
    .returning();
  return made ?? null;
}

/** Null where there is none or the actor does not see it. */
export async function loadClass(tx: Transaction, classId: string): Promise<ClassRecord | null> {
  const [found] = await tx.select().from(schoolClass).where(eq(schoolClass.id, classId));
  return found ?? null;
}

export async function classesOf(
  tx: Transaction,
  institutionId: string,
  schoolYear: string,
): Promise<readonly ClassRecord[]> {
  return await tx
    .select()
    .from(schoolClass)
    .where(and(eq(schoolClass.institutionId, institutionId), eq(schoolClass.schoolYear, schoolYear)))
    .orderBy(asc(schoolClass.id));
}

/** All who lead and led these classes, by class, in time order. */
export async function teachersOf(
  tx: Transaction,
  classIds: readonly string[],
): Promise<ReadonlyMap<string, readonly ClassTeacherRecord[]>> {
  if (classIds.length === 0) return new Map();
  const rows = await tx
    .select()
    .from(classTeacher)
    .where(inArray(classTeacher.classId, [...classIds]))
    .orderBy(asc(classTeacher.fromOn), sql`${classTeacher.untilOn} asc nulls last`, asc(classTeacher.id));
  const found = new Map<string, ClassTeacherRecord[]>();
  for (const row of rows) found.set(row.classId, [...(found.get(row.classId) ?? []), row]);
  return found;
}

/** Who leads the class; null where nobody does. */
export async function presentTeacher(tx: Transaction, classId: string): Promise<string | null> {
  const [found] = await tx
    .select({ personId: classTeacher.personId })
    .from(classTeacher)
    .where(and(eq(classTeacher.classId, classId), isNull(classTeacher.untilOn)));
  return found?.personId ?? null;
}

/** From that day on this person leads the class; whoever did before no longer does. */
export async function setTeacher(
  tx: Transaction,
  classId: string,
  personId: string,
  fromOn: CalendarDay,
): Promise<void> {
  // Two who name a teacher at once wait for each other: the later one's holds.
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${classId}, 0))`);
  await endTeacher(tx, classId, fromOn);
  await tx.insert(classTeacher).values({ id: randomUUID(), classId, personId, fromOn });
}

/** From that day on nobody leads the class. */
export async function endTeacher(tx: Transaction, classId: string, on: CalendarDay): Promise<void> {
  await tx
    .update(classTeacher)
    .set({ untilOn: sql`greatest(${on}::date, ${classTeacher.fromOn})` })
    .where(and(eq(classTeacher.classId, classId), isNull(classTeacher.untilOn)));
}

/** Moves all present learners of a class to another class of the same school. Returns how many. */
export async function moveClass(
  tx: Transaction,
  fromClass: string,
  toClass: string,
  on: CalendarDay,
): Promise<number> {
  const [row] = await tx.execute<{ moved: string }>(
    sql`select app.move_class(${fromClass}::uuid, ${toClass}::uuid, ${on}::date) as moved`,
  );
  return Number(row?.moved ?? 0);
}

/**
 * Locks the open dossiers of a class's learners in the order of their ids, also those that the actor does not see:
 * they follow the class. Nothing of them may be told to the actor.
 */
export async function lockDossiersOfClass(
  tx: Transaction,
  classId: string,
): Promise<readonly DossierRecord[]> {
  const rows = await tx.execute<{ id: string }>(sql`select app.dossiers_of_class(${classId}::uuid) as id`);
  const locked: DossierRecord[] = [];
  for (const { id } of rows) {
    await tx.execute(sql`select app.open(${id}::uuid)`);
    const found = await lockDossier(tx, id);
    if (found !== null) locked.push(found);
  }
  return locked;
}

/** An open concern or case about a learner of a school, with the class that the learner is in now. */
export type OpenAtSchool = Pick<DossierRecord, 'id' | 'caseNumber' | 'procedureId'> & {
  readonly learnerId: string;
  readonly classId: string | null;
  readonly className: string | null;
};

/** Those of which the actor sees both the dossier and the learner. For role `app_api`. */
export async function openDossiersAt(tx: Transaction, schoolId: string): Promise<readonly OpenAtSchool[]> {
  return await tx
    .select({
      id: dossier.id,
      caseNumber: dossier.caseNumber,
      procedureId: dossier.procedureId,
      learnerId: learner.id,
      classId: learner.classId,
      className: schoolClass.name,
    })
    .from(learner)
    .innerJoin(dossierLearner, eq(dossierLearner.learnerId, learner.id))
    .innerJoin(dossier, eq(dossier.id, dossierLearner.dossierId))
    .leftJoin(schoolClass, eq(schoolClass.id, learner.classId))
    .where(and(eq(learner.schoolId, schoolId), eq(dossier.status, 'open')))
    .orderBy(asc(dossier.id));
}

/** Names the class teacher of a locked dossier. */
export async function setClassTeacher(tx: Transaction, dossierId: string, personId: string): Promise<void> {
  await tx.update(dossier).set({ classTeacherId: personId }).where(eq(dossier.id, dossierId));
}
