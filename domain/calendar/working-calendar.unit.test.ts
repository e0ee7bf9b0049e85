import { describe, expect, it } from 'vitest';
import { addDays, type CalendarDay, calendarDay, weekday } from '../time.ts';
import { MOVED_DAYS } from './moved-days.ts';
import { skippedDays } from './skipped-days.ts';
import {
  addWorkingDays,
  type CalendarChange,
  isWorkingDay,
  makeCalendar,
  nextWorkingDay,
  nonWorkingReason,
  previousWorkingDay,
  workingDayOnOrAfter,
  workingDayOnOrBefore,
  workingDaysBetween,
} from './working-calendar.ts';

const day = calendarDay;
const calendar = makeCalendar();
const unmoved = makeCalendar({ movedDaysOn: false });

/** The table of `calendar.md`, typed again here so that a slip in the shipped one is seen. */
const TABLE: readonly (readonly [string, string])[] = [
  ['2015-01-02', '2015-01-10'],
  ['2015-06-22', '2015-06-27'],
  ['2017-05-05', '2017-05-13'],
  ['2018-04-30', '2018-04-21'],
  ['2020-06-22', '2020-06-13'],
  ['2021-05-03', '2021-05-08'],
  ['2021-06-25', '2021-06-19'],
  ['2021-11-19', '2021-11-13'],
  ['2023-05-05', '2023-05-20'],
  ['2024-12-23', '2024-12-14'],
  ['2024-12-30', '2024-12-28'],
  ['2025-05-02', '2025-05-10'],
  ['2025-11-17', '2025-11-08'],
  ['2026-01-02', '2026-01-17'],
  ['2026-06-22', '2026-06-27'],
];

describe('moved working days (cabinet order “Par darba dienu pārcelšanu”)', () => {
  it('ships every row of the table and no other', () => {
    expect(MOVED_DAYS.map(({ free, worked }) => [free, worked])).toEqual(TABLE);
    expect(MOVED_DAYS.every(({ knownFrom }) => knownFrom.length > 0)).toBe(true);
  });

  it.each(TABLE)(
    '%s is free and Saturday %s is worked; not where the municipality does not follow',
    (free, worked) => {
      expect(weekday(day(free))).toBeLessThan(6);
      expect(weekday(day(worked))).toBe(6);
      expect(nonWorkingReason(calendar, day(free))?.kind).toBe('movedFree');
      expect(isWorkingDay(calendar, day(worked))).toBe(true);
      expect(isWorkingDay(unmoved, day(free))).toBe(true);
      expect(nonWorkingReason(unmoved, day(worked))?.kind).toBe('weekend');
    },
  );

  it('a holiday stays one though a working day is moved onto it', () => {
    const odd = makeCalendar({
      changes: [
        { kind: 'movedDayAdded', free: day('2028-06-22'), worked: day('2028-06-24'), source: 'test' },
      ],
    });
    expect(nonWorkingReason(odd, day('2028-06-24'))?.kind).toBe('holiday');
  });
});

describe('working days', () => {
  it('29 May 2023, made a holiday the evening before, is free', () => {
    expect(nonWorkingReason(calendar, day('2023-05-29'))).toEqual({
      kind: 'holiday',
      name: { lv: 'hokeja izlases bronzas medaļa', en: 'bronze medal of the ice hockey team' },
    });
  });

  it.each([
    ['2024-12-13', 1, '2024-12-14'],
    ['2024-12-20', 1, '2024-12-27'],
    ['2024-12-27', 1, '2024-12-28'],
    ['2024-12-28', 1, '2025-01-02'],
    ['2025-12-30', 1, '2026-01-05'],
    ['2026-01-16', 1, '2026-01-17'],
    ['2026-01-17', 1, '2026-01-19'],
    ['2026-11-12', 5, '2026-11-20'],
    ['2026-04-02', 1, '2026-04-07'],
    ['2028-02-28', 1, '2028-02-29'],
  ])('%s + %i working day(s) = %s', (from, count, to) => {
    expect(addWorkingDays(calendar, day(from), count)).toBe(to);
  });

  it('what is due on Monday is reminded of on Friday, over Easter on Thursday', () => {
    expect(previousWorkingDay(calendar, day('2026-11-23'))).toBe('2026-11-20');
    expect(previousWorkingDay(calendar, day('2026-04-07'))).toBe('2026-04-02');
  });

  it('next and previous are strict; on-or-after and on-or-before are not', () => {
    const friday = day('2026-11-20');
    const sunday = day('2026-11-22');
    expect(nextWorkingDay(calendar, friday)).toBe('2026-11-23');
    expect(workingDayOnOrAfter(calendar, friday)).toBe(friday);
    expect(workingDayOnOrBefore(calendar, friday)).toBe(friday);
    expect(workingDayOnOrAfter(calendar, sunday)).toBe('2026-11-23');
    expect(workingDayOnOrBefore(calendar, sunday)).toBe(friday);
  });

  it('a holiday on a weekend is a holiday, another weekend day is not', () => {
    expect(nonWorkingReason(calendar, day('2026-12-26'))?.kind).toBe('holiday');
    expect(nonWorkingReason(calendar, day('2026-12-27'))?.name.lv).toBe('svētdiena');
  });

  it('counts the days between as it adds them, both ways', () => {
    let from = day('2023-04-01');
    for (let count = 0; count < 60; count += 1) {
      from = addDays(from, 17);
      const to = addWorkingDays(calendar, from, count);
      expect(workingDaysBetween(calendar, from, to)).toBe(count);
      expect(workingDaysBetween(calendar, to, from)).toBe(count === 0 ? 0 : -count);
    }
  });
});

