/** Builds the bytes of one mail: the same mail always gives the same bytes, so that a second try is a true copy. */
import { createHash } from 'node:crypto';
import MailComposer from 'nodemailer/lib/mail-composer';
import { isMailAddress, isMessageId, oneLine } from './mail-address.ts';
import type { OutgoingMail } from './mailer.ts';

/** Longer subjects are cut; RFC 5322 allows more, but no mail program shows it. */
const LONGEST_SUBJECT = 200;
const LONGEST_NAME = 100;

/**
 * MIME with a text and an HTML alternative. Lines end in CRLF.
 * Throws a TypeError when the Message-ID is not of our form: ids come from our rows.
 */
export async function composeMessage(
  mail: OutgoingMail,
  from: { readonly name: string; readonly address: string },
): Promise<Buffer> {
  if (!isMessageId(mail.messageId)) throw new TypeError('the Message-ID of a mail is not of our form');
  const replyTo = [mail.replyTo ?? []].flat().filter(isMailAddress);
  const composer = new MailComposer({
    from: addressHeader(from),
    to: addressHeader(mail.to),
    ...(replyTo.length === 0 ? {} : { replyTo: replyTo.map((address) => ({ name: '', address })) }),
    subject: oneLine(mail.subject, LONGEST_SUBJECT),
    messageId: mail.messageId,
    date: mail.date,
    text: mail.text,
    html: mail.html,
    // Out-of-office replies to a machine help nobody, and would look like answers.
    headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'OOF, AutoReply' },
    encoding: 'quoted-printable',
    baseBoundary: createHash('sha256').update(mail.messageId).digest('hex').slice(0, 24),
    boundaryPrefix: '--_termini',
    newline: 'win',
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return composer.compile().build();
}

function addressHeader(party: { readonly name: string; readonly address: string }): {
  name: string;
  address: string;
} {
  return { name: oneLine(party.name, LONGEST_NAME), address: party.address };
}
