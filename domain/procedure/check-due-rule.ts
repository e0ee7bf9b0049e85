/** Checks of when something is due. */

import { type Starts, startFields } from './check-pattern.ts';
import type { DueRule } from './due-rule.ts';
import { type ProcedureProblem, problem } from './procedure-problem.ts';

/** Days of the months; 29 February exists in some years. */
const longestMonths = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/**
 * Amounts, days and fields of a rule. `asIs`: the duty is one of danger, whose last day stays where it falls
 * (rules of conduct 1).
 */
export function checkDueRule(
  rule: DueRule,
  starts: Starts,
  asIs: boolean,
  path: string,
): readonly ProcedureProblem[] {
  switch (rule.kind) {
    case 'term':
      return [
        ...checkAmount(rule.amount, `${path}.amount`),
        ...checkLanding(rule.landing, asIs, path),
        ...(rule.ceiling === true && rule.landing === 'next'
          ? problem('ceilingLanding', `${path}.landing`, rule.landing)
          : []),
      ];
    case 'agreed':
      return [
        ...checkDayField(rule.field, starts, `${path}.field`),
        ...checkLanding(rule.landing, asIs, path),
        ...checkDueRule(rule.otherwise, starts, asIs, `${path}.otherwise`),
      ];
    case 'before':
      return [
        ...checkDayField(rule.field, starts, `${path}.field`),
        ...checkAmount(rule.amount, `${path}.amount`),
      ];
    case 'endOfPeriod':
      return checkDayField(rule.field, starts, `${path}.field`);
    case 'fixedDate':
      return isDayOfSomeYear(rule.month, rule.day)
        ? []
        : problem('badDay', path, `${rule.month}-${rule.day}`);
    case 'earliestOf':
      if (rule.rules.length === 0) return problem('emptyList', `${path}.rules`);
      return rule.rules.flatMap((one, index) => checkDueRule(one, starts, asIs, `${path}.rules[${index}]`));
    case 'sameDay':
    case 'immediate':
    case 'notTimed':
      return [];
  }
}

/** A field that some starting fact has, and that holds a day or a moment in each that has it. */
export function checkDayField(name: string, starts: Starts, path: string): readonly ProcedureProblem[] {
  const fields = startFields(starts, name);
  if (fields.length === 0) return problem('unknownField', path, name);
  return fields.every(({ kind }) => kind === 'day' || kind === 'moment')
    ? []
    : problem('notADayField', path, name);
}

/** A whole number from 1 up. */
export function checkAmount(amount: number, path: string): readonly ProcedureProblem[] {
  return Number.isInteger(amount) && amount >= 1 ? [] : problem('badAmount', path, amount);
}

function checkLanding(landing: string, asIs: boolean, path: string): readonly ProcedureProblem[] {
  return asIs && landing !== 'asIs' ? problem('dangerLanding', `${path}.landing`, landing) : [];
}

function isDayOfSomeYear(month: number, day: number): boolean {
  const longest = longestMonths[month - 1];
  return longest !== undefined && Number.isInteger(day) && day >= 1 && day <= longest;
}
