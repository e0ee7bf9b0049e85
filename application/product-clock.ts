/** The product's moment: the machine's, or in a training database the simulated one that all processes share. */

import type { Database } from '../db/connect.ts';
import { loadSimulatedClock } from '../db/repositories/runtime.ts';
import { asClock } from '../db/transaction.ts';
import { type Instant, instant, millisecondsBetween, plusMilliseconds } from '../domain/time.ts';
import type { Clock } from './ports.ts';

/** Is the database marked as a training one? Only the owner can mark it. */
export async function readTraining(database: Database): Promise<boolean> {
  return (await asClock(database, loadSimulatedClock)).training;
}

/** The clock of a process. Only a training database is asked for its moment. */
export function productClock(database: Database, training: boolean): Clock {
  if (!training) return { now: () => Promise.resolve(wallTime()) };
  return {
    async now() {
      const clock = await asClock(database, loadSimulatedClock);
      if (clock.mode === 'real' || clock.nowAt === null || clock.setAt === null) return wallTime();
      if (clock.mode === 'simulated') return clock.nowAt;
      const passed = millisecondsBetween(clock.setAt, wallTime());
      return plusMilliseconds(clock.nowAt, passed * (clock.rate ?? 1));
    },
  };
}

/** The machine's time: the only place that asks for it. */
export function wallTime(): Instant {
  return instant(new Date().toISOString());
}
