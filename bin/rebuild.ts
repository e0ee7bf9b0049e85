/**
 * Starts every timeline anew from Postgres, now: after Temporal's data were lost or an old backup of them was restored.
 * May be run at any time and as often as one likes; nothing already said is said again. Needs DATABASE_URL_CLOCK and
 * TEMPORAL_ADDRESS, or the running embedded product.
 */
import { Client, Connection } from '@temporalio/client';
import { rebuildTimelines } from '../application/clock/rebuild-timelines.ts';
import { readSettings } from '../application/settings.ts';
import { openDatabase } from '../db/connect.ts';
import { temporalConnectionOptions } from '../temporal-config/connection-options.ts';
import { ensureSentinel } from '../temporal-config/incarnation.ts';
import { ensureNamespace } from '../temporal-config/namespace.ts';
import { createTimelines } from '../temporal-config/timelines.ts';
import { describeFailure } from './lib/describe-failure.ts';
import { withRunningProduct } from './lib/running-product.ts';

try {
  const settings = readSettings(withRunningProduct(process.env), ['databaseUrlClock', 'temporalAddress']);
  const database = openDatabase(settings.databaseUrlClock, 4);
  const connection = await Connection.connect(await temporalConnectionOptions(settings));
  const client = new Client({ connection, namespace: settings.temporalNamespace });
  try {
    await ensureNamespace(connection, settings.temporalNamespace);
    await ensureSentinel(client);
    const count = await rebuildTimelines(database, createTimelines(client), (done) => {
      if (done % 500 === 0) console.log(`${done} timelines started …`);
    });
    console.log(`${count} timelines started from Postgres.`);
  } finally {
    await connection.close();
    await database.close();
  }
} catch (error) {
  console.error(describeFailure(error));
  process.exitCode = 1;
}
