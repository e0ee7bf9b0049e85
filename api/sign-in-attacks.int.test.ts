/** Attacks on sign-in, each by its name (issue “People, institutions, sign-in and rights”, must hold). */
import * as fc from 'fast-check';
import { Secret, TOTP } from 'otpauth';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { hashPassword } from '../application/sign-in/password-hash.ts';
import { signInByPassword } from '../application/sign-in/password-sign-in.ts';
import { hostileText } from '../test/support/hostile-text.ts';
import { authenticator } from './testing/authenticator.ts';
import { type Browser, goodPassword, origin, type SignInApi, signInApi } from './testing/sign-in-api.ts';

let api: SignInApi;
const minute = 60_000;
const elsewhere = '203.0.113.66';

beforeAll(async () => {
  api = await signInApi();
  for (const person of [api.place.teacher, api.place.otherTeacher, api.place.principal])
    await api.openAccount(person);
});
afterAll(() => api.close());
beforeEach(() => api.store.superuser`delete from auth.attempt`.then(() => undefined));

function tryPassword(browser: Browser, mail: string, password: string) {
  return browser.send('POST', '/sign-in/password', { mail, password });
}

async function signedIn(mail = api.place.teacher.mail, from?: string): Promise<Browser> {
  const browser = api.browser(from);
  expect((await tryPassword(browser, mail, goodPassword)).statusCode).toBe(200);
  return browser;
}

/** An answer without what differs from one request to the next. */
function essence(answer: { readonly statusCode: number; readonly body: string; readonly headers: object }) {
  const { instance: _id, ...body } = JSON.parse(answer.body) as Record<string, unknown>;
  const { 'x-request-id': _request, date: _date, ...headers } = answer.headers as Record<string, unknown>;
  return { status: answer.statusCode, body, headers };
}

