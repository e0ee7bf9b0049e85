/** School years of the demo municipality with invented breaks, the present one and the next. */
import type { SchoolYear } from '../../domain/calendar/index.ts';
import type { Instant } from '../../domain/time.ts';
import { type CalendarDay, dayOfCivil } from '../../domain/time.ts';
import { periodCodes } from './relative-time.ts';

export function demoSchoolYears(now: Instant): readonly SchoolYear[] {
  const begins = Number(periodCodes(now)['schoolYear']?.slice(0, 4));
  return [begins, begins + 1].map(schoolYearFrom);
}

function schoolYearFrom(year: number): SchoolYear {
  return {
    starts: dayOfCivil(year, 9, 1),
    ends: dayOfCivil(year + 1, 5, 31),
    breaks: [
      lasting('rudens brīvlaiks', 'autumn break', dayOfCivil(year, 10, 20), dayOfCivil(year, 10, 24)),
      lasting('ziemas brīvlaiks', 'winter break', dayOfCivil(year, 12, 22), dayOfCivil(year + 1, 1, 2)),
      lasting('pavasara brīvlaiks', 'spring break', dayOfCivil(year + 1, 3, 16), dayOfCivil(year + 1, 3, 20)),
    ],
  };
}

function lasting(lv: string, en: string, from: CalendarDay, until: CalendarDay) {
  return { name: { lv, en }, from, until };
}
