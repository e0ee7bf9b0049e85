import { describe, expect, it } from 'vitest';
import { shapeOf } from '../domain/dossier/event.ts';
import type { DueRule } from '../domain/procedure/due-rule.ts';
import type {
  Condition,
  Correlation,
  DutyDefinition,
  FactPattern,
  Fulfilment,
} from '../domain/procedure/duty-definition.ts';
import { national2025 } from './national-2025/index.ts';

function fieldsOf(condition: Condition): readonly string[] {
  if ('not' in condition) return fieldsOf(condition.not);
  return 'field' in condition ? [condition.field] : [];
}

function patternsOf(fulfilment: Fulfilment): readonly FactPattern[] {
  if ('allOf' in fulfilment) return fulfilment.allOf.flatMap(patternsOf);
  if ('anyOf' in fulfilment) return fulfilment.anyOf.flatMap(patternsOf);
  return [fulfilment.by];
}

function correlationsOf(
  fulfilment: Fulfilment,
): readonly { readonly by: FactPattern; readonly match: readonly Correlation[] }[] {
  if ('allOf' in fulfilment) return fulfilment.allOf.flatMap(correlationsOf);
  if ('anyOf' in fulfilment) return fulfilment.anyOf.flatMap(correlationsOf);
  return [{ by: fulfilment.by, match: 'match' in fulfilment ? (fulfilment.match ?? []) : [] }];
}

function startPatterns({ startsWhen }: DutyDefinition): readonly FactPattern[] {
  if ('each' in startsWhen) return startsWhen.each;
  return 'all' in startsWhen ? startsWhen.all : startsWhen.series;
}

/** Codes that a condition compares a field with. */
function codesOf(condition: Condition): readonly string[] {
  if ('not' in condition) return codesOf(condition.not);
  if ('is' in condition && 'field' in condition) {
    return typeof condition.is === 'string' ? [condition.is] : [];
  }
  if ('oneOf' in condition) return condition.oneOf;
  return 'includes' in condition ? [condition.includes] : [];
}

const { duties } = national2025;

describe('the data speaks the vocabulary of facts (section 9)', () => {
  it('every condition names a field of its fact, and a code of that field', () => {
    const patterns = duties.flatMap((duty) => [
      ...startPatterns(duty),
      ...patternsOf(duty.settledBy),
      ...(duty.variants ?? []).flatMap(({ settledBy }) =>
        settledBy === undefined ? [] : patternsOf(settledBy),
      ),
      ...(duty.variants ?? []).flatMap(({ where }) =>
        startPatterns(duty)
          .filter(({ fact }) =>
            where.every((one) => fieldsOf(one).every((field) => field in shapeOf(fact).fields)),
          )
          .map(({ fact }) => ({ fact, where })),
      ),
      ...(duty.endedBy ?? []).map(({ by }) => by),
      ...(duty.postponedBy ?? []).map(({ by }) => by),
    ]);
    for (const { fact, where } of patterns) {
      const { fields } = shapeOf(fact);
      for (const condition of where ?? []) {
        for (const field of fieldsOf(condition)) {
          const shape = fields[field];
          expect(shape, `${fact}.${field}`).toBeDefined();
          if (shape?.kind === 'code' || shape?.kind === 'codes') {
            expect(shape.codes, `${fact}.${field}`).toEqual(expect.arrayContaining([...codesOf(condition)]));
          }
        }
      }
    }
  });
  it('correlations compare a field of the later fact with a field of a starting fact', () => {
    for (const duty of duties) {
      const starts = startPatterns(duty);
      const matches = [
        ...correlationsOf(duty.settledBy),
        ...(duty.postponedBy ?? []).map(({ by, match }) => ({ by, match })),
      ];
      for (const { by, match } of matches) {
        for (const { field, equals } of match) {
          expect(shapeOf(by.fact).fields[field], `${duty.id}: ${by.fact}.${field}`).toBeDefined();
          if (typeof equals === 'object') {
            expect(
              starts.some(({ fact }) => shapeOf(fact).fields[equals.field] !== undefined),
              `${duty.id}: ${equals.field}`,
            ).toBe(true);
          }
        }
      }
    }
  });
  it('terms, variants and owners read fields that a starting fact has', () => {
    for (const duty of duties) {
      const known = new Set(startPatterns(duty).flatMap(({ fact }) => Object.keys(shapeOf(fact).fields)));
      const { startsWhen } = duty;
      const perId = 'each' in startsWhen ? startsWhen.perId : undefined;
      const read = [
        ...dayFields(duty.due),
        ...(duty.runsFrom === undefined ? [] : [duty.runsFrom]),
        ...(perId === undefined ? [] : [perId]),
        ...(duty.variants ?? []).flatMap(({ where }) => where.flatMap(fieldsOf)),
        ...[duty.owedBy, ...duty.owedTo].flatMap((party) =>
          'at' in party && typeof party.at === 'object' && party.at.field !== 'element'
            ? [party.at.field]
            : [],
        ),
      ];
      expect(
        read.filter((field) => !known.has(field)),
        duty.id,
      ).toEqual([]);
    }
  });
});

function dayFields(rule: DueRule): readonly string[] {
  switch (rule.kind) {
    case 'agreed':
      return [rule.field, ...dayFields(rule.otherwise)];
    case 'before':
    case 'endOfPeriod':
      return [rule.field];
    case 'earliestOf':
      return rule.rules.flatMap(dayFields);
    case 'term':
    case 'sameDay':
    case 'immediate':
    case 'fixedDate':
    case 'notTimed':
      return [];
  }
}
