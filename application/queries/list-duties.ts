/** Duties: of a case, mine, of an institution; by status, due range, owner, receiver. */
import { actorKeys, keysAsTeacher, personsIn } from '../../db/party-key.ts';
import { holdingsOf } from '../../db/repositories/directory.ts';
import { type DutyCursor, listDuties as listDutyRows } from '../../db/repositories/duties.ts';
import { asActor } from '../../db/transaction.ts';
import { isInstant } from '../../domain/time.ts';
import type { Actor, DutyFilter, DutyView, Page, Paging, Result } from '../application.ts';
import { refused } from '../commands/carry-out.ts';
import { isUuid } from '../commands/check-ids.ts';
import type { ApiDeps } from '../deps.ts';
import { readCursor, writeCursor } from './cursor.ts';
import { showDuties } from './show-duties.ts';

/** By due moment, those without one last. */
export async function listDuties(
  deps: ApiDeps,
  actor: Actor,
  { mine, own, owedToMe, ...filter }: DutyFilter,
  paging: Paging,
): Promise<Result<Page<DutyView>>> {
  const now = await deps.clock.now();
  const after = paging.cursor === undefined ? undefined : placeOf(paging.cursor);
  const ids = [filter.dossierId, filter.owedByInstitutionId, filter.owedToInstitutionId];
  if (ids.some((id) => id !== undefined && !isUuid(id)))
    return { ok: true, value: { items: [], next: null } };
  if (after === null) return refused({ refused: 'cursorUnknown', path: 'cursor' });
  return await asActor(deps.database, { personId: actor.personId, now }, async (tx) => {
    const holdings = mine === true || owedToMe === true ? await holdingsOf(tx, actor.personId, now) : [];
    const keys = actorKeys(actor.personId, holdings);
    const rows = await listDutyRows(
      tx,
      {
        ...filter,
        ...(mine === true ? { owedByKeys: keys } : {}),
        ...(own === true ? { ownedByPersons: personsIn(keys) } : {}),
        ...(owedToMe === true ? { owedToKeys: keys } : {}),
        ...(filter.dossierId === undefined ? { onlyWhereNamed: keysAsTeacher(holdings) } : {}),
      },
      { limit: paging.limit + 1, ...(after === undefined ? {} : { after }) },
      now,
    );
    const shown = rows.slice(0, paging.limit);
    const last = shown.at(-1);
    const next =
      rows.length > paging.limit && last !== undefined
        ? writeCursor({ dueAt: last.duty.due?.at ?? '', dossierId: last.dossierId, key: last.duty.key })
        : null;
    return { ok: true, value: { items: await showDuties(tx, deps, shown, now), next } };
  });
}

function placeOf(cursor: string): DutyCursor | null {
  const place = readCursor(cursor, ['dueAt', 'dossierId', 'key']);
  if (place === null) return null;
  const { dueAt, ...row } = place;
  if (!isUuid(row.dossierId)) return null;
  if (dueAt === '') return { ...row, dueAt: null };
  return isInstant(dueAt) ? { ...row, dueAt } : null;
}
