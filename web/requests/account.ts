/** Signing in, and the own account. */
import { queryOptions } from '@tanstack/react-query';
import type { OwnSession } from '../../contracts/sign-in.ts';
import { ask, Refused } from './request.ts';

export type { OwnSession } from '../../contracts/sign-in.ts';

/** What the person is asked next, on the way in. */
export type Entry =
  | { readonly stage: 'out' }
  | { readonly stage: 'codeAsked' }
  | { readonly stage: 'in'; readonly session: OwnSession };

export async function readEntry(): Promise<Entry> {
  try {
    if (stillToLeave()) await signOut();
    return { stage: 'in', session: await ask<OwnSession>('/account') };
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    if (error.problem.code === 'signInNeeded') return { stage: 'out' };
    if (error.problem.code === 'secondFactorNeeded') return { stage: 'codeAsked' };
    throw error;
  }
}

/** Where the visitor stands: outside, half in, or in. */
export const entryQuery = queryOptions({
  queryKey: ['entry'],
  queryFn: readEntry,
  staleTime: 60_000,
  // Whoever comes back to the page sees at once that the session has ended, before they type.
  refetchOnWindowFocus: 'always',
  // Without a network the answer is that there is none, and the question is put again when it is back.
  networkMode: 'always',
  refetchOnReconnect: 'always',
});

type Next = { readonly next: 'done' | 'secondFactor' };

export function signInByPassword(mail: string, password: string): Promise<Next> {
  return ask('/sign-in/password', { method: 'POST', body: { mail, password } });
}

export function sendCode(code: string): Promise<Next> {
  return ask('/sign-in/second-factor', { method: 'POST', body: { code } });
}

const leavingAs = 'terminsargs.leaving';

function stillToLeave(): boolean {
  return localStorage.getItem(leavingAs) !== null;
}

/** Ends the session; where there is no network now, before anything else is asked. */
export async function signOut(): Promise<void> {
  localStorage.setItem(leavingAs, 'yes');
  await ask('/sign-in/sign-out', { method: 'POST', body: {} }).catch((error: unknown) => {
    // Refused is who has no session any more; a busy or broken server is asked again.
    if (!(error instanceof Refused) || error.problem.status >= 429) throw error;
  });
  localStorage.removeItem(leavingAs);
}

/** Signs in with a passkey that the browser offers. Throws the browser's error where the person backs out. */
export async function signInByPasskey(): Promise<void> {
  const { startAuthentication } = await import('@simplewebauthn/browser');
  const optionsJSON = await ask<Parameters<typeof startAuthentication>[0]['optionsJSON']>(
    '/sign-in/passkey/options',
    { method: 'POST', body: {} },
  );
  const response = await startAuthentication({ optionsJSON });
  await ask('/sign-in/passkey', { method: 'POST', body: { response } });
}

export type IdentityProvider = { readonly id: string; readonly name: string };

type SignInWays = {
  readonly providers: readonly IdentityProvider[];
  /** Everything in this product is invented. */
  readonly training: boolean;
};

export const providersQuery = queryOptions({
  queryKey: ['providers'],
  queryFn: () => ask<SignInWays>('/sign-in/providers'),
  staleTime: Number.POSITIVE_INFINITY,
});

/** Remembers that the tour of the first visit was seen, or asks for it again. */
export async function rememberTour(seen: boolean): Promise<void> {
  await ask('/account/tour', { method: 'POST', body: { seen } });
}

/** Leaves for the provider, which leads the browser back, signed in. */
export async function signInByProvider(id: string): Promise<void> {
  leaveFor(await ask(`/sign-in/providers/${id}/start`, { method: 'POST', body: {} }));
}

export function leaveFor({ address }: { readonly address: string }): void {
  globalThis.location.assign(address);
}

/** Chooses for which of the own institutions to act from now on. */
export async function actFor(institutionId: string): Promise<void> {
  await ask('/account/institution', { method: 'POST', body: { institutionId } });
}

export function askForReset(mail: string): Promise<unknown> {
  return ask('/sign-in/reset', { method: 'POST', body: { mail } });
}

export function readInvitation(token: string): Promise<{ readonly name: string; readonly mail: string }> {
  return ask('/sign-in/invitation', { method: 'POST', body: { token } });
}

export function acceptInvitation(token: string, password: string): Promise<unknown> {
  return ask('/sign-in/invitation/accept', { method: 'POST', body: { token, password } });
}

export function resetPassword(token: string, password: string): Promise<unknown> {
  return ask('/sign-in/reset/confirm', { method: 'POST', body: { token, password } });
}

/** Adds this device as a passkey; the session counts as one with two factors from then on. */
export async function addPasskey(name: string): Promise<void> {
  const { startRegistration } = await import('@simplewebauthn/browser');
  const optionsJSON = await ask<Parameters<typeof startRegistration>[0]['optionsJSON']>(
    '/account/passkeys/options',
    { method: 'POST', body: {} },
  );
  const response = await startRegistration({ optionsJSON });
  await ask('/account/passkeys', { method: 'POST', body: { name, response } });
}

export type TotpSetUp = { readonly secret: string; readonly uri: string };

export function beginTotp(): Promise<TotpSetUp> {
  return ask('/account/totp', { method: 'POST', body: {} });
}

export function confirmTotp(code: string): Promise<{ readonly recoveryCodes: readonly string[] }> {
  return ask('/account/totp/confirm', { method: 'POST', body: { code } });
}
