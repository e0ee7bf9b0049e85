import { setTimeout as sleep } from 'node:timers/promises';
import type { Exit } from './daemon.ts';

const FIRST_DELAY_MS = 500;
const LONGEST_DELAY_MS = 30_000;
/** Who has run this long is healthy again: the next crash counts as the first. */
const HEALTHY_AFTER_MS = 60_000;

/** Something that runs until it is stopped. */
export interface RunningService {
  readonly pid: number;
  readonly exited: Promise<Exit>;
  stop(): Promise<void>;
}

/** How to start it; called again after every crash. Throws when it does not come up, leaving nothing behind. */
export interface Service<Running extends RunningService = RunningService> {
  readonly name: string;
  start(): Promise<Running>;
}

export interface Supervisor {
  /** Starts the service and keeps it running from then on. Throws when its first start fails. */
  run<Running extends RunningService>(service: Service<Running>): Promise<Running>;
  /** Stops everything, the last started first, also what is just being started. May be called again. */
  stopAll(): Promise<void>;
}

/** Milliseconds before the next start after so many crashes in a row: doubling from half a second to half a minute. */
export function restartDelayMs(crashesInARow: number): number {
  return Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 2 ** Math.max(0, crashesInARow - 1));
}

/** How an end is told: “exit code 1”, “SIGKILL”. */
export function describeExit(exit: Exit): string {
  return exit.signal ?? `exit code ${exit.code}`;
}

export interface SupervisorOptions {
  /** Called with lines worth showing: what crashed, what runs again. */
  readonly say: (line: string) => void;
  /** Milliseconds of a steady clock. */
  readonly now?: () => number;
  /** Waits so many milliseconds; rejects at once when aborted. */
  readonly wait?: (ms: number, signal: AbortSignal) => Promise<void>;
}

const waitFor = (ms: number, signal: AbortSignal): Promise<void> => sleep(ms, undefined, { signal });

interface Held {
  readonly service: Service;
  /** Settles when it runs, or when this attempt failed. */
  current: Promise<RunningService>;
  /** Settles when nothing of it runs any more and nothing will be started. */
  over: Promise<void>;
}

/** Keeps services running: starts crashed ones again, stops all in the opposite order of their start. */
export function createSupervisor(options: SupervisorOptions): Supervisor {
  const { say, now = () => performance.now(), wait = waitFor } = options;
  const held: Held[] = [];
  const stopping = new AbortController();

  async function keepRunning(one: Held, first: RunningService, startedAt: number): Promise<void> {
    let running = first;
    let since = startedAt;
    let crashes = 0;
    for (;;) {
      const exit = await running.exited;
      if (stopping.signal.aborted) return;
      crashes = now() - since > HEALTHY_AFTER_MS ? 1 : crashes + 1;
      say(`${one.service.name} ended (${describeExit(exit)}); starting it again.`);
      const next = await startAgain(one, crashes);
      if (next === undefined) return;
      ({ running, crashes } = next);
      since = now();
      say(`${one.service.name} runs again.`);
    }
  }

  /** Tries until it runs; nothing when everything is being stopped. */
  async function startAgain(
    one: Held,
    crashesBefore: number,
  ): Promise<{ readonly running: RunningService; readonly crashes: number } | undefined> {
    for (let crashes = crashesBefore; ; crashes += 1) {
      try {
        await wait(restartDelayMs(crashes), stopping.signal);
      } catch {
        return undefined;
      }
      one.current = one.service.start();
      try {
        return { running: await one.current, crashes };
      } catch (error) {
        if (stopping.signal.aborted) return undefined;
        say(`${one.service.name} did not start: ${error instanceof Error ? error.message : String(error)}`);
      }
    }
  }

  async function stopOne(one: Held): Promise<void> {
    const running = await one.current.catch(() => undefined);
    await running?.stop();
    await one.over;
  }

  return {
    async run(service) {
      stopping.signal.throwIfAborted();
      const current = service.start();
      const one: Held = { service, current, over: Promise.resolve() };
      held.push(one);
      const running = await current;
      one.over = keepRunning(one, running, now());
      return running;
    },
    async stopAll() {
      stopping.abort(new Error('everything is being stopped'));
      for (const one of held.splice(0).toReversed()) await stopOne(one);
    },
  };
}
