/** Codes from an authenticator (TOTP, RFC 6238) and recovery codes: set up, asked after the password, taken away. */
import { randomBytes } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';
import type { KeyProvider } from '../../db/encryption/key-provider.ts';
import { openTotp, sealTotp } from '../../db/encryption/totp-secret.ts';
import {
  beginTotp,
  countRecoveryCodes,
  deletePasskey,
  deleteTotp,
  findTotp,
  passkeysOf,
  replaceRecoveryCodes,
  useRecoveryCode,
  useTotpStep,
} from '../../db/repositories/auth-factors.ts';
import { staffOf } from '../../db/repositories/auth-people.ts';
import { revokeSession, revokeSessions } from '../../db/repositories/auth-sessions.ts';
import { logAct } from '../../db/repositories/auth-tickets.ts';
import { asAuth, type Transaction } from '../../db/transaction.ts';
import type { Instant } from '../../domain/time.ts';
import { tellOwner } from './account-notices.ts';
import { granted, refused, type SignInDeps, type SignInResult, type Visitor, wait } from './deps.ts';
import type { Administrator } from './invitations.ts';
import { codeCounters, countTry, forgiveTry } from './limits.ts';
import {
  accountOfCaller,
  type Caller,
  isFresh,
  knownDeviceOf,
  openSession,
  renewSession,
  type Tokens,
} from './sessions.ts';
import { hashOf } from './tokens.ts';

const periodSeconds = 30;
/** Steps before and after the present one that are accepted, for clocks that differ. */
const stepsAround = 1;
const recoveryCodes = 10;

export type TotpSetUp = { readonly secret: string; readonly uri: string };

/** Begins to set up an authenticator; it counts once a code from it was right. */
export async function beginTotpSetUp(deps: SignInDeps, caller: Caller): Promise<SignInResult<TotpSetUp>> {
  const now = deps.wall();
  if (!mayChangeFactors(caller, now)) return refused('freshSignInNeeded');
  const secret = new Secret({ size: 20 });
  return await asAuth(deps.database, async (tx) => {
    const { mail } = await accountOfCaller(tx, caller);
    const begun = await beginTotp(tx, {
      personId: caller.personId,
      ...sealTotp(deps.keys.current, caller.personId, secret.base32),
      createdAt: now,
    });
    if (!begun) return refused('secondFactorStays');
    return granted({ secret: secret.base32, uri: generator(secret, mail).toString() });
  });
}

/** The first code from the authenticator: from now on it is asked. Gives the recovery codes, this once. */
export async function confirmTotp(
  deps: SignInDeps,
  caller: Caller,
  code: string,
  visitor: Visitor,
): Promise<SignInResult<{ readonly recoveryCodes: readonly string[]; readonly tokens: Tokens }>> {
  const now = deps.wall();
  if (!mayChangeFactors(caller, now)) return refused('freshSignInNeeded');
  return await asAuth(deps.database, async (tx) => {
    const seconds = await countTry(tx, codeCounters(caller.personId, visitor.source, null), now);
    if (seconds !== null) return wait(seconds);
    const step = await stepOf(tx, deps.keys, caller.personId, code, now);
    if (step === null || !(await useTotpStep(tx, caller.personId, step, now))) return refused('codeRefused');
    const codes = Array.from({ length: recoveryCodes }, newRecoveryCode);
    await replaceRecoveryCodes(tx, caller.personId, codes.map(hashOf));
    // They were opened without what is asked from now on.
    await revokeSessions(tx, caller.personId, now, caller.sessionId);
    await logAct(tx, now, { act: 'totpSet', personId: caller.personId, source: visitor.source });
    await tellOwner(tx, now, caller.personId, 'totpSet');
    return granted({ recoveryCodes: codes, tokens: await renewSession(tx, now, caller, 'totp') });
  });
}

/** Answers the question after the password: the session begins anew, with two factors. */
export async function giveSecondFactor(
  deps: SignInDeps,
  half: Caller,
  typed: { readonly code: string },
  visitor: Visitor,
): Promise<SignInResult<Tokens>> {
  const now = deps.wall();
  const { personId } = half;
  const { source } = visitor;
  return await asAuth(deps.database, async (tx) => {
    const counters = codeCounters(personId, source, await knownDeviceOf(tx, now, personId, visitor));
    const seconds = await countTry(tx, counters, now);
    if (seconds !== null) return wait(seconds);
    const method = await acceptedBy(tx, deps.keys, personId, typed.code, now);
    if (method === null) {
      await logAct(tx, now, { act: 'codeRefused', personId, source });
      return refused('codeRefused');
    }
    await forgiveTry(tx, counters);
    // Of two requests with the same half session only one goes on.
    if (!(await revokeSession(tx, personId, half.sessionId, now))) return refused('codeRefused');
    await logAct(tx, now, { act: 'signedIn', personId, source, detail: { by: method } });
    if (method === 'recoveryCode') await tellOwner(tx, now, personId, 'recoveryCodeUsed');
    return granted(
      await openSession(tx, now, {
        personId,
        methods: [...half.methods, method],
        secondFactor: true,
        stage: 'full',
        visitor,
      }),
    );
  });
}

