/** The product's parts put together in one process, as an API process and a worker process have them between them. */
import { Client, type Connection } from '@temporalio/client';
import { NativeConnection } from '@temporalio/worker';
import { createTimelineActivities, type TimelineWork } from '../../activities/create-timeline-activities.ts';
import type { Application } from '../../application/application.ts';
import type { TemporalStore } from '../../application/clock/reconcile.ts';
import { createApplication } from '../../application/create-application.ts';
import { type ClockSide, createClockSide } from '../../application/create-clock-side.ts';
import { createSmtpMailer } from '../../application/mailer/smtp-transport.ts';
import type { Log, Timelines } from '../../application/ports.ts';
import { productClock } from '../../application/product-clock.ts';
import type { Database } from '../../db/connect.ts';
import type { KeyProvider } from '../../db/encryption/key-provider.ts';
import { ensureSentinel, readIncarnation } from '../../temporal-config/incarnation.ts';
import { ensureNamespace } from '../../temporal-config/namespace.ts';
import { createTimelines } from '../../temporal-config/timelines.ts';
import { runWorkerAgainAndAgain, type WorkerRun } from '../../worker/run-worker.ts';

/** What the parts stand on. The clock is the simulated one of the database. */
export type Ground = {
  /** Role `app_api`. */
  readonly api: Database;
  /** Role `app_clock`. */
  readonly clock: Database;
  readonly connection: Connection;
  readonly temporalAddress: string;
  readonly namespace: string;
  readonly smtpUrl: string;
  readonly keys: KeyProvider;
  readonly log: Log;
  /** How long a call to Temporal is waited for; as long as it takes where it is not given. */
  readonly answerMs?: number;
};

export type AssembledProduct = {
  readonly application: Application;
  readonly clockSide: ClockSide;
  readonly timelines: Timelines;
  readonly temporalStore: TemporalStore;
  readonly client: Client;
  /** One more worker; `change` puts something between a timeline and the clock side. */
  startWorker(change?: (side: ClockSide) => TimelineWork): WorkerRun;
  /** Stops the workers and waits for what is under way; the ground stays open. */
  close(): Promise<void>;
};

export const mailFrom = { name: 'Termiņsargs', address: 'terminsargs@terminsargs.example' };

/** No worker runs yet. */
export async function assembleProduct(ground: Ground): Promise<AssembledProduct> {
  const { api, clock, connection, namespace, log, answerMs } = ground;
  const client = new Client({ connection, namespace });
  const timelines = createTimelines(client, answerMs);
  const clockSide = await createClockSide({
    database: clock,
    timelines,
    mailer: createSmtpMailer({ url: ground.smtpUrl, from: mailFrom }),
    log,
    publicUrl: 'https://terminsargs.example',
    mailFrom: mailFrom.address,
    crashAt: undefined,
  });
  const application = createApplication({
    database: api,
    clock: productClock(api, true),
    timelines,
    keys: ground.keys,
    log,
    temporalAnswers: () => Promise.resolve(true),
  });
  const workers: WorkerRun[] = [];
  return {
    application,
    clockSide,
    timelines,
    temporalStore: {
      readIncarnation: () =>
        answerMs === undefined
          ? readIncarnation(client)
          : client.withDeadline(Date.now() + answerMs, () => readIncarnation(client)),
      async prepare() {
        await ensureNamespace(connection, namespace);
        return await ensureSentinel(client);
      },
    },
    client,
    startWorker(change = (side: ClockSide): TimelineWork => side) {
      const worker = runWorkerAgainAndAgain({
        connect: () => NativeConnection.connect({ address: ground.temporalAddress }),
        namespace,
        activities: createTimelineActivities(change(clockSide)),
        log,
      });
      workers.push(worker);
      return worker;
    },
    async close() {
      await Promise.all(workers.map((worker) => worker.stop()));
      await clockSide.quiet();
      await timelines.idle();
    },
  };
}
