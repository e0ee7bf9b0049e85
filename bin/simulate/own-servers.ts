/** A PostgreSQL and a Temporal server for one simulation, on free ports, with their data in a temporary folder. */
import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { asRole } from '../../application/settings.ts';
import { migrate } from '../../db/migrate.ts';
import { findTemporal } from '../../temporal-config/find-temporal.ts';
import { DEFAULT_NAMESPACE } from '../../temporal-config/namespace.ts';
import { ourCacheFolder } from '../lib/cache-folder.ts';
import { freePort } from '../lib/ports.ts';
import { startPostgres } from '../lib/postgres.ts';
import { removePostgresFolder } from '../lib/postgres-folder.ts';
import { startProcessGuard } from '../lib/process-guard.ts';
import type { Progress } from '../lib/progress.ts';
import { startTemporal } from '../lib/temporal-server.ts';
import type { SimulationServers } from './stack.ts';

/**
 * Gives the servers to `work`; whatever becomes of it, they are stopped and their folder is deleted, also when this
 * process is killed. Throws StartupError or TemporalUnavailable where they cannot be had.
 */
export async function withOwnServers(
  progress: Progress,
  signal: AbortSignal,
  work: (servers: SimulationServers) => Promise<void>,
): Promise<void> {
  const cacheDir = ourCacheFolder(process.env['TERMINSARGS_CACHE']);
  const folder = mkdtempSync(path.join(os.tmpdir(), 'terminsargs-simulate-'));
  // PostgreSQL may run as another user, who must pass through.
  chmodSync(folder, 0o711);
  const guard = startProcessGuard();
  guard.removeAtEnd(folder);
  const log = progress.say;
  const stops: (() => Promise<void>)[] = [];
  try {
    const program = await findTemporal({ cacheDir, env: process.env, log, signal });
    const ports = [await freePort(), await freePort()] as const;
    const [postgres, temporal] = await progress.during('Starting PostgreSQL and Temporal', () =>
      Promise.allSettled([
        startPostgres({
          dataDir: path.join(folder, 'postgres'),
          port: ports[0],
          cacheDir,
          logFile: path.join(folder, 'postgres.log'),
          log,
          guard,
          // Nothing of it is kept.
          settings: { fsync: 'off' },
        }),
        startTemporal({
          program: program.path,
          dataFile: path.join(folder, 'temporal', 'temporal.db'),
          port: ports[1],
          logFile: path.join(folder, 'temporal.log'),
          log,
          guard,
        }),
      ]),
    );
    if (postgres.status === 'fulfilled') stops.push(() => postgres.value.stop());
    if (temporal.status === 'fulfilled') stops.push(() => temporal.value.stop());
    if (postgres.status === 'rejected') throw postgres.reason;
    if (temporal.status === 'rejected') throw temporal.reason;
    signal.throwIfAborted();
    const password = randomBytes(24).toString('base64url');
    const ownerUrl = postgres.value.url;
    await migrate(ownerUrl, { appApiPassword: password, appClockPassword: password });
    await work({
      ownerUrl,
      apiUrl: asRole(ownerUrl, 'app_api', password),
      clockUrl: asRole(ownerUrl, 'app_clock', password),
      temporalAddress: temporal.value.address,
      namespace: DEFAULT_NAMESPACE,
    });
  } finally {
    await Promise.allSettled(stops.map((stop) => stop()));
    guard.close();
    removePostgresFolder(path.join(folder, 'postgres'));
    rmSync(folder, { recursive: true, force: true });
  }
}
