/**
 * One PostgreSQL and one Temporal server for all tests of a run, on free ports, with their data in a temporary
 * folder. Started by the first project that needs them, stopped with the last.
 */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { ourCacheFolder } from '../../bin/lib/cache-folder.ts';
import { freePort } from '../../bin/lib/ports.ts';
import { type RunningPostgres, startPostgres } from '../../bin/lib/postgres.ts';
import { removePostgresFolder } from '../../bin/lib/postgres-folder.ts';
import { type ProcessGuard, startProcessGuard } from '../../bin/lib/process-guard.ts';
import { type RunningTemporal, startTemporal } from '../../bin/lib/temporal-server.ts';
import { findTemporal } from '../../temporal-config/find-temporal.ts';

/** Where the servers are; handed to the tests by vitest (`inject`). */
export interface SharedServers {
  /** Connects as owner and superuser to the server's own database `terminsargs`. */
  readonly postgresUrl: string;
  readonly temporalAddress: string;
  /** The Temporal server's SQLite file, which is searched for personal data at the end of a run. */
  readonly temporalDataFile: string;
  /** The `temporal` program, for tests that run a server of their own. */
  readonly temporalProgram: string;
  /** Where programs are cached, for tests that run a server of their own. */
  readonly cacheDir: string;
}

interface Running {
  readonly servers: SharedServers;
  readonly stop: () => Promise<void>;
}

/** Setup files may be loaded once per project: the servers live beside the modules. */
const holder = globalThis as typeof globalThis & {
  terminsargsServers?: { users: number; running: Promise<Running> };
};

/** Starts the servers, or joins those that run. */
export async function useSharedServers(): Promise<SharedServers> {
  holder.terminsargsServers ??= { users: 0, running: start() };
  holder.terminsargsServers.users += 1;
  return (await holder.terminsargsServers.running).servers;
}

/** Leaves the servers; the last one to leave stops them and deletes their data. */
export async function leaveSharedServers(): Promise<void> {
  const held = holder.terminsargsServers;
  if (held === undefined) return;
  held.users -= 1;
  if (held.users > 0) return;
  delete holder.terminsargsServers;
  const running = await held.running.catch(() => undefined);
  await running?.stop();
}

async function start(): Promise<Running> {
  const cacheDir = ourCacheFolder(process.env['TERMINSARGS_CACHE']);
  const log = (line: string): void => void process.stderr.write(`${line}\n`);
  const folder = mkdtempSync(path.join(os.tmpdir(), 'terminsargs-test-'));
  // PostgreSQL may run as another user, who must pass through.
  chmodSync(folder, 0o711);
  const guard = startProcessGuard();
  guard.removeAtEnd(folder);
  const program = await findTemporal({ cacheDir, env: process.env, log });
  const [postgres, temporal] = await Promise.allSettled([
    startPostgres({
      dataDir: path.join(folder, 'postgres'),
      port: await freePort(),
      cacheDir,
      logFile: path.join(folder, 'postgres.log'),
      log,
      guard,
      // Tests end processes, never the machine's power.
      settings: { fsync: 'off' },
    }),
    startTemporal({
      program: program.path,
      dataFile: path.join(folder, 'temporal', 'temporal.db'),
      port: await freePort(),
      logFile: path.join(folder, 'temporal.log'),
      log,
      guard,
    }),
  ]);
  const stop = (): Promise<void> => stopAll([postgres, temporal], folder, guard);
  if (postgres.status === 'rejected' || temporal.status === 'rejected') {
    await stop();
    throw postgres.status === 'rejected' ? postgres.reason : (temporal as PromiseRejectedResult).reason;
  }
  return {
    servers: {
      postgresUrl: postgres.value.url,
      temporalAddress: temporal.value.address,
      temporalDataFile: path.join(folder, 'temporal', 'temporal.db'),
      temporalProgram: program.path,
      cacheDir,
    },
    stop,
  };
}

async function stopAll(
  servers: readonly PromiseSettledResult<RunningPostgres | RunningTemporal>[],
  folder: string,
  guard: ProcessGuard,
): Promise<void> {
  const running = servers.filter((server) => server.status === 'fulfilled');
  await Promise.all(running.map((server) => server.value.stop()));
  guard.close();
  removePostgresFolder(path.join(folder, 'postgres'));
  rmSync(folder, { recursive: true, force: true });
}
