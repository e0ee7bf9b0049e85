/** Checks of fact patterns, their conditions, and how a later fact finds its duty. */

import { isEventType, shapeOf } from '../dossier/event.ts';
import type { Field, FieldKind } from '../dossier/event-field.ts';
import { dutyRefForm, idForm, labelForm } from '../dossier/field-form.ts';
import { isCalendarDay, isInstant } from '../time.ts';
import type { Condition, Correlation, FactPattern } from './duty-definition.ts';
import { institutionKinds } from './party.ts';
import { type ProcedureProblem, problem } from './procedure-problem.ts';

/** What the facts that start a duty carry, for checks of what comes later. */
export type Starts = {
  readonly patterns: readonly FactPattern[];
  /** The list field each element of which starts a duty of its own. */
  readonly perId?: string;
};

const listKinds: readonly FieldKind[] = ['ids', 'labels', 'dutyRefs', 'codes'];

/** The field of a type of fact, or undefined where type or field does not exist. */
export function fieldIn(fact: string, name: string): Field | undefined {
  if (!isEventType(fact)) return undefined;
  const { fields } = shapeOf(fact);
  return Object.hasOwn(fields, name) ? fields[name] : undefined;
}

/** The field as each starting fact that has it carries it. */
export function startFields(starts: Starts, name: string): readonly Field[] {
  return starts.patterns.flatMap(({ fact }) => fieldIn(fact, name) ?? []);
}

/** The fact exists and every condition can hold of it. */
export function checkPattern(pattern: FactPattern, path: string): readonly ProcedureProblem[] {
  if (!isEventType(pattern.fact)) return problem('unknownFact', `${path}.fact`, pattern.fact);
  if (pattern.where === undefined) return [];
  return checkConditions(pattern.where, pattern.fact, `${path}.where`);
}

/** Several patterns, at least one. */
export function checkPatterns(patterns: readonly FactPattern[], path: string): readonly ProcedureProblem[] {
  if (patterns.length === 0) return problem('emptyList', path);
  return patterns.flatMap((pattern, index) => checkPattern(pattern, `${path}[${index}]`));
}

/** Conditions on one fact. */
export function checkConditions(
  conditions: readonly Condition[],
  fact: string,
  path: string,
): readonly ProcedureProblem[] {
  return conditions.flatMap((condition, index) => checkCondition(condition, fact, `${path}[${index}]`));
}

function checkCondition(condition: Condition, fact: string, path: string): readonly ProcedureProblem[] {
  if ('not' in condition) return checkCondition(condition.not, fact, `${path}.not`);
  if ('receiverKind' in condition) {
    const reachable = fieldIn(fact, 'receiverId') ?? fieldIn(fact, 'referralId');
    const known = checkCodes(condition.receiverKind, institutionKinds, `${path}.receiverKind`);
    return reachable === undefined ? [...problem('unknownField', path, 'receiverId'), ...known] : known;
  }
  if ('actorKind' in condition) {
    return checkCodes(condition.actorKind, institutionKinds, `${path}.actorKind`);
  }
  if ('referralKind' in condition || 'referralFlag' in condition) {
    const missing =
      fieldIn(fact, 'referralId') === undefined ? problem('unknownField', path, 'referralId') : [];
    if ('referralFlag' in condition) return missing;
    const kinds = fieldIn('referral.sent', 'kindCode');
    const allowed = kinds !== undefined && 'codes' in kinds ? kinds.codes : [];
    return [...missing, ...checkCodes(condition.referralKind, allowed, `${path}.referralKind`)];
  }
  const field = fieldIn(fact, condition.field);
  if (field === undefined) return problem('unknownField', `${path}.field`, condition.field);
  if ('present' in condition) return [];
  if ('includes' in condition) {
    if (!listKinds.includes(field.kind)) return problem('wrongKind', `${path}.field`, condition.field);
    return checkValue(elementOf(field), condition.includes, `${path}.includes`);
  }
  if (listKinds.includes(field.kind)) return problem('wrongKind', `${path}.field`, condition.field);
  if ('is' in condition) return checkValue(field, condition.is, `${path}.is`);
  if (condition.oneOf.length === 0) return problem('emptyList', `${path}.oneOf`);
  return condition.oneOf.flatMap((value, index) => checkValue(field, value, `${path}.oneOf[${index}]`));
}

/** The field as one element of it. */
function elementOf(field: Field): Field {
  if (field.kind === 'codes') return { kind: 'code', codes: field.codes };
  if (field.kind === 'ids') return { kind: 'id' };
  return field.kind === 'labels' ? { kind: 'label' } : { kind: 'dutyRef' };
}

const valueForms: Readonly<
  Record<Exclude<FieldKind, 'code' | 'codes' | 'ids' | 'labels' | 'dutyRefs'>, (value: unknown) => boolean>
> = {
  id: (value) => typeof value === 'string' && idForm.test(value),
  label: (value) => typeof value === 'string' && labelForm.test(value),
  dutyRef: (value) => typeof value === 'string' && dutyRefForm.test(value),
  day: isCalendarDay,
  moment: isInstant,
  flag: (value) => typeof value === 'boolean',
  count: (value) => typeof value === 'number' && Number.isInteger(value) && value >= 0,
};

/** Could a fact ever hold this value? */
function checkValue(field: Field, value: unknown, path: string): readonly ProcedureProblem[] {
  if (field.kind === 'code') {
    const listed = typeof value === 'string' && field.codes.includes(value);
    return listed ? [] : problem('unknownCode', path, value);
  }
  if (
    field.kind === 'codes' ||
    field.kind === 'ids' ||
    field.kind === 'labels' ||
    field.kind === 'dutyRefs'
  ) {
    return problem('wrongKind', path, value);
  }
  return valueForms[field.kind](value) ? [] : problem('wrongKind', path, value);
}

/** Codes of a closed list, at least one. */
export function checkCodes(
  codes: readonly string[],
  allowed: readonly string[],
  path: string,
): readonly ProcedureProblem[] {
  if (codes.length === 0) return problem('emptyList', path);
  return codes.flatMap((code, index) =>
    allowed.includes(code) ? [] : problem('unknownCode', `${path}[${index}]`, code),
  );
}

/** The later fact and the starting ones have fields of the same kind, so that they can be equal at all. */
export function checkCorrelations(
  correlations: readonly Correlation[] | undefined,
  later: string,
  starts: Starts,
  path: string,
): readonly ProcedureProblem[] {
  return (correlations ?? []).flatMap((correlation, index) =>
    checkCorrelation(correlation, later, starts, `${path}[${index}]`),
  );
}

function checkCorrelation(
  { field, equals }: Correlation,
  later: string,
  starts: Starts,
  path: string,
): readonly ProcedureProblem[] {
  if (!isEventType(later)) return [];
  const laterField = fieldIn(later, field);
  if (laterField === undefined) return problem('unknownField', `${path}.field`, field);
  if (listKinds.includes(laterField.kind)) return problem('wrongKind', `${path}.field`, field);
  if (equals === 'factId' || equals === 'element') {
    if (equals === 'element' && starts.perId === undefined) return problem('noElement', `${path}.equals`);
    return laterField.kind === 'id' ? [] : problem('wrongKind', `${path}.field`, field);
  }
  const inStarts = startFields(starts, equals.field);
  if (inStarts.length === 0) return problem('unknownField', `${path}.equals.field`, equals.field);
  return inStarts.every(({ kind }) => kind === laterField.kind)
    ? []
    : problem('wrongKind', `${path}.equals.field`, equals.field);
}
