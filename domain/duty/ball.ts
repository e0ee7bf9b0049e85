/** Whose turn it is: terms run on, but each day is booked to the side that held the ball (rules of conduct 12). */

import { factsOf } from '../dossier/facts.ts';
import { type CalendarDay, dayOf, daysBetween, type Instant } from '../time.ts';
import type { Ball, BallInterval, Duty } from './duty.ts';
import { type MatchContext, referralOf, type Start } from './match.ts';

/**
 * The spells during which the receiver waited for a supplement from the sender, merged and in order. Only duties
 * that the receiver owes have any: the sender's own (the supplement, the support meanwhile) are the sender's days.
 */
export function ballIntervals(
  start: Start,
  owingInstitutionId: string | null,
  context: MatchContext,
): readonly BallInterval[] {
  const referral = referralOf(start.fact, context);
  if (referral === null || referral.receiverId !== owingInstitutionId) return [];
  const requests = factsOf(context.facts, 'referral.supplementRequested').filter(
    ({ event }) => event.data.referralId === referral.id,
  );
  const supplements = factsOf(context.facts, 'referral.supplemented').filter(
    ({ event }) => event.data.referralId === referral.id,
  );
  const spells = requests.map(({ event, moment }) => ({
    from: moment.day,
    until: supplements.find((answer) => answer.event.data.requestId === event.id)?.moment.day ?? null,
  }));
  return merge(spells);
}

function merge(spells: readonly BallInterval[]): readonly BallInterval[] {
  const merged: BallInterval[] = [];
  for (const spell of [...spells].sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))) {
    const last = merged.at(-1);
    if (last === undefined || (last.until !== null && spell.from > last.until)) {
      merged.push(spell);
      continue;
    }
    const until = last.until === null || spell.until === null ? null : later(last.until, spell.until);
    merged[merged.length - 1] = { from: last.from, until };
  }
  return merged;
}

/**
 * The ball at an instant, and the calendar days since the start booked to each side; they add up to all days from
 * the day of the start to the day of `at` or of the settlement, whichever is earlier. The day of a supplement
 * request is still the owing side's, the day of the supplement the waiting side's.
 */
export function ballAt(duty: Pick<Duty, 'startedDay' | 'settled' | 'ballIntervals'>, at: Instant): Ball {
  const today = dayOf(at);
  const last = duty.settled !== null && duty.settled.day < today ? duty.settled.day : today;
  const end = last < duty.startedDay ? duty.startedDay : last;
  const waitingDays = duty.ballIntervals.reduce((sum, { from, until }) => {
    const begin = later(from, duty.startedDay);
    const stop = until === null || until > end ? end : until;
    return sum + Math.max(0, daysBetween(begin, stop));
  }, 0);
  const open = duty.ballIntervals.some(({ from, until }) => from <= end && (until === null || until > end));
  return {
    holder: open ? 'waiting' : 'owing',
    owingDays: daysBetween(duty.startedDay, end) - waitingDays,
    waitingDays,
  };
}

function later(a: CalendarDay, b: CalendarDay): CalendarDay {
  return a > b ? a : b;
}
