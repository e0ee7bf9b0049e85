/** Any fact that the vocabulary allows, for property tests. */
import * as fc from 'fast-check';
import { addDays, calendarDay, plusMilliseconds, startOfDay } from '../../time.ts';
import { type EventType, shapeOf } from '../event.ts';
import type { Field, FieldKind } from '../event-field.ts';
import { eventVocabulary } from '../vocabulary/index.ts';

export const allEventTypes = Object.keys(eventVocabulary) as readonly EventType[];

const firstDay = calendarDay('2024-01-01');

export const arbitraryId = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9_-]{0,20}$/);
export const arbitraryLabel = fc.stringMatching(/^[A-Za-zĀāŠš0-9][A-Za-zāš0-9.:/_-]{0,20}$/);
export const arbitraryDutyRef = fc
  .tuple(
    fc.stringMatching(/^[a-z]{1,9}(?:-[a-z]{1,9}){0,2}(?:@[A-Za-z]{1,9})?$/),
    fc.array(arbitraryId, { maxLength: 2 }),
  )
  .map(([kind, ids]) => [kind, ...ids].join(':'));
export const arbitraryDay = fc.integer({ min: 0, max: 1500 }).map((count) => addDays(firstDay, count));
export const arbitraryMoment = fc
  .integer({ min: 0, max: 1500 * 86_400_000 })
  .map((milliseconds) => plusMilliseconds(startOfDay(firstDay), milliseconds));

function valueOf(field: Field): fc.Arbitrary<unknown> {
  const some = (one: fc.Arbitrary<unknown>) => fc.uniqueArray(one, { minLength: 1, maxLength: 4 });
  switch (field.kind) {
    case 'id':
      return arbitraryId;
    case 'day':
      return arbitraryDay;
    case 'moment':
      return arbitraryMoment;
    case 'flag':
      return fc.boolean();
    case 'count':
      return fc.integer({ min: 0, max: 1_000_000 });
    case 'label':
      return arbitraryLabel;
    case 'dutyRef':
      return arbitraryDutyRef;
    case 'ids':
      return some(arbitraryId);
    case 'labels':
      return some(arbitraryLabel);
    case 'dutyRefs':
      return some(arbitraryDutyRef);
    case 'code':
      return fc.constantFrom(...field.codes);
    case 'codes':
      return some(fc.constantFrom(...field.codes));
  }
}

/** Valid data of one type of fact; fields that may be left out are there or not. */
export function arbitraryData(type: EventType): fc.Arbitrary<Record<string, unknown>> {
  const { fields } = shapeOf(type);
  return fc.record(
    Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, valueOf(field)])),
    {
      requiredKeys: Object.keys(fields).filter((name) => fields[name]?.optional !== true),
      noNullPrototype: true,
    },
  );
}

/** A type of fact with valid data. */
export const arbitraryFact: fc.Arbitrary<{
  readonly type: EventType;
  readonly data: Record<string, unknown>;
}> = fc.constantFrom(...allEventTypes).chain((type) => arbitraryData(type).map((data) => ({ type, data })));

/** Values that no kind of field takes. */
const wrongForAll: readonly unknown[] = [
  null,
  '',
  ' ',
  'Anna Bērziņa',
  -1,
  1.5,
  2_000_000,
  Number.NaN,
  {},
  [],
  [null],
];
const notDays = ['2026-02-30', '2026-1-1', '21.11.2026', '+2026-11-21', '1026-11-21', '2026-11-21\n'];
const notMoments = [
  '2026-11-21',
  '2026-11-21T22:00:00Z',
  '2026-11-21T24:00:00.000Z',
  '2026-11-21T22:00:00.000+02:00',
];
const notIds = ['two words', 'a'.repeat(65), '-a', 'a:b', 'ā', 'x\n', 7, true];
const notLabels = ['two words', 'a'.repeat(61), ' 1', '1 ', 'a@b.lv', 'x\n', 7, true];
const notDutyRefs = ['Reply', 'a'.repeat(61), 'a:b:c:d', 'a:', 'a@', 'x\n', 7, true];

/** A list that is wrong as a whole, holds one twice, or holds one that is wrong. */
function notLists(wrongElements: readonly unknown[], right: string): readonly unknown[] {
  const tooMany = Array.from({ length: 201 }, (_, index) => `a${index}`);
  return [right, [[right]], [right, right], tooMany, ...wrongElements.map((wrong) => [right, wrong])];
}

const wrongByKind: Readonly<Record<FieldKind, readonly unknown[]>> = {
  id: notIds,
  day: notDays,
  moment: notMoments,
  flag: ['true', 0, 1],
  count: ['3', true],
  label: notLabels,
  dutyRef: notDutyRefs,
  code: ['no-such-code', 'constructor', 0, true],
  ids: notLists(notIds, 'a'),
  labels: notLists(notLabels, 'a'),
  dutyRefs: notLists(notDutyRefs, 'a'),
  codes: ['no-such-code', ['no-such-code'], [0]],
};

/** A valid fact with a single thing made wrong. */
export const arbitraryBrokenFact: fc.Arbitrary<{
  readonly type: EventType;
  readonly data: Record<string, unknown>;
  readonly broken: string;
}> = arbitraryFact.chain(({ type, data }) => {
  const { fields } = shapeOf(type);
  const names = Object.keys(fields);
  const required = names.filter((name) => fields[name]?.optional !== true);
  const extra = fc
    .constantFrom('note', 'learnerName', '__proto__', 'constructor', 'toString')
    .map((name) => ({ type, data: withField(data, name, 'x'), broken: name }));
  const wrong = Object.entries(fields).map(([name, { kind }]) =>
    fc
      .constantFrom(...wrongForAll, ...wrongByKind[kind])
      .map((value) => ({ type, data: withField(data, name, value), broken: name })),
  );
  const without = required.map((name) =>
    fc.constant({
      type,
      data: Object.fromEntries(Object.entries(data).filter(([key]) => key !== name)),
      broken: name,
    }),
  );
  return fc.oneof(extra, ...wrong, ...without);
});

function withField(data: Record<string, unknown>, name: string, value: unknown): Record<string, unknown> {
  return Object.fromEntries([...Object.entries(data), [name, value]]);
}
