/** The one door to sign-in: what routes and guard may ask. Works as role `app_auth`, on a pool of its own. */
import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server';
import { setLanguage } from '../../db/repositories/auth-people.ts';
import { asAuth } from '../../db/transaction.ts';
import { oneAtATime } from '../one-at-a-time.ts';
import { endApiToken, listTokens, makeApiToken, whoseApiToken } from './api-tokens.ts';
import type { SignInDeps, Visitor } from './deps.ts';
import { ownIdentities, unlinkIdentity } from './identities.ts';
import {
  type Administrator,
  acceptInvitation,
  administratorOf,
  invite,
  listStaff,
  readInvitation,
} from './invitations.ts';
import { sendLinks } from './links.ts';
import { finishOidc, type OidcIntent, oidcProviders, startOidc } from './oidc.ts';
import {
  addPasskey,
  ownPasskeys,
  passkeyRegistration,
  passkeySignIn,
  removePasskey,
  signInByPasskey,
} from './passkeys.ts';
import { askForReset, changePassword, resetPassword } from './password-change.ts';
import { hashPassword } from './password-hash.ts';
import { signInByPassword } from './password-sign-in.ts';
import {
  beginTotpSetUp,
  confirmTotp,
  giveSecondFactor,
  ownFactors,
  removeTotp,
  renewRecoveryCodes,
  resetFactors,
} from './second-factor.ts';
import {
  accountOfCaller,
  type Caller,
  chooseInstitution,
  endOtherSessions,
  endSession,
  ownSessions,
  rememberTour,
  sessionHolds,
  signOut,
  whoIs,
} from './sessions.ts';
import { newToken } from './tokens.ts';
import { openTrainingLink } from './training-links.ts';

export type SignIn = ReturnType<typeof createSignIn>;

