import { describe, expect, it } from 'vitest';
import { makeCalendar } from '../calendar/index.ts';
import type { CountedTerm, DueRule, Landing, TermUnit } from '../procedure/due-rule.ts';
import { atTime, calendarDay, endOfDay, instant, localTime } from '../time.ts';
import { type DueMoment, type DueStart, dueMoment, postpone } from './due-moment.ts';

const calendar = makeCalendar();

function start(day: string, fields: DueStart['fields'] = {}): DueStart {
  return { at: atTime(calendarDay(day), 14, 5), day: calendarDay(day), fields };
}

function term(amount: number, unit: TermUnit, landing: Landing = 'next', ceiling = false): CountedTerm {
  return { kind: 'term', amount, unit, landing, ceiling };
}

function dueDay(rule: DueRule, from: DueStart): string | null {
  const found = dueMoment(rule, from, calendar);
  return found.notTimed ? null : found.dueDay;
}

function dueAt(moment: DueMoment): string {
  if (moment.notTimed) throw new Error('not timed');
  return moment.dueAt;
}

describe('working days (calendar.md: a duty begins to run on the day after its trigger)', () => {
  it.each([
    ['2026-11-12', 5, '2026-11-20', '18 November between'],
    ['2023-05-26', 1, '2023-05-30', '29 May 2023'],
    ['2024-12-20', 1, '2024-12-27', '23 December free'],
    ['2024-12-27', 1, '2024-12-28', 'Saturday 28 December worked'],
    ['2025-12-30', 1, '2026-01-05', '2 January 2026 free'],
    ['2026-01-16', 1, '2026-01-17', 'Saturday 17 January worked'],
    ['2026-04-02', 2, '2026-04-08', 'Easter'],
    ['2028-02-28', 1, '2028-02-29', '29 February'],
    ['2026-12-30', 2, '2027-01-05', 'the year’s end'],
    ['2026-11-21', 1, '2026-11-23', 'a Saturday’s start'],
  ])('%s + %i = %s (%s)', (from, amount, to) => {
    expect(dueDay(term(amount, 'workingDay'), start(from))).toBe(to);
  });

  it('the hour of the trigger plays no part: 0:00 and 23:59:59 give the same moment (SKA-483/2022)', () => {
    const day = calendarDay('2026-11-12');
    const moments = ['2026-11-11T22:00:00.000Z', '2026-11-12T21:59:59.999Z'].map((at) =>
      dueAt(dueMoment(term(5, 'workingDay'), { at: instant(at), day, fields: {} }, calendar)),
    );
    expect(moments).toEqual(['2026-11-20T22:00:00.000Z', '2026-11-20T22:00:00.000Z']);
  });
});

describe('days, weeks, months and where they land', () => {
  it.each([
    [term(1, 'month'), '2026-01-31', '2026-03-02', 'the last of February is a Saturday'],
    [term(1, 'month', 'asIs'), '2026-01-31', '2026-02-28', 'month’s end'],
    [term(1, 'month', 'asIs'), '2028-01-31', '2028-02-29', 'leap day'],
    [term(12, 'month', 'asIs'), '2028-02-29', '2029-02-28', 'from a leap day'],
    [term(1, 'month'), '2026-10-18', '2026-11-19', 'past a holiday (K 4.3)'],
    [term(1, 'month', 'previous'), '2026-10-21', '2026-11-20', 'monthly review lands before (K table 3.5)'],
    [term(2, 'week'), '2026-12-12', '2026-12-28', 'past Christmas'],
    [term(3, 'week'), '2026-11-02', '2026-11-23', 'a Monday'],
    [term(10, 'day'), '2026-11-11', '2026-11-23', 'past a weekend'],
    [term(1, 'month', 'next', true), '2026-10-21', '2026-11-21', 'a ceiling stays on Saturday'],
    [term(1, 'month', 'previous', true), '2026-10-21', '2026-11-20', 'a ceiling may land earlier'],
    [term(1, 'day', 'previous'), '2026-11-21', '2026-11-21', 'never before the start’s day'],
  ])('%o from %s = %s (%s)', (rule, from, to) => {
    expect(dueDay(rule, start(from))).toBe(to);
  });
});

