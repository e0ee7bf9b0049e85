/** Learners' profiles, each under a data key of its own, and which dossier is about whom. */
import { eq, inArray, sql } from 'drizzle-orm';
import { type LearnerProfile, unknownResidence } from '../../domain/learner/learner.ts';
import type { Instant } from '../../domain/time.ts';
import { ensureDataKey, loadDataKeysById } from '../repositories/keys.ts';
import { uuidArray } from '../repositories/rows.ts';
import { dossierLearner, learner, learnerProfile, schoolClass } from '../schema/index.ts';
import type { Transaction } from '../transaction.ts';
import { openText, sealText } from './aes-gcm.ts';
import type { KeyProvider } from './key-provider.ts';

export type LearnerWords = Pick<LearnerProfile, 'firstName' | 'lastName' | 'className'>;
export type DossierLearner = LearnerWords & { readonly id: string };

/** Stores a learner's profile, or puts it in the place of the one there is. */
export async function sealProfile(
  tx: Transaction,
  keys: KeyProvider,
  learnerId: string,
  profile: LearnerProfile,
  now: Instant,
): Promise<void> {
  const { id: keyId, key } = await ensureDataKey(tx, keys, { kind: 'learner', id: learnerId }, now);
  const words = sealText(key, placeOf(learnerId), JSON.stringify(profile));
  await tx
    .insert(learnerProfile)
    .values({ learnerId, keyId, words, updatedAt: now })
    .onConflictDoUpdate({ target: learnerProfile.learnerId, set: { words, updatedAt: now } });
}

/**
 * The profiles of learners, by their ids; those that are erased or none of the actor's business are left out. The
 * class is called as the school calls it now.
 */
export async function openProfiles(
  tx: Transaction,
  keys: KeyProvider,
  learnerIds: readonly string[],
): Promise<ReadonlyMap<string, LearnerProfile>> {
  if (learnerIds.length === 0) return new Map();
  const rows = await tx
    .select({ profile: learnerProfile, className: schoolClass.name })
    .from(learnerProfile)
    .innerJoin(learner, eq(learner.id, learnerProfile.learnerId))
    .leftJoin(schoolClass, eq(schoolClass.id, learner.classId))
    // Not `= any`: the joined index would be walked through the whole list for each row.
    .where(sql`${learnerProfile.learnerId} in (select unnest(${uuidArray(learnerIds)}))`);
  const dataKeys = await loadDataKeysById(
    tx,
    keys,
    rows.map(({ profile }) => profile.keyId),
  );
  return new Map(
    rows.flatMap(({ profile, className }) => {
      const key = dataKeys.get(profile.keyId);
      if (key === undefined) return [];
      const opened = profileFrom(openText(key, placeOf(profile.learnerId), profile.words));
      return [[profile.learnerId, { ...opened, className: className ?? opened.className }] as const];
    }),
  );
}

/** Whom the dossier is about; null where it is about nobody known, or the learner was erased. */
export async function openLearner(
  tx: Transaction,
  keys: KeyProvider,
  dossierId: string,
): Promise<DossierLearner | null> {
  return (await openLearners(tx, keys, [dossierId])).get(dossierId) ?? null;
}

/** The same for several dossiers; those without a readable learner are left out. */
export async function openLearners(
  tx: Transaction,
  keys: KeyProvider,
  dossierIds: readonly string[],
): Promise<ReadonlyMap<string, DossierLearner>> {
  if (dossierIds.length === 0) return new Map();
  const links = await tx
    .select()
    .from(dossierLearner)
    .where(inArray(dossierLearner.dossierId, [...dossierIds]));
  const profiles = await openProfiles(tx, keys, [...new Set(links.map(({ learnerId }) => learnerId))]);
  return new Map(
    links.flatMap(({ dossierId, learnerId }) => {
      const profile = profiles.get(learnerId);
      if (profile === undefined) return [];
      const { firstName, lastName, className } = profile;
      return [[dossierId, { id: learnerId, firstName, lastName, className }] as const];
    }),
  );
}

/** Profiles written before they held more than a name hold no more. */
function profileFrom(text: string): LearnerProfile {
  const stored = JSON.parse(text) as LearnerWords & Partial<LearnerProfile>;
  return { birthDate: null, residence: unknownResidence, contacts: [], ...stored };
}

function placeOf(learnerId: string) {
  return { table: 'learner_profile', column: 'words', rowId: learnerId };
}
