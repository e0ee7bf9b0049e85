/** What becomes of a mail after an attempt. Moments are wall time. */
import type { MailOutcome } from '../../db/repositories/mails.ts';
import { type Instant, plusMilliseconds } from '../../domain/time.ts';
import type { SendOutcome } from '../mailer/mailer.ts';

const minute = 60_000;
/** After the first, second … attempt; the last one repeats. */
const pauses = [1, 2, 5, 15, 30, 60, 120, 240].map((minutes) => minutes * minute);
/** About four days, as mail servers do (RFC 5321, 4.5.4.1). */
const attemptsAtMost = 30;
/** The server may have the mail: its other try comes after more than ten minutes. */
export const secondTryAfterMs = 10 * minute + 1_000;

/** `attempt` counts from 1 and includes this one; `uncertainties` counts earlier attempts of unknown outcome. */
export function mailResult(
  outcome: SendOutcome,
  mail: { readonly attempt: number; readonly uncertainties: number },
  wallNow: Instant,
): MailOutcome {
  switch (outcome.outcome) {
    case 'sent':
      return { state: 'sent', at: wallNow, code: 'sent' };
    case 'refused':
      return outcome.permanent
        ? { state: 'refused', code: String(outcome.code ?? 'address') }
        : again(mail.attempt, String(outcome.code ?? outcome.stage), wallNow);
    case 'notAccepted':
      return again(mail.attempt, outcome.reason, wallNow);
    case 'misconfigured':
      return again(mail.attempt, outcome.problem, wallNow);
    case 'uncertain':
      return {
        state: 'uncertain',
        nextAttemptAt: mail.uncertainties === 0 ? plusMilliseconds(wallNow, secondTryAfterMs) : null,
        code: outcome.reason,
      };
  }
}

function again(attempt: number, code: string, wallNow: Instant): MailOutcome {
  if (attempt >= attemptsAtMost) return { state: 'failed', code };
  const pause = pauses[Math.min(attempt, pauses.length) - 1] ?? minute;
  return { state: 'owed', nextAttemptAt: plusMilliseconds(wallNow, pause), code };
}