describe('enumeration', () => {
  const unknown = 'neviens@terminsargs.example';

  it('signing in: an unknown address, one without an account and a wrong password are answered alike', async () => {
    const guess = (mail: string) => tryPassword(api.browser(), mail, 'nepareiza parole 1');
    const answers = [
      await guess(api.place.teacher.mail),
      await guess(unknown),
      await guess(api.place.socialHead.mail),
    ].map(essence);
    expect(answers[0]).toMatchObject({ status: 401, body: { code: 'signInRefused' } });
    expect(answers[1]).toEqual(answers[0]);
    expect(answers[2]).toEqual(answers[0]);
  });

  it('signing in: an unknown address costs the same work, a password hash included', async () => {
    const visitor = { source: elsewhere, agent: '', device: null };
    const work = async (mail: string) => {
      await api.store.superuser`delete from auth.attempt`;
      const count = async () => {
        const [row] = await api.store.superuser`select
          (select count(*) from auth.log where act = 'signInFailed')::int as failed,
          (select count(*) from auth.attempt)::int as tries`;
        return { failed: Number(row?.['failed']), tries: Number(row?.['tries']) };
      };
      let ofNobody = 0;
      const before = await count();
      const nobodys = () => {
        ofNobody += 1;
        return hashPassword('x', api.deps.passwordCost);
      };
      await signInByPassword(api.deps, nobodys, { mail, password: 'nepareiza' }, visitor);
      const after = await count();
      return { failed: after.failed - before.failed, tries: after.tries, ofNobody };
    };
    expect(await work(unknown)).toEqual({ failed: 1, tries: 3, ofNobody: 1 });
    expect(await work(api.place.teacher.mail)).toEqual({ failed: 1, tries: 3, ofNobody: 0 });
  });

  it('signing in: an unknown address is held back after as many tries as a known one', async () => {
    const triesUntilHeld = async (mail: string) => {
      for (let tries = 1; tries < 50; tries++) {
        if ((await tryPassword(api.browser(elsewhere), mail, 'nepareiza parole 1')).statusCode === 429)
          return tries;
      }
      return Number.POSITIVE_INFINITY;
    };
    const known = await triesUntilHeld(api.place.teacher.mail);
    expect(known).toBeLessThan(12);
    expect(await triesUntilHeld(unknown)).toBe(known);
  });

  it('asking for a new password: the same answer and the same rows; a mail to nobody', async () => {
    const ask = (mail: string) => api.browser().send('POST', '/sign-in/reset', { mail });
    const orders = async () => {
      const rows = await api.store
        .superuser`select count(*)::int as n from auth.mail_order where purpose = 'reset'`;
      return Number(rows[0]?.['n']);
    };
    const before = { mails: api.mails.length, orders: await orders() };
    const answers = [
      await ask(unknown),
      await ask(api.place.socialHead.mail),
      await ask(api.place.teacher.mail),
    ];
    for (const answer of answers) expect(essence(answer)).toEqual(essence(answers[0] ?? answer));
    await api.signIn.sendLinks();
    expect(await orders()).toBe(before.orders + 3);
    expect(api.mails.slice(before.mails).map(({ to }) => to.address)).toEqual([api.place.teacher.mail]);
  });

  it('asking too often for one address sends no more mails, and answers as before', async () => {
    const before = api.mails.length;
    for (let asked = 0; asked < 6; asked++) {
      const answer = await api.browser().send('POST', '/sign-in/reset', { mail: api.place.teacher.mail });
      expect(answer.statusCode).toBe(202);
    }
    await api.signIn.sendLinks();
    expect(api.mails.length - before).toBe(3);
  });

  it('links: unknown, used, over and made for something else are answered alike', async () => {
    await api.browser().send('POST', '/sign-in/reset', { mail: api.place.teacher.mail });
    const reset = await api.linkFor(api.place.teacher.mail);
    const open = (token: string) => api.browser().send('POST', '/sign-in/invitation', { token });
    const other = essence(await open(reset));
    expect(other).toMatchObject({ status: 422, body: { code: 'linkInvalid' } });
    expect(essence(await open('A'.repeat(43)))).toEqual(other);
  });
});

describe('brute force', () => {
  it('of one account from one place is held back, with the moment to come again, also with the right password', async () => {
    const { mail } = api.place.teacher;
    const statuses: number[] = [];
    for (let tries = 0; tries < 12; tries++)
      statuses.push((await tryPassword(api.browser(elsewhere), mail, `nepareiza ${tries}`)).statusCode);
    expect(statuses.filter((status) => status === 401)).toHaveLength(8);
    const held = await tryPassword(api.browser(elsewhere), mail, goodPassword);
    expect(held.json()).toMatchObject({ status: 429, code: 'tooManyRequests' });
    expect(Number(held.headers['retry-after'])).toBeGreaterThan(0);
    expect(Number(held.headers['retry-after'])).toBeLessThanOrEqual(15 * 60);
    api.pass(16 * minute);
    expect((await tryPassword(api.browser(elsewhere), mail, goodPassword)).statusCode).toBe(200);
  });

  it('by many requests at once is held back all the same', async () => {
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, tries) =>
        tryPassword(api.browser(elsewhere), api.place.teacher.mail, `nepareiza ${tries}`),
      ),
    );
    expect(answers.filter(({ statusCode }) => statusCode === 401)).toHaveLength(8);
  });

  it('of many accounts from one place (spraying) is held back', async () => {
    const statuses: number[] = [];
    for (let tries = 0; tries < 203; tries++)
      statuses.push(
        (await tryPassword(api.browser(elsewhere), `x${tries}@terminsargs.example`, 'Ziema2026!')).statusCode,
      );
    expect(statuses.filter((status) => status === 401)).toHaveLength(200);
  });

  it('of one account from many places is held back', async () => {
    const statuses: number[] = [];
    for (let tries = 0; tries < 103; tries++)
      statuses.push(
        (await tryPassword(api.browser(`198.51.100.${tries}`), api.place.teacher.mail, 'nepareiza'))
          .statusCode,
      );
    expect(statuses.filter((status) => status === 401)).toHaveLength(100);
  });

  it('of the code after the password is held back, from one place and from many', async () => {
    const { half, codes } = await withTotp(api.place.otherTeacher.mail);
    const statuses: number[] = [];
    for (let tries = 0; tries < 10; tries++) {
      const answer = await half.send(
        'POST',
        '/sign-in/second-factor',
        { code: `00000${tries}` },
        { from: elsewhere },
      );
      statuses.push(answer.statusCode);
    }
    expect(statuses.filter((status) => status === 401)).toHaveLength(8);
    for (let tries = 0; tries < 40; tries++) {
      const answer = await half.send(
        'POST',
        '/sign-in/second-factor',
        { code: '000000' },
        { from: `198.51.100.${tries}` },
      );
      statuses.push(answer.statusCode);
    }
    expect(statuses.filter((status) => status === 401).length).toBeLessThanOrEqual(30);
    expect(codes).toHaveLength(10);
    await dropFactors();
  });
});

