/** The secret of an authenticator, sealed under a key-encryption key: it must be readable to check a code. */
import type { KeyEncryptionKey } from './aes-gcm.ts';
import { openText, sealText, UnreadableError } from './aes-gcm.ts';
import type { KeyProvider } from './key-provider.ts';

export type SealedTotp = { readonly secret: Buffer; readonly kekId: string };

export function sealTotp(kek: KeyEncryptionKey, personId: string, secret: string): SealedTotp {
  return { secret: sealText(kek.key, placeOf(personId), secret), kekId: kek.id };
}

/** Throws UnreadableError where the key is not known here, or the row was changed or moved. */
export function openTotp(keys: KeyProvider, personId: string, { secret, kekId }: SealedTotp): string {
  const kek = keys.byId(kekId);
  if (kek === undefined) throw new UnreadableError(`the key-encryption key ${kekId} is not known here`);
  return openText(kek.key, placeOf(personId), secret);
}

function placeOf(personId: string) {
  return { table: 'auth.totp', column: 'secret', rowId: personId };
}
