/** Accounts, invitations, passwords, sessions: through the API, on PostgreSQL, as role `app_auth`. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { problem } from '../contracts/problem.ts';
import { goodPassword, type SignInApi, signInApi } from './testing/sign-in-api.ts';

let api: SignInApi;
const minute = 60_000;
const hour = 60 * minute;

beforeAll(async () => {
  api = await signInApi();
  await api.openAccount(api.place.teacher);
  await api.openAccount(api.place.schoolAdministrator);
});
afterAll(() => api.close());
// Each test begins with no guesses counted.
beforeEach(() => api.store.superuser`delete from auth.attempt`.then(() => undefined));

async function signedIn(mail: string, from?: string) {
  const browser = api.browser(from);
  const answer = await browser.send('POST', '/sign-in/password', { mail, password: goodPassword });
  expect(answer.json()).toEqual({ next: 'done' });
  return browser;
}

describe('signing in', () => {
  it('by mail address and password opens a session, and the API knows the person and the institution', async () => {
    const browser = await signedIn(api.place.teacher.mail);
    const { teacher, school } = api.place;
    expect((await browser.send('GET', '/account')).json()).toMatchObject({
      personId: teacher.personId,
      methods: ['password'],
      actingFor: school,
      institutions: [{ id: school, roles: ['classTeacher'] }],
      secondFactor: { shown: false, required: false, totp: false, passkeys: 0 },
    });
    expect((await browser.send('GET', '/directory')).statusCode).toBe(200);
  });

  it('does not mind the case of the address', async () => {
    await signedIn(api.place.teacher.mail.toUpperCase());
  });

  it('sets cookies that no script reads, no other site sends and no plain connection carries', async () => {
    const answer = await api
      .browser()
      .send('POST', '/sign-in/password', { mail: api.place.teacher.mail, password: goodPassword });
    const set = [answer.headers['set-cookie']].flat().map(String);
    expect(set).toHaveLength(2);
    for (const one of set) {
      expect(one).toMatch(/^__Host-terminsargs-(session|device)=[A-Za-z0-9_-]{43}; Path=\/; /);
      for (const part of ['HttpOnly', 'SameSite=Strict', 'Secure']) expect(one).toContain(part);
      expect(one).not.toContain('Domain');
    }
  });

  it('without a session everything but public routes answers 401', async () => {
    const answer = await api.browser().send('GET', '/account');
    expect(answer.statusCode).toBe(401);
    expect(problem.parse(answer.json()).code).toBe('signInNeeded');
  });

  it('acts for no institution but the caller’s own, whatever the header or the session says', async () => {
    const browser = await signedIn(api.place.teacher.mail);
    const { school, socialService } = api.place;
    const acting = (institution: string) =>
      browser.send('GET', '/directory', undefined, { headers: { 'x-acting-for': institution } });
    expect((await acting(school)).statusCode).toBe(200);
    expect((await acting(socialService)).statusCode).toBe(401);
    expect(
      (await browser.send('POST', '/account/institution', { institutionId: socialService })).statusCode,
    ).toBe(404);
    expect((await browser.send('POST', '/account/institution', { institutionId: school })).statusCode).toBe(
      200,
    );
  });

  it('whoever works for several institutions names one, or chooses one for the session', async () => {
    const { otherTeacher, school, socialService } = api.place;
    await api.openAccount(otherTeacher);
    const browser = await signedIn(otherTeacher.mail);
    const second = crypto.randomUUID();
    await api.store.superuser`insert into institution (id, municipality_id, kind, name, created_at)
      select ${second}, municipality_id, 'school', 'Otrā skola', now() from institution where id = ${school}`;
    await api.store.superuser`insert into role_holder (id, institution_id, person_id, role, from_at)
      values (gen_random_uuid(), ${second}, ${otherTeacher.personId}, 'teacher', '2020-01-01')`;
    expect((await browser.send('GET', '/directory')).statusCode).toBe(401);
    expect((await browser.send('POST', '/account/institution', { institutionId: second })).statusCode).toBe(
      200,
    );
    expect((await browser.send('GET', '/account')).json()).toMatchObject({ actingFor: second });
    expect((await browser.send('GET', '/directory')).statusCode).toBe(200);
    expect(
      (await browser.send('GET', '/directory', undefined, { headers: { 'x-acting-for': socialService } }))
        .statusCode,
    ).toBe(401);
  });

  it('somebody switched off, or without a role any more, is out at the next request', async () => {
    const browser = await signedIn(api.place.teacher.mail);
    const { personId } = api.place.teacher;
    await api.store.superuser`update role_holder set until_at = '2026-11-01' where person_id = ${personId}`;
    expect((await browser.send('GET', '/directory')).statusCode).toBe(401);
    await api.store.superuser`update role_holder set until_at = null where person_id = ${personId}`;
    expect((await browser.send('GET', '/directory')).statusCode).toBe(200);
    await api.store.superuser`update person set active = false where id = ${personId}`;
    expect((await browser.send('GET', '/account')).statusCode).toBe(401);
    await api.store.superuser`update person set active = true where id = ${personId}`;
  });

  it('a session ends after two hours without use, and after twelve in any case', async () => {
    const idle = await signedIn(api.place.teacher.mail);
    api.pass(2 * hour + minute);
    expect((await idle.send('GET', '/account')).statusCode).toBe(401);
    const busy = await signedIn(api.place.teacher.mail);
    for (let passed = 0; passed < 12; passed++) {
      expect((await busy.send('GET', '/account')).statusCode).toBe(200);
      api.pass(hour);
    }
    expect((await busy.send('GET', '/account')).statusCode).toBe(401);
  });
});

describe('working with a session', () => {
  it('what is recorded is the person’s, for the institution acted for; others do not see it', async () => {
    const { teacher, otherTeacher, school } = api.place;
    const browser = await signedIn(teacher.mail);
    const opened = await browser.send(
      'POST',
      '/dossiers',
      {
        kind: 'concern',
        schoolId: school,
        procedureId: 'national-2025',
        classTeacherId: teacher.personId,
        facts: [{ type: 'concern.recorded', occurredAt: '2026-11-20T08:00:00.000Z', data: {} }],
      },
      { headers: { 'idempotency-key': 'the-first-concern' } },
    );
    expect(opened.statusCode, opened.body).toBe(201);
    const { dossierId } = opened.json<{ dossierId: string }>();
    const [event] = await api.store
      .superuser`select by_person, institution_id from event where dossier_id = ${dossierId}`;
    expect(event).toEqual({ by_person: teacher.personId, institution_id: school });
    expect((await browser.send('GET', `/dossiers/${dossierId}`)).statusCode).toBe(200);
    const other = await signedIn(otherTeacher.mail);
    const acting = { headers: { 'x-acting-for': school } };
    expect((await other.send('GET', `/dossiers/${dossierId}`, undefined, acting)).statusCode).toBe(404);
  });
});

describe('invitations', () => {
  it('an administrator of the institution invites, a mail brings the link, the password makes the account', async () => {
    const { principal, schoolAdministrator } = api.place;
    const before = api.mails.length;
    // Administrators need a second factor: here the set-up is not the question.
    await api.store.superuser`update auth.session set second_factor = true`;
    const browser = await signedIn(schoolAdministrator.mail);
    await api.store
      .superuser`update auth.session set second_factor = true where person_id = ${schoolAdministrator.personId}`;
    const people = (await browser.send('GET', '/administration/people')).json<{
      people: readonly { mail: string; hasAccount: boolean }[];
    }>();
    expect(people.people.find(({ mail }) => mail === principal.mail)?.hasAccount).toBe(false);
    const invited = await browser.send('POST', '/administration/invitations', {
      personId: principal.personId,
    });
    expect(invited.statusCode).toBe(202);
    const token = await api.linkFor(principal.mail);
    const mail = api.mails.at(-1);
    expect(api.mails.length).toBe(before + 1);
    expect(mail?.subject).toBe('MĀCĪBAS: Uzaicinājums lietot Termiņsargu');
    expect(mail?.text).toContain(`https://terminsargs.example/sign-in/invitation#${token}`);
    const own = api.browser();
    expect((await own.send('POST', '/sign-in/invitation', { token })).json()).toEqual({
      name: 'direktors',
      mail: principal.mail,
    });
    const accepted = await own.send('POST', '/sign-in/invitation/accept', { token, password: goodPassword });
    expect(accepted.json()).toEqual({ done: true });
    expect((await own.send('GET', '/account')).json()).toMatchObject({ personId: principal.personId });
    const again = await api
      .browser()
      .send('POST', '/sign-in/invitation/accept', { token, password: goodPassword });
    expect(again.json()).toMatchObject({ code: 'linkInvalid' });
    const twice = await browser.send('POST', '/administration/invitations', { personId: principal.personId });
    expect(twice.json()).toMatchObject({ code: 'invitationNotPossible' });
  });

  it('nobody else invites, and nobody of another institution is found', async () => {
    const { socialHead, onCall, schoolAdministrator } = api.place;
    const teacher = await signedIn(api.place.teacher.mail);
    const refused = await teacher.send('POST', '/administration/invitations', { personId: onCall.personId });
    expect(refused.json()).toMatchObject({ status: 403, code: 'forbidden' });
    const administrator = await signedIn(schoolAdministrator.mail);
    await api.store
      .superuser`update auth.session set second_factor = true where person_id = ${schoolAdministrator.personId}`;
    const foreign = await administrator.send('POST', '/administration/invitations', {
      personId: socialHead.personId,
    });
    const unknown = await administrator.send('POST', '/administration/invitations', {
      personId: crypto.randomUUID(),
    });
    expect(foreign.statusCode).toBe(404);
    const { instance: _one, ...foreignProblem } = foreign.json<Record<string, unknown>>();
    const { instance: _other, ...unknownProblem } = unknown.json<Record<string, unknown>>();
    expect(foreignProblem).toEqual(unknownProblem);
  });

  it('a link works for seven days, and a newer one ends it', async () => {
    const { onCall, school } = api.place;
    const order = () => api.store.superuser`insert into auth.mail_order
      (id, purpose, person_id, institution_id, ordered_at, state, next_attempt_at)
      values (gen_random_uuid(), 'invitation', ${onCall.personId}, ${school}, ${api.now()}, 'owed', ${api.now()})`;
    await order();
    const late = await api.linkFor(onCall.mail);
    api.pass(7 * 24 * hour + minute);
    const tooLate = await api.browser().send('POST', '/sign-in/invitation', { token: late });
    expect(tooLate.json()).toMatchObject({ code: 'linkInvalid' });
  });
});

describe('passwords', () => {
  it.each([
    ['short', 'kumelins1'],
    ['common', 'password1234'],
    ['made of the own name', 'audzinataja2026'],
    ['made of the product’s name', 'terminsargs123'],
    ['a row of keys', 'qwertyuiop12'],
  ])('one that is %s is refused (NIST SP 800-63B 3.1.1.2)', async (_what, password) => {
    const browser = await signedIn(api.place.teacher.mail);
    const answer = await browser.send('POST', '/account/password', { current: goodPassword, password });
    expect(answer.json()).toMatchObject({ status: 422, code: 'passwordTooWeak' });
  });

  it('are hashed by argon2id, each with its own salt', async () => {
    const rows = await api.store.superuser`select password_hash from auth.account`;
    const hashes = rows.map((row) => String(row['password_hash']));
    expect(new Set(hashes).size).toBe(hashes.length);
    for (const hash of hashes) expect(hash).toMatch(/^\$argon2id\$v=19\$m=64,t=1,p=1\$/);
  });

  it('changing it ends all other sessions, and this one gets a new token', async () => {
    const { teacher } = api.place;
    const one = await signedIn(teacher.mail);
    const other = await signedIn(teacher.mail);
    const before = new Map(one.cookies);
    const next = 'tris sarkani gailisi dzied';
    expect(
      (await one.send('POST', '/account/password', { current: 'wrong', password: next })).statusCode,
    ).toBe(401);
    expect(
      (await one.send('POST', '/account/password', { current: goodPassword, password: next })).statusCode,
    ).toBe(200);
    expect((await other.send('GET', '/account')).statusCode).toBe(401);
    expect((await one.send('GET', '/account')).statusCode).toBe(200);
    const stolen = api.browser();
    for (const [name, value] of before) stolen.cookies.set(name, value);
    expect((await stolen.send('GET', '/account')).statusCode).toBe(401);
    const back = await one.send('POST', '/account/password', { current: next, password: goodPassword });
    expect(back.statusCode).toBe(200);
  });

  it('a link by mail sets a new one, once, within an hour, and ends all sessions', async () => {
    const { teacher } = api.place;
    const open = await signedIn(teacher.mail);
    const asked = await api.browser().send('POST', '/sign-in/reset', { mail: teacher.mail });
    expect(asked.statusCode).toBe(202);
    const token = await api.linkFor(teacher.mail);
    expect(api.mails.at(-1)?.subject).toBe('MĀCĪBAS: Jauna parole Termiņsargā');
    const browser = api.browser();
    const weak = await browser.send('POST', '/sign-in/reset/confirm', { token, password: 'password1234' });
    expect(weak.json()).toMatchObject({ code: 'passwordTooWeak' });
    expect(
      (await browser.send('POST', '/sign-in/reset/confirm', { token, password: goodPassword })).statusCode,
    ).toBe(200);
    expect((await open.send('GET', '/account')).statusCode).toBe(401);
    expect((await browser.send('GET', '/account')).statusCode).toBe(401);
    const again = await browser.send('POST', '/sign-in/reset/confirm', { token, password: goodPassword });
    expect(again.json()).toMatchObject({ code: 'linkInvalid' });
    await api.browser().send('POST', '/sign-in/reset', { mail: teacher.mail });
    const late = await api.linkFor(teacher.mail);
    api.pass(hour + minute);
    const tooLate = await browser.send('POST', '/sign-in/reset/confirm', {
      token: late,
      password: goodPassword,
    });
    expect(tooLate.json()).toMatchObject({ code: 'linkInvalid' });
  });
});

describe('sessions', () => {
  it('are listed for their owner, who ends any of them', async () => {
    const { teacher } = api.place;
    await api.store.superuser`delete from auth.session`;
    const one = await signedIn(teacher.mail, '192.0.2.7');
    const other = await signedIn(teacher.mail, '198.51.100.9');
    type Listed = {
      readonly sessions: readonly {
        readonly id: string;
        readonly current: boolean;
        readonly source: string;
        readonly agent: string;
      }[];
    };
    const { sessions } = (await one.send('GET', '/account/sessions')).json<Listed>();
    expect(sessions.map(({ current, source, agent }) => ({ current, source, agent }))).toEqual(
      expect.arrayContaining([
        { current: true, source: '192.0.2.7', agent: 'Test browser' },
        { current: false, source: '198.51.100.9', agent: 'Test browser' },
      ]),
    );
    const id = sessions.find(({ current }) => !current)?.id ?? '';
    expect((await one.send('DELETE', `/account/sessions/${id}`)).statusCode).toBe(200);
    expect((await other.send('GET', '/account')).statusCode).toBe(401);
    expect((await one.send('DELETE', `/account/sessions/${id}`)).statusCode).toBe(404);
    const third = await signedIn(teacher.mail);
    expect((await one.send('POST', '/account/sessions/end-others')).json()).toEqual({ ended: 1 });
    expect((await third.send('GET', '/account')).statusCode).toBe(401);
  });

  it('of somebody else are not found', async () => {
    const { teacher, schoolAdministrator } = api.place;
    const administrator = await signedIn(schoolAdministrator.mail);
    await signedIn(teacher.mail);
    const rows = await api.store
      .superuser`select id from auth.session where person_id = ${teacher.personId} and revoked_at is null`;
    const answer = await administrator.send('DELETE', `/account/sessions/${String(rows[0]?.['id'])}`);
    expect(answer.statusCode).toBe(404);
  });
});

describe('what is kept', () => {
  it('no token, password or link stands in the database or in the log', async () => {
    const browser = await signedIn(api.place.teacher.mail);
    await browser.send('POST', '/sign-in/reset', { mail: api.place.teacher.mail });
    const link = await api.linkFor(api.place.teacher.mail);
    const secrets = [goodPassword, link, ...browser.cookies.values()];
    const tables = await api.store
      .superuser`select table_name from information_schema.tables where table_schema = 'auth'`;
    expect(tables.length).toBeGreaterThan(10);
    for (const { table_name: name } of tables) {
      const rows = await api.store.superuser.unsafe(`select t::text as row from auth."${String(name)}" t`);
      const text = rows.map(({ row }) => String(row)).join('\n');
      for (const secret of secrets) expect(text, String(name)).not.toContain(secret);
    }
    const log = api.log.join('\n');
    for (const secret of secrets) expect(log).not.toContain(secret);
    expect(log).not.toContain(api.place.teacher.mail);
  });

  it('every act stands in a log that is only appended to', async () => {
    const acts = await api.store.superuser`select distinct act from auth.log`;
    expect(acts.map(({ act }) => String(act))).toEqual(
      expect.arrayContaining([
        'accountOpened',
        'signedIn',
        'invited',
        'linkSent',
        'passwordChanged',
        'passwordReset',
        'resetAsked',
        'sessionRevoked',
      ]),
    );
    await expect(api.store.superuser`delete from auth.log`).rejects.toThrow('append-only');
    await expect(api.store.auth.client`update auth.log set act = 'x'`).rejects.toThrow('permission denied');
  });

  it('app_auth sees staff and sign-in, and nothing about children', async () => {
    for (const table of [
      'dossier',
      'event',
      'learner',
      'learner_profile',
      'duty',
      'notice',
      'keyring.data_key',
    ]) {
      await expect(api.store.auth.client.unsafe(`select 1 from ${table}`)).rejects.toThrow(
        'permission denied',
      );
    }
    for (const role of [api.store.api, api.store.clock]) {
      await expect(role.client`select 1 from auth.session`).rejects.toThrow('permission denied');
    }
  });
});