describe('lockout of the rightful user', () => {
  async function attack(mail: string): Promise<void> {
    for (let tries = 0; tries < 102; tries++)
      await tryPassword(api.browser(`198.51.100.${tries}`), mail, 'nepareiza');
  }

  it('while somebody guesses from everywhere, a browser that has signed in before still gets in', async () => {
    const known = await signedIn();
    await known.send('POST', '/sign-in/sign-out');
    await attack(api.place.teacher.mail);
    expect((await tryPassword(api.browser(), api.place.teacher.mail, goodPassword)).statusCode).toBe(429);
    expect((await tryPassword(known, api.place.teacher.mail, goodPassword)).statusCode).toBe(200);
  });

  it('a passkey gets in, too', async () => {
    const browser = await signedIn(api.place.principal.mail);
    const device = authenticator(origin);
    const options = (await browser.send('POST', '/account/passkeys/options')).json<{
      challenge: string;
      user: { id: string };
    }>();
    await browser.send('POST', '/account/passkeys', { name: 'Atslēga', response: device.register(options) });
    await attack(api.place.principal.mail);
    const fresh = api.browser();
    const asked = (await fresh.send('POST', '/sign-in/passkey/options')).json<{ challenge: string }>();
    expect((await fresh.send('POST', '/sign-in/passkey', { response: device.show(asked) })).statusCode).toBe(
      200,
    );
    await dropFactors();
  });

  it('a link by mail makes a new browser a known one', async () => {
    await attack(api.place.teacher.mail);
    const fresh = api.browser();
    await fresh.send('POST', '/sign-in/reset', { mail: api.place.teacher.mail });
    const token = await api.linkFor(api.place.teacher.mail);
    await fresh.send('POST', '/sign-in/reset/confirm', { token, password: goodPassword });
    expect((await tryPassword(fresh, api.place.teacher.mail, goodPassword)).statusCode).toBe(200);
  });

  it('wrong codes from elsewhere do not lock the owner’s browser out', async () => {
    const { half, secret } = await withTotp(api.place.otherTeacher.mail);
    const thief = api.browser(elsewhere);
    await tryPassword(thief, api.place.otherTeacher.mail, goodPassword);
    for (let tries = 0; tries < 40; tries++)
      await thief.send('POST', '/sign-in/second-factor', { code: '000000' }, { from: `198.51.100.${tries}` });
    expect((await half.send('POST', '/sign-in/second-factor', { code: codeOf(secret) })).statusCode).toBe(
      200,
    );
    await dropFactors();
  });

  it('a known browser is counted, too, and is good for its own account alone', async () => {
    const known = await signedIn();
    for (let tries = 0; tries < 10; tries++) await tryPassword(known, api.place.teacher.mail, 'nepareiza');
    expect((await tryPassword(known, api.place.teacher.mail, goodPassword)).statusCode).toBe(429);
    const other = await signedIn(api.place.otherTeacher.mail);
    await api.store.superuser`delete from auth.attempt`;
    await attack(api.place.teacher.mail);
    expect((await tryPassword(other, api.place.teacher.mail, goodPassword)).statusCode).toBe(429);
  });
});

