/** A Temporal server of its own, for what the shared one cannot play: early roll-over, a store that is lost. */
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Connection } from '@temporalio/client';
import { type Daemon, startDaemon, stopDaemon } from '../../bin/lib/daemon.ts';
import { freePort } from '../../bin/lib/ports.ts';
import { startProcessGuard } from '../../bin/lib/process-guard.ts';
import { DEFAULT_NAMESPACE, ensureNamespace } from '../../temporal-config/namespace.ts';
import { serverArguments, serverEnvironment } from '../../temporal-config/server-arguments.ts';
import { eventually, type Place } from './timeline-bench.ts';

export type OwnServer = Place & {
  /** Ends it, loses everything it knew, and starts it again at the same address with an empty store. */
  wipe(): Promise<void>;
  /** Ends it and deletes its data. */
  close(): Promise<void>;
};

/** `rollOverAt` is the number of events from which the server suggests to continue as new (else 4,096). */
export async function startOwnServer(program: string, rollOverAt?: number): Promise<OwnServer> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'terminsargs-own-'));
  const guard = startProcessGuard();
  guard.removeAtEnd(folder);
  const port = await freePort();
  const address = `127.0.0.1:${port}`;
  let stores = 0;

  const start = async (): Promise<Daemon> => {
    stores += 1;
    const limits =
      rollOverAt === undefined
        ? []
        : ['--dynamic-config-value', `limit.historyCount.suggestContinueAsNew=${rollOverAt}`];
    const server = await startDaemon({
      name: 'temporal',
      command: program,
      args: [...serverArguments({ dataFile: path.join(folder, `store-${stores}.db`), port }), ...limits],
      env: serverEnvironment(process.env),
      cwd: folder,
      logFile: path.join(folder, 'temporal.log'),
      guard,
    });
    await eventually(() => serves(address), 'an answering server', 60_000);
    return server;
  };
  const stop = async (server: Daemon): Promise<void> => {
    await stopDaemon(server, [{ signal: 'SIGINT', graceMs: 10_000 }]);
  };

  let server = await start();
  return {
    address,
    namespace: DEFAULT_NAMESPACE,
    async wipe() {
      await stop(server);
      server = await start();
    },
    async close() {
      await stop(server);
      guard.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function serves(address: string): Promise<boolean> {
  let connection: Connection | undefined;
  try {
    connection = await Connection.connect({ address, connectTimeout: '2s' });
    await ensureNamespace(connection);
    return true;
  } catch {
    return false;
  } finally {
    await connection?.close();
  }
}
