/**
 * Which institutions already take part in a dossier. A duty may be owed to an institution that nobody has told yet
 * (the social service, the police): until somebody does, it neither sees the dossier nor hears of a late duty, for
 * the product reports to nobody by itself (rules of conduct 2 and 19).
 */
import { isNoWork } from '../access/act-of-fact.ts';
import { dataOf } from '../dossier/event.ts';
import type { Fact } from '../dossier/facts.ts';
import type { InstitutionKind, PartyExpression } from '../procedure/party.ts';
import type { Party } from './duty.ts';
import type { MatchContext } from './match.ts';

/** Facts of these families happen at, or were brought to, the institution of this kind that serves the case. */
const families: Readonly<Record<string, InstitutionKind>> = {
  group: 'cooperationGroup',
  meeting: 'cooperationGroup',
  court: 'orphansCourt',
  commission: 'administrativeCommission',
  consultation: 'educationBoard',
  complaint: 'educationBoard',
  resources: 'educationBoard',
  bac: 'childProtectionCentre',
};

/** The side that waits, without its institution's id while that institution is only a kind and not yet involved. */
export function waitingParty(
  expression: PartyExpression,
  party: Party,
  owingInstitutionId: string | null,
  context: MatchContext,
): Party {
  if (expression.party !== 'institution' || party.party !== 'institution') return party;
  const named = typeof expression.at === 'object' || /^(actor|referral)/.test(expression.at);
  const { institutionId } = party;
  if (named || institutionId === null || institutionId === owingInstitutionId) return party;
  return isInvolved(institutionId, context) ? party : { ...party, institutionId: null };
}

function isInvolved(institutionId: string, { facts, state, setting }: MatchContext): boolean {
  return (
    institutionId === setting.homeInstitutionId ||
    state.managers.some((manager) => manager.institutionId === institutionId) ||
    facts.all.some((fact) => concerns(fact, institutionId, { facts, state, setting }))
  );
}

/**
 * A draft involves nobody: until the complaint is sent, the board knows nothing of it. To look in an emergency, or to ask
 * for a correction, is no part in the case either.
 */
function concerns({ event }: Fact, institutionId: string, { state, setting }: MatchContext): boolean {
  if (isNoWork(event.type)) return false;
  if (event.type === 'referral.sent') {
    const ended = state.referrals.get(event.data.referralId)?.endedBy ?? null;
    return ended === null && event.data.receiverId === institutionId;
  }
  if (event.institution === institutionId) return true;
  const family = event.type === 'complaint.drafted' ? undefined : families[event.type.split('.')[0] ?? ''];
  if (family !== undefined && setting.serving[family] === institutionId) return true;
  return Object.entries(dataOf(event)).some(
    ([field, value]) =>
      field !== 'aboutInstitutionId' &&
      (value === institutionId || (Array.isArray(value) && value.includes(institutionId))),
  );
}
