/** Does a fact match a pattern, and does a later fact belong to a duty's starting fact? */
import { fieldOf } from '../dossier/event.ts';
import type { Fact, Facts } from '../dossier/facts.ts';
import type { DossierState, Referral } from '../dossier/state.ts';
import type { Condition, Correlation, FactPattern } from '../procedure/duty-definition.ts';
import type { InstitutionKind } from '../procedure/party.ts';
import type { DossierSetting } from './setting.ts';

export type MatchContext = {
  readonly facts: Facts;
  readonly state: DossierState;
  readonly setting: DossierSetting;
};

/** A start of a duty: the fact, and the element of its list where one duty arises for each. */
export type Start = { readonly fact: Fact; readonly element: string | null };

/** Facts that match a pattern, in order. */
export function matching(pattern: FactPattern, context: MatchContext): readonly Fact[] {
  return (context.facts.ofType.get(pattern.fact) ?? []).filter((fact) => matches(fact, pattern, context));
}

/** Is the fact of the pattern's type, and does every condition hold? */
export function matches(fact: Fact, pattern: FactPattern, context: MatchContext): boolean {
  return fact.event.type === pattern.fact && meets(fact, pattern.where ?? [], context);
}

/** Does every condition hold for the fact? */
export function meets(fact: Fact, where: readonly Condition[], context: MatchContext): boolean {
  return where.every((condition) => holds(condition, fact, context));
}

function holds(condition: Condition, fact: Fact, context: MatchContext): boolean {
  if ('not' in condition) return !holds(condition.not, fact, context);
  if ('receiverKind' in condition) {
    return kindIn(receiverOf(fact, context), condition.receiverKind, context.setting);
  }
  if ('actorKind' in condition) return kindIn(fact.event.institution, condition.actorKind, context.setting);
  if ('referralKind' in condition) {
    const referral = referralOf(fact, context);
    return referral !== null && condition.referralKind.includes(referral.kindCode);
  }
  if ('referralFlag' in condition) return (referralOf(fact, context)?.answerWanted ?? false) === condition.is;
  const value = fieldOf(fact.event, condition.field);
  if ('is' in condition) return value === condition.is;
  if ('oneOf' in condition) return typeof value === 'string' && condition.oneOf.includes(value);
  if ('includes' in condition) return Array.isArray(value) && value.includes(condition.includes);
  return (value !== undefined) === condition.present;
}

/** The referral that a fact names, or null. */
export function referralOf(fact: Fact, context: MatchContext): Referral | null {
  const referralId = fieldOf(fact.event, 'referralId');
  return typeof referralId === 'string' ? (context.state.referrals.get(referralId) ?? null) : null;
}

function receiverOf(fact: Fact, context: MatchContext): string | null {
  const own = fieldOf(fact.event, 'receiverId');
  return typeof own === 'string' ? own : (referralOf(fact, context)?.receiverId ?? null);
}

function kindIn(
  institutionId: string | null,
  kinds: readonly InstitutionKind[],
  setting: DossierSetting,
): boolean {
  const kind = institutionId === null ? undefined : setting.institutions[institutionId]?.kind;
  return kind !== undefined && kinds.includes(kind);
}

/** Does the later fact name what the start named? Without correlations every fact belongs. */
export function correlates(
  later: Fact,
  start: Start,
  correlations: readonly Correlation[] | undefined,
): boolean {
  return (correlations ?? []).every(({ field, equals }) => {
    const value = fieldOf(later.event, field);
    if (equals === 'factId') return value === start.fact.event.id;
    if (equals === 'element') return value === start.element;
    return value !== undefined && value === fieldOf(start.fact.event, equals.field);
  });
}
