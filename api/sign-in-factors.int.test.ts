/** Second factors: authenticator, recovery codes, passkeys, and who must have one. */
import { Secret, TOTP } from 'otpauth';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { SetUp } from '../application/set-up/set-up.ts';
import { addPasskey } from './testing/add-passkey.ts';
import { authenticator } from './testing/authenticator.ts';
import { type Browser, goodPassword, origin, type SignInApi, signInApi } from './testing/sign-in-api.ts';

let api: SignInApi;
const step = 30_000;

beforeAll(async () => {
  api = await signInApi();
  for (const person of [
    api.place.teacher,
    api.place.otherTeacher,
    api.place.schoolAdministrator,
    api.place.socialWorker,
    api.place.principal,
  ])
    await api.openAccount(person);
});
afterAll(() => api.close());
beforeEach(() => api.store.superuser`delete from auth.attempt`.then(() => undefined));

async function withPassword(mail: string): Promise<Browser> {
  const browser = api.browser();
  await browser.send('POST', '/sign-in/password', { mail, password: goodPassword });
  return browser;
}

function codeOf(secret: string): string {
  return new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.parse(api.now()) });
}

async function setUpTotp(browser: Browser): Promise<{ secret: string; codes: readonly string[] }> {
  const { secret, uri } = (await browser.send('POST', '/account/totp')).json<{
    secret: string;
    uri: string;
  }>();
  expect(uri).toMatch(/^otpauth:\/\/totp\/Termi%C5%86sargs:.*period=30/);
  const confirmed = await browser.send('POST', '/account/totp/confirm', { code: codeOf(secret) });
  expect(confirmed.statusCode).toBe(200);
  return { secret, codes: confirmed.json<{ recoveryCodes: readonly string[] }>().recoveryCodes };
}

async function showing(device: ReturnType<typeof authenticator>, changes = {}) {
  const browser = api.browser();
  const options = (await browser.send('POST', '/sign-in/passkey/options')).json<{ challenge: string }>();
  const answer = await browser.send('POST', '/sign-in/passkey', { response: device.show(options, changes) });
  return { browser, answer };
}

