/**
 * Rotates the key-encryption key: put the new key first in KEY_FILE (or KEY_ENCRYPTION_KEYS), keep the old ones after
 * it, restart the API, then run this. Needs DATABASE_URL (the owner). Afterwards the old keys may go.
 */
import { loadKeys } from '../application/load-keys.ts';
import { readSettings } from '../application/settings.ts';
import { openDatabase } from '../db/connect.ts';
import { rewrapKeys } from '../db/rewrap-keys.ts';
import { describeFailure } from './lib/describe-failure.ts';
import { withRunningProduct } from './lib/running-product.ts';

try {
  const settings = readSettings(withRunningProduct(process.env), ['databaseUrl']);
  const keys = await loadKeys(settings);
  const owner = openDatabase(settings.databaseUrl, 2);
  try {
    const { rewrapped, wrappedBy } = await rewrapKeys(owner, keys);
    console.log(`${rewrapped} data keys wrapped anew.`);
    for (const [kekId, count] of wrappedBy) console.log(`${kekId}: ${count}`);
  } finally {
    await owner.close();
  }
} catch (error) {
  console.error(describeFailure(error));
  process.exitCode = 1;
}
