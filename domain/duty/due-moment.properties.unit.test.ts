import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CalendarChange, isWorkingDay, makeCalendar } from '../calendar/index.ts';
import type { CountedTerm, DueRule, Landing } from '../procedure/due-rule.ts';
import {
  addDays,
  atTime,
  type CalendarDay,
  calendarDay,
  dayFromNumber,
  dayNumber,
  dayOf,
  endOfDay,
  instant,
  plusMilliseconds,
  startOfDay,
} from '../time.ts';
import { type DueStart, dueMoment, postpone } from './due-moment.ts';
import type { Postponement } from './explanation.ts';
import { explainEn, explainLv } from './explanation-sentence.ts';
import { slowDueDay, slowEndOfDay } from './testing/slow-due-day.ts';

const calendar = makeCalendar();
const FIELDS = ['meetingOn', 'nextReviewOn'] as const;

const anyDay = fc
  .integer({ min: dayNumber(calendarDay('2015-01-01')), max: dayNumber(calendarDay('2039-06-30')) })
  .map(dayFromNumber);
const anyLanding = fc.constantFrom<Landing>('next', 'previous', 'asIs');

const termInDays: fc.Arbitrary<CountedTerm> = fc
  .record({
    kind: fc.constant('term' as const),
    shape: fc.oneof(
      fc.record({ unit: fc.constant('workingDay' as const), amount: fc.integer({ min: 1, max: 40 }) }),
      fc.record({ unit: fc.constant('day' as const), amount: fc.integer({ min: 1, max: 90 }) }),
      fc.record({ unit: fc.constant('week' as const), amount: fc.integer({ min: 1, max: 12 }) }),
      fc.record({ unit: fc.constant('month' as const), amount: fc.integer({ min: 1, max: 30 }) }),
    ),
    landing: anyLanding,
    ceiling: fc.boolean(),
  })
  .map(({ kind, shape, landing, ceiling }) => ({ kind, ...shape, landing, ceiling }));

const anyField = fc.constantFrom(...FIELDS);
const simpleRule: fc.Arbitrary<DueRule> = fc.oneof(
  { weight: 4, arbitrary: termInDays },
  fc.constantFrom<DueRule>({ kind: 'sameDay' }, { kind: 'immediate' }, { kind: 'notTimed' }),
  fc.record({
    kind: fc.constant('before' as const),
    field: anyField,
    amount: fc.integer({ min: 1, max: 10 }),
    unit: fc.constantFrom('workingDay' as const, 'day' as const),
  }),
  fc.record({
    kind: fc.constant('fixedDate' as const),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 28 }),
  }),
  fc.record({ kind: fc.constant('endOfPeriod' as const), field: anyField }),
);
const ruleWithAgreed: fc.Arbitrary<DueRule> = fc.oneof(
  { weight: 3, arbitrary: simpleRule },
  fc.record({
    kind: fc.constant('agreed' as const),
    field: anyField,
    landing: anyLanding,
    otherwise: simpleRule,
  }),
);
const anyRule: fc.Arbitrary<DueRule> = fc.oneof(
  { weight: 4, arbitrary: ruleWithAgreed },
  fc.record({
    kind: fc.constant('earliestOf' as const),
    rules: fc.array(ruleWithAgreed, { minLength: 0, maxLength: 3 }),
  }),
);

/** A start at any moment of its day; agreed days lie from two weeks before it to four months after. */
const anyStart: fc.Arbitrary<DueStart> = fc
  .record({
    day: anyDay,
    milliseconds: fc.integer({ min: 0, max: 23 * 3_600_000 - 1 }),
    meeting: fc.option(fc.integer({ min: -14, max: 120 }), { nil: undefined }),
    review: fc.option(fc.integer({ min: -14, max: 120 }), { nil: undefined }),
  })
  .map(({ day, milliseconds, meeting, review }) => ({
    at: plusMilliseconds(startOfDay(day), milliseconds),
    day,
    fields: {
      meetingOn: meeting === undefined ? undefined : addDays(day, meeting),
      nextReviewOn: review === undefined ? undefined : addDays(day, review),
    },
  }));

function startOn(day: CalendarDay): DueStart {
  return { at: atTime(day, 12, 0), day, fields: {} };
}

describe('due moments against a slow day-stepping oracle', () => {
  it('agree for any rule in days, start and agreed dates', () => {
    fc.assert(
      fc.property(anyRule, anyStart, (rule, start) => {
        const found = dueMoment(rule, start, calendar);
        const expected = slowDueDay(rule, start.day, start.fields);
        if (found.notTimed) {
          expect(expected).toBeNull();
        } else {
          expect(found.dueDay).toBe(expected);
          expect(found.dueAt).toBe(slowEndOfDay(found.dueDay));
        }
      }),
      { numRuns: 20_000 },
    );
  });

  it('hours run to the minute through nights, weekends and changes of the clock', () => {
    fc.assert(
      fc.property(anyStart, fc.integer({ min: 1, max: 400 }), anyLanding, (start, amount, landing) => {
        const found = dueMoment({ kind: 'term', amount, unit: 'hour', landing }, start, calendar);
        const expected = new Date(new Date(start.at).getTime() + amount * 3_600_000);
        expect(found.notTimed).toBeUndefined();
        if (found.notTimed) return;
        expect(found.dueAt).toBe(expected.toISOString());
        expect(found.dueDay).toBe(dayOf(instant(new Date(expected.getTime() - 1).toISOString())));
      }),
      { numRuns: 3000 },
    );
  });
});

