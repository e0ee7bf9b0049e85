/** Short names for what procedure files say again and again. They only build data. */
import type { DueRule, Landing, TermUnit } from '../domain/procedure/due-rule.ts';
import type { Correlation, FactPattern } from '../domain/procedure/duty-definition.ts';

/** The n-th working day after the start. */
export function workingDays(amount: number): DueRule {
  return { kind: 'term', amount, unit: 'workingDay', landing: 'next' };
}

/** Whole weeks; a last day that is no working day goes to the next one. */
export function weeks(amount: number): DueRule {
  return { kind: 'term', amount, unit: 'week', landing: 'next' };
}

/** Whole months; a last day that is no working day goes to the next one. */
export function months(amount: number): DueRule {
  return { kind: 'term', amount, unit: 'month', landing: 'next' };
}

/** A ceiling that protects a child: it never lands later than its last day. */
export function atMost(amount: number, unit: TermUnit): DueRule {
  return { kind: 'term', amount, unit, landing: 'previous', ceiling: true };
}

/** The day in a field of the starting fact; `otherwise` where it is empty. */
export function dayIn(field: string, landing: Landing, otherwise: DueRule = notTimed): DueRule {
  return { kind: 'agreed', field, landing, otherwise };
}

/** Late at 24:00 of the day of the start. */
export const sameDay: DueRule = { kind: 'sameDay' };

/** As `sameDay`, and reminds at once. */
export const immediate: DueRule = { kind: 'immediate' };

/** Shown until done, never late. */
export const notTimed: DueRule = { kind: 'notTimed' };

/** The later fact names the same thing as the starting fact, in fields of the same name. */
export function same(field: string): readonly Correlation[] {
  return [{ field, equals: { field } }];
}

/** A field of the later fact holds the starting fact's own id. */
export function namesStart(field: string): readonly Correlation[] {
  return [{ field, equals: 'factId' }];
}

/** A fact whose field holds this code. */
export function factWith(fact: FactPattern['fact'], field: string, is: string | boolean): FactPattern {
  return { fact, where: [{ field, is }] };
}
