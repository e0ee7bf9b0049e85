/** Puts the API process together: settings, database as `app_api`, Temporal if it is there, the port. */
import { Client, Connection } from '@temporalio/client';
import { armCrashPoint } from '../application/crash-points.ts';
import { createApplication } from '../application/create-application.ts';
import { loadKeys } from '../application/load-keys.ts';
import { createLog } from '../application/log.ts';
import { productClock, readTraining } from '../application/product-clock.ts';
import { readSettings } from '../application/settings.ts';
import { assertDurable, assertUnprivileged, type Database, openDatabase } from '../db/connect.ts';
import { holdingsOf } from '../db/repositories/directory.ts';
import { asActor } from '../db/transaction.ts';
import { temporalConnectionOptions } from '../temporal-config/connection-options.ts';
import { createTimelines } from '../temporal-config/timelines.ts';
import { buildApp } from './app.ts';
import { developmentTokens } from './development-tokens.ts';
import { serve } from './serve.ts';

export type ApiProcess = {
  readonly address: string;
  /** Ends requests that have begun, then lets go of Temporal and the database. */
  stop(): Promise<void>;
};

/** Throws what is wrong with settings, keys, database or port; Temporal may be away. */
export async function startApiProcess(
  env: Readonly<Record<string, string | undefined>>,
): Promise<ApiProcess> {
  const settings = readSettings(env, ['databaseUrlApi', 'temporalAddress', 'publicUrl']);
  const keys = await loadKeys(settings);
  const options = await temporalConnectionOptions(settings);
  const database = openDatabase(settings.databaseUrlApi);
  const connection = Connection.lazy(options);
  const client = new Client({ connection, namespace: settings.temporalNamespace });
  const timelines = createTimelines(client);
  const letGo = async () => {
    await timelines.idle();
    await connection.close();
    await database.close();
  };
  try {
    await assertUnprivileged(database.client);
    await assertDurable(database.client);
    const training = await readTraining(database);
    armCrashPoint(settings.crashAt, training);
    const clock = productClock(database, training);
    const application = createApplication({
      database,
      clock,
      keys,
      timelines,
      log: createLog('api', settings.logLevel),
      temporalAnswers: () => answers(connection),
    });
    const app = buildApp({
      application,
      tokens: developmentTokens({
        training: () => readTraining(database),
        institutionsOf: async (personId) => institutionsOf(database, personId, await clock.now()),
      }),
      log: { level: settings.logLevel },
      publicUrl: settings.publicUrl,
      demo: settings.demoMode,
    });
    const served = await serve(app, settings.apiHost, settings.apiPort);
    return {
      address: served.address,
      async stop() {
        await served.stop();
        await letGo();
      },
    };
  } catch (error) {
    await letGo();
    throw error;
  }
}

async function institutionsOf(
  database: Database,
  personId: string,
  now: Parameters<typeof holdingsOf>[2],
): Promise<readonly string[]> {
  const holdings = await asActor(database, { personId, now }, (tx) => holdingsOf(tx, personId, now));
  return holdings.map(({ institutionId }) => institutionId);
}

/** Milliseconds that the readiness check gives Temporal. */
const temporalPatienceMs = 2_000;

async function answers(connection: Connection): Promise<boolean> {
  try {
    const deadline = Date.now() + temporalPatienceMs;
    await connection.withDeadline(deadline, () => connection.workflowService.getSystemInfo({}));
    return true;
  } catch {
    return false;
  }
}
