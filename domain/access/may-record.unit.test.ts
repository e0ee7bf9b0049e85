import { describe, expect, it } from 'vitest';
import { national2025 } from '../../procedures/national-2025/index.ts';
import { computeDuties } from '../duty/compute-duties.ts';
import { fact, school, setting, socialService } from '../testing/scenario.ts';
import { mayRecord, type Recorder } from './may-record.ts';

const duties = computeDuties(
  national2025,
  [
    fact('referral.sent', '2026-11-16T10:00+02:00', {
      referralId: 'r1',
      receiverId: socialService,
      kindCode: 'handover',
      channelCode: 'product',
    }),
    fact('referral.received', '2026-11-16T10:00+02:00', { referralId: 'r1', howKnownCode: 'product' }),
  ],
  setting,
);

const recorder = (view: Recorder['view'], institutionId: string): Recorder => ({
  personId: 'somebody',
  institutionId,
  view,
});

describe('who may record what (R 3, duties 7: the least that is needed)', () => {
  it('whoever works on the case records anything', () => {
    expect(mayRecord('case.closed', recorder('full', school), national2025, duties)).toBe(true);
  });

  it('a receiver that has not accepted answers, and does nothing else', () => {
    const receiver = recorder('limited', socialService);
    expect(mayRecord('referral.acknowledged', receiver, national2025, duties)).toBe(true);
    expect(mayRecord('reply.postponed', receiver, national2025, duties)).toBe(true);
    expect(mayRecord('case.closed', receiver, national2025, duties)).toBe(false);
    expect(mayRecord('person.excluded', receiver, national2025, duties)).toBe(false);
  });

  it('whoever owes a duty records what settles it', () => {
    const owner = recorder('deadlines', socialService);
    expect(mayRecord('reply.sent', owner, national2025, duties)).toBe(true);
    expect(mayRecord('reply.sent', recorder('deadlines', 'orphans-court'), national2025, duties)).toBe(false);
  });

  it('danger is recorded by whoever sees it, and by nobody who is excluded (R 5, R 3)', () => {
    expect(mayRecord('danger.suspected', recorder('deadlines', 'council'), national2025, duties)).toBe(true);
    expect(mayRecord('danger.suspected', recorder('none', school), national2025, duties)).toBe(false);
  });
});
