/** Same-day and immediate duties that are no danger: told when recorded, then every two hours in working hours. */
import { nextWorkingMoment } from '../calendar/index.ts';
import { addMinutes, dayOf, type Instant, startOfDay } from '../time.ts';
import type { Duty, Step } from './duty.ts';
import { institutionIdOf } from './parties.ts';
import { calendarFor, type DossierSetting } from './setting.ts';
import { owing, tellableFrom } from './told.ts';

const everyMinutes = 120;

/**
 * At once, then every two hours within the owner's working hours of the day it is due (rules of conduct 1). Known
 * before that day (it was postponed), it nags from the beginning of that day's working hours.
 */
export function nagSteps(duty: Duty, setting: DossierSetting): readonly Step[] {
  const { due } = duty;
  if (due === null) return [];
  const calendar = calendarFor(setting, institutionIdOf(duty.owedBy));
  const workingMoment = (at: Instant) => nextWorkingMoment(calendar, setting.workingHours, at);
  const begin = tellableFrom(duty);
  const moments: Instant[] = [begin];
  const early = dayOf(begin) < due.day;
  let at = early ? workingMoment(startOfDay(due.day)) : addMinutes(begin, everyMinutes);
  for (; dayOf(at) === due.day; at = addMinutes(at, everyMinutes)) {
    if (workingMoment(at) === at) moments.push(at);
  }
  return moments.map((moment, n) => ({
    name: 'nag',
    n,
    at: moment,
    urgency: 'own',
    tell: [owing(duty)],
  }));
}
