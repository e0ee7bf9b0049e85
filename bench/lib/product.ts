/** The product as it runs, but for its clock: application, clock side and a worker in this process. */
import { randomBytes } from 'node:crypto';
import { Client, Connection } from '@temporalio/client';
import { NativeConnection } from '@temporalio/worker';
import { createTimelineActivities } from '../../activities/create-timeline-activities.ts';
import type { Application } from '../../application/application.ts';
import { createApplication } from '../../application/create-application.ts';
import { createClockSide } from '../../application/create-clock-side.ts';
import type { ApiDeps } from '../../application/deps.ts';
import { createLog } from '../../application/log.ts';
import type { Timelines } from '../../application/ports.ts';
import { asRole } from '../../application/settings.ts';
import { type Database, openDatabase } from '../../db/connect.ts';
import { keyProvider } from '../../db/encryption/key-provider.ts';
import { migrate } from '../../db/migrate.ts';
import { type Instant, instant } from '../../domain/time.ts';
import { ensureNamespace } from '../../temporal-config/namespace.ts';
import { createTimelines } from '../../temporal-config/timelines.ts';
import { runWorkerAgainAndAgain } from '../../worker/run-worker.ts';
import { type MovableClock, movableClock } from './movable-clock.ts';
import type { BenchServers } from './servers.ts';

export type BenchProduct = {
  readonly application: Application;
  readonly deps: ApiDeps;
  readonly clock: MovableClock;
  readonly timelines: Timelines;
  readonly client: Client;
  readonly namespace: string;
  readonly owner: Database;
  readonly clockDatabase: Database;
  close(): Promise<void>;
};

export type BenchProductOptions = {
  /** Connections of the API's pool. */
  readonly apiConnections?: number;
  /** Firings at the same time from which sets are taken; the product's own where absent. */
  readonly herdSize?: number;
};

/** A working morning, long before anything falls due. */
export const morning: Instant = instant('2026-10-05T07:00:00.000Z');

/** Brings the tables up and starts everything, in a Temporal namespace of its own. */
export async function startProduct(
  servers: BenchServers,
  { apiConnections = 10, herdSize }: BenchProductOptions = {},
): Promise<BenchProduct> {
  const password = randomBytes(12).toString('hex');
  await migrate(servers.ownerUrl, { appApiPassword: password, appClockPassword: password });
  const owner = openDatabase(servers.ownerUrl, 4);
  const api = openDatabase(asRole(servers.ownerUrl, 'app_api', password), apiConnections);
  const clockDatabase = openDatabase(asRole(servers.ownerUrl, 'app_clock', password));
  const namespace = `bench-${randomBytes(4).toString('hex')}`;
  const connection = await Connection.connect({ address: servers.temporalAddress });
  await ensureNamespace(connection, namespace);
  const client = new Client({ connection, namespace });
  const timelines = createTimelines(client);
  const log = createLog('bench', 'error');
  const clock = movableClock(morning);
  const clockSide = await createClockSide({
    database: clockDatabase,
    timelines,
    // Delivery is not what is measured.
    mailer: { send: () => Promise.resolve({ outcome: 'sent', response: '250' }) },
    log,
    publicUrl: 'https://terminsargs.example',
    mailFrom: 'terminsargs@terminsargs.example',
    crashAt: undefined,
    clock,
    ...(herdSize === undefined ? {} : { herdSize }),
  });
  const worker = runWorkerAgainAndAgain({
    connect: () => NativeConnection.connect({ address: servers.temporalAddress }),
    namespace,
    activities: createTimelineActivities(clockSide),
    log,
  });
  const deps = {
    database: api,
    clock,
    timelines,
    keys: keyProvider([{ id: 'bench', key: new Uint8Array(32).fill(7) }]),
    log,
    temporalAnswers: () => Promise.resolve(true),
  };
  return {
    application: createApplication(deps),
    deps,
    clock,
    timelines,
    client,
    namespace,
    owner,
    clockDatabase,
    async close() {
      await worker.stop();
      await clockSide.quiet();
      await Promise.all([owner.close(), api.close(), clockDatabase.close(), connection.close()]);
    },
  };
}
