/** Conditions that name a duty (`period.started` of `rules-briefing`) name one of the same procedure. */
import { fieldIn } from './check-pattern.ts';
import type { Condition, DutyDefinition } from './duty-definition.ts';
import { type ProcedureProblem, problem } from './procedure-problem.ts';

/** Looks through every fact pattern of the duty, wherever it stands. */
export function checkDutyNames(
  duty: DutyDefinition,
  dutyIds: ReadonlySet<string>,
  path: string,
): readonly ProcedureProblem[] {
  return walk(duty, dutyIds, path);
}

function walk(value: unknown, dutyIds: ReadonlySet<string>, path: string): readonly ProcedureProblem[] {
  if (Array.isArray(value)) {
    return value.flatMap((one: unknown, index) => walk(one, dutyIds, `${path}[${index}]`));
  }
  if (typeof value !== 'object' || value === null) return [];
  const inside = Object.entries(value).flatMap(([key, one]) => walk(one, dutyIds, `${path}.${key}`));
  const { fact, where } = value as { readonly fact?: unknown; readonly where?: readonly Condition[] };
  if (typeof fact !== 'string' || where === undefined) return inside;
  const named = where.flatMap((condition, index) =>
    'field' in condition && 'is' in condition && fieldIn(fact, condition.field)?.kind === 'dutyRef'
      ? checkName(condition.is, dutyIds, `${path}.where[${index}].is`)
      : [],
  );
  return [...inside, ...named];
}

function checkName(
  name: string | boolean | number,
  dutyIds: ReadonlySet<string>,
  path: string,
): readonly ProcedureProblem[] {
  return typeof name === 'string' && !dutyIds.has(name) ? problem('unknownDuty', path, name) : [];
}
