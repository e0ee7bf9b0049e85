import PostalMime from 'postal-mime';
import { describe, expect, it } from 'vitest';
import { isAutomatic } from './automatic.ts';

/** A raw message: headers as given, without them a person's plain reply. */
async function judged(headers: Readonly<Record<string, string>>): Promise<boolean> {
  const all = {
    From: 'Maija Lāce <maija.lace@dienests.example>',
    Subject: 'Re: Atbilde vēl nav saņemta',
    'Content-Type': 'text/plain; charset=utf-8',
    ...headers,
  };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}`);
  const mail = await PostalMime.parse(`${lines.join('\r\n')}\r\n\r\nLabdien!`);
  return isAutomatic(mail.headers, mail.from?.address ?? '', mail.subject ?? '');
}

describe('R 20: a received reply, no automatic one', () => {
  it('a person’s reply is one', async () => {
    expect(await judged({})).toBe(false);
    expect(await judged({ 'Auto-Submitted': 'no' })).toBe(false);
    expect(await judged({ Subject: 'Re: Out of office hours for the school' })).toBe(false);
  });

  it.each<[string, Readonly<Record<string, string>>]>([
    ['Auto-Submitted (RFC 3834)', { 'Auto-Submitted': 'auto-replied' }],
    ['our own mails', { 'Auto-Submitted': 'auto-generated' }],
    ['out of office, in English', { Subject: 'Automatic reply: Answer not yet received' }],
    ['out of office, in Latvian', { Subject: 'Automātiska atbilde: Atbilde vēl nav saņemta' }],
    ['on leave, in Latvian', { Subject: 'Prombūtnē līdz 12. janvārim' }],
    ['vacation by an old server', { Precedence: 'auto_reply' }],
    ['X-Autoreply', { 'X-Autoreply': 'yes' }],
    ['a bounce', { 'Content-Type': 'multipart/report; report-type=delivery-status; boundary=x' }],
    ['a bounce by its sender', { From: 'MAILER-DAEMON@dienests.example' }],
    ['a bounce without a return path', { 'Return-Path': '<>' }],
    ['a mailing list', { 'List-Id': '<saraksts.example>' }],
    ['nobody', { From: '' }],
  ])('%s is none', async (_what, headers) => {
    expect(await judged(headers)).toBe(true);
  });
});
