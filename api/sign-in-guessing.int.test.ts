/** Attacks by guessing and asking, each by its name (issue 4, must hold): enumeration, brute force, lockout, forged headers. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { hashPassword } from '../application/sign-in/password-hash.ts';
import { signInByPassword } from '../application/sign-in/password-sign-in.ts';
import { codeOf, dropFactors, elsewhere, signedIn, tryPassword, withTotp } from './testing/attacks.ts';
import { authenticator } from './testing/authenticator.ts';
import { goodPassword, origin, type SignInApi, signInApi } from './testing/sign-in-api.ts';

let api: SignInApi;
const minute = 60_000;
beforeAll(async () => {
  api = await signInApi();
  for (const person of [api.place.teacher, api.place.otherTeacher, api.place.principal])
    await api.openAccount(person);
});
afterAll(() => api.close());
beforeEach(() => api.store.superuser`delete from auth.attempt`.then(() => undefined));

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
    const { half } = await withTotp(api, api.place.otherTeacher.mail);
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
    await dropFactors(api);
  });
});

describe('lockout of the rightful user', () => {
  async function attack(mail: string): Promise<void> {
    for (let tries = 0; tries < 102; tries++)
      await tryPassword(api.browser(`198.51.100.${tries}`), mail, 'nepareiza');
  }

  it('while somebody guesses from everywhere, a browser that has signed in before still gets in', async () => {
    const known = await signedIn(api);
    await known.send('POST', '/sign-in/sign-out');
    await attack(api.place.teacher.mail);
    expect((await tryPassword(api.browser(), api.place.teacher.mail, goodPassword)).statusCode).toBe(429);
    expect((await tryPassword(known, api.place.teacher.mail, goodPassword)).statusCode).toBe(200);
  });

  it('a passkey gets in, too', async () => {
    const browser = await signedIn(api, api.place.principal.mail);
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
    await dropFactors(api);
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
    const { half, secret } = await withTotp(api, api.place.otherTeacher.mail);
    const thief = api.browser(elsewhere);
    await tryPassword(thief, api.place.otherTeacher.mail, goodPassword);
    for (let tries = 0; tries < 40; tries++)
      await thief.send('POST', '/sign-in/second-factor', { code: '000000' }, { from: `198.51.100.${tries}` });
    expect(
      (await half.send('POST', '/sign-in/second-factor', { code: codeOf(api, secret) })).statusCode,
    ).toBe(200);
    await dropFactors(api);
  });

  it('a known browser is counted, too, and is good for its own account alone', async () => {
    const known = await signedIn(api);
    for (let tries = 0; tries < 10; tries++) await tryPassword(known, api.place.teacher.mail, 'nepareiza');
    expect((await tryPassword(known, api.place.teacher.mail, goodPassword)).statusCode).toBe(429);
    const other = await signedIn(api, api.place.otherTeacher.mail);
    await api.store.superuser`delete from auth.attempt`;
    await attack(api.place.teacher.mail);
    expect((await tryPassword(other, api.place.teacher.mail, goodPassword)).statusCode).toBe(429);
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
