/** Opens a concern or a case with its first facts. */
import { randomUUID } from 'node:crypto';
import { presentTeacher } from '../../db/repositories/classes.ts';
import { holdingsOf, type InstitutionRow, loadInstitution } from '../../db/repositories/directory.ts';
import { insertDossier, nextCaseNumber } from '../../db/repositories/dossiers.ts';
import { type LearnerRecord, linkLearner, loadLearner } from '../../db/repositories/learners.ts';
import type { Transaction } from '../../db/transaction.ts';
import { unknownResidence } from '../../domain/learner/learner.ts';
import { dayOf, type Instant } from '../../domain/time.ts';
import { procedures } from '../../procedures/index.ts';
import type { Actor, ApplicationRefusal, OpenDossier, Result, WriteMeta, Written } from '../application.ts';
import type { ApiDeps } from '../deps.ts';
import { type ActorOffice, askOffice } from '../office.ts';
import { appendFacts } from './append-facts.ts';
import { carryOut, refused } from './carry-out.ts';
import { isUuid } from './check-ids.ts';
import { addLearner } from './register-learner.ts';

/** The learner's name is sealed under a key of its own; the dossier holds an opaque id. Danger waits for no search. */
export async function openDossier(
  deps: ApiDeps,
  actor: Actor,
  input: OpenDossier,
  meta: WriteMeta,
): Promise<Result<Written>> {
  const now = await deps.clock.now();
  return await carryOut(deps, actor, meta, now, async (tx) => {
    const procedure = procedures[input.procedureId];
    if (procedure === undefined || procedure.runsOn === 'institutionYear') {
      return refused({ refused: 'procedureUnknown', path: 'procedureId' });
    }
    const school = isUuid(input.schoolId) ? await loadInstitution(tx, input.schoolId) : null;
    const office = await askOffice(tx, actor, 'openDossier', now);
    if ('refused' in office) return refused(office);
    if (school === null || office.institution.municipalityId !== school.municipalityId)
      return refused({ refused: 'institutionUnknown', path: 'schoolId' });
    const { classTeacherId } = input;
    if (
      classTeacherId !== undefined &&
      !(isUuid(classTeacherId) && (await worksAt(tx, classTeacherId, school.id, now)))
    ) {
      return refused({ refused: 'institutionUnknown', path: 'classTeacherId' });
    }
    const learner = await learnerFor(tx, deps, input, school, now);
    if (learner !== null && 'refused' in learner) return refused(learner);
    const ofClass = learner?.classId == null ? null : await presentTeacher(tx, learner.classId);
    const dossier = await insertDossier(tx, {
      id: randomUUID(),
      caseNumber: await nextCaseNumber(tx, school.municipalityId, Number(dayOf(now).slice(0, 4))),
      kind: input.kind,
      municipalityId: school.municipalityId,
      homeInstitutionId: school.id,
      classTeacherId: classTeacherId ?? ofClass ?? classTeacherWhoOpens(actor, office, school.id),
      procedureId: procedure.id,
      procedureVersion: procedure.version,
      createdAt: now,
    });
    if (learner !== null) await linkLearner(tx, dossier.id, learner.id);
    return await appendFacts(deps, tx, dossier, actor, input.facts, now);
  });
}

/** A class teacher who names nobody else opens it for the own class, and leads it until somebody is appointed (K 4.2). */
function classTeacherWhoOpens(
  actor: Actor,
  { institution, roles }: ActorOffice,
  schoolId: string,
): string | null {
  return institution.id === schoolId && roles.includes('classTeacher') ? actor.personId : null;
}

/** One who is registered and whom the actor sees, or a new one; null where nobody is named. */
async function learnerFor(
  tx: Transaction,
  deps: ApiDeps,
  { learnerId, learner }: OpenDossier,
  school: InstitutionRow,
  now: Instant,
): Promise<LearnerRecord | ApplicationRefusal | null> {
  if (learnerId !== undefined) {
    const found = isUuid(learnerId) && learner === undefined ? await loadLearner(tx, learnerId) : null;
    // Whom a referral shows here stays the other municipality's: else its withdrawal would cut nothing off.
    const ofHere = found?.municipalityId === school.municipalityId;
    const fits = ofHere && (found.schoolId === null || found.schoolId === school.id);
    return fits ? found : { refused: 'learnerUnknown', path: 'learnerId' };
  }
  if (learner === undefined) return null;
  const place = {
    municipalityId: school.municipalityId,
    schoolId: school.kind === 'school' ? school.id : null,
    classId: null,
    profile: { birthDate: null, ...learner, residence: unknownResidence, contacts: [] },
  };
  return await addLearner(tx, deps, place, now);
}

async function worksAt(
  tx: Transaction,
  personId: string,
  institutionId: string,
  now: Instant,
): Promise<boolean> {
  return (await holdingsOf(tx, personId, now)).some((held) => held.institutionId === institutionId);
}
