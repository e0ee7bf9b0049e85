/** Who is who: municipalities, institutions, staff, and what a municipality has set. No learners, no families. */
import { sql } from 'drizzle-orm';
import { boolean, check, index, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import type { CalendarChange, WorkingHours } from '../../domain/calendar/index.ts';
import type { MunicipalitySetting } from '../../domain/duty/setting.ts';
import type { InstitutionKind, Role } from '../../domain/procedure/party.ts';
import { instant } from './columns.ts';

export const municipality = pgTable('municipality', {
  id: uuid().primaryKey(),
  name: text().notNull(),
  movedDaysOn: boolean('moved_days_on').notNull().default(true),
  workingHours: jsonb('working_hours').$type<WorkingHours>().notNull(),
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
    name: text().notNull(),
    /** Registered address of the institution; null where it takes no mail. */
    mail: text(),
    active: boolean().notNull().default(true),
    /** Null = as the municipality chose. State institutions follow the moved days whatever it chose. */
    movedDaysOn: boolean('moved_days_on'),
    /** Null = the municipality's. */
    workingHours: jsonb('working_hours').$type<WorkingHours>(),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [index('institution_municipality').on(table.municipalityId)],
);

export const person = pgTable(
  'person',
  {
    id: uuid().primaryKey(),
    displayName: text('display_name').notNull(),
    mail: text(),
    language: text({ enum: ['lv', 'en'] }).notNull(),
    active: boolean().notNull().default(true),
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
  },
  (table) => [
    index('role_holder_person').on(table.personId),
    index('role_holder_institution').on(table.institutionId),
    check('role_holder_role', sql`${table.role} ~ '^[A-Za-z]+$'`),
    check('role_holder_period', sql`${table.untilAt} is null or ${table.untilAt} >= ${table.fromAt}`),
  ],
);

/** What a municipality has set, every version kept; the highest one holds. */
export const municipalitySetting = pgTable(
  'municipality_setting',
  {
    municipalityId: uuid('municipality_id')
      .notNull()
      .references(() => municipality.id),
    version: integer().notNull(),
    setting: jsonb().$type<Omit<MunicipalitySetting, 'id'>>().notNull(),
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
