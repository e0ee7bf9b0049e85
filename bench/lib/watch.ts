/** Watching a number grow from outside, and when it reached which share. */
import { setTimeout as sleep } from 'node:timers/promises';

/** `count` at `ms` after the beginning (of performance.now()). */
export type Sight = { readonly ms: number; readonly count: number };

/** Looks until `count` is at least `whole`. Throws after `patienceMs`. */
export async function watchUntil(
  look: () => Promise<number>,
  whole: number,
  { everyMs = 50, patienceMs = 60_000 } = {},
): Promise<readonly Sight[]> {
  const sights: Sight[] = [];
  const deadline = performance.now() + patienceMs;
  for (;;) {
    const count = await look();
    const ms = performance.now();
    sights.push({ ms, count });
    if (count >= whole) return sights;
    if (ms > deadline) throw new Error(`only ${count} of ${whole} came within ${patienceMs / 1000} s`);
    await sleep(everyMs);
  }
}

/** Moment of the first sight at which the share of the whole was there. */
export function reached(sights: readonly Sight[], whole: number, share: number): number {
  return sights.find(({ count }) => count >= whole * share)?.ms ?? Number.NaN;
}
