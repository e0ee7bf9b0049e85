/** Sign-in by mail address and password. An unknown address gets the same answer after the same work. */

import { hasSecondFactor } from '../../db/repositories/auth-factors.ts';
import { accountByMail, setPasswordHash } from '../../db/repositories/auth-people.ts';
import { logAct } from '../../db/repositories/auth-tickets.ts';
import { asAuth } from '../../db/transaction.ts';
import { granted, refused, type SignInDeps, type SignInResult, type Visitor, wait } from './deps.ts';
import { countTry, forgiveTry, passwordCounters } from './limits.ts';
import { hashPassword, isOutdated, isPassword } from './password-hash.ts';
import { knownDeviceOf, openSession, type Tokens } from './sessions.ts';

/** `next` says whether a code or passkey is still asked. */
export type SignedIn = { readonly next: 'done' | 'secondFactor'; readonly tokens: Tokens };

/** A hash that nobody's password has, made once at the cost of all others. */
export type NobodysHash = () => Promise<string>;

export async function signInByPassword(
  deps: SignInDeps,
  nobodysHash: NobodysHash,
  typed: { readonly mail: string; readonly password: string },
  visitor: Visitor,
): Promise<SignInResult<SignedIn>> {
  const now = deps.wall();
  const { source } = visitor;
  const { account, counters, seconds } = await asAuth(deps.database, async (tx) => {
    const found = await accountByMail(tx, typed.mail);
    const device = await knownDeviceOf(tx, now, found?.personId ?? null, visitor);
    const counted = passwordCounters(typed.mail, source, device);
    const waiting = await countTry(tx, counted, now);
    if (waiting !== null) {
      await logAct(tx, now, { act: 'signInHeldBack', personId: found?.personId ?? null, source });
    }
    return { account: found, counters: counted, seconds: waiting };
  });
  if (seconds !== null) return wait(seconds);
  const right = await isPassword(typed.password, account?.passwordHash ?? (await nobodysHash()));
  if (account === null || account.passwordHash === null || !right) {
    await asAuth(deps.database, (tx) =>
      logAct(tx, now, { act: 'signInFailed', personId: account?.personId ?? null, source }),
    );
    return refused('signInRefused');
  }
  const { personId, passwordHash } = account;
  const newHash = isOutdated(passwordHash, deps.passwordCost)
    ? await hashPassword(typed.password, deps.passwordCost)
    : null;
  return await asAuth(deps.database, async (tx) => {
    await forgiveTry(tx, counters);
    if (newHash !== null) await setPasswordHash(tx, personId, newHash);
    const asksMore = await hasSecondFactor(tx, personId);
    const tokens = await openSession(tx, now, {
      personId,
      methods: ['password'],
      secondFactor: false,
      stage: asksMore ? 'secondFactor' : 'full',
      visitor,
    });
    await logAct(tx, now, {
      act: asksMore ? 'passwordRight' : 'signedIn',
      personId,
      source,
      detail: { by: 'password' },
    });
    return granted({ next: asksMore ? 'secondFactor' : 'done', tokens });
  });
}
