/** Who sees which dossier, and who looked. */
import { and, desc, eq, sql } from 'drizzle-orm';
import type { AccessParty, AccessRow } from '../../domain/access/access-rows.ts';
import type { Post } from '../../domain/access/posts.ts';
import type { Relation } from '../../domain/access/relation.ts';
import type { Role } from '../../domain/procedure/party.ts';
import type { Instant } from '../../domain/time.ts';
import { institutionKey, personKey } from '../party-key.ts';
import { accessLog, dossierAccess } from '../schema/index.ts';
import type { Transaction } from '../transaction.ts';
import { byDossier, insertRows, recordsAs, uuidArray } from './rows.ts';

export type StoredAccess = typeof dossierAccess.$inferSelect;

/** The stored rows of dossiers, for `accessChanges`, by dossier. An actor who has not opened a dossier gets the own ones only. */
export async function loadAccessRows(
  tx: Transaction,
  dossierIds: readonly string[],
): Promise<ReadonlyMap<string, readonly StoredAccess[]>> {
  const rows = await tx
    .select()
    .from(dossierAccess)
    .where(sql`${dossierAccess.dossierId} = any (${uuidArray(dossierIds)})`);
  return byDossier(rows, (row) => row);
}

/** What makes a dossier's access rows others. */
export type AccessChanges = {
  readonly dossierId: string;
  readonly changed: readonly AccessRow[];
  /** Parties that are no more in the relation. */
  readonly vanished: readonly { readonly partyKey: string; readonly relation: Relation }[];
};

/** Rows that are the same are left alone. Each party and relation is among `rows` at most once. */
export function accessChanges(
  dossierId: string,
  stored: readonly StoredAccess[],
  rows: readonly AccessRow[],
): AccessChanges {
  const present = new Map(stored.map((row) => [nameOf(row), row]));
  const kept = new Set(rows.map((row) => nameOf({ ...row, partyKey: keyOf(row.party) })));
  return {
    dossierId,
    changed: rows.filter((row) => {
      const other = present.get(nameOf({ ...row, partyKey: keyOf(row.party) }));
      return other?.view !== row.view || other.fromAt !== row.from || other.untilAt !== row.until;
    }),
    vanished: stored.filter((row) => !kept.has(nameOf(row))),
  };
}

/** Sends all its statements at once. */
export async function writeAccess(tx: Transaction, changes: readonly AccessChanges[]): Promise<void> {
  const gone = changes.flatMap(({ dossierId, vanished }) =>
    vanished.map(({ partyKey, relation }) => ({ dossier_id: dossierId, party_key: partyKey, relation })),
  );
  const changed = changes.flatMap((one) =>
    one.changed.map(({ party, relation, view, from, until }) => ({
      dossierId: one.dossierId,
      partyKind: party.kind,
      partyId: party.id,
      role: party.kind === 'institution' ? party.role : null,
      relation,
      view,
      fromAt: from,
      untilAt: until,
    })),
  );
  await Promise.all([
    gone.length > 0
      ? tx.execute(sql`delete from ${dossierAccess}
          using ${recordsAs(gone, 'gone', 'dossier_id uuid, party_key text, relation text')}
          where ${dossierAccess.dossierId} = gone.dossier_id and ${dossierAccess.partyKey} = gone.party_key
            and ${dossierAccess.relation} = gone.relation`)
      : null,
    insertRows(
      tx,
      dossierAccess,
      changed,
      sql`on conflict (dossier_id, party_key, relation) do update
        set view = excluded.view, from_at = excluded.from_at, until_at = excluded.until_at`,
    ),
  ]);
}

function keyOf(party: AccessParty): string {
  return party.kind === 'person' ? personKey(party.id) : institutionKey(party.id, party.role);
}

function nameOf(row: { readonly partyKey: string; readonly relation: Relation }): string {
  return `${row.partyKey} ${row.relation}`;
}

