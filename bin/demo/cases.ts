/** All cases of the demo municipality. */
import type { DemoCase } from './case-data.ts';
import { absences } from './cases/absence.ts';
import { dangers } from './cases/danger.ts';
import { earlySigns } from './cases/early-signs.ts';
import { fluWeek } from './cases/flu-week.ts';
import { groupCases } from './cases/group-and-board.ts';
import { handovers } from './cases/handover.ts';
import { institutionYears } from './cases/institution-years.ts';
import { monthlyReviews } from './cases/monthly-reviews.ts';
import { offenceCases } from './cases/offences-and-court.ts';
import { replies, stalledReplies } from './cases/replies.ts';

/** Children's cases and concerns in all states, then the institutions' school years. */
export const demoCases: readonly DemoCase[] = [
  ...earlySigns,
  ...monthlyReviews,
  ...absences,
  ...fluWeek,
  ...dangers,
  ...handovers,
  ...replies,
  ...groupCases,
  ...offenceCases,
  ...stalledReplies,
  ...institutionYears,
];
