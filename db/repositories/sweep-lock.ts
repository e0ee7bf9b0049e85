/** Work that one process at a time may do. */
import type { Database } from '../connect.ts';

/** Any number, the same for all workers. */
const SWEEP_LOCK = 7_243_102;

/**
 * Does the work unless another process is doing it already; returns whether it did. The lock goes with its
 * connection: a process that dies holds nothing. The work opens transactions of its own, on other connections.
 */
export async function withSweepLock(database: Database, work: () => Promise<void>): Promise<boolean> {
  const connection = await database.client.reserve();
  try {
    const [row] = await connection<{ ours: boolean }[]>`select pg_try_advisory_lock(${SWEEP_LOCK}) as ours`;
    if (row?.ours !== true) return false;
    try {
      await work();
      return true;
    } finally {
      await connection`select pg_advisory_unlock(${SWEEP_LOCK})`;
    }
  } finally {
    connection.release();
  }
}
