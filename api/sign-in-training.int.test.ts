/** Mails of sign-in in a training municipality: none leaves, and who may open a link (rules of conduct 28). */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSmtpMailer } from '../application/mailer/smtp-transport.ts';
import type { TrainingMail } from '../application/set-up/set-up.ts';
import { inviteByOperator } from '../application/sign-in/invite-by-operator.ts';
import { type ScriptedSmtp, startScriptedSmtp } from '../test/support/scripted-smtp.ts';
import {
  makeSmallMunicipality,
  type Person,
  type SmallMunicipality,
} from '../test/support/small-municipality.ts';
import { addPasskey } from './testing/add-passkey.ts';
import { type Browser, goodPassword, origin, type SignInApi, signInApi } from './testing/sign-in-api.ts';

let smtp: ScriptedSmtp;
let api: SignInApi;
let training: SmallMunicipality;
let trainer: Browser;
const from = { name: 'Termiņsargs', address: 'terminsargs@terminsargs.example' };

beforeAll(async () => {
  smtp = await startScriptedSmtp();
  const mailer = createSmtpMailer({ url: smtp.url, from });
  api = await signInApi({
    signIn: () => ({
      training: false,
      mailer: {
        send(mail) {
          api.mails.push(mail);
          return mailer.send(mail);
        },
      },
    }),
  });
  training = await makeSmallMunicipality(api.store.ownerUrl, api.now());
  const sql = api.store.superuser;
  await sql`update municipality set training = true where id = ${training.id}`;
  await sql`update person set mail = 'macibas-' || mail where id in (select h.person_id from role_holder h
    join institution i on i.id = h.institution_id where i.municipality_id = ${training.id})`;
  trainer = await accepted(await invitedByOperator(training.schoolAdministrator));
  await addPasskey(trainer);
});
afterAll(async () => {
  await api.close();
  await smtp.close();
});

const mailOf = (person: Person) => `macibas-${person.mail}`;

async function invitedByOperator(person: Person): Promise<string> {
  const invited = await inviteByOperator(api.store.owner, mailOf(person), api.now(), origin);
  if (typeof invited === 'string') throw new Error(`no link: ${invited}`);
  return tokenIn(invited.link);
}

function tokenIn(link: string): string {
  return link.split('#')[1] ?? '';
}

async function accepted(token: string): Promise<Browser> {
  const browser = api.browser();
  const answer = await browser.send('POST', '/sign-in/invitation/accept', { token, password: goodPassword });
  expect(answer.statusCode, answer.body).toBe(200);
  return browser;
}

async function keptFor(browser: Browser): Promise<readonly TrainingMail[]> {
  await api.signIn.sendLinks();
  const answer = await browser.send('GET', '/training/mails');
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json<{ items: readonly TrainingMail[] }>().items;
}

async function open(browser: Browser, mail: TrainingMail | undefined) {
  return await browser.send('POST', `/training/mails/${mail?.id}/link`);
}

async function invite(browser: Browser, { personId }: Person) {
  // The newest stands first.
  api.pass(1_000);
  return await browser.send('POST', '/administration/invitations', { personId });
}

describe('a training municipality’s mails of sign-in (R 28)', () => {
  it('reach nobody: an invitation is kept, marked, without its link, and followed by the trainer', async () => {
    expect((await invite(trainer, training.teacher)).statusCode).toBe(202);
    const [kept] = await keptFor(trainer);
    expect(kept).toMatchObject({ kind: 'invitation', institutionId: training.school });
    expect(kept?.subject).toBe('MĀCĪBAS: Uzaicinājums lietot Termiņsargu');
    expect(kept?.text).not.toContain(origin);
    const opened = await open(trainer, kept);
    const { link, subject, text } = opened.json<{ link: string; subject: string; text: string }>();
    expect(subject).toBe(kept?.subject);
    expect(text).toContain(link);
    const trainee = await accepted(tokenIn(link));
    expect((await trainee.send('GET', '/account')).json()).toMatchObject({
      personId: training.teacher.personId,
    });
    // Once: the account is there.
    expect((await open(trainer, kept)).json()).toMatchObject({ code: 'linkInvalid' });
  });

  it('a new password, too; the notice about it is read by its owner alone', async () => {
    const { teacher } = training;
    const asked = await api.browser().send('POST', '/sign-in/reset', { mail: mailOf(teacher) });
    expect(asked.statusCode).toBe(202);
    const kept = (await keptFor(trainer)).find(({ kind }) => kind === 'reset');
    const first = (await open(trainer, kept)).json<{ link: string }>().link;
    const { link } = (await open(trainer, kept)).json<{ link: string }>();
    const password = 'cits kumelins peld ziema';
    const choose = (token: string) =>
      api.browser().send('POST', '/sign-in/reset/confirm', { token, password });
    expect((await choose(tokenIn(first))).json()).toMatchObject({ code: 'linkInvalid' });
    expect((await choose(tokenIn(link))).statusCode).toBe(200);
    const trainee = api.browser();
    await trainee.send('POST', '/sign-in/password', { mail: mailOf(teacher), password });
    const own = await keptFor(trainee);
    expect(own.map(({ kind, subject }) => [kind, subject])).toEqual([
      ['account', 'MĀCĪBAS: Jūsu parole ir atjaunota – Termiņsargs'],
    ]);
    expect((await keptFor(trainer)).some(({ id }) => id === own[0]?.id)).toBe(false);
    expect((await open(trainer, own[0])).statusCode).toBe(404);
  });

  it('are listed page by page', async () => {
    const all = await keptFor(trainer);
    expect(all.length).toBeGreaterThan(2);
    const paged: TrainingMail[] = [];
    let cursor = '';
    do {
      const page = (await trainer.send('GET', `/training/mails?limit=1${cursor}`)).json<{
        items: readonly TrainingMail[];
        next: string | null;
      }>();
      paged.push(...page.items);
      cursor = page.next === null ? '' : `&cursor=${page.next}`;
    } while (cursor !== '');
    expect(paged).toEqual(all);
  });
});

