/** Data keys: made when they are first needed, wrapped, destroyed. */
import { randomUUID } from 'node:crypto';
import { and, eq, isNull, ne, or, sql } from 'drizzle-orm';
import type { Instant } from '../../domain/time.ts';
import { newKey, UnreadableError, unwrapKey, wrapKey } from '../encryption/aes-gcm.ts';
import type { KeyProvider } from '../encryption/key-provider.ts';
import { dataKey } from '../schema/index.ts';
import type { Transaction } from '../transaction.ts';
import { uuidArray } from './rows.ts';

/**
 * What a data key is for: one dossier, one learner's profile, what belongs to no dossier of an institution, one
 * evaluation (by its fact's id), which stays with the institution that made it; or the index by which a municipality
 * finds learners.
 */
export type KeyScope =
  | { readonly kind: 'dossier' | 'learner' | 'institution' | 'municipality'; readonly id: string }
  | {
      readonly kind: 'evaluation';
      readonly id: string;
      readonly dossierId: string;
      readonly institutionId: string;
    };

export type DataKey = { readonly id: string; readonly key: Buffer };

/** The scope's key, made and stored where it has none. */
export async function ensureDataKey(
  tx: Transaction,
  keys: KeyProvider,
  scope: KeyScope,
  now: Instant,
): Promise<DataKey> {
  const present = await loadDataKey(tx, keys, scope);
  if (present !== null) return present;
  const made = { id: randomUUID(), key: newKey() };
  const inserted = await tx
    .insert(dataKey)
    .values({
      id: made.id,
      scopeKind: scope.kind,
      scopeId: scope.id,
      ...(scope.kind === 'evaluation'
        ? { dossierId: scope.dossierId, institutionId: scope.institutionId }
        : {}),
      wrapped: wrapKey(keys.current, made.id, made.key),
      kekId: keys.current.id,
      createdAt: now,
    })
    .onConflictDoNothing();
  if (inserted.count > 0) return made;
  const other = await loadDataKey(tx, keys, scope);
  if (other === null) throw new Error('a data key was made and destroyed at the same moment');
  return other;
}

/** The scope's key that is in use, or null where there is none or it was destroyed. */
export async function loadDataKey(
  tx: Transaction,
  keys: KeyProvider,
  scope: KeyScope,
): Promise<DataKey | null> {
  const [row] = await tx
    .select()
    .from(dataKey)
    .where(
      and(eq(dataKey.scopeKind, scope.kind), eq(dataKey.scopeId, scope.id), isNull(dataKey.destroyedAt)),
    );
  return row === undefined || row.wrapped === null ? null : unwrapped(keys, row.id, row.kekId, row.wrapped);
}

/** Keys by their id, whatever their scope; destroyed ones, and those that are none of the actor's business, are left out. */
export async function loadDataKeysById(
  tx: Transaction,
  keys: KeyProvider,
  ids: Iterable<string>,
): Promise<ReadonlyMap<string, Buffer>> {
  const wanted = [...new Set(ids)];
  if (wanted.length === 0) return new Map();
  const rows = await tx
    .select()
    .from(dataKey)
    .where(sql`${dataKey.id} = any (${uuidArray(wanted)})`);
  return new Map(
    rows.flatMap((row) =>
      row.wrapped === null ? [] : [[row.id, unwrapped(keys, row.id, row.kekId, row.wrapped).key] as const],
    ),
  );
}

/**
 * Destroys the scope's key, and with a dossier's those of its evaluations: what they sealed is lost for good, hash chains
 * stay whole. Needs the owner's rights. Returns whether there was one.
 */
export async function destroyDataKey(
  tx: Transaction,
  scope: Pick<KeyScope, 'kind' | 'id'>,
  now: Instant,
): Promise<boolean> {
  const ofScope = and(eq(dataKey.scopeKind, scope.kind), eq(dataKey.scopeId, scope.id));
  const destroyed = await tx
    .update(dataKey)
    .set({ wrapped: null, destroyedAt: now })
    .where(
      and(
        scope.kind === 'dossier' ? or(ofScope, eq(dataKey.dossierId, scope.id)) : ofScope,
        isNull(dataKey.destroyedAt),
      ),
    );
  return destroyed.count > 0;
}

/**
 * Wraps up to `limit` data keys under the current key-encryption key that another one still wraps. Passes over
 * those that somebody else is re-wrapping. Returns how many it did; 0 = done. Needs the owner's rights.
 */
export async function rewrapSome(tx: Transaction, keys: KeyProvider, limit: number): Promise<number> {
  const rows = await tx
    .select()
    .from(dataKey)
    .where(and(ne(dataKey.kekId, keys.current.id), isNull(dataKey.destroyedAt)))
    .orderBy(dataKey.id)
    .limit(limit)
    .for('update', { skipLocked: true });
  for (const row of rows) {
    if (row.wrapped === null) continue;
    const { key } = unwrapped(keys, row.id, row.kekId, row.wrapped);
    await tx
      .update(dataKey)
      .set({ wrapped: wrapKey(keys.current, row.id, key), kekId: keys.current.id })
      .where(eq(dataKey.id, row.id));
  }
  return rows.length;
}

/** How many keys each key-encryption key wraps, destroyed ones left out. */
export async function countWrapped(tx: Transaction): Promise<ReadonlyMap<string, number>> {
  const rows = await tx
    .select({ kekId: dataKey.kekId, count: sql<string>`count(*)` })
    .from(dataKey)
    .where(isNull(dataKey.destroyedAt))
    .groupBy(dataKey.kekId);
  return new Map(rows.map((row) => [row.kekId, Number(row.count)]));
}

function unwrapped(keys: KeyProvider, id: string, kekId: string, wrapped: Buffer): DataKey {
  const kek = keys.byId(kekId);
  if (kek === undefined) throw new UnreadableError(`the key-encryption key ${kekId} is not known here`);
  return { id, key: unwrapKey(kek, id, wrapped) };
}
