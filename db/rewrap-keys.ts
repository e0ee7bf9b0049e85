/** Rotation of key-encryption keys. Data keys stay the same, so nothing that they sealed is touched. */
import type { Database } from './connect.ts';
import type { KeyProvider } from './encryption/key-provider.ts';
import { countWrapped, rewrapSome } from './repositories/keys.ts';

/** How many data keys were wrapped anew, and how many each key-encryption key wraps now. */
export type Rewrapped = { readonly rewrapped: number; readonly wrappedBy: ReadonlyMap<string, number> };

/**
 * Wraps every data key under the provider's current key-encryption key, in short transactions, while the product
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
  return { rewrapped, wrappedBy: await owner.orm.transaction(countWrapped) };
}
