/** The whole product inside a test: own database, own Temporal namespace, a scripted SMTP server, a clock to move. */
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Client, Connection } from '@temporalio/client';
import type postgres from 'postgres';
import type { WriteMeta } from '../../application/application.ts';
import { createLog } from '../../application/log.ts';
import { wallTime } from '../../application/product-clock.ts';
import { asRole } from '../../application/settings.ts';
import { type AssembledProduct, assembleProduct } from '../../bin/simulate/assemble-product.ts';
import { type Database, openDatabase } from '../../db/connect.ts';
import { keyProvider } from '../../db/encryption/key-provider.ts';
import { markTraining, setSimulatedClock } from '../../db/repositories/runtime.ts';
import { createStore } from '../../db/testing/store.ts';
import { asClock } from '../../db/transaction.ts';
import type { Instant } from '../../domain/time.ts';
import type { WorkerRun } from '../../worker/run-worker.ts';
import { type ScriptedSmtp, startScriptedSmtp } from './scripted-smtp.ts';
import { createNamespace, ROLE_PASSWORD } from './stack.ts';

/** What an API process and a worker process have between them. */
export type Instance = Pick<AssembledProduct, 'application' | 'clockSide'> & {
  /** One round of the second clock. */
  sweep(): Promise<void>;
  startWorker(): WorkerRun;
};

export type InProcess = Instance & {
  readonly smtp: ScriptedSmtp;
  readonly ownerUrl: string;
  readonly clockDatabase: Database;
  readonly temporal: Client;
  /** As superuser: the oracle's own look at the tables, and what only an accident would write. */
  readonly sql: postgres.Sql;
  /** Everything that was logged so far, one JSON line per entry. */
  logged(): string;
  /** Moves the product's clock for everybody, and wakes nothing. */
  setClock(now: Instant): Promise<void>;
  /** The same product once more, on pools and connections of its own; ended by `close`. */
  another(): Promise<Instance>;
  close(): Promise<void>;
};

/** A Temporal server that need not answer yet. */
export type TemporalPlace = { readonly address: string; readonly namespace: string };

/** As long as the application waits: no call is left over when a test ends. */
const answerMs = 2_000;

const kek = { id: 'test', key: new Uint8Array(32).fill(7) };

/** Boots everything but a worker; the clock stands still at `now`. Without a place: a namespace of the shared server. */
export async function bootInProcess(now: Instant, temporal?: TemporalPlace): Promise<InProcess> {
  const store = await createStore();
  await asClock(store.owner, markTraining);
  const setClock = (moment: Instant) =>
    asClock(store.owner, (tx) =>
      setSimulatedClock(tx, { mode: 'simulated', nowAt: moment, setAt: wallTime(), rate: null }),
    );
  await setClock(now);
  const place = temporal ?? (await sharedPlace());
  const smtp = await startScriptedSmtp();
  const lines: string[] = [];
  const log = createLog('test', 'debug', { write: (line) => void lines.push(line) });
  const closing: (() => Promise<unknown>)[] = [];

  const boot = async (api: Database, clock: Database): Promise<Instance & { readonly client: Client }> => {
    const connection = Connection.lazy({ address: place.address, connectTimeout: '2s' });
    const { client, ...parts } = await assembleProduct({
      api,
      clock,
      connection,
      temporalAddress: place.address,
      namespace: place.namespace,
      smtpUrl: smtp.url,
      keys: keyProvider([kek]),
      log,
      answerMs,
    });
    closing.push(async () => {
      await parts.close();
      await connection.close();
    });
    return {
      client,
      application: parts.application,
      clockSide: parts.clockSide,
      sweep: () => parts.clockSide.sweep(parts.temporalStore),
      startWorker: () => parts.startWorker(),
    };
  };

  const { client, ...first } = await boot(store.api, store.clock);
  return {
    ...first,
    smtp,
    ownerUrl: store.ownerUrl,
    clockDatabase: store.clock,
    temporal: client,
    sql: store.superuser,
    logged: () => lines.join(''),
    setClock,
    async another() {
      const [api, clock] = ['app_api', 'app_clock'].map((role) =>
        openDatabase(asRole(store.ownerUrl, role, ROLE_PASSWORD), 4),
      ) as [Database, Database];
      const instance = await boot(api, clock);
      closing.push(() => Promise.all([api.close(), clock.close()]));
      return instance;
    },
    async close() {
      for (const end of closing) await end();
      await smtp.close();
      await store.close();
    },
  };
}

/** The connection that made the namespace is not needed any more. */
async function sharedPlace(): Promise<TemporalPlace> {
  const made = await createNamespace();
  await made.close();
  return { address: made.address, namespace: made.namespace };
}

/** A write that no other write is the same as. */
export function freshWrite(): WriteMeta {
  return { idempotencyKey: randomUUID(), requestHash: randomUUID() };
}

/** Waits until `condition` holds; fails after `patienceMs` with what it last saw. */
export async function eventually<T>(
  look: () => T | Promise<T>,
  condition: (seen: T) => boolean,
  patienceMs = 60_000,
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