describe('fixed session', () => {
  it('a token that the browser had before signing in is never the session’s', async () => {
    const planted = await signedIn(api.place.otherTeacher.mail);
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
    const { half, secret } = await withTotp(api.place.otherTeacher.mail);
    const before = new Map(half.cookies);
    expect((await half.send('POST', '/sign-in/second-factor', { code: codeOf(secret) })).statusCode).toBe(
      200,
    );
    const attacker = api.browser();
    for (const [name, value] of before) attacker.cookies.set(name, value);
    expect((await attacker.send('GET', '/account')).statusCode).toBe(401);
    await dropFactors();
  });

  it('two cookies of the same name are none', async () => {
    const browser = await signedIn();
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
      async () => (await signedIn()).send('POST', '/account/sessions/end-others'),
    ],
    [
      'a changed password',
      async () =>
        (await signedIn()).send('POST', '/account/password', {
          current: goodPassword,
          password: goodPassword,
        }),
    ],
  ])('is worth nothing after %s', async (_what, end) => {
    const owner = await signedIn();
    const thief = api.browser(elsewhere);
    for (const [name, value] of owner.cookies) thief.cookies.set(name, value);
    expect((await thief.send('GET', '/account')).statusCode).toBe(200);
    expect((await end(owner)).statusCode).toBe(200);
    expect((await thief.send('GET', '/account')).statusCode).toBe(401);
  });

  it('changes no password without the old one', async () => {
    const thief = await signedIn();
    const answer = await thief.send('POST', '/account/password', {
      current: 'nezinu',
      password: 'cita gara parole teltis',
    });
    expect(answer.statusCode).toBe(401);
  });
});

describe('replayed TOTP', () => {
  it('a code works once, also in another session and within its own half minute (RFC 6238 5.2)', async () => {
    const { half, secret } = await withTotp(api.place.otherTeacher.mail);
    const code = codeOf(secret);
    expect((await half.send('POST', '/sign-in/second-factor', { code })).statusCode).toBe(200);
    const thief = api.browser(elsewhere);
    await tryPassword(thief, api.place.otherTeacher.mail, goodPassword);
    const replayed = await thief.send('POST', '/sign-in/second-factor', { code });
    expect(replayed.json()).toMatchObject({ status: 401, code: 'codeRefused' });
    await dropFactors();
  });

  it('sent ten times at once it lets one in', async () => {
    const { secret } = await withTotp(api.place.otherTeacher.mail);
    const halves = await Promise.all(
      Array.from({ length: 6 }, async () => {
        const browser = api.browser();
        await tryPassword(browser, api.place.otherTeacher.mail, goodPassword);
        return browser;
      }),
    );
    const code = codeOf(secret);
    const answers = await Promise.all(
      halves.map((half) => half.send('POST', '/sign-in/second-factor', { code })),
    );
    expect(answers.filter(({ statusCode }) => statusCode === 200)).toHaveLength(1);
    await dropFactors();
  });

  it('the code that set the authenticator up signs nobody in', async () => {
    const browser = await signedIn(api.place.otherTeacher.mail);
    const { secret } = (await browser.send('POST', '/account/totp')).json<{ secret: string }>();
    const code = codeOf(secret);
    await browser.send('POST', '/account/totp/confirm', { code });
    const next = api.browser();
    await tryPassword(next, api.place.otherTeacher.mail, goodPassword);
    expect((await next.send('POST', '/sign-in/second-factor', { code })).statusCode).toBe(401);
    await dropFactors();
  });

  it('a code older than one that was used is refused', async () => {
    const { secret } = await withTotp(api.place.otherTeacher.mail);
    const older = codeOf(secret);
    api.pass(30_000);
    const give = async (code: string) => {
      const browser = api.browser();
      await tryPassword(browser, api.place.otherTeacher.mail, goodPassword);
      return await browser.send('POST', '/sign-in/second-factor', { code });
    };
    expect((await give(codeOf(secret))).statusCode).toBe(200);
    expect((await give(older)).statusCode).toBe(401);
    await dropFactors();
  });
});

