/** When a mail that was surely not accepted is tried again. */
import type { MailResult } from '../../db/repositories/mails.ts';

const minute = 60_000;
/** After the first, second … attempt; the last one repeats. */
const pauses = [
  minute,
  2 * minute,
  5 * minute,
  15 * minute,
  30 * minute,
  60 * minute,
  120 * minute,
  240 * minute,
];
/** About four days, as mail servers do (RFC 5321, 4.5.4.1). */
const attemptsAtMost = 30;

/** `attempt` counts from 1 and includes the one that failed. */
export function nextAttempt(attempt: number, code: string): MailResult {
  if (attempt >= attemptsAtMost) return { state: 'failed', code, retryAfterMs: null };
  return { state: 'owed', code, retryAfterMs: pauses[Math.min(attempt, pauses.length) - 1] ?? minute };
}
