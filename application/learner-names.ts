/** Learners by name, as lists and searches show them. */
import type { KeyProvider } from '../db/encryption/key-provider.ts';
import { openProfiles } from '../db/encryption/learner.ts';
import { loadLearners } from '../db/repositories/learners.ts';
import type { Transaction } from '../db/transaction.ts';
import type { LearnerHit } from './learner-acts.ts';

/** Those of the ids whom the actor sees and whose profile still opens, in no order. */
export async function namesOf(
  tx: Transaction,
  keys: KeyProvider,
  ids: readonly string[],
): Promise<readonly LearnerHit[]> {
  const [records, profiles] = await Promise.all([loadLearners(tx, ids), openProfiles(tx, keys, ids)]);
  return [...profiles].map(([id, { firstName, lastName, birthDate, className }]) => ({
    id,
    firstName,
    lastName,
    birthDate,
    className,
    schoolId: records.get(id)?.schoolId ?? null,
  }));
}
