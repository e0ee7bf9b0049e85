/** Puts the worker process together. The sweep runs from the first moment, with or without Temporal. */
import { Client, Connection } from '@temporalio/client';
import { NativeConnection, Runtime } from '@temporalio/worker';
import { createHouseKeepingActivities } from '../activities/create-house-keeping-activities.ts';
import { createTimelineActivities } from '../activities/create-timeline-activities.ts';
import { createClockSide } from '../application/create-clock-side.ts';
import { createHouseKeeping } from '../application/house-keeping/house-keeping.ts';
import { createLog } from '../application/log.ts';
import { createSmtpMailer } from '../application/mailer/smtp-transport.ts';
import { wallTime } from '../application/product-clock.ts';
import { readSettings } from '../application/settings.ts';
import { assertDurable, assertUnprivileged, openDatabase } from '../db/connect.ts';
import { temporalConnectionOptions } from '../temporal-config/connection-options.ts';
import { temporalStore } from '../temporal-config/temporal-store.ts';
import { createTimelines } from '../temporal-config/timelines.ts';
import { openImapMailbox } from './imap-mailbox.ts';
import { startReplyLoop } from './reply-loop.ts';
import { runWorkerAgainAndAgain } from './run-worker.ts';
import { startSweepLoop } from './sweep-loop.ts';
import { temporalLog } from './temporal-log.ts';

const answerMs = 2_000;

export type WorkerProcess = { stop(): Promise<void> };

/** Throws what is wrong with the settings or the database; Temporal may be away. */
export async function startWorkerProcess(
  env: Readonly<Record<string, string | undefined>>,
): Promise<WorkerProcess> {
  const settings = readSettings(env, [
    'databaseUrlClock',
    'temporalAddress',
    'smtpUrl',
    'mailFrom',
    'publicUrl',
  ]);
  const log = createLog('worker', settings.logLevel);
  const database = openDatabase(settings.databaseUrlClock);
  await assertUnprivileged(database.client);
  await assertDurable(database.client);

  const options = await temporalConnectionOptions(settings);
  const connection = Connection.lazy(options);
  const client = new Client({ connection, namespace: settings.temporalNamespace });
  const timelines = createTimelines(client);
  const side = await createClockSide({
    database,
    timelines,
    mailer: createSmtpMailer({ url: settings.smtpUrl, from: settings.mailFrom }),
    log,
    publicUrl: settings.publicUrl,
    mailFrom: settings.mailFrom.address,
    replyMailbox: settings.replyMailbox,
    crashAt: settings.crashAt,
  });
  const houseKeeping = createHouseKeeping({
    database,
    verifyUrl: settings.databaseUrlVerify,
    anchorFolder: settings.anchorFolder,
    log,
    wallTime,
  });
  const store = temporalStore(client, connection, answerMs);
  Runtime.install({
    logger: temporalLog(log),
    telemetryOptions: { logging: { filter: { core: 'WARN', other: 'ERROR' }, forward: {} } },
  });
  const sweepLoop = startSweepLoop(() => side.sweep(store), log, settings.sweepEveryMs);
  const { imap } = settings;
  const replies =
    imap === undefined
      ? null
      : startReplyLoop({
          open: () => openImapMailbox(imap),
          receive: (reply) => side.receiveReply(reply),
          log,
        });
  const worker = runWorkerAgainAndAgain({
    connect: () => NativeConnection.connect(options),
    namespace: settings.temporalNamespace,
    activities: { ...createTimelineActivities(side), ...createHouseKeepingActivities(houseKeeping) },
    log,
  });
  return {
    async stop() {
      await Promise.all([worker.stop(), sweepLoop.stop(), replies?.stop()]);
      await side.quiet();
      await timelines.idle();
      await connection.close();
      await database.close();
    },
  };
}
