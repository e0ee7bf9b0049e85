import { describe, expect, it } from 'vitest';
import { calendarDay } from '../time.ts';
import { calendarDifference } from './calendar-difference.ts';
import { addWorkingDays, makeCalendar, type WorkingCalendar } from './working-calendar.ts';

const day = calendarDay;
const before = makeCalendar();
const items = [
  { key: 'counted', dueDayIn: (calendar: WorkingCalendar) => addWorkingDays(calendar, day('2027-06-10'), 3) },
  { key: 'fixed', dueDayIn: () => day('2027-06-15') },
  { key: 'untimed', dueDayIn: () => null },
];

describe('what a changed calendar moves, listed before it is saved', () => {
  it('a holiday added moves what is counted over it, and nothing else', () => {
    const after = makeCalendar({
      changes: [
        {
          kind: 'holidayAdded',
          day: day('2027-06-14'),
          name: { lv: 'svētki', en: 'holiday' },
          source: 'likums',
        },
      ],
    });
    const difference = calendarDifference(before, after, items);
    expect(difference.moved).toEqual([
      { key: 'counted', from: '2027-06-15', to: '2027-06-16', earlier: false },
    ]);
    expect(difference.days).toEqual([
      { day: '2027-06-14', before: null, after: { kind: 'holiday', name: { lv: 'svētki', en: 'holiday' } } },
    ]);
  });

  it('a Saturday made a working day makes a date earlier, and says so', () => {
    const after = makeCalendar({
      changes: [
        { kind: 'movedDayAdded', free: day('2027-06-25'), worked: day('2027-06-12'), source: 'rīkojums' },
      ],
    });
    const difference = calendarDifference(before, after, items);
    expect(difference.moved).toEqual([
      { key: 'counted', from: '2027-06-15', to: '2027-06-14', earlier: true },
    ]);
    expect(difference.days.map((change) => change.day)).toEqual(['2027-06-12', '2027-06-25']);
  });

  it('the switch of a municipality changes exactly the two days of every move', () => {
    const difference = calendarDifference(before, makeCalendar({ movedDaysOn: false }), []);
    expect(difference.days).toHaveLength(before.movedDays.length * 2);
  });

  it('equal calendars differ in nothing', () => {
    expect(calendarDifference(before, makeCalendar(), items)).toEqual({ days: [], moved: [] });
  });
});
