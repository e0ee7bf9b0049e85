/** The own sign-in: sessions, password, passkeys, recovery codes. */
import { queryOptions } from '@tanstack/react-query';
import type { z } from 'zod';
import type { identityList, passkeyList, sessionList } from '../../contracts/sign-in.ts';
import { leaveFor } from './account.ts';
import { ask } from './request.ts';

export type OwnSessionLine = z.infer<typeof sessionList>['sessions'][number];
export type Passkey = z.infer<typeof passkeyList>['passkeys'][number];

export const sessionsQuery = queryOptions({
  queryKey: ['own', 'sessions'],
  queryFn: async ({ signal }) =>
    (await ask<z.infer<typeof sessionList>>('/account/sessions', { signal })).sessions,
});

export const passkeysQuery = queryOptions({
  queryKey: ['own', 'passkeys'],
  queryFn: async ({ signal }) =>
    (await ask<z.infer<typeof passkeyList>>('/account/passkeys', { signal })).passkeys,
});

export function endSession(id: string): Promise<unknown> {
  return ask(`/account/sessions/${id}`, { method: 'DELETE' });
}

export function endOtherSessions(): Promise<unknown> {
  return ask('/account/sessions/end-others', { method: 'POST', body: {} });
}

export function changePassword(body: {
  readonly current: string;
  readonly password: string;
}): Promise<unknown> {
  return ask('/account/password', { method: 'POST', body });
}

export function removePasskey(id: string): Promise<unknown> {
  return ask(`/account/passkeys/${id}`, { method: 'DELETE' });
}

export function removeTotp(): Promise<unknown> {
  return ask('/account/totp', { method: 'DELETE' });
}

export function renewRecoveryCodes(): Promise<{ readonly recoveryCodes: readonly string[] }> {
  return ask('/account/recovery-codes', { method: 'POST', body: {} });
}

export const identitiesQuery = queryOptions({
  queryKey: ['own', 'identities'],
  queryFn: async ({ signal }) =>
    (await ask<z.infer<typeof identityList>>('/account/providers', { signal })).identities,
});

/** Leaves for the provider, which leads the browser back. */
export async function linkIdentity(provider: string): Promise<void> {
  leaveFor(await ask(`/account/providers/${provider}/link`, { method: 'POST', body: {} }));
}

export function unlinkIdentity(provider: string): Promise<unknown> {
  return ask(`/account/providers/${provider}`, { method: 'DELETE' });
}

/** Of the mails; the language of the page is kept in the browser. */
export function chooseLanguage(language: 'lv' | 'en'): Promise<unknown> {
  return ask('/account/language', { method: 'POST', body: { language } });
}
