import Holidays from 'date-holidays';
import { describe, expect, it } from 'vitest';
import { addDays, calendarDay, weekday } from '../time.ts';
import { easterSunday, holidaysOf, ONE_OFF_HOLIDAYS } from './holidays.ts';

const YEARS = Array.from({ length: 26 }, (_, index) => 2015 + index);
const library = new Holidays('LV');

function theirs(year: number, type: string): readonly string[] {
  return library
    .getHolidays(year)
    .filter((holiday) => holiday.type === type)
    .map((holiday) => holiday.date.slice(0, 10));
}

function ours(year: number): readonly string[] {
  const oneOff = ONE_OFF_HOLIDAYS.filter(({ day }) => day.startsWith(String(year)));
  return [...holidaysOf(year), ...oneOff].map(({ day }) => day);
}

describe('holidays against date-holidays, 2015–2040', () => {
  it.each(YEARS)('%i: every public holiday of the library is one here', (year) => {
    expect(theirs(year, 'public').filter((day) => !ours(year).includes(day))).toEqual([]);
  });

  it.each(YEARS)('%i: what the library does not know as a public holiday is named here', (year) => {
    const known = theirs(year, 'public');
    const more = ours(year).filter((day) => !known.includes(day));
    const easter = library.getHolidays(year).find((holiday) => holiday.rule === 'easter');
    const differences = [
      // The library lists Mother's Day as an observance; the law lists it as a holiday. It is a Sunday.
      ...theirs(year, 'observance'),
      // The library leaves out Whit Sunday, the 49th day after its own Easter. It is a Sunday.
      String(addDays(calendarDay(easter?.date.slice(0, 10) ?? ''), 49)),
      // The library knows the one-off holiday of 2023-05-29 and not these three (calendar.md).
      ...['2018-07-09', '2018-09-24', '2023-07-10'].filter((day) => day.startsWith(String(year))),
    ];
    expect([...new Set(more)].sort()).toEqual([...new Set(differences)].sort());
  });
});

describe('holiday rules (law on holidays)', () => {
  it.each([
    [2015, '2015-04-05'],
    [2018, '2018-04-01'],
    [2019, '2019-04-21'],
    [2024, '2024-03-31'],
    [2026, '2026-04-05'],
    [2038, '2038-04-25'],
    [2285, '2285-03-22'],
  ])('Easter Sunday of %i is %s', (year, day) => {
    expect(easterSunday(year)).toBe(day);
  });

  it.each([
    ['2014-05-05', 'brīvdiena par 4. maiju'],
    ['2024-05-06', 'brīvdiena par 4. maiju'],
    ['2025-05-05', 'brīvdiena par 4. maiju'],
    ['2018-11-19', 'brīvdiena par 18. novembri'],
    ['2023-11-20', 'brīvdiena par 18. novembri'],
  ])('%s is free: %s', (day, name) => {
    const found = holidaysOf(Number(day.slice(0, 4))).find((holiday) => holiday.day === day);
    expect(found?.name.lv).toBe(name);
  });

  it('4 May and 18 November on a working day move nothing', () => {
    const names = holidaysOf(2026).map((holiday) => holiday.name.lv);
    expect(names.filter((name) => name.startsWith('brīvdiena'))).toEqual([]);
  });

  it('the day after 4 May or 18 November on a weekend is no other holiday, in any year to 2500', () => {
    for (let year = 1991; year <= 2500; year += 1) {
      const all = holidaysOf(year);
      const shifted = all.filter((holiday) => holiday.name.lv.startsWith('brīvdiena'));
      for (const { day } of shifted) {
        expect(weekday(day)).toBe(1);
        expect(all.filter((holiday) => holiday.day === day)).toHaveLength(1);
      }
    }
  });

  it('every entry has a name in both languages and a source', () => {
    for (const { name, source } of [...holidaysOf(2024), ...ONE_OFF_HOLIDAYS]) {
      expect([name.lv, name.en, source].every((text) => text.length > 3)).toBe(true);
    }
  });
});
