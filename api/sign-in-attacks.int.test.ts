/** Attacks on sessions and codes, each by its name (issue 4, must hold): fixed, stolen, replayed, forged; accounts without invitation. */
import * as fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { hostileText } from '../test/support/hostile-text.ts';
import { codeOf, dropFactors, elsewhere, signedIn, tryPassword, withTotp } from './testing/attacks.ts';
import { authenticator } from './testing/authenticator.ts';
import { type Browser, goodPassword, origin, type SignInApi, signInApi } from './testing/sign-in-api.ts';

let api: SignInApi;

beforeAll(async () => {
  api = await signInApi();
  for (const person of [api.place.teacher, api.place.otherTeacher, api.place.principal])
    await api.openAccount(person);
});
afterAll(() => api.close());
beforeEach(() => api.store.superuser`delete from auth.attempt`.then(() => undefined));

describe('fixed session', () => {
  it('a token that the browser had before signing in is never the session’s', async () => {
    const planted = await signedIn(api, api.place.otherTeacher.mail);
    const victim = api.browser();
    for (const [name, value] of planted.cookies)
      if (name.endsWith('session')) victim.cookies.set(name, value);
    await tryPassword(victim, api.place.teacher.mail, goodPassword);
    expect(victim.cookies.get('__Host-terminsargs-session')).not.toBe(
      planted.cookies.get('__Host-terminsargs-session'),
    );
    expect((await planted.send('GET', '/account')).json()).toMatchObject({
      personId: api.place.otherTeacher.personId,
    });
    const invented = api.browser();
    invented.cookies.set('__Host-terminsargs-session', 'A'.repeat(43));
    await tryPassword(invented, api.place.teacher.mail, goodPassword);
    const attacker = api.browser();
    attacker.cookies.set('__Host-terminsargs-session', 'A'.repeat(43));
    expect((await attacker.send('GET', '/account')).statusCode).toBe(401);
  });

  it('the token of before the second factor is worth nothing after it', async () => {
    const { half, secret } = await withTotp(api, api.place.otherTeacher.mail);
    const before = new Map(half.cookies);
    expect(
      (await half.send('POST', '/sign-in/second-factor', { code: codeOf(api, secret) })).statusCode,
    ).toBe(200);
    const attacker = api.browser();
    for (const [name, value] of before) attacker.cookies.set(name, value);
    expect((await attacker.send('GET', '/account')).statusCode).toBe(401);
    await dropFactors(api);
  });

  it('two cookies of the same name are none', async () => {
    const browser = await signedIn(api);
    const own = browser.cookies.get('__Host-terminsargs-session') ?? '';
    const answer = await api.browser().send('GET', '/account', undefined, {
      headers: { cookie: `__Host-terminsargs-session=${'A'.repeat(43)}; __Host-terminsargs-session=${own}` },
    });
    expect(answer.statusCode).toBe(401);
  });
});

describe('stolen session', () => {
  it.each([
    ['signing out', (browser: Browser) => browser.send('POST', '/sign-in/sign-out')],
    [
      'ending all others from elsewhere',
      async () => (await signedIn(api)).send('POST', '/account/sessions/end-others'),
    ],
    [
      'a changed password',
      async () =>
        (await signedIn(api)).send('POST', '/account/password', {
          current: goodPassword,
          password: goodPassword,
        }),
    ],
  ])('is worth nothing after %s', async (_what, end) => {
    const owner = await signedIn(api);
    const thief = api.browser(elsewhere);
    for (const [name, value] of owner.cookies) thief.cookies.set(name, value);
    expect((await thief.send('GET', '/account')).statusCode).toBe(200);
    expect((await end(owner)).statusCode).toBe(200);
    expect((await thief.send('GET', '/account')).statusCode).toBe(401);
  });

  it('changes no password without the old one', async () => {
    const thief = await signedIn(api);
    const answer = await thief.send('POST', '/account/password', {
      current: 'nezinu',
      password: 'cita gara parole teltis',
    });
    expect(answer.statusCode).toBe(401);
  });
});

