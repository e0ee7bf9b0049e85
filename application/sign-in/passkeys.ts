/**
 * Passkeys (WebAuthn) with user verification: what one has and what one is or knows, so they count as two factors.
 * The challenge is the token of a ticket: it works once, and its hash alone is stored.
 */
import { randomUUID } from 'node:crypto';
import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import {
  deletePasskey,
  findPasskey,
  findTotp,
  insertPasskey,
  type PasskeyRow,
  passkeysOf,
  usePasskey,
} from '../../db/repositories/auth-factors.ts';
import { accountOf } from '../../db/repositories/auth-people.ts';
import { revokeSessions } from '../../db/repositories/auth-sessions.ts';
import {
  consumeTicket,
  insertTicket,
  logAct,
  type TicketPurpose,
} from '../../db/repositories/auth-tickets.ts';
import { asAuth, type Transaction } from '../../db/transaction.ts';
import { type Instant, plusMilliseconds } from '../../domain/time.ts';
import { tellOwner } from './account-notices.ts';
import { granted, refused, type SignInDeps, type SignInResult, type Visitor, wait } from './deps.ts';
import { countTry } from './limits.ts';
import { mayChangeFactors } from './second-factor.ts';
import { accountOfCaller, type Caller, openSession, renewSession, type Tokens } from './sessions.ts';
import { hashOf, newToken } from './tokens.ts';

const challengeMs = 5 * 60_000;
const mostPasskeys = 10;
/** EdDSA, ES256, RS256: what authenticators have. The library would also ask Node for algorithms it calls experimental. */
const algorithms = [-8, -7, -257];

/** Begins the registration of a passkey for the caller. */
export async function passkeyRegistration(
  deps: SignInDeps,
  caller: Caller,
): Promise<SignInResult<PublicKeyCredentialCreationOptionsJSON>> {
  const now = deps.wall();
  if (!mayChangeFactors(caller, now)) return refused('freshSignInNeeded');
  return await asAuth(deps.database, async (tx) => {
    const { mail, name } = await accountOfCaller(tx, caller);
    const present = await passkeysOf(tx, caller.personId);
    if (present.length >= mostPasskeys) return refused('passkeyRefused');
    const challenge = await newChallenge(tx, now, 'passkeyRegistration', caller.personId);
    return granted(
      await generateRegistrationOptions({
        rpName: 'Termiņsargs',
        rpID: rpIdOf(deps),
        userName: mail,
        userDisplayName: name,
        userID: new TextEncoder().encode(caller.personId),
        challenge,
        attestationType: 'none',
        excludeCredentials: present.map(({ credentialId, transports }) => ({ id: credentialId, transports })),
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
        timeout: challengeMs,
        supportedAlgorithmIDs: algorithms,
      }),
    );
  });
}

/** Takes the new passkey. The session goes on under a new token, with two factors. */
export async function addPasskey(
  deps: SignInDeps,
  caller: Caller,
  typed: { readonly name: string; readonly response: RegistrationResponseJSON },
  visitor: Visitor,
): Promise<SignInResult<Tokens>> {
  const now = deps.wall();
  if (!mayChangeFactors(caller, now)) return refused('freshSignInNeeded');
  return await asAuth(deps.database, async (tx) => {
    const challenge = challengeIn(typed.response.response.clientDataJSON);
    const asked = await consumeTicket(tx, 'passkeyRegistration', hashOf(challenge), now);
    if (asked?.personId !== caller.personId) return refused('passkeyRefused');
    const made = await verified(() =>
      verifyRegistrationResponse({
        response: typed.response,
        expectedChallenge: challenge,
        expectedOrigin: originOf(deps),
        expectedRPID: rpIdOf(deps),
        requireUserVerification: true,
        supportedAlgorithmIDs: algorithms,
      }),
    );
    if (made?.verified !== true) return refused('passkeyRefused');
    const { credential } = made.registrationInfo;
    const added = await insertPasskey(tx, {
      id: randomUUID(),
      personId: caller.personId,
      credentialId: credential.id,
      publicKey: Buffer.from(credential.publicKey),
      counter: credential.counter,
      transports: credential.transports ?? [],
      name: typed.name,
      createdAt: now,
    });
    if (!added) return refused('passkeyRefused');
    // They were opened without what is asked from now on.
    await revokeSessions(tx, caller.personId, now, caller.sessionId);
    await logAct(tx, now, { act: 'passkeyAdded', personId: caller.personId, source: visitor.source });
    await tellOwner(tx, now, caller.personId, 'passkeyAdded');
    return granted(await renewSession(tx, now, caller, 'passkey'));
  });
}

export type PasskeyView = Pick<PasskeyRow, 'id' | 'name' | 'createdAt' | 'lastUsedAt'>;

export async function ownPasskeys(deps: SignInDeps, caller: Caller): Promise<readonly PasskeyView[]> {
  const rows = await asAuth(deps.database, (tx) => passkeysOf(tx, caller.personId));
  return rows.map(({ id, name, createdAt, lastUsedAt }) => ({ id, name, createdAt, lastUsedAt }));
}

