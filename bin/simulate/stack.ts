/** The product in this process for one story: application, clock side, a worker, and a clock to move. */
import { randomBytes } from 'node:crypto';
import { Connection } from '@temporalio/client';
import { createLog } from '../../application/log.ts';
import { wallTime } from '../../application/product-clock.ts';
import { type Database, openDatabase } from '../../db/connect.ts';
import { keyProvider } from '../../db/encryption/key-provider.ts';
import { markTraining, setSimulatedClock } from '../../db/repositories/runtime.ts';
import { asClock } from '../../db/transaction.ts';
import type { Instant } from '../../domain/time.ts';
import { type AssembledProduct, assembleProduct } from './assemble-product.ts';
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

export type Stack = Pick<AssembledProduct, 'application' | 'clockSide' | 'timelines' | 'temporalStore'> & {
  readonly owner: Database;
  readonly sink: MailSink;
  /** Timelines send mails only while it is open. */
  readonly mailGate: Gate;
  setClock(now: Instant): Promise<void>;
  close(): Promise<void>;
};

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
    ends.push(() => connection.close());
    const product = await assembleProduct({
      api,
      clock,
      connection,
      temporalAddress: servers.temporalAddress,
      namespace: servers.namespace,
      smtpUrl: sink.url,
      keys: keyProvider([{ id: 'simulate', key: randomBytes(32) }]),
      log: createLog('simulate', 'silent'),
    });
    const mailGate = createGate();
    ends.push(() => product.close());
    ends.push(() => Promise.resolve(mailGate.open()));
    product.startWorker((side) => ({
      ...side,
      async deliverMails() {
        await mailGate.passed();
        await side.deliverMails();
      },
    }));
    return {
      application: product.application,
      clockSide: product.clockSide,
      timelines: product.timelines,
      temporalStore: product.temporalStore,
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