describe('replayed TOTP', () => {
  it('a code works once, also in another session and within its own half minute (RFC 6238 5.2)', async () => {
    const { half, secret } = await withTotp(api, api.place.otherTeacher.mail);
    const code = codeOf(api, secret);
    expect((await half.send('POST', '/sign-in/second-factor', { code })).statusCode).toBe(200);
    const thief = api.browser(elsewhere);
    await tryPassword(thief, api.place.otherTeacher.mail, goodPassword);
    const replayed = await thief.send('POST', '/sign-in/second-factor', { code });
    expect(replayed.json()).toMatchObject({ status: 401, code: 'codeRefused' });
    await dropFactors(api);
  });

  it('sent six times at once it lets one in', async () => {
    const { secret } = await withTotp(api, api.place.otherTeacher.mail);
    const halves = await Promise.all(
      Array.from({ length: 6 }, async () => {
        const browser = api.browser();
        await tryPassword(browser, api.place.otherTeacher.mail, goodPassword);
        return browser;
      }),
    );
    const code = codeOf(api, secret);
    const answers = await Promise.all(
      halves.map((half) => half.send('POST', '/sign-in/second-factor', { code })),
    );
    expect(answers.filter(({ statusCode }) => statusCode === 200)).toHaveLength(1);
    await dropFactors(api);
  });

  it('the code that set the authenticator up signs nobody in', async () => {
    const browser = await signedIn(api, api.place.otherTeacher.mail);
    const { secret } = (await browser.send('POST', '/account/totp')).json<{ secret: string }>();
    const code = codeOf(api, secret);
    await browser.send('POST', '/account/totp/confirm', { code });
    const next = api.browser();
    await tryPassword(next, api.place.otherTeacher.mail, goodPassword);
    expect((await next.send('POST', '/sign-in/second-factor', { code })).statusCode).toBe(401);
    await dropFactors(api);
  });

  it('a code older than one that was used is refused', async () => {
    const { secret } = await withTotp(api, api.place.otherTeacher.mail);
    const older = codeOf(api, secret);
    api.pass(30_000);
    const give = async (code: string) => {
      const browser = api.browser();
      await tryPassword(browser, api.place.otherTeacher.mail, goodPassword);
      return await browser.send('POST', '/sign-in/second-factor', { code });
    };
    expect((await give(codeOf(api, secret))).statusCode).toBe(200);
    expect((await give(older)).statusCode).toBe(401);
    await dropFactors(api);
  });
});

