import { describe, expect, it } from 'vitest';
import { type Decisions, decideAll, missingOf, requestOf } from './decisions.ts';

const learner = (dossierId: string) => ({
  dossierId,
  caseNumber: '2026-0001',
  learner: { firstName: 'Anna', initial: 'K', className: '5.b' },
  from: '2026-11-01' as never,
  until: '2026-11-30' as never,
  count: 12,
});
const learners = [learner('a'), learner('b')];
const blank: Decisions = { text: '', of: {}, idempotencyKey: 'key' };

describe('R 16: bulk acts and a reason per child', () => {
  it('one press decides about all, and leaves the reasons that were typed', () => {
    const typed = { ...blank, of: { b: { needed: null, reason: 'Ilgāk slims.' } } };
    const all = decideAll(typed, learners, false);
    expect(requestOf({ ...all, text: ' Gripa. ' }, { thresholdId: 'days-in-month', learners })).toEqual({
      thresholdId: 'days-in-month',
      text: 'Gripa.',
      learners: [
        { dossierId: 'a', needed: false },
        { dossierId: 'b', needed: false, reason: 'Ilgāk slims.' },
      ],
    });
  });

  it('nobody is passed over, and what is not needed has a reason', () => {
    expect(missingOf(blank, 'a')).toBe('choice');
    const none = decideAll(blank, learners, false);
    expect(missingOf(none, 'a')).toBe('reason');
    expect(missingOf({ ...none, text: 'Gripa.' }, 'a')).toBeNull();
    expect(missingOf(decideAll(blank, learners, true), 'a')).toBeNull();
  });
});