/** Takes the authenticator away, with the recovery codes. Who needs a second factor keeps one. */
export async function removeTotp(
  deps: SignInDeps,
  caller: Caller,
  visitor: Visitor,
): Promise<SignInResult<null>> {
  const now = deps.wall();
  if (!mayChangeFactors(caller, now)) return refused('freshSignInNeeded');
  return await asAuth(deps.database, async (tx) => {
    const passkeys = await passkeysOf(tx, caller.personId);
    if (caller.secondFactorRequired && passkeys.length === 0) return refused('secondFactorStays');
    if (!(await deleteTotp(tx, caller.personId))) return refused('notFound');
    await replaceRecoveryCodes(tx, caller.personId, []);
    await logAct(tx, now, { act: 'totpRemoved', personId: caller.personId, source: visitor.source });
    await tellOwner(tx, now, caller.personId, 'totpRemoved');
    return granted(null);
  });
}

/** New recovery codes in the place of the old ones. */
export async function renewRecoveryCodes(
  deps: SignInDeps,
  caller: Caller,
  visitor: Visitor,
): Promise<SignInResult<{ readonly recoveryCodes: readonly string[] }>> {
  const now = deps.wall();
  if (!mayChangeFactors(caller, now)) return refused('freshSignInNeeded');
  return await asAuth(deps.database, async (tx) => {
    if ((await findTotp(tx, caller.personId))?.confirmedAt == null) return refused('notFound');
    const codes = Array.from({ length: recoveryCodes }, newRecoveryCode);
    await replaceRecoveryCodes(tx, caller.personId, codes.map(hashOf));
    await logAct(tx, now, { act: 'recoveryCodesRenewed', personId: caller.personId, source: visitor.source });
    await tellOwner(tx, now, caller.personId, 'recoveryCodesRenewed');
    return granted({ recoveryCodes: codes });
  });
}

/** Which second factors the caller has. */
export async function ownFactors(
  deps: SignInDeps,
  caller: Caller,
): Promise<{ readonly totp: boolean; readonly recoveryCodes: number; readonly passkeys: number }> {
  return await asAuth(deps.database, async (tx) => ({
    totp: (await findTotp(tx, caller.personId))?.confirmedAt != null,
    recoveryCodes: await countRecoveryCodes(tx, caller.personId),
    passkeys: (await passkeysOf(tx, caller.personId)).length,
  }));
}

/** For somebody who has lost all of them: an administrator takes them away, and all sessions end. The password stays asked. */
export async function resetFactors(
  deps: SignInDeps,
  administrator: Administrator,
  personId: string,
  visitor: Visitor,
): Promise<SignInResult<null>> {
  const now = deps.wall();
  const productNow = await deps.clock.now();
  return await asAuth(deps.database, async (tx) => {
    const staff = await staffOf(tx, administrator.institutionId, productNow);
    if (
      personId === administrator.personId ||
      !staff.some((one) => one.personId === personId && one.hasAccount)
    )
      return refused('notFound');
    await deleteTotp(tx, personId);
    await replaceRecoveryCodes(tx, personId, []);
    for (const { id } of await passkeysOf(tx, personId)) await deletePasskey(tx, personId, id);
    await revokeSessions(tx, personId, now);
    await logAct(tx, now, {
      act: 'factorsReset',
      personId,
      byPerson: administrator.personId,
      institutionId: administrator.institutionId,
      source: visitor.source,
    });
    await tellOwner(tx, now, personId, 'factorsReset');
    return granted(null);
  });
}

/** Who has a second factor must have shown it, and lately: a stolen password adds none. */
export function mayChangeFactors(caller: Caller, now: Instant): boolean {
  return isFresh(caller, now);
}

async function acceptedBy(
  tx: Transaction,
  keys: KeyProvider,
  personId: string,
  code: string,
  now: Instant,
): Promise<'totp' | 'recoveryCode' | null> {
  if (/^\d{6}$/.test(code)) {
    const step = await stepOf(tx, keys, personId, code, now);
    return step !== null && (await useTotpStep(tx, personId, step)) ? 'totp' : null;
  }
  const spelled = code.toUpperCase().replaceAll(/[\s-]/g, '');
  return (await useRecoveryCode(tx, personId, hashOf(grouped(spelled)), now)) ? 'recoveryCode' : null;
}

/** The time step that a code belongs to; null where it is none of this authenticator's. */
async function stepOf(
  tx: Transaction,
  keys: KeyProvider,
  personId: string,
  code: string,
  now: Instant,
): Promise<number | null> {
  const row = await findTotp(tx, personId);
  if (row === null) return null;
  const secret = Secret.fromBase32(openTotp(keys, personId, row));
  const timestamp = Date.parse(now);
  const delta = generator(secret, '').validate({ token: code, timestamp, window: stepsAround });
  return delta === null ? null : Math.floor(timestamp / 1_000 / periodSeconds) + delta;
}

function generator(secret: Secret, label: string): TOTP {
  return new TOTP({
    issuer: 'Termiņsargs',
    label,
    secret,
    algorithm: 'SHA1',
    digits: 6,
    period: periodSeconds,
  });
}

/** 80 random bits in letters and digits that are not mistaken for each other. */
function newRecoveryCode(): string {
  const alphabet = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';
  return grouped(Array.from(randomBytes(16), (byte) => alphabet[byte % 32]).join(''));
}

function grouped(code: string): string {
  return code.replaceAll(/(.{4})(?=.)/g, '$1-');
}
