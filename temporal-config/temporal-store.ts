/** What a worker knows and makes of a Temporal server: namespace, schedules, sentinel. */
import type { Client, Connection } from '@temporalio/client';
import { ensureSentinel, type Incarnation, readIncarnation } from './incarnation.ts';
import { ensureNamespace } from './namespace.ts';
import { ensureSchedules } from './schedules.ts';

export type PreparedStore = {
  /** Null where the namespace or the sentinel is missing. Throws if Temporal is away. */
  readIncarnation(): Promise<Incarnation | null>;
  /** Makes what is missing. */
  prepare(): Promise<Incarnation>;
};

/** `answerMs`: without a deadline a call goes on being tried after its caller has given it up. */
export function temporalStore(client: Client, connection: Connection, answerMs: number): PreparedStore {
  const inTime = <T>(call: () => Promise<T>) => client.withDeadline(Date.now() + answerMs, call);
  let scheduled = false;
  return {
    async readIncarnation() {
      const present = await inTime(() => readIncarnation(client));
      // Once in the life of a process, too: a new version may want other times.
      if (present !== null && !scheduled) {
        await inTime(() => ensureSchedules(client));
        scheduled = true;
      }
      return present;
    },
    async prepare() {
      await ensureNamespace(connection, client.options.namespace);
      // Before the sentinel, which says that all of this was done.
      await ensureSchedules(client);
      return await ensureSentinel(client);
    },
  };
}
