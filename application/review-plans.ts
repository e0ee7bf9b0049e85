/** Somebody's reviews over the coming weeks: what they have chosen, and what is proposed (rules of conduct 26). */
import { actorKeys } from '../db/party-key.ts';
import { holdingsOf, loadDirectory, loadInstitution } from '../db/repositories/directory.ts';
import { listDuties } from '../db/repositories/duties.ts';
import { absencesOf, dropReviewPlans, keepReviewPlans } from '../db/repositories/review-plans.ts';
import { asActor, type Transaction } from '../db/transaction.ts';
import { isWorkingDay, makeCalendar, nonWorkingReason } from '../domain/calendar/index.ts';
import {
  daysAtWork,
  daysFor,
  isAway,
  isReview,
  reviewsADay,
  spreadReviews,
} from '../domain/duty/spread-reviews.ts';
import { addDays, type CalendarDay, dayOf, type Instant, weekday } from '../domain/time.ts';
import type { Actor, DutyView, Result } from './application.ts';
import { refused } from './commands/carry-out.ts';
import type { ApiDeps } from './deps.ts';
import { showDuties } from './queries/show-duties.ts';

type Words = { readonly lv: string; readonly en: string };

export type ReviewPlan = {
  readonly today: CalendarDay;
  readonly perDay: number;
  readonly weeks: readonly {
    readonly monday: CalendarDay;
    readonly days: readonly {
      readonly day: CalendarDay;
      readonly free: Words | null;
      readonly away: boolean;
    }[];
  }[];
  readonly reviews: readonly {
    readonly dossierId: string;
    readonly dutyKey: string;
    readonly caseNumber: string;
    readonly learner: DutyView['learner'];
    readonly title: Words;
    readonly dueDay: CalendarDay;
    readonly late: boolean;
    readonly plannedOn: CalendarDay | null;
    readonly proposedOn: CalendarDay | null;
    readonly mayOn: readonly CalendarDay[];
  }[];
};

export type ReviewToPlan = {
  readonly dossierId: string;
  readonly dutyKey: string;
  /** Null takes the plan back. */
  readonly day: CalendarDay | null;
};

export type ReviewPlans = {
  reviewPlan(actor: Actor): Promise<Result<ReviewPlan>>;
  /** All or none. `notFound` where it is no review that the actor owes. */
  planReviews(actor: Actor, plans: readonly ReviewToPlan[]): Promise<Result<ReviewPlan>>;
};

/** The present week and those after it; a review comes at least once a month. */
const weeksAhead = 5;
/** Far more open reviews than one person can hold. */
const mostDuties = 2_000;

export function reviewPlans(deps: ApiDeps): ReviewPlans {
  return {
    async reviewPlan(actor) {
      const now = await deps.clock.now();
      return await asActor(deps.database, { personId: actor.personId, now }, async (tx) => ({
        ok: true,
        value: await planOf(deps, tx, actor, now),
      }));
    },

    async planReviews(actor, plans) {
      const now = await deps.clock.now();
      const { personId } = actor;
      return await asActor(deps.database, { personId, now }, async (tx) => {
        const { reviews } = await planOf(deps, tx, actor, now);
        const known = new Map(reviews.map((one) => [nameOf(one), one]));
        for (const [index, plan] of plans.entries()) {
          const review = known.get(nameOf(plan));
          const path = `plans[${index}]`;
          if (review === undefined) return refused({ refused: 'notFound', path: `${path}.dutyKey` });
          if (plan.day !== null && !review.mayOn.includes(plan.day))
            return refused({ refused: 'dayNotForReview', path: `${path}.day` });
        }
        await keepReviewPlans(tx, personId, plans.flatMap(planned), now);
        const dropped = plans.filter(({ day }) => day === null).map(({ dossierId }) => dossierId);
        await dropReviewPlans(tx, personId, dropped);
        return { ok: true, value: await planOf(deps, tx, actor, now) };
      });
    },
  };
}

async function planOf(deps: ApiDeps, tx: Transaction, actor: Actor, now: Instant): Promise<ReviewPlan> {
  const { personId, institutionId } = actor;
  const today = dayOf(now);
  const monday = addDays(today, 1 - weekday(today));
  const last = addDays(monday, weeksAhead * 7 - 1);
  const keys = actorKeys(personId, await holdingsOf(tx, personId, now));
  const [institution, away, duties] = await Promise.all([
    loadInstitution(tx, institutionId),
    absencesOf(tx, personId, institutionId, now),
    listDuties(tx, { owedByKeys: keys, status: 'open', dueUntil: last }, { limit: mostDuties }, now),
  ]);
  if (institution === null) throw new Error(`institution ${institutionId} is not known`);
  const { calendarChanges, municipality } = await loadDirectory(tx, institution.municipalityId, now);
  const movedDaysOn = institution.movedDaysOn ?? municipality.movedDaysOn;
  const calendar = makeCalendar({ movedDaysOn, changes: calendarChanges });
  const days = daysAtWork(calendar, away, today, last);
  const views = await showDuties(
    tx,
    deps,
    duties.filter(({ duty }) => isReview(duty) && !duty.takenOver),
    now,
  );
  const reviews = views.flatMap(({ duty, dossierId, caseNumber, learner, status, plannedOn }) => {
    if (duty.due === null) return [];
    const dueDay = duty.due.day;
    const mayOn = daysFor(dueDay, days, today);
    const chosen = plannedOn !== null && mayOn.includes(plannedOn) ? plannedOn : null;
    const { key: dutyKey, title } = duty;
    const key = nameOf({ dossierId, dutyKey });
    const late = status === 'late';
    return [{ key, dossierId, dutyKey, caseNumber, learner, title, dueDay, late, plannedOn: chosen, mayOn }];
  });
  const proposed = spreadReviews(reviews, days, today);
  return {
    today,
    perDay: reviewsADay,
    weeks: Array.from({ length: weeksAhead }, (_, index) => {
      const first = addDays(monday, index * 7);
      return {
        monday: first,
        days: Array.from({ length: 7 }, (_each, at) => addDays(first, at))
          .filter((day) => weekday(day) <= 5 || isWorkingDay(calendar, day))
          .map((day) => ({
            day,
            free: nonWorkingReason(calendar, day)?.name ?? null,
            away: isAway(away, day),
          })),
      };
    }),
    reviews: reviews.map(({ key, ...one }) => ({ ...one, proposedOn: proposed.get(key) ?? null })),
  };
}

function planned({ day, ...duty }: ReviewToPlan) {
  return day === null ? [] : [{ ...duty, day }];
}

function nameOf({ dossierId, dutyKey }: Pick<ReviewToPlan, 'dossierId' | 'dutyKey'>): string {
  return `${dossierId.toLowerCase()} ${dutyKey}`;
}
