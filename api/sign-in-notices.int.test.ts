/** An account's owner is told when something about how they sign in was changed (issue 4, section 2). */
import { Secret, TOTP } from 'otpauth';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { addPasskey } from './testing/add-passkey.ts';
import { type Browser, goodPassword, type SignInApi, signInApi } from './testing/sign-in-api.ts';

let api: SignInApi;
/** The mail server. */
let away = false;
const anotherPassword = 'cits kumelins peld ziema';

beforeAll(async () => {
  api = await signInApi({
    signIn: () => ({
      training: false,
      mailer: {
        send(mail) {
          if (away) return Promise.resolve({ outcome: 'notAccepted', reason: 'away', stage: 'connect' });
          api.mails.push(mail);
          return Promise.resolve({ outcome: 'sent', response: '250 ok' });
        },
      },
    }),
  });
  const { teacher, otherTeacher, schoolAdministrator } = api.place;
  for (const person of [teacher, otherTeacher, schoolAdministrator]) await api.openAccount(person);
  await api.store.superuser`update person set language = 'en' where id = ${otherTeacher.personId}`;
});
afterAll(() => api.close());
beforeEach(async () => {
  await api.store.superuser`delete from auth.attempt`;
  // Mails of the test before are away.
  await api.signIn.sendLinks();
  api.mails.length = 0;
});

async function signedIn(mail: string, password = goodPassword): Promise<Browser> {
  const browser = api.browser();
  await browser.send('POST', '/sign-in/password', { mail, password });
  return browser;
}

const codeOf = (secret: string) =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.parse(api.now()) });

async function told(): Promise<readonly (readonly [to: string, subject: string])[]> {
  await api.signIn.sendLinks();
  return api.mails.map(({ to, subject }) => [to.address, subject.replace(' – Termiņsargs', '')] as const);
}

