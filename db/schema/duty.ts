/** What follows from the facts: duties and the moments at which somebody is told. Rebuilt, never edited. */
import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uuid,
} from 'drizzle-orm/pg-core';
import type { Duty, Party, SettledHow, Step, Told } from '../../domain/duty/duty.ts';
import type { ActForce, TermForce } from '../../domain/procedure/force.ts';
import { calendarDay, instant } from './columns.ts';
import { municipality } from './directory.ts';
import { dossier } from './dossier.ts';

export const duty = pgTable(
  'duty',
  {
    dossierId: uuid('dossier_id')
      .notNull()
      .references(() => dossier.id),
    key: text().notNull(),
    kind: text().notNull(),
    municipalityId: uuid('municipality_id')
      .notNull()
      .references(() => municipality.id),
    owedByParty: text('owed_by_party').$type<Party['party']>().notNull(),
    owedByRole: text('owed_by_role'),
    owedByInstitution: uuid('owed_by_institution'),
    owedByPerson: uuid('owed_by_person'),
    /** One text for who owes, in the form of `party-key.ts`; null for family and outside. */
    owedByKey: text('owed_by_key'),
    owedTo: jsonb('owed_to').$type<readonly Party[]>().notNull(),
    forceAct: text('force_act').$type<ActForce>().notNull(),
    forceTerm: text('force_term').$type<TermForce>(),
    danger: boolean().notNull(),
    dueAt: instant('due_at'),
    dueDay: calendarDay('due_day'),
    /** For order and paging: without a due moment comes last. */
    dueSort: instant('due_sort')
      .notNull()
      .generatedAlwaysAs(sql`coalesce(due_at, '9999-01-01 00:00:00+00'::timestamptz)`),
    knownAt: instant('known_at').notNull(),
    startedAt: instant('started_at').notNull(),
    opensOn: calendarDay('opens_on').notNull(),
    generation: integer().notNull(),
    settledHow: text('settled_how').$type<SettledHow>(),
    settledAt: instant('settled_at'),
    takenOver: boolean('taken_over').notNull(),
    answerUnknown: boolean('answer_unknown').notNull(),
    held: boolean().notNull(),
    /** Past its due moment it counts as late: not quiet, not taken over, not with an institution without a user. */
    canBeLate: boolean('can_be_late').notNull(),
    /** The whole duty as the core made it. */
    duty: jsonb().$type<Duty>().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.dossierId, table.key] }),
    index('duty_overdue')
      .on(table.municipalityId, table.dueSort, table.dossierId, table.key)
      .where(sql`${table.settledAt} is null and ${table.canBeLate}`),
    index('duty_open_institution')
      .on(table.owedByInstitution, table.dueSort, table.dossierId, table.key)
      .where(sql`${table.settledAt} is null`),
    index('duty_open_owed_by')
      .on(table.owedByKey, table.dueSort, table.dossierId, table.key)
      .where(sql`${table.settledAt} is null`),
    index('duty_open').on(table.dueSort, table.dossierId, table.key).where(sql`${table.settledAt} is null`),
    index('duty_late')
      .on(table.dueSort, table.dossierId, table.key)
      .where(sql`${table.settledAt} is null and ${table.canBeLate}`),
    check(
      'duty_settled_how',
      sql`${table.settledHow} in ('fulfilled', 'superseded', 'waived', 'closed') and ${table.settledAt} is not null or ${table.settledHow} is null and ${table.settledAt} is null`,
    ),
    check('duty_due', sql`(${table.dueAt} is null) = (${table.dueDay} is null)`),
    check('duty_force_act', sql`${table.forceAct} in ('law', 'must', 'recommended', 'local')`),
    check('duty_force_term', sql`${table.forceTerm} in ('law', 'must', 'recommended', 'agreed', 'default')`),
    check('duty_owed_by_party', sql`${table.owedByParty} in ('person', 'institution', 'family', 'outside')`),
  ],
);

/**
 * Who waits for a duty: one row per side in the form of `party-key.ts`, and `at:<institution>` for each institution
 * among them. A table of its own because row-level security lets no index of an array be used.
 */
export const dutyWaiting = pgTable(
  'duty_waiting',
  {
    dossierId: uuid('dossier_id').notNull(),
    key: text().notNull(),
    partyKey: text('party_key').notNull(),
    open: boolean().notNull(),
    dueSort: instant('due_sort').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.dossierId, table.key, table.partyKey] }),
    foreignKey({
      columns: [table.dossierId, table.key],
      foreignColumns: [duty.dossierId, duty.key],
    }).onDelete('cascade'),
    index('duty_waiting_party').on(table.partyKey, table.open, table.dueSort, table.dossierId, table.key),
  ],
);

export const step = pgTable(
  'step',
  {
    dossierId: uuid('dossier_id')
      .notNull()
      .references(() => dossier.id),
    /** Empty for a step of an institution (digest, weekly round). */
    dutyKey: text('duty_key').notNull(),
    generation: integer().notNull(),
    name: text().notNull(),
    /** Which of a row of steps; of an institution's steps the number of the day. */
    n: integer().notNull(),
    at: instant().notNull(),
    urgency: text({ enum: ['danger', 'own', 'digest'] })
      .$type<Step['urgency']>()
      .notNull(),
    tell: jsonb().$type<readonly Told[]>().notNull(),
    takenAt: instant('taken_at'),
  },
  (table) => [
    primaryKey({ columns: [table.dossierId, table.dutyKey, table.generation, table.name, table.n] }),
    index('step_untaken').on(table.at).where(sql`${table.takenAt} is null`),
    check('step_urgency', sql`${table.urgency} in ('danger', 'own', 'digest')`),
  ],
);
