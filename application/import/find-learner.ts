/** Finds learners of the school acted for by what stands in a file: a name, and a day of birth where it is known. */
import type { Transaction } from '../../db/transaction.ts';
import type { LearnerNames } from '../../domain/learner/learner.ts';
import { likenessOf } from '../../domain/learner/likeness.ts';
import { fold, namePartsOf, soundOf } from '../../domain/learner/name-parts.ts';
import type { ApiDeps } from '../deps.ts';
import type { LearnerHit } from '../learner-acts.ts';
import type { ActorOffice } from '../office.ts';
import { learnersSeen } from '../queries/search-learners.ts';

export type FindingLearners = {
  /** Of that name; born on another day is somebody else, not known on which may be the same. */
  same(wanted: LearnerNames): readonly LearnerHit[];
  /** Is there somebody else who may be the same? */
  alike(wanted: LearnerNames): boolean;
};

/** Only learners of the own school whom the actor sees: nothing is said of any other. */
export async function findingLearners(
  tx: Transaction,
  deps: ApiDeps,
  office: ActorOffice,
): Promise<FindingLearners> {
  const seen = await learnersSeen(tx, deps, office);
  const here = seen.filter(({ schoolId }) => schoolId === office.institution.id);
  const byName = grouped(here, (one) => [nameOf(one)]);
  // Who is alike shares the day of birth, or a part of the last name by its sound.
  const byTrait = grouped(here, traitsOf);
  return {
    same: (wanted) =>
      (byName.get(nameOf(wanted)) ?? []).filter(
        ({ birthDate }) => birthDate === wanted.birthDate || birthDate === null || wanted.birthDate === null,
      ),
    alike: (wanted) =>
      traitsOf(wanted)
        .flatMap((trait) => byTrait.get(trait) ?? [])
        .some((one) => likenessOf(one, wanted) !== null),
  };
}

function nameOf({ firstName, lastName }: LearnerNames): string {
  return `${fold(firstName)}\n${fold(lastName)}`;
}

function traitsOf({ lastName, birthDate }: LearnerNames): readonly string[] {
  return [...namePartsOf(lastName).map(soundOf), ...(birthDate === null ? [] : [birthDate])];
}

function grouped<T>(
  all: readonly T[],
  keysOf: (one: T) => readonly string[],
): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    for (const key of keysOf(one)) {
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [one]);
      else group.push(one);
    }
  }
  return groups;
}
