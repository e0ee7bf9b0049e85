/** The demo holds on any day: valid facts, none in the future, duties of every kind that is on, in every status. */
import { describe, expect, it } from 'vitest';
import { checkFact } from '../../domain/dossier/check-fact.ts';
import { decide } from '../../domain/dossier/decide.ts';
import { computeDuties, isOn } from '../../domain/duty/compute-duties.ts';
import { daysLate, statusAt } from '../../domain/duty/status.ts';
import { atTime, calendarDay, type Instant } from '../../domain/time.ts';
import { national2025 } from '../../procedures/national-2025/index.ts';
import { demoCases } from './cases.ts';
import { demoPeople } from './people.ts';
import { type ResolvedCase, resolveCase } from './resolve-case.ts';
import { demoCalendar, settingOf } from './testing/setting-of.ts';

/**
 * Two years: school days, both DST nights and the days after them, holidays and what follows them, the long
 * Christmas of 2025 and 2026, moved working days, a leap day, ends and beginnings of months, quarters, school years.
 */
const days = [
  '2026-08-31',
  '2026-09-01',
  '2026-09-02',
  '2026-09-14',
  '2026-10-25',
  '2026-10-26',
  '2026-11-18',
  '2026-11-19',
  '2026-11-21',
  '2026-12-24',
  '2026-12-28',
  '2026-12-31',
  '2027-01-01',
  '2027-01-04',
  '2027-02-28',
  '2027-03-26',
  '2027-03-28',
  '2027-03-30',
  '2027-05-04',
  '2027-06-01',
  '2027-06-24',
  '2027-07-15',
  '2027-08-08',
  '2027-10-01',
  '2027-10-31',
  '2027-12-27',
  '2028-02-29',
  '2028-03-01',
  '2028-03-26',
  '2028-04-17',
  '2028-05-05',
  '2028-06-30',
  '2028-08-31',
  '2025-12-28',
  '2026-01-17',
  '2026-06-22',
].map(calendarDay);

/** Just after midnight, in the morning and late in the evening, in turn. */
const times = [
  [0, 1],
  [9, 30],
  [23, 45],
] as const;

const moments: readonly Instant[] = days.map((day, index) => {
  const [hour, minute] = times[index % times.length] ?? times[0];
  return atTime(day, hour, minute);
});

function dutiesOf(resolved: ResolvedCase) {
  return computeDuties(
    national2025,
    resolved.facts.map(({ event }) => event),
    settingOf(resolved),
  );
}

