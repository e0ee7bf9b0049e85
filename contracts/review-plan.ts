/** The week planner on the wire (rules of conduct 26): which review on which day, as the person means it. */
import { z } from 'zod';
import { learnerInShort } from './duty.ts';
import { answerList, bilingual, count, day, dutyRef, flag, id } from './values.ts';

/** More than anybody's reviews of a month. */
const mostPlans = 200;

const plannedDay = z
  .strictObject({
    day,
    free: bilingual.nullable().describe('Why nobody works on it; null where it is worked.'),
    away: flag.describe('The caller’s own leave.'),
  })
  .meta({ id: 'PlannedDay' });

const reviewInPlan = z
  .strictObject({
    dossierId: id,
    dutyKey: dutyRef,
    caseNumber: z.string(),
    learner: learnerInShort,
    title: bilingual,
    dueDay: day,
    late: flag,
    plannedOn: day.nullable().describe('What the caller has chosen.'),
    proposedOn: day
      .nullable()
      .describe('Where nothing is chosen: a day at work up to the due day, if there is one.'),
    mayOn: answerList(day).describe('Days that can be chosen.'),
  })
  .meta({ id: 'ReviewInPlan' });

export const reviewPlan = z
  .strictObject({
    today: day,
    perDay: count.describe('Most that are proposed for one day while there is room.'),
    weeks: answerList(
      z.strictObject({ monday: day, days: answerList(plannedDay) }).meta({ id: 'PlannedWeek' }),
    ).describe('From this week on; Saturdays and Sundays only where they are worked.'),
    reviews: answerList(reviewInPlan),
  })
  .meta({ id: 'ReviewPlan' });
export type ReviewPlan = z.infer<typeof reviewPlan>;

export const reviewsToPlan = z
  .strictObject({
    plans: z
      .array(
        z.strictObject({
          dossierId: id,
          dutyKey: dutyRef,
          day: day.nullable().describe('Null takes the plan back.'),
        }),
        { error: 'notAList' },
      )
      .min(1, { error: 'emptyList' })
      .max(mostPlans, { error: 'tooMany' }),
  })
  .meta({ id: 'ReviewsToPlan' });