describe('the owner of an account is told', () => {
  it('what happened, when, and what to do if it was somebody else; no link is in it', async () => {
    const { mail } = api.place.teacher;
    const browser = await signedIn(mail);
    await browser.send('POST', '/account/password', { current: goodPassword, password: anotherPassword });
    await api.signIn.sendLinks();
    const [{ text, html, messageId } = { text: '', html: '', messageId: '' }, ...more] = api.mails;
    expect(more).toEqual([]);
    expect(text).toMatchInlineSnapshot(`
      "Labdien, audzinataja!

      Jūsu Termiņsarga parole ir nomainīta. Pārējās sesijas ir beigtas.
      Kad: 21.11.2026. plkst. 12.00.

      Ja to nedarījāt Jūs: atveriet Termiņsargu kā parasti, nevis no vēstules, tūlīt nomainiet paroli, beidziet pārējās sesijas, noņemiet svešos pierakstīšanās līdzekļus un zvaniet savas iestādes administratoram. Ja vairs netiekat iekšā, zvaniet tūlīt.

      Termiņsargs
      "
    `);
    for (const part of [text, html]) expect(part).not.toMatch(/https?:|href|#/);
    expect(messageId).toMatch(/^<.+@terminsargs\.example>$/);
    await browser.send('POST', '/account/password', { current: anotherPassword, password: goodPassword });
  });

  it('in the account’s language', async () => {
    const { mail } = api.place.otherTeacher;
    await (await signedIn(mail)).send('POST', '/account/password', {
      current: goodPassword,
      password: anotherPassword,
    });
    await api.signIn.sendLinks();
    expect(api.mails.map(({ text }) => text)).toMatchInlineSnapshot(`
      [
        "Dear cita-audzinataja,

      Your password for Termiņsargs was changed. All other sessions have ended.
      When: 2026-11-21, 12:00 in Riga.

      If this was not you: open Termiņsargs as you always do, not from a mail, change your password at once, end all other sessions, remove what is not yours among the ways to sign in, and call the administrator of your institution. If you can no longer get in, call at once.

      Termiņsargs
      ",
      ]
    `);
  });

  it('of a password chosen by link', async () => {
    const { mail } = api.place.teacher;
    await api.browser().send('POST', '/sign-in/reset', { mail });
    const token = await api.linkFor(mail);
    api.mails.length = 0;
    await api.browser().send('POST', '/sign-in/reset/confirm', { token, password: goodPassword });
    expect(await told()).toEqual([[mail, 'Jūsu parole ir atjaunota']]);
  });

  it('of an authenticator that comes and goes, of new recovery codes, and of one that was used', async () => {
    const { mail } = api.place.teacher;
    const browser = await signedIn(mail);
    const { secret } = (await browser.send('POST', '/account/totp')).json<{ secret: string }>();
    expect(await told()).toEqual([]);
    const confirmed = await browser.send('POST', '/account/totp/confirm', { code: codeOf(secret) });
    const [code] = confirmed.json<{ recoveryCodes: readonly string[] }>().recoveryCodes;
    const again = await signedIn(mail);
    expect((await again.send('POST', '/sign-in/second-factor', { code })).statusCode).toBe(200);
    await again.send('POST', '/account/recovery-codes');
    await again.send('DELETE', '/account/totp');
    expect(await told()).toEqual([
      [mail, 'Pievienota lietotne ar kodiem'],
      [mail, 'Izmantots atkopšanas kods'],
      [mail, 'Izveidoti jauni atkopšanas kodi'],
      [mail, 'Noņemta lietotne ar kodiem'],
    ]);
  });

  it('not of an ordinary sign-in, and not of what was refused', async () => {
    const browser = await signedIn(api.place.teacher.mail);
    await browser.send('POST', '/account/password', { current: 'wrong', password: anotherPassword });
    await browser.send('POST', '/account/totp/confirm', { code: '000000' });
    await browser.send('DELETE', '/account/totp');
    expect(await told()).toEqual([]);
  });

  it('of a passkey that comes and goes', async () => {
    const { mail } = api.place.teacher;
    const browser = await signedIn(mail);
    await addPasskey(browser);
    const { passkeys } = (await browser.send('GET', '/account/passkeys')).json<{
      passkeys: readonly { id: string }[];
    }>();
    expect((await browser.send('DELETE', `/account/passkeys/${passkeys[0]?.id}`)).statusCode).toBe(200);
    expect(await told()).toEqual([
      [mail, 'Pievienota piekļuves atslēga'],
      [mail, 'Noņemta piekļuves atslēga'],
    ]);
  });

  it('of factors and sessions that an administrator ended', async () => {
    const { teacher, schoolAdministrator } = api.place;
    const administrator = await signedIn(schoolAdministrator.mail);
    await addPasskey(administrator);
    await told();
    api.mails.length = 0;
    await administrator.send('POST', `/administration/people/${teacher.personId}/reset-second-factor`);
    expect(await told()).toEqual([[teacher.mail, 'Administrators noņēma Jūsu otro faktoru']]);
  });

  it('at the old address that there is a new one; links that went to the old one are worth nothing', async () => {
    const { teacher } = api.place;
    await api.browser().send('POST', '/sign-in/reset', { mail: teacher.mail });
    const token = await api.linkFor(teacher.mail);
    api.mails.length = 0;
    const sql = api.store.superuser;
    await sql`update person set mail = 'jauna@terminsargs.example' where id = ${teacher.personId}`;
    // Written by the database’s own clock, which is not the test’s.
    await sql`update auth.mail_order set ordered_at = ${api.now()}, next_attempt_at = ${api.now()}
      where told = 'mailChanged'`;
    const late = await api
      .browser()
      .send('POST', '/sign-in/reset/confirm', { token, password: anotherPassword });
    expect(late.json()).toMatchObject({ code: 'linkInvalid' });
    expect(await told()).toEqual([[teacher.mail, 'Mainīta Jūsu e-pasta adrese']]);
    expect(await sql`select from auth.mail_order where address is not null`).toHaveLength(0);
    // The same in other letters, or somebody without an account: nothing to tell.
    await sql`update person set mail = 'JAUNA@terminsargs.example' where id = ${teacher.personId}`;
    await sql`update person set mail = 'cits@terminsargs.example' where id = ${api.place.onCall.personId}`;
    expect(await sql`select from auth.mail_order where told = 'mailChanged'`).toHaveLength(1);
    await sql`update person set mail = ${teacher.mail} where id = ${teacher.personId}`;
    await sql`delete from auth.mail_order where told = 'mailChanged'`;
  });

  it('though the mail server is away for a day: tried again until it is back', async () => {
    const browser = await signedIn(api.place.teacher.mail);
    const waiting = () => api.store.superuser`select told from auth.mail_order where state = 'owed'`;
    away = true;
    await browser.send('POST', '/account/password', { current: goodPassword, password: anotherPassword });
    await api.signIn.sendLinks();
    expect(await waiting()).toEqual([{ told: 'passwordChanged' }]);
    api.pass(24 * 60 * 60_000);
    away = false;
    expect(await told()).toEqual([[api.place.teacher.mail, 'Jūsu parole ir nomainīta']]);
    expect(await waiting()).toEqual([]);
  });
});
