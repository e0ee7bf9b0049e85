/** Has everything done that is owed at a moment, by the timelines themselves, and waits until nothing is left. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Instant } from '../../domain/time.ts';
import type { Stack } from './stack.ts';

const lookEveryMs = 8;
/** A poke may be lost; then it is repeated, as the sweep would. */
const pokeAgainMs = 3_000;
const patienceMs = 90_000;

/** Something that was owed was not done: a fault of the product, or a machine that is much too slow. */
export class NotQuiet extends Error {
  override readonly name = 'NotQuiet';
}

/** Wakes the timelines that have something to do at `now`, and waits for steps first and mails then. */
export async function settle(stack: Stack, now: Instant, signal: AbortSignal | undefined): Promise<void> {
  await until(signal, 'steps', async (poke) => {
    const busy = await dossiersWithStepsDue(stack, now);
    if (poke) await Promise.all(busy.map((id) => stack.timelines.changed(id)));
    return busy.length;
  });
  stack.mailGate.open();
  await until(signal, 'mails', async (again) => {
    const owed = await mailsOwed(stack, now);
    // A digest lets other dossiers' notices go: those timelines do not know, the sweep finds them.
    if (owed > 0 && again) await stack.clockSide.sweep(stack.temporalStore);
    return owed;
  });
  stack.mailGate.close();
  await stack.clockSide.quiet();
}

async function until(
  signal: AbortSignal | undefined,
  what: string,
  left: (again: boolean) => Promise<number>,
): Promise<void> {
  const began = performance.now();
  let pokedAt = Number.NEGATIVE_INFINITY;
  for (;;) {
    signal?.throwIfAborted();
    const poke = performance.now() - pokedAt > pokeAgainMs;
    if (poke) pokedAt = performance.now();
    const count = await left(poke);
    if (count === 0) return;
    if (performance.now() - began > patienceMs) throw new NotQuiet(`${count} ${what} are still owed`);
    await sleep(lookEveryMs);
  }
}

async function dossiersWithStepsDue({ owner }: Stack, now: Instant): Promise<readonly string[]> {
  const rows = await owner.client<{ id: string; poisonCode: string | null }[]>`
    select id, poison_code as "poisonCode" from dossier
    where next_step_at <= ${now}::timestamptz or clock_version < version`;
  const poisoned = rows.find((row) => row.poisonCode !== null);
  if (poisoned !== undefined) throw new NotQuiet(`steps cannot be taken: ${poisoned.poisonCode}`);
  return rows.map(({ id }) => id);
}

async function mailsOwed({ owner }: Stack, now: Instant): Promise<number> {
  const [row] = await owner.client<{ count: number }[]>`
    select (select count(*) from notice where state = 'owed' and send_at <= ${now}::timestamptz)::int
      + (select count(*) from mail where state in ('owed', 'sending', 'uncertain'))::int as count`;
  return row?.count ?? 0;
}

/** The earliest moment after which something is owed; null where nothing is. */
export async function nextOwedMoment({ owner }: Stack): Promise<Instant | null> {
  const [row] = await owner.client<{ at: string | null }[]>`
    select to_char(least(
      (select min(next_step_at) from dossier),
      (select min(send_at) from notice where state = 'owed')
    ) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at`;
  return (row?.at ?? null) as Instant | null;
}
