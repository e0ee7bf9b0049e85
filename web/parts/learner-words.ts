/** How lists call a learner: short, the whole name stands in the case only (design, principle 7). */
import type { DutyView } from '../requests/duties.ts';

type InShort = NonNullable<DutyView['learner']>;

/** “Toms Ā.” */
export function shortName({ firstName, initial }: Pick<InShort, 'firstName' | 'initial'>): string {
  return `${firstName} ${initial}.`;
}

/** “Toms Ā., 5.b” */
export function nameAndClass(learner: InShort): string {
  return `${shortName(learner)}, ${learner.className}`;
}
