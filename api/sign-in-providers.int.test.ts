/** Sign-in at a municipality's own identity provider, against a provider that speaks OpenID Connect. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startTestProvider, type TestProvider } from './testing/oidc-provider.ts';
import { type Browser, goodPassword, origin, type SignInApi, signInApi } from './testing/sign-in-api.ts';

let api: SignInApi;
let provider: TestProvider;

beforeAll(async () => {
  provider = await startTestProvider();
  api = await signInApi({
    signIn: (place) => {
      const { issuer, clientId, clientSecret } = provider;
      const one = { name: 'Ozolkalna novads', issuer, clientId, clientSecret };
      return {
        providers: [
          { id: 'ozolkalns', municipalityId: place.id, ...one },
          { id: 'cits-novads', municipalityId: randomUUID(), ...one },
          { id: 'away', municipalityId: place.id, ...one, issuer: 'http://127.0.0.1:9' },
        ],
      };
    },
  });
  await api.openAccount(api.place.teacher);
});
afterAll(async () => {
  await api.close();
  await provider.close();
});
beforeEach(async () => {
  provider.forge({});
  provider.signWithForeignKey(false);
  await api.store.superuser`delete from auth.attempt`;
});

/** Goes to the provider and comes back; `path` begins, in this browser. */
async function roundTrip(
  browser: Browser,
  subject: string,
  {
    path = '/sign-in/providers/ozolkalns/start',
    body = {},
    claims = {},
    by = browser,
  }: {
    readonly path?: string;
    readonly body?: unknown;
    readonly claims?: Readonly<Record<string, unknown>>;
    readonly by?: Browser;
  } = {},
): Promise<string> {
  const started = await browser.send('POST', path, body);
  expect(started.statusCode).toBe(200);
  const back = await provider.visit(started.json<{ address: string }>().address, subject, claims);
  return await comeBack(by, back);
}

async function comeBack(browser: Browser, back: URL): Promise<string> {
  const answer = await browser.send('GET', `${back.pathname.replace('/api/v1', '')}${back.search}`);
  expect(answer.statusCode).toBe(303);
  return String(answer.headers['location']).replace(origin, '');
}

const refused = '/sign-in?problem=identityRefused';

async function withPassword(mail: string): Promise<Browser> {
  const browser = api.browser();
  await browser.send('POST', '/sign-in/password', { mail, password: goodPassword });
  return browser;
}

async function invitationFor({
  personId,
  institutionId,
  mail,
}: {
  personId: string;
  institutionId: string;
  mail: string;
}) {
  await api.store.superuser`insert into auth.mail_order
    (id, purpose, person_id, institution_id, ordered_at, state, next_attempt_at)
    values (gen_random_uuid(), 'invitation', ${personId}, ${institutionId}, ${api.now()}, 'owed', ${api.now()})`;
  return await api.linkFor(mail);
}

async function accounts(): Promise<number> {
  const rows = await api.store.superuser`select 1 from auth.account`;
  return rows.length;
}