describe('forged forwarding headers', () => {
  const forged = (n: number) => ({
    'x-forwarded-for': `10.1.1.${n}`,
    'x-real-ip': `10.1.1.${n}`,
    forwarded: `for=10.1.1.${n}`,
    'cf-connecting-ip': `10.1.1.${n}`,
  });

  it('do not make a guesser look like many', async () => {
    const statuses: number[] = [];
    for (let tries = 0; tries < 12; tries++) {
      const answer = await api
        .browser(elsewhere)
        .send(
          'POST',
          '/sign-in/password',
          { mail: api.place.teacher.mail, password: 'nepareiza' },
          { headers: forged(tries) },
        );
      statuses.push(answer.statusCode);
    }
    expect(statuses.filter((status) => status === 401)).toHaveLength(8);
  });

  it('behind a proxy that is named, its word counts, and what a client wrote before it does not', async () => {
    const behind = await signInApi({ app: { trustedProxies: ['10.0.0.5'] } });
    try {
      const guess = async (client: string, spoofed: string) =>
        (
          await behind
            .browser('10.0.0.5')
            .send(
              'POST',
              '/sign-in/password',
              { mail: 'x@terminsargs.example', password: 'nepareiza' },
              { headers: { 'x-forwarded-for': `${spoofed}, ${client}` } },
            )
        ).statusCode;
      const statuses: number[] = [];
      for (let tries = 0; tries < 12; tries++) statuses.push(await guess(elsewhere, `10.9.9.${tries}`));
      expect(statuses.filter((status) => status === 401)).toHaveLength(8);
      expect(await guess('198.51.100.7', '10.9.9.1')).toBe(401);
    } finally {
      await behind.close();
    }
  });

  it('a whole network of IPv6 addresses is one guesser', async () => {
    const statuses: number[] = [];
    for (let tries = 0; tries < 12; tries++)
      statuses.push(
        (await tryPassword(api.browser(`2001:db8:7:7::${tries + 1}`), api.place.teacher.mail, 'nepareiza'))
          .statusCode,
      );
    expect(statuses.filter((status) => status === 401)).toHaveLength(8);
  });
});

describe('CSRF', () => {
  it('a page of another site changes nothing with the session of the browser', async () => {
    const browser = await signedIn();
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
    const browser = await signedIn();
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
    const browser = await signedIn();
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

function codeOf(secret: string): string {
  return new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.parse(api.now()) });
}

/** Sets an authenticator up and comes back with the password alone; the browser is a known one. */
async function withTotp(mail: string) {
  const half = await signedIn(mail);
  const { secret } = (await half.send('POST', '/account/totp')).json<{ secret: string }>();
  const confirmed = await half.send('POST', '/account/totp/confirm', { code: codeOf(secret) });
  expect(confirmed.statusCode).toBe(200);
  api.pass(30_000);
  await half.send('POST', '/sign-in/sign-out');
  expect((await tryPassword(half, mail, goodPassword)).json()).toEqual({ next: 'secondFactor' });
  return { half, secret, codes: confirmed.json<{ recoveryCodes: readonly string[] }>().recoveryCodes };
}

async function dropFactors(): Promise<void> {
  await api.store.superuser`delete from auth.totp`;
  await api.store.superuser`delete from auth.passkey`;
}