/** Who needs a second factor keeps one. */
export async function removePasskey(
  deps: SignInDeps,
  caller: Caller,
  id: string,
  visitor: Visitor,
): Promise<SignInResult<null>> {
  const now = deps.wall();
  if (!mayChangeFactors(caller, now)) return refused('freshSignInNeeded');
  return await asAuth(deps.database, async (tx) => {
    const present = await passkeysOf(tx, caller.personId);
    if (!present.some((one) => one.id === id)) return refused('notFound');
    const hasTotp = (await findTotp(tx, caller.personId))?.confirmedAt != null;
    if (caller.secondFactorRequired && present.length === 1 && !hasTotp) return refused('secondFactorStays');
    await deletePasskey(tx, caller.personId, id);
    await logAct(tx, now, { act: 'passkeyRemoved', personId: caller.personId, source: visitor.source });
    await tellOwner(tx, now, caller.personId, 'passkeyRemoved');
    return granted(null);
  });
}

/** Begins a sign-in by passkey: for anybody, since it names nobody. */
export async function passkeySignIn(
  deps: SignInDeps,
  visitor: Visitor,
): Promise<SignInResult<PublicKeyCredentialRequestOptionsJSON>> {
  const now = deps.wall();
  return await asAuth(deps.database, async (tx) => {
    const seconds = await countTry(tx, [{ limit: 'passkeyFromSource', of: visitor.source }], now);
    if (seconds !== null) return wait(seconds);
    const challenge = await newChallenge(tx, now, 'passkeySignIn', null);
    return granted(
      await generateAuthenticationOptions({
        rpID: rpIdOf(deps),
        challenge,
        userVerification: 'required',
        timeout: challengeMs,
      }),
    );
  });
}

/** Signs in by passkey. No counter of guesses stands in the way: there is nothing to guess. */
export async function signInByPasskey(
  deps: SignInDeps,
  response: AuthenticationResponseJSON,
  visitor: Visitor,
): Promise<SignInResult<Tokens>> {
  const now = deps.wall();
  const { source } = visitor;
  return await asAuth(deps.database, async (tx) => {
    const challenge = challengeIn(response.response.clientDataJSON);
    const asked = await consumeTicket(tx, 'passkeySignIn', hashOf(challenge), now);
    const known = asked === null ? null : await findPasskey(tx, response.id);
    if (known === null || (await accountOf(tx, known.personId)) === null) return refused('passkeyRefused');
    const shown = await verified(() =>
      verifyAuthenticationResponse({
        response,
        expectedChallenge: challenge,
        expectedOrigin: originOf(deps),
        expectedRPID: rpIdOf(deps),
        credential: {
          id: known.credentialId,
          publicKey: new Uint8Array(known.publicKey),
          counter: known.counter,
        },
        requireUserVerification: true,
      }),
    );
    const { personId } = known;
    if (
      shown?.verified !== true ||
      !(await usePasskey(tx, known.id, shown.authenticationInfo.newCounter, now))
    ) {
      await logAct(tx, now, { act: 'passkeyRefused', personId, source });
      return refused('passkeyRefused');
    }
    await logAct(tx, now, { act: 'signedIn', personId, source, detail: { by: 'passkey' } });
    return granted(
      await openSession(tx, now, {
        personId,
        methods: ['passkey'],
        secondFactor: true,
        stage: 'full',
        visitor,
      }),
    );
  });
}

async function newChallenge(
  tx: Transaction,
  now: Instant,
  purpose: Extract<TicketPurpose, 'passkeyRegistration' | 'passkeySignIn'>,
  personId: string | null,
): Promise<Uint8Array<ArrayBuffer>> {
  const { token, hash } = newToken();
  await insertTicket(tx, {
    id: randomUUID(),
    purpose,
    tokenHash: hash,
    personId,
    createdAt: now,
    expiresAt: plusMilliseconds(now, challengeMs),
  });
  return new Uint8Array(Buffer.from(token, 'base64url'));
}

/** The challenge that a response answers; the library compares it, here it finds the ticket. Empty where there is none. */
function challengeIn(clientDataJson: string): string {
  try {
    const { challenge } = JSON.parse(Buffer.from(clientDataJson, 'base64url').toString('utf8')) as {
      readonly challenge?: unknown;
    };
    return typeof challenge === 'string' ? challenge : '';
  } catch {
    return '';
  }
}

/** The library throws for whatever a client may have sent; that is a refusal. */
async function verified<T>(verify: () => Promise<T>): Promise<T | null> {
  try {
    return await verify();
  } catch {
    return null;
  }
}

function originOf({ publicUrl }: SignInDeps): string {
  return new URL(publicUrl).origin;
}

function rpIdOf({ publicUrl }: SignInDeps): string {
  return new URL(publicUrl).hostname;
}
