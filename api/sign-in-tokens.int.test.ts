/** Tokens of other systems: made by an administrator, limited by scopes and time, acting as a service person. */
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { assertUnprivileged } from '../db/connect.ts';
import { loadDirectory } from '../db/repositories/directory.ts';
import { asActor, asClock } from '../db/transaction.ts';
import { type Browser, goodPassword, type SignInApi, signInApi } from './testing/sign-in-api.ts';

let api: SignInApi;
let administrator: Browser;
const day = 24 * 60 * 60_000;

type Made = {
  readonly token: string;
  readonly view: { readonly id: string; readonly prefix: string; readonly lastUsedAt: string | null };
};

beforeAll(async () => {
  api = await signInApi();
  await api.openAccount(api.place.teacher);
  await api.openAccount(api.place.schoolAdministrator);
  administrator = await administratorSession();
});
afterAll(() => api.close());

/** With both factors, as far as this file asks. */
async function administratorSession(): Promise<Browser> {
  const browser = api.browser();
  const { mail, personId } = api.place.schoolAdministrator;
  await browser.send('POST', '/sign-in/password', { mail, password: goodPassword });
  await api.store.superuser`update auth.session set second_factor = true where person_id = ${personId}`;
  return browser;
}

async function makeToken(scopes: readonly string[], days = 30): Promise<Made> {
  const made = await administrator.send('POST', '/administration/tokens', { name: 'E-klase', scopes, days });
  expect(made.statusCode).toBe(201);
  return made.json<Made>();
}

function use(token: string, path: string, headers: Readonly<Record<string, string>> = {}) {
  return api.app.inject({ url: `/api/v1${path}`, headers: { authorization: `Bearer ${token}`, ...headers } });
}

async function listed() {
  return (await administrator.send('GET', '/administration/tokens')).json<{
    tokens: readonly {
      id: string;
      prefix: string;
      scopes: readonly string[];
      lastUsedAt: string | null;
      revokedAt: string | null;
    }[];
  }>().tokens;
}

