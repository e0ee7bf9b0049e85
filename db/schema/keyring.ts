/** Data keys, in a schema of their own so that a logical backup of the data can leave them out. */
import { sql } from 'drizzle-orm';
import { check, index, pgSchema, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { bytes, instant } from './columns.ts';

export const keyring = pgSchema('keyring');

export const dataKey = keyring.table(
  'data_key',
  {
    id: uuid().primaryKey(),
    scopeKind: text('scope_kind', { enum: ['dossier', 'learner', 'institution'] }).notNull(),
    scopeId: uuid('scope_id').notNull(),
    /** Encrypted under the key-encryption key `kekId`; null once destroyed. */
    wrapped: bytes(),
    kekId: text('kek_id').notNull(),
    createdAt: instant('created_at').notNull(),
    destroyedAt: instant('destroyed_at'),
  },
  (table) => [
    uniqueIndex('data_key_scope').on(table.scopeKind, table.scopeId).where(sql`${table.destroyedAt} is null`),
    index('data_key_kek').on(table.kekId),
    check('data_key_scope_kind', sql`${table.scopeKind} in ('dossier', 'learner', 'institution')`),
    check('data_key_destroyed', sql`(${table.wrapped} is null) = (${table.destroyedAt} is not null)`),
  ],
);
