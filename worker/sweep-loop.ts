/** The second clock: wall time, once a minute and at start, without Temporal. */
import type { Log } from '../application/ports.ts';

export type SweepLoop = { stop(): Promise<void> };

/**
 * Runs `sweep` now and then every `everyMs`, one at a time. A sweep that fails is logged and tried again next time;
 * `stop` waits for the one under way.
 */
export function startSweepLoop(sweep: () => Promise<void>, log: Log, everyMs = 60_000): SweepLoop {
  let stopped = false;
  let wake: () => void = () => undefined;
  const running = (async () => {
    while (!stopped) {
      try {
        await sweep();
      } catch (error) {
        log.error({ code: error instanceof Error ? error.name : 'unknown' }, 'sweep failed');
      }
      if (stopped) return;
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, everyMs);
        wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
  })();
  return {
    async stop() {
      stopped = true;
      wake();
      await running;
    },
  };
}
