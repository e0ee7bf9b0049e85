/**
 * Rotates the key-encryption key: put the new key first in KEY_FILE (or KEY_ENCRYPTION_KEYS), keep the old ones after
 * it, restart the API, then run this. Needs DATABASE_URL (the owner). Afterwards the old keys may go.
 */
import { readFileSync } from 'node:fs';
import { type KeyEncryptionKey, parseKeyEncryptionKeys } from '../application/key-encryption-keys.ts';
import { readSettings } from '../application/settings.ts';
import { openDatabase } from '../db/connect.ts';
import { keyProvider } from '../db/encryption/key-provider.ts';
import { rewrapKeys } from '../db/rewrap-keys.ts';
import { describeFailure, StartupError } from './lib/startup-error.ts';

type KeySettings = {
  readonly keyFile: string | undefined;
  readonly keyEncryptionKeys: readonly KeyEncryptionKey[] | undefined;
};

function keysOf({ keyFile, keyEncryptionKeys }: KeySettings): readonly KeyEncryptionKey[] {
  if (keyEncryptionKeys !== undefined) return keyEncryptionKeys;
  if (keyFile !== undefined) return parseKeyEncryptionKeys(readFileSync(keyFile, 'utf8'));
  throw new StartupError('There are no keys.', 'Set KEY_FILE or KEY_ENCRYPTION_KEYS, the new key first.');
}

try {
  const settings = readSettings(process.env, ['databaseUrl']);
  const keys = keyProvider(keysOf(settings));
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
