import type { Duty } from './duty.ts';

/** The referral that the duty is owed for: what settles it names that one. Null where it is owed for none. */
export function referralOf({ settledBy = [] }: Pick<Duty, 'settledBy'>): string | null {
  for (const { data } of settledBy) {
    const id = data['referralId'];
    if (typeof id === 'string') return id;
  }
  return null;
}

/**
 * What somebody of the owing institution takes on with the duty: all that is owed for its referral, or the duty alone.
 */
export function matterOf(duty: Pick<Duty, 'key' | 'settledBy'>): string {
  return referralOf(duty) ?? duty.key;
}

/** Whether an institution owes it, or whoever holds a role there, and so several of its people may do it. */
export function isShared({ owedBy }: Pick<Duty, 'owedBy'>, institutionId: string): boolean {
  return (
    (owedBy.party === 'institution' || (owedBy.party === 'person' && owedBy.personId === null)) &&
    owedBy.institutionId === institutionId
  );
}
