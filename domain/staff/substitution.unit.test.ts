/** Who stands in for whom (rules of conduct 3; issue 4, section 1). */
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Instant, instant } from '../time.ts';
import {
  type Absence,
  type Leave,
  type Substitute,
  standInFor,
  standIns,
  substituteFault,
} from './substitution.ts';

const day = (n: number): Instant => instant(`2026-11-${String(n).padStart(2, '0')}T00:00:00.000Z`);
const away = (personId: string, from: number, until: number | null): Absence => ({
  institutionId: 'school',
  personId,
  from: day(from),
  until: until === null ? null : day(until),
});
const line = (personId: string, substituteId: string, from = 1, until: number | null = null): Substitute => ({
  institutionId: 'school',
  personId,
  substituteId,
  from: day(from),
  until: until === null ? null : day(until),
});
const chain: Leave = {
  absences: [away('A', 2, 20), away('B', 10, 15)],
  substitutes: [line('A', 'B'), line('B', 'C')],
};

it('substitute: nobody stands in for one who is there (issue 4, 1)', () => {
  expect(standInFor(chain, 'school', 'A', day(1))).toBeNull();
  expect(standInFor(chain, 'school', 'A', day(20))).toBeNull();
  expect(standInFor(chain, 'otherSchool', 'A', day(3))).toBeNull();
});

it('substitute: the chain goes on past one who is away too, A → B → C (issue 4, 1)', () => {
  expect(standInFor(chain, 'school', 'A', day(3))).toBe('B');
  expect(standInFor(chain, 'school', 'A', day(12))).toBe('C');
  expect(standInFor(chain, 'school', 'A', day(15))).toBe('B');
});

it('excluded: the substitute route passes over those who must not know (R 3)', () => {
  expect(standInFor(chain, 'school', 'A', day(3), ['B'])).toBe('C');
  expect(standInFor(chain, 'school', 'A', day(3), ['B', 'C'])).toBeNull();
});

it('excluded: nobody stands in for an excluded person (R 3)', () => {
  expect(standInFor(chain, 'school', 'A', day(3), ['A'])).toBeNull();
});

it('substitute: a circle and a second substitute for the same time are refused (issue 4, 1)', () => {
  const lines = [line('A', 'B', 1, 10), line('B', 'C', 5, 20)];
  expect(substituteFault(lines, line('C', 'A', 6, 8))).toBe('circle');
  expect(substituteFault(lines, line('C', 'A', 10, 12)), 'A → B has ended by then').toBeNull();
  expect(substituteFault(lines, line('A', 'D', 9, 12))).toBe('second');
  expect(substituteFault(lines, line('A', 'D', 10, 12))).toBeNull();
});

it('substitute: a circle that came in otherwise ends the chain and never loops', () => {
  const circle: Leave = {
    absences: [away('A', 1, null), away('B', 1, null)],
    substitutes: [line('A', 'B'), line('B', 'A')],
  };
  expect(standInFor(circle, 'school', 'A', day(3))).toBeNull();
});

it('substitute: roles pass for exactly the time, cut where the chain changes (issue 4, 1)', () => {
  const held = { institutionId: 'school', personId: 'A', role: 'principal', from: day(1), until: null };
  expect(standIns([held], chain, day(1)).map(({ personId, from, until }) => [personId, from, until])).toEqual(
    [
      ['B', day(2), day(10)],
      ['C', day(10), day(15)],
      ['B', day(15), day(20)],
    ],
  );
  expect(standIns([held], chain, day(12)).map(({ personId, from }) => [personId, from])).toEqual([
    ['C', day(12)],
    ['B', day(15)],
  ]);
  expect(standIns([{ ...held, until: day(3) }], chain, day(1))).toMatchObject([
    { from: day(2), until: day(3) },
  ]);
});

it('substitute: at every moment the pieces name the one whom the chain names, and at most one', () => {
  const people = fc.constantFrom('A', 'B', 'C', 'D');
  const period = fc
    .tuple(fc.integer({ min: 1, max: 28 }), fc.option(fc.integer({ min: 1, max: 28 })))
    .map(([from, until]) => [from, until === null ? null : Math.max(from, until)] as const);
  const leave = fc.record({
    absences: fc.array(
      fc.tuple(people, period).map(([who, [from, until]]) => away(who, from, until)),
      {
        maxLength: 4,
      },
    ),
    substitutes: fc.array(
      fc.tuple(people, people, period).map(([a, b, [from, until]]) => line(a, b, from, until)),
      { maxLength: 5 },
    ),
  });
  fc.assert(
    fc.property(leave, fc.integer({ min: 1, max: 28 }), (made, at) => {
      const held = { institutionId: 'school', personId: 'A', role: 'principal', from: day(1), until: null };
      const found = new Set(
        standIns([held], made, day(1))
          .filter(({ from, until }) => from <= day(at) && (until === null || day(at) < until))
          .map(({ personId }) => personId),
      );
      const named = standInFor(made, 'school', 'A', day(at));
      expect([...found]).toEqual(named === null ? [] : [named]);
    }),
  );
});