describe('moments of the clock', () => {
  it('same day and immediate: 24:00 of the day, on weekends, holidays and both nights of the clock', () => {
    for (const day of ['2026-11-21', '2026-11-18', '2026-03-29', '2026-10-25', '2026-12-31'].map(
      calendarDay,
    )) {
      const at = atTime(day, 2, 30);
      for (const kind of ['sameDay', 'immediate'] as const) {
        const found = dueAt(dueMoment({ kind }, { at, day, fields: {} }, calendar));
        expect(found).toBe(endOfDay(day));
        expect(localTime(instant(found))).toEqual({ hour: 0, minute: 0 });
      }
    }
  });

  it('72 hours run through a weekend to the minute and never land (breach record)', () => {
    expect(dueAt(dueMoment(term(72, 'hour'), start('2026-11-20'), calendar))).toBe(
      atTime(calendarDay('2026-11-23'), 14, 5),
    );
  });

  it('hours that end at 24:00 belong to the day that ends', () => {
    const from = { ...start('2026-11-20'), at: atTime(calendarDay('2026-11-20'), 14, 0) };
    expect(dueDay(term(10, 'hour'), from)).toBe('2026-11-20');
  });

  it('hours are elapsed hours over a change of the clock', () => {
    const from = { at: atTime(calendarDay('2026-10-24'), 12, 0), day: calendarDay('2026-10-24'), fields: {} };
    const found = dueAt(dueMoment(term(24, 'hour'), from, calendar));
    expect(localTime(instant(found))).toEqual({ hour: 11, minute: 0 });
  });
});

describe('dates that people agreed', () => {
  const agreed: DueRule = {
    kind: 'agreed',
    field: 'nextReviewOn',
    landing: 'asIs',
    otherwise: term(1, 'month', 'previous'),
  };

  it('the agreed day holds; a moment stands for its day', () => {
    expect(dueDay(agreed, start('2026-11-12', { nextReviewOn: calendarDay('2026-11-29') }))).toBe(
      '2026-11-29',
    );
    const moment = atTime(calendarDay('2026-11-30'), 15, 0);
    expect(dueDay(agreed, start('2026-11-12', { nextReviewOn: moment }))).toBe('2026-11-30');
  });

  it('without one the other rule holds', () => {
    expect(dueDay(agreed, start('2026-10-21'))).toBe('2026-11-20');
  });

  it('an agreed day before the start is due at the end of the start’s day', () => {
    expect(dueDay(agreed, start('2026-11-12', { nextReviewOn: calendarDay('2026-11-01') }))).toBe(
      '2026-11-12',
    );
  });

  it('lands where the rule says', () => {
    const fields = { nextReviewOn: calendarDay('2026-11-18') };
    expect(dueDay({ ...agreed, landing: 'next' }, start('2026-11-12', fields))).toBe('2026-11-19');
    expect(dueDay({ ...agreed, landing: 'previous' }, start('2026-11-12', fields))).toBe('2026-11-17');
  });

  it('the earlier of the agreed date and one month (monthly review, K table 3.5)', () => {
    const month = term(1, 'month', 'previous');
    const rule: DueRule = {
      kind: 'earliestOf',
      rules: [{ ...agreed, otherwise: { kind: 'notTimed' } }, month],
    };
    expect(dueDay(rule, start('2026-10-21', { nextReviewOn: calendarDay('2026-11-05') }))).toBe('2026-11-05');
    expect(dueDay(rule, start('2026-10-21', { nextReviewOn: calendarDay('2026-12-05') }))).toBe('2026-11-20');
    expect(dueDay(rule, start('2026-10-21'))).toBe('2026-11-20');
  });
});

