import type { DossierState } from '../dossier/state.ts';

/**
 * Where an institution stands by its referrals: `accepted` one, is `asked`, came in without any (`outside`), or
 * `none`: all that it received were declined, redirected or withdrawn, which cuts access (rules of conduct 17).
 */
export function standingOf(
  institutionId: string,
  state: DossierState,
): 'accepted' | 'asked' | 'outside' | 'none' {
  const received = [...state.referrals.values()].filter(({ receiverId }) => receiverId === institutionId);
  if (received.length === 0) return 'outside';
  const live = received.filter(({ endedBy }) => endedBy === null);
  if (live.some(({ acknowledged }) => acknowledged === 'accepted')) return 'accepted';
  return live.length > 0 ? 'asked' : 'none';
}
