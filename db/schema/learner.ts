/** Learners, their classes, and the index by which they are found. No names in the clear. */
import { sql } from 'drizzle-orm';
import {
  check,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { bytes, calendarDay, instant } from './columns.ts';
import { institution, municipality, person } from './directory.ts';

/** A class of one school year; the next year's is another row. */
export const schoolClass = pgTable(
  'school_class',
  {
    id: uuid().primaryKey(),
    institutionId: uuid('institution_id')
      .notNull()
      .references(() => institution.id),
    /** `2026/2027`. */
    schoolYear: text('school_year').notNull(),
    name: text().notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [
    unique('school_class_name').on(table.institutionId, table.schoolYear, table.name),
    check('school_class_year', sql`${table.schoolYear} ~ '^[0-9]{4}/[0-9]{4}$'`),
  ],
);

/** Who led a class, from when until when. Nobody is removed. */
export const classTeacher = pgTable(
  'class_teacher',
  {
    id: uuid().primaryKey(),
    classId: uuid('class_id')
      .notNull()
      .references(() => schoolClass.id),
    personId: uuid('person_id')
      .notNull()
      .references(() => person.id),
    fromOn: calendarDay('from_on').notNull(),
    /** The first day on which it is somebody else; null = still. */
    untilOn: calendarDay('until_on'),
  },
  (table) => [
    uniqueIndex('class_teacher_present').on(table.classId).where(sql`${table.untilOn} is null`),
    index('class_teacher_class').on(table.classId),
    index('class_teacher_person').on(table.personId),
    check('class_teacher_period', sql`${table.untilOn} is null or ${table.untilOn} >= ${table.fromOn}`),
  ],
);

export const learner = pgTable(
  'learner',
  {
    id: uuid().primaryKey(),
    municipalityId: uuid('municipality_id')
      .notNull()
      .references(() => municipality.id),
    /** Where the learner is or was last enrolled: its people see the name. Null where no school is known. */
    schoolId: uuid('school_id').references(() => institution.id),
    /** The present class. */
    classId: uuid('class_id').references(() => schoolClass.id),
    /** Grows with every change of the profile. */
    version: integer().notNull().default(1),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [index('learner_school').on(table.schoolId), index('learner_class').on(table.classId)],
);

/** Names, birth date, residence and contacts, encrypted under the learner's own data key. */
export const learnerProfile = pgTable('learner_profile', {
  learnerId: uuid('learner_id')
    .primaryKey()
    .references(() => learner.id),
  words: bytes().notNull(),
  keyId: uuid('key_id').notNull(),
  updatedAt: instant('updated_at').notNull(),
});

/** In which school, and there in which class, from when until when. */
export const enrolment = pgTable(
  'enrolment',
  {
    id: uuid().primaryKey(),
    learnerId: uuid('learner_id')
      .notNull()
      .references(() => learner.id),
    institutionId: uuid('institution_id')
      .notNull()
      .references(() => institution.id),
    classId: uuid('class_id').references(() => schoolClass.id),
    fromOn: calendarDay('from_on').notNull(),
    /** The first day on which it no longer holds; null = still. */
    untilOn: calendarDay('until_on'),
  },
  (table) => [
    uniqueIndex('enrolment_present').on(table.learnerId).where(sql`${table.untilOn} is null`),
    index('enrolment_learner').on(table.learnerId),
    index('enrolment_class').on(table.classId),
    check('enrolment_period', sql`${table.untilOn} is null or ${table.untilOn} >= ${table.fromOn}`),
  ],
);

/** Two siblings, the smaller id first: each pair once. */
export const learnerSibling = pgTable(
  'learner_sibling',
  {
    learnerId: uuid('learner_id')
      .notNull()
      .references(() => learner.id),
    siblingId: uuid('sibling_id')
      .notNull()
      .references(() => learner.id),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.learnerId, table.siblingId] }),
    index('learner_sibling_other').on(table.siblingId),
    check('learner_sibling_once', sql`${table.learnerId} < ${table.siblingId}`),
  ],
);

/** Keyed hashes of names and birth dates: two institutions notice that they know the same child. Erasure deletes them. */
export const learnerSearch = pgTable(
  'learner_search',
  {
    learnerId: uuid('learner_id')
      .notNull()
      .references(() => learner.id),
    municipalityId: uuid('municipality_id').notNull(),
    kind: text({ enum: ['name', 'sound', 'letters', 'born'] }).notNull(),
    hash: bytes().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.learnerId, table.kind, table.hash] }),
    index('learner_search_hash').on(table.municipalityId, table.hash),
    check('learner_search_kind', sql`${table.kind} in ('name', 'sound', 'letters', 'born')`),
    check('learner_search_length', sql`length(${table.hash}) = 16`),
  ],
);

/** Who searched, who asked whether others work with a learner, and who read the profile. Append-only; no names, no search terms. */
export const learnerLook = pgTable(
  'learner_look',
  {
    id: uuid().primaryKey(),
    at: instant().notNull(),
    personId: uuid('person_id').notNull(),
    institutionId: uuid('institution_id').notNull(),
    /** Null for a search. */
    learnerId: uuid('learner_id'),
    act: text({ enum: ['searched', 'searchedElsewhere', 'askedWork', 'read', 'readLooks'] }).notNull(),
  },
  (table) => [
    index('learner_look_learner').on(table.learnerId, table.at),
    index('learner_look_person').on(table.personId, table.at),
    check(
      'learner_look_act',
      sql`${table.act} in ('searched', 'searchedElsewhere', 'askedWork', 'read', 'readLooks')`,
    ),
  ],
);
