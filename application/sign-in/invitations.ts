/** Invitations: the only way to an account. */
import { randomUUID } from 'node:crypto';
import {
  accountsWithMail,
  activePerson,
  insertAccount,
  isInvented,
  postsOf,
  type StaffRow,
  staffOf,
} from '../../db/repositories/auth-people.ts';
import {
  consumeTicket,
  findTicket,
  insertMailOrder,
  logAct,
  voidTickets,
} from '../../db/repositories/auth-tickets.ts';
import { asAuth, type Transaction } from '../../db/transaction.ts';
import { mayInOffice } from '../../domain/access/may.ts';
import type { Instant } from '../../domain/time.ts';
import { granted, refused, type SignInDeps, type SignInResult, type Visitor, wait } from './deps.ts';
import { countTry } from './limits.ts';
import { hashPassword } from './password-hash.ts';
import { isStrongPassword } from './password-strength.ts';
import { openSession, type Tokens } from './sessions.ts';
import { hashOf } from './tokens.ts';

/** Who administers, and for which institution they act. */
export type Administrator = { readonly personId: string; readonly institutionId: string };

/** The actor as an administrator of the institution they act for; refused where they are none. */
export async function administratorOf(
  deps: SignInDeps,
  { personId, institutionId }: Administrator,
): Promise<SignInResult<Administrator>> {
  const now = await deps.clock.now();
  const posts = await asAuth(deps.database, (tx) => postsOf(tx, personId, now));
  const there = posts.filter((post) => post.institutionId === institutionId);
  const [first] = there;
  if (first === undefined) return refused('forbidden');
  const office = { kind: first.kind, roles: there.map(({ role }) => role) };
  const administers = mayInOffice('manageAccounts', office).decision === 'allow';
  return administers ? granted({ personId, institutionId }) : refused('forbidden');
}

/** The people of the administrator's institution, and how far they are with signing in. */
export async function listStaff(
  deps: SignInDeps,
  { institutionId }: Administrator,
): Promise<readonly StaffRow[]> {
  const now = await deps.clock.now();
  return await asAuth(deps.database, (tx) => staffOf(tx, institutionId, now));
}

/** Orders an invitation for somebody who holds a role in the administrator's institution. Others do not exist here. */
export async function invite(
  deps: SignInDeps,
  administrator: Administrator,
  personId: string,
  visitor: Visitor,
): Promise<SignInResult<null>> {
  const now = deps.wall();
  const productNow = await deps.clock.now();
  return await asAuth(deps.database, async (tx) => {
    const staff = await staffOf(tx, administrator.institutionId, productNow);
    const invited = staff.find((one) => one.personId === personId);
    if (invited === undefined) return refused('notFound');
    if (invited.mail === null || invited.hasAccount || (await accountsWithMail(tx, invited.mail)) > 0)
      return refused('invitationNotPossible');
    // From a training municipality no mail goes out (rules of conduct 28), and nobody else opens a real person's link.
    const posts = await postsOf(tx, administrator.personId, productNow);
    const inTraining = posts.some(
      (post) => post.training && post.institutionId === administrator.institutionId,
    );
    if (inTraining && !(await isInvented(tx, personId))) return refused('invitationNotPossible');
    const seconds = await countTry(tx, [{ limit: 'invitation', of: personId }], now);
    if (seconds !== null) return wait(seconds);
    await orderInvitation(tx, now, {
      personId,
      institutionId: administrator.institutionId,
      by: administrator.personId,
    });
    await logAct(tx, now, {
      act: 'invited',
      personId,
      byPerson: administrator.personId,
      institutionId: administrator.institutionId,
      source: visitor.source,
    });
    return granted(null);
  });
}

/** Earlier links of this person stop working. */
export async function orderInvitation(
  tx: Transaction,
  now: Instant,
  invitation: { readonly personId: string; readonly institutionId: string; readonly by: string | null },
): Promise<void> {
  await voidTickets(tx, invitation.personId, 'invitation', now);
  await insertMailOrder(tx, {
    id: randomUUID(),
    purpose: 'invitation',
    personId: invitation.personId,
    institutionId: invitation.institutionId,
    orderedBy: invitation.by,
    orderedAt: now,
    state: 'owed',
    nextAttemptAt: now,
  });
}

export type InvitationView = { readonly name: string; readonly mail: string };

/** Whom a link invites, for the page that asks for a password. */
export async function readInvitation(
  deps: SignInDeps,
  token: string,
  visitor: Visitor,
): Promise<SignInResult<InvitationView>> {
  const now = deps.wall();
  return await asAuth(deps.database, async (tx) => {
    const seconds = await countTry(tx, [{ limit: 'linkFromSource', of: visitor.source }], now);
    if (seconds !== null) return wait(seconds);
    const found = await findTicket(tx, 'invitation', hashOf(token), now);
    const person = found?.personId == null ? null : await activePerson(tx, found.personId);
    if (person === null || person.mail === null) return refused('linkInvalid');
    return granted({ name: person.name, mail: person.mail });
  });
}

/** Makes the account with its password, and signs in. */
export async function acceptInvitation(
  deps: SignInDeps,
  typed: { readonly token: string; readonly password: string },
  visitor: Visitor,
): Promise<SignInResult<Tokens>> {
  const now = deps.wall();
  const view = await readInvitation(deps, typed.token, visitor);
  if (!view.ok) return view;
  if (!isStrongPassword(typed.password, [view.value.name, view.value.mail]))
    return refused('passwordTooWeak');
  const passwordHash = await hashPassword(typed.password, deps.passwordCost);
  return await asAuth(deps.database, async (tx) => {
    const used = await consumeTicket(tx, 'invitation', hashOf(typed.token), now);
    if (used?.personId == null || !(await openAccount(tx, now, used.personId, passwordHash, visitor)))
      return refused('linkInvalid');
    return granted(
      await openSession(tx, now, {
        personId: used.personId,
        methods: ['password'],
        secondFactor: false,
        stage: 'full',
        visitor,
      }),
    );
  });
}

/** False where the person has an account, or somebody else signs in with the same address. */
export async function openAccount(
  tx: Transaction,
  now: Instant,
  personId: string,
  passwordHash: string | null,
  { source }: Visitor,
): Promise<boolean> {
  const person = await activePerson(tx, personId);
  if (person === null || person.mail === null || (await accountsWithMail(tx, person.mail)) > 0) return false;
  if (!(await insertAccount(tx, { personId, passwordHash, createdAt: now }))) return false;
  await voidTickets(tx, personId, 'invitation', now);
  await logAct(tx, now, { act: 'accountOpened', personId, source });
  return true;
}