/** The dossier's rows. An actor who has not opened the dossier gets the own ones only. */
export async function loadAccess(tx: Transaction, dossierId: string): Promise<readonly AccessRow[]> {
  const rows = await tx.select().from(dossierAccess).where(eq(dossierAccess.dossierId, dossierId));
  return rows.map((row) => ({
    party:
      row.partyKind === 'person'
        ? { kind: 'person', id: row.partyId }
        : { kind: 'institution', id: row.partyId, role: row.role as Role | Post | null },
    relation: row.relation,
    view: row.view,
    from: row.fromAt,
    until: row.untilAt,
  }));
}

/** In which relations the actor stands to a dossier now; none: it is none of the actor's business. */
export async function relationsTo(tx: Transaction, dossierId: string): Promise<readonly Relation[]> {
  const rows = await tx
    .selectDistinct({ relation: dossierAccess.relation })
    .from(dossierAccess)
    .where(
      and(
        eq(dossierAccess.dossierId, dossierId),
        sql`${dossierAccess.partyKey} = any ((select app.keys())::text[])`,
        // What one is in the place of somebody who must not know opens nothing, and closes nothing of one's own.
        sql`(${dossierAccess.partyKey} = any ((select app.own_keys())::text[]) or ${dossierAccess.view} <> 'none'
          and not exists (select from dossier_access x where x.dossier_id = ${dossierId}::uuid and x.view = 'none'
            and x.party_key = any ((select app.stood_for())::text[])))`,
        sql`${dossierAccess.fromAt} <= (select app.moment() + interval '2 minutes')`,
        sql`(${dossierAccess.untilAt} is null or ${dossierAccess.untilAt} > (select app.moment()))`,
      ),
    );
  return rows.map((row) => row.relation);
}

/** Up to so many dossiers are gathered once; beyond it each row of a page is looked up for itself. */
const GATHERED = 2_000;

/**
 * The dossiers that the actor's access rows name, as the text of an array, if there are no more than `limit`; null
 * where there are more. Row-level security then still decides, by the quicker way for so many (`app.gathers`). For
 * role `app_api`.
 */
export async function narrowScope(tx: Transaction, limit: number): Promise<string | null> {
  const [row] = await tx.execute<{ scope: string | null }>(sql`
    select case when count(*) <= ${limit} then coalesce(array_agg(dossier_id), '{}')::text end as scope,
      set_config('app.gathers', (count(*) <= ${GATHERED})::text, true)
    from (select ${dossierAccess.dossierId} from ${dossierAccess}
      where ${dossierAccess.partyKey} = any ((select app.keys())::text[]) limit ${GATHERED + 1}) as named`);
  return row?.scope ?? null;
}

/** One look: by whom, for which institution, at what, doing what, what for. Codes only. */
export type Look = {
  readonly id: string;
  readonly at: Instant;
  readonly personId: string;
  readonly institutionId: string;
  readonly dossierId: string;
  readonly act: string;
  readonly purpose: string;
};

/** Adds to the log, which nobody can change afterwards. */
export async function logAccess(tx: Transaction, look: Look): Promise<void> {
  await tx.insert(accessLog).values(look);
}

/** Place in the log after which the next page begins, latest first. */
export type LookCursor = { readonly at: Instant; readonly id: string };

/** Looks at a dossier, latest first. Those who may not see the log get none. */
export async function listLooks(
  tx: Transaction,
  dossierId: string,
  limit: number,
  before: LookCursor | undefined,
): Promise<readonly Look[]> {
  const rest =
    before === undefined
      ? undefined
      : sql`(${accessLog.at}, ${accessLog.id}) < (${before.at}::timestamptz, ${before.id}::uuid)`;
  return await tx
    .select()
    .from(accessLog)
    .where(and(eq(accessLog.dossierId, dossierId), rest))
    .orderBy(desc(accessLog.at), desc(accessLog.id))
    .limit(limit);
}
