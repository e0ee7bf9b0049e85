/** The whole product inside a test: own database, own Temporal namespace, a scripted SMTP server, a clock to move. */
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from '@temporalio/client';
import { NativeConnection } from '@temporalio/worker';
import { createTimelineActivities } from '../../activities/create-timeline-activities.ts';
import type { Application, WriteMeta } from '../../application/application.ts';
import { createApplication } from '../../application/create-application.ts';
import { type ClockSide, createClockSide } from '../../application/create-clock-side.ts';
import { createLog } from '../../application/log.ts';
import { createSmtpMailer } from '../../application/mailer/smtp-transport.ts';
import { productClock, wallTime } from '../../application/product-clock.ts';
import { type Database, openDatabase } from '../../db/connect.ts';
import { keyProvider } from '../../db/encryption/key-provider.ts';
import { markTraining, setSimulatedClock } from '../../db/repositories/runtime.ts';
import { createStore } from '../../db/testing/store.ts';
import { asClock } from '../../db/transaction.ts';
import type { Instant } from '../../domain/time.ts';
import { ensureSentinel, readIncarnation } from '../../temporal-config/incarnation.ts';
import { createTimelines } from '../../temporal-config/timelines.ts';
import { runWorkerAgainAndAgain, type WorkerRun } from '../../worker/run-worker.ts';
import { type ScriptedSmtp, startScriptedSmtp } from './scripted-smtp.ts';
import { createNamespace } from './stack.ts';

export type InProcess = {
  readonly application: Application;
  readonly clockSide: ClockSide;
  readonly smtp: ScriptedSmtp;
  readonly ownerUrl: string;
  readonly clockDatabase: Database;
  /** Moves the product's clock for everybody, and wakes nothing. */
  setClock(now: Instant): Promise<void>;
  /** One round of the second clock. */
  sweep(): Promise<void>;
  startWorker(): WorkerRun;
  close(): Promise<void>;
};

const kek = { id: 'test', key: new Uint8Array(32).fill(7) };
const mailFrom = { name: 'Termiņsargs', address: 'terminsargs@terminsargs.example' };

/** Boots everything but a worker; the clock stands still at `now`. */
export async function bootInProcess(now: Instant): Promise<InProcess> {
  const store = await createStore();
  await asClock(store.owner, markTraining);
  const setClock = (moment: Instant) =>
    asClock(store.owner, (tx) =>
      setSimulatedClock(tx, { mode: 'simulated', nowAt: moment, setAt: wallTime(), rate: null }),
    );
  await setClock(now);
  const namespace = await createNamespace();
  const client = new Client({ connection: namespace.connection, namespace: namespace.namespace });
  const smtp = await startScriptedSmtp();
  const timelines = createTimelines(client);
  const log = createLog('test', 'silent');
  const clockSide = await createClockSide({
    database: store.clock,
    timelines,
    mailer: createSmtpMailer({ url: smtp.url, from: mailFrom }),
    log,
    publicUrl: 'https://terminsargs.example',
    mailFrom: mailFrom.address,
    crashAt: undefined,
  });
  const application = createApplication({
    database: store.api,
    clock: productClock(store.api, true),
    timelines,
    keys: keyProvider([kek]),
    log,
    temporalAnswers: () => Promise.resolve(true),
  });
  const temporalStore = {
    readIncarnation: () => readIncarnation(client),
    prepare: () => ensureSentinel(client),
  };
  const workers: WorkerRun[] = [];
  return {
    application,
    clockSide,
    smtp,
    ownerUrl: store.ownerUrl,
    clockDatabase: store.clock,
    setClock,
    sweep: () => clockSide.sweep(temporalStore),
    startWorker() {
      const worker = runWorkerAgainAndAgain({
        connect: () => NativeConnection.connect({ address: namespace.address }),
        namespace: namespace.namespace,
        activities: createTimelineActivities(clockSide),
        log,
      });
      workers.push(worker);
      return worker;
    },
    async close() {
      await Promise.all(workers.map((worker) => worker.stop()));
      await clockSide.quiet();
      await Promise.all([namespace.close(), smtp.close()]);
      await store.close();
    },
  };
}

/** A write that no other write is the same as. */
export function freshWrite(): WriteMeta {
  return { idempotencyKey: randomUUID(), requestHash: randomUUID() };
}

/** Waits until `condition` holds; fails after `patienceMs` with what it last saw. */
export async function eventually<T>(
  look: () => T | Promise<T>,
  condition: (seen: T) => boolean,
  patienceMs = 20_000,
): Promise<T> {
  const deadline = performance.now() + patienceMs;
  for (;;) {
    const seen = await look();
    if (condition(seen)) return seen;
    if (performance.now() > deadline)
      throw new Error(`did not come about; last seen: ${JSON.stringify(seen)}`);
    await sleep(50);
  }
}
