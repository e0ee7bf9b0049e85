/** A duty as it is shown: how it stands at an instant, why it is due then, and the words of its lateness. */

import { type BreakHint, breakHint, type SchoolYear } from '../domain/calendar/index.ts';
import { ballAt } from '../domain/duty/ball.ts';
import type { Duty, Step } from '../domain/duty/duty.ts';
import { explainEn, explainLv } from '../domain/duty/explanation-sentence.ts';
import { latenessWord } from '../domain/duty/explanation-words.ts';
import { daysLate, statusAt } from '../domain/duty/status.ts';
import { dayOf, daysBetween, type Instant, weekday } from '../domain/time.ts';
import type { DutyStanding } from './application.ts';

/** `steps` are those still to come; empty where the caller does not show them. `schoolYears`: of the case's municipality. */
export function dutyStanding(
  dossier: { readonly id: string; readonly caseNumber: string },
  duty: Duty,
  now: Instant,
  steps: readonly Step[] = [],
  schoolYears: readonly SchoolYear[] = [],
): DutyStanding {
  const status = statusAt(duty, now);
  return {
    dossierId: dossier.id,
    caseNumber: dossier.caseNumber,
    duty,
    status,
    daysLate: daysLate(duty, now),
    ...ahead(duty, now),
    ball: ballAt(duty, now),
    explanation: { lv: explainLv(duty.explanation), en: explainEn(duty.explanation) },
    latenessWord: status === 'late' ? lateness(duty) : null,
    steps,
    schoolBreak: breakOf(duty, schoolYears),
  };
}

/** Calendar days until the due day, negative once it has passed; this week ends with its Sunday. */
function ahead(duty: Duty, now: Instant): Pick<DutyStanding, 'daysLeft' | 'dueThisWeek'> {
  if (duty.due === null) return { daysLeft: null, dueThisWeek: false };
  const today = dayOf(now);
  const daysLeft = daysBetween(today, duty.due.day);
  return { daysLeft, dueThisWeek: daysLeft >= 0 && daysLeft <= 7 - weekday(today) };
}

/** Danger and what is done at once wait for no lessons, and what is settled is not planned any more. */
function breakOf(duty: Duty, schoolYears: readonly SchoolYear[]): BreakHint | null {
  const planned = !(duty.danger || duty.immediate || duty.sameDay) && duty.settled === null;
  return planned && duty.due !== null ? breakHint(schoolYears, duty.due.day) : null;
}

/** The word for being late, by the force of the term (rules of conduct 8); null where nothing may be said. */
export function lateness(
  duty: Pick<Duty, 'force' | 'danger' | 'immediate' | 'sameDay'>,
): { readonly lv: string; readonly en: string } | null {
  const urgency = { danger: duty.danger, immediateOrSameDay: duty.immediate || duty.sameDay };
  const lv = latenessWord(duty.force.term, urgency, 'lv');
  const en = latenessWord(duty.force.term, urgency, 'en');
  return lv === null || en === null ? null : { lv, en };
}
