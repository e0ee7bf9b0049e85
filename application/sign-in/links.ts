/**
 * Mails of sign-in. An order is written in the request's transaction; the token of a link is made when the mail is sent
 * and stored as a hash only, so that no row and no backup holds a link that works. Orders for people of a training
 * municipality are kept and read in the product (rules of conduct 28, `training-links.ts`).
 */
import { randomUUID } from 'node:crypto';
import { accountOf, activePerson, isInvented } from '../../db/repositories/auth-people.ts';
import {
  claimMailOrder,
  insertTicket,
  logAct,
  type MailOrderRow,
  settleMailOrder,
  tidyAuth,
} from '../../db/repositories/auth-tickets.ts';
import { loadInstitution } from '../../db/repositories/directory.ts';
import { asAuth, type Transaction } from '../../db/transaction.ts';
import { renderSignInMail } from '../../documents/mail/sign-in-mail.ts';
import { type Instant, millisecondsBetween, plusMilliseconds } from '../../domain/time.ts';
import { messageIdFor } from '../mailer/mail-address.ts';
import type { OutgoingMail, SendOutcome } from '../mailer/mailer.ts';
import type { SignInDeps } from './deps.ts';
import { newToken } from './tokens.ts';

const minute = 60_000;
const day = 24 * 60 * minute;

/** How long a link works. */
export const linkMs = { invitation: 7 * day, reset: 60 * minute } as const;
/** An order older than this is given up: whoever waited has asked again. */
const worthSendingMs = { invitation: day, reset: 30 * minute, notice: 3 * day } as const;
/** Longer than an attempt can take. */
const leaseMs = 3 * minute;
const pausesMs = [1, 2, 5, 15, 30].map((minutes) => minutes * minute);
const keptMs = 30 * day;

/** Where the client receives links; the token is in the fragment, which no server sees and no Referer repeats. */
const paths = { invitation: '/sign-in/invitation', reset: '/sign-in/reset' } as const;

/** Sends what is owed, one after the other, until nothing is due; then forgets what has long been over. */
export async function sendLinks(deps: SignInDeps): Promise<void> {
  for (;;) {
    const now = deps.wall();
    const order = await asAuth(deps.database, (tx) =>
      claimMailOrder(tx, now, plusMilliseconds(now, leaseMs)),
    );
    if (order === null) break;
    await sendOne(deps, order);
  }
  const now = deps.wall();
  await asAuth(deps.database, (tx) => tidyAuth(tx, plusMilliseconds(now, -keptMs), now));
}

async function sendOne(deps: SignInDeps, order: MailOrderRow): Promise<void> {
  const mail = await prepare(deps, order);
  const outcome = mail === null || mail === 'kept' ? mail : await deps.mailer.send(mail);
  const now = deps.wall();
  const change = settled(outcome, order, now);
  await asAuth(deps.database, async (tx) => {
    await settleMailOrder(tx, order.id, change);
    if (change.state === 'owed') return;
    await logAct(tx, now, {
      act: `${order.purpose === 'notice' ? 'notice' : 'link'}${ends[change.state]}`,
      personId: order.personId,
      institutionId: order.institutionId,
      source: 'mail',
      detail: { purpose: order.told ?? order.purpose },
    });
  });
  if (change.state === 'failed') deps.log.warn({ order: order.id }, 'a mail of sign-in could not be sent');
}

const ends = { sent: 'Sent', failed: 'NotSent', kept: 'Kept' } as const;

/** The mail, with a token of its own where it has a link; null where there is nobody to write to, or it is too late. */
async function prepare(deps: SignInDeps, order: MailOrderRow): Promise<OutgoingMail | 'kept' | null> {
  const now = deps.wall();
  const { purpose, personId } = order;
  if (personId === null || millisecondsBetween(order.orderedAt, now) > worthSendingMs[purpose]) return null;
  return await asAuth(deps.database, async (tx) => {
    const person = await activePerson(tx, personId);
    const address = order.address ?? person?.mail ?? null;
    if (person === null || address === null) return null;
    if ((purpose === 'invitation') === ((await accountOf(tx, personId)) !== null)) return null;
    if (await isInvented(tx, personId)) return 'kept';
    const { name, language } = person;
    const to = { language, name, training: deps.training };
    const common = { to: { name, address }, replyTo: null, date: new Date(now) };
    if (purpose === 'notice') {
      if (order.told === null) return null;
      const rendered = renderSignInMail({ ...to, purpose, told: order.told, at: order.orderedAt });
      return { ...rendered, ...common, messageId: messageIdFor(order.id, deps.mailFrom) };
    }
    const institution = order.institutionId === null ? null : await loadInstitution(tx, order.institutionId);
    const { ticketId, link } = await makeLink(tx, deps, purpose, personId, now);
    const rendered = renderSignInMail({ ...to, purpose, institution: institution?.name ?? null, link });
    return { ...rendered, ...common, messageId: messageIdFor(ticketId, deps.mailFrom) };
  });
}

/** A link that works once; earlier ones go on working until they are over or voided. */
export async function makeLink(
  tx: Transaction,
  { publicUrl }: Pick<SignInDeps, 'publicUrl'>,
  purpose: keyof typeof linkMs,
  personId: string,
  now: Instant,
): Promise<{ readonly ticketId: string; readonly link: string; readonly expiresAt: Instant }> {
  const { token, hash } = newToken();
  const ticketId = randomUUID();
  const expiresAt = plusMilliseconds(now, linkMs[purpose]);
  await insertTicket(tx, { id: ticketId, purpose, tokenHash: hash, personId, createdAt: now, expiresAt });
  return { ticketId, link: `${publicUrl}${paths[purpose]}#${token}`, expiresAt };
}

type Settled = Pick<MailOrderRow, 'nextAttemptAt'> & { readonly state: 'owed' | keyof typeof ends };

function settled(
  outcome: SendOutcome | 'kept' | null,
  { attempts, nextAttemptAt }: MailOrderRow,
  now: Instant,
): Settled {
  if (outcome === 'kept') return { state: 'kept', nextAttemptAt };
  if (outcome === null || (outcome.outcome === 'refused' && outcome.permanent))
    return { state: 'failed', nextAttemptAt };
  // A server that may have it has most likely taken it; whoever gets none asks again.
  if (outcome.outcome === 'sent' || outcome.outcome === 'uncertain') return { state: 'sent', nextAttemptAt };
  const pause = pausesMs[Math.min(attempts, pausesMs.length) - 1] ?? minute;
  return { state: 'owed', nextAttemptAt: plusMilliseconds(now, pause) };
}
