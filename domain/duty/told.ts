/** Who is told about a duty, and from when on. */
import type { Instant } from '../time.ts';
import type { Duty, Party, Told } from './duty.ts';
import { institutionIdOf } from './parties.ts';

/** The moment from which this generation of the duty could be told to its owner. */
export function tellableFrom(duty: Duty): Instant {
  const last = duty.postponements.at(-1)?.recordedAt;
  return last !== undefined && last > duty.knownAt ? last : duty.knownAt;
}

/**
 * Those who must act: the owner; for family, registers, institutions without users and where no institution is
 * named, the follower (rules of conduct 19).
 */
export function owing(duty: Duty): Told {
  if (duty.answerUnknown || institutionIdOf(duty.owedBy) === null) {
    return { as: 'follows', to: duty.follower ?? recorderOf(duty) };
  }
  return { as: 'owes', to: duty.owedBy };
}

/** Those who wait and can be told: never family or registers (rules of conduct 19), nor who takes no part yet. */
export function waiting(duty: Duty): readonly Told[] {
  return duty.owedTo.filter((to) => institutionIdOf(to) !== null).map((to) => ({ as: 'waits', to }) as const);
}

/** The person who recorded the starting fact. */
export function recorderOf(duty: Duty): Party {
  return {
    party: 'person',
    role: 'staff',
    institutionId: institutionIdOf(duty.owedBy),
    personId: duty.recordedBy,
  };
}
