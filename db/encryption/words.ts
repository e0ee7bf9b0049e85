/** Words of facts, under the data key of their dossier. */
import type { Instant } from '../../domain/time.ts';
import { ensureDataKey, loadDataKeysById } from '../repositories/keys.ts';
import type { Transaction } from '../transaction.ts';
import { openText, sealText } from './aes-gcm.ts';
import type { KeyProvider } from './key-provider.ts';

/** Ciphertext with the id of the key that opens it. */
export type SealedWords = { readonly keyId: string; readonly words: Buffer };

/** Seals words by the id of their event. Makes the dossier's key where it has none yet; no words, no key. */
export async function sealWords(
  tx: Transaction,
  keys: KeyProvider,
  dossierId: string,
  words: ReadonlyMap<string, string>,
  now: Instant,
): Promise<ReadonlyMap<string, SealedWords>> {
  if (words.size === 0) return new Map();
  const { id: keyId, key } = await ensureDataKey(tx, keys, { kind: 'dossier', id: dossierId }, now);
  return new Map(
    [...words].map(([eventId, text]) => [eventId, { keyId, words: sealText(key, placeOf(eventId), text) }]),
  );
}

/**
 * Opens words by the id of their event. Without the key (destroyed, or none of the actor's business) every one of
 * them is null. Throws UnreadableError where a text was changed or moved.
 */
export async function openWords(
  tx: Transaction,
  keys: KeyProvider,
  sealed: ReadonlyMap<string, SealedWords>,
): Promise<ReadonlyMap<string, string | null>> {
  const dataKeys = await loadDataKeysById(
    tx,
    keys,
    [...sealed.values()].map(({ keyId }) => keyId),
  );
  return new Map(
    [...sealed].map(([eventId, { keyId, words }]) => {
      const key = dataKeys.get(keyId);
      return [eventId, key === undefined ? null : openText(key, placeOf(eventId), words)];
    }),
  );
}

function placeOf(eventId: string) {
  return { table: 'event', column: 'words', rowId: eventId };
}
