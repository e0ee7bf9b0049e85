/** The key-encryption keys, from a mounted file or from the environment. */
import { readFile } from 'node:fs/promises';
import { type KeyProvider, keyProvider } from '../db/encryption/key-provider.ts';
import { parseKeyEncryptionKeys } from './key-encryption-keys.ts';
import { type Settings, SettingsError } from './settings.ts';

/** Throws SettingsError where there are none, or the file cannot be used. */
export async function loadKeys({
  keyEncryptionKeys,
  keyFile,
}: Pick<Settings, 'keyEncryptionKeys' | 'keyFile'>): Promise<KeyProvider> {
  if (keyEncryptionKeys !== undefined) return keyProvider(keyEncryptionKeys);
  if (keyFile === undefined) {
    throw new SettingsError([
      'KEY_FILE or KEY_ENCRYPTION_KEYS is not set, and this process needs one of them',
    ]);
  }
  try {
    return keyProvider(parseKeyEncryptionKeys(await readFile(keyFile, 'utf8')));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new SettingsError([`KEY_FILE: ${keyFile} cannot be used: ${reason}`]);
  }
}
