/** Do the data of a fact say exactly what the vocabulary asks? Nothing is coerced, dropped or filled in. */
import { isCalendarDay, isInstant } from '../time.ts';
import { type EventType, shapeOf } from './event.ts';
import type { Field } from './event-field.ts';
import { dutyRefForm, idForm, labelForm, largestCount, longestList } from './field-form.ts';

export type FactProblemCode =
  | 'notAnObject'
  | 'unknownField'
  | 'missing'
  | 'notAnId'
  | 'notADay'
  | 'notAMoment'
  | 'notAFlag'
  | 'notACount'
  | 'notALabel'
  | 'notADutyRef'
  | 'notAList'
  | 'emptyList'
  | 'tooMany'
  | 'duplicate'
  | 'notInList';

/** `path` points into the data (`learnerIds[2]`), empty for the data as a whole. */
export type FactProblem =
  | { readonly code: Exclude<FactProblemCode, 'notInList'>; readonly path: string }
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

function checkField(field: Field, value: unknown, path: string): readonly FactProblem[] {
  switch (field.kind) {
    case 'id':
      return matches(value, idForm) ? [] : [{ code: 'notAnId', path }];
    case 'label':
      return matches(value, labelForm) ? [] : [{ code: 'notALabel', path }];
    case 'dutyRef':
      return matches(value, dutyRefForm) ? [] : [{ code: 'notADutyRef', path }];
    case 'day':
      return isCalendarDay(value) ? [] : [{ code: 'notADay', path }];
    case 'moment':
      return isInstant(value) ? [] : [{ code: 'notAMoment', path }];
    case 'flag':
      return typeof value === 'boolean' ? [] : [{ code: 'notAFlag', path }];
    case 'count':
      return isCount(value) ? [] : [{ code: 'notACount', path }];
    case 'code':
      return typeof value === 'string' && field.codes.includes(value)
        ? []
        : [{ code: 'notInList', path, allowed: field.codes }];
    case 'ids':
      return checkList(value, path, { kind: 'id' });
    case 'labels':
      return checkList(value, path, { kind: 'label' });
    case 'dutyRefs':
      return checkList(value, path, { kind: 'dutyRef' });
    case 'codes':
      return checkList(value, path, { kind: 'code', codes: field.codes });
  }
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
  return (
    typeof value === 'number' &&
    Number.isInteger(value) &&
    !Object.is(value, -0) &&
    value >= 0 &&
    value <= largestCount
  );
}
