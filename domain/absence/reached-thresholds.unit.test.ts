import { describe, expect, it } from 'vitest';
import { national2025 } from '../../procedures/national-2025/index.ts';
import type { DossierEvent } from '../dossier/event.ts';
import { gatherFacts } from '../dossier/facts.ts';
import { computeDuties } from '../duty/compute-duties.ts';
import { fact, setting, teacher } from '../testing/scenario.ts';
import { addDays, atTime, type CalendarDay, calendarDay } from '../time.ts';
import { reachedThresholds, thresholdDecision } from './reached-thresholds.ts';

const reachedBy = (...events: readonly DossierEvent[]) =>
  reachedThresholds(gatherFacts(events), national2025.thresholds);

/** Missed on so many days, from this day on. */
function missed(first: string, days: number, scopeCode: 'day' | 'lesson' = 'day') {
  return Array.from({ length: days }, (_, index) => noted(addDays(calendarDay(first), index), scopeCode));
}

function noted(date: CalendarDay, scopeCode: 'day' | 'lesson' = 'day', reasonKnown = true) {
  return fact('absence.noted', atTime(date, 8, 30), { date, scopeCode, reasonKnown });
}

const total = (at: string, data: object = {}) =>
  fact('absence.thresholdReached', at, { ruleCode: 'days-in-month', ...data });

describe('R 16: thresholds propose, people decide', () => {
  it('over 10 days in a calendar month, excused and unexcused together (K table 1 L695–704)', () => {
    expect(reachedBy(...missed('2026-11-02', 10))).toEqual([]);
    const unexcused = noted(calendarDay('2026-11-25'), 'day', false);
    expect(reachedBy(...missed('2026-11-02', 10), unexcused)).toMatchObject([
      { threshold: { id: 'days-in-month' }, from: '2026-11-01', until: '2026-11-30', count: 11 },
    ]);
  });

  it('days of two months are not added up, a day noted twice counts once, a lesson is no day', () => {
    expect(reachedBy(...missed('2026-10-26', 12))).toEqual([]);
    expect(reachedBy(...missed('2026-11-02', 10), ...missed('2026-11-02', 10))).toEqual([]);
    expect(reachedBy(...missed('2026-11-02', 12, 'lesson'))).toEqual([]);
  });

  it('a recorded total reaches it as well, as of the month in which it was recorded', () => {
    expect(reachedBy(total('2026-11-20T15:00+02:00', { count: 12 }))).toMatchObject([
      { from: '2026-11-01', count: 12 },
    ]);
    expect(reachedBy(total('2026-11-20T15:00+02:00'))).toMatchObject([{ from: '2026-11-01', count: null }]);
    expect(reachedBy(total('2026-11-20T15:00+02:00', { count: 10 }))).toEqual([]);
  });

  it('what was withdrawn reaches nothing', () => {
    const counted = fact(
      'absence.thresholdReached',
      '2026-11-20T15:00+02:00',
      { ruleCode: 'days-in-month', count: 12 },
      { id: 'total-1' },
    );
    const withdrawn = fact('fact.withdrawn', '2026-11-20T16:00+02:00', {
      eventId: 'total-1',
      reasonCode: 'mistake',
    });
    expect(reachedBy(counted, withdrawn)).toEqual([]);
  });

  it('a legal threshold is no proposal: it starts its duty by itself', () => {
    const twenty = { ruleCode: 'unexcused-lessons', count: 21, unitCode: 'lesson' } as const;
    expect(reachedBy(fact('absence.thresholdReached', '2026-11-20T15:00+02:00', twenty))).toEqual([]);
  });
});

describe('R 16: what was decided', () => {
  const november = missed('2026-11-02', 12);
  const decide = (needed: boolean) => {
    const [reached] = reachedBy(...november);
    if (reached === undefined) throw new Error('nothing was reached');
    const decision = thresholdDecision(reached, needed, teacher);
    return fact('absence.thresholdReached', '2026-11-20T15:00+02:00', decision);
  };
  const started = (...events: readonly DossierEvent[]) =>
    computeDuties(national2025, events, setting).map(({ kind }) => kind);

  it('“needed” starts the talk with the parents, “not needed” starts nothing', () => {
    expect(started(...november, decide(true))).toContain('absence-support-team');
    expect(started(...november, decide(false))).not.toContain('absence-support-team');
  });

  it('either way it does not come back in that month, also with more days', () => {
    const more = missed('2026-11-16', 4);
    expect(reachedBy(...november, decide(true), ...more)).toEqual([]);
    expect(reachedBy(...november, decide(false), ...more)).toEqual([]);
  });

  it('it comes back with another month, and an earlier one does not come up behind a decision', () => {
    const december = missed('2026-12-01', 11);
    expect(reachedBy(...november, decide(false), ...december)).toMatchObject([{ from: '2026-12-01' }]);
    expect(reachedBy(...missed('2026-10-01', 12), ...november, decide(false))).toEqual([]);
  });
});
