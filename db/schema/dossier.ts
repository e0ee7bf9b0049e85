/** Dossiers and their facts. */
import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { bytes, instant } from './columns.ts';
import { institution, municipality } from './directory.ts';
import { learner } from './learner.ts';

export const dossier = pgTable(
  'dossier',
  {
    id: uuid().primaryKey(),
    /** What people call it, `2026-0412`; an institution's school year has none. */
    caseNumber: text('case_number'),
    kind: text({ enum: ['concern', 'case', 'institutionYear'] }).notNull(),
    municipalityId: uuid('municipality_id')
      .notNull()
      .references(() => municipality.id),
    /** The learner's school, or the institution whose school year this is. */
    homeInstitutionId: uuid('home_institution_id')
      .notNull()
      .references(() => institution.id),
    /** `2026/2027`; only for an institution's school year. */
    schoolYear: text('school_year'),
    classTeacherId: uuid('class_teacher_id'),
    procedureId: text('procedure_id').notNull(),
    procedureVersion: text('procedure_version').notNull(),
    status: text({ enum: ['open', 'closed'] }).notNull(),
    /** The `seq` of its last fact. */
    version: integer().notNull().default(0),
    /** The version whose timeline the clock has loaded; smaller than `version` = it has to be poked. */
    clockVersion: integer('clock_version').notNull().default(-1),
    /** The version of the municipality's calendar that its duties are counted in; behind until it was recounted. */
    calendarVersion: integer('calendar_version').notNull().default(0),
    /** The version of its municipality's people and settings, plus those of its guests', that it was worked out with. */
    directoryVersion: integer('directory_version').notNull().default(0),
    /** Other municipalities with an institution that a referral brought in: it is worked out with their people, too. */
    guestMunicipalities: uuid('guest_municipalities').array().notNull().default(sql`'{}'`),
    /** The earliest step that is not taken. */
    nextStepAt: instant('next_step_at'),
    poisonedAt: instant('poisoned_at'),
    poisonCode: text('poison_code'),
    attempts: integer().notNull().default(0),
    createdAt: instant('created_at').notNull(),
    /** Hash of its last fact, or what the chain starts from. */
    chainHead: bytes('chain_head').notNull(),
  },
  (table) => [
    unique('dossier_case_number').on(table.municipalityId, table.caseNumber),
    uniqueIndex('dossier_institution_year')
      .on(table.homeInstitutionId, table.schoolYear)
      .where(sql`${table.kind} = 'institutionYear'`),
    index('dossier_created').on(table.createdAt, table.id),
    index('dossier_next_step').on(table.nextStepAt, table.id).where(sql`${table.nextStepAt} is not null`),
    index('dossier_to_poke').on(table.id).where(sql`${table.clockVersion} < ${table.version}`),
    index('dossier_poisoned').on(table.poisonedAt).where(sql`${table.poisonedAt} is not null`),
    check('dossier_kind', sql`${table.kind} in ('concern', 'case', 'institutionYear')`),
    check('dossier_status', sql`${table.status} in ('open', 'closed')`),
    check('dossier_year', sql`(${table.kind} = 'institutionYear') = (${table.schoolYear} is not null)`),
    check('dossier_number', sql`(${table.kind} = 'institutionYear') = (${table.caseNumber} is null)`),
    check('dossier_chain_head', sql`length(${table.chainHead}) = 32`),
  ],
);

/** The last case number given per municipality and year. */
export const caseCounter = pgTable(
  'case_counter',
  {
    municipalityId: uuid('municipality_id')
      .notNull()
      .references(() => municipality.id),
    year: integer().notNull(),
    last: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.municipalityId, table.year] })],
);

/** Facts. Append-only by grants and by triggers; hash-chained per dossier (`chain.ts`). */
export const event = pgTable(
  'event',
  {
    dossierId: uuid('dossier_id')
      .notNull()
      .references(() => dossier.id),
    seq: integer().notNull(),
    id: uuid().notNull(),
    type: text().notNull(),
    occurredAt: instant('occurred_at').notNull(),
    recordedAt: instant('recorded_at').notNull(),
    byPerson: uuid('by_person').notNull(),
    institutionId: uuid('institution_id').notNull(),
    /** Null where the fact does not say; kept apart from false so that a fact comes back as it was written. */
    acute: boolean(),
    settles: text().array(),
    /** Codes, days, moments, counts and opaque ids. */
    data: jsonb().notNull(),
    /** Free text and names, encrypted under the data key `keyId`. */
    words: bytes(),
    keyId: uuid('key_id'),
    prevHash: bytes('prev_hash').notNull(),
    hash: bytes().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.dossierId, table.seq] }),
    unique('event_id').on(table.id),
    index('event_referral_sent')
      .on(table.institutionId, table.dossierId)
      .where(sql`${table.type} = 'referral.sent'`),
    check('event_seq', sql`${table.seq} >= 1`),
    check('event_words_key', sql`(${table.words} is null) = (${table.keyId} is null)`),
    check('event_hashes', sql`length(${table.prevHash}) = 32 and length(${table.hash}) = 32`),
  ],
);

/** Which learner a dossier is about. Erasure deletes the row; nothing else connects the two. */
export const dossierLearner = pgTable(
  'dossier_learner',
  {
    dossierId: uuid('dossier_id')
      .primaryKey()
      .references(() => dossier.id),
    learnerId: uuid('learner_id')
      .notNull()
      .references(() => learner.id),
  },
  (table) => [index('dossier_learner_learner').on(table.learnerId)],
);