describe('properties of due moments', () => {
  it('no due moment before its trigger, none in days before the end of the trigger’s day', () => {
    fc.assert(
      fc.property(anyRule, anyStart, (rule, start) => {
        const found = dueMoment(rule, start, calendar);
        if (found.notTimed) return;
        expect(found.dueAt > start.at).toBe(true);
        expect(found.dueAt >= endOfDay(start.day)).toBe(true);
        expect(found.dueAt).toBe(endOfDay(found.dueDay));
      }),
      { numRuns: 5000 },
    );
  });

  it('working days and landing next: adding a non-working day never makes a due moment earlier', () => {
    const nextLanding = termInDays.map((rule): CountedTerm => ({ ...rule, landing: 'next' }));
    fc.assert(
      fc.property(
        nextLanding,
        anyDay,
        fc.array(fc.integer({ min: 0, max: 130 }), { maxLength: 4 }),
        (rule, day, added) => {
          const changes = added.map(
            (after): CalendarChange => ({
              kind: 'holidayAdded',
              day: addDays(day, after),
              name: { lv: 'svētki', en: 'holiday' },
              source: 'test',
            }),
          );
          const before = dueMoment(rule, startOn(day), calendar);
          const after = dueMoment(rule, startOn(day), makeCalendar({ changes }));
          if (before.notTimed || after.notTimed) throw new Error('a counted term is timed');
          expect(after.dueAt >= before.dueAt).toBe(true);
          if (rule.unit === 'workingDay')
            expect(isWorkingDay(makeCalendar({ changes }), after.dueDay)).toBe(true);
        },
      ),
      { numRuns: 3000 },
    );
  });

  it('a ceiling never lands later than the same term left as it is', () => {
    fc.assert(
      fc.property(termInDays, anyDay, (rule, day) => {
        const held = dueMoment({ ...rule, ceiling: true }, startOn(day), calendar);
        const plain = dueMoment({ ...rule, landing: 'asIs', ceiling: false }, startOn(day), calendar);
        if (held.notTimed || plain.notTimed) throw new Error('a counted term is timed');
        expect(held.dueAt <= plain.dueAt).toBe(true);
      }),
      { numRuns: 3000 },
    );
  });

  it('same-day and immediate duties know no calendar (architecture 5)', () => {
    fc.assert(
      fc.property(
        anyStart,
        fc.constantFrom<DueRule>({ kind: 'sameDay' }, { kind: 'immediate' }),
        (start, rule) => {
          const holiday: CalendarChange = {
            kind: 'holidayAdded',
            day: start.day,
            name: { lv: 'svētki', en: 'holiday' },
            source: 'test',
          };
          const other = makeCalendar({ movedDaysOn: false, changes: [holiday] });
          expect(dueMoment(rule, start, other)).toEqual(dueMoment(rule, start, calendar));
        },
      ),
    );
  });

  it('postponed twice = counted from the origin, the newest date wins (cmc-claim-store #39)', () => {
    const link = fc.record({
      after: fc.integer({ min: -10, max: 90 }),
      minute: fc.integer({ min: 0, max: 5000 }),
    });
    fc.assert(
      fc.property(
        ruleWithAgreed,
        anyStart,
        fc.array(link, { minLength: 1, maxLength: 4 }),
        (rule, start, links) => {
          const chain = links.map(
            ({ after, minute }, index): Postponement => ({
              newDueOn: addDays(start.day, after),
              reasonCode: `r${index}`,
              by: 'p1',
              recordedAt: plusMilliseconds(start.at, minute * 60_000 + index),
            }),
          );
          const original = dueMoment(rule, start, calendar);
          const atOnce = postpone(original, chain);
          const newest = chain.toSorted((a, b) => (a.recordedAt < b.recordedAt ? -1 : 1)).at(-1);
          const oneByOne = chain.reduce((moment, each) => postpone(moment, [each]), original);
          expect(oneByOne).toEqual(atOnce);
          if (atOnce.notTimed || newest === undefined) throw new Error('postponed is timed');
          expect(atOnce.dueDay).toBe(newest.newDueOn < start.day ? start.day : newest.newDueOn);
          expect(atOnce.explanation.basis).toEqual(original.explanation.basis);
          expect(atOnce.explanation.postponements).toHaveLength(chain.length);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('every explanation survives JSON and has a sentence in both languages that ends on the due day', () => {
    fc.assert(
      fc.property(anyRule, anyStart, (rule, start) => {
        const found = dueMoment(rule, start, calendar);
        const copy = JSON.parse(JSON.stringify(found.explanation)) as typeof found.explanation;
        expect(copy).toEqual(found.explanation);
        const [lv, en] = [explainLv(copy), explainEn(copy)];
        expect(lv).not.toMatch(/undefined|null|NaN/);
        expect(en).not.toMatch(/undefined|null|NaN/);
        if (found.notTimed) return;
        expect(lv).toContain(`${found.dueDay.slice(8)}.${found.dueDay.slice(5, 7)}.`);
      }),
      { numRuns: 3000 },
    );
  });
});
