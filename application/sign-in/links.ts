/**
 * Links by mail. An order is written in the request's transaction; the link's token is made when the mail is sent
 * and stored as a hash only, so that no row and no backup holds a link that works.
 */
import { randomUUID } from 'node:crypto';
import { accountOf, activePerson } from '../../db/repositories/auth-people.ts';
import {
  claimMailOrder,
  insertTicket,
  logAct,
  type MailOrderRow,
  settleMailOrder,
  tidyAuth,
} from '../../db/repositories/auth-tickets.ts';
import { loadInstitution } from '../../db/repositories/directory.ts';
import { asAuth } from '../../db/transaction.ts';
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
const worthSendingMs = { invitation: day, reset: 30 * minute } as const;
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
  const outcome = mail === null ? null : await deps.mailer.send(mail);
  const now = deps.wall();
  const change = settled(outcome, order, now);
  await asAuth(deps.database, async (tx) => {
    await settleMailOrder(tx, order.id, change);
    if (change.state === 'owed') return;
    await logAct(tx, now, {
      act: change.state === 'sent' ? 'linkSent' : 'linkNotSent',
      personId: order.personId,
      institutionId: order.institutionId,
      source: 'mail',
      detail: { purpose: order.purpose },
    });
  });
  if (change.state === 'failed') deps.log.warn({ order: order.id }, 'a mail of sign-in could not be sent');
}

/** The mail with a token of its own; null where there is nobody to write to any more, or it is too late. */
async function prepare(deps: SignInDeps, order: MailOrderRow): Promise<OutgoingMail | null> {
  const now = deps.wall();
  const { purpose, personId } = order;
  if (personId === null || millisecondsBetween(order.orderedAt, now) > worthSendingMs[purpose]) return null;
  return await asAuth(deps.database, async (tx) => {
    const person = await activePerson(tx, personId);
    const account = await accountOf(tx, personId);
    // A reset needs an account, an invitation none.
    if (person === null || person.mail === null || (purpose === 'reset') !== (account !== null)) return null;
    const institution = order.institutionId === null ? null : await loadInstitution(tx, order.institutionId);
    const { token, hash } = newToken();
    const id = randomUUID();
    await insertTicket(tx, {
      id,
      purpose,
      tokenHash: hash,
      personId,
      createdAt: now,
      expiresAt: plusMilliseconds(now, linkMs[purpose]),
    });
    const rendered = renderSignInMail({
      purpose,
      language: person.language,
      name: person.name,
      institution: institution?.name ?? null,
      link: `${deps.publicUrl}${paths[purpose]}#${token}`,
      training: deps.training,
    });
    return {
      ...rendered,
      messageId: messageIdFor(id, deps.mailFrom),
      to: { name: person.name, address: person.mail },
      replyTo: null,
      date: new Date(now),
    };
  });
}

function settled(
  outcome: SendOutcome | null,
  { attempts, nextAttemptAt }: MailOrderRow,
  now: Instant,
): Pick<MailOrderRow, 'state' | 'nextAttemptAt'> {
  if (outcome === null || (outcome.outcome === 'refused' && outcome.permanent))
    return { state: 'failed', nextAttemptAt };
  // A server that may have it has most likely taken it; whoever gets none asks again.
  if (outcome.outcome === 'sent' || outcome.outcome === 'uncertain') return { state: 'sent', nextAttemptAt };
  const pause = pausesMs[Math.min(attempts, pausesMs.length) - 1] ?? minute;
  return { state: 'owed', nextAttemptAt: plusMilliseconds(now, pause) };
}
