import { appendFile, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createSmtpMailer } from '../../../application/mailer/smtp-transport.ts';
import { openMailStore } from './mail-store.ts';
import { type Mailbox, startMailbox } from './mailbox.ts';

const FROM = { name: 'Termiņsargs', address: 'terminsargs@pasvaldiba.test' };

let dataDir: string;
let mailbox: Mailbox | undefined;
beforeEach(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), 'terminsargs-mailbox-'));
});
afterEach(async () => {
  await mailbox?.close();
  mailbox = undefined;
  await rm(dataDir, { recursive: true, force: true });
});

async function start(cap?: number): Promise<Mailbox> {
  await mailbox?.close();
  mailbox = await startMailbox({ smtpPort: 0, httpPort: 0, dataDir, ...(cap === undefined ? {} : { cap }) });
  return mailbox;
}

async function send(
  box: Mailbox,
  number: number,
  over: Partial<{ to: string; html: string; subject: string }> = {},
) {
  const outcome = await createSmtpMailer({ url: box.smtpUrl, from: FROM }).send({
    messageId: `<n-${number}@pasvaldiba.test>`,
    to: { name: 'Anna Kalniņa', address: over.to ?? 'anna@skola.test' },
    replyTo: null,
    subject: over.subject ?? `Šodien jāpabeidz ${number}`,
    html: over.html ?? `<p>ķļņ ${number}</p>`,
    text: `ķļņ ${number}: http://127.0.0.1/lietas/1`,
    date: new Date('2026-11-23T05:30:00Z'),
  });
  expect(outcome.outcome).toBe('sent');
}

async function api(box: Mailbox, query = ''): Promise<{ total: number; mails: Record<string, unknown>[] }> {
  const answer = await fetch(`${box.httpUrl}/api/mails${query}`);
  expect(answer.status).toBe(200);
  return (await answer.json()) as { total: number; mails: Record<string, unknown>[] };
}