describe.each(moments)('the demo at %s', (now) => {
  const resolved = demoCases.map((demoCase) => resolveCase(demoCase, now, demoCalendar));
  const shown = resolved.map((one) => dutiesOf(one).map((duty) => ({ duty, status: statusAt(duty, now) })));

  it('gives every fact as the vocabulary asks, none in the future', () => {
    for (const { name, facts } of resolved) {
      expect(facts.length, name).toBeGreaterThan(0);
      for (const { event } of facts) {
        expect(checkFact(event.type, event.data), `${name} ${event.type}`).toEqual([]);
        expect(event.occurredAt <= event.recordedAt && event.recordedAt <= now, `${name} ${event.type}`).toBe(
          true,
        );
      }
    }
  });

  it('shows in each case what its comment promises', () => {
    for (const [index, { name, shows }] of demoCases.entries()) {
      const found = (shown[index] ?? []).map(({ duty, status }) => `${duty.kind} ${status}`);
      for (const [kind, status] of shows) expect(found, name).toContain(`${kind} ${status}`);
    }
  });

  it('reaches every row that is on in the municipality', () => {
    const [first] = resolved;
    if (first === undefined) throw new Error('There is no case');
    const on = national2025.duties.filter((definition) => isOn(definition, settingOf(first)));
    const kinds = new Set(shown.flat().map(({ duty }) => duty.kind));
    expect(on.map(({ id }) => id).filter((id) => !kinds.has(id))).toEqual([]);
  });

  it('reaches every status, and is late by a few days and by weeks', () => {
    const statuses = new Set(shown.flat().map(({ status }) => status));
    expect([...statuses].sort()).toEqual([
      'answerUnknown',
      'closed',
      'dueToday',
      'fulfilled',
      'late',
      'notYet',
      'open',
      'plannedPassed',
      'superseded',
      'takenOver',
      'untimed',
      'waived',
    ]);
    const lateness = shown.flat().map(({ duty }) => daysLate(duty, now));
    expect(lateness.some((count) => count >= 1 && count <= 7)).toBe(true);
    expect(lateness.some((count) => count >= 14)).toBe(true);
  });

  it('has exactly one danger that was recorded and not told (rules of conduct 2)', () => {
    const untold = shown.flat().filter(({ duty }) => duty.danger && duty.settled === null);
    expect(untold.map(({ duty, status }) => [duty.kind, status])).toEqual([['report-danger', 'dueToday']]);
  });

  it('has no name of a learner or of staff in any fact', () => {
    const names = [
      ...demoCases.flatMap(({ learner }) => (learner === null ? [] : [learner.firstName, learner.lastName])),
      ...demoPeople.flatMap(({ name }) => name.split(' ')),
    ].map((name) => name.toLowerCase());
    for (const { facts } of resolved) {
      for (const { event } of facts) {
        const text = JSON.stringify(event.data).toLowerCase();
        // As a word of its own: the codes of the vocabulary are English and may contain a short name.
        const words = new Set(text.split(/[^\p{L}]+/u));
        expect(names.filter((name) => words.has(name))).toEqual([]);
      }
    }
  });
});

/** Every fourth moment: each fact is decided against all before it. */
describe.each(moments.filter((_, index) => index % 4 === 0))('each fact of the demo at %s', (now) => {
  it('would have been taken at its moment by the rules of order', () => {
    for (const demoCase of demoCases) {
      const one = resolveCase(demoCase, now, demoCalendar);
      const setting = settingOf(one);
      for (const [index, { event }] of one.facts.entries()) {
        const { id, type, occurredAt, acute, data, by, institution } = event;
        const decision = decide(
          {
            procedure: national2025,
            setting,
            events: one.facts.slice(0, index).map((fact) => fact.event),
          },
          {
            facts: [{ id, type, occurredAt, ...(acute === undefined ? {} : { acute }), data }],
            by,
            institution,
            freshIds: [],
          },
          event.recordedAt,
        );
        expect(decision, `${one.name} ${type}`).toEqual({ events: [event] });
      }
    }
  });
});

describe('the cases of the demo', () => {
  it('have names, dossiers and facts with ids of their own', () => {
    const now = atTime(calendarDay('2026-11-21'), 9, 30);
    const resolved = demoCases.map((one) => resolveCase(one, now, demoCalendar));
    const ids = resolved.flatMap(({ dossierId, facts }) => [
      dossierId,
      ...facts.map(({ event }) => event.id),
    ]);
    expect(new Set(ids).size).toBe(ids.length);
    expect(new Set(demoCases.map(({ name }) => name)).size).toBe(demoCases.length);
  });

  it('name only facts, people and institutions that there are', () => {
    const now = atTime(calendarDay('2026-11-21'), 9, 30);
    for (const demoCase of demoCases) {
      const { facts } = resolveCase(demoCase, now, demoCalendar);
      const ids = new Set(facts.map(({ event }) => event.id));
      for (const { event } of facts) {
        const keys = JSON.stringify(event.data).match(/(?<=")[a-z-]+:[0-9a-f-]{36}(?=")/g) ?? [];
        for (const key of keys)
          expect(ids.has(key.split(':')[1] ?? ''), `${demoCase.name} ${key}`).toBe(true);
      }
    }
  });

  it('come out the same each time', () => {
    const now = atTime(calendarDay('2026-11-21'), 9, 30);
    const [first] = demoCases;
    if (first === undefined) throw new Error('There is no case');
    expect(resolveCase(first, now, demoCalendar)).toEqual(resolveCase(first, now, demoCalendar));
  });
});
