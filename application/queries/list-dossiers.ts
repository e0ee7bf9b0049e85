/** Dossiers that the actor has a ground to see, and one of them. */
import { randomUUID } from 'node:crypto';
import { openLearner, openLearners } from '../../db/encryption/learner.ts';
import { logAccess, relationsTo } from '../../db/repositories/access.ts';
import { loadInstitutions, loadPersons } from '../../db/repositories/directory.ts';
import {
  countDuties,
  type DossierCursor,
  type ListedDossier,
  listDossiers as listRows,
  loadDossier,
} from '../../db/repositories/dossiers.ts';
import { loadEvents } from '../../db/repositories/events.ts';
import { asActor } from '../../db/transaction.ts';
import { may } from '../../domain/access/may.ts';
import { widestView } from '../../domain/access/relation.ts';
import { dossierActs } from '../../domain/access/rights.ts';
import { type Facts, factsOf, gatherFacts } from '../../domain/dossier/facts.ts';
import { stateOf } from '../../domain/dossier/state.ts';
import { type Instant, isInstant } from '../../domain/time.ts';
import type { Actor, DossierDetail, DossierRow, Page, Paging, Result } from '../application.ts';
import { refused } from '../commands/carry-out.ts';
import { isUuid } from '../commands/check-ids.ts';
import type { ApiDeps } from '../deps.ts';
import { readCursor, writeCursor } from './cursor.ts';
import { inShort } from './show-duties.ts';

/** Newest first. */
export async function listDossiers(
  deps: ApiDeps,
  actor: Actor,
  filter: {
    readonly status?: 'open' | 'closed';
    readonly kind?: DossierRow['kind'];
    readonly caseNumber?: string;
  },
  paging: Paging,
): Promise<Result<Page<DossierRow>>> {
  const now = await deps.clock.now();
  const after = paging.cursor === undefined ? undefined : placeOf(paging.cursor);
  if (after === null) return refused({ refused: 'cursorUnknown', path: 'cursor' });
  return await asActor(deps.database, { personId: actor.personId, now }, async (tx) => {
    const place = { limit: paging.limit + 1, ...(after === undefined ? {} : { after }) };
    const rows = await listRows(tx, filter, place, now);
    const shown = rows.slice(0, paging.limit);
    const ids = shown.map(({ dossier }) => dossier.id);
    // Under the actor's own rights: whom the actor may not know of, the database leaves out.
    const learners = await openLearners(tx, deps.keys, ids);
    const items = shown.map((row) => {
      const learner = learners.get(row.dossier.id);
      return { ...rowOf(row), learner: learner === undefined ? null : inShort(learner) };
    });
    const last = shown.at(-1);
    const next =
      rows.length > paging.limit && last !== undefined
        ? writeCursor({ createdAt: last.dossier.createdAt, id: last.dossier.id })
        : null;
    return { ok: true, value: { items, next } };
  });
}

/** One dossier; the look is logged. Somebody with no ground to see it is told that there is none. */
export async function readDossier(
  deps: ApiDeps,
  actor: Actor,
  dossierId: string,
): Promise<Result<DossierDetail>> {
  const now = await deps.clock.now();
  return await asActor(deps.database, { personId: actor.personId, now }, async (tx) => {
    const dossier = isUuid(dossierId) ? await loadDossier(tx, dossierId) : null;
    const relations = dossier === null ? [] : await relationsTo(tx, dossierId);
    const view = widestView(relations);
    if (dossier === null || view === 'none' || may('seeDuties', relations).decision === 'deny')
      return refused({ refused: 'notFound', path: '' });
    await logAccess(tx, {
      id: randomUUID(),
      at: now,
      personId: actor.personId,
      institutionId: actor.institutionId,
      dossierId,
      act: 'dossier.read',
      purpose: 'case',
    });
    const counts = (await countDuties(tx, [dossierId], now)).get(dossierId);
    const facts = gatherFacts(await loadEvents(tx, dossierId));
    const { level, managers } = stateOf(facts, {});
    const readsCase = may('readCase', relations).decision === 'allow';
    const learner = readsCase ? await openLearner(tx, deps.keys, dossierId) : null;
    const row = rowOf({ dossier, nextDueAt: null, openDuties: 0, lateDuties: 0, ...counts });
    const [persons, institutions] = await Promise.all([
      loadPersons(tx, [
        ...managers.map(({ personId }) => personId),
        ...(dossier.classTeacherId === null ? [] : [dossier.classTeacherId]),
      ]),
      loadInstitutions(tx, [
        dossier.homeInstitutionId,
        ...managers.map(({ institutionId }) => institutionId),
      ]),
    ]);
    const nameOf = (institutionId: string) => institutions.get(institutionId)?.name ?? '';
    return {
      ok: true,
      value: {
        ...row,
        view,
        acts: dossierActs.filter((act) => may(act, relations).decision !== 'deny'),
        emergencyUntil: relations.every((relation) => relation === 'emergency')
          ? emergencyEnd(facts, actor.personId)
          : null,
        schoolName: nameOf(dossier.homeInstitutionId),
        classTeacherName: readsCase ? (persons.get(dossier.classTeacherId ?? '')?.displayName ?? null) : null,
        level,
        managers: managers.map((manager) => ({
          ...manager,
          personName: persons.get(manager.personId)?.displayName ?? '',
          institutionName: nameOf(manager.institutionId),
        })),
        learner,
      },
    };
  });
}

/** When the person's latest look in an emergency ends. */
function emergencyEnd(facts: Facts, personId: string): Instant | null {
  const taken = factsOf(facts, 'access.takenInEmergency').filter(({ event }) => event.by === personId);
  const ends = taken.map(({ event }) => event.data.untilAt);
  return ends.toSorted().at(-1) ?? null;
}

function rowOf({ dossier, ...counts }: ListedDossier): Omit<DossierRow, 'learner'> {
  return {
    id: dossier.id,
    caseNumber: dossier.caseNumber ?? '',
    kind: dossier.kind,
    status: dossier.status,
    schoolId: dossier.homeInstitutionId,
    procedureId: dossier.procedureId,
    version: dossier.version,
    openedAt: dossier.createdAt,
    ...counts,
  };
}

function placeOf(cursor: string): DossierCursor | null {
  const place = readCursor(cursor, ['createdAt', 'id']);
  if (place === null) return null;
  const { createdAt, id } = place;
  return isInstant(createdAt) && isUuid(id) ? { createdAt, id } : null;
}
