import { describe, expect, it } from 'vitest';
import { computeDuties } from '../../domain/duty/compute-duties.ts';
import { fact, setting, socialService } from '../../domain/testing/scenario.ts';
import { exampleProcedure } from './index.ts';

describe('the example procedure', () => {
  it('a risk starts the talk: 5 working days past 18 November (K table 3.2)', () => {
    const risk = fact('risk.identified', '2026-11-16T10:00+02:00', { riskCode: 'motivation' });
    expect(computeDuties(exampleProcedure, [risk], setting)).toMatchObject([
      { kind: 'example-talk', due: { day: '2026-11-24' }, settled: null },
    ]);
  });
  it('the answer to another referral does not settle this one (K 4.3 L1931)', () => {
    const referral = (id: string) => [
      fact(
        'referral.sent',
        '2026-11-16T10:00+02:00',
        { referralId: id, receiverId: socialService, kindCode: 'letter', channelCode: 'product' },
        { id: `sent-${id}` },
      ),
      fact(
        'referral.received',
        '2026-11-16T10:00+02:00',
        { referralId: id, howKnownCode: 'product' },
        { id: `received-${id}` },
      ),
    ];
    const answer = fact('reply.sent', '2026-11-30T10:00+02:00', { referralId: 'b' });
    const duties = computeDuties(exampleProcedure, [...referral('a'), ...referral('b'), answer], setting);
    expect(duties.map(({ key, settled }) => [key, settled?.how ?? 'open'])).toEqual([
      ['example-reply:received-a', 'open'],
      ['example-reply:received-b', 'fulfilled'],
    ]);
  });
  it('every duty belongs to a step and names its source', () => {
    const { duties, steps } = exampleProcedure;
    expect(steps.flatMap((step) => step.duties)).toEqual(duties.map(({ id }) => id));
    expect(duties.every(({ sources }) => sources.length > 0)).toBe(true);
  });
});
