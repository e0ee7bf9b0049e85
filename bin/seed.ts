/**
 * Loads the demo municipality into a training database, once. Needs DATABASE_URL (the owner) and the keys. What has
 * happened before today counts as told; from today on the product tells it.
 */

import { developmentTokenOf } from '../api/development-tokens.ts';
import { loadKeys } from '../application/load-keys.ts';
import { wallTime } from '../application/product-clock.ts';
import { readSettings } from '../application/settings.ts';
import { openDatabase } from '../db/connect.ts';
import { loadInstitution } from '../db/repositories/directory.ts';
import { markTraining } from '../db/repositories/runtime.ts';
import { asClock } from '../db/transaction.ts';
import { demoPassword, seedAccounts } from './demo/demo-accounts.ts';
import { demoId } from './demo/demo-id.ts';
import { demoInstitutions } from './demo/municipality.ts';
import { demoPeople } from './demo/people.ts';
import { seedDemo } from './demo/seed-demo.ts';
import { describeFailure } from './lib/describe-failure.ts';

/** Those whose day shows most of the product. */
const guests = [
  ['anita-kalnina', 'klases audzinātāja'],
  ['ilze-vitolina', 'direktore'],
] as const;

try {
  const settings = readSettings(process.env, ['databaseUrl']);
  const database = openDatabase(settings.databaseUrl, 2);
  try {
    const present = await asClock(database, (tx) => loadInstitution(tx, demoId(demoInstitutions[0].id)));
    if (present === null) {
      const keys = await loadKeys(settings);
      await asClock(database, async (tx) => {
        await markTraining(tx);
        await seedDemo(tx, keys, wallTime());
      });
    }
    await asClock(database, (tx) => seedAccounts(tx, settings.passwordCost, wallTime()));
    console.log(`Sign in (password of everybody in the demo: ${demoPassword})`);
    for (const [id, post] of guests) {
      const person = demoPeople.find((one) => one.id === id);
      console.log(`${person?.name ?? id}, ${post}: ${person?.mail ?? ''}`);
      console.log(`  or with the token ${developmentTokenOf(demoId(id))}`);
    }
  } finally {
    await database.close();
  }
} catch (error) {
  console.error(describeFailure(error));
  process.exitCode = 1;
}
