const KEY_BYTES = 32;

/** A key that wraps data keys (AES-256). Its id is stored beside what it has wrapped. */
export interface KeyEncryptionKey {
  readonly id: string;
  readonly key: Uint8Array;
}

/**
 * Reads `id:base64` entries, parted by commas or line ends; the first one wraps what is new, the others only
 * unwrap. Lines that begin with `#` are comments. Throws an Error that tells the place but never a key.
 */
export function parseKeyEncryptionKeys(text: string): readonly KeyEncryptionKey[] {
  const entries = text
    .split(/[\n,]/)
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '' && !entry.startsWith('#'));
  if (entries.length === 0) throw new Error('holds no key; write id:base64 of 32 random bytes');
  const keys = entries.map((entry, index) => {
    const found = /^([A-Za-z0-9][\w.-]*):([A-Za-z0-9+/]+=*)$/.exec(entry);
    const key = Buffer.from(found?.[2] ?? '', 'base64');
    if (found?.[1] === undefined || key.length !== KEY_BYTES) {
      throw new Error(`holds no key at place ${index + 1}; write id:base64 of 32 random bytes`);
    }
    return { id: found[1], key: new Uint8Array(key) };
  });
  const twin = keys.find((one, index) => keys.findIndex((other) => other.id === one.id) !== index);
  if (twin !== undefined) throw new Error(`names the key ${twin.id} twice; every key needs its own id`);
  return keys;
}
