/** Mails of a training municipality: nobody gets them by mail (rules of conduct 28), so they are read here. */
import { listKeptMails } from '../../db/repositories/mails.ts';
import { asActor } from '../../db/transaction.ts';
import { isInstant } from '../../domain/time.ts';
import type { Actor, Paging } from '../application.ts';
import { refused } from '../commands/carry-out.ts';
import { isUuid } from '../commands/check-ids.ts';
import type { ApiDeps } from '../deps.ts';
import { askOffice } from '../office.ts';
import { readCursor, writeCursor } from '../queries/cursor.ts';
import type { SetUpPart } from './set-up.ts';

export async function listTrainingMails(
  deps: ApiDeps,
  actor: Actor,
  { limit, cursor }: Paging,
): ReturnType<SetUpPart['listTrainingMails']> {
  const after = cursor === undefined ? null : placeOf(cursor);
  if (cursor !== undefined && after === null) return refused({ refused: 'cursorUnknown', path: 'cursor' });
  const now = await deps.clock.now();
  return await asActor(deps.database, { personId: actor.personId, now }, async (tx) => {
    const office = await askOffice(tx, actor, 'seeDirectory', now);
    if ('refused' in office) return refused(office);
    const rows = await listKeptMails(tx, { limit: limit + 1, after });
    const shown = rows.slice(0, limit);
    const last = shown.at(-1);
    const next =
      rows.length > limit && last !== undefined ? writeCursor({ at: last.createdAt, id: last.id }) : null;
    return {
      ok: true,
      value: { items: shown.map(({ createdAt, ...row }) => ({ ...row, at: createdAt })), next },
    };
  });
}

function placeOf(cursor: string) {
  const read = readCursor(cursor, ['at', 'id']);
  return read !== null && isInstant(read.at) && isUuid(read.id) ? { at: read.at, id: read.id } : null;
}
