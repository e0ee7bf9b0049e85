/** Writes by the key that their client made: the same request is carried out once. */
import { and, eq, lt } from 'drizzle-orm';
import type { Instant } from '../../domain/time.ts';
import { idempotency } from '../schema/index.ts';
import type { Transaction } from '../transaction.ts';

export type IdempotentRequest = {
  readonly actor: string;
  readonly key: string;
  readonly requestHash: string;
};

/** Ids, version and duty keys; never words. */
export type IdempotentResult = Readonly<Record<string, unknown>>;

/**
 * To be called first in the transaction that carries the request out. Another transaction with the same key is
 * waited for. `new`: carry it out, then `rememberIdempotent`; `reused`: the key came with another request before;
 * otherwise what the first one did.
 */
export async function findIdempotent(
  tx: Transaction,
  { actor, key, requestHash }: IdempotentRequest,
  now: Instant,
): Promise<'new' | 'reused' | IdempotentResult> {
  const begun = await tx
    .insert(idempotency)
    .values({ actor, key, requestHash, createdAt: now })
    .onConflictDoNothing();
  if (begun.count === 1) return 'new';
  const [row] = await tx
    .select()
    .from(idempotency)
    .where(and(eq(idempotency.actor, actor), eq(idempotency.key, key)));
  if (row?.requestHash !== requestHash) return 'reused';
  if (row.result === null) throw new Error('an idempotency row was committed without its result');
  return row.result;
}

/** To be called last, before the transaction ends. */
export async function rememberIdempotent(
  tx: Transaction,
  { actor, key }: Pick<IdempotentRequest, 'actor' | 'key'>,
  result: IdempotentResult,
): Promise<void> {
  await tx
    .update(idempotency)
    .set({ result })
    .where(and(eq(idempotency.actor, actor), eq(idempotency.key, key)));
}

/** Deletes what no client repeats any more. For role `app_clock`. Returns how many. */
export async function forgetIdempotent(tx: Transaction, before: Instant): Promise<number> {
  const forgotten = await tx.delete(idempotency).where(lt(idempotency.createdAt, before));
  return forgotten.count;
}
