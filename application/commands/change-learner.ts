/** Changes of a learner's profile, contacts, siblings and class. Each raises the learner's version. */
import { randomUUID } from 'node:crypto';
import { openProfiles } from '../../db/encryption/learner.ts';
import { loadClass, presentTeacher } from '../../db/repositories/classes.ts';
import { lockDossier } from '../../db/repositories/dossiers.ts';
import {
  addSibling,
  dossiersAbout,
  enrol,
  type LearnerRecord,
  leaveSchool,
  lockLearner,
  raiseVersion,
  removeSibling,
  saveProfile,
  siblingsOf,
} from '../../db/repositories/learners.ts';
import type { Transaction } from '../../db/transaction.ts';
import type { LearnerProfile } from '../../domain/learner/learner.ts';
import { type CalendarDay, dayOf, type Instant } from '../../domain/time.ts';
import type { Actor, ApplicationRefusal, Result, WriteMeta } from '../application.ts';
import type { ApiDeps } from '../deps.ts';
import type { ContactToSave, LearnerBasics, LearnerWritten } from '../learner-acts.ts';
import { askOffice } from '../office.ts';
import { poke } from '../poke.ts';
import { carryOutOnce, refused } from './carry-out.ts';
import { isUuid } from './check-ids.ts';
import { followTeacher } from './follow-teacher.ts';

type Work = (
  tx: Transaction,
  record: LearnerRecord,
  now: Instant,
  others: ReadonlyMap<string, LearnerRecord | null>,
) => Promise<{ readonly version: number } | ApplicationRefusal>;

/** Names, birth date and residence become these. */
export async function changeLearner(
  deps: ApiDeps,
  actor: Actor,
  learnerId: string,
  basics: LearnerBasics,
  meta: WriteMeta,
): Promise<Result<LearnerWritten>> {
  const { firstName, lastName, birthDate, residence } = basics;
  return await onLearner(deps, actor, learnerId, meta, (tx, record, now) =>
    changeProfile(tx, deps, record, now, (profile) => ({
      ...profile,
      firstName,
      lastName,
      birthDate,
      residence,
    })),
  );
}

/** The contacts become these; one that is named by an id keeps it. */
export async function changeContacts(
  deps: ApiDeps,
  actor: Actor,
  learnerId: string,
  contacts: readonly ContactToSave[],
  meta: WriteMeta,
): Promise<Result<LearnerWritten>> {
  return await onLearner(deps, actor, learnerId, meta, (tx, record, now) =>
    changeProfile(tx, deps, record, now, (profile) => {
      const known = new Set(profile.contacts.map(({ id }) => id));
      const ids = contacts.map(({ id }) => id);
      const strange = ids.findIndex((id, at) => id !== undefined && (!known.has(id) || ids.indexOf(id) < at));
      if (strange >= 0) return { refused: 'contactUnknown', path: `contacts[${strange}].id` };
      return {
        ...profile,
        contacts: contacts.map(({ id = randomUUID(), ...contact }) => ({ id, ...contact })),
      };
    }),
  );
}

async function changeProfile(
  tx: Transaction,
  deps: ApiDeps,
  record: LearnerRecord,
  now: Instant,
  change: (profile: LearnerProfile) => LearnerProfile | ApplicationRefusal,
): Promise<{ readonly version: number } | ApplicationRefusal> {
  const profile = (await openProfiles(tx, deps.keys, [record.id])).get(record.id);
  if (profile === undefined) return { refused: 'notFound', path: '' };
  const changed = change(profile);
  if ('refused' in changed) return changed;
  return { version: await saveProfile(tx, deps.keys, record, changed, now) };
}

/** The siblings whom the actor sees become these; others stay. */
export async function changeSiblings(
  deps: ApiDeps,
  actor: Actor,
  learnerId: string,
  siblingIds: readonly string[],
  meta: WriteMeta,
): Promise<Result<LearnerWritten>> {
  const wanted = new Set(siblingIds.map((id) => id.toLowerCase()));
  const strange = siblingIds.findIndex((id) => !isUuid(id) || id.toLowerCase() === learnerId.toLowerCase());
  if (strange >= 0) return refused({ refused: 'learnerUnknown', path: `siblingIds[${strange}]` });
  const both = async (tx: Transaction) => [...wanted, ...(await siblingsOf(tx, learnerId.toLowerCase()))];
  return await onLearner(
    deps,
    actor,
    learnerId,
    meta,
    async (tx, record, now, others) => {
      for (const [id, other] of others) {
        if (other === null) {
          const at = siblingIds.findIndex((one) => one.toLowerCase() === id);
          return { refused: 'learnerUnknown', path: `siblingIds[${at}]` };
        }
        if (wanted.has(id)) await addSibling(tx, record.id, id, now);
        else await removeSibling(tx, record.id, id);
      }
      return { version: await raiseVersion(tx, record.id) };
    },
    both,
  );
}

