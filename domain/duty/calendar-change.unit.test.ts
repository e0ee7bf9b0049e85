import { describe, expect, it } from 'vitest';
import { calendarDay } from '../time.ts';
import { calendarFacts, movedDuties } from './calendar-change.ts';
import type { Duty } from './duty.ts';

const day = calendarDay;
/** Only what a change of the calendar looks at. */
const duty = (key: string, due: string, more: object = {}): Duty =>
  ({
    key,
    due: { day: day(due) },
    settled: null,
    force: { act: 'must', term: 'recommended' },
    explanation: {},
    ...more,
  }) as unknown as Duty;
const law = { force: { act: 'law', term: 'law' } };
const settled = { settled: { how: 'fulfilled' } };
const none: ReadonlySet<string> = new Set();
const factsOf = (before: Duty, after: Duty, confirmed = none) =>
  calendarFacts([before], movedDuties([before], [after]), confirmed, 'v2');

describe('what a changed calendar does to the duties of a dossier (architecture 3, Procedure)', () => {
  it('open duties that move are named, whichever way; what does not move is not', () => {
    const before = [duty('a:1', '2026-11-19'), duty('b:1', '2026-11-19'), duty('c:1', '2026-11-19')];
    const after = [duty('a:1', '2026-11-20'), duty('b:1', '2026-11-18'), duty('c:1', '2026-11-19')];
    expect(calendarFacts(before, movedDuties(before, after), none, 'v2')).toEqual([
      { version: 'v2', dutyKeys: ['a:1', 'b:1'] },
    ]);
  });

  it('a term of law goes later by itself, and earlier only where that was confirmed', () => {
    const later = [duty('a:1', '2026-11-19', law), duty('a:1', '2026-11-20', law)] as const;
    const earlier = [duty('a:1', '2026-11-20', law), duty('a:1', '2026-11-19', law)] as const;
    expect(factsOf(...later)).toEqual([{ version: 'v2', dutyKeys: ['a:1'] }]);
    expect(factsOf(...earlier)).toEqual([{ version: 'v2', dutyKeys: ['a:1'], keptDueOn: '2026-11-20' }]);
    expect(factsOf(...earlier, new Set(['a:1']))).toEqual([{ version: 'v2', dutyKeys: ['a:1'] }]);
  });

  it('what is settled is not made late afterwards, whatever the force of its term', () => {
    const [before, after] = [duty('a:1', '2026-11-20', settled), duty('a:1', '2026-11-19', settled)];
    expect(factsOf(before, after)).toEqual([{ version: 'v2', dutyKeys: ['a:1'], keptDueOn: '2026-11-20' }]);
    expect(factsOf(after, before), 'nor listed where it becomes later').toEqual([]);
  });

  it('what an earlier change kept stays kept without another fact', () => {
    const kept = { ...law, explanation: { kept: day('2026-11-20') } };
    const [before, after] = [duty('a:1', '2026-11-20', kept), duty('a:1', '2026-11-19', law)];
    expect(factsOf(before, after)).toEqual([]);
  });
});
