import path from 'node:path';
import { type Daemon, type Exit, startDaemon, stopDaemon, within } from './daemon.ts';
import type { ProcessGuard } from './process-guard.ts';
import { StartupError } from './startup-error.ts';
import { describeExit, type RunningService, type Service } from './supervisor.ts';

const READY_WITHIN_MS = 60_000;
const STOP_WITHIN_MS = 15_000;

/** One of our own scripts. */
export interface NodeProcess {
  /** For people and for the name of its log. */
  readonly name: string;
  /** Path from the root of the repository. */
  readonly entry: string;
  readonly args?: readonly string[];
  readonly env: NodeJS.ProcessEnv;
}

/** Where scripts are run. */
export interface NodePlace {
  readonly root: string;
  readonly logDir: string;
  readonly guard: ProcessGuard;
}

/** A long-running script. It counts as started once it has printed its ready line. */
export function nodeService(script: NodeProcess & { readonly readyLine: string }, place: NodePlace): Service {
  return {
    name: script.name,
    async start(): Promise<RunningService> {
      const daemon = await startScript(script, place);
      const stop = async (): Promise<void> =>
        void (await stopDaemon(daemon, [{ signal: 'SIGTERM', graceMs: STOP_WITHIN_MS }]));
      const deadline = performance.now() + READY_WITHIN_MS;
      for (;;) {
        if (daemon.exit !== undefined) throw notStarted(script, place, daemon, describeExit(daemon.exit));
        if (daemon.output().includes(script.readyLine))
          return { pid: daemon.pid, exited: daemon.exited, stop };
        if (performance.now() > deadline) {
          await stop();
          throw notStarted(script, place, daemon, `not ready within ${READY_WITHIN_MS / 1000} s`);
        }
        await within(daemon.exited, 50);
      }
    },
  };
}

/**
 * A script that does its work and ends; what it printed is returned. Throws StartupError when it fails, and
 * stops it when the signal is aborted.
 */
export async function runScript(script: NodeProcess, place: NodePlace, signal: AbortSignal): Promise<string> {
  signal.throwIfAborted();
  const daemon = await startScript(script, place);
  const abort = (): void => void daemon.signal('SIGTERM');
  signal.addEventListener('abort', abort);
  let exit: Exit;
  try {
    exit = await daemon.exited;
  } finally {
    signal.removeEventListener('abort', abort);
  }
  signal.throwIfAborted();
  if (exit.code !== 0) throw notStarted(script, place, daemon, describeExit(exit));
  return daemon.output().trim();
}

function startScript(script: NodeProcess, place: NodePlace): Promise<Daemon> {
  return startDaemon({
    name: script.name,
    command: process.execPath,
    args: [path.join(place.root, script.entry), ...(script.args ?? [])],
    env: script.env,
    cwd: place.root,
    logFile: logFileOf(script, place),
    guard: place.guard,
  });
}

function logFileOf(script: NodeProcess, place: NodePlace): string {
  return path.join(place.logDir, `${script.name}.log`);
}

function notStarted(script: NodeProcess, place: NodePlace, daemon: Daemon, ending: string): StartupError {
  // The log has the stack; what went wrong stands above it.
  const lines = daemon
    .output()
    .trimEnd()
    .split('\n')
    .filter((line) => !/^\s+at |^Node\.js v|^\s*$/.test(line));
  const last = lines.slice(-8).join('\n    ');
  return new StartupError(
    `${script.name} did not start (${ending}). Its last words:\n    ${last === '' ? '(none)' : last}`,
    `Read ${logFileOf(script, place)}.`,
  );
}
