/** The machine's time, moved: like a real product's clock it costs no question to the database. */
import type { Clock } from '../../application/ports.ts';
import { wallTime } from '../../application/product-clock.ts';
import { type Instant, millisecondsBetween, plusMilliseconds } from '../../domain/time.ts';

export type MovableClock = Clock & {
  /** From now on the clock runs on from `moment`. Timers that wait already are not told. */
  moveTo(moment: Instant): void;
  /** How long the clock takes to come to `moment`, in milliseconds; negative where it has passed. */
  until(moment: Instant): number;
};

export function movableClock(start: Instant): MovableClock {
  let ahead = millisecondsBetween(wallTime(), start);
  const now = (): Instant => plusMilliseconds(wallTime(), ahead);
  return {
    now: () => Promise.resolve(now()),
    reading: () => Promise.resolve({ now: now(), rate: 1 }),
    moveTo(moment) {
      ahead = millisecondsBetween(wallTime(), moment);
    },
    until: (moment) => millisecondsBetween(now(), moment),
  };
}
