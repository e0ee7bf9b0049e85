/** What the overdue board reads of a duty. No person and no word of a case gets further than this. */

import type { Duty } from '../duty/duty.ts';
import { institutionIdOf } from '../duty/parties.ts';
import { isRecordedLater, statusAt } from '../duty/status.ts';
import type { Instant } from '../time.ts';

export type BoardDuty = Omit<Duty, 'explanation' | 'tellings' | 'sources' | 'parts' | 'startedBy'>;

/**
 * Late at an instant, as far as the board counts it: quiet terms, what was taken over and what nobody can know of are
 * never late (rules of conduct 7, 13, 15), and what was recorded after its day is left out of statistics, unless a
 * child is in danger (11).
 */
export function isOnBoard(duty: BoardDuty, at: Instant): boolean {
  return statusAt(duty, at) === 'late' && isCounted(duty);
}

/** Whether statistics may count it at all, settled or not. */
export function isCounted(duty: BoardDuty): boolean {
  return !duty.takenOver && !duty.answerUnknown && (duty.danger || !isRecordedLater(duty));
}

/** The institution that owes; null for the family and for bodies outside. */
export function owingInstitution({ owedBy }: BoardDuty): string | null {
  return institutionIdOf(owedBy);
}

/** The other institutions that wait, each once. An institution that waits for itself waits for nobody. */
export function waitingInstitutions(duty: BoardDuty): readonly string[] {
  const owing = owingInstitution(duty);
  const waiting = duty.owedTo.map(institutionIdOf).filter((id) => id !== null && id !== owing);
  return [...new Set(waiting)].filter((id) => id !== null);
}
