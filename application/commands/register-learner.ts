/** Registers a learner of the school acted for, once nobody like this is known there or elsewhere. */
import { randomUUID } from 'node:crypto';
import { loadClass } from '../../db/repositories/classes.ts';
import { enrol, insertLearner, type LearnerRecord } from '../../db/repositories/learners.ts';
import { asActor, type Transaction } from '../../db/transaction.ts';
import type { LearnerProfile } from '../../domain/learner/learner.ts';
import { likenessOf } from '../../domain/learner/likeness.ts';
import { dayOf, type Instant } from '../../domain/time.ts';
import type { Actor, Result, WriteMeta } from '../application.ts';
import type { ApiDeps } from '../deps.ts';
import type { LearnerToRegister, LearnerWritten } from '../learner-acts.ts';
import { type ActorOffice, askOffice } from '../office.ts';
import { knownElsewhere, learnersSeen, logSearch } from '../queries/search-learners.ts';
import { carryOutOnce, refused } from './carry-out.ts';
import { isUuid } from './check-ids.ts';

/** `possibleDuplicate` until the client has shown the search and says that this is somebody else. */
export async function registerLearner(
  deps: ApiDeps,
  actor: Actor,
  input: LearnerToRegister,
  meta: WriteMeta,
): Promise<Result<LearnerWritten>> {
  const now = await deps.clock.now();
  const result = await carryOutOnce(deps, actor, meta, now, async (tx) => {
    const office = await askOffice(tx, actor, 'registerLearner', now);
    if ('refused' in office) return refused(office);
    const { institution } = office;
    const { classId } = input;
    const schoolClass = classId !== undefined && isUuid(classId) ? await loadClass(tx, classId) : null;
    if (classId !== undefined && schoolClass?.institutionId !== institution.id) {
      return refused({ refused: 'classUnknown', path: 'classId' });
    }
    if (institution.kind !== 'school') return refused({ refused: 'notYourSchool', path: '' });
    if (!input.notDuplicate && (await hasTwin(tx, deps, office, input, now))) {
      return refused({ refused: 'possibleDuplicate', path: '' });
    }
    const named = input.contacts.findIndex(({ id }) => id !== undefined);
    if (named >= 0) return refused({ refused: 'contactUnknown', path: `contacts[${named}].id` });
    const made = await addLearner(
      tx,
      deps,
      {
        municipalityId: institution.municipalityId,
        schoolId: institution.id,
        classId: schoolClass?.id ?? null,
        profile: {
          firstName: input.firstName,
          lastName: input.lastName,
          birthDate: input.birthDate,
          className: schoolClass?.name ?? '',
          residence: input.residence,
          contacts: input.contacts.map((contact) => ({ ...contact, id: randomUUID() })),
        },
      },
      now,
    );
    return { ok: true, value: { learnerId: made.id, version: made.version, repeated: false } };
  });
  // A refusal leaves no trace of its own, and this one tells what a search tells.
  if (!result.ok && result.refused === 'possibleDuplicate') {
    await asActor(deps.database, { personId: actor.personId, now }, (tx) =>
      logSearch(tx, actor, input.birthDate !== null, now),
    );
  }
  return result;
}

async function hasTwin(
  tx: Transaction,
  deps: ApiDeps,
  office: ActorOffice,
  input: LearnerToRegister,
  now: Instant,
): Promise<boolean> {
  const seen = await learnersSeen(tx, deps, office);
  if (seen.some((one) => likenessOf(one, input) !== null)) return true;
  const typed = { name: `${input.firstName} ${input.lastName}`, birthDate: input.birthDate };
  return ((await knownElsewhere(tx, deps, office, typed, seen, now)) ?? []).length > 0;
}

export type LearnerPlace = {
  readonly municipalityId: string;
  /** Null where no school is known. */
  readonly schoolId: string | null;
  readonly classId: string | null;
  readonly profile: LearnerProfile;
};

/** The one way in which a learner comes into the store: alone, or with a dossier. */
export async function addLearner(
  tx: Transaction,
  deps: ApiDeps,
  { municipalityId, schoolId, classId, profile }: LearnerPlace,
  now: Instant,
): Promise<LearnerRecord> {
  const made = await insertLearner(tx, deps.keys, { municipalityId, schoolId, profile }, now);
  if (schoolId !== null) {
    await enrol(tx, made.id, { institutionId: schoolId, classId, fromOn: dayOf(now) });
  }
  return made;
}
