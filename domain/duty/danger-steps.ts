/** Danger reminders know no working hours (rules of conduct 1). */
import {
  addDays,
  addMinutes,
  atTime,
  type CalendarDay,
  dayOf,
  daysBetween,
  type Instant,
  maxOf,
} from '../time.ts';
import type { Duty, Step, Told } from './duty.ts';
import type { DossierSetting } from './setting.ts';
import { recorderOf, tellableFrom } from './told.ts';

const lastHour = 23;
const firstHour = 7;
const everyHours = 2;
/** Ranks of one day, so that a rank never depends on how many came before. */
const ranksPerDay = 100;

/**
 * At once, after 30 minutes, after 2 hours, then every 2 hours, the last at 23.00; late at 24.00; then every day
 * at 7.00 and every 2 hours, the last at 23.00, until settled. To the recorder, from the second on also to the
 * on-call person; lateness to recorder, on-call person and principal at once.
 */
export function dangerSteps(duty: Duty, setting: DossierSetting, horizon: Instant): readonly Step[] {
  const begin = tellableFrom(duty);
  const firstDay = dayOf(begin);
  const recorder: Told = { as: 'recorder', to: recorderOf(duty) };
  const onCall: Told = {
    as: 'onCall',
    to: { party: 'person', role: 'onCall', institutionId: setting.homeInstitutionId, personId: null },
  };
  const nags: Step[] = firstDayMoments(begin).map((at, n) =>
    nag(at, n, n === 0 ? [recorder] : [recorder, onCall]),
  );
  for (let day = addDays(firstDay, 1); ; day = addDays(day, 1)) {
    const rank = daysBetween(firstDay, day) * ranksPerDay;
    const ofDay = laterDayMoments(day).map((at, slot) => nag(at, rank + slot, [recorder, onCall]));
    const past = ofDay.filter((step) => step.at <= horizon);
    nags.push(...past, ...ofDay.slice(past.length, past.length + 1));
    if (past.length < ofDay.length) break;
  }
  return [...nags, ...lateStep(duty, begin, [recorder, onCall], setting)];
}

function lateStep(
  duty: Duty,
  begin: Instant,
  tell: readonly Told[],
  setting: DossierSetting,
): readonly Step[] {
  if (duty.due === null) return [];
  const principal: Told = {
    as: 'principal',
    to: { party: 'person', role: 'principal', institutionId: setting.homeInstitutionId, personId: null },
  };
  const at = maxOf(duty.due.at, begin);
  return [{ name: 'late', n: 0, at, urgency: 'danger', tell: [...tell, principal] }];
}

function nag(at: Instant, n: number, tell: readonly Told[]): Step {
  return { name: 'dangerNag', n, at, urgency: 'danger', tell };
}

/** Saturday 18.00 gives 18.00, 18.30, 20.00, 22.00, 23.00. */
function firstDayMoments(begin: Instant): readonly Instant[] {
  const last = atTime(dayOf(begin), lastHour, 0);
  const moments = [begin, addMinutes(begin, 30)];
  for (let at = addMinutes(begin, everyHours * 60); at < last; at = addMinutes(at, everyHours * 60)) {
    moments.push(at);
  }
  moments.push(last);
  return [begin, ...new Set(moments.filter((at) => at > begin && at <= last))];
}

/** 7.00, 9.00 … 23.00. */
function laterDayMoments(day: CalendarDay): readonly Instant[] {
  const moments: Instant[] = [];
  for (let hour = firstHour; hour <= lastHour; hour += everyHours) moments.push(atTime(day, hour, 0));
  return moments;
}