describe('versions of a calendar', () => {
  const election: CalendarChange = {
    kind: 'holidayAdded',
    day: day('2027-03-15'),
    name: { lv: 'vienreizēja svētku diena', en: 'one-off holiday' },
    source: 'likums',
  };
  const move: CalendarChange = {
    kind: 'movedDayAdded',
    free: day('2027-06-25'),
    worked: day('2027-06-12'),
    source: 'rīkojums',
  };

  it('a change makes a new version and holds', () => {
    const changed = makeCalendar({ changes: [election, move] });
    expect(changed.version).not.toBe(calendar.version);
    expect(isWorkingDay(changed, election.day)).toBe(false);
    expect(isWorkingDay(changed, day('2027-06-25'))).toBe(false);
    expect(isWorkingDay(changed, day('2027-06-12'))).toBe(true);
    expect(isWorkingDay(calendar, election.day)).toBe(true);
  });

  it('equal content has an equal version, whatever the way to it', () => {
    const undone: CalendarChange = { kind: 'movedDayRemoved', free: day('2027-06-25'), source: 'atcelts' };
    expect(makeCalendar({ changes: [move, election] }).version).toBe(
      makeCalendar({ changes: [election, move] }).version,
    );
    expect(makeCalendar({ changes: [move, undone] })).toEqual(calendar);
    expect(unmoved.version).not.toBe(calendar.version);
  });

  it('a holiday of the rules can be taken away and given back', () => {
    const gone: CalendarChange = {
      kind: 'holidayRemoved',
      day: day('2027-05-04'),
      source: 'likuma grozījumi',
    };
    const back: CalendarChange = { ...election, day: day('2027-05-04') };
    expect(isWorkingDay(makeCalendar({ changes: [gone] }), gone.day)).toBe(true);
    expect(isWorkingDay(makeCalendar({ changes: [gone, back] }), gone.day)).toBe(false);
  });

  it('survives JSON', () => {
    const copy = JSON.parse(JSON.stringify(calendar)) as typeof calendar;
    expect(copy).toEqual(calendar);
    expect(addWorkingDays(copy, day('2024-12-20'), 3)).toBe(addWorkingDays(calendar, day('2024-12-20'), 3));
  });
});

describe('days on the way', () => {
  function kinds(from: string, to: string): readonly (readonly [CalendarDay, CalendarDay, string])[] {
    return skippedDays(calendar, day(from), day(to)).skipped.map((run) => [run.from, run.until, run.name.lv]);
  }

  it('joins weekends and holidays of one name, and keeps others apart', () => {
    expect(kinds('2024-12-20', '2025-01-02')).toEqual([
      ['2024-12-21', '2024-12-22', 'nedēļas nogale'],
      ['2024-12-23', '2024-12-23', 'pārceltā brīvdiena'],
      ['2024-12-24', '2024-12-26', 'Ziemassvētki'],
      ['2024-12-29', '2024-12-29', 'svētdiena'],
      ['2024-12-30', '2024-12-30', 'pārceltā brīvdiena'],
      ['2024-12-31', '2024-12-31', 'Vecgada diena'],
      ['2025-01-01', '2025-01-01', 'Jaungada diena'],
    ]);
    expect(skippedDays(calendar, day('2024-12-20'), day('2025-01-02')).worked).toEqual(['2024-12-28']);
  });

  it('two weekends with worked days between are two runs', () => {
    expect(kinds('2026-11-21', '2026-11-29')).toEqual([
      ['2026-11-21', '2026-11-22', 'nedēļas nogale'],
      ['2026-11-28', '2026-11-29', 'nedēļas nogale'],
    ]);
  });
});
