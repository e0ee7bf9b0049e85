/** Duties: of a case, mine, of an institution; by status, due range, owner, receiver. */
import { type DutyPlace, listDuties as listDutyRows } from '../../db/repositories/lists.ts';
import { asActor } from '../../db/transaction.ts';
import { isInstant } from '../../domain/time.ts';
import type { Actor, DutyFilter, DutyView, Page, Paging, Result } from '../application.ts';
import { refused } from '../commands/carry-out.ts';
import type { ApiDeps } from '../deps.ts';
import { dutyView } from '../duty-view.ts';
import { readCursor, writeCursor } from './cursor.ts';

/** By due moment, those without one last. */
export async function listDuties(
  deps: ApiDeps,
  actor: Actor,
  filter: DutyFilter,
  paging: Paging,
): Promise<Result<Page<DutyView>>> {
  const now = await deps.clock.now();
  const after = paging.cursor === undefined ? null : placeOf(paging.cursor);
  if (after === 'malformed') return refused({ refused: 'factInvalid', path: 'cursor' });
  const rows = await asActor(deps.database, { personId: actor.personId, now }, (tx) =>
    listDutyRows(tx, filter, now, paging.limit + 1, after),
  );
  const shown = rows.slice(0, paging.limit);
  const last = shown.at(-1);
  const next =
    rows.length > paging.limit && last !== undefined
      ? writeCursor({ dueSort: last.dueSort, dossierId: last.dossierId, key: last.key })
      : null;
  const items = shown.map((row) =>
    dutyView({ id: row.dossierId, caseNumber: row.caseNumber ?? '' }, row.duty, now),
  );
  return { ok: true, value: { items, next } };
}

function placeOf(cursor: string): DutyPlace | 'malformed' {
  const place = readCursor(cursor, ['dueSort', 'dossierId', 'key']);
  if (place === null || !isInstant(place.dueSort)) return 'malformed';
  return { ...place, dueSort: place.dueSort };
}
