/**
 * AES-256-GCM for words and names, and the wrapping of data keys. Stored form: one byte of version (1), 12 bytes of
 * nonce, 16 bytes of tag, ciphertext. The nonce is random; one key seals far fewer than 2³² texts.
 */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const VERSION = 1;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const KEY_BYTES = 32;

/** Where a sealed text lies. Bound to it: moved to another row it cannot be opened. */
export type SealedPlace = { readonly table: string; readonly column: string; readonly rowId: string };

/** A sealed text that cannot be opened: wrong key, wrong place, or changed. Says nothing about the content. */
export class UnreadableError extends Error {
  override readonly name = 'UnreadableError';
}

/** A key that wraps data keys. Its id is stored beside what it wrapped. */
export type KeyEncryptionKey = { readonly id: string; readonly key: Uint8Array };

export function sealText(key: Uint8Array, place: SealedPlace, text: string): Buffer {
  return seal(key, placeText(place), Buffer.from(text, 'utf8'));
}

/** Throws UnreadableError. */
export function openText(key: Uint8Array, place: SealedPlace, sealed: Uint8Array): string {
  return open(key, placeText(place), sealed).toString('utf8');
}

/** 32 random bytes. */
export function newKey(): Buffer {
  return randomBytes(KEY_BYTES);
}

/** A data key under a key-encryption key, bound to its id. */
export function wrapKey(kek: KeyEncryptionKey, dataKeyId: string, key: Uint8Array): Buffer {
  return seal(kek.key, `data_key:${dataKeyId.toLowerCase()}`, key);
}

/** Throws UnreadableError. */
export function unwrapKey(kek: KeyEncryptionKey, dataKeyId: string, wrapped: Uint8Array): Buffer {
  return open(kek.key, `data_key:${dataKeyId.toLowerCase()}`, wrapped);
}

function placeText({ table, column, rowId }: SealedPlace): string {
  return `${table}|${column}|${rowId.toLowerCase()}`;
}

function seal(key: Uint8Array, associated: string, plain: Uint8Array): Buffer {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES });
  cipher.setAAD(Buffer.from(associated, 'utf8'));
  const body = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([Buffer.of(VERSION), nonce, cipher.getAuthTag(), body]);
}

function open(key: Uint8Array, associated: string, sealed: Uint8Array): Buffer {
  const bytes = Buffer.from(sealed);
  const bodyAt = 1 + NONCE_BYTES + TAG_BYTES;
  if (bytes.length < bodyAt || bytes[0] !== VERSION) throw new UnreadableError('not a sealed text');
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(1, 1 + NONCE_BYTES), {
    authTagLength: TAG_BYTES,
  });
  decipher.setAAD(Buffer.from(associated, 'utf8'));
  decipher.setAuthTag(bytes.subarray(1 + NONCE_BYTES, bodyAt));
  try {
    return Buffer.concat([decipher.update(bytes.subarray(bodyAt)), decipher.final()]);
  } catch {
    throw new UnreadableError('the sealed text does not open with this key at this place');
  }
}
