/** On which day a person means to hold a review: a note to oneself, no fact and no due day (rules of conduct 26). */
import { index, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { calendarDay, instant } from './columns.ts';
import { person } from './directory.ts';
import { dossier } from './dossier.ts';

export const reviewPlan = pgTable(
  'review_plan',
  {
    personId: uuid('person_id')
      .notNull()
      .references(() => person.id),
    /** With its row the plan goes. */
    dossierId: uuid('dossier_id')
      .notNull()
      .references(() => dossier.id, { onDelete: 'cascade' }),
    /** The duty that the review settles; the next one has no plan yet. */
    dutyKey: text('duty_key').notNull(),
    day: calendarDay().notNull(),
    plannedAt: instant('planned_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.personId, table.dossierId] }),
    index('review_plan_dossier').on(table.dossierId),
  ],
);
