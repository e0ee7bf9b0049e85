/** Facts: appended to a dossier's chain and read back as the core knows them. */
import { and, asc, eq, gt, sql } from 'drizzle-orm';
import type { DossierEvent } from '../../domain/dossier/event.ts';
import type { Instant } from '../../domain/time.ts';
import { type ChainedRow, chainHash } from '../chain.ts';
import type { SealedWords } from '../encryption/words.ts';
import { dossier, event } from '../schema/index.ts';
import type { Transaction } from '../transaction.ts';
import type { DossierRecord } from './dossiers.ts';
import { byDossier, bytesText, insertRows, recordsAs, uuidArray } from './rows.ts';

/** Somebody appended to the dossier since it was read. */
export class VersionConflict extends Error {
  override readonly name = 'VersionConflict';
}

/** Columns of a fact without its words. */
export const factColumns = {
  seq: event.seq,
  id: event.id,
  type: event.type,
  occurredAt: event.occurredAt,
  recordedAt: event.recordedAt,
  byPerson: event.byPerson,
  institutionId: event.institutionId,
  acute: event.acute,
  settles: event.settles,
  data: event.data,
};

/** Facts for a dossier as it was read. */
export type Append = {
  readonly to: Pick<DossierRecord, 'id' | 'version' | 'chainHead'>;
  readonly events: readonly DossierEvent[];
  /** By event id; role `app_clock` writes none. */
  readonly words?: ReadonlyMap<string, SealedWords>;
};

/**
 * Appends facts whose `seq` follows the record's version without a gap, and returns the new version. Throws
 * VersionConflict where the dossier has another version by now, or the facts do not follow.
 */
export async function appendEvents(
  tx: Transaction,
  to: Append['to'],
  events: readonly DossierEvent[],
  words: ReadonlyMap<string, SealedWords>,
): Promise<number> {
  await appendToAll(tx, [{ to, events, words }]);
  return to.version + events.length;
}

/** As `appendEvents`, to several dossiers: to all or to none. One statement. */
export async function appendToAll(tx: Transaction, appends: readonly Append[]): Promise<void> {
  const chained = appends.map(chainedTo);
  const rows = chained.flatMap((one) => one.rows);
  const heads = chained.flatMap((one) => (one.rows.length > 0 ? [one.head] : []));
  const written = await insertRows(
    tx,
    event,
    rows,
    sql`where dossier_id in (select id from advanced)`,
    sql`with advanced as (update ${dossier} set version = new.version, chain_head = new.head
      from ${recordsAs(heads, 'new', 'id uuid, version int, was int, head bytea')}
      where ${dossier.id} = new.id and ${dossier.version} = new.was returning ${dossier.id})`,
  );
  if (written !== rows.length) throw new VersionConflict('a dossier has another version');
}

function chainedTo({ to, events, words }: Append) {
  let head = to.chainHead;
  const rows = events.map((fact, index) => {
    if (fact.seq !== to.version + 1 + index) throw new VersionConflict('facts do not follow the version');
    const row = rowOf(to.id, fact, words?.get(fact.id));
    const prevHash = head;
    head = chainHash(prevHash, row);
    return { ...row, prevHash, hash: head };
  });
  const version = to.version + events.length;
  return { rows, head: { id: to.id, version, was: to.version, head: bytesText(head) } };
}

function rowOf(dossierId: string, fact: DossierEvent, sealed: SealedWords | undefined) {
  return {
    dossierId,
    seq: fact.seq,
    id: fact.id,
    type: fact.type,
    occurredAt: fact.occurredAt,
    recordedAt: fact.recordedAt,
    byPerson: fact.by,
    institutionId: fact.institution,
    acute: fact.acute ?? null,
    settles: fact.settles === undefined ? null : [...fact.settles],
    // As it will be read back, so that the hash is over what is stored.
    data: JSON.parse(JSON.stringify(fact.data)) as unknown,
    words: sealed?.words ?? null,
    keyId: sealed?.keyId ?? null,
  } satisfies ChainedRow;
}

/** All facts of a dossier in the order of entering, without words. */
export async function loadEvents(tx: Transaction, dossierId: string): Promise<readonly DossierEvent[]> {
  return (await loadEventsOf(tx, [dossierId])).get(dossierId) ?? [];
}

/** As `loadEvents`, of several dossiers; those without facts are left out. */
export async function loadEventsOf(
  tx: Transaction,
  dossierIds: readonly string[],
): Promise<ReadonlyMap<string, readonly DossierEvent[]>> {
  const rows = await tx
    .select({ dossierId: event.dossierId, ...factColumns })
    .from(event)
    .where(sql`${event.dossierId} = any (${uuidArray(dossierIds)})`)
    .orderBy(asc(event.dossierId), asc(event.seq));
  return byDossier(rows, factOf);
}

export type EventWithWords = { readonly event: DossierEvent; readonly sealed: SealedWords | null };

/** A page of facts with their words still sealed, in the order of entering. For role `app_api`. */
export async function loadEventsWithWords(
  tx: Transaction,
  dossierId: string,
  paging: { readonly limit: number; readonly afterSeq: number },
): Promise<readonly EventWithWords[]> {
  const rows = await tx
    .select({ ...factColumns, words: event.words, keyId: event.keyId })
    .from(event)
    .where(and(eq(event.dossierId, dossierId), gt(event.seq, paging.afterSeq)))
    .orderBy(asc(event.seq))
    .limit(paging.limit);
  return rows.map(withWords);
}

/** These facts, of whatever dossiers, with their words still sealed. For role `app_api`. */
export async function loadEventsById(
  tx: Transaction,
  ids: readonly string[],
): Promise<readonly EventWithWords[]> {
  const rows = await tx
    .select({ ...factColumns, words: event.words, keyId: event.keyId })
    .from(event)
    .where(sql`${event.id} = any (${uuidArray(ids)})`);
  return rows.map(withWords);
}

function withWords({ words, keyId, ...row }: SealedFactRow): EventWithWords {
  return { event: factOf(row), sealed: words === null || keyId === null ? null : { words, keyId } };
}

type SealedFactRow = FactRow & { readonly words: Buffer | null; readonly keyId: string | null };

type FactRow = {
  readonly seq: number;
  readonly id: string;
  readonly type: string;
  readonly occurredAt: Instant;
  readonly recordedAt: Instant;
  readonly byPerson: string;
  readonly institutionId: string;
  readonly acute: boolean | null;
  readonly settles: string[] | null;
  readonly data: unknown;
};

/** What was checked when it was written is trusted when it is read. */
export function factOf(row: FactRow): DossierEvent {
  const fact = {
    id: row.id,
    seq: row.seq,
    type: row.type,
    occurredAt: row.occurredAt,
    recordedAt: row.recordedAt,
    by: row.byPerson,
    institution: row.institutionId,
    ...(row.acute === null ? {} : { acute: row.acute }),
    ...(row.settles === null ? {} : { settles: row.settles }),
    data: row.data,
  };
  return fact as DossierEvent;
}
