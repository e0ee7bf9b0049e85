/** Who is who: municipalities, institutions, staff, and what a municipality has set. No learners, no families. */
import { sql } from 'drizzle-orm';
import { boolean, check, index, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import type { CalendarChange, WorkingHours } from '../../domain/calendar/index.ts';
import type { MunicipalitySetting } from '../../domain/duty/setting.ts';
import { compositions, type InstitutionKind, type Role, schoolTypes } from '../../domain/procedure/party.ts';
import { instant } from './columns.ts';

export const municipality = pgTable('municipality', {
  id: uuid().primaryKey(),
  name: text().notNull(),
  movedDaysOn: boolean('moved_days_on').notNull().default(true),
  workingHours: jsonb('working_hours').$type<WorkingHours>().notNull(),
  /** Invented people only: pages and mails say so, and no mail leaves (rules of conduct 28). */
  training: boolean().notNull().default(false),
  /** Grows with every change of its institutions, people, absences and settings; dossiers follow. */
  directoryVersion: integer('directory_version').notNull().default(0),
  /** Up to when roles and absences that begin or end by the clock were noticed; null = since it was made. */
  directorySeenAt: instant('directory_seen_at'),
  createdAt: instant('created_at').notNull(),
});

export const institution = pgTable(
  'institution',
  {
    id: uuid().primaryKey(),
    municipalityId: uuid('municipality_id')
      .notNull()
      .references(() => municipality.id),
    kind: text().$type<InstitutionKind>().notNull(),
    /** Of schools: which absence rules and dates hold there. */
    schoolType: text('school_type', { enum: schoolTypes }),
    name: text().notNull(),
    address: text(),
    phone: text(),
    /** Registered address of the institution; null where it takes no mail. */
    mail: text(),
    active: boolean().notNull().default(true),
    /** Null = as the municipality chose. State institutions follow the moved days whatever it chose. */
    movedDaysOn: boolean('moved_days_on'),
    /** Null = the municipality's. */
    workingHours: jsonb('working_hours').$type<WorkingHours>(),
    /** Grows with every change (a trigger does it): two who edit at once lose nothing. */
    version: integer().notNull().default(1),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [
    index('institution_municipality').on(table.municipalityId),
    check(
      'institution_school_type',
      sql`${table.schoolType} is null or ${table.kind} = 'school' and ${table.schoolType} in ('general', 'vocational', 'preschool')`,
    ),
  ],
);

export const person = pgTable(
  'person',
  {
    id: uuid().primaryKey(),
    displayName: text('display_name').notNull(),
    mail: text(),
    phone: text(),
    language: text({ enum: ['lv', 'en'] }).notNull(),
    active: boolean().notNull().default(true),
    /** As an institution's. */
    version: integer().notNull().default(1),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [
    index('person_mail').on(sql`lower(${table.mail})`),
    check('person_language', sql`${table.language} in ('lv', 'en')`),
  ],
);

export const roleHolder = pgTable(
  'role_holder',
  {
    id: uuid().primaryKey(),
    institutionId: uuid('institution_id')
      .notNull()
      .references(() => institution.id),
    personId: uuid('person_id')
      .notNull()
      .references(() => person.id),
    role: text().$type<Role>().notNull(),
    fromAt: instant('from_at').notNull(),
    /** The first moment at which the role is no longer held; null = still. */
    untilAt: instant('until_at'),
    /** The absent person whose role this one has for that time. Follows from `absence` and `substitute`. */
    inPlaceOf: uuid('in_place_of').references(() => person.id),
    /** In a group: the institution that the member comes from, and which composition the member sits in. */
    memberOf: uuid('member_of').references(() => institution.id),
    composition: text({ enum: compositions }),
  },
  (table) => [
    index('role_holder_person').on(table.personId),
    index('role_holder_institution').on(table.institutionId),
    check('role_holder_role', sql`${table.role} ~ '^[A-Za-z]+$'`),
    check('role_holder_period', sql`${table.untilAt} is null or ${table.untilAt} >= ${table.fromAt}`),
    check('role_holder_in_place', sql`${table.inPlaceOf} <> ${table.personId}`),
    check(
      'role_holder_member',
      sql`(${table.memberOf} is null) = (${table.composition} is null) and ${table.composition} in ('large', 'small', 'both')`,
    ),
  ],
);

/** A person's leave from an institution. */
export const absence = pgTable(
  'absence',
  {
    id: uuid().primaryKey(),
    institutionId: uuid('institution_id')
      .notNull()
      .references(() => institution.id),
    personId: uuid('person_id')
      .notNull()
      .references(() => person.id),
    fromAt: instant('from_at').notNull(),
    /** The first moment back at work; null = not known. */
    untilAt: instant('until_at'),
  },
  (table) => [
    index('absence_institution').on(table.institutionId),
    index('absence_person').on(table.personId),
    check('absence_period', sql`${table.untilAt} is null or ${table.untilAt} >= ${table.fromAt}`),
  ],
);

/** Who stands in for somebody in an institution while that one is absent. */
export const substitute = pgTable(
  'substitute',
  {
    id: uuid().primaryKey(),
    institutionId: uuid('institution_id')
      .notNull()
      .references(() => institution.id),
    personId: uuid('person_id')
      .notNull()
      .references(() => person.id),
    substituteId: uuid('substitute_id')
      .notNull()
      .references(() => person.id),
    fromAt: instant('from_at').notNull(),
    untilAt: instant('until_at'),
  },
  (table) => [
    index('substitute_institution').on(table.institutionId),
    check('substitute_another', sql`${table.substituteId} <> ${table.personId}`),
    check('substitute_period', sql`${table.untilAt} is null or ${table.untilAt} >= ${table.fromAt}`),
  ],
);

/** Who needs a second factor: those of the rule, or all. */
export type SecondFactorPolicy = 'whoMust' | 'everybody';

/** What the set-up page sets: for the duties, and for sign-in, which alone reads `secondFactor`. */
export type StoredSetting = Omit<MunicipalitySetting, 'id'> & {
  readonly secondFactor?: SecondFactorPolicy;
};

/** What a municipality has set, every version kept; the highest one holds. */
export const municipalitySetting = pgTable(
  'municipality_setting',
  {
    municipalityId: uuid('municipality_id')
      .notNull()
      .references(() => municipality.id),
    version: integer().notNull(),
    setting: jsonb().$type<StoredSetting>().notNull(),
    createdAt: instant('created_at').notNull(),
    createdBy: uuid('created_by').notNull(),
  },
  (table) => [primaryKey({ columns: [table.municipalityId, table.version] })],
);

/** A duty whose term of law an administrator has agreed to see become earlier. */
export type ConfirmedEarlier = { readonly dossierId: string; readonly dutyKey: string };

/**
 * What a municipality changed in the calendar that ships with the product, every version whole and kept; the
 * highest one holds.
 */
export const calendarVersion = pgTable(
  'calendar_version',
  {
    municipalityId: uuid('municipality_id')
      .notNull()
      .references(() => municipality.id),
    version: integer().notNull(),
    changes: jsonb().$type<readonly CalendarChange[]>().notNull(),
    /** Terms of law that are not among these stay where they are rather than become earlier. */
    confirmedEarlier: jsonb('confirmed_earlier').$type<readonly ConfirmedEarlier[]>().notNull().default([]),
    createdAt: instant('created_at').notNull(),
    createdBy: uuid('created_by').notNull(),
  },
  (table) => [primaryKey({ columns: [table.municipalityId, table.version] })],
);
