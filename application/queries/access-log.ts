/** Who looked at a case: for those who lead it and for data-protection officers, and as an extract for the learner. */
import { randomUUID } from 'node:crypto';
import { openLearner } from '../../db/encryption/learner.ts';
import { type LookCursor, listLooks, logAccess, relationsTo } from '../../db/repositories/access.ts';
import { loadInstitutions, loadPersons } from '../../db/repositories/directory.ts';
import { loadDossier } from '../../db/repositories/dossiers.ts';
import { type LearnerLook, looksAtLearner } from '../../db/repositories/learners.ts';
import { asActor, type Transaction } from '../../db/transaction.ts';
import { may } from '../../domain/access/may.ts';
import type { DossierAct } from '../../domain/access/rights.ts';
import { type Instant, isInstant } from '../../domain/time.ts';
import type { AccessExtract, Actor, LookView, Page, Paging, Result } from '../application.ts';
import { refused } from '../commands/carry-out.ts';
import { isUuid } from '../commands/check-ids.ts';
import type { ApiDeps } from '../deps.ts';
import { isRefusedAct } from '../refused-acts.ts';
import { readCursor, writeCursor } from './cursor.ts';

/** Latest first. To look here is a look too. */
export async function readAccessLog(
  deps: ApiDeps,
  actor: Actor,
  dossierId: string,
  paging: Paging,
): Promise<Result<Page<LookView>>> {
  const now = await deps.clock.now();
  const before = paging.cursor === undefined ? undefined : placeOfLook(paging.cursor);
  if (before === null) return refused({ refused: 'cursorUnknown', path: 'cursor' });
  return await asActor(deps.database, { personId: actor.personId, now }, async (tx) => {
    if (!(await mayAndLog(tx, actor, dossierId, 'readAccessLog', now)))
      return refused({ refused: 'notFound', path: '' });
    const looks = await listLooks(tx, dossierId, paging.limit + 1, before);
    return { ok: true, value: await lookPage(tx, looks, paging.limit) };
  });
}

/** `looks` are one more than `limit` where there are more; each with the names of who and for which institution. */
export async function lookPage(
  tx: Transaction,
  looks: readonly Omit<LookView, 'personName' | 'institutionName'>[],
  limit: number,
): Promise<Page<LookView>> {
  const shown = looks.slice(0, limit);
  const last = shown.at(-1);
  const [persons, institutions] = await Promise.all([
    loadPersons(tx, [...new Set(shown.map(({ personId }) => personId))]),
    loadInstitutions(tx, [...new Set(shown.map(({ institutionId }) => institutionId))]),
  ]);
  const items = shown.map(({ id, at, personId, institutionId, act, purpose }) => ({
    id,
    at,
    personId,
    personName: persons.get(personId)?.displayName ?? '',
    institutionId,
    institutionName: institutions.get(institutionId)?.name ?? '',
    act,
    purpose,
  }));
  const next = looks.length > limit && last !== undefined ? { at: last.at, id: last.id } : null;
  return { items, next: next === null ? null : writeCursor(next) };
}

/**
 * When the case and the learner's record were looked at and what for, to hand to the learner or the parents (GDPR, art. 15). Whoever looked for another
 * institution than the school is held back until a review (rules of conduct 22).
 */
export async function readAccessExtract(
  deps: ApiDeps,
  actor: Actor,
  dossierId: string,
): Promise<Result<AccessExtract>> {
  const now = await deps.clock.now();
  return await asActor(deps.database, { personId: actor.personId, now }, async (tx) => {
    if (!(await mayAndLog(tx, actor, dossierId, 'printExtract', now)))
      return refused({ refused: 'notFound', path: '' });
    const dossier = await loadDossier(tx, dossierId);
    if (dossier === null) return refused({ refused: 'notFound', path: '' });
    const [ofCase, schools, learner] = await Promise.all([
      listLooks(tx, dossierId, mostLooks, undefined),
      loadInstitutions(tx, [dossier.homeInstitutionId]),
      openLearner(tx, deps.keys, dossierId),
    ]);
    const ofRecord = learner === null ? [] : await looksAtLearner(tx, learner.id, mostLooks, undefined);
    return {
      ok: true,
      value: {
        caseNumber: dossier.caseNumber ?? '',
        learner,
        schoolName: schools.get(dossier.homeInstitutionId)?.name ?? '',
        madeAt: now,
        // An attempt that was refused showed nothing to anybody.
        looks: [...ofCase.filter(({ act }) => !isRefusedAct(act)), ...ofRecord.map(withPurpose)]
          .toSorted((a, b) => (a.at < b.at ? 1 : -1))
          .map(({ at, act, purpose, institutionId }) => ({
            at,
            act,
            purpose,
            bySchool: institutionId === dossier.homeInstitutionId,
          })),
      },
    };
  });
}

/** A look at the learner's record, as the log of a case says it. */
export function withPurpose({ act, ...look }: LearnerLook): Omit<LookView, 'personName' | 'institutionName'> {
  return { ...look, act: `learner.${act}`, purpose: act === 'readLooks' ? 'oversight' : 'case' };
}

/** More than a case of several years has; an extract is one page after the other for a person to read. */
const mostLooks = 5_000;

async function mayAndLog(
  tx: Transaction,
  actor: Actor,
  dossierId: string,
  act: DossierAct,
  now: Instant,
): Promise<boolean> {
  if (!isUuid(dossierId)) return false;
  if (may(act, await relationsTo(tx, dossierId)).decision === 'deny') return false;
  await logAccess(tx, { id: randomUUID(), at: now, ...actor, dossierId, act, purpose: 'oversight' });
  return true;
}

/** Null where the text is no cursor of this list. */
export function placeOfLook(cursor: string): LookCursor | null {
  const place = readCursor(cursor, ['at', 'id']);
  return place !== null && isInstant(place.at) && isUuid(place.id) ? { at: place.at, id: place.id } : null;
}
