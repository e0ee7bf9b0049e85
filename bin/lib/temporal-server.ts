import { existsSync, mkdirSync, readFileSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Connection } from '@temporalio/client';
import {
  DEFAULT_NAMESPACE,
  type EnsuredNamespace,
  ensureNamespace,
} from '../../temporal-config/namespace.ts';
import { serverArguments, serverEnvironment } from '../../temporal-config/server-arguments.ts';
import { type Daemon, type Exit, startDaemon, stopDaemon, within } from './daemon.ts';
import { commandLineOf, isAlive } from './foreign-process.ts';
import { ensurePorts } from './ports.ts';
import type { ProcessGuard } from './process-guard.ts';
import { StartupError } from './startup-error.ts';

const READY_WITHIN_MS = 90_000;
const HARDLY_ANY_BYTES = 16 * 1024 * 1024;

export interface TemporalServerOptions {
  /** The `temporal` program: see `findTemporal`. */
  readonly program: string;
  /** SQLite file, made when missing. The caller sees to it that nobody else uses it. */
  readonly dataFile: string;
  readonly port: number;
  readonly uiPort?: number | undefined;
  readonly logFile: string;
  /** Called with lines worth showing. */
  readonly log: (line: string) => void;
  readonly guard?: ProcessGuard | undefined;
  readonly namespace?: string | undefined;
}

export interface RunningTemporal {
  readonly address: string;
  readonly namespace: EnsuredNamespace;
  readonly pid: number;
  readonly exited: Promise<Exit>;
  /** Ends it in order. */
  stop(): Promise<void>;
  /** SIGKILL, as a crash would. */
  kill(): Promise<void>;
}

/**
 * Starts the embedded Temporal server on loopback and resolves once it answers and serves our namespace.
 * Throws StartupError, with nothing left running.
 */
export async function startTemporal(options: TemporalServerOptions): Promise<RunningTemporal> {
  await prepareFolder(options);
  // Otherwise the answer of whoever sits on the port would be taken for the server's.
  await ensurePorts([
    { purpose: 'Temporal', port: options.port, variable: 'TEMPORAL_PORT' },
    ...(options.uiPort === undefined
      ? []
      : [{ purpose: "Temporal's web page", port: options.uiPort, variable: 'TEMPORAL_UI_PORT' }]),
  ]);
  const server = await startDaemon({
    name: 'temporal',
    command: options.program,
    args: serverArguments(options),
    env: serverEnvironment(process.env),
    cwd: path.dirname(options.dataFile),
    logFile: options.logFile,
    guard: options.guard,
  });
  const address = `127.0.0.1:${options.port}`;
  try {
    writeFileSync(pidFileOf(options.dataFile), String(server.pid));
    const namespace = await untilReady(server, address, options);
    return {
      address,
      namespace,
      pid: server.pid,
      exited: server.exited,
      stop: async () => void (await stopServer(server)),
      kill: async () => {
        server.signal('SIGKILL');
        await server.exited;
      },
    };
  } catch (error) {
    await stopServer(server);
    throw error;
  }
}

function stopServer(server: Daemon): Promise<Exit> {
  return stopDaemon(server, [{ signal: 'SIGINT', graceMs: 15_000 }]);
}

function pidFileOf(dataFile: string): string {
  return `${dataFile}.pid`;
}

async function prepareFolder({ dataFile, log }: TemporalServerOptions): Promise<void> {
  try {
    mkdirSync(path.dirname(dataFile), { recursive: true, mode: 0o700 });
    await endLeftoverTemporal(dataFile, log);
    // SQLite says “attempt to write a readonly database” late; a new file tells at once.
    writeFileSync(`${dataFile}.probe`, '');
    rmSync(`${dataFile}.probe`);
  } catch (error) {
    throw new StartupError(
      `Temporal's data folder ${path.dirname(dataFile)} cannot be used: ${error instanceof Error ? error.message : String(error)}`,
      'Free some space or make the folder belong to you, or put the data elsewhere: TERMINSARGS_DATA=…',
      { cause: error },
    );
  }
}

