/** The facts of a dossier in the order of entering, with their words for those who may read them. */
import { randomUUID } from 'node:crypto';
import { openWords } from '../../db/encryption/words.ts';
import { logAccess, relationsTo } from '../../db/repositories/access.ts';
import { loadInstitutions, loadPersons } from '../../db/repositories/directory.ts';
import { loadEventsWithWords } from '../../db/repositories/events.ts';
import { asActor, type Transaction } from '../../db/transaction.ts';
import { may } from '../../domain/access/may.ts';
import type { DossierEvent } from '../../domain/dossier/event.ts';
import type { Actor, Page, Paging, RecordedFact, Result } from '../application.ts';
import { refused } from '../commands/carry-out.ts';
import { isUuid } from '../commands/check-ids.ts';
import type { ApiDeps } from '../deps.ts';
import { readCursor, writeCursor } from './cursor.ts';

/** Words for those who may read the case; the look is logged. */
export async function listFacts(
  deps: ApiDeps,
  actor: Actor,
  dossierId: string,
  paging: Paging,
): Promise<Result<Page<RecordedFact>>> {
  const now = await deps.clock.now();
  const afterSeq = paging.cursor === undefined ? 0 : seqOf(paging.cursor);
  if (afterSeq === null) return refused({ refused: 'cursorUnknown', path: 'cursor' });
  return await asActor(deps.database, { personId: actor.personId, now }, async (tx) => {
    const relations = isUuid(dossierId) ? await relationsTo(tx, dossierId) : [];
    if (may('seePreview', relations).decision === 'deny') return refused({ refused: 'notFound', path: '' });
    await logAccess(tx, {
      id: randomUUID(),
      at: now,
      personId: actor.personId,
      institutionId: actor.institutionId,
      dossierId,
      act: 'facts.read',
      purpose: 'case',
    });
    const rows = await loadEventsWithWords(tx, dossierId, { limit: paging.limit + 1, afterSeq });
    const shown = rows.slice(0, paging.limit);
    const last = shown.at(-1);
    const readsWords = may('readCase', relations).decision === 'allow';
    const sealed = shown.flatMap(({ event, sealed: words }) =>
      !readsWords || words === null ? [] : [[event.id, words] as const],
    );
    const words = await openWords(tx, deps.keys, new Map(sealed));
    const names = await namesIn(
      tx,
      shown.map(({ event }) => event),
      readsWords,
    );
    const more = rows.length > paging.limit && last !== undefined;
    return {
      ok: true,
      value: {
        items: shown.map(({ event }) => ({
          event,
          words: words.get(event.id) ?? null,
          byName: names.get(event.by) ?? null,
          institutionName: names.get(event.institution) ?? '',
          names: idsIn(event).flatMap((id) => {
            const name = names.get(id);
            return name === undefined ? [] : [{ id, name }];
          }),
        })),
        next: more ? writeCursor({ seq: String(last.event.seq) }) : null,
      },
    };
  });
}

/** Names of the institutions that the facts speak of and, for who reads names, of the staff. */
async function namesIn(
  tx: Transaction,
  events: readonly DossierEvent[],
  ofPeople: boolean,
): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(events.flatMap((event) => [event.by, event.institution, ...idsIn(event)]))].filter(
    isUuid,
  );
  const [institutions, persons] = await Promise.all([
    loadInstitutions(tx, ids),
    ofPeople ? loadPersons(tx, ids) : new Map<string, { readonly displayName: string }>(),
  ]);
  return new Map([
    ...[...institutions.values()].map(({ id, name }) => [id, name] as const),
    ...[...persons].map(([id, { displayName }]) => [id, displayName] as const),
  ]);
}

/** Whatever in a fact's data may name somebody. */
function idsIn({ data }: DossierEvent): readonly string[] {
  return Object.values(data)
    .flat()
    .filter((value) => typeof value === 'string' && isUuid(value));
}

function seqOf(cursor: string): number | null {
  const seq = readCursor(cursor, ['seq'])?.seq;
  return seq !== undefined && /^\d{1,9}$/.test(seq) ? Number(seq) : null;
}
