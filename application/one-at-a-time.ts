/** Work that many may ask for and that needs to run once after the last asking, never twice at the same time. */
export type OneAtATime = {
  /** Runs after every call that came before it ended; resolves when a run that began after this call has ended. */
  run(): Promise<void>;
  /** As `run`, without waiting; a failure is left to the next run. */
  start(): void;
  /** Resolves when nothing runs. */
  idle(): Promise<void>;
};

export function oneAtATime(work: () => Promise<void>): OneAtATime {
  let current: Promise<void> = Promise.resolve();
  let waiting: Promise<void> | null = null;

  const run = (): Promise<void> => {
    waiting ??= current
      .catch(() => undefined)
      .then(() => {
        current = work();
        waiting = null;
        return current;
      });
    return waiting;
  };
  return {
    run,
    start: () => void run().catch(() => undefined),
    idle: async () => {
      await waiting?.catch(() => undefined);
      await current.catch(() => undefined);
    },
  };
}
