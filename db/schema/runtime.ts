/** What the running product keeps about itself. */
import { sql } from 'drizzle-orm';
import { boolean, check, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { bytes, instant } from './columns.ts';

/** Which Temporal store knows our timelines; another one means that all of them are started anew. */
export const temporalIncarnation = pgTable(
  'temporal_incarnation',
  {
    only: boolean().primaryKey().default(true),
    namespaceId: text('namespace_id').notNull(),
    sentinelRunId: text('sentinel_run_id').notNull(),
    seenAt: instant('seen_at').notNull(),
  },
  (table) => [check('temporal_incarnation_only', sql`${table.only}`)],
);

/** The simulated clock of a training database. `training` is set by the owner alone. */
export const simulatedClock = pgTable(
  'simulated_clock',
  {
    only: boolean().primaryKey().default(true),
    training: boolean().notNull().default(false),
    mode: text({ enum: ['real', 'simulated', 'running'] })
      .notNull()
      .default('real'),
    /** The product's moment at `setAt` of wall time. */
    nowAt: instant('now_at'),
    setAt: instant('set_at'),
    /** Product seconds per second of wall time while running. */
    rate: integer(),
  },
  (table) => [
    check('simulated_clock_only', sql`${table.only}`),
    check('simulated_clock_mode', sql`${table.mode} in ('real', 'simulated', 'running')`),
    check('simulated_clock_training', sql`${table.training} or ${table.mode} = 'real'`),
    check(
      'simulated_clock_now',
      sql`${table.mode} = 'real' or ${table.nowAt} is not null and ${table.setAt} is not null`,
    ),
  ],
);

/** One row per export of chain heads; each digest covers the one before. The heads themselves lie outside. */
export const chainAnchor = pgTable('chain_anchor', {
  id: uuid().primaryKey(),
  at: instant().notNull(),
  dossiers: integer().notNull(),
  prevDigest: bytes('prev_digest').notNull(),
  digest: bytes().notNull(),
});

/** Each nightly look at all chains. The first broken row stands here until a look finds everything whole. */
export const chainCheck = pgTable('chain_check', {
  id: uuid().primaryKey(),
  at: instant().notNull(),
  facts: integer().notNull(),
  dossiers: integer().notNull(),
  /** How many chains were broken. */
  broken: integer().notNull(),
  /** Of a dossier, or of an anchor that was changed itself. */
  firstBrokenId: uuid('first_broken_id'),
  firstBrokenSeq: integer('first_broken_seq'),
  reason: text(),
});
