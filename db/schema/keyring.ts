/** Data keys, in a schema of their own so that a logical backup of the data can leave them out. */
import { sql } from 'drizzle-orm';
import { check, index, pgSchema, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { bytes, instant } from './columns.ts';

export const keyring = pgSchema('keyring');

export const dataKey = keyring.table(
  'data_key',
  {
    id: uuid().primaryKey(),
    scopeKind: text('scope_kind', {
      enum: ['dossier', 'learner', 'institution', 'evaluation', 'municipality'],
    }).notNull(),
    scopeId: uuid('scope_id').notNull(),
    /** Of an evaluation: the dossier that it is about, and the institution that made it. */
    dossierId: uuid('dossier_id'),
    institutionId: uuid('institution_id'),
    /** Encrypted under the key-encryption key `kekId`; null once destroyed. */
    wrapped: bytes(),
    kekId: text('kek_id').notNull(),
    createdAt: instant('created_at').notNull(),
    destroyedAt: instant('destroyed_at'),
  },
  (table) => [
    uniqueIndex('data_key_scope').on(table.scopeKind, table.scopeId).where(sql`${table.destroyedAt} is null`),
    index('data_key_kek').on(table.kekId),
    check(
      'data_key_scope_kind',
      sql`${table.scopeKind} in ('dossier', 'learner', 'institution', 'evaluation', 'municipality')`,
    ),
    check(
      'data_key_evaluation',
      sql`(${table.scopeKind} = 'evaluation') = (${table.dossierId} is not null and ${table.institutionId} is not null)`,
    ),
    index('data_key_dossier').on(table.dossierId),
    check('data_key_destroyed', sql`(${table.wrapped} is null) = (${table.destroyedAt} is not null)`),
  ],
);
