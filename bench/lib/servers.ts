/** PostgreSQL and Temporal of one run, on free ports, as durable as in the product; their data goes with them. */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { ourCacheFolder } from '../../bin/lib/cache-folder.ts';
import { freePort } from '../../bin/lib/ports.ts';
import { startPostgres } from '../../bin/lib/postgres.ts';
import { removePostgresFolder } from '../../bin/lib/postgres-folder.ts';
import { startProcessGuard } from '../../bin/lib/process-guard.ts';
import { startTemporal } from '../../bin/lib/temporal-server.ts';
import { findTemporal } from '../../temporal-config/find-temporal.ts';

export type BenchServers = {
  /** As owner and superuser of an empty database. */
  readonly ownerUrl: string;
  readonly temporalAddress: string;
  stop(): Promise<void>;
};

export async function startServers(say: (line: string) => void): Promise<BenchServers> {
  const cacheDir = ourCacheFolder(process.env['TERMINSARGS_CACHE']);
  const program = await findTemporal({ cacheDir, env: process.env, log: say });
  const folder = mkdtempSync(path.join(os.tmpdir(), 'terminsargs-bench-'));
  // PostgreSQL may run as another user, who must pass through.
  chmodSync(folder, 0o711);
  const guard = startProcessGuard();
  guard.removeAtEnd(folder);
  const dataDir = path.join(folder, 'postgres');
  const cleanUp = (): void => {
    guard.close();
    removePostgresFolder(dataDir);
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const postgres = await startPostgres({
      dataDir,
      port: await freePort(),
      cacheDir,
      logFile: path.join(folder, 'postgres.log'),
      log: say,
      guard,
    });
    try {
      const temporal = await startTemporal({
        program: program.path,
        dataFile: path.join(folder, 'temporal', 'temporal.db'),
        port: await freePort(),
        logFile: path.join(folder, 'temporal.log'),
        log: say,
        guard,
      });
      return {
        ownerUrl: postgres.url,
        temporalAddress: temporal.address,
        async stop() {
          await Promise.all([temporal.stop(), postgres.stop()]);
          cleanUp();
        },
      };
    } catch (error) {
      await postgres.stop();
      throw error;
    }
  } catch (error) {
    cleanUp();
    throw error;
  }
}
