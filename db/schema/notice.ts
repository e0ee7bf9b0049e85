/** What is owed to be said, and the mails that say it. */
import { sql } from 'drizzle-orm';
import { check, index, integer, jsonb, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core';
import type { Step, ToldAs } from '../../domain/duty/duty.ts';
import { instant } from './columns.ts';
import { institution, person } from './directory.ts';
import { dossier } from './dossier.ts';

/** Subject and both bodies. Names no learner and no contact of one. */
export type MailContent = {
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  /** Where a reply goes; absent: to the sender. */
  readonly replyTo?: readonly string[];
};

export const mail = pgTable(
  'mail',
  {
    /** The Message-ID is made of it. */
    id: uuid().primaryKey(),
    recipientPerson: uuid('recipient_person')
      .notNull()
      .references(() => person.id),
    /** For which institution the recipient is written to; its working hours are the recipient's. */
    institutionId: uuid('institution_id')
      .notNull()
      .references(() => institution.id),
    kind: text({ enum: ['danger', 'notices', 'digest'] }).notNull(),
    /** What was rendered when it was first claimed, so that a second try says the same; dropped after the last try. */
    content: jsonb().$type<MailContent>(),
    /** `kept`: of a training municipality; read in the product, never sent (rules of conduct 28). */
    state: text({ enum: ['owed', 'sending', 'sent', 'failed', 'uncertain', 'refused', 'kept'] }).notNull(),
    attempt: integer().notNull().default(0),
    /** How often it may have been accepted without our knowing. */
    uncertainties: integer().notNull().default(0),
    /** Wall time until which the attempt under way belongs to the holder of the token. */
    leaseUntil: instant('lease_until'),
    leaseToken: uuid('lease_token'),
    nextAttemptAt: instant('next_attempt_at'),
    /** The server's reply code or a code of ours; never its words. */
    lastCode: text('last_code'),
    createdAt: instant('created_at').notNull(),
    sentAt: instant('sent_at'),
  },
  (table) => [
    index('mail_claimable')
      .on(table.nextAttemptAt, table.id)
      .where(sql`${table.state} in ('owed', 'uncertain') and ${table.nextAttemptAt} is not null`),
    index('mail_sending').on(table.leaseUntil).where(sql`${table.state} = 'sending'`),
    index('mail_recipient').on(table.recipientPerson, table.createdAt),
    check('mail_kind', sql`${table.kind} in ('danger', 'notices', 'digest')`),
    check(
      'mail_state',
      sql`${table.state} in ('owed', 'sending', 'sent', 'failed', 'uncertain', 'refused', 'kept')`,
    ),
    check(
      'mail_lease',
      sql`(${table.state} = 'sending') = (${table.leaseToken} is not null) and (${table.leaseToken} is null) = (${table.leaseUntil} is null)`,
    ),
  ],
);

export const notice = pgTable(
  'notice',
  {
    id: uuid().primaryKey(),
    dossierId: uuid('dossier_id')
      .notNull()
      .references(() => dossier.id),
    dutyKey: text('duty_key').notNull(),
    generation: integer().notNull(),
    name: text().notNull(),
    n: integer().notNull(),
    recipientPerson: uuid('recipient_person')
      .notNull()
      .references(() => person.id),
    /** For which institution the recipient is told. */
    institutionId: uuid('institution_id')
      .notNull()
      .references(() => institution.id),
    channel: text({ enum: ['mail'] }).notNull(),
    toldAs: text('told_as').$type<ToldAs>().notNull(),
    urgency: text({ enum: ['danger', 'own', 'digest'] })
      .$type<Step['urgency']>()
      .notNull(),
    /** `gathered` into a mail of its own, `bundled` into a digest. */
    state: text({ enum: ['owed', 'gathered', 'bundled', 'void'] }).notNull(),
    /** Null: waits for the institution's digest. */
    sendAt: instant('send_at'),
    mailId: uuid('mail_id').references(() => mail.id),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [
    unique('notice_once').on(
      table.dossierId,
      table.dutyKey,
      table.generation,
      table.name,
      table.n,
      table.recipientPerson,
      table.channel,
    ),
    index('notice_owed').on(table.sendAt, table.recipientPerson).where(sql`${table.state} = 'owed'`),
    index('notice_digest')
      .on(table.institutionId)
      .where(sql`${table.state} = 'owed' and ${table.sendAt} is null`),
    index('notice_mail').on(table.mailId),
    check('notice_channel', sql`${table.channel} in ('mail')`),
    check('notice_urgency', sql`${table.urgency} in ('danger', 'own', 'digest')`),
    check('notice_state', sql`${table.state} in ('owed', 'gathered', 'bundled', 'void')`),
    check('notice_mail', sql`(${table.state} in ('gathered', 'bundled')) = (${table.mailId} is not null)`),
  ],
);

/**
 * Somebody takes over from somebody else (a class, a leave): one mail with a count and case numbers, to who takes
 * over, and to the one who had the class. Counted when the mail is made, so that whoever may not know by then is not told (rules of conduct 3).
 */
export const takeover = pgTable(
  'takeover',
  {
    id: uuid().primaryKey(),
    /** Who is told. */
    personId: uuid('person_id')
      .notNull()
      .references(() => person.id),
    institutionId: uuid('institution_id')
      .notNull()
      .references(() => institution.id),
    as: text({ enum: ['takesOver', 'relieved'] }).notNull(),
    /** `class`: the dossiers are named. `leave`: whatever the absent person owes there. */
    because: text({ enum: ['class', 'leave'] }).notNull(),
    /** From whom, or to whom. */
    otherPerson: uuid('other_person')
      .notNull()
      .references(() => person.id),
    dossierIds: uuid('dossier_ids').array().notNull(),
    state: text({ enum: ['owed', 'gathered', 'void'] }).notNull(),
    sendAt: instant('send_at').notNull(),
    mailId: uuid('mail_id').references(() => mail.id),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [
    index('takeover_owed').on(table.sendAt).where(sql`${table.state} = 'owed'`),
    check('takeover_as', sql`${table.as} in ('takesOver', 'relieved')`),
    check('takeover_because', sql`${table.because} in ('class', 'leave')`),
    check('takeover_state', sql`${table.state} in ('owed', 'gathered', 'void')`),
    check('takeover_mail', sql`(${table.state} = 'gathered') = (${table.mailId} is not null)`),
  ],
);
