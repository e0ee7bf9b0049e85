/** Keeps a Temporal worker running: while Temporal is away it tries again, and never takes the process down. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { NativeConnection } from '@temporalio/worker';
import type { Log } from '../application/ports.ts';
import { createWorker, type WorkerDeps } from './create-worker.ts';

export type WorkerRun = { stop(): Promise<void> };

export type WorkerRunDeps = {
  readonly connect: () => Promise<NativeConnection>;
  readonly namespace: string;
  readonly activities: WorkerDeps['activities'];
  readonly log: Log;
};

const againAfterMs = 1_000;

export function runWorkerAgainAndAgain(deps: WorkerRunDeps): WorkerRun {
  const stopping = new AbortController();
  const running = (async () => {
    while (!stopping.signal.aborted) {
      try {
        await runOnce(deps, stopping.signal);
      } catch (error) {
        deps.log.warn(
          { code: error instanceof Error ? error.name : 'unknown' },
          'Temporal is away; trying again',
        );
      }
      await sleep(againAfterMs, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
  })();
  return {
    async stop() {
      stopping.abort();
      await running;
    },
  };
}

async function runOnce(deps: WorkerRunDeps, stopping: AbortSignal): Promise<void> {
  const connection = await deps.connect();
  try {
    const worker = await createWorker({ ...deps, connection });
    if (stopping.aborted) return;
    // Temporal's runtime listens for signals, too, and may have begun before us.
    const shutdown = () => {
      if (worker.getState() === 'RUNNING') worker.shutdown();
    };
    stopping.addEventListener('abort', shutdown, { once: true });
    await worker.run().finally(() => stopping.removeEventListener('abort', shutdown));
  } finally {
    await connection.close();
  }
}
