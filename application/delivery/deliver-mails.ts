/**
 * The one loop that sends: takes over what is owed, one attempt each, until nothing is left. Pulled by any worker;
 * who triggers it does not matter. A mail is `sending` in the database before anything is connected.
 */
import { finishMail, type MailRecord, type MailResult } from '../../db/repositories/mails.ts';
import { asClock } from '../../db/transaction.ts';
import { crashPoint } from '../crash-points.ts';
import type { ClockDeps } from '../deps.ts';
import { messageIdFor } from '../mailer/mail-address.ts';
import type { SendOutcome } from '../mailer/mailer.ts';
import { claimMail } from './claim-mail.ts';
import { nextAttempt } from './next-attempt.ts';
import { reportRefused } from './report-refused.ts';

const atOnce = 4;

/** Resolves when nothing may be sent now. Throws if the database is away; what was claimed is found by its lease. */
export async function deliverMails(deps: ClockDeps): Promise<void> {
  await Promise.all(Array.from({ length: atOnce }, () => deliverUntilNothingIsLeft(deps)));
}

async function deliverUntilNothingIsLeft(deps: ClockDeps): Promise<void> {
  for (;;) {
    const claimed = await claimMail(deps);
    crashPoint('mail-claimed-after-commit');
    if (claimed === null) return;
    await sendClaimed(deps, claimed);
  }
}

async function sendClaimed(deps: ClockDeps, mail: MailRecord): Promise<void> {
  crashPoint('mail-before-connect');
  const { subject, html, text } = mail.content;
  const outcome = await deps.mailer.send({
    messageId: messageIdFor(mail.id, deps.mailFrom),
    to: mail.to,
    replyTo: null,
    subject,
    html,
    text,
    date: new Date(mail.createdAt),
  });
  crashPoint('mail-after-answer-before-mark');
  const result = resultOf(outcome, mail);
  await asClock(deps.database, async (tx) => {
    const mine = await finishMail(tx, mail, result);
    if (mine && (result.state === 'refused' || result.state === 'failed')) {
      await reportRefused(deps, tx, mail);
    }
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

/** What becomes of the row. Wall-clock delays in milliseconds. */
export function resultOf(
  outcome: SendOutcome,
  mail: Pick<MailRecord, 'attempt' | 'uncertainties'>,
): MailResult {
  switch (outcome.outcome) {
    case 'sent':
      return { state: 'sent', code: null, retryAfterMs: null };
    case 'refused':
      return outcome.permanent
        ? { state: 'refused', code: String(outcome.code ?? 'address'), retryAfterMs: null }
        : nextAttempt(mail.attempt, String(outcome.code ?? outcome.stage));
    case 'notAccepted':
      return nextAttempt(mail.attempt, outcome.reason);
    case 'misconfigured':
      return nextAttempt(mail.attempt, outcome.problem);
    case 'uncertain':
      return uncertain(mail.uncertainties, outcome.reason);
  }
}

const secondTryAfterMs = 10 * 60_000 + 1_000;

/** The server may have it: one more try with the same Message-ID, and then no more. */
export function uncertain(before: number, code: string): MailResult {
  return { state: 'uncertain', code, retryAfterMs: before === 0 ? secondTryAfterMs : null };
}
