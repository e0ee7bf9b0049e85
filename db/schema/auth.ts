/**
 * Sign-in, in a schema of its own that only `app_auth` reads. No secret lies here in a form that could be used:
 * tokens are hashes, passwords argon2id, TOTP secrets sealed under a key-encryption key.
 */
import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgSchema,
  primaryKey,
  text,
  uuid,
} from 'drizzle-orm/pg-core';
import { bytes, instant } from './columns.ts';
import { institution, person } from './directory.ts';

export const auth = pgSchema('auth');

const personId = () =>
  uuid('person_id')
    .notNull()
    .references(() => person.id);

/** Who has accepted an invitation. The mail address to sign in with is the person's. */
export const account = auth.table('account', {
  personId: uuid('person_id')
    .primaryKey()
    .references(() => person.id),
  /** PHC string of argon2id; null for somebody who comes by passkey or identity provider only. */
  passwordHash: text('password_hash'),
  createdAt: instant('created_at').notNull(),
  /** When the person ended the tour of the first visit; null: it is offered. */
  tourSeenAt: instant('tour_seen_at'),
});

export const sessionStages = ['secondFactor', 'full'] as const;
export const signInMethods = ['password', 'totp', 'recoveryCode', 'passkey', 'oidc'] as const;

export const session = auth.table(
  'session',
  {
    id: uuid().primaryKey(),
    personId: personId(),
    tokenHash: bytes('token_hash').notNull().unique(),
    /** `secondFactor`: the password was right, the code is still to come; good for nothing else. */
    stage: text({ enum: sessionStages }).notNull(),
    methods: text().array().$type<readonly (typeof signInMethods)[number][]>().notNull(),
    /** Two factors were shown. */
    secondFactor: boolean('second_factor').notNull(),
    /** The institution chosen for this session, asked again at each request. */
    institutionId: uuid('institution_id').references(() => institution.id),
    createdAt: instant('created_at').notNull(),
    /** When the person last proved who they are. */
    authenticatedAt: instant('authenticated_at').notNull(),
    lastSeenAt: instant('last_seen_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
    revokedAt: instant('revoked_at'),
    /** What the browser calls itself, and its network: for the owner's list. */
    agent: text().notNull(),
    source: text().notNull(),
  },
  (table) => [
    index('session_person').on(table.personId),
    check('session_stage', sql`${table.stage} in ('secondFactor', 'full')`),
  ],
);

export const ticketPurposes = [
  'invitation',
  'reset',
  'passkeyRegistration',
  'passkeySignIn',
  'oidc',
] as const;

/** What may be used once, by whoever holds the token whose hash it is. */
export const ticket = auth.table(
  'ticket',
  {
    id: uuid().primaryKey(),
    purpose: text({ enum: ticketPurposes }).notNull(),
    tokenHash: bytes('token_hash').notNull().unique(),
    personId: uuid('person_id').references(() => person.id),
    /** Identity provider of an `oidc` ticket. */
    provider: text(),
    /** The invitation that an `oidc` ticket accepts. */
    invitationId: uuid('invitation_id'),
    createdAt: instant('created_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
    usedAt: instant('used_at'),
  },
  (table) => [
    index('ticket_person').on(table.personId, table.purpose),
    check(
      'ticket_purpose',
      sql`${table.purpose} in ('invitation', 'reset', 'passkeyRegistration', 'passkeySignIn', 'oidc')`,
    ),
  ],
);

/** `kept`: of a training municipality; read in the product, never sent (rules of conduct 28). */
export const mailOrderStates = ['owed', 'sent', 'failed', 'nobody', 'kept'] as const;

/** What an account's owner is told of, whoever did it. */
export const accountChanges = [
  'passwordChanged',
  'passwordReset',
  'totpSet',
  'totpRemoved',
  'recoveryCodesRenewed',
  'recoveryCodeUsed',
  'passkeyAdded',
  'passkeyRemoved',
  'identityLinked',
  'identityUnlinked',
  'factorsReset',
  'mailChanged',
] as const;

/** Mails of sign-in, ordered here and made at the moment of sending: tokens of links are never stored. */
export const mailOrder = auth.table(
  'mail_order',
  {
    id: uuid().primaryKey(),
    purpose: text({ enum: ['invitation', 'reset', 'notice'] }).notNull(),
    /** What a notice tells. */
    told: text({ enum: accountChanges }),
    /** Null where the address typed is nobody's: asking leaves the same trace either way. */
    personId: uuid('person_id').references(() => person.id),
    institutionId: uuid('institution_id').references(() => institution.id),
    /** Where a notice goes if not to the person’s address of now; forgotten once it is gone. */
    address: text(),
    orderedBy: uuid('ordered_by').references(() => person.id),
    orderedAt: instant('ordered_at').notNull(),
    state: text({ enum: mailOrderStates }).notNull(),
    attempts: integer().notNull().default(0),
    nextAttemptAt: instant('next_attempt_at').notNull(),
  },
  (table) => [
    index('mail_order_owed').on(table.nextAttemptAt).where(sql`${table.state} = 'owed'`),
    index('mail_order_person').on(table.personId),
    check('mail_order_purpose', sql`${table.purpose} in ('invitation', 'reset', 'notice')`),
    check('mail_order_told', sql`(${table.purpose} = 'notice') = (${table.told} is not null)`),
    check('mail_order_state', sql`${table.state} in ('owed', 'sent', 'failed', 'nobody', 'kept')`),
  ],
);

/** Browsers that a person has signed in with: guesses from elsewhere do not lock them out. */
export const knownDevice = auth.table(
  'known_device',
  {
    id: uuid().primaryKey(),
    personId: personId(),
    tokenHash: bytes('token_hash').notNull().unique(),
    createdAt: instant('created_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
  },
  (table) => [index('known_device_person').on(table.personId)],
);

/** Counters of tries; keys are hashes. */
export const attempt = auth.table('attempt', {
  key: text().primaryKey(),
  count: integer().notNull(),
  windowEndsAt: instant('window_ends_at').notNull(),
});

export const totp = auth.table('totp', {
  personId: uuid('person_id')
    .primaryKey()
    .references(() => person.id),
  secret: bytes().notNull(),
  kekId: text('kek_id').notNull(),
  createdAt: instant('created_at').notNull(),
  /** Null until the first code was right. */
  confirmedAt: instant('confirmed_at'),
  /** The latest time step whose code was accepted: no code of it or before is accepted again (RFC 6238 5.2). */
  lastStep: bigint('last_step', { mode: 'number' }),
});

export const recoveryCode = auth.table(
  'recovery_code',
  {
    codeHash: bytes('code_hash').primaryKey(),
    personId: personId(),
    usedAt: instant('used_at'),
  },
  (table) => [index('recovery_code_person').on(table.personId)],
);

export const passkey = auth.table(
  'passkey',
  {
    id: uuid().primaryKey(),
    personId: personId(),
    credentialId: text('credential_id').notNull().unique(),
    publicKey: bytes('public_key').notNull(),
    counter: bigint({ mode: 'number' }).notNull(),
    transports: text().array().notNull(),
    name: text().notNull(),
    createdAt: instant('created_at').notNull(),
    lastUsedAt: instant('last_used_at'),
  },
  (table) => [index('passkey_person').on(table.personId)],
);

/** Who a municipality's own identity provider says somebody is. */
export const identity = auth.table(
  'identity',
  {
    provider: text().notNull(),
    subject: text().notNull(),
    personId: personId(),
    linkedAt: instant('linked_at').notNull(),
    lastUsedAt: instant('last_used_at'),
  },
  (table) => [
    primaryKey({ columns: [table.provider, table.subject] }),
    index('identity_person').on(table.personId),
  ],
);

/** Tokens of other systems. */
export const apiToken = auth.table(
  'api_token',
  {
    id: uuid().primaryKey(),
    institutionId: uuid('institution_id')
      .notNull()
      .references(() => institution.id),
    /** The service person it acts as. */
    personId: personId(),
    name: text().notNull(),
    /** The beginning of the token, to tell it by. */
    prefix: text().notNull(),
    tokenHash: bytes('token_hash').notNull().unique(),
    scopes: text().array().notNull(),
    createdAt: instant('created_at').notNull(),
    createdBy: uuid('created_by')
      .notNull()
      .references(() => person.id),
    expiresAt: instant('expires_at').notNull(),
    lastUsedAt: instant('last_used_at'),
    revokedAt: instant('revoked_at'),
  },
  (table) => [index('api_token_institution').on(table.institutionId)],
);

/** Every act around sign-in, appended only. Codes and ids; no secret, no address typed. */
export const authLog = auth.table(
  'log',
  {
    id: uuid().primaryKey(),
    at: instant().notNull(),
    act: text().notNull(),
    /** Whose account; null where it is nobody's. */
    personId: uuid('person_id'),
    /** Who acted, where it is somebody else. */
    byPerson: uuid('by_person'),
    institutionId: uuid('institution_id'),
    source: text().notNull(),
    detail: jsonb().$type<Readonly<Record<string, string | number>>>().notNull(),
  },
  (table) => [
    index('auth_log_person').on(table.personId, table.at),
    check('log_act', sql`${table.act} ~ '^[A-Za-z]+$'`),
  ],
);
