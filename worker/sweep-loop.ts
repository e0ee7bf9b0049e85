/** The second clock: wall time, once a minute and at start, without Temporal. */
import { setTimeout as sleep } from 'node:timers/promises';
import { failureCode } from '../activities/failure-code.ts';
import type { Log } from '../application/ports.ts';

export type SweepLoop = { stop(): Promise<void> };

/**
 * Runs `sweep` now and then every `everyMs`, one at a time. A sweep that fails is logged and tried again next time;
 * `stop` waits for the one under way.
 */
export function startSweepLoop(sweep: () => Promise<void>, log: Log, everyMs = 60_000): SweepLoop {
  const stopping = new AbortController();
  const running = (async () => {
    while (!stopping.signal.aborted) {
      try {
        await sweep();
      } catch (error) {
        log.error({ code: failureCode(error) }, 'sweep failed');
      }
      await sleep(everyMs, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
  })();
  return {
    async stop() {
      stopping.abort();
      await running;
    },
  };
}
