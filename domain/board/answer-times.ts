/**
 * How long answers take and how many come in time, acknowledgement and answer with an outcome apart (rules of conduct
 * 27). Each day is booked to the side that held the ball (12). Shares in whole per cent only: with counts beside them
 * one could work out small numbers.
 */
import { actOfFact } from '../access/act-of-fact.ts';
import { ballAt } from '../duty/ball.ts';
import { statusAt } from '../duty/status.ts';
import { type CalendarDay, daysBetween, type Instant } from '../time.ts';
import { type BoardDuty, isCounted, owingInstitution, waitingInstitutions } from './board-duty.ts';
import { threshold } from './suppression.ts';

export const answerStages = ['acknowledgement', 'answer'] as const;
export type AnswerStage = (typeof answerStages)[number];

/** Median calendar days from the start to the answer, booked to each side; the share of those due that came in time. */
export type AnswerTimes = {
  readonly medianOwingDays: number;
  readonly medianWaitingDays: number;
  readonly onTimePercent: number;
};

/** The stage of what one institution answers another; null where it is no answer. */
export function stageOf(duty: BoardDuty): AnswerStage | null {
  if (owingInstitution(duty) === null || waitingInstitutions(duty).length === 0) return null;
  const types = (duty.settledBy ?? []).map(({ type }) => type);
  if (types.includes('referral.acknowledged')) return 'acknowledgement';
  return types.some((type) => actOfFact(type) === 'answerReferral') ? 'answer' : null;
}

/** Null where fewer are counted than the threshold. `duties`: of one stage. */
export function answerTimes(duties: readonly BoardDuty[], now: Instant): AnswerTimes | null {
  const counted = duties.filter((duty) => isDecided(duty, now));
  const answered = counted.filter(({ settled }) => settled !== null).map((duty) => ballAt(duty, now));
  if (answered.length < threshold) return null;
  return {
    medianOwingDays: median(answered.map(({ owingDays }) => owingDays)),
    medianWaitingDays: median(answered.map(({ waitingDays }) => waitingDays)),
    onTimePercent: onTime(counted, now),
  };
}

/** The share in time of those that fell due in a month, in whole per cent; null where fewer than the threshold did. */
export function onTimePercent(duties: readonly BoardDuty[], now: Instant): number | null {
  const counted = duties.filter((duty) => isDecided(duty, now));
  return counted.length < threshold ? null : onTime(counted, now);
}

function onTime(counted: readonly BoardDuty[], now: Instant): number {
  const inTime = counted.filter((duty) => cameInTime(duty, now)).length;
  return Math.round((100 * inTime) / counted.length);
}

/** Answered, or late without an answer; what is not due yet counts for nobody. */
function isDecided(duty: BoardDuty, now: Instant): boolean {
  if (!isCounted(duty) || duty.due === null) return false;
  return duty.settled === null ? statusAt(duty, now) === 'late' : duty.settled.how === 'fulfilled';
}

/** The days over the term are the waiting side's as far as it held the ball that long. */
function cameInTime(duty: BoardDuty, now: Instant): boolean {
  if (duty.settled === null || duty.due === null) return false;
  if (duty.settled.at < duty.due.at) return true;
  return ballAt(duty, now).waitingDays >= daysBetween(duty.due.day, duty.settled.day);
}

/** The twelve months up to that of a day, the earliest first, as “2026-11”. */
export function monthsUntil(day: CalendarDay): readonly string[] {
  const [year = 0, month = 0] = day.split('-').map(Number);
  return Array.from({ length: 12 }, (_, index) => {
    const one = year * 12 + month - 12 + index;
    return `${Math.floor(one / 12)}-${String((one % 12) + 1).padStart(2, '0')}`;
  });
}

function median(values: readonly number[]): number {
  const ordered = [...values].sort((a, b) => a - b);
  const middle = Math.floor(ordered.length / 2);
  const upper = ordered[middle] ?? 0;
  return ordered.length % 2 === 1 ? upper : ((ordered[middle - 1] ?? upper) + upper) / 2;
}
