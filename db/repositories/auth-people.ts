/** Who may sign in: accounts, and the people and posts behind them. */
import { and, asc, eq, sql } from 'drizzle-orm';
import type { InstitutionKind, Role } from '../../domain/procedure/party.ts';
import type { Instant } from '../../domain/time.ts';
import type { SecondFactorPolicy } from '../schema/directory.ts';
import {
  account,
  institution,
  municipality,
  municipalitySetting,
  person,
  roleHolder,
} from '../schema/index.ts';
import type { Transaction } from '../transaction.ts';
import { inForce } from './in-force.ts';

export type AccountRow = {
  readonly personId: string;
  readonly name: string;
  readonly mail: string;
  readonly language: 'lv' | 'en';
  readonly passwordHash: string | null;
  readonly tourSeenAt: Instant | null;
};

/** A role that somebody holds now, with what the rules of sign-in ask about. */
export type Post = {
  readonly institutionId: string;
  readonly municipalityId: string;
  readonly institutionName: string;
  readonly kind: InstitutionKind;
  /** Of the municipality: nothing there is real. */
  readonly training: boolean;
  readonly role: Role;
  /** What the municipality has set. */
  readonly policy: SecondFactorPolicy;
};

const accountFields = {
  personId: account.personId,
  name: person.displayName,
  mail: sql<string>`coalesce(${person.mail}, '')`,
  language: person.language,
  passwordHash: account.passwordHash,
  tourSeenAt: account.tourSeenAt,
};

/** The account of the only active person with this address; null where there is none, or several. */
export async function accountByMail(tx: Transaction, mail: string): Promise<AccountRow | null> {
  const found = await tx
    .select(accountFields)
    .from(account)
    .innerJoin(person, eq(person.id, account.personId))
    .where(and(eq(sql`lower(${person.mail})`, mail.toLowerCase()), eq(person.active, true)))
    .limit(2);
  return found.length === 1 ? (found[0] ?? null) : null;
}

/** The account of an active person. */
export async function accountOf(tx: Transaction, personId: string): Promise<AccountRow | null> {
  const [found] = await tx
    .select(accountFields)
    .from(account)
    .innerJoin(person, eq(person.id, account.personId))
    .where(and(eq(account.personId, personId), eq(person.active, true)));
  return found ?? null;
}

/** False where there is one already. */
export async function insertAccount(
  tx: Transaction,
  row: { readonly personId: string; readonly passwordHash: string | null; readonly createdAt: Instant },
): Promise<boolean> {
  return (await tx.insert(account).values(row).onConflictDoNothing()).count > 0;
}

export async function setPasswordHash(
  tx: Transaction,
  personId: string,
  passwordHash: string,
): Promise<void> {
  await tx.update(account).set({ passwordHash }).where(eq(account.personId, personId));
}

/** Null offers the tour again. */
export async function setTourSeen(
  tx: Transaction,
  personId: string,
  tourSeenAt: Instant | null,
): Promise<void> {
  await tx.update(account).set({ tourSeenAt }).where(eq(account.personId, personId));
}

/** Of the person’s mails, and of the pages in a browser where nothing else was chosen. */
export async function setLanguage(tx: Transaction, personId: string, language: 'lv' | 'en'): Promise<void> {
  await tx.update(person).set({ language }).where(eq(person.id, personId));
}

/** Somebody to write to; null where the person is unknown or switched off. */
export async function activePerson(
  tx: Transaction,
  personId: string,
): Promise<{ readonly name: string; readonly mail: string | null; readonly language: 'lv' | 'en' } | null> {
  const [found] = await tx
    .select({ name: person.displayName, mail: person.mail, language: person.language })
    .from(person)
    .where(and(eq(person.id, personId), eq(person.active, true)));
  return found ?? null;
}

/** Has this person only ever worked in training municipalities? No mail leaves to them (rules of conduct 28). */
export async function isInvented(tx: Transaction, personId: string): Promise<boolean> {
  const [found] = await tx.execute<{ yes: boolean }>(sql`select app.is_invented(${personId}::uuid) as yes`);
  return found?.yes === true;
}

/** How many active people with an account have this address. */
export async function accountsWithMail(tx: Transaction, mail: string): Promise<number> {
  const found = await tx
    .select({ id: account.personId })
    .from(account)
    .innerJoin(person, eq(person.id, account.personId))
    .where(and(eq(sql`lower(${person.mail})`, mail.toLowerCase()), eq(person.active, true)));
  return found.length;
}

/** Everybody active with this address, with an account or without. */
export async function activePeopleWithMail(tx: Transaction, mail: string): Promise<readonly string[]> {
  const found = await tx
    .select({ id: person.id })
    .from(person)
    .where(and(eq(sql`lower(${person.mail})`, mail.toLowerCase()), eq(person.active, true)));
  return found.map(({ id }) => id);
}

/** Of the setting that holds; the rule alone where nothing was set. */
const policyThere = sql<SecondFactorPolicy>`coalesce((select s.setting ->> 'secondFactor' from ${municipalitySetting} s
  where s.municipality_id = ${institution.municipalityId} order by s.version desc limit 1), 'whoMust')`;

/** Roles held at `now` in institutions that are in use. */
export async function postsOf(tx: Transaction, personId: string, now: Instant): Promise<readonly Post[]> {
  return await tx
    .select({
      institutionId: roleHolder.institutionId,
      municipalityId: institution.municipalityId,
      institutionName: institution.name,
      kind: institution.kind,
      training: municipality.training,
      role: roleHolder.role,
      policy: policyThere,
    })
    .from(roleHolder)
    .innerJoin(institution, eq(institution.id, roleHolder.institutionId))
    .innerJoin(municipality, eq(municipality.id, institution.municipalityId))
    .where(and(eq(roleHolder.personId, personId), eq(institution.active, true), inForce(roleHolder, now)))
    .orderBy(asc(institution.name), asc(roleHolder.institutionId), asc(roleHolder.role));
}

export type StaffRow = {
  readonly personId: string;
  readonly name: string;
  readonly mail: string | null;
  readonly hasAccount: boolean;
  readonly secondFactor: boolean;
  readonly invitedAt: Instant | null;
};

/** The people with a role in an institution now, and how far they are with signing in. No service persons. */
export async function staffOf(
  tx: Transaction,
  institutionId: string,
  now: Instant,
): Promise<readonly StaffRow[]> {
  return await tx
    .selectDistinct({
      personId: person.id,
      name: person.displayName,
      mail: person.mail,
      hasAccount: sql<boolean>`exists (select from auth.account a where a.person_id = ${person.id})`,
      secondFactor: sql<boolean>`exists (select from auth.totp t where t.person_id = ${person.id} and t.confirmed_at is not null)
        or exists (select from auth.passkey k where k.person_id = ${person.id})`,
      invitedAt: sql<Instant | null>`(select to_char(max(o.ordered_at) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
        from auth.mail_order o where o.person_id = ${person.id} and o.purpose = 'invitation')`,
    })
    .from(roleHolder)
    .innerJoin(person, eq(person.id, roleHolder.personId))
    .where(
      and(
        eq(roleHolder.institutionId, institutionId),
        eq(person.active, true),
        sql`${roleHolder.role} <> 'service'`,
        inForce(roleHolder, now),
      ),
    )
    .orderBy(asc(person.displayName), asc(person.id));
}
