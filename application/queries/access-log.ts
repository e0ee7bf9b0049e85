/** Who looked at a case: for those who lead it and for data-protection officers, and as an extract for the learner. */
import { randomUUID } from 'node:crypto';
import { openLearner } from '../../db/encryption/learner.ts';
import { type LookCursor, listLooks, logAccess, relationsTo } from '../../db/repositories/access.ts';
import { loadInstitutions, loadPersons } from '../../db/repositories/directory.ts';
import { loadDossier } from '../../db/repositories/dossiers.ts';
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
  const before = paging.cursor === undefined ? undefined : placeOf(paging.cursor);
  if (before === null) return refused({ refused: 'cursorUnknown', path: 'cursor' });
  return await asActor(deps.database, { personId: actor.personId, now }, async (tx) => {
    if (!(await mayAndLog(tx, actor, dossierId, 'readAccessLog', now)))
      return refused({ refused: 'notFound', path: '' });
    const looks = await listLooks(tx, dossierId, paging.limit + 1, before);
    const shown = looks.slice(0, paging.limit);
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
    const next = looks.length > paging.limit && last !== undefined ? { at: last.at, id: last.id } : null;
    return { ok: true, value: { items, next: next === null ? null : writeCursor(next) } };
  });
}

/**
 * When it was looked at and what for, to hand to the learner or the parents (GDPR, art. 15). Whoever looked for another
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
    const [looks, schools, learner] = await Promise.all([
      listLooks(tx, dossierId, mostLooks, undefined),
      loadInstitutions(tx, [dossier.homeInstitutionId]),
      openLearner(tx, deps.keys, dossierId),
    ]);
    return {
      ok: true,
      value: {
        caseNumber: dossier.caseNumber ?? '',
        learner,
        schoolName: schools.get(dossier.homeInstitutionId)?.name ?? '',
        madeAt: now,
        // An attempt that was refused showed nothing to anybody.
        looks: looks
          .filter(({ act }) => !isRefusedAct(act))
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

function placeOf(cursor: string): LookCursor | null {
  const place = readCursor(cursor, ['at', 'id']);
  return place !== null && isInstant(place.at) && isUuid(place.id) ? { at: place.at, id: place.id } : null;
}