/** Makes the door. The pool is the caller's. */
export function createSignIn(deps: SignInDeps) {
  let nobodys: Promise<string> | undefined;
  const nobodysHash = () => (nobodys ??= hashPassword(newToken().token, deps.passwordCost));
  const providers = oidcProviders(deps.providers);
  const links = oneAtATime(() => sendLinks(deps));
  /** The answer does not wait for the mail: it takes as long as one to nobody. */
  const ordering = async <R extends { readonly ok: boolean }>(result: Promise<R>): Promise<R> => {
    const done = await result;
    if (done.ok) links.start();
    return done;
  };
  return {
    whoIs: (token: string, actingFor: string | null) => whoIs(deps, token, actingFor),
    sessionHolds: (token: string) => sessionHolds(deps, token),
    whoseApiToken: (token: string) => whoseApiToken(deps, token),

    signInByPassword: (typed: { readonly mail: string; readonly password: string }, visitor: Visitor) =>
      signInByPassword(deps, nobodysHash, typed, visitor),
    giveSecondFactor: (half: Caller, typed: { readonly code: string }, visitor: Visitor) =>
      ordering(giveSecondFactor(deps, half, typed, visitor)),
    passkeySignIn: (visitor: Visitor) => passkeySignIn(deps, visitor),
    signInByPasskey: (response: AuthenticationResponseJSON, visitor: Visitor) =>
      signInByPasskey(deps, response, visitor),
    training: deps.training,
    providers: () => providers.settings.map(({ id, name }) => ({ id, name })),
    startOidc: (providerId: string, intent: OidcIntent, visitor: Visitor) =>
      startOidc(deps, providers, providerId, intent, visitor),
    finishOidc: (
      came: { readonly providerId: string; readonly query: string; readonly flow: string | null },
      visitor: Visitor,
    ) => ordering(finishOidc(deps, providers, came, visitor)),
    signOut: (caller: Caller, visitor: Visitor) => signOut(deps, caller, visitor),

    readInvitation: (token: string, visitor: Visitor) => readInvitation(deps, token, visitor),
    acceptInvitation: (typed: { readonly token: string; readonly password: string }, visitor: Visitor) =>
      acceptInvitation(deps, typed, visitor),
    askForReset: (mail: string, visitor: Visitor) => ordering(askForReset(deps, mail, visitor)),
    resetPassword: (typed: { readonly token: string; readonly password: string }, visitor: Visitor) =>
      ordering(resetPassword(deps, typed, visitor)),
    changePassword: (
      caller: Caller,
      typed: { readonly current: string; readonly password: string },
      visitor: Visitor,
    ) => ordering(changePassword(deps, caller, typed, visitor)),

    chooseLanguage: (caller: Caller, language: 'lv' | 'en') =>
      asAuth(deps.database, (tx) => setLanguage(tx, caller.personId, language)),
    chooseInstitution: (caller: Caller, institutionId: string) =>
      chooseInstitution(deps, caller, institutionId),
    rememberTour: (caller: Caller, seen: boolean) => rememberTour(deps, caller, seen),
    ownSessions: (caller: Caller) => ownSessions(deps, caller),
    endSession: (caller: Caller, id: string, visitor: Visitor) => endSession(deps, caller, id, visitor),
    endOtherSessions: (caller: Caller, visitor: Visitor) => endOtherSessions(deps, caller, visitor),

    accountOf: (caller: Caller) => asAuth(deps.database, (tx) => accountOfCaller(tx, caller)),
    ownFactors: (caller: Caller) => ownFactors(deps, caller),
    beginTotpSetUp: (caller: Caller) => beginTotpSetUp(deps, caller),
    confirmTotp: (caller: Caller, code: string, visitor: Visitor) =>
      ordering(confirmTotp(deps, caller, code, visitor)),
    removeTotp: (caller: Caller, visitor: Visitor) => ordering(removeTotp(deps, caller, visitor)),
    renewRecoveryCodes: (caller: Caller, visitor: Visitor) =>
      ordering(renewRecoveryCodes(deps, caller, visitor)),
    passkeyRegistration: (caller: Caller) => passkeyRegistration(deps, caller),
    addPasskey: (
      caller: Caller,
      typed: { readonly name: string; readonly response: RegistrationResponseJSON },
      visitor: Visitor,
    ) => ordering(addPasskey(deps, caller, typed, visitor)),
    ownPasskeys: (caller: Caller) => ownPasskeys(deps, caller),
    removePasskey: (caller: Caller, id: string, visitor: Visitor) =>
      ordering(removePasskey(deps, caller, id, visitor)),

    ownIdentities: (caller: Caller) => ownIdentities(deps, caller),
    unlinkIdentity: (caller: Caller, provider: string, visitor: Visitor) =>
      ordering(unlinkIdentity(deps, caller, provider, visitor)),

    administratorOf: (actor: Administrator) => administratorOf(deps, actor),
    listStaff: (administrator: Administrator) => listStaff(deps, administrator),
    invite: (administrator: Administrator, personId: string, visitor: Visitor) =>
      ordering(invite(deps, administrator, personId, visitor)),
    resetFactors: (administrator: Administrator, personId: string, visitor: Visitor) =>
      ordering(resetFactors(deps, administrator, personId, visitor)),
    makeApiToken: (
      administrator: Administrator,
      wanted: { readonly name: string; readonly scopes: readonly string[]; readonly days: number },
      visitor: Visitor,
    ) => makeApiToken(deps, administrator, wanted, visitor),
    listApiTokens: (administrator: Administrator) => listTokens(deps, administrator),
    endApiToken: (administrator: Administrator, id: string, visitor: Visitor) =>
      endApiToken(deps, administrator, id, visitor),
    openTrainingLink: (administrator: Administrator, mailId: string, visitor: Visitor) =>
      openTrainingLink(deps, administrator, mailId, visitor),

    /** The same without waiting; a failure is left to the next round. */
    startSendingLinks: () => links.start(),
    /** One round of mails that are owed, and of forgetting what is over. */
    sendLinks: () => links.run(),
    /** Waits for the mails under way. */
    quiet: () => links.idle(),
  };
}
