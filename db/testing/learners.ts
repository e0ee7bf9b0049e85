/** A learner whom a dossier is about and no school has, for tests of the store. */
import { unknownResidence } from '../../domain/learner/learner.ts';
import type { Instant } from '../../domain/time.ts';
import type { KeyProvider } from '../encryption/key-provider.ts';
import type { LearnerWords } from '../encryption/learner.ts';
import { insertLearner, linkLearner } from '../repositories/learners.ts';
import type { Transaction } from '../transaction.ts';

export async function sealLearner(
  tx: Transaction,
  keys: KeyProvider,
  dossier: { readonly id: string; readonly municipalityId: string },
  words: LearnerWords,
  now: Instant,
): Promise<string> {
  const profile = { ...words, birthDate: null, residence: unknownResidence, contacts: [] };
  const { municipalityId } = dossier;
  const { id } = await insertLearner(tx, keys, { municipalityId, schoolId: null, profile }, now);
  await linkLearner(tx, dossier.id, id);
  return id;
}
