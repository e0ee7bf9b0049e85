/** Classes: made, given to a teacher, moved as a whole to the next year. Open dossiers follow their class. */
import {
  type ClassRecord,
  endTeacher,
  insertClass,
  loadClass,
  lockDossiersOfClass,
  moveClass as moveLearners,
  setTeacher,
} from '../../db/repositories/classes.ts';
import { holdingsOf } from '../../db/repositories/directory.ts';
import type { Transaction } from '../../db/transaction.ts';
import { type CalendarDay, dayOf, type Instant } from '../../domain/time.ts';
import type { Actor, ApplicationRefusal, Result, WriteMeta } from '../application.ts';
import type { ApiDeps } from '../deps.ts';
import type { ClassToMake, ClassWritten } from '../learner-acts.ts';
import { type ActorOffice, askOffice } from '../office.ts';
import { poke } from '../poke.ts';
import { carryOutOnce, refused } from './carry-out.ts';
import { isUuid } from './check-ids.ts';
import { followTeacher } from './follow-teacher.ts';

/** What a write upon classes did: the class, and the dossiers that followed it. */
type Done = { readonly classId: string; readonly followed: readonly string[] };
type Work = (tx: Transaction, office: ActorOffice, now: Instant) => Promise<Done | ApplicationRefusal>;

/** A class of the school acted for, with its teacher where one is named. */
export async function makeClass(
  deps: ApiDeps,
  actor: Actor,
  input: ClassToMake,
  meta: WriteMeta,
): Promise<Result<ClassWritten>> {
  return await onClasses(deps, actor, meta, async (tx, { institution }, now) => {
    const made = await newClass(tx, institution, input, now);
    return 'refused' in made ? made : { classId: made.id, followed: [] };
  });
}

/** From that day on somebody else leads the class. */
export async function changeClassTeacher(
  deps: ApiDeps,
  actor: Actor,
  classId: string,
  { teacherId, fromOn }: { readonly teacherId: string; readonly fromOn: CalendarDay },
  meta: WriteMeta,
): Promise<Result<ClassWritten>> {
  return await onClasses(deps, actor, meta, async (tx, { institution }, now) => {
    const found = await ownClass(tx, institution.id, classId);
    if (found === null) return { refused: 'notFound', path: '' };
    if (fromOn > dayOf(now)) return { refused: 'dateInFuture', path: 'fromOn' };
    if (!(await worksAt(tx, institution.id, teacherId, now))) {
      return { refused: 'personUnknown', path: 'teacherId' };
    }
    await setTeacher(tx, found.id, teacherId, fromOn);
    return { classId: found.id, followed: await takeAlong(tx, found.id, teacherId, now) };
  });
}

/** The old class keeps its history: learners and teacher end there on the day on which the new one begins. */
export async function moveClass(
  deps: ApiDeps,
  actor: Actor,
  classId: string,
  next: ClassToMake & { readonly teacherId: string },
  meta: WriteMeta,
): Promise<Result<ClassWritten>> {
  return await onClasses(deps, actor, meta, async (tx, { institution }, now) => {
    const from = await ownClass(tx, institution.id, classId);
    if (from === null) return { refused: 'notFound', path: '' };
    const made = await newClass(tx, institution, next, now);
    if ('refused' in made) return made;
    await moveLearners(tx, from.id, made.id, next.fromOn);
    await endTeacher(tx, from.id, next.fromOn);
    return { classId: made.id, followed: await takeAlong(tx, made.id, next.teacherId, now) };
  });
}

async function newClass(
  tx: Transaction,
  { id: institutionId, kind }: ActorOffice['institution'],
  { schoolYear, name, teacherId, fromOn }: ClassToMake,
  now: Instant,
): Promise<ClassRecord | ApplicationRefusal> {
  if (fromOn > dayOf(now)) return { refused: 'dateInFuture', path: 'fromOn' };
  if (kind !== 'school') return { refused: 'notYourSchool', path: '' };
  if (teacherId !== undefined && !(await worksAt(tx, institutionId, teacherId, now))) {
    return { refused: 'personUnknown', path: 'teacherId' };
  }
  const made = await insertClass(tx, { institutionId, schoolYear, name }, now);
  if (made === null) return { refused: 'classExists', path: 'name' };
  if (teacherId !== undefined) await setTeacher(tx, made.id, teacherId, fromOn);
  return made;
}

async function ownClass(
  tx: Transaction,
  institutionId: string,
  classId: string,
): Promise<ClassRecord | null> {
  const found = isUuid(classId) ? await loadClass(tx, classId) : null;
  return found?.institutionId === institutionId ? found : null;
}

async function worksAt(
  tx: Transaction,
  institutionId: string,
  personId: string,
  now: Instant,
): Promise<boolean> {
  if (!isUuid(personId)) return false;
  const holdings = await holdingsOf(tx, personId, now);
  return holdings.some((one) => one.institutionId === institutionId);
}

async function takeAlong(
  tx: Transaction,
  classId: string,
  teacherId: string,
  now: Instant,
): Promise<readonly string[]> {
  return await followTeacher(tx, await lockDossiersOfClass(tx, classId), teacherId, now);
}

/** The answer says nothing of dossiers: some of them may be none of the actor's business. */
async function onClasses(
  deps: ApiDeps,
  actor: Actor,
  meta: WriteMeta,
  work: Work,
): Promise<Result<ClassWritten>> {
  const now = await deps.clock.now();
  const followed: string[] = [];
  const result = await carryOutOnce(deps, actor, meta, now, async (tx): Promise<Result<ClassWritten>> => {
    const office = await askOffice(tx, actor, 'manageClasses', now);
    if ('refused' in office) return refused(office);
    const done = await work(tx, office, now);
    if ('refused' in done) return refused(done);
    followed.push(...done.followed);
    return { ok: true, value: { classId: done.classId, repeated: false } };
  });
  if (result.ok) for (const id of followed) await poke(deps, id);
  return result;
}
