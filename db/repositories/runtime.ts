/** What the running product keeps about itself: the Temporal store it knows, and the clock of a training database. */
import { sql } from 'drizzle-orm';
import type { Instant } from '../../domain/time.ts';
import { simulatedClock, temporalIncarnation } from '../schema/index.ts';
import type { Transaction } from '../transaction.ts';

export type Incarnation = { readonly namespaceId: string; readonly sentinelRunId: string };

/** The Temporal store that holds our timelines; null before the first one. */
export async function loadIncarnation(tx: Transaction): Promise<Incarnation | null> {
  const [row] = await tx.select().from(temporalIncarnation);
  return row === undefined ? null : { namespaceId: row.namespaceId, sentinelRunId: row.sentinelRunId };
}

export async function storeIncarnation(
  tx: Transaction,
  { namespaceId, sentinelRunId }: Incarnation,
  wallNow: Instant,
): Promise<void> {
  const values = { namespaceId, sentinelRunId, seenAt: wallNow };
  await tx
    .insert(temporalIncarnation)
    .values(values)
    .onConflictDoUpdate({ target: temporalIncarnation.only, set: values });
}

export type SimulatedClock = {
  /** Whether this is a training database; only there the clock may be another than the real one. */
  readonly training: boolean;
  readonly mode: 'real' | 'simulated' | 'running';
  /** The product's moment at `setAt` of wall time; null while the clock is real. */
  readonly nowAt: Instant | null;
  readonly setAt: Instant | null;
  /** Product seconds per second of wall time while running. */
  readonly rate: number | null;
};

export async function loadSimulatedClock(tx: Transaction): Promise<SimulatedClock> {
  const [row] = await tx.select().from(simulatedClock);
  if (row === undefined) throw new Error('the row of the simulated clock is missing');
  const { only: _, ...clock } = row;
  return clock;
}

/** Sets the clock of all processes. PostgreSQL refuses any but the real one unless the database is for training. */
export async function setSimulatedClock(
  tx: Transaction,
  clock: Omit<SimulatedClock, 'training'>,
): Promise<void> {
  await tx.update(simulatedClock).set(clock);
}

/** Says for good that this database holds invented people only. Needs the owner's rights. */
export async function markTraining(tx: Transaction): Promise<void> {
  await tx.execute(sql`update simulated_clock set training = true`);
}