describe('who opens a link (issue 4, section 5: nobody but who runs the account)', () => {
  it('neither the person, nor colleagues, nor administrators of another place; a real one has none', async () => {
    await invite(trainer, training.principal);
    const [kept] = await keptFor(trainer);
    const trainee = api.browser();
    await trainee.send('POST', '/sign-in/password', {
      mail: mailOf(training.teacher),
      password: 'cits kumelins peld ziema',
    });
    expect((await open(trainee, kept)).statusCode).toBe(403);
    expect((await keptFor(trainee)).every(({ kind }) => kind === 'account')).toBe(true);
    await api.openAccount(api.place.schoolAdministrator);
    const stranger = api.browser();
    await stranger.send('POST', '/sign-in/password', {
      mail: api.place.schoolAdministrator.mail,
      password: goodPassword,
    });
    await addPasskey(stranger);
    expect((await open(stranger, kept)).statusCode).toBe(404);
    expect(await keptFor(stranger)).toEqual([]);
  });

  it('an administrator of one of two places does not get into the other; one of the municipality opens all', async () => {
    const { onCall } = training;
    await api.store.superuser`insert into role_holder (id, institution_id, person_id, role, from_at)
      values (gen_random_uuid(), ${training.socialService}, ${onCall.personId}, 'head', '2020-01-01')`;
    await invite(trainer, onCall);
    const before = await keptFor(trainer);
    const [row] = await api.store.superuser<{ id: string }[]>`
      select id from auth.mail_order where person_id = ${onCall.personId} and state = 'kept'`;
    expect(before.some(({ id }) => id === row?.id)).toBe(false);
    const path = `/training/mails/${row?.id}/link`;
    expect((await trainer.send('POST', path)).statusCode).toBe(404);
    await api.store.superuser`insert into role_holder (id, institution_id, person_id, role, from_at)
      select gen_random_uuid(), id, ${training.schoolAdministrator.personId}, 'administrator', '2020-01-01'
      from institution where id = ${training.founder}`;
    await api.store.superuser`update institution set kind = 'municipality' where id = ${training.founder}`;
    const opened = await trainer.send('POST', path, {}, { headers: { 'x-acting-for': training.founder } });
    expect(opened.statusCode, opened.body).toBe(200);
  });

  it('somebody who works in a real municipality as well is not invited from here, and gets real mail', async () => {
    const { otherTeacher } = training;
    await api.store.superuser`insert into role_holder (id, institution_id, person_id, role, from_at)
      values (gen_random_uuid(), ${api.place.school}, ${otherTeacher.personId}, 'teacher', '2020-01-01')`;
    const refused = await trainer.send('POST', '/administration/invitations', otherTeacher, {
      headers: { 'x-acting-for': training.school },
    });
    expect(refused.statusCode).toBe(400);
    const asked = await trainer.send(
      'POST',
      '/administration/invitations',
      { personId: otherTeacher.personId },
      { headers: { 'x-acting-for': training.school } },
    );
    expect(asked.json()).toMatchObject({ code: 'invitationNotPossible' });
    expect(await inviteByOperator(api.store.owner, mailOf(otherTeacher), api.now(), origin)).toBe('ordered');
    await api.signIn.sendLinks();
    expect(smtp.mails.at(-1)?.to).toEqual([mailOf(otherTeacher)]);
  });

  it('each opening is logged; where one was opened, the municipality stays one for training', async () => {
    const shown = await api.store
      .superuser`select by_person, person_id from auth.log where act = 'linkShown'`;
    expect(shown.length).toBeGreaterThanOrEqual(4);
    for (const row of shown) expect(row['by_person']).toBe(training.schoolAdministrator.personId);
    const answer = await trainer.send(
      'POST',
      '/set-up/training',
      { training: false },
      { headers: { 'x-acting-for': training.founder, 'idempotency-key': 'back-to-real-life' } },
    );
    expect(answer.json()).toMatchObject({ status: 409, code: 'municipalityInUse' });
  });

  it('in all this nothing went to an address of the training municipality, and no working link was stored', async () => {
    const real = ['macibas-cita-audzinataja@terminsargs.example', api.place.schoolAdministrator.mail];
    for (const { to } of smtp.mails) expect(real).toContain(to[0]);
    const rows = await api.store.superuser`select row_to_json(o)::text as row from auth.mail_order o`;
    for (const { row } of rows) expect(row).not.toMatch(/[A-Za-z0-9_-]{43}/);
  });
});
