/** The facts of a dossier in the order of entering, with their words for those who may read them. */
import { randomUUID } from 'node:crypto';
import { openWords, type SealedWords } from '../../db/encryption/words.ts';
import { logAccess, viewOf } from '../../db/repositories/access.ts';
import { eventOfRow } from '../../db/repositories/events.ts';
import { listEventRows } from '../../db/repositories/lists.ts';
import { asActor } from '../../db/transaction.ts';
import type { Actor, Page, Paging, RecordedFact, Result } from '../application.ts';
import { refused } from '../commands/carry-out.ts';
import type { ApiDeps } from '../deps.ts';
import { readCursor, writeCursor } from './cursor.ts';

export async function listFacts(
  deps: ApiDeps,
  actor: Actor,
  dossierId: string,
  paging: Paging,
): Promise<Result<Page<RecordedFact>>> {
  const now = await deps.clock.now();
  const after = paging.cursor === undefined ? '0' : readCursor(paging.cursor, ['seq'])?.seq;
  if (after === undefined || !/^\d{1,9}$/.test(after))
    return refused({ refused: 'factInvalid', path: 'cursor' });
  return await asActor(deps.database, { personId: actor.personId, now }, async (tx) => {
    const view = await viewOf(tx, dossierId);
    if (view !== 'full' && view !== 'limited') return refused({ refused: 'notFound', path: '' });
    await logAccess(tx, {
      id: randomUUID(),
      at: now,
      personId: actor.personId,
      institutionId: actor.institutionId,
      dossierId,
      act: 'facts.read',
      purpose: 'case',
    });
    const rows = await listEventRows(tx, dossierId, Number(after), paging.limit + 1);
    const shown = rows.slice(0, paging.limit);
    const last = shown.at(-1);
    const sealed = new Map<string, SealedWords>(
      shown.flatMap(({ id, keyId, words }) =>
        view !== 'full' || keyId === null || words === null ? [] : [[id, { keyId, words }] as const],
      ),
    );
    const words = await openWords(tx, deps.keys, sealed);
    return {
      ok: true,
      value: {
        items: shown.map((row) => ({ event: eventOfRow(row), words: words.get(row.id) ?? null })),
        next:
          rows.length > paging.limit && last !== undefined ? writeCursor({ seq: String(last.seq) }) : null,
      },
    };
  });
}
