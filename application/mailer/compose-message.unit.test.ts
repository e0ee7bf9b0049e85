import * as fc from 'fast-check';
import PostalMime from 'postal-mime';
import { describe, expect, it } from 'vitest';
import { hostileText } from '../../test/support/hostile-text.ts';
import { composeMessage } from './compose-message.ts';
import { isMailAddress, messageIdFor, oneLine } from './mail-address.ts';
import type { OutgoingMail } from './mailer.ts';

const FROM = { name: 'Termiņsargs', address: 'terminsargs@pasvaldiba.test' };
const MAIL: OutgoingMail = {
  messageId: messageIdFor('4b1f', FROM.address),
  to: { name: 'Anna Kalniņa', address: 'anna@skola.test' },
  replyTo: null,
  subject: 'Šodien jāpabeidz 3 pienākumi',
  html: '<p>ķļņ</p>',
  text: '.ķļņ\n.\n..',
  date: new Date('2026-11-23T05:30:00Z'),
};
const HEADERS = [
  'auto-submitted',
  'content-type',
  'date',
  'from',
  'message-id',
  'mime-version',
  'subject',
  'to',
  'x-auto-response-suppress',
];

function headerNames(raw: string): string[] {
  const head = raw.slice(0, raw.indexOf('\r\n\r\n'));
  const lines = head.split(/\r\n(?![ \t])/);
  return lines.map((line) => (/^([!-9;-~]+):/.exec(line)?.[1] ?? `no header: ${line}`).toLowerCase()).sort();
}

describe('composeMessage', () => {
  it('names and subjects add no header and change no address (reliability b8)', async () => {
    await fc.assert(
      fc.asyncProperty(hostileText(), hostileText(), hostileText(), async (name, subject, replyTo) => {
        const mail = { ...MAIL, to: { name, address: 'anna@skola.test' }, subject, replyTo };
        const raw = (await composeMessage(mail, FROM)).toString('latin1');
        const expected = new Set(HEADERS);
        if (oneLine(subject, 200) === '') expected.delete('subject');
        if (isMailAddress(replyTo)) expected.add('reply-to');
        expect(headerNames(raw)).toEqual([...expected].sort());
        const parsed = await PostalMime.parse(raw);
        expect(parsed.to).toEqual([{ address: 'anna@skola.test', name: expect.any(String) }]);
        expect(parsed.from?.address).toBe(FROM.address);
        // RFC 5322 lets a mail program take a run of spaces in a folded header for one.
        const spaces = (text: string) => text.replace(/\s+/g, ' ');
        if (!subject.includes('=?')) expect(spaces(parsed.subject ?? '')).toBe(spaces(oneLine(subject, 200)));
      }),
      { numRuns: 4_000 },
    );
  });

  it('bodies arrive as written, whatever lines they hold', async () => {
    await fc.assert(
      fc.asyncProperty(hostileText(), async (text) => {
        fc.pre(!/[\r\p{Cs}\0]/u.test(text));
        const parsed = await PostalMime.parse(await composeMessage({ ...MAIL, text }, FROM));
        expect(parsed.text?.trimEnd() ?? '').toBe(text.trimEnd());
        expect(parsed.html?.trimEnd()).toBe(MAIL.html);
        expect(parsed.attachments).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it('the same mail is the same bytes; another notice has other boundaries (architecture 1.7)', async () => {
    const first = await composeMessage(MAIL, FROM);
    expect((await composeMessage({ ...MAIL }, { ...FROM })).equals(first)).toBe(true);
    const other = await composeMessage({ ...MAIL, messageId: messageIdFor('4b20', FROM.address) }, FROM);
    const boundary = (raw: Buffer) => /boundary="([^"]+)"/.exec(raw.toString())?.[1];
    expect(boundary(first)).toBeDefined();
    expect(boundary(other)).not.toBe(boundary(first));
  });

  it('a body is never fetched from a file or an address', async () => {
    const html = { path: '/etc/hostname' } as unknown as string;
    await expect(composeMessage({ ...MAIL, html }, FROM)).rejects.toThrow(/access/i);
  });

  it('a Message-ID that is not ours is a bug, not a mail', async () => {
    for (const messageId of [
      '',
      'a@b.test',
      '<a@b.test>\r\nBcc: x@y.test',
      '<a b@c.test>',
      '<a@b.test><c@d.test>',
    ])
      await expect(composeMessage({ ...MAIL, messageId }, FROM)).rejects.toThrow(TypeError);
  });
});
