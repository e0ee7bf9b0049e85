/** Hitting Reply works (rules of conduct 20): from the late notice in the inbox to the settled duty. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type ClockSide, createClockSide } from '../application/create-clock-side.ts';
import { createLog } from '../application/log.ts';
import { createSmtpMailer } from '../application/mailer/smtp-transport.ts';
import { type Instant, instant } from '../domain/time.ts';
import { handover, openCase, record, riga, valueOf } from './resilience/play.ts';
import { bootInProcess, eventually, type InProcess } from './support/in-process.ts';
import { makeSmallMunicipality, type SmallMunicipality } from './support/small-municipality.ts';

const mailFrom = { name: 'Termiņsargs', address: 'terminsargs@terminsargs.example' };

let product: InProcess;
let place: SmallMunicipality;
let dossierId: string;
/** A worker's side of the product that reads a mailbox for replies. */
let side: ClockSide;

beforeAll(async () => {
  product = await bootInProcess(riga('2026-11-20T10:00'));
  place = await makeSmallMunicipality(product.ownerUrl, riga('2026-11-20T06:00'));
  side = await createClockSide({
    database: product.clockDatabase,
    timelines: { changed: () => Promise.resolve() },
    mailer: createSmtpMailer({ url: product.smtp.url, from: mailFrom }),
    log: createLog('test', 'silent'),
    publicUrl: 'https://terminsargs.example',
    mailFrom: mailFrom.address,
    replyMailbox: 'atbildes@terminsargs.example',
    crashAt: undefined,
  });
  dossierId = (await openCase(product, place, [handover(place)])).dossierId;
});

afterAll(async () => {
  await product.close();
});

const mailsTo = (address: string) => product.smtp.mails.filter((mail) => mail.to.includes(address));

async function moveTo(text: string): Promise<void> {
  await product.setClock(riga(text));
  for (const id of [dossierId, ...Object.values(place.yearIds)]) await side.takeSteps(id);
  await side.deliverMails();
}

async function acknowledgement() {
  const list = await product.application.listDuties(
    place.teacher,
    { dossierId, kind: 'acknowledge-handover' },
    { limit: 5 },
  );
  const [only] = valueOf(list).items;
  if (only === undefined) throw new Error('nothing is owed');
  return only;
}

async function factTypes(): Promise<readonly string[]> {
  const facts = valueOf(await product.application.listFacts(place.teacher, dossierId, { limit: 50 }));
  return facts.items.map(({ event }) => event.type);
}

/** `Reply-To` of a mail as it arrived, its lines put together. */
function replyToOf(raw: string): string {
  const unfolded = raw.replace(/\r?\n[ \t]+/g, ' ');
  return /^Reply-To: (.*)$/im.exec(unfolded)?.[1]?.trim() ?? '';
}

function message(to: string, more: Readonly<Record<string, string>> = {}): Uint8Array {
  const headers = {
    From: place.socialWorker.mail,
    To: to,
    Subject: 'Re: Atbilde vēl nav saņemta',
    'Message-ID': '<reply-1@dienests.example>',
    ...more,
  };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  return Buffer.from(`${lines.join('\r\n')}\r\n\r\nLabdien! Lietu esam pārņēmuši.\r\n`);
}

const receivedAt: Instant = instant('2026-11-30T09:15:00.000Z');
let token = '';

it('a late notice names a token address and who waits; no one else sees the token (R 20)', async () => {
  await moveTo('2026-11-23T07:31');
  await moveTo('2026-11-27T07:31');
  await moveTo('2026-11-28T00:00');
  const before = mailsTo(place.socialWorker.mail).length;
  await moveTo('2026-11-30T08:01');
  const [late] = await eventually(
    () => mailsTo(place.socialWorker.mail).slice(before),
    (mails) => mails.length > 0,
  );
  const replyTo = replyToOf(late?.raw ?? '');
  expect(replyTo).toMatch(/^atbildes\+[0-9a-f]{32}@terminsargs\.example, audzinataja@terminsargs\.example$/);
  token = replyTo.split(',')[0] ?? '';
  const others = product.smtp.mails.filter(({ to }) => !to.includes(place.socialWorker.mail));
  expect(others.filter(({ raw }) => raw.includes(token))).toEqual([]);
});

it('an out-of-office note and a bounce to it hold nothing (R 20)', async () => {
  const note = message(token, { 'Auto-Submitted': 'auto-replied', 'Message-ID': '<oof@x.example>' });
  expect(await side.receiveReply({ source: note, receivedAt })).toBe('automatic');
  const bounce = message(token, { From: 'MAILER-DAEMON@x.example' });
  expect(await side.receiveReply({ source: bounce, receivedAt })).toBe('automatic');
  expect((await acknowledgement()).duty.held).toBe(false);
});

it('a mail to another address, or with a token that was never given, is none of ours (R 20)', async () => {
  const other = message('atbildes@terminsargs.example');
  expect(await side.receiveReply({ source: other, receivedAt })).toBe('notOurs');
  const invented = message(`atbildes+${randomUUID().replaceAll('-', '')}@terminsargs.example`);
  expect(await side.receiveReply({ source: invented, receivedAt })).toBe('unknownMail');
});

it('a reply is recorded once, however often it is read, and holds the duty; nothing of its text is kept (R 20)', async () => {
  await product.setClock(riga('2026-11-30T13:00'));
  const reply = { source: message(token), receivedAt };
  expect(await side.receiveReply(reply)).toBe('recorded');
  expect(await side.receiveReply(reply)).toBe('again');
  expect((await factTypes()).filter((type) => type === 'mailReply.received')).toHaveLength(1);
  expect((await acknowledgement()).duty.held).toBe(true);
  const stored = await product.sql<
    { rows: string }[]
  >`select coalesce(json_agg(e), '[]')::text as rows from event e`;
  expect(stored[0]?.rows).toContain('mailReply.received');
  expect(stored[0]?.rows).not.toContain('pārņēmuši');
});

it('the head is not told while the reply waits; the waiting person is asked with the next digest (R 20)', async () => {
  await moveTo('2026-12-01T07:31');
  await moveTo('2026-12-01T08:01');
  expect(mailsTo(place.socialHead.mail)).toEqual([]);
  await eventually(
    () => product.sql<{ state: string }[]>`select state from notice where name = 'replyReceived'`,
    (rows) => rows.length > 0,
  );
  expect(await factTypes()).not.toContain('duty.escalated');
});

it('confirmed as the answer, the duty is settled as of the day on which the reply came, without a second entry (R 20)', async () => {
  const { duty } = await acknowledgement();
  const written = await record(product, place.teacher, dossierId, {
    type: 'mailReply.confirmed',
    data: { dutyKey: duty.key, isAnswer: true },
  });
  expect(written.settled).toEqual([duty.key]);
  const after = await acknowledgement();
  expect(after.status).toBe('fulfilled');
  expect(after.duty.settled).toMatchObject({ at: receivedAt, day: '2026-11-30' });
  expect(await side.receiveReply({ source: message(token, { 'Message-ID': '<2@x>' }), receivedAt })).toBe(
    'nothingOpen',
  );
});
