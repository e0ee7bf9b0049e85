import { describe, expect, it } from 'vitest';
import type { DutyView } from '../requests/duties.ts';
import { acceptanceBefore } from './accept-first.ts';

const learner = { firstName: 'Elza', initial: 'K', className: '5.a' };

/** The parts of a duty that count here. */
function owed(settledBy: string, undecided: DutyView['undecided'], named = false): DutyView {
  const duty = { settledBy: [{ type: settledBy, data: { referralId: 'r' } }] };
  return { dossierId: 'd', duty, undecided, learner: named ? learner : null } as unknown as DutyView;
}
const handover = { referralId: 'r', kindCode: 'handover' };
const letter = { referralId: 'r', kindCode: 'letter' };

describe('what stands before an answer (duties page, 2.5)', () => {
  it('is the takeover of a case, whoever knows the child already', () => {
    expect(acceptanceBefore(owed('reply.sent', handover, true))).toMatchObject({
      asked: { type: 'referral.acknowledged', known: { referralId: 'r', outcomeCode: 'accepted' } },
      isLetter: false,
    });
  });

  it('is the acceptance of a letter that nobody can read before it', () => {
    expect(acceptanceBefore(owed('evaluation.completed', letter))).toMatchObject({ isLetter: true });
    expect(acceptanceBefore(owed('evaluation.completed', letter, true))).toBeNull();
  });

  it('is nothing once it was decided, and before the decision itself', () => {
    expect(acceptanceBefore(owed('reply.sent', null))).toBeNull();
    expect(acceptanceBefore(owed('referral.acknowledged', handover))).toBeNull();
  });
});
