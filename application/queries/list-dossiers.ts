/** Dossiers that the actor has a ground to see, and one of them. */
import { randomUUID } from 'node:crypto';
import { openLearner } from '../../db/encryption/learner.ts';
import { logAccess, viewOf } from '../../db/repositories/access.ts';
import { loadEvents } from '../../db/repositories/events.ts';
import {
  type DossierListRow,
  type DossierPlace,
  findDossierRow,
  listDossiers as listRows,
} from '../../db/repositories/lists.ts';
import { asActor } from '../../db/transaction.ts';
import { gatherFacts } from '../../domain/dossier/facts.ts';
import { stateOf } from '../../domain/dossier/state.ts';
import { isInstant } from '../../domain/time.ts';
import type { Actor, DossierDetail, DossierRow, Page, Paging, Result } from '../application.ts';
import { refused } from '../commands/carry-out.ts';
import type { ApiDeps } from '../deps.ts';
import { readCursor, writeCursor } from './cursor.ts';

/** Newest first. */
export async function listDossiers(
  deps: ApiDeps,
  actor: Actor,
  filter: { readonly status?: 'open' | 'closed'; readonly kind?: DossierRow['kind'] },
  paging: Paging,
): Promise<Result<Page<DossierRow>>> {
  const now = await deps.clock.now();
  const after = paging.cursor === undefined ? null : placeOf(paging.cursor);
  if (after === 'malformed') return refused({ refused: 'factInvalid', path: 'cursor' });
  const rows = await asActor(deps.database, { personId: actor.personId, now }, (tx) =>
    listRows(tx, filter, now, paging.limit + 1, after),
  );
  const shown = rows.slice(0, paging.limit);
  const last = shown.at(-1);
  const next =
    rows.length > paging.limit && last !== undefined
      ? writeCursor({ createdAt: last.createdAt, id: last.id })
      : null;
  return { ok: true, value: { items: shown.map(rowOf), next } };
}

/** One dossier; the look is logged. Somebody with no ground to see it is told that there is none. */
export async function readDossier(
  deps: ApiDeps,
  actor: Actor,
  dossierId: string,
): Promise<Result<DossierDetail>> {
  const now = await deps.clock.now();
  return await asActor(deps.database, { personId: actor.personId, now }, async (tx) => {
    const row = await findDossierRow(tx, dossierId, now);
    const view = row === null ? null : await viewOf(tx, dossierId);
    if (row === null || view === null) return refused({ refused: 'notFound', path: '' });
    await logAccess(tx, {
      id: randomUUID(),
      at: now,
      personId: actor.personId,
      institutionId: actor.institutionId,
      dossierId,
      act: 'dossier.read',
      purpose: 'case',
    });
    const state = stateOf(gatherFacts(await loadEvents(tx, dossierId)), {});
    const learner = view === 'full' ? await openLearner(tx, deps.keys, dossierId) : null;
    return {
      ok: true,
      value: { ...rowOf(row), view, level: state.level, managers: state.managers, learner },
    };
  });
}

function rowOf(row: DossierListRow): DossierRow {
  const { homeInstitutionId, createdAt, caseNumber, ...rest } = row;
  return { ...rest, caseNumber: caseNumber ?? '', schoolId: homeInstitutionId, openedAt: createdAt };
}

function placeOf(cursor: string): DossierPlace | 'malformed' {
  const place = readCursor(cursor, ['createdAt', 'id']);
  if (place === null || !isInstant(place.createdAt)) return 'malformed';
  return { id: place.id, createdAt: place.createdAt };
}