describe('counted back, fixed dates, periods', () => {
  const pack: DueRule = { kind: 'before', field: 'meetingOn', amount: 3, unit: 'workingDay' };

  it('three working days before the meeting, over a holiday (K 4.3 group 2)', () => {
    expect(dueDay(pack, start('2026-11-02', { meetingOn: calendarDay('2026-11-20') }))).toBe('2026-11-16');
  });

  it('a meeting called at short notice: the end of the trigger’s day, not before', () => {
    expect(dueDay(pack, start('2026-11-19', { meetingOn: calendarDay('2026-11-20') }))).toBe('2026-11-19');
  });

  it('calendar days before do not land', () => {
    expect(
      dueDay(
        { ...pack, unit: 'day', amount: 5 },
        start('2026-11-02', { meetingOn: calendarDay('2026-11-20') }),
      ),
    ).toBe('2026-11-15');
  });

  it('without the meeting’s date it is not timed', () => {
    expect(dueDay(pack, start('2026-11-02'))).toBeNull();
    expect(dueDay({ kind: 'endOfPeriod', field: 'periodEnd' }, start('2026-11-02'))).toBeNull();
    expect(dueDay({ kind: 'earliestOf', rules: [pack] }, start('2026-11-02'))).toBeNull();
    expect(dueDay({ kind: 'earliestOf', rules: [] }, start('2026-11-02'))).toBeNull();
  });

  it('30 September: this year’s, on the day itself too, else next year’s', () => {
    const rule: DueRule = { kind: 'fixedDate', month: 9, day: 30 };
    expect(dueDay(rule, start('2026-09-01'))).toBe('2026-09-30');
    expect(dueDay(rule, start('2026-09-30'))).toBe('2026-09-30');
    expect(dueDay(rule, start('2026-10-01'))).toBe('2027-09-30');
  });

  it('29 February is the 28th in a common year', () => {
    const rule: DueRule = { kind: 'fixedDate', month: 2, day: 29 };
    expect(dueDay(rule, start('2027-01-10'))).toBe('2027-02-28');
    expect(dueDay(rule, start('2027-03-01'))).toBe('2028-02-29');
  });

  it('the end of a period stays on a Sunday, never before the start', () => {
    const rule: DueRule = { kind: 'endOfPeriod', field: 'periodEnd' };
    expect(dueDay(rule, start('2026-11-02', { periodEnd: calendarDay('2026-11-29') }))).toBe('2026-11-29');
    expect(dueDay(rule, start('2026-11-02', { periodEnd: calendarDay('2026-10-31') }))).toBe('2026-11-02');
  });

  it('what no rule times is never late', () => {
    expect(dueMoment({ kind: 'notTimed' }, start('2026-11-02'), calendar).notTimed).toBe(true);
  });
});

describe('postponement', () => {
  const original = dueMoment(term(5, 'workingDay'), start('2026-11-12'), calendar);
  const link = {
    newDueOn: calendarDay('2026-11-27'),
    reasonCode: 'illness',
    by: 'p1',
    recordedAt: atTime(calendarDay('2026-11-19'), 10, 0),
  };

  it('an empty chain changes nothing', () => {
    expect(postpone(original, [])).toBe(original);
  });

  it('the date recorded last wins, also where it is the earlier one and comes first in the list', () => {
    const later = {
      ...link,
      newDueOn: calendarDay('2026-11-25'),
      recordedAt: atTime(calendarDay('2026-11-20'), 9, 0),
    };
    expect(dueAt(postpone(original, [later, link]))).toBe(endOfDay(calendarDay('2026-11-25')));
  });

  it('a date on a Saturday is taken as it was given', () => {
    const saturday = { ...link, newDueOn: calendarDay('2026-11-28') };
    expect(dueAt(postpone(original, [saturday]))).toBe(endOfDay(calendarDay('2026-11-28')));
  });

  it('what was not timed gets the date', () => {
    const untimed = dueMoment({ kind: 'notTimed' }, start('2026-11-12'), calendar);
    expect(dueAt(postpone(untimed, [link]))).toBe(endOfDay(link.newDueOn));
  });

  it('keeps nothing of the event but the link itself', () => {
    const fromEvent = { ...link, eventId: 'e1', note: 'x' };
    expect(postpone(original, [fromEvent]).explanation.postponements).toEqual([link]);
  });
});