describe('an authenticator (TOTP)', () => {
  it('is asked after the password once its first code was right, and not before', async () => {
    const browser = await withPassword(api.place.teacher.mail);
    const begun = (await browser.send('POST', '/account/totp')).json<{ secret: string }>();
    expect((await withPassword(api.place.teacher.mail)).cookies.size).toBe(2);
    const wrong = await browser.send('POST', '/account/totp/confirm', { code: '000000' });
    expect(wrong.json()).toMatchObject({ status: 401, code: 'codeRefused' });
    await browser.send('POST', '/account/totp/confirm', { code: codeOf(begun.secret) });
    api.pass(step);

    const next = api.browser();
    const half = await next.send('POST', '/sign-in/password', {
      mail: api.place.teacher.mail,
      password: goodPassword,
    });
    expect(half.json()).toEqual({ next: 'secondFactor' });
    for (const path of ['/account', '/directory', '/account/sessions']) {
      expect((await next.send('GET', path)).json()).toMatchObject({
        status: 401,
        code: 'secondFactorNeeded',
      });
    }
    expect((await next.send('POST', '/account/passkeys/options')).json()).toMatchObject({
      code: 'secondFactorNeeded',
    });
    const given = await next.send('POST', '/sign-in/second-factor', { code: codeOf(begun.secret) });
    expect(given.json()).toEqual({ done: true });
    expect((await next.send('GET', '/account')).json()).toMatchObject({
      methods: ['password', 'totp'],
      secondFactor: { shown: true, totp: true, recoveryCodes: 10 },
    });
    expect((await next.send('POST', '/sign-in/second-factor', { code: '123456' })).statusCode).toBe(401);
    expect((await next.send('DELETE', '/account/totp')).statusCode).toBe(200);
  });

  it('takes the code of the step before and after, for clocks that differ, and no other', async () => {
    const browser = await withPassword(api.place.teacher.mail);
    const { secret } = await setUpTotp(browser);
    const at = (offset: number) =>
      new TOTP({ secret: Secret.fromBase32(secret) }).generate({
        timestamp: Date.parse(api.now()) + offset * step,
      });
    api.pass(10 * step);
    for (const [offset, taken] of [
      [-2, false],
      [2, false],
      [-1, true],
      [1, true],
    ] as const) {
      const half = await withPassword(api.place.teacher.mail);
      const given = await half.send('POST', '/sign-in/second-factor', { code: at(offset) });
      expect(given.statusCode, String(offset)).toBe(taken ? 200 : 401);
    }
    expect((await browser.send('DELETE', '/account/totp')).statusCode).toBe(200);
  });

  it('a recovery code stands in for it, once, however it is typed', async () => {
    const { codes } = await setUpTotp(await withPassword(api.place.teacher.mail));
    expect(new Set(codes).size).toBe(10);
    const [code = ''] = codes;
    expect(code).toMatch(/^([A-Z2-9]{4}-){3}[A-Z2-9]{4}$/);
    const give = async (typed: string) =>
      (await withPassword(api.place.teacher.mail)).send('POST', '/sign-in/second-factor', { code: typed });
    expect((await give(code.toLowerCase().replaceAll('-', ' '))).statusCode).toBe(200);
    expect((await give(code)).statusCode).toBe(401);
    const half = await withPassword(api.place.teacher.mail);
    expect((await half.send('POST', '/sign-in/second-factor', { code: codes[1] })).statusCode).toBe(200);
    const renewed = await half.send('POST', '/account/recovery-codes');
    expect(renewed.json<{ recoveryCodes: readonly string[] }>().recoveryCodes).toHaveLength(10);
    expect((await give(codes[2] ?? '')).statusCode).toBe(401);
    expect((await half.send('DELETE', '/account/totp')).statusCode).toBe(200);
  });

  it('setting one up ends the sessions that were opened without it', async () => {
    const other = await withPassword(api.place.teacher.mail);
    const browser = await withPassword(api.place.teacher.mail);
    await setUpTotp(browser);
    expect((await other.send('GET', '/account')).statusCode).toBe(401);
    expect((await browser.send('DELETE', '/account/totp')).statusCode).toBe(200);
  });

  it('changes only within half an hour of signing in', async () => {
    const browser = await withPassword(api.place.teacher.mail);
    api.pass(31 * 60_000);
    for (const path of ['/account/totp', '/account/passkeys/options', '/account/recovery-codes']) {
      expect((await browser.send('POST', path)).json()).toMatchObject({
        status: 403,
        code: 'freshSignInNeeded',
      });
    }
  });
});

