/** The product in this process for one story: application, clock side, a worker, and a clock to move. */
import { randomBytes } from 'node:crypto';
import { Client, Connection } from '@temporalio/client';
import { NativeConnection } from '@temporalio/worker';
import { createTimelineActivities } from '../../activities/create-timeline-activities.ts';
import type { Application } from '../../application/application.ts';
import type { TemporalStore } from '../../application/clock/reconcile.ts';
import { createApplication } from '../../application/create-application.ts';
import { type ClockSide, createClockSide } from '../../application/create-clock-side.ts';
import { createLog } from '../../application/log.ts';
import { createSmtpMailer } from '../../application/mailer/smtp-transport.ts';
import type { Timelines } from '../../application/ports.ts';
import { productClock, wallTime } from '../../application/product-clock.ts';
import { type Database, openDatabase } from '../../db/connect.ts';
import { keyProvider } from '../../db/encryption/key-provider.ts';
import { markTraining, setSimulatedClock } from '../../db/repositories/runtime.ts';
import { asClock } from '../../db/transaction.ts';
import type { Instant } from '../../domain/time.ts';
import { ensureSentinel, readIncarnation } from '../../temporal-config/incarnation.ts';
import { createTimelines } from '../../temporal-config/timelines.ts';
import { runWorkerAgainAndAgain } from '../../worker/run-worker.ts';
import { createGate, type Gate } from './gate.ts';
import { type MailSink, startMailSink } from './mail-sink.ts';

/** Servers for one story: a migrated database that nobody else uses, and a Temporal namespace that exists. */
export type SimulationServers = {
  readonly ownerUrl: string;
  /** Role `app_api`. */
  readonly apiUrl: string;
  /** Role `app_clock`. */
  readonly clockUrl: string;
  readonly temporalAddress: string;
  readonly namespace: string;
};

export type Stack = {
  readonly application: Application;
  readonly clockSide: ClockSide;
  readonly timelines: Timelines;
  readonly temporalStore: TemporalStore;
  readonly owner: Database;
  readonly sink: MailSink;
  /** Timelines send mails only while it is open. */
  readonly mailGate: Gate;
  setClock(now: Instant): Promise<void>;
  close(): Promise<void>;
};

export const mailFrom = { name: 'Termiņsargs', address: 'terminsargs@terminsargs.example' };

/** The clock stands still at `now`; the worker runs. */
export async function startStack(servers: SimulationServers, now: Instant): Promise<Stack> {
  const owner = openDatabase(servers.ownerUrl, 3);
  const api = openDatabase(servers.apiUrl, 2);
  const clock = openDatabase(servers.clockUrl, 8);
  const ends: (() => Promise<unknown>)[] = [() => Promise.all([owner.close(), api.close(), clock.close()])];
  const close = async () => {
    for (const end of ends.splice(0).toReversed()) await end();
  };
  try {
    await asClock(owner, markTraining);
    const setClock = (moment: Instant) =>
      asClock(owner, (tx) =>
        setSimulatedClock(tx, { mode: 'simulated', nowAt: moment, setAt: wallTime(), rate: null }),
      );
    await setClock(now);
    const sink = await startMailSink();
    ends.push(() => sink.close());
    const connection = await Connection.connect({ address: servers.temporalAddress });
    const client = new Client({ connection, namespace: servers.namespace });
    const timelines = createTimelines(client);
    ends.push(async () => {
      await timelines.idle();
      await connection.close();
    });
    const log = createLog('simulate', 'silent');
    const clockSide = await createClockSide({
      database: clock,
      timelines,
      mailer: createSmtpMailer({ url: sink.url, from: mailFrom }),
      log,
      publicUrl: 'https://terminsargs.example',
      mailFrom: mailFrom.address,
      crashAt: undefined,
    });
    const application = createApplication({
      database: api,
      clock: productClock(api, true),
      timelines,
      keys: keyProvider([{ id: 'simulate', key: randomBytes(32) }]),
      log,
      temporalAnswers: () => Promise.resolve(true),
    });
    const mailGate = createGate();
    const worker = runWorkerAgainAndAgain({
      connect: () => NativeConnection.connect({ address: servers.temporalAddress }),
      namespace: servers.namespace,
      activities: createTimelineActivities({
        ...clockSide,
        async deliverMails() {
          await mailGate.passed();
          await clockSide.deliverMails();
        },
      }),
      log,
    });
    ends.push(async () => {
      mailGate.open();
      await worker.stop();
      await clockSide.quiet();
    });
    return {
      application,
      clockSide,
      timelines,
      temporalStore: {
        readIncarnation: () => readIncarnation(client),
        prepare: () => ensureSentinel(client),
      },
      owner,
      sink,
      mailGate,
      setClock,
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}
