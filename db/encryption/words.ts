/** Words of facts, under the data key of their dossier; those of an evaluation under one of its own. */
import { staysWithInstitution } from '../../domain/access/act-of-fact.ts';
import type { DossierEvent } from '../../domain/dossier/event.ts';
import type { Instant } from '../../domain/time.ts';
import { ensureDataKey, type KeyScope, loadDataKeysById } from '../repositories/keys.ts';
import type { Transaction } from '../transaction.ts';
import { openText, sealText } from './aes-gcm.ts';
import type { KeyProvider } from './key-provider.ts';

/** Ciphertext with the id of the key that opens it. */
export type SealedWords = { readonly keyId: string; readonly words: Buffer };

/** The words of a fact, with what decides under which key they are sealed. */
export type WordsToSeal = {
  readonly event: Pick<DossierEvent, 'id' | 'type' | 'institution'>;
  readonly text: string;
};

/** Seals words; gives them by the id of their event. Makes the keys that are not there yet; no words, no key. */
export async function sealWords(
  tx: Transaction,
  keys: KeyProvider,
  dossierId: string,
  words: readonly WordsToSeal[],
  now: Instant,
): Promise<ReadonlyMap<string, SealedWords>> {
  const sealed = new Map<string, SealedWords>();
  for (const { event, text } of words) {
    const scope: KeyScope = staysWithInstitution(event.type)
      ? { kind: 'evaluation', id: event.id, dossierId, institutionId: event.institution }
      : { kind: 'dossier', id: dossierId };
    const { id: keyId, key } = await ensureDataKey(tx, keys, scope, now);
    sealed.set(event.id, { keyId, words: sealText(key, placeOf(event.id), text) });
  }
  return sealed;
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