describe('inbox', () => {
  it('shows what was sent, newest first, and survives a restart', async () => {
    let box = await start();
    await send(box, 1);
    await send(box, 2);
    for (let run = 0; run < 2; run += 1) {
      const { total, mails } = await api(box);
      expect(total).toBe(2);
      expect(mails.map((mail) => mail['subject'])).toEqual(['Šodien jāpabeidz 2', 'Šodien jāpabeidz 1']);
      expect(mails[1]).toMatchObject({
        id: 1,
        to: ['anna@skola.test'],
        from: FROM.address,
        messageId: '<n-1@pasvaldiba.test>',
        date: '2026-11-23T05:30:00.000Z',
      });
      box = await start();
    }
    const mail = (await (await fetch(`${box.httpUrl}/api/mails/2`)).json()) as Record<string, unknown>;
    expect(mail).toMatchObject({
      text: expect.stringContaining('ķļņ 2'),
      html: expect.stringContaining('<p>ķļņ 2</p>'),
    });
    expect(mail['headers']).toContainEqual(['auto-submitted', 'auto-generated']);
    expect((await fetch(`${box.httpUrl}/api/mails/3`)).status).toBe(404);
  });

  it('to= is a whole address for tests, a part of one on the page', async () => {
    const box = await start();
    await send(box, 1);
    await send(box, 2, { to: 'joanna@skola.test' });
    expect((await api(box, '?to=ANNA@skola.test')).mails.map((mail) => mail['id'])).toEqual([1]);
    expect((await api(box, '?to=skola.test')).total).toBe(0);
    expect((await api(box, '?limit=1')).mails.map((mail) => mail['id'])).toEqual([2]);
    const listed = async (to: string) =>
      [...(await (await fetch(`${box.httpUrl}/?to=${to}`)).text()).matchAll(/href="\/vestule\/(\d+)"/g)].map(
        (hit) => hit[1],
      );
    expect(await listed('anna')).toEqual(['2', '1']);
    expect(await listed('joanna')).toEqual(['2']);
    expect(await (await fetch(`${box.httpUrl}/?to=nav`)).text()).toContain('Saņēmējam “nav” vēstuļu nav.');
  });

  it('a mail can run and load nothing, and breaks no page', async () => {
    const box = await start();
    const bad = '<script>alert(1)</script>';
    await send(box, 1, { html: `${bad}<img src="http://evil.test/x"><p>ķļņ</p>`, subject: `"><b>${bad}` });
    for (const url of ['/', '/vestule/1', '/?to=%22%3E%3Cscript%3E']) {
      const answer = await fetch(box.httpUrl + url);
      expect(answer.status).toBe(200);
      expect(answer.headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'self';/);
      const html = await answer.text();
      expect(html).not.toContain('<script');
      expect(html).not.toContain('<b>');
      expect(html).not.toMatch(/(?:src|href)="(?:https?:)?\/\/(?!127\.0\.0\.1)/);
    }
    const page = await (await fetch(`${box.httpUrl}/vestule/1`)).text();
    expect(page).toMatch(
      /<iframe src="\/vestule\/1\/html"[^>]* sandbox="allow-popups allow-popups-to-escape-sandbox"/,
    );
    const body = await fetch(`${box.httpUrl}/vestule/1/html`);
    const policy = body.headers.get('content-security-policy');
    expect(policy).toMatch(/^default-src 'none';.*; sandbox allow-popups/);
    expect(policy).not.toMatch(/script|allow-same-origin|http/);
    expect(await body.text()).toContain('<p>ķļņ</p>');
    const source = await fetch(`${box.httpUrl}/vestule/1/avots`);
    expect(source.headers.get('content-type')).toBe('text/plain; charset=utf-8');
    expect(source.headers.get('x-content-type-options')).toBe('nosniff');
  });

  it('answers only to names of this machine', async () => {
    const box = await start();
    const { request } = await import('node:http');
    const status = await new Promise((resolve, reject) => {
      const asked = request(`${box.httpUrl}/api/mails`, { headers: { host: 'evil.test' } }, (answer) => {
        answer.resume();
        resolve(answer.statusCode);
      });
      asked.on('error', reject);
      asked.end();
    });
    expect(status).toBe(403);
  });

  it('an address that makes no sense is a 400 or a 404 with a way out', async () => {
    const box = await start();
    const statuses = ['/?lapa=0', '/?x=1', '/api/mails?limit=-1', '/vestule/x', '/vestule/99', '/%61pi'].map(
      async (url) => (await fetch(box.httpUrl + url)).status,
    );
    expect(await Promise.all(statuses)).toEqual([400, 400, 400, 404, 404, 404]);
    expect(await (await fetch(`${box.httpUrl}/vestule/99`)).text()).toContain('Visas vēstules');
  });

  it('keeps the newest up to the cap, and no file of the others', async () => {
    let box = await start(3);
    for (const number of [1, 2, 3, 4, 5, 6, 7, 8]) await send(box, number);
    for (let run = 0; run < 2; run += 1) {
      expect((await api(box)).mails.map((mail) => mail['id'])).toEqual([8, 7, 6]);
      const files = await readdir(path.join(dataDir, 'mailbox'));
      expect(files.sort()).toEqual(['00000006.eml', '00000007.eml', '00000008.eml', 'index.jsonl']);
      box = await start(3);
    }
    await send(box, 9);
    expect((await api(box)).mails[0]).toMatchObject({ id: 9 });
  });

  it('a port in use is told, and nothing stays open', async () => {
    const box = await start();
    const again = { smtpPort: 0, httpPort: box.httpPort, dataDir };
    await expect(startMailbox(again)).rejects.toMatchObject({ code: 'EADDRINUSE' });
    await expect(startMailbox({ ...again, smtpPort: box.smtpPort })).rejects.toMatchObject({
      code: 'EADDRINUSE',
    });
  });
});

describe('mail store', () => {
  it('a kill in the middle of a mail leaves those before it whole', async () => {
    const store = await openMailStore(dataDir, 10);
    const mail = { from: 'a@b.test', to: ['c@d.test'], receivedAt: new Date(0) };
    await store.add({ ...mail, raw: Buffer.from('Subject: one\r\n\r\nx') });
    // What a kill can leave: a part, a mail without its line, half a line.
    await writeFile(path.join(dataDir, '00000002.eml.part'), 'Sub');
    await writeFile(path.join(dataDir, '00000002.eml'), 'Subject: two\r\n\r\nx');
    await appendFile(path.join(dataDir, 'index.jsonl'), '{"id":2,"rec');
    const reopened = await openMailStore(dataDir, 10);
    expect(reopened.list().map((each) => each.subject)).toEqual(['one']);
    await reopened.add({ ...mail, raw: Buffer.from('Subject: three\r\n\r\nx') });
    const again = await openMailStore(dataDir, 10);
    expect(again.list().map((each) => each.subject)).toEqual(['three', 'one']);
    expect((await again.raw(2))?.toString()).toContain('three');
    expect((await readFile(path.join(dataDir, 'index.jsonl'), 'utf8')).split('\n')).toHaveLength(3);
  });

  it('mails that arrive at once all get a place', async () => {
    const store = await openMailStore(dataDir, 100);
    const mail = { from: 'a@b.test', to: ['c@d.test'], receivedAt: new Date(0) };
    const raw = (number: number) => Buffer.from(`Subject: ${number}\r\n\r\nx`);
    const added = await Promise.all(
      Array.from({ length: 30 }, (_, n) => store.add({ ...mail, raw: raw(n) })),
    );
    expect(added.map((each) => each.id)).toEqual(Array.from({ length: 30 }, (_, n) => n + 1));
    expect(store.list().map((each) => each.subject)).toEqual(
      Array.from({ length: 30 }, (_, n) => String(29 - n)),
    );
  });
});
