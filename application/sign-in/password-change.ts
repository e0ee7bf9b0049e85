/** A new password, by link or by the old one. Either ends the sessions that others may have. */
import { randomUUID } from 'node:crypto';
import { accountByMail, accountOf, setPasswordHash } from '../../db/repositories/auth-people.ts';
import { forgetDevices, revokeSessions } from '../../db/repositories/auth-sessions.ts';
import {
  consumeTicket,
  findTicket,
  insertMailOrder,
  logAct,
  voidTickets,
} from '../../db/repositories/auth-tickets.ts';
import { asAuth } from '../../db/transaction.ts';
import { tellOwner } from './account-notices.ts';
import { granted, refused, type SignInDeps, type SignInResult, type Visitor, wait } from './deps.ts';
import { codeCounters, countTry, forgiveTry } from './limits.ts';
import { hashPassword, isPassword } from './password-hash.ts';
import { isStrongPassword } from './password-strength.ts';
import {
  accountOfCaller,
  type Caller,
  knownDeviceOf,
  rememberDevice,
  renewSession,
  type Tokens,
} from './sessions.ts';
import { hashOf } from './tokens.ts';

/** Orders a link for whoever has this address. The answer and its work are the same where nobody has. */
export async function askForReset(
  deps: SignInDeps,
  mail: string,
  visitor: Visitor,
): Promise<SignInResult<null>> {
  const now = deps.wall();
  return await asAuth(deps.database, async (tx) => {
    const seconds = await countTry(tx, [{ limit: 'resetFromSource', of: visitor.source }], now);
    if (seconds !== null) return wait(seconds);
    const tooOften = await countTry(tx, [{ limit: 'resetForAddress', of: mail.toLowerCase() }], now);
    const account = await accountByMail(tx, mail);
    const goes = account !== null && tooOften === null;
    await insertMailOrder(tx, {
      id: randomUUID(),
      purpose: 'reset',
      personId: goes ? account.personId : null,
      orderedAt: now,
      state: goes ? 'owed' : 'nobody',
      nextAttemptAt: now,
    });
    await logAct(tx, now, {
      act: 'resetAsked',
      personId: account?.personId ?? null,
      source: visitor.source,
    });
    return granted(null);
  });
}

/**
 * Sets a password by link. Ends all sessions; the browser with the link becomes the only known one. The second factor
 * is still asked at sign-in.
 */
export async function resetPassword(
  deps: SignInDeps,
  typed: { readonly token: string; readonly password: string },
  visitor: Visitor,
): Promise<SignInResult<{ readonly device: string | null }>> {
  const now = deps.wall();
  const { source } = visitor;
  const checked = await asAuth(deps.database, async (tx) => {
    const seconds = await countTry(tx, [{ limit: 'linkFromSource', of: source }], now);
    if (seconds !== null) return wait(seconds);
    const found = await findTicket(tx, 'reset', hashOf(typed.token), now);
    const account = found?.personId == null ? null : await accountOf(tx, found.personId);
    return account === null ? refused('linkInvalid') : granted(account);
  });
  if (!checked.ok) return checked;
  const { name, mail, personId } = checked.value;
  if (!isStrongPassword(typed.password, [name, mail])) return refused('passwordTooWeak');
  const passwordHash = await hashPassword(typed.password, deps.passwordCost);
  return await asAuth(deps.database, async (tx) => {
    const used = await consumeTicket(tx, 'reset', hashOf(typed.token), now);
    if (used === null) return refused('linkInvalid');
    await setPasswordHash(tx, personId, passwordHash);
    await voidTickets(tx, personId, 'reset', now);
    const ended = await revokeSessions(tx, personId, now);
    await forgetDevices(tx, personId);
    const device = await rememberDevice(tx, now, personId, { ...visitor, device: null });
    await logAct(tx, now, { act: 'passwordReset', personId, source, detail: { sessions: ended } });
    await tellOwner(tx, now, personId, 'passwordReset');
    return granted({ device });
  });
}

/** Changes one's own password; the session goes on under a new token, all others end. */
export async function changePassword(
  deps: SignInDeps,
  caller: Caller,
  typed: { readonly current: string; readonly password: string },
  visitor: Visitor,
): Promise<SignInResult<Tokens>> {
  const now = deps.wall();
  const { source } = visitor;
  const { personId } = caller;
  const { account, counters, seconds } = await asAuth(deps.database, async (tx) => {
    const counted = codeCounters(personId, source, await knownDeviceOf(tx, now, personId, visitor));
    return {
      account: await accountOfCaller(tx, caller),
      counters: counted,
      seconds: await countTry(tx, counted, now),
    };
  });
  if (seconds !== null) return wait(seconds);
  if (account.passwordHash === null || !(await isPassword(typed.current, account.passwordHash)))
    return refused('signInRefused');
  if (!isStrongPassword(typed.password, [account.name, account.mail])) return refused('passwordTooWeak');
  const passwordHash = await hashPassword(typed.password, deps.passwordCost);
  return await asAuth(deps.database, async (tx) => {
    await forgiveTry(tx, counters);
    await setPasswordHash(tx, personId, passwordHash);
    await voidTickets(tx, personId, 'reset', now);
    const ended = await revokeSessions(tx, personId, now, caller.sessionId);
    await forgetDevices(tx, personId);
    const device = await rememberDevice(tx, now, personId, { ...visitor, device: null });
    const renewed = await renewSession(tx, now, caller, null);
    await logAct(tx, now, { act: 'passwordChanged', personId, source, detail: { sessions: ended } });
    await tellOwner(tx, now, personId, 'passwordChanged');
    return granted({ ...renewed, ...(device === null ? {} : { device }) });
  });
}
