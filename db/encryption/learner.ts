/** Learners' profiles, each under a data key of its own, and which dossier is about whom. */
import { randomUUID } from 'node:crypto';
import { eq, inArray } from 'drizzle-orm';
import type { Instant } from '../../domain/time.ts';
import { ensureDataKey, loadDataKeysById } from '../repositories/keys.ts';
import { dossierLearner, learner, learnerProfile } from '../schema/index.ts';
import type { Transaction } from '../transaction.ts';
import { openText, sealText } from './aes-gcm.ts';
import type { KeyProvider } from './key-provider.ts';

export type LearnerWords = {
  readonly firstName: string;
  readonly lastName: string;
  readonly className: string;
};

/** Stores a new learner and says that the dossier is about this one. Returns the learner's id. */
export async function sealLearner(
  tx: Transaction,
  keys: KeyProvider,
  dossier: { readonly id: string; readonly municipalityId: string },
  words: LearnerWords,
  now: Instant,
): Promise<string> {
  const learnerId = randomUUID();
  await tx.insert(learner).values({ id: learnerId, municipalityId: dossier.municipalityId, createdAt: now });
  const { id: keyId, key } = await ensureDataKey(tx, keys, { kind: 'learner', id: learnerId }, now);
  await tx.insert(learnerProfile).values({
    learnerId,
    keyId,
    words: sealText(key, placeOf(learnerId), JSON.stringify(words)),
    updatedAt: now,
  });
  await tx.insert(dossierLearner).values({ dossierId: dossier.id, learnerId });
  return learnerId;
}

/** Whom the dossier is about; null where it is about nobody known, or the learner was erased. */
export async function openLearner(
  tx: Transaction,
  keys: KeyProvider,
  dossierId: string,
): Promise<LearnerWords | null> {
  return (await openLearners(tx, keys, [dossierId])).get(dossierId) ?? null;
}

/** The same for several dossiers; those without a readable learner are left out. */
export async function openLearners(
  tx: Transaction,
  keys: KeyProvider,
  dossierIds: readonly string[],
): Promise<ReadonlyMap<string, LearnerWords>> {
  if (dossierIds.length === 0) return new Map();
  const rows = await tx
    .select({ dossierId: dossierLearner.dossierId, profile: learnerProfile })
    .from(dossierLearner)
    .innerJoin(learnerProfile, eq(learnerProfile.learnerId, dossierLearner.learnerId))
    .where(inArray(dossierLearner.dossierId, [...dossierIds]));
  const dataKeys = await loadDataKeysById(
    tx,
    keys,
    rows.map(({ profile }) => profile.keyId),
  );
  const opened = new Map<string, LearnerWords>();
  for (const { dossierId, profile } of rows) {
    const key = dataKeys.get(profile.keyId);
    if (key === undefined) continue;
    const text = openText(key, placeOf(profile.learnerId), profile.words);
    opened.set(dossierId, JSON.parse(text) as LearnerWords);
  }
  return opened;
}

function placeOf(learnerId: string) {
  return { table: 'learner_profile', column: 'words', rowId: learnerId };
}
