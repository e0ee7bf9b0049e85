/** Who of an institution does what it owes: a note among colleagues, no fact; the institution goes on owing it. */
import { index, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { instant } from './columns.ts';
import { institution, person } from './directory.ts';
import { dossier } from './dossier.ts';

export const takenDuty = pgTable(
  'taken_duty',
  {
    /** With its row the note goes. */
    dossierId: uuid('dossier_id')
      .notNull()
      .references(() => dossier.id, { onDelete: 'cascade' }),
    institutionId: uuid('institution_id')
      .notNull()
      .references(() => institution.id),
    /** The referral of which duties are owed, later ones too; else the key of the one duty. */
    matter: text().notNull(),
    personId: uuid('person_id')
      .notNull()
      .references(() => person.id),
    /** Another one where it was handed to the person. */
    byPersonId: uuid('by_person_id')
      .notNull()
      .references(() => person.id),
    takenAt: instant('taken_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.dossierId, table.institutionId, table.matter] }),
    index('taken_duty_person').on(table.personId),
  ],
);
