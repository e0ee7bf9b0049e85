/** Do the data of a fact say exactly what the vocabulary asks? Nothing is coerced, dropped or filled in. */
import { isCalendarDay, isInstant } from '../time.ts';
import { type EventType, shapeOf } from './event.ts';
import type { Field, FieldKind } from './event-field.ts';
import { dutyRefForm, idForm, labelForm, largestCount, longestList } from './field-form.ts';

export const factProblemCodes = [
  'notAnObject',
  'unknownField',
  'missing',
  'notAnId',
  'notADay',
  'notAMoment',
  'notAFlag',
  'notACount',
  'notALabel',
  'notADutyRef',
  'notAList',
  'emptyList',
  'tooMany',
  'duplicate',
  'notInList',
] as const;
export type FactProblemCode = (typeof factProblemCodes)[number];

type SimpleCode = Exclude<FactProblemCode, 'notInList'>;

/** `path` points into the data (`learnerIds[2]`), empty for the data as a whole. */
export type FactProblem =
  | { readonly code: SimpleCode; readonly path: string }
  | { readonly code: 'notInList'; readonly path: string; readonly allowed: readonly string[] };

/** Every problem of the data, fields of the vocabulary first, in its order; empty where the data are right. */
export function checkFact(type: EventType, data: unknown): readonly FactProblem[] {
  if (!isPlainObject(data)) return [{ code: 'notAnObject', path: '' }];
  const { fields } = shapeOf(type);
  const known = Object.entries(fields).flatMap(([name, field]) => {
    if (!Object.hasOwn(data, name)) {
      return field.optional === true ? [] : [{ code: 'missing', path: name } as const];
    }
    return checkField(field, data[name], name);
  });
  const unknown = Object.keys(data)
    .filter((name) => !Object.hasOwn(fields, name))
    .map((name) => ({ code: 'unknownField', path: name }) as const);
  return [...known, ...unknown];
}

function isPlainObject(data: unknown): data is Readonly<Record<string, unknown>> {
  return typeof data === 'object' && data !== null && !Array.isArray(data);
}

/** What one value of each kind must be. */
const simpleKinds: Readonly<
  Record<
    Exclude<FieldKind, 'code' | 'codes' | 'ids' | 'labels' | 'dutyRefs'>,
    { readonly holds: (value: unknown) => boolean; readonly otherwise: SimpleCode }
  >
> = {
  id: { holds: (value) => matches(value, idForm), otherwise: 'notAnId' },
  label: { holds: (value) => matches(value, labelForm), otherwise: 'notALabel' },
  dutyRef: { holds: (value) => matches(value, dutyRefForm), otherwise: 'notADutyRef' },
  day: { holds: isCalendarDay, otherwise: 'notADay' },
  moment: { holds: isInstant, otherwise: 'notAMoment' },
  flag: { holds: (value) => typeof value === 'boolean', otherwise: 'notAFlag' },
  count: { holds: isCount, otherwise: 'notACount' },
};

/** The kind of a list's elements. */
const elementKinds = { ids: 'id', labels: 'label', dutyRefs: 'dutyRef' } as const;

function checkField(field: Field, value: unknown, path: string): readonly FactProblem[] {
  if (field.kind === 'codes') return checkList(value, path, { kind: 'code', codes: field.codes });
  if (field.kind === 'ids' || field.kind === 'labels' || field.kind === 'dutyRefs') {
    return checkList(value, path, { kind: elementKinds[field.kind] });
  }
  if (field.kind === 'code') {
    const listed = typeof value === 'string' && field.codes.includes(value);
    return listed ? [] : [{ code: 'notInList', path, allowed: field.codes }];
  }
  const { holds, otherwise } = simpleKinds[field.kind];
  return holds(value) ? [] : [{ code: otherwise, path }];
}

function checkList(value: unknown, path: string, element: Field): readonly FactProblem[] {
  if (!Array.isArray(value)) return [{ code: 'notAList', path }];
  if (value.length === 0) return [{ code: 'emptyList', path }];
  if (value.length > longestList) return [{ code: 'tooMany', path }];
  return value.flatMap((one: unknown, index) => {
    const at = `${path}[${index}]`;
    const problems = checkField(element, one, at);
    return problems.length === 0 && value.indexOf(one) < index ? [{ code: 'duplicate', path: at }] : problems;
  });
}

function matches(value: unknown, form: RegExp): boolean {
  return typeof value === 'string' && form.test(value);
}

function isCount(value: unknown): boolean {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= largestCount;
}
