/** A Temporal server that a test may take away, bring back, and make forget everything. */
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { inject } from 'vitest';
import { freePort } from '../../bin/lib/ports.ts';
import { startProcessGuard } from '../../bin/lib/process-guard.ts';
import { type RunningTemporal, startTemporal } from '../../bin/lib/temporal-server.ts';
import { DEFAULT_NAMESPACE } from '../../temporal-config/namespace.ts';
import type { TemporalPlace } from '../support/in-process.ts';

export type OwnTemporal = TemporalPlace & {
  readonly dataFile: string;
  start(): Promise<void>;
  stop(): Promise<void>;
  /** While it is stopped. */
  deleteData(): void;
  close(): Promise<void>;
};

/** On a port of its own that stays the same; not started yet. */
export async function ownTemporal(): Promise<OwnTemporal> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'terminsargs-own-temporal-'));
  const guard = startProcessGuard();
  guard.removeAtEnd(folder);
  const port = await freePort();
  const dataFile = path.join(folder, 'temporal.db');
  let running: RunningTemporal | null = null;
  const stop = async (): Promise<void> => {
    await running?.stop();
    running = null;
  };
  return {
    address: `127.0.0.1:${port}`,
    namespace: DEFAULT_NAMESPACE,
    dataFile,
    async start() {
      running = await startTemporal({
        program: inject('temporalProgram'),
        dataFile,
        port,
        logFile: path.join(folder, 'temporal.log'),
        log: () => undefined,
        guard,
      });
    },
    stop,
    deleteData() {
      for (const suffix of ['', '-wal', '-shm']) rmSync(dataFile + suffix, { force: true });
    },
    async close() {
      await stop();
      guard.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
