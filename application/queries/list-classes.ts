/** Classes of the school acted for, and their learners as far as the actor sees them. */
import { classesOf, loadClass, teachersOf } from '../../db/repositories/classes.ts';
import { loadPersons } from '../../db/repositories/directory.ts';
import { learnerIdsOfClass, logLook } from '../../db/repositories/learners.ts';
import { asActor } from '../../db/transaction.ts';
import { byLatvianName, byLatvianOrder } from '../../domain/learner/name-search.ts';
import type { Actor, Result } from '../application.ts';
import { refused } from '../commands/carry-out.ts';
import { isUuid } from '../commands/check-ids.ts';
import type { ApiDeps } from '../deps.ts';
import type { LearnerHit, SchoolClass } from '../learner-acts.ts';
import { namesOf } from '../learner-names.ts';
import { askOffice } from '../office.ts';

/** In the order of their names, with all who lead and led them. Without learners. */
export async function listClasses(
  deps: ApiDeps,
  actor: Actor,
  schoolYear: string,
): Promise<Result<{ readonly classes: readonly SchoolClass[] }>> {
  const now = await deps.clock.now();
  return await asActor(deps.database, { personId: actor.personId, now }, async (tx) => {
    const office = await askOffice(tx, actor, 'seeDirectory', now);
    if ('refused' in office) return refused(office);
    const classes = await classesOf(tx, office.institution.id, schoolYear);
    const teachers = await teachersOf(
      tx,
      classes.map(({ id }) => id),
    );
    const persons = await loadPersons(tx, [
      ...new Set([...teachers.values()].flat().map(({ personId }) => personId)),
    ]);
    const listed = classes.map(({ id, name }) => ({
      id,
      schoolYear,
      name,
      teachers: (teachers.get(id) ?? []).map(({ personId, fromOn, untilOn }) => ({
        personId,
        name: persons.get(personId)?.displayName ?? '',
        fromOn,
        untilOn,
      })),
    }));
    return { ok: true, value: { classes: listed.toSorted((a, b) => byLatvianOrder(a.name, b.name)) } };
  });
}

/** The present learners of a class, in Latvian order. */
export async function listClassLearners(
  deps: ApiDeps,
  actor: Actor,
  classId: string,
): Promise<Result<{ readonly learners: readonly LearnerHit[] }>> {
  const now = await deps.clock.now();
  return await asActor(deps.database, { personId: actor.personId, now }, async (tx) => {
    const office = await askOffice(tx, actor, 'searchLearners', now);
    if ('refused' in office) return refused(office);
    const found = isUuid(classId) ? await loadClass(tx, classId) : null;
    if (found === null) return refused({ refused: 'notFound', path: '' });
    const learners = await namesOf(tx, deps.keys, await learnerIdsOfClass(tx, found.id));
    await logLook(tx, { at: now, ...actor, learnerId: null, act: 'searched' });
    return { ok: true, value: { learners: learners.toSorted(byLatvianName) } };
  });
}
