import { describe, expect, it } from 'vitest';
import type { DutyView } from '../requests/duties.ts';
import { waysToSettle } from './ways-to-settle.ts';

type Duty = DutyView['duty'];
const way = { type: 'referral.acknowledged', data: { referralId: 'r' } } as const;

/** The parts of a duty that count here. */
function duty(kind: string, settledBy: Duty['settledBy'], parts: Duty['parts'] = []): Duty {
  return { kind, parts, settledBy } as Duty;
}

describe('the ways to settle a duty', () => {
  it('offers the takeover to the receiver, not to the school that goes on supporting until then (K 4.2 L1352)', () => {
    expect(waysToSettle(duty('acknowledge-handover', [way]))).toEqual([way]);
    expect(waysToSettle(duty('keep-supporting', [way]))).toEqual([]);
  });

  it('leaves out what is done of a duty in parts', () => {
    const told = { ...way, part: 'told' };
    const parts = [{ part: 'told', doneBy: 'event' }] as unknown as Duty['parts'];
    expect(waysToSettle(duty('danger-report', [told], parts))).toEqual([]);
  });
});
