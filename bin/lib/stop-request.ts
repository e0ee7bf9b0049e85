/** A second signal within this time is the same key press: terminal, npm and bootstrap may all deliver it. */
const SAME_PRESS_MS = 1_000;

/** The wish that this program ends. */
export interface StopRequest {
  /** Aborted at the first wish. */
  readonly signal: AbortSignal;
  /** Resolves at the first wish with what it was: a signal's name, or `parent gone`. */
  readonly requested: Promise<string>;
}

/**
 * Listens for Ctrl-C, SIGTERM, a closed terminal, and for the end of the process that bootstrapped us. A second
 * wish, a second or more later, calls `force`.
 */
export function listenForStop(force: () => void): StopRequest {
  const controller = new AbortController();
  let firstAt: number | undefined;
  const requested = new Promise<string>((resolve) => {
    const wish = (why: string): void => {
      if (firstAt === undefined) {
        firstAt = performance.now();
        controller.abort(new Error(`stopped by ${why}`));
        resolve(why);
      } else if (performance.now() - firstAt > SAME_PRESS_MS) {
        force();
      }
    };
    for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, () => wish(name));
    process.once('disconnect', () => wish('parent gone'));
    // Listening for the parent's end must not keep us alive.
    process.channel?.unref();
    // A reader of our output that is gone already (a pipe, a closed terminal) must not break the orderly end.
    for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});
  });
  return { signal: controller.signal, requested };
}
