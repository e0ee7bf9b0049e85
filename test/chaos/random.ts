/** Chance that can be had again: the same seed gives the same row of numbers. */
export type Random = {
  /** From 0 up to, not including, 1. */
  next(): number;
  /** A whole number from `from` to `to`, both included. */
  between(from: number, to: number): number;
  /** True with this probability. */
  chance(probability: number): boolean;
  pick<T>(from: readonly [T, ...T[]]): T;
  /** A row of numbers of its own, so that what others draw meanwhile does not change it. */
  fork(): Random;
};

/** mulberry32. */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const between = (from: number, to: number): number => from + Math.floor(next() * (to - from + 1));
  return {
    next,
    between,
    chance: (probability) => next() < probability,
    pick: (from) => from[between(0, from.length - 1)] ?? from[0],
    fork: () => randomFrom(between(0, 2 ** 32 - 1)),
  };
}

/** `CHAOS_SEED` plays a run again; else every run is another one. Printed, so that a failure can be played again. */
export function chaosSeed(what: string): number {
  const given = process.env['CHAOS_SEED'];
  const seed = given === undefined ? Math.floor(Math.random() * 2 ** 32) : Number(given);
  if (!Number.isInteger(seed) || seed < 0) throw new Error(`CHAOS_SEED must be a whole number, not ${given}`);
  process.stderr.write(`${what}: CHAOS_SEED=${seed}\n`);
  return seed;
}