describe('CSRF', () => {
  it('a page of another site changes nothing with the session of the browser', async () => {
    const browser = await signedIn(api);
    for (const headers of [
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { origin: 'https://terminsargs.example.evil' },
      { origin: 'http://terminsargs.example' },
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
    ]) {
      const answer = await browser.send('POST', '/sign-in/sign-out', {}, { headers });
      expect(answer.json(), JSON.stringify(headers)).toMatchObject({ status: 403, code: 'originRefused' });
    }
    const silent = await api.app.inject({
      method: 'POST',
      url: '/api/v1/sign-in/sign-out',
      headers: {
        'content-type': 'application/json',
        cookie: [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
      },
      payload: '{}',
    });
    expect(silent.json()).toMatchObject({ code: 'originRefused' });
    expect((await browser.send('GET', '/account')).statusCode).toBe(200);
  });

  it('a form’s body is refused, whatever its origin says', async () => {
    const browser = await signedIn(api);
    for (const type of [
      'application/x-www-form-urlencoded',
      'text/plain',
      'multipart/form-data; boundary=x',
    ]) {
      const answer = await browser.send(
        'POST',
        '/sign-in/sign-out',
        {},
        { headers: { 'content-type': type } },
      );
      expect(answer.statusCode, type).toBe(415);
    }
  });

  it('another site signs nobody in as somebody else (login CSRF)', async () => {
    const answer = await api
      .browser()
      .send(
        'POST',
        '/sign-in/password',
        { mail: api.place.teacher.mail, password: goodPassword },
        { headers: { origin: 'https://evil.example' } },
      );
    expect(answer.json()).toMatchObject({ code: 'originRefused' });
    expect(answer.headers['set-cookie']).toBeUndefined();
  });

  it('no answer allows another origin to read it', async () => {
    const browser = await signedIn(api);
    const answer = await browser.send('GET', '/account', undefined, {
      headers: { origin: 'https://evil.example' },
    });
    expect(Object.keys(answer.headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
  });
});

describe('sign-up without an invitation', () => {
  const accounts = async () => (await api.store.superuser`select 1 from auth.account`).length;

  it('there is no route that makes an account from an address', async () => {
    const before = await accounts();
    const { mail } = api.place.socialWorker;
    for (const path of [
      '/sign-up',
      '/sign-up/email',
      '/register',
      '/accounts',
      '/account',
      '/sign-in/sign-up',
    ]) {
      const answer = await api
        .browser()
        .send('POST', path, { mail, email: mail, password: goodPassword, name: 'X' });
      expect([404, 405], path).toContain(answer.statusCode);
    }
    expect(await accounts()).toBe(before);
  });

  it('by password: no account, no sign-in', async () => {
    expect((await tryPassword(api.browser(), api.place.socialWorker.mail, goodPassword)).statusCode).toBe(
      401,
    );
  });

  it('by a link for a new password: none is sent, and a reset’s token is no invitation’s', async () => {
    const before = await accounts();
    const sent = api.mails.length;
    await api.browser().send('POST', '/sign-in/reset', { mail: api.place.socialWorker.mail });
    await api.signIn.sendLinks();
    expect(api.mails.length).toBe(sent);
    await api.browser().send('POST', '/sign-in/reset', { mail: api.place.teacher.mail });
    const token = await api.linkFor(api.place.teacher.mail);
    const accepted = await api
      .browser()
      .send('POST', '/sign-in/invitation/accept', { token, password: goodPassword });
    expect(accepted.json()).toMatchObject({ code: 'linkInvalid' });
    expect(await accounts()).toBe(before);
  });

  it('by passkey: registering asks for a session, and an unknown passkey is refused', async () => {
    const before = await accounts();
    const device = authenticator(origin);
    const browser = api.browser();
    expect((await browser.send('POST', '/account/passkeys/options')).statusCode).toBe(401);
    const options = (await browser.send('POST', '/sign-in/passkey/options')).json<{ challenge: string }>();
    const response = device.register({ ...options, user: { id: 'eA' } });
    expect((await browser.send('POST', '/account/passkeys', { name: 'x', response })).statusCode).toBe(401);
    const shown = await browser.send('POST', '/sign-in/passkey', { response: device.show(options) });
    expect(shown.statusCode).toBe(401);
    expect(await accounts()).toBe(before);
  });

  it('one invitation sent twice at once makes one account', async () => {
    const { onCall, school } = api.place;
    await api.store.superuser`insert into auth.mail_order
      (id, purpose, person_id, institution_id, ordered_at, state, next_attempt_at)
      values (gen_random_uuid(), 'invitation', ${onCall.personId}, ${school}, ${api.now()}, 'owed', ${api.now()})`;
    const token = await api.linkFor(onCall.mail);
    const before = await accounts();
    const answers = await Promise.all(
      [1, 2, 3].map(() =>
        api.browser().send('POST', '/sign-in/invitation/accept', { token, password: goodPassword }),
      ),
    );
    expect(answers.filter(({ statusCode }) => statusCode === 200)).toHaveLength(1);
    expect(await accounts()).toBe(before + 1);
  });
});

describe('hostile texts', () => {
  const token = fc.oneof(hostileText(), fc.constant('A'.repeat(43)));
  const mail = fc.oneof(
    hostileText(),
    hostileText().map((text) => `${text}@x.example`),
  );
  const shown = fc.record({
    id: token,
    rawId: token,
    type: fc.constant('public-key'),
    clientExtensionResults: fc.constant({}),
    response: fc.record({
      clientDataJSON: fc.oneof(
        hostileText(),
        fc.json().map((json) => Buffer.from(json).toString('base64url')),
        hostileText().map((challenge) => Buffer.from(JSON.stringify({ challenge })).toString('base64url')),
      ),
      authenticatorData: token,
      signature: token,
      attestationObject: token,
    }),
  });

  it.each([
    ['/sign-in/password', fc.record({ mail, password: fc.oneof(hostileText(), fc.constant('x')) })],
    ['/sign-in/reset', fc.record({ mail })],
    ['/sign-in/invitation/accept', fc.record({ token, password: hostileText() })],
    ['/sign-in/passkey', fc.record({ response: shown })],
    ['/sign-in/providers/%00/start', fc.record({ invitation: token })],
  ])('sent to %s are answered, and never with a fault', async (path, bodies) => {
    await fc.assert(
      fc.asyncProperty(bodies, hostileText(), async (body, text) => {
        const header = text.replaceAll(/[^\u0020-\u007e]/g, '');
        const headers = { 'user-agent': header, cookie: `__Host-terminsargs-device=${header}` };
        const answer = await api.browser().send('POST', path, body, { headers });
        expect(answer.statusCode, answer.body).toBeLessThan(500);
      }),
      { numRuns: 60 },
    );
  });
});
