/** The product's moment: the machine's, or in a training database the simulated one that all processes share. */

import type { Database } from '../db/connect.ts';
import { loadSimulatedClock } from '../db/repositories/runtime.ts';
import { asClock } from '../db/transaction.ts';
import { type Instant, instant, millisecondsBetween, plusMilliseconds } from '../domain/time.ts';
import type { Clock, ClockReading } from './ports.ts';

/** Is the database marked as a training one? Only the owner can mark it. */
export async function readTraining(database: Database): Promise<boolean> {
  return (await asClock(database, loadSimulatedClock)).training;
}

/** The clock of a process. Only a training database is asked for its moment. */
export function productClock(database: Database, training: boolean): Clock {
  const reading = training ? () => readSimulated(database) : () => Promise.resolve(realReading());
  return { reading, now: async () => (await reading()).now };
}

async function readSimulated(database: Database): Promise<ClockReading> {
  const { mode, nowAt, setAt, rate } = await asClock(database, loadSimulatedClock);
  if (mode === 'real' || nowAt === null || setAt === null) return realReading();
  if (mode === 'simulated') return { now: nowAt, rate: 1 };
  const speed = rate ?? 1;
  return { now: plusMilliseconds(nowAt, millisecondsBetween(setAt, wallTime()) * speed), rate: speed };
}

function realReading(): ClockReading {
  return { now: wallTime(), rate: 1 };
}

/** The machine's time: the only place that asks for it. */
export function wallTime(): Instant {
  return instant(new Date().toISOString());
}
