/** Is this a mail that no person wrote: an out-of-office note, a bounce, a receipt, a list (rules of conduct 20). */

/** A header by name, lower case; its value on one line. */
export type MailHeader = { readonly key: string; readonly value: string };

const machineSenders = /^(?:mailer-daemon|postmaster|no-?reply|do-?not-?reply)(?:[+@]|$)/i;

/** How out-of-office notes begin where the server that sends them marks them in no other way. */
const machineSubjects =
  /^(?:automatic reply|auto(?:matic)?[- ]?(?:reply|response)|out of (?:the )?office|undeliverable|delivery status notification|read:|automātisk[aā] atbilde|prombūtnē|ārpus biroja|nepiegādāts)/i;

const machinePrecedence = /^(?:bulk|junk|list|auto_reply)$/i;

/** RFC 3834 and 5230, and what mail servers do besides. `from` is empty where the mail names no sender. */
export function isAutomatic(headers: readonly MailHeader[], from: string, subject: string): boolean {
  const valueOf = (name: string) => headers.find(({ key }) => key === name)?.value.trim();
  const has = (name: string) => valueOf(name) !== undefined;
  const submitted = valueOf('auto-submitted');
  return (
    (submitted !== undefined && !/^no\b/i.test(submitted)) ||
    has('x-autoreply') ||
    has('x-autorespond') ||
    has('list-id') ||
    has('list-unsubscribe') ||
    has('x-failed-recipients') ||
    machinePrecedence.test(valueOf('precedence') ?? '') ||
    /^multipart\/report\b/i.test(valueOf('content-type') ?? '') ||
    valueOf('return-path') === '<>' ||
    from === '' ||
    machineSenders.test(from) ||
    machineSubjects.test(subject.trim())
  );
}
