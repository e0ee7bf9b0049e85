/** Sign-in in operation: mails that fail, the first administrator, rotated keys, what is forgotten. */
import { Secret, TOTP } from 'otpauth';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { OutgoingMail, SendOutcome } from '../application/mailer/mailer.ts';
import { inviteByOperator } from '../application/sign-in/invite-by-operator.ts';
import { newKey } from '../db/encryption/aes-gcm.ts';
import { keyProvider } from '../db/encryption/key-provider.ts';
import { rewrapKeys } from '../db/rewrap-keys.ts';
import { goodPassword, origin, type SignInApi, signInApi } from './testing/sign-in-api.ts';

let api: SignInApi;
let outcome: SendOutcome = { outcome: 'sent', response: '250 ok' };
const tried: OutgoingMail[] = [];
const minute = 60_000;
const testKey = { id: 'test', key: new Uint8Array(32).fill(7) };
const newest = { id: 'newest', key: newKey() };

beforeAll(async () => {
  api = await signInApi({
    signIn: () => ({
      keys: keyProvider([testKey, newest]),
      mailer: {
        send(mail) {
          tried.push(mail);
          return Promise.resolve(outcome);
        },
      },
    }),
  });
});
afterAll(() => api.close());
beforeEach(async () => {
  outcome = { outcome: 'sent', response: '250 ok' };
  tried.length = 0;
  api.pass(minute);
  await api.store.superuser`delete from auth.attempt`;
});

const tokenIn = (mail: OutgoingMail | undefined) => /#([A-Za-z0-9_-]{43})/.exec(mail?.text ?? '')?.[1] ?? '';

async function opened(mail: string): Promise<void> {
  expect(await inviteByOperator(api.store.owner, mail, api.now(), origin)).toBe('ordered');
  await api.signIn.sendLinks();
  const body = { token: tokenIn(tried.at(-1)), password: goodPassword };
  expect((await api.browser().send('POST', '/sign-in/invitation/accept', body)).statusCode).toBe(200);
}

async function lastOrder() {
  const [row] = await api.store
    .superuser`select state, attempts from auth.mail_order order by ordered_at desc limit 1`;
  return { state: row?.['state'], attempts: row?.['attempts'] };
}

describe('the first administrator', () => {
  it('is invited on the server, with a role and one address, and by nobody on the network', async () => {
    const { schoolAdministrator } = api.place;
    expect(await inviteByOperator(api.store.owner, 'neviens@terminsargs.example', api.now(), origin)).toBe(
      'unknown',
    );
    await opened(schoolAdministrator.mail);
    expect(await inviteByOperator(api.store.owner, schoolAdministrator.mail, api.now(), origin)).toBe(
      'hasAccount',
    );
    await api.store
      .superuser`update role_holder set until_at = '2026-01-01' where person_id = ${api.place.onCall.personId}`;
    expect(await inviteByOperator(api.store.owner, api.place.onCall.mail, api.now(), origin)).toBe('unknown');
  });
});

describe('mails with a link', () => {
  it('are tried again while the server is away, each time with a link of its own, and all of them work once', async () => {
    const { teacher } = api.place;
    await inviteByOperator(api.store.owner, teacher.mail, api.now(), origin);
    outcome = { outcome: 'notAccepted', reason: 'ECONNREFUSED', stage: 'connect' };
    await api.signIn.sendLinks();
    await api.signIn.sendLinks();
    expect(tried).toHaveLength(1);
    expect(await lastOrder()).toEqual({ state: 'owed', attempts: 1 });
    api.pass(2 * minute);
    outcome = { outcome: 'sent', response: '250 ok' };
    await api.signIn.sendLinks();
    expect(await lastOrder()).toEqual({ state: 'sent', attempts: 2 });
    const [first, second] = tried.map(tokenIn);
    expect(first).not.toBe(second);
    expect(new Set(tried.map(({ messageId }) => messageId)).size).toBe(2);
    const accept = (token = '') =>
      api.browser().send('POST', '/sign-in/invitation/accept', { token, password: goodPassword });
    expect((await accept(first)).statusCode).toBe(200);
    expect((await accept(second)).statusCode).toBe(422);
  });

  it('refused for good, or wanted too long ago, are given up and logged', async () => {
    const { teacher } = api.place;
    outcome = { outcome: 'refused', permanent: true, code: 550, enhancedCode: '5.1.1', stage: 'envelope' };
    await api.browser().send('POST', '/sign-in/reset', { mail: teacher.mail });
    await api.signIn.quiet();
    await api.signIn.sendLinks();
    expect(await lastOrder()).toMatchObject({ state: 'failed' });
    outcome = { outcome: 'notAccepted', reason: 'ECONNREFUSED', stage: 'connect' };
    api.pass(minute);
    await api.browser().send('POST', '/sign-in/reset', { mail: teacher.mail });
    await api.signIn.quiet();
    api.pass(31 * minute);
    const before = tried.length;
    await api.signIn.sendLinks();
    expect(tried.length).toBe(before);
    expect(await lastOrder()).toMatchObject({ state: 'failed' });
    const rows = await api.store.superuser`select 1 from auth.log where act = 'linkNotSent'`;
    expect(rows).toHaveLength(2);
  });

  it('are written in the language of the person, and go to nobody who was switched off meanwhile', async () => {
    const { socialWorker, socialHead } = api.place;
    await api.store.superuser`update person set language = 'en' where id = ${socialWorker.personId}`;
    await inviteByOperator(api.store.owner, socialWorker.mail, api.now(), origin);
    await api.signIn.sendLinks();
    expect(tried.at(-1)?.subject).toBe('TRAINING: Invitation to Termiņsargs');
    await inviteByOperator(api.store.owner, socialHead.mail, api.now(), origin);
    await api.store.superuser`update person set active = false where id = ${socialHead.personId}`;
    await api.signIn.sendLinks();
    expect(tried).toHaveLength(1);
  });
});

it('secrets of authenticators follow a rotated key, and work before and after', async () => {
  const { otherTeacher } = api.place;
  await opened(otherTeacher.mail);
  const browser = api.browser();
  await browser.send('POST', '/sign-in/password', { mail: otherTeacher.mail, password: goodPassword });
  const { secret } = (await browser.send('POST', '/account/totp')).json<{ secret: string }>();
  const code = () =>
    new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.parse(api.now()) });
  await browser.send('POST', '/account/totp/confirm', { code: code() });
  const done = await rewrapKeys(api.store.owner, keyProvider([newest, testKey]));
  expect(done.wrappedBy.get('newest')).toBeGreaterThan(0);
  expect(done.wrappedBy.has('test')).toBe(false);
  api.pass(minute);
  await browser.send('POST', '/sign-in/password', { mail: otherTeacher.mail, password: goodPassword });
  expect((await browser.send('POST', '/sign-in/second-factor', { code: code() })).statusCode).toBe(200);
});

it('what has long been over is forgotten; the log stays', async () => {
  const counts = async () => {
    const [row] = await api.store.superuser`select (select count(*) from auth.session)::int as sessions,
      (select count(*) from auth.ticket)::int as tickets, (select count(*) from auth.log)::int as log`;
    return row;
  };
  await api.signIn.sendLinks();
  const before = await counts();
  expect(Number(before?.['sessions'])).toBeGreaterThan(0);
  api.pass(60 * 24 * 60 * minute);
  await api.signIn.sendLinks();
  expect(await counts()).toEqual({ sessions: 0, tickets: 0, log: before?.['log'] });
});
