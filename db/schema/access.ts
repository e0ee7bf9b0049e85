/** Who may see which dossier, who looked, and which writes have been done already. */
import { sql } from 'drizzle-orm';
import { check, index, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import type { Relation } from '../../domain/access/relation.ts';
import { instant } from './columns.ts';
import { dossier } from './dossier.ts';

export const dossierAccess = pgTable(
  'dossier_access',
  {
    dossierId: uuid('dossier_id')
      .notNull()
      .references(() => dossier.id),
    /** The party in the form of `party-key.ts`. */
    partyKey: text('party_key')
      .notNull()
      .generatedAlwaysAs(
        sql`case party_kind when 'person' then 'p:' || party_id::text else 'i:' || party_id::text || coalesce(':' || role, '') end`,
      ),
    partyKind: text('party_kind', { enum: ['person', 'institution'] }).notNull(),
    partyId: uuid('party_id').notNull(),
    /** A role, or a post: several roles that see the same. */
    role: text(),
    relation: text().$type<Relation>().notNull(),
    /** What the relation gives; `none` outweighs every other row of the dossier. */
    view: text({ enum: ['full', 'limited', 'deadlines', 'own', 'none'] }).notNull(),
    fromAt: instant('from_at').notNull(),
    untilAt: instant('until_at'),
  },
  (table) => [
    primaryKey({ columns: [table.dossierId, table.partyKey, table.relation] }),
    index('dossier_access_party').on(table.partyKey, table.dossierId),
    index('dossier_access_excluded').on(table.partyKey).where(sql`${table.view} = 'none'`),
    check('dossier_access_kind', sql`${table.partyKind} in ('person', 'institution')`),
    check(
      'dossier_access_role',
      sql`${table.role} is null or ${table.partyKind} = 'institution' and ${table.role} ~ '^[A-Za-z]+$'`,
    ),
    check('dossier_access_view', sql`${table.view} in ('full', 'limited', 'deadlines', 'own', 'none')`),
    check('dossier_access_relation', sql`${table.relation} ~ '^[A-Za-z]+$'`),
  ],
);

/** Who looked at what, when and what for. Append-only. */
export const accessLog = pgTable(
  'access_log',
  {
    id: uuid().primaryKey(),
    at: instant().notNull(),
    personId: uuid('person_id').notNull(),
    institutionId: uuid('institution_id').notNull(),
    dossierId: uuid('dossier_id')
      .notNull()
      .references(() => dossier.id),
    /** Codes: what was done, and for what purpose. */
    act: text().notNull(),
    purpose: text().notNull(),
  },
  (table) => [
    index('access_log_dossier').on(table.dossierId, table.at),
    index('access_log_person').on(table.personId, table.at),
  ],
);

/** Writes by their idempotency key, with the ids of what they made; never bodies. */
export const idempotency = pgTable(
  'idempotency',
  {
    actor: uuid().notNull(),
    key: text().notNull(),
    requestHash: text('request_hash').notNull(),
    /** Ids, version and duty keys; null while the transaction that made the row is at work. */
    result: jsonb().$type<Readonly<Record<string, unknown>>>(),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.actor, table.key] }),
    index('idempotency_created').on(table.createdAt),
  ],
);
