/**
 * The one loop that sends: takes over what is owed, one attempt each, until nothing is left. Pulled by any worker;
 * who triggers it does not matter. A mail is `sending` in the database before anything is connected.
 */
import { finishMail } from '../../db/repositories/mails.ts';
import { asClock } from '../../db/transaction.ts';
import { crashPoint } from '../crash-points.ts';
import type { ClockDeps } from '../deps.ts';
import { messageIdFor } from '../mailer/mail-address.ts';
import { wallTime } from '../product-clock.ts';
import { type Claim, claimMail } from './claim-mail.ts';
import { mailResult } from './mail-result.ts';
import { reportRefused } from './report-refused.ts';

const atOnce = 4;

/** Resolves when nothing may be sent now. Throws if the database is away; what was claimed is found by its lease. */
export async function deliverMails(deps: ClockDeps): Promise<void> {
  await Promise.all(Array.from({ length: atOnce }, () => deliverUntilNothingIsLeft(deps)));
}

async function deliverUntilNothingIsLeft(deps: ClockDeps): Promise<void> {
  for (;;) {
    const claim = await claimMail(deps);
    if (claim === null) return;
    crashPoint('mail-claimed-after-commit');
    await sendClaimed(deps, claim);
  }
}

async function sendClaimed(deps: ClockDeps, { mail, to }: Claim): Promise<void> {
  if (mail.content === null) throw new Error('a mail was claimed that says nothing');
  crashPoint('mail-before-connect');
  const outcome = await deps.mailer.send({
    messageId: messageIdFor(mail.id, deps.mailFrom),
    to,
    replyTo: null,
    ...mail.content,
    date: new Date(mail.createdAt),
  });
  crashPoint('mail-after-answer-before-mark');
  const result = mailResult(outcome, mail, wallTime());
  await asClock(deps.database, async (tx) => {
    const mine = await finishMail(tx, mail, result);
    if (mine && (result.state === 'refused' || result.state === 'failed'))
      await reportRefused(deps, tx, mail);
  });
  crashPoint('mail-marked');
  if (outcome.outcome === 'misconfigured') {
    deps.log.error(
      { problem: outcome.problem, code: outcome.code },
      'mail is set up wrongly; nobody gets any',
    );
  } else if (result.state !== 'sent') {
    deps.log.warn({ mailId: mail.id, state: result.state, code: result.code }, 'mail not sent');
  }
}