describe('a passkey', () => {
  it('signs in by itself, without an address, and counts as two factors', async () => {
    const browser = await withPassword(api.place.otherTeacher.mail);
    const device = await addPasskey(browser);
    expect((await browser.send('GET', '/account')).json()).toMatchObject({
      secondFactor: { shown: true, passkeys: 1 },
    });
    const { browser: next, answer } = await showing(device);
    expect(answer.json()).toEqual({ done: true });
    expect((await next.send('GET', '/account')).json()).toMatchObject({
      personId: api.place.otherTeacher.personId,
      methods: ['passkey'],
      secondFactor: { shown: true },
    });
    const half = await withPassword(api.place.otherTeacher.mail);
    expect((await half.send('GET', '/account')).json()).toMatchObject({ code: 'secondFactorNeeded' });
  });

  it.each([
    ['for another site', { origin: 'https://terminsargs.example.evil' }],
    ['for another host', { rpId: 'evil.example' }],
    ['without finger, face or PIN', { userVerified: false }],
    ['whose counter went back: a copy', { counter: 1 }],
  ])('shown %s is refused', async (_what, changes) => {
    const device = await addPasskey(await freshSession());
    await showing(device);
    const { answer } = await showing(device, changes);
    expect(answer.json()).toMatchObject({ status: 401, code: 'passkeyRefused' });
  });

  it('an answer works once, and only to a question of ours', async () => {
    const device = await addPasskey(await freshSession());
    const browser = api.browser();
    const options = (await browser.send('POST', '/sign-in/passkey/options')).json<{ challenge: string }>();
    const response = device.show(options);
    expect((await browser.send('POST', '/sign-in/passkey', { response })).statusCode).toBe(200);
    expect((await api.browser().send('POST', '/sign-in/passkey', { response })).statusCode).toBe(401);
    const own = device.show({ challenge: Buffer.alloc(32, 1).toString('base64url') });
    expect((await api.browser().send('POST', '/sign-in/passkey', { response: own })).statusCode).toBe(401);
    const late = (await browser.send('POST', '/sign-in/passkey/options')).json<{ challenge: string }>();
    api.pass(6 * 60_000);
    expect((await browser.send('POST', '/sign-in/passkey', { response: device.show(late) })).statusCode).toBe(
      401,
    );
  });

  it('is registered only by whom it was offered to, and belongs to its owner alone', async () => {
    const one = await freshSession();
    const other = await withPassword(api.place.teacher.mail);
    const options = (await one.send('POST', '/account/passkeys/options')).json<{
      challenge: string;
      user: { id: string };
    }>();
    const response = authenticator(origin).register(options);
    expect((await other.send('POST', '/account/passkeys', { name: 'x', response })).statusCode).toBe(401);
    await addPasskey(one);
    const { passkeys } = (await one.send('GET', '/account/passkeys')).json<{
      passkeys: readonly { id: string; name: string }[];
    }>();
    const id = passkeys[0]?.id ?? '';
    expect((await other.send('DELETE', `/account/passkeys/${id}`)).statusCode).toBe(404);
    expect((await one.send('DELETE', `/account/passkeys/${id}`)).statusCode).toBe(200);
  });

  /** The principal, without any factor left. */
  async function freshSession(): Promise<Browser> {
    await api.store.superuser`delete from auth.passkey where person_id = ${api.place.principal.personId}`;
    return await withPassword(api.place.principal.mail);
  }
});

