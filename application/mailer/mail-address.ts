/** Strict checks of what becomes an envelope or a header. Nothing is ever parsed out of a string. */

const LOCAL_PART = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/;
const DOMAIN_LABEL = /^[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?$/;
const MESSAGE_ID = /^<[A-Za-z0-9][A-Za-z0-9._-]{0,120}@[A-Za-z0-9][A-Za-z0-9.-]{0,120}>$/;

/**
 * True for `name@host.tld` in plain ASCII within the lengths of RFC 5321: no quotes, comments, groups, lists, spaces
 * or line ends, no internationalised form (write the domain as `xn--…`).
 */
export function isMailAddress(value: string): boolean {
  if (value.length > 254) return false;
  const parts = value.split('@');
  const [local, domain] = parts;
  if (parts.length !== 2 || local === undefined || domain === undefined) return false;
  if (local.length > 64 || !LOCAL_PART.test(local)) return false;
  const labels = domain.split('.');
  return labels.length >= 2 && labels.every((label) => DOMAIN_LABEL.test(label));
}

/** True for the form that `messageIdFor` makes. */
export function isMessageId(value: string): boolean {
  return MESSAGE_ID.test(value);
}

/**
 * The Message-ID of a notice, the same at every attempt: `<id@domain of the sender>`.
 * Throws a TypeError when the parts give none (a bug: ids are ours).
 */
export function messageIdFor(noticeId: string, fromAddress: string): string {
  const messageId = `<${noticeId}@${fromAddress.slice(fromAddress.lastIndexOf('@') + 1)}>`;
  if (!isMessageId(messageId)) throw new TypeError('a notice id or sender address gives no Message-ID');
  return messageId;
}

/**
 * A header text on one line: line ends, control and format characters and stray halves of characters become one
 * space, ends are trimmed, the rest is cut at `longest` UTF-16 units.
 */
export function oneLine(text: string, longest: number): string {
  return text
    .slice(0, longest)
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .trim();
}
