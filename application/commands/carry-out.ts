/**
 * The frame of every write: one transaction, carried out once per idempotency key. The row of the key is written
 * first and in the same transaction, so a second request with it waits for the first and then answers the same.
 */
import { loadPersons } from '../../db/repositories/directory.ts';
import { findIdempotent, rememberIdempotent } from '../../db/repositories/idempotency.ts';
import { asActor, type Transaction } from '../../db/transaction.ts';
import type { Instant } from '../../domain/time.ts';
import type { Actor, ApplicationRefusal, Result, WriteMeta, Written } from '../application.ts';
import { crashPoint } from '../crash-points.ts';
import type { ApiDeps } from '../deps.ts';
import { poke } from '../poke.ts';

/** Ends the transaction without a trace; only `carryOut` throws and catches it. */
class Refused extends Error {
  readonly refusal: ApplicationRefusal;
  constructor(refusal: ApplicationRefusal) {
    super(refusal.refused);
    this.refusal = refusal;
  }
}

/** Does the work, remembers what it did, and after the commit wakes the dossier's clock. */
export async function carryOut(
  deps: ApiDeps,
  actor: Actor,
  meta: WriteMeta,
  now: Instant,
  work: (tx: Transaction) => Promise<Result<Written>>,
): Promise<Result<Written>> {
  const result = await carryOutOnce(deps, actor, meta, now, work);
  if (!result.ok) return result;
  if (!result.value.repeated) await poke(deps, result.value.dossierId);
  crashPoint('command-after-signal');
  return result;
}

/** As `carryOut`, for what is about no dossier: nobody is woken. What `work` gives is ids, versions and keys. */
export async function carryOutOnce<T extends { readonly repeated: boolean }>(
  deps: ApiDeps,
  actor: Actor,
  meta: WriteMeta,
  now: Instant,
  work: (tx: Transaction) => Promise<Result<T>>,
): Promise<Result<T>> {
  try {
    const done = await asActor(deps.database, { personId: actor.personId, now }, async (tx) => {
      // A sign-in may outlive its person's account. To somebody switched off nothing is there.
      const person = (await loadPersons(tx, [actor.personId])).get(actor.personId);
      if (person?.active !== true) throw new Refused({ refused: 'notFound', path: '' });
      const key = { actor: actor.personId, key: meta.idempotencyKey, requestHash: meta.requestHash };
      const begun = await findIdempotent(tx, key, now);
      if (begun === 'reused') throw new Refused({ refused: 'idempotencyKeyReused', path: '' });
      if (begun !== 'new') return { ...(begun as unknown as T), repeated: true };
      const result = await work(tx);
      if (!result.ok) throw new Refused(result);
      await rememberIdempotent(tx, key, result.value);
      crashPoint('command-before-commit');
      return result.value;
    });
    crashPoint('command-after-commit');
    return { ok: true, value: done };
  } catch (error) {
    if (error instanceof Refused) return refused(error.refusal);
    throw error;
  }
}

export function refused(refusal: ApplicationRefusal): { readonly ok: false } & ApplicationRefusal {
  const { refused: code, path, detail } = refusal;
  return detail === undefined
    ? { ok: false, refused: code, path }
    : { ok: false, refused: code, path, detail };
}
