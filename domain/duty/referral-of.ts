import type { Duty } from './duty.ts';

/** The referral that the duty is owed for: what settles it names that one. Null where it is owed for none. */
export function referralOf({ settledBy = [] }: Pick<Duty, 'settledBy'>): string | null {
  for (const { data } of settledBy) {
    const id = data['referralId'];
    if (typeof id === 'string') return id;
  }
  return null;
}