describe('an identity at the municipality’s provider', () => {
  it('is linked by its signed-in owner, and signs in from then on', async () => {
    const { teacher } = api.place;
    expect((await api.browser().send('GET', '/sign-in/providers')).json()).toMatchObject({
      providers: [{ id: 'ozolkalns', name: 'Ozolkalna novads' }, {}, {}],
    });
    const own = await withPassword(teacher.mail);
    expect(await roundTrip(own, 'subject-teacher', { path: '/account/providers/ozolkalns/link' })).toBe('/');
    const next = api.browser();
    expect(await roundTrip(next, 'subject-teacher')).toBe('/');
    expect((await next.send('GET', '/account')).json()).toMatchObject({
      personId: teacher.personId,
      methods: ['oidc'],
      secondFactor: { shown: false },
    });
  });

  it('is listed and unlinked by its owner, who is told of both; then it signs nobody in', async () => {
    const { founderHead } = api.place;
    await api.openAccount(founderHead);
    const own = await withPassword(founderHead.mail);
    const linked = async () =>
      (await own.send('GET', '/account/providers')).json<{ identities: readonly object[] }>().identities;
    expect(await linked()).toEqual([]);
    await roundTrip(own, 'subject-to-unlink', { path: '/account/providers/ozolkalns/link' });
    const session = await withPassword(founderHead.mail);
    expect(await roundTrip(api.browser(), 'subject-to-unlink')).toBe('/');
    expect((await session.send('GET', '/account/providers')).json()).toMatchObject({
      identities: [{ provider: 'ozolkalns', name: 'Ozolkalna novads', linkedAt: api.now() }],
    });
    api.pass(31 * 60_000);
    const unlink = (browser: Browser) => browser.send('DELETE', '/account/providers/ozolkalns');
    expect((await unlink(session)).json()).toMatchObject({ code: 'freshSignInNeeded' });
    const fresh = await withPassword(founderHead.mail);
    expect((await unlink(fresh)).statusCode).toBe(200);
    expect((await unlink(fresh)).statusCode).toBe(404);
    expect(await roundTrip(api.browser(), 'subject-to-unlink')).toBe(refused);
    await api.signIn.sendLinks();
    const subjects = api.mails
      .filter(({ to }) => to.address === founderHead.mail)
      .map((mail) => mail.subject);
    expect(subjects.slice(-2)).toEqual([
      'MĀCĪBAS: Piesaistīts pašvaldības konts – Termiņsargs',
      'MĀCĪBAS: Atsaistīts pašvaldības konts – Termiņsargs',
    ]);
  });

  it('accepts an invitation without a password, once', async () => {
    const { otherTeacher } = api.place;
    const invitation = await invitationFor(otherTeacher);
    const browser = api.browser();
    expect(await roundTrip(browser, 'subject-other', { body: { invitation } })).toBe('/');
    expect((await browser.send('GET', '/account')).json()).toMatchObject({ personId: otherTeacher.personId });
    const again = await api.browser().send('POST', '/sign-in/providers/ozolkalns/start', { invitation });
    expect(again.json()).toMatchObject({ status: 422, code: 'linkInvalid' });
    const password = await api
      .browser()
      .send('POST', '/sign-in/password', { mail: otherTeacher.mail, password: goodPassword });
    expect(password.json()).toMatchObject({ code: 'signInRefused' });
  });

  it('counts as two factors where the provider says that it asked for more than one (RFC 8176)', async () => {
    const browser = api.browser();
    await roundTrip(browser, 'subject-teacher', { claims: { amr: ['pwd', 'mfa'] } });
    expect((await browser.send('GET', '/account')).json()).toMatchObject({ secondFactor: { shown: true } });
  });

  it('of nobody makes no account, whatever address or name the provider tells', async () => {
    const before = await accounts();
    const { principal } = api.place;
    const claims = { email: principal.mail, email_verified: true, preferred_username: principal.mail };
    expect(await roundTrip(api.browser(), 'subject-nobody', { claims })).toBe(refused);
    expect(
      await roundTrip(api.browser(), 'subject-nobody', { claims: { email: api.place.teacher.mail } }),
    ).toBe(refused);
    expect(await accounts()).toBe(before);
  });

  it('is somebody’s alone: it cannot be linked twice', async () => {
    const { onCall } = api.place;
    await api.openAccount(onCall);
    const other = await withPassword(onCall.mail);
    expect(await roundTrip(other, 'subject-teacher', { path: '/account/providers/ozolkalns/link' })).toBe(
      refused,
    );
    const invitation = await invitationFor(api.place.principal);
    expect(await roundTrip(api.browser(), 'subject-teacher', { body: { invitation } })).toBe(refused);
  });

  it('of somebody who works in that municipality no more signs in no more', async () => {
    const { onCall } = api.place;
    const own = await withPassword(onCall.mail);
    await roundTrip(own, 'subject-leaver', { path: '/account/providers/ozolkalns/link' });
    expect(await roundTrip(api.browser(), 'subject-leaver')).toBe('/');
    await api.store
      .superuser`update role_holder set until_at = '2026-11-01' where person_id = ${onCall.personId}`;
    expect(await roundTrip(api.browser(), 'subject-leaver')).toBe(refused);
  });

  it('of another municipality’s provider is not taken for one’s own', async () => {
    const own = await withPassword(api.place.teacher.mail);
    expect(await roundTrip(own, 'subject-elsewhere', { path: '/account/providers/cits-novads/link' })).toBe(
      refused,
    );
    expect(
      await roundTrip(api.browser(), 'subject-teacher', { path: '/sign-in/providers/cits-novads/start' }),
    ).toBe(refused);
  });
});

describe('coming back', () => {
  it('works once, in the browser that went, and within ten minutes', async () => {
    const browser = api.browser();
    const started = await browser.send('POST', '/sign-in/providers/ozolkalns/start');
    const back = await provider.visit(started.json<{ address: string }>().address, 'subject-teacher');
    const flow = new Map(browser.cookies);
    expect(await comeBack(api.browser(), back)).toBe(refused);
    expect(await comeBack(browser, back)).toBe('/');
    for (const [name, value] of flow) browser.cookies.set(name, value);
    expect(await comeBack(browser, back)).toBe(refused);
    const late = api.browser();
    const slow = await late.send('POST', '/sign-in/providers/ozolkalns/start');
    api.pass(11 * 60_000);
    expect(
      await comeBack(late, await provider.visit(slow.json<{ address: string }>().address, 'subject-teacher')),
    ).toBe(refused);
  });

  it('to link an identity needs the session that began it: nobody goes on after its owner signed out', async () => {
    const shared = await withPassword(api.place.teacher.mail);
    const started = await shared.send('POST', '/account/providers/ozolkalns/link');
    await shared.send('POST', '/sign-in/sign-out');
    const back = await provider.visit(started.json<{ address: string }>().address, 'subject-of-the-next');
    expect(await comeBack(shared, back)).toBe(refused);
    expect((await shared.send('GET', '/account')).statusCode).toBe(401);
  });

  it('with another’s answer does not sign in as the other (login forgery)', async () => {
    const attacker = api.browser();
    const started = await attacker.send('POST', '/sign-in/providers/ozolkalns/start');
    const back = await provider.visit(started.json<{ address: string }>().address, 'subject-teacher');
    const victim = api.browser();
    await victim.send('POST', '/sign-in/providers/ozolkalns/start');
    expect(await comeBack(victim, back)).toBe(refused);
    expect((await victim.send('GET', '/account')).statusCode).toBe(401);
  });

  it.each([
    ['for another client', { aud: 'somebody-else' }],
    ['from another issuer', { iss: 'https://evil.example' }],
    ['with another nonce', { nonce: 'x' }],
    ['that is over', { exp: 1 }],
  ])('with a token %s is refused', async (_what, claims) => {
    provider.forge(claims);
    expect(await roundTrip(api.browser(), 'subject-teacher')).toBe(refused);
  });

  it('with a token signed by another key is refused', async () => {
    provider.signWithForeignKey(true);
    expect(await roundTrip(api.browser(), 'subject-teacher')).toBe(refused);
  });

  it('a provider that does not answer is told as such; an unknown one is not found', async () => {
    const away = await api.browser().send('POST', '/sign-in/providers/away/start');
    expect(away.json()).toMatchObject({ status: 503, code: 'identityProviderAway' });
    const unknown = await api.browser().send('POST', '/sign-in/providers/nobody/start');
    expect(unknown.statusCode).toBe(404);
  });
});