/** Ends a server that a killed run left on this file: two on one SQLite file would spoil each other's work. */
export async function endLeftoverTemporal(dataFile: string, log: (line: string) => void): Promise<void> {
  const pidFile = pidFileOf(dataFile);
  if (!existsSync(pidFile)) return;
  const pid = Number(readFileSync(pidFile, 'utf8'));
  if (!Number.isInteger(pid) || pid <= 0 || !isAlive(pid) || !commandLineOf(pid).includes(dataFile)) return;
  log(`Ending the Temporal server of an earlier run (process ${pid}) …`);
  process.kill(pid, 'SIGINT');
  const deadline = performance.now() + 15_000;
  while (performance.now() < deadline && isAlive(pid)) await sleep(50);
  if (isAlive(pid)) process.kill(pid, 'SIGKILL');
}

async function untilReady(
  server: Daemon,
  address: string,
  options: TemporalServerOptions,
): Promise<EnsuredNamespace> {
  const deadline = performance.now() + READY_WITHIN_MS;
  let problem: unknown;
  while (performance.now() < deadline && server.exit === undefined) {
    const connection = await connect(address);
    if (connection !== undefined) {
      try {
        // A server that dies meanwhile ends the waiting.
        const namespace = await Promise.race([
          ensureNamespace(connection, options.namespace ?? DEFAULT_NAMESPACE),
          server.exited.then(() => undefined),
        ]);
        if (namespace !== undefined) return namespace;
      } catch (error) {
        problem = error;
      } finally {
        await connection.close();
      }
    }
    await within(server.exited, 100);
  }
  throw explainTemporalFailure({
    output: server.output(),
    ending: endingOf(server.exit),
    port: options.port,
    dataFile: options.dataFile,
    logFile: options.logFile,
    freeBytes: freeBytes(options.dataFile),
    cause: problem,
  });
}

async function connect(address: string): Promise<Connection | undefined> {
  try {
    return await Connection.connect({ address, connectTimeout: 2_000 });
  } catch {
    return undefined;
  }
}

function freeBytes(file: string): number {
  const disk = statfsSync(path.dirname(file));
  return disk.bavail * disk.bsize;
}

function endingOf(exit: Exit | undefined): string {
  if (exit === undefined) return `no answer within ${READY_WITHIN_MS / 1000} s`;
  return exit.signal === null ? `exit code ${exit.code}` : `signal ${exit.signal}`;
}

/** What is known about a failed start of the Temporal server. */
export interface TemporalFailure {
  readonly output: string;
  readonly ending: string;
  readonly port: number;
  readonly dataFile: string;
  readonly logFile: string;
  readonly freeBytes: number;
  readonly cause?: unknown;
}

/** One clear message for what the Temporal server wrote when it did not come up. */
export function explainTemporalFailure(failure: TemporalFailure): StartupError {
  const options = failure.cause === undefined ? undefined : { cause: failure.cause };
  if (
    failure.freeBytes < HARDLY_ANY_BYTES ||
    /no space left|database or disk is full/i.test(failure.output)
  ) {
    return new StartupError(
      `The Temporal server has no disk space left for ${failure.dataFile}.`,
      'Free some space, or put the data elsewhere: TERMINSARGS_DATA=…',
      options,
    );
  }
  if (
    /address already in use|can't set frontend port|port \d+.*(in use|not available)/i.test(failure.output)
  ) {
    return new StartupError(
      `The Temporal server cannot listen on port ${failure.port}: it is taken by another program.`,
      'Stop that program (perhaps another Termiņsargs), or choose another port: TEMPORAL_PORT=… (TEMPORAL_UI_PORT=…)',
      options,
    );
  }
  const last = failure.output.trimEnd().split('\n').slice(-3).join('\n    ');
  return new StartupError(
    `The Temporal server did not start (${failure.ending}). Its last words:\n    ${last === '' ? '(none)' : last}`,
    `Read ${failure.logFile}. If its data is damaged, delete ${failure.dataFile}*: nothing is lost, PostgreSQL restores all timers.`,
    options,
  );
}
