/** Rotation of key-encryption keys. Data keys stay the same, so nothing that they sealed is touched. */
import type { Database } from './connect.ts';
import type { KeyProvider } from './encryption/key-provider.ts';
import { openTotp, sealTotp } from './encryption/totp-secret.ts';
import { countTotps, resealTotp, totpsNotUnder } from './repositories/auth-factors.ts';
import { countWrapped, rewrapSome } from './repositories/keys.ts';
import type { Transaction } from './transaction.ts';

/** How many data keys and secrets of authenticators were wrapped anew, and how many each key-encryption key wraps now. */
export type Rewrapped = { readonly rewrapped: number; readonly wrappedBy: ReadonlyMap<string, number> };

/**
 * Wraps every data key, and every authenticator's secret, under the provider's current key-encryption key, in short transactions, while the product
 * runs. May be interrupted and run again. Needs the owner's rights; throws UnreadableError where an old key-encryption
 * key is not among the provider's.
 */
export async function rewrapKeys(owner: Database, keys: KeyProvider, atOnce = 200): Promise<Rewrapped> {
  let rewrapped = 0;
  for (;;) {
    const done = await owner.orm.transaction((tx) => rewrapSome(tx, keys, atOnce));
    if (done === 0) break;
    rewrapped += done;
  }
  for (;;) {
    const done = await owner.orm.transaction((tx) => resealSomeTotps(tx, keys, atOnce));
    if (done === 0) break;
    rewrapped += done;
  }
  const wrappedBy = new Map(await owner.orm.transaction(countWrapped));
  for (const [kekId, count] of await owner.orm.transaction(countTotps))
    wrappedBy.set(kekId, (wrappedBy.get(kekId) ?? 0) + count);
  return { rewrapped, wrappedBy };
}

/** Secrets of authenticators lie under the key-encryption key itself. */
async function resealSomeTotps(tx: Transaction, keys: KeyProvider, limit: number): Promise<number> {
  const rows = await totpsNotUnder(tx, keys.current.id, limit);
  for (const row of rows) {
    const { personId } = row;
    await resealTotp(tx, personId, sealTotp(keys.current, personId, openTotp(keys, personId, row)));
  }
  return rows.length;
}
