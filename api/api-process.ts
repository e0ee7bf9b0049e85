/** Puts the API process together: settings, database as `app_api`, Temporal if it is there, the port. */
import path from 'node:path';
import { Client, Connection } from '@temporalio/client';
import { armCrashPoint } from '../application/crash-points.ts';
import { createApplication } from '../application/create-application.ts';
import { type LiveChanges, startLiveChanges } from '../application/live/live-changes.ts';
import { loadKeys } from '../application/load-keys.ts';
import { createLog } from '../application/log.ts';
import { createSmtpMailer } from '../application/mailer/smtp-transport.ts';
import type { Timelines } from '../application/ports.ts';
import { productClock, readTraining, wallTime } from '../application/product-clock.ts';
import { readSettings } from '../application/settings.ts';
import { createSignIn } from '../application/sign-in/create-sign-in.ts';
import { loadProviders } from '../application/sign-in/load-providers.ts';
import { tellChanged } from '../db/changed-dossiers.ts';
import { assertDurable, assertUnprivileged, type Database, openDatabase } from '../db/connect.ts';
import { holdingsOf } from '../db/repositories/directory.ts';
import { asActor } from '../db/transaction.ts';
import { temporalConnectionOptions } from '../temporal-config/connection-options.ts';
import { createTimelines } from '../temporal-config/timelines.ts';
import { buildApp } from './app.ts';
import { developmentTokens } from './development-tokens.ts';
import { serve } from './serve.ts';
import { readWebClient } from './web-client.ts';

export type ApiProcess = {
  readonly address: string;
  /** Ends requests that have begun, then lets go of Temporal and the database. */
  stop(): Promise<void>;
};

/** Milliseconds between two looks for mails of sign-in that are owed. */
const linkEveryMs = 30_000;

/** Throws what is wrong with settings, keys, database or port; Temporal may be away. */
export async function startApiProcess(
  env: Readonly<Record<string, string | undefined>>,
): Promise<ApiProcess> {
  const settings = readSettings(env, [
    'databaseUrlApi',
    'databaseUrlAuth',
    'temporalAddress',
    'publicUrl',
    'smtpUrl',
    'mailFrom',
  ]);
  const providers = await loadProviders(settings);
  const keys = await loadKeys(settings);
  const options = await temporalConnectionOptions(settings);
  const database = openDatabase(settings.databaseUrlApi);
  const authDatabase = openDatabase(settings.databaseUrlAuth, 5);
  let linkTimer: NodeJS.Timeout | undefined;
  let quiet = () => Promise.resolve();
  const connection = Connection.lazy(options);
  const client = new Client({ connection, namespace: settings.temporalNamespace });
  const timelines = createTimelines(client);
  let changes: LiveChanges | undefined;
  const letGo = async () => {
    clearInterval(linkTimer);
    await quiet();
    await changes?.stop();
    await timelines.idle();
    await connection.close();
    await Promise.all([database.close(), authDatabase.close()]);
  };
  try {
    await assertUnprivileged(database.client);
    await assertUnprivileged(authDatabase.client);
    await assertDurable(database.client);
    const training = await readTraining(database);
    armCrashPoint(settings.crashAt, training);
    const clock = productClock(database, training);
    const log = createLog('api', settings.logLevel);
    const application = createApplication({
      database,
      clock,
      keys,
      timelines: tellingPages(timelines, database),
      log,
      temporalAnswers: () => answers(connection),
    });
    const signIn = createSignIn({
      database: authDatabase,
      clock,
      wall: wallTime,
      mailer: createSmtpMailer({ url: settings.smtpUrl, from: settings.mailFrom }),
      mailFrom: settings.mailFrom.address,
      publicUrl: settings.publicUrl,
      training,
      keys,
      passwordCost: settings.passwordCost,
      providers,
      log,
    });
    quiet = signIn.quiet;
    // Mails of an earlier process, and those whose first try failed.
    linkTimer = setInterval(() => signIn.startSendingLinks(), linkEveryMs);
    changes = await startLiveChanges({ database, clock, log });
    const app = buildApp({
      application,
      signIn,
      tokens: developmentTokens({
        training: () => readTraining(database),
        institutionsOf: async (personId) => institutionsOf(database, personId, await clock.now()),
      }),
      log: { level: settings.logLevel },
      publicUrl: settings.publicUrl,
      demo: settings.demoMode,
      trustedProxies: settings.trustedProxies,
      changes,
      web: readWebClient(path.join(import.meta.dirname, '..', 'web', 'dist')),
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

/** Wakes the clock of a dossier, and says to open pages that it has changed. */
function tellingPages(timelines: Timelines, database: Database): Timelines {
  return {
    async changed(dossierId) {
      // A page that is not told asks by itself a little later.
      await Promise.all([timelines.changed(dossierId), tellChanged(database, dossierId).catch(() => {})]);
    },
  };
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
