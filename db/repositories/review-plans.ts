/** On which day a person means to hold which review. For role `app_api`, whose walls give each person their own. */
import { and, eq, gte, inArray, sql } from 'drizzle-orm';
import type { CalendarDay, Instant } from '../../domain/time.ts';
import { absence, reviewPlan } from '../schema/index.ts';
import type { Transaction } from '../transaction.ts';
import { notOver } from './in-force.ts';
import { uuidArray } from './rows.ts';

export type PlannedReview = {
  readonly dossierId: string;
  readonly dutyKey: string;
  readonly day: CalendarDay;
};

/** The actor's own plans for reviews in these dossiers, from `today` on. */
export async function plannedReviews(
  tx: Transaction,
  dossierIds: readonly string[],
  today: CalendarDay,
): Promise<readonly PlannedReview[]> {
  const { dossierId, dutyKey, day } = reviewPlan;
  return await tx
    .select({ dossierId, dutyKey, day })
    .from(reviewPlan)
    .where(and(sql`${dossierId} = any (${uuidArray(dossierIds)})`, gte(day, today)));
}

/** In the place of what was planned in the dossier before. */
export async function keepReviewPlans(
  tx: Transaction,
  personId: string,
  plans: readonly PlannedReview[],
  now: Instant,
): Promise<void> {
  if (plans.length === 0) return;
  await tx
    .insert(reviewPlan)
    .values(plans.map((plan) => ({ personId, ...plan, plannedAt: now })))
    .onConflictDoUpdate({
      target: [reviewPlan.personId, reviewPlan.dossierId],
      set: { dutyKey: sql`excluded.duty_key`, day: sql`excluded.day`, plannedAt: now },
    });
}

export async function dropReviewPlans(
  tx: Transaction,
  personId: string,
  dossierIds: readonly string[],
): Promise<void> {
  if (dossierIds.length === 0) return;
  await tx
    .delete(reviewPlan)
    .where(and(eq(reviewPlan.personId, personId), inArray(reviewPlan.dossierId, [...dossierIds])));
}

/** When the person is away from the institution, now or later. */
export async function absencesOf(
  tx: Transaction,
  personId: string,
  institutionId: string,
  now: Instant,
): Promise<readonly { readonly from: Instant; readonly until: Instant | null }[]> {
  return await tx
    .select({ from: absence.fromAt, until: absence.untilAt })
    .from(absence)
    .where(
      and(eq(absence.personId, personId), eq(absence.institutionId, institutionId), notOver(absence, now)),
    );
}
