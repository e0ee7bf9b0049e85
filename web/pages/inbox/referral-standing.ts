/** How a referral stands, as a fact and not as blame (rules of conduct 10). Pure. */
import type { ReferralView } from '../../requests/referrals.ts';

export type ReferralStanding =
  | 'withdrawn'
  | 'declined'
  | 'redirected'
  | 'disputed'
  | 'answered'
  | 'supplementAsked'
  | 'notReceived'
  | 'notDecided'
  | 'notAnswered'
  | 'accepted'
  | 'nothingAsked';

export function standingOf(referral: ReferralView): ReferralStanding {
  const { withdrawn, acknowledged, answered, supplements, received, kindCode, duties } = referral;
  if (withdrawn !== null) return 'withdrawn';
  if (acknowledged?.outcomeCode === 'declined') return 'declined';
  if (acknowledged?.outcomeCode === 'redirected') return 'redirected';
  if (answered !== null) return answered.disputed ? 'disputed' : 'answered';
  if (supplements.some(({ givenOn }) => givenOn === null)) return 'supplementAsked';
  if (received === null) return 'notReceived';
  if (acknowledged === null && kindCode === 'handover') return 'notDecided';
  if (duties.length > 0) return 'notAnswered';
  return acknowledged === null ? 'nothingAsked' : 'accepted';
}

/** Whether the institution, or one of its staff, owes it. */
export function isOwedBy(
  owner: ReferralView['duties'][number]['duty']['owedBy'],
  institutionId: string,
): boolean {
  return (owner.party === 'institution' || owner.party === 'person') && owner.institutionId === institutionId;
}
