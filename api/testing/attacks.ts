/** What several attacks do: come as the rightful user, with an authenticator, or with none left. */
import { Secret, TOTP } from 'otpauth';
import { expect } from 'vitest';
import { type Browser, goodPassword, type SignInApi } from './sign-in-api.ts';

/** Far from the rightful user. */
export const elsewhere = '203.0.113.66';

export function tryPassword(browser: Browser, mail: string, password: string) {
  return browser.send('POST', '/sign-in/password', { mail, password });
}

/** Signed in by password, in a browser of its own; the teacher where nobody is named. */
export async function signedIn(api: SignInApi, mail = api.place.teacher.mail): Promise<Browser> {
  const browser = api.browser();
  expect((await tryPassword(browser, mail, goodPassword)).statusCode).toBe(200);
  return browser;
}

/** The code that an authenticator shows now. */
export function codeOf(api: SignInApi, secret: string): string {
  return new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.parse(api.now()) });
}

/** Sets an authenticator up and comes back with the password alone; the browser is a known one. */
export async function withTotp(api: SignInApi, mail: string) {
  const half = await signedIn(api, mail);
  const { secret } = (await half.send('POST', '/account/totp')).json<{ secret: string }>();
  const confirmed = await half.send('POST', '/account/totp/confirm', { code: codeOf(api, secret) });
  expect(confirmed.statusCode).toBe(200);
  api.pass(30_000);
  await half.send('POST', '/sign-in/sign-out');
  expect((await tryPassword(half, mail, goodPassword)).json()).toEqual({ next: 'secondFactor' });
  return { half, secret };
}

export async function dropFactors(api: SignInApi): Promise<void> {
  await api.store.superuser`delete from auth.totp`;
  await api.store.superuser`delete from auth.passkey`;
}