describe('a token of another system', () => {
  it('reaches what its scopes say, and nothing else', async () => {
    const { token } = await makeToken(['directory:read']);
    expect((await use(token, '/directory')).statusCode).toBe(200);
    expect((await use(token, '/procedures')).statusCode).toBe(200);
    for (const path of ['/dossiers', '/duties', '/administration/people', '/administration/tokens']) {
      const answer = await use(token, path);
      expect(answer.statusCode, path).toBe(403);
      expect(answer.json()).toMatchObject({ code: 'scopeMissing' });
    }
    expect((await use(token, '/account')).statusCode).toBe(401);
  });

  it('acts as a service person of its institution: no mail, no account, no other role', async () => {
    const { view } = await makeToken(['duties:read']);
    const [row] = await api.store.superuser`
      select p.id, p.mail, h.role, h.institution_id, exists (select from auth.account a where a.person_id = p.id) as account
      from auth.api_token t join person p on p.id = t.person_id join role_holder h on h.person_id = p.id
      where t.id = ${view.id}`;
    expect(row).toMatchObject({
      mail: null,
      role: 'service',
      institution_id: api.place.school,
      account: false,
    });
    const keys = await asActor(api.store.api, { personId: String(row?.['id']), now: api.now() }, (tx) =>
      tx.execute<{ keys: readonly string[] }>(sql`select app.keys() as keys`),
    );
    expect([...(keys[0]?.keys ?? [])].toSorted()).toEqual(
      [`i:${api.place.school}`, `i:${api.place.school}:service`, `p:${String(row?.['id'])}`].toSorted(),
    );
    const people = (await administrator.send('GET', '/administration/people')).json<{
      people: readonly { personId: string }[];
    }>();
    expect(people.people.map(({ personId }) => personId)).not.toContain(row?.['id']);
  });

  it('is nobody who could be told or owe anything: an institution with tokens alone has no user (rule 13)', async () => {
    await makeToken(['duties:read']);
    const { holders } = await asClock(api.store.clock, (tx) => loadDirectory(tx, api.place.id, api.now()));
    expect(holders.length).toBeGreaterThan(5);
    expect(holders.map(({ role }) => role)).not.toContain('service');
  });

  it('names no other institution than its own', async () => {
    const { token } = await makeToken(['directory:read']);
    expect((await use(token, '/directory', { 'x-acting-for': api.place.school })).statusCode).toBe(200);
    expect((await use(token, '/directory', { 'x-acting-for': api.place.socialService })).statusCode).toBe(
      401,
    );
  });

  it('is told once, kept as a hash, and listed by its beginning and its last use', async () => {
    const { token, view } = await makeToken(['directory:read']);
    expect(token.startsWith(`${view.prefix}_`)).toBe(true);
    expect(view.lastUsedAt).toBeNull();
    await use(token, '/directory');
    const found = (await listed()).find(({ id }) => id === view.id);
    expect(found).toMatchObject({ prefix: view.prefix, scopes: ['directory:read'], lastUsedAt: api.now() });
    const rows = await api.store.superuser`select t::text as row from auth.api_token t`;
    expect(rows.map(({ row }) => String(row)).join()).not.toContain(token.slice(16));
  });

  it('ends when it is revoked, and when its time is over', async () => {
    const revoked = await makeToken(['directory:read']);
    const path = `/administration/tokens/${revoked.view.id}`;
    expect((await administrator.send('DELETE', path)).statusCode).toBe(200);
    expect((await administrator.send('DELETE', path)).statusCode).toBe(404);
    expect((await use(revoked.token, '/directory')).statusCode).toBe(401);
    const short = await makeToken(['directory:read'], 1);
    api.pass(day + 1_000);
    expect((await use(short.token, '/directory')).statusCode).toBe(401);
    administrator = await administratorSession();
  });

  it('is made and revoked by an administrator of that institution alone', async () => {
    const teacher = api.browser();
    await teacher.send('POST', '/sign-in/password', { mail: api.place.teacher.mail, password: goodPassword });
    const body = { name: 'x', scopes: ['directory:read'], days: 1 };
    expect((await teacher.send('POST', '/administration/tokens', body)).statusCode).toBe(403);
    const { view } = await makeToken(['directory:read']);
    await api.store
      .superuser`update auth.api_token set institution_id = ${api.place.socialService} where id = ${view.id}`;
    expect((await administrator.send('DELETE', `/administration/tokens/${view.id}`)).statusCode).toBe(404);
    expect((await listed()).map(({ id }) => id)).not.toContain(view.id);
  });

  it.each([
    ['no scope', { scopes: [] }],
    ['an unknown scope', { scopes: ['everything'] }],
    ['more than a year', { days: 366 }],
    ['a scope of administrators', { scopes: ['administration:write'] }],
  ])('with %s is refused', async (_what, change) => {
    const body = { name: 'x', scopes: ['directory:read'], days: 1, ...change };
    expect((await administrator.send('POST', '/administration/tokens', body)).statusCode).toBe(400);
  });

  it('guessed or changed is none', async () => {
    const { token } = await makeToken(['directory:read']);
    const other = `${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`;
    for (const wrong of [other, token.slice(0, -1), `${token}A`, token.replace('ta_', 'dev-')])
      expect((await use(wrong, '/directory')).statusCode).toBe(401);
  });
});

it('app_auth is bound by its grants: it makes service persons and nobody else', async () => {
  await assertUnprivileged(api.store.auth.client);
  await expect(
    api.store.auth.client`insert into person (id, display_name, language, created_at)
      values (gen_random_uuid(), 'x', 'lv', now())`,
  ).rejects.toThrow('permission denied');
  await expect(api.store.auth.client`update role_holder set role = 'administrator'`).rejects.toThrow(
    'permission denied',
  );
});