describe('who must have a second factor', () => {
  it('an administrator without one reaches only what sets one up; with one, everything', async () => {
    const browser = await withPassword(api.place.schoolAdministrator.mail);
    expect((await browser.send('GET', '/account')).json()).toMatchObject({
      secondFactor: { shown: false, required: true },
    });
    for (const path of ['/directory', '/duties', '/administration/people']) {
      expect((await browser.send('GET', path)).json()).toMatchObject({
        status: 403,
        code: 'secondFactorSetUpNeeded',
      });
    }
    await addPasskey(browser);
    expect((await browser.send('GET', '/administration/people')).statusCode).toBe(200);
    const { passkeys } = (await browser.send('GET', '/account/passkeys')).json<{
      passkeys: readonly { id: string }[];
    }>();
    const last = await browser.send('DELETE', `/account/passkeys/${passkeys[0]?.id}`);
    expect(last.json()).toMatchObject({ status: 409, code: 'secondFactorStays' });
  });

  it('whoever reads other institutions’ records, too; a school’s own staff need not', async () => {
    const worker = await withPassword(api.place.socialWorker.mail);
    expect((await worker.send('GET', '/directory')).json()).toMatchObject({
      code: 'secondFactorSetUpNeeded',
    });
    const teacher = await withPassword(api.place.teacher.mail);
    expect((await teacher.send('GET', '/directory')).statusCode).toBe(200);
  });

  it('a municipality may ask everybody: from the next request on', async () => {
    const teacher = await withPassword(api.place.teacher.mail);
    const administrator = await administratorOfMunicipality();
    const {
      version,
      training: _training,
      duties: _duties,
      ladders: _ladders,
      dossiersBehind: _behind,
      ...content
    } = (await administrator.send('GET', '/set-up')).json<SetUp>();
    expect([version, content.secondFactor]).toEqual([0, 'whoMust']);
    const draft = (secondFactor: string) => ({ ...content, secondFactor });
    const save = (body: object, ifMatch: number) =>
      administrator.send('POST', '/set-up', body, {
        headers: { 'if-match': `"${ifMatch}"`, 'idempotency-key': crypto.randomUUID() },
      });
    // Who has an account and no second factor yet; nothing is stored.
    const preview = await administrator.send('POST', '/set-up/preview', draft('everybody'));
    expect(preview.json()).toMatchObject({
      version: 0,
      total: 0,
      withoutSecondFactor: await withoutFactor(),
    });
    expect((await teacher.send('GET', '/directory')).statusCode).toBe(200);
    expect((await save(draft('everybody'), 7)).statusCode).toBe(412);
    expect((await save(draft('everybody'), 0)).statusCode).toBe(201);
    expect((await administrator.send('GET', '/set-up')).json()).toMatchObject({ secondFactor: 'everybody' });
    expect((await teacher.send('GET', '/directory')).json()).toMatchObject({
      code: 'secondFactorSetUpNeeded',
    });
    // Less than the rule cannot be said.
    for (const less of ['nobody', null]) {
      const body = { ...content, secondFactor: less };
      expect((await save(body, 1)).json()).toMatchObject({ status: 400, code: 'invalidRequest' });
    }
    expect((await save(draft('whoMust'), 1)).statusCode).toBe(201);
    expect((await teacher.send('GET', '/directory')).statusCode).toBe(200);
    const worker = await withPassword(api.place.socialWorker.mail);
    expect((await worker.send('GET', '/directory')).statusCode).toBe(403);
    const school = await withPasskeyOfAdministrator();
    expect((await school.send('GET', '/set-up')).json()).toMatchObject({
      status: 403,
      code: 'notAdministrator',
    });
  });

  it('an administrator takes lost factors of the own people away; the password stays asked, sessions end', async () => {
    const teacher = await withPassword(api.place.teacher.mail);
    await setUpTotp(teacher);
    const administrator = await withPasskeyOfAdministrator();
    const reset = (id: string) =>
      administrator.send('POST', `/administration/people/${id}/reset-second-factor`);
    expect((await reset(api.place.teacher.personId)).statusCode).toBe(200);
    expect((await teacher.send('GET', '/account')).statusCode).toBe(401);
    const again = api.browser();
    const next = await again.send('POST', '/sign-in/password', {
      mail: api.place.teacher.mail,
      password: goodPassword,
    });
    expect(next.json()).toEqual({ next: 'done' });
    expect((await reset(api.place.socialWorker.personId)).statusCode).toBe(404);
    expect((await reset(api.place.schoolAdministrator.personId)).statusCode).toBe(404);
  });

  async function withPasskeyOfAdministrator(): Promise<Browser> {
    await api.store
      .superuser`delete from auth.passkey where person_id = ${api.place.schoolAdministrator.personId}`;
    const browser = await withPassword(api.place.schoolAdministrator.mail);
    await addPasskey(browser);
    return browser;
  }

  async function withoutFactor(): Promise<number> {
    const rows = await api.store.superuser`select from auth.account a
      where not exists (select from auth.totp t where t.person_id = a.person_id and t.confirmed_at is not null)
        and not exists (select from auth.passkey k where k.person_id = a.person_id)`;
    return rows.length;
  }

  async function administratorOfMunicipality(): Promise<Browser> {
    const { id } = api.place;
    const [institution, person] = [crypto.randomUUID(), crypto.randomUUID()];
    const mail = 'novads@terminsargs.example';
    await api.store.superuser`insert into institution (id, municipality_id, kind, name, created_at)
      values (${institution}, ${id}, 'municipality', 'Ozolkalna novada pašvaldība', now())`;
    await api.store.superuser`insert into person (id, display_name, mail, language, created_at)
      values (${person}, 'Novada administratore', ${mail}, 'lv', now())`;
    await api.store.superuser`insert into role_holder (id, institution_id, person_id, role, from_at)
      values (gen_random_uuid(), ${institution}, ${person}, 'administrator', '2020-01-01')`;
    await api.openAccount({ personId: person, institutionId: institution, mail });
    const browser = await withPassword(mail);
    await addPasskey(browser);
    return browser;
  }
});