/** Into a class of the school acted for, or out of the school; open dossiers get the new class's teacher. */
export async function enrolLearner(
  deps: ApiDeps,
  actor: Actor,
  learnerId: string,
  { classId, on }: { readonly classId: string | null; readonly on: CalendarDay },
  meta: WriteMeta,
): Promise<Result<LearnerWritten>> {
  const followed: string[] = [];
  const result = await onLearner(deps, actor, learnerId, meta, async (tx, record, now) => {
    if (on > dayOf(now)) return { refused: 'dateInFuture', path: 'on' };
    if (classId === null) {
      if (!(await leaveSchool(tx, record.id, on))) return { refused: 'notEnrolled', path: '' };
      return { version: await raiseVersion(tx, record.id) };
    }
    const to = isUuid(classId) ? await loadClass(tx, classId) : null;
    if (to?.institutionId !== actor.institutionId) return { refused: 'classUnknown', path: 'classId' };
    await enrol(tx, record.id, { institutionId: to.institutionId, classId: to.id, fromOn: on });
    const teacherId = await presentTeacher(tx, to.id);
    const about = teacherId === null ? [] : await dossiersAbout(tx, record.id);
    for (const id of about.map((one) => one.id).toSorted()) {
      const dossier = await lockDossier(tx, id);
      const follows = dossier?.status === 'open' && dossier.homeInstitutionId === to.institutionId;
      if (follows && teacherId !== null)
        followed.push(...(await followTeacher(tx, [dossier], teacherId, now)));
    }
    return { version: await raiseVersion(tx, record.id) };
  });
  if (result.ok) for (const id of followed) await poke(deps, id);
  return result;
}

/**
 * A write upon a learner by the school of theirs, or, where no school has them, by whoever sees them. Foreign learners
 * are answered like those who do not exist. `others` are ids of learners to be locked with this one.
 */
async function onLearner(
  deps: ApiDeps,
  actor: Actor,
  learnerId: string,
  meta: WriteMeta,
  work: Work,
  others: (tx: Transaction) => Promise<readonly string[]> = async () => [],
): Promise<Result<LearnerWritten>> {
  const now = await deps.clock.now();
  return await carryOutOnce(deps, actor, meta, now, async (tx) => {
    const office = await askOffice(tx, actor, 'registerLearner', now);
    if ('refused' in office) return refused(office);
    if (!isUuid(learnerId)) return refused({ refused: 'notFound', path: '' });
    const locked = await lockInOrder(tx, [learnerId.toLowerCase(), ...(await others(tx))]);
    const record = locked.get(learnerId.toLowerCase()) ?? null;
    if (record === null) return refused({ refused: 'notFound', path: '' });
    const ownSchool = record.schoolId === null || record.schoolId === office.institution.id;
    // Whom a referral brought to another municipality stays its own municipality's to write of.
    if (!ownSchool || record.municipalityId !== office.institution.municipalityId) {
      return refused({ refused: 'notYourSchool', path: '' });
    }
    if (meta.ifVersion !== undefined && meta.ifVersion !== record.version) {
      return refused({ refused: 'learnerVersionConflict', path: '', detail: { version: record.version } });
    }
    locked.delete(record.id);
    const done = await work(tx, record, now, locked);
    if ('refused' in done) return refused(done);
    return { ok: true, value: { learnerId: record.id, version: done.version, repeated: false } };
  });
}

/** In the order of their ids, so that two writes never wait for each other. Null where the actor sees nobody. */
async function lockInOrder(
  tx: Transaction,
  ids: readonly string[],
): Promise<Map<string, LearnerRecord | null>> {
  const locked = new Map<string, LearnerRecord | null>();
  for (const id of [...new Set(ids)].sort()) locked.set(id, await lockLearner(tx, id));
  return locked;
}
