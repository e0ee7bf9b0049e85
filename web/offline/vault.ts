/**
 * What waits on this device: each value encrypted with a key of its owner, which the browser keeps and no script can
 * read out. Only owners, names and moments lie open, so a name must say nothing of a child (R 25).
 */
import { createStore, delMany, entries, get, keys, set, update } from 'idb-keyval';

const kept = createStore('terminsargs', 'kept');

/** Whose it is: a person's id, `phone` for what belongs to whoever is signed in, or a tab before anybody is. */
export type Owner = string;

type Place = [Owner, string];
type Sealed = {
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly sealed: ArrayBuffer;
  /** Milliseconds since 1970. */
  readonly at: number;
};

/** The place of an owner's key. */
const keyName = '';

/** Keeps a value that JSON can hold; what was kept under the name is replaced. */
export async function keep(owner: Owner, name: string, value: unknown): Promise<void> {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const plain = new TextEncoder().encode(JSON.stringify(value));
  const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, await keyOf(owner), plain);
  await set([owner, name], { iv, sealed, at: Date.now() } satisfies Sealed, kept);
}

/** What was kept; nothing where nothing was, or the key is gone. */
export async function keptAs<T>(owner: Owner, name: string): Promise<T | undefined> {
  const found = await get<Sealed>([owner, name], kept);
  return found === undefined ? undefined : await opened<T>(owner, found);
}

/** All that an owner keeps under names with this beginning, the oldest first. */
export async function allKept<T>(owner: Owner, beginning: string): Promise<readonly T[]> {
  const found = (await entries<Place, Sealed>(kept))
    .filter(([[whose, name]]) => whose === owner && name !== keyName && name.startsWith(beginning))
    .sort(([, a], [, b]) => a.at - b.at);
  const values = await Promise.all(found.map(([, sealed]) => opened<T>(owner, sealed)));
  return values.filter((value) => value !== undefined);
}

export async function forget(owner: Owner, name: string): Promise<void> {
  await delMany([[owner, name]], kept);
}

/** Takes everything of the owners away, their keys with it. */
export async function wipe(isMeant: (owner: Owner) => boolean): Promise<void> {
  const places = await keys<Place>(kept);
  await delMany(
    places.filter(([owner]) => isMeant(owner)),
    kept,
  );
}

async function opened<T>(owner: Owner, { iv, sealed }: Sealed): Promise<T | undefined> {
  const key = await get<CryptoKey>([owner, keyName], kept);
  if (key === undefined) return undefined;
  try {
    const plain = await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, key, sealed);
    return JSON.parse(new TextDecoder().decode(plain)) as T;
  } catch {
    // Of a key that was wiped: nobody can read it any more.
    return undefined;
  }
}

/** The first of two tabs that make one at the same time wins. */
async function keyOf(owner: Owner): Promise<CryptoKey> {
  const place: Place = [owner, keyName];
  const found = await get<CryptoKey>(place, kept);
  if (found !== undefined) return found;
  const fresh = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, [
    'encrypt',
    'decrypt',
  ]);
  await update<CryptoKey>(place, (other) => other ?? fresh, kept);
  return (await get<CryptoKey>(place, kept)) ?? fresh;
}
