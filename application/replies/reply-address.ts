/** The address that a reply to one of our mails goes to: the mailbox that is read, with the mail's own token after `+`. */
import { isMailAddress } from '../mailer/mail-address.ts';

const tokenForm = /^[0-9a-f]{32}$/;

/**
 * `atbildes+0123…@pasvaldiba.lv`. The token is the mail's random id (122 random bits), which nobody but the recipient
 * has. Throws a TypeError where the parts give no address (a bug: both are ours).
 */
export function replyAddress(mailbox: string, mailId: string): string {
  const at = mailbox.lastIndexOf('@');
  const address = `${mailbox.slice(0, at)}+${mailId.replaceAll('-', '')}${mailbox.slice(at)}`;
  if (!isMailAddress(address)) throw new TypeError('the mailbox for replies gives no address');
  return address;
}

/** The mail that an address stands for; null for every other address. Case does not matter. */
export function mailIdOf(address: string, mailbox: string): string | null {
  const [local, host] = split(mailbox.toLowerCase());
  const [given, givenHost] = split(address.trim().toLowerCase());
  if (givenHost !== host || !given.startsWith(`${local}+`)) return null;
  const token = given.slice(local.length + 1);
  if (!tokenForm.test(token)) return null;
  return [
    token.slice(0, 8),
    token.slice(8, 12),
    token.slice(12, 16),
    token.slice(16, 20),
    token.slice(20),
  ].join('-');
}

function split(address: string): readonly [string, string] {
  const at = address.lastIndexOf('@');
  return [address.slice(0, at), address.slice(at + 1)];
}
