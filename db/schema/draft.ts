/** What people have typed and not yet sent. Nobody but the person sees it; it is forgotten after a month. */
import { index, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { bytes, instant } from './columns.ts';
import { institution, person } from './directory.ts';
import { dossier } from './dossier.ts';

export const draft = pgTable(
  'draft',
  {
    personId: uuid('person_id')
      .notNull()
      .references(() => person.id),
    /** Which form it belongs to; chosen by the client, codes and ids only. */
    form: text().notNull(),
    /** About which dossier; with its row the draft goes. */
    dossierId: uuid('dossier_id').references(() => dossier.id, { onDelete: 'cascade' }),
    institutionId: uuid('institution_id')
      .notNull()
      .references(() => institution.id),
    /** Sealed under the data key of the institution. */
    content: bytes().notNull(),
    keyId: uuid('key_id').notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.personId, table.form] }),
    index('draft_dossier').on(table.dossierId),
    index('draft_updated').on(table.updatedAt),
  ],
);
