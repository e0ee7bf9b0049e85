/**
 * How often a secret may be tried. Guesses are counted for each account from each source, for each source, and for
 * each account from anywhere. A browser that has signed in to this account before is counted alone, so that nobody
 * else's guesses lock its owner out; passkeys and links by mail are never counted against an account.
 */
import { countAttempt, uncountAttempt } from '../../db/repositories/auth-tickets.ts';
import type { Transaction } from '../../db/transaction.ts';
import { type Instant, millisecondsBetween, plusMilliseconds } from '../../domain/time.ts';
import { hashOf } from './tokens.ts';

const minute = 60_000;
const hour = 60 * minute;

/** `most` tries within the window that begins with the first. */
type Limit = { readonly name: string; readonly most: number; readonly windowMs: number };

const limits = {
  accountAndSource: { name: 'accountAndSource', most: 8, windowMs: 15 * minute },
  /** A whole school comes from one address. */
  source: { name: 'source', most: 200, windowMs: hour },
  account: { name: 'account', most: 100, windowMs: 24 * hour },
  device: { name: 'device', most: 10, windowMs: 15 * minute },
  codeFromSource: { name: 'codeFromSource', most: 8, windowMs: 15 * minute },
  code: { name: 'code', most: 30, windowMs: 24 * hour },
  codeFromDevice: { name: 'codeFromDevice', most: 8, windowMs: 15 * minute },
  resetForAddress: { name: 'resetForAddress', most: 3, windowMs: hour },
  resetFromSource: { name: 'resetFromSource', most: 100, windowMs: hour },
  /** Nothing here can be guessed: these bound how many rows and outgoing requests one place causes. */
  linkFromSource: { name: 'linkFromSource', most: 1_000, windowMs: hour },
  passkeyFromSource: { name: 'passkeyFromSource', most: 3_000, windowMs: hour },
  invitation: { name: 'invitation', most: 5, windowMs: hour },
} as const satisfies Readonly<Record<string, Limit>>;

type LimitName = keyof typeof limits;

/** A counter: the limit, and for whom. */
export type Counter = { readonly limit: LimitName; readonly of: string };

/** The counters that a password for `mail` counts on. `device` is the browser's token where this account knows it. */
export function passwordCounters(mail: string, source: string, device: string | null): readonly Counter[] {
  const account = mail.toLowerCase();
  if (device !== null) return [{ limit: 'device', of: device }];
  return [
    { limit: 'accountAndSource', of: `${account}|${source}` },
    { limit: 'source', of: source },
    { limit: 'account', of: account },
  ];
}

/** The counters that a code for this person counts on. */
export function codeCounters(personId: string, source: string, device: string | null): readonly Counter[] {
  if (device !== null) return [{ limit: 'codeFromDevice', of: device }];
  return [
    { limit: 'codeFromSource', of: `${personId}|${source}` },
    { limit: 'code', of: personId },
  ];
}

/**
 * Counts a try before it is looked at, so that many at once do not slip through. Seconds to wait where one of the
 * counters is full; null where the try may be made.
 */
export async function countTry(
  tx: Transaction,
  counters: readonly Counter[],
  now: Instant,
): Promise<number | null> {
  let wait: number | null = null;
  for (const counter of counters) {
    const { most, windowMs } = limits[counter.limit];
    const counted = await countAttempt(tx, keyOf(counter), now, plusMilliseconds(now, windowMs));
    if (counted.count <= most) continue;
    const seconds = Math.max(1, Math.ceil(millisecondsBetween(now, counted.windowEndsAt) / 1_000));
    wait = Math.max(wait ?? 0, seconds);
  }
  return wait;
}

/** The try was the rightful person's: it does not count. */
export async function forgiveTry(tx: Transaction, counters: readonly Counter[]): Promise<void> {
  for (const counter of counters) await uncountAttempt(tx, keyOf(counter));
}

/** Neither addresses of people nor of computers stand in the table. */
function keyOf({ limit, of }: Counter): string {
  return `${limits[limit].name}:${hashOf(of).toString('base64url')}`;
}
