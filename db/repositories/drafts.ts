/** What people have typed and not yet sent. For role `app_api`, whose walls give each person their own. */
import { and, eq, lt, sql } from 'drizzle-orm';
import type { Instant } from '../../domain/time.ts';
import { openText, sealText } from '../encryption/aes-gcm.ts';
import type { KeyProvider } from '../encryption/key-provider.ts';
import { draft } from '../schema/index.ts';
import type { Transaction } from '../transaction.ts';
import { ensureDataKey, loadDataKeysById } from './keys.ts';

export type DraftPlace = { readonly personId: string; readonly form: string };

export type DraftToKeep = DraftPlace & {
  readonly dossierId: string | null;
  readonly institutionId: string;
  readonly text: string;
};

/** In the place of what was kept for the form before. */
export async function keepDraft(
  tx: Transaction,
  keys: KeyProvider,
  { text, ...place }: DraftToKeep,
  now: Instant,
): Promise<void> {
  const { id: keyId, key } = await ensureDataKey(
    tx,
    keys,
    { kind: 'institution', id: place.institutionId },
    now,
  );
  const content = sealText(key, sealedPlace(place), text);
  const { dossierId, institutionId } = place;
  await tx
    .insert(draft)
    .values({ ...place, content, keyId, updatedAt: now })
    .onConflictDoUpdate({
      target: [draft.personId, draft.form],
      set: { dossierId, institutionId, content, keyId, updatedAt: now },
    });
}

/** Null where nothing is kept, or its key is of an institution that the person has left. */
export async function openDraft(
  tx: Transaction,
  keys: KeyProvider,
  place: DraftPlace,
): Promise<{ readonly text: string; readonly updatedAt: Instant } | null> {
  const [row] = await tx.select().from(draft).where(at(place));
  if (row === undefined) return null;
  const key = (await loadDataKeysById(tx, keys, [row.keyId])).get(row.keyId);
  if (key === undefined) return null;
  return { text: openText(key, sealedPlace(place), row.content), updatedAt: row.updatedAt };
}

export async function dropDraft(tx: Transaction, place: DraftPlace): Promise<void> {
  await tx.delete(draft).where(at(place));
}

/** Who else has changed a draft about the dossier since then. Empty for who does not see the dossier. */
export async function draftWriters(
  tx: Transaction,
  dossierId: string,
  since: Instant,
): Promise<readonly string[]> {
  const rows = await tx.execute<{ id: string }>(
    sql`select id from app.draft_writers(${dossierId}::uuid, ${since}::timestamptz) as id`,
  );
  return rows.map(({ id }) => id);
}

/** Forgets what nobody came back to. For role `app_clock`, which cannot read it. */
export async function forgetDrafts(tx: Transaction, before: Instant): Promise<number> {
  return (await tx.delete(draft).where(lt(draft.updatedAt, before))).count;
}

function at({ personId, form }: DraftPlace) {
  return and(eq(draft.personId, personId), eq(draft.form, form));
}

function sealedPlace({ personId, form }: DraftPlace) {
  return { table: 'draft', column: 'content', rowId: `${personId} ${form}` };
}
