/** Where key-encryption keys come from, as the store sees it. Files and environment are read by the application. */
import type { KeyEncryptionKey } from './aes-gcm.ts';

export type KeyProvider = {
  /** Wraps what is new. */
  readonly current: KeyEncryptionKey;
  /** Any key that may have wrapped something; undefined where it is not known here. */
  byId(id: string): KeyEncryptionKey | undefined;
};

/** The first key wraps, all of them unwrap. Throws where there is none. */
export function keyProvider(keys: readonly KeyEncryptionKey[]): KeyProvider {
  const [current] = keys;
  if (current === undefined) throw new Error('there is no key-encryption key');
  const known = new Map(keys.map((key) => [key.id, key]));
  return { current, byId: (id) => known.get(id) };
}
