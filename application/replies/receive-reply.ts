/**
 * Takes in a reply to one of our mails: it becomes a fact about the duties that the mail told of, which stops late
 * notices and rungs until the waiting person has said whether it is the answer (rules of conduct 20). Nothing of what
 * was written is kept: it has gone to the waiting person's own address as well.
 */
import { createHash } from 'node:crypto';
import PostalMime from 'postal-mime';
import { lockDossier } from '../../db/repositories/dossiers.ts';
import { appendEvents, loadEvents } from '../../db/repositories/events.ts';
import { loadMail, type MailRow } from '../../db/repositories/mails.ts';
import { noticesOfMail } from '../../db/repositories/notices.ts';
import { asClock, type Transaction } from '../../db/transaction.ts';
import type { DossierEvent } from '../../domain/dossier/event.ts';
import { computeDuties } from '../../domain/duty/compute-duties.ts';
import { type Instant, minOf } from '../../domain/time.ts';
import type { ClockDeps } from '../deps.ts';
import { loadContext } from '../dossier-context.ts';
import { poke } from '../poke.ts';
import { productItself } from '../product-itself.ts';
import { refreshDossier } from '../refresh-dossier.ts';
import { isAutomatic, type MailHeader } from './automatic.ts';
import { mailIdOf } from './reply-address.ts';

/** A message as the mail server holds it; its headers alone are enough. */
export type RawReply = {
  readonly source: Uint8Array;
  /** When our mail server took it over: its own date is what its sender says. */
  readonly receivedAt: Instant;
};

/**
 * `notOurs`: to no token address. `unknownMail`: to one of a mail that is not known. `automatic`: no person wrote it.
 * `nothingOpen`: what the mail told of is settled. `again`: taken in before. `recorded`: a fact for each open duty.
 */
export type ReplyOutcome = 'notOurs' | 'unknownMail' | 'automatic' | 'nothingOpen' | 'again' | 'recorded';

export type ReplyDeps = ClockDeps & {
  /** The address of the mailbox that is read. */
  readonly replyMailbox: string;
};

/** May be called with the same message as often as one likes. Throws where the database is away: try again then. */
export async function receiveReply(deps: ReplyDeps, raw: RawReply): Promise<ReplyOutcome> {
  const mail = await PostalMime.parse(raw.source);
  const mailId = addressesIn(mail.headers)
    .map((address) => mailIdOf(address, deps.replyMailbox))
    .find((id) => id !== null);
  if (mailId === undefined || mailId === null) return 'notOurs';
  if (isAutomatic(mail.headers, mail.from?.address ?? '', mail.subject ?? '')) return 'automatic';
  const now = await deps.clock.now();
  const identity = mail.messageId ?? createHash('sha256').update(raw.source).digest('hex');
  const reply = { identity, at: minOf(raw.receivedAt, now) };
  const result = await asClock(deps.database, (tx) => record(deps, tx, mailId, reply, now));
  if (typeof result === 'string') return result;
  await poke(deps, result.dossierId);
  return 'recorded';
}

type Reply = { readonly identity: string; readonly at: Instant };

async function record(
  deps: ReplyDeps,
  tx: Transaction,
  mailId: string,
  reply: Reply,
  now: Instant,
): Promise<Exclude<ReplyOutcome, 'recorded'> | { readonly dossierId: string }> {
  const mail = await loadMail(tx, mailId);
  const told = mail === null ? [] : await noticesOfMail(tx, mailId);
  const [dossierId, other] = [...new Set(told.map((notice) => notice.dossierId))];
  // A mail about several dossiers has no token: nobody could say which of them a reply is about.
  const dossier = dossierId === undefined || other !== undefined ? null : await lockDossier(tx, dossierId);
  if (mail === null || dossier === null) return 'unknownMail';
  const events = await loadEvents(tx, dossier.id);
  const context = await loadContext(tx, dossier, events, now);
  const keys = new Set(told.map((notice) => notice.dutyKey));
  const open = computeDuties(context.procedure, events, context.setting).filter(
    (duty) => keys.has(duty.key) && duty.settled === null,
  );
  if (open.length === 0) return 'nothingOpen';
  const known = new Set(events.map(({ id }) => id));
  const facts = open
    .map((duty) => factOf(mail, reply, duty.key, now))
    .filter(({ id }) => !known.has(id))
    .map((fact, index) => ({ ...fact, seq: dossier.version + 1 + index }));
  if (facts.length === 0) return 'again';
  await appendEvents(tx, dossier, facts, new Map());
  await refreshDossier(tx, dossier, [...events, ...facts], context, now);
  deps.log.info({ dossierId: dossier.id, facts: facts.length }, 'a reply by mail was taken in');
  return { dossierId: dossier.id };
}

function factOf(mail: MailRow, { identity, at }: Reply, dutyKey: string, now: Instant): DossierEvent {
  return {
    id: idOf(`${mail.id} ${identity} ${dutyKey}`),
    seq: 0,
    type: 'mailReply.received',
    occurredAt: at,
    recordedAt: now,
    by: productItself,
    institution: mail.institutionId,
    data: { dutyKey, fromPersonId: mail.recipientPerson },
  };
}

/** The same reply always gives the same id (RFC 9562, version 8), so that it is recorded once. */
function idOf(text: string): string {
  const hash = createHash('sha256').update(text).digest();
  hash[6] = ((hash[6] ?? 0) & 0x0f) | 0x80;
  hash[8] = ((hash[8] ?? 0) & 0x3f) | 0x80;
  const hex = hash.toString('hex', 0, 16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** Every address to which it was sent, also where the server rewrote `To`. */
function addressesIn(headers: readonly MailHeader[]): readonly string[] {
  const names = ['delivered-to', 'x-original-to', 'envelope-to', 'x-envelope-to', 'to', 'cc'];
  return names.flatMap((name) =>
    headers
      .filter(({ key }) => key === name)
      .flatMap(({ value }) => value.split(/[\s<>,;"()]+/).filter((part) => part.includes('@'))),
  );
}
