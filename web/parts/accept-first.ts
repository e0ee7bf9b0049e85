/** A referral is decided about before it is worked on: the same in the inbox, on Today and in the case. Pure. */
import type { DutyView } from '../requests/duties.ts';
import type { FactToAsk } from './record-fact/record-fact.tsx';

export type Acceptance = { readonly asked: FactToAsk; readonly isLetter: boolean };

type Undecided = { readonly kindCode: string; readonly learner: DutyView['learner'] };

/** A case is taken or not; whatever else was sent is answered by somebody who can read what is asked. */
export function isAcceptedFirst({ kindCode, learner }: Undecided): boolean {
  return kindCode === 'handover' || learner === null;
}

/** Accepting the referral of which the duty is owed; null where nothing stands before settling it. */
export function acceptanceBefore({ duty, dossierId, learner, undecided }: DutyView): Acceptance | null {
  if (undecided === null || !isAcceptedFirst({ ...undecided, learner })) return null;
  // What is owed is the decision itself, which asks which one it is.
  if (duty.settledBy?.[0]?.type === 'referral.acknowledged') return null;
  const { referralId, kindCode } = undecided;
  return { asked: { dossierId, ...acceptance(referralId) }, isLetter: kindCode !== 'handover' };
}

export function acceptance(referralId: string): Omit<FactToAsk, 'dossierId'> {
  return {
    type: 'referral.acknowledged',
    known: { referralId, outcomeCode: 'accepted' },
    without: ['reasonCode', 'redirectedToId'],
  };
}
