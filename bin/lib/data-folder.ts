import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, statfsSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { commandLineOf, isAlive } from './foreign-process.ts';
import { removePostgresFolder } from './postgres-folder.ts';
import { StartupError } from './startup-error.ts';

const NEEDED_BYTES = 300 * 1024 * 1024;

/** Everything that the embedded run keeps between starts. */
export interface DataFolder {
  readonly root: string;
  readonly postgres: string;
  readonly temporalFile: string;
  readonly mail: string;
  readonly logs: string;
  /** Daily heads of the chains. */
  readonly anchors: string;
  /** Keys that wrap the data keys, in the form of KEY_FILE. */
  readonly keyFile: string;
}

/** Passwords that only processes of this run need to know. */
export interface Secrets {
  readonly appApiPassword: string;
  readonly appClockPassword: string;
  readonly appAuthPassword: string;
  readonly appVerifyPassword: string;
}

const secretsSchema = z.strictObject({
  appApiPassword: z.string(),
  appClockPassword: z.string(),
  appAuthPassword: z.string(),
  appVerifyPassword: z.string(),
});

/** Names in the folder that are ours to delete. */
const OURS = ['temporal', 'mail', 'logs', 'anchors', 'keys', 'secrets.json'] as const;

/** Where things lie in the folder. */
export function dataFolder(root: string): DataFolder {
  return {
    root,
    postgres: path.join(root, 'postgres'),
    temporalFile: path.join(root, 'temporal', 'temporal.db'),
    mail: path.join(root, 'mail'),
    logs: path.join(root, 'logs'),
    anchors: path.join(root, 'anchors'),
    keyFile: path.join(root, 'keys'),
  };
}

/**
 * Makes the folder and takes it for this process; `release` gives it back. `leftover` tells that the run before
 * did not end in order. Throws StartupError when another run has it, or when it cannot be used.
 */
export function takeDataFolder(folder: DataFolder): {
  readonly leftover: boolean;
  readonly release: () => void;
} {
  makeFolder(folder.root);
  const lock = path.join(folder.root, 'start.pid');
  const before = existsSync(lock) ? Number(readFileSync(lock, 'utf8')) : undefined;
  if (
    before !== undefined &&
    before !== process.pid &&
    isAlive(before) &&
    /bin\/start\.ts/.test(commandLineOf(before))
  ) {
    throw new StartupError(
      `Termiņsargs already runs with the data in ${folder.root} (process ${before}).`,
      'Stop it there with Ctrl-C, or start this one with other data and other ports: TERMINSARGS_DATA=… API_PORT=…',
    );
  }
  writeFileSync(lock, String(process.pid), { mode: 0o600 });
  return { leftover: before !== undefined, release: () => rmSync(lock, { force: true }) };
}

function makeFolder(root: string): void {
  try {
    mkdirSync(root, { recursive: true, mode: 0o755 });
    const owner = statSync(root).uid;
    const us = process.getuid?.() ?? owner;
    if (us !== 0 && owner !== us)
      throw new Error('it belongs to another user (perhaps it was started as root before)');
    const disk = statfsSync(root);
    const free = disk.bavail * disk.bsize;
    if (free < NEEDED_BYTES)
      throw new Error(`only ${Math.round(free / 1024 / 1024)} MB of its disk are free; 300 MB are needed`);
    const probe = path.join(root, '.probe');
    writeFileSync(probe, '');
    rmSync(probe);
  } catch (error) {
    throw new StartupError(
      `The data folder ${root} cannot be used: ${error instanceof Error ? error.message : String(error)}.`,
      'Free some space, or make the folder belong to you (sudo chown -R), or put the data elsewhere: TERMINSARGS_DATA=…',
      { cause: error },
    );
  }
}

/** Deletes what the product keeps there, and nothing else that may lie in the folder. */
export function wipeDataFolder(folder: DataFolder): void {
  removePostgresFolder(folder.postgres);
  for (const name of OURS) rmSync(path.join(folder.root, name), { recursive: true, force: true });
}

function newSecrets(): Secrets {
  const random = (): string => randomBytes(24).toString('base64url');
  return {
    appApiPassword: random(),
    appClockPassword: random(),
    appAuthPassword: random(),
    appVerifyPassword: random(),
  };
}

/** The passwords of this folder, made at the first start. */
export function secretsOf(folder: DataFolder): Secrets {
  const file = path.join(folder.root, 'secrets.json');
  try {
    const known: unknown = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
    // A version that knows more roles adds their passwords to the file of an earlier one.
    const secrets = secretsSchema.parse({
      ...newSecrets(),
      ...z.record(z.string(), z.string()).parse(known),
    });
    if (JSON.stringify(secrets) !== JSON.stringify(known)) {
      writeFileSync(file, JSON.stringify(secrets, null, 2), { mode: 0o600 });
    }
    return secrets;
  } catch (error) {
    throw new StartupError(
      `${file} is damaged.`,
      'Delete it: new passwords are made, and given to the roles at the next start.',
      { cause: error },
    );
  }
}

/**
 * Makes the key file at the first start. A database whose keys are gone cannot be read any more, so that a missing
 * file beside an existing database is refused.
 */
export function ensureKeyFile(folder: DataFolder, databaseExists: boolean): void {
  if (existsSync(folder.keyFile)) return;
  if (databaseExists) {
    throw new StartupError(
      `The keys of the data in ${folder.root} are missing (${folder.keyFile}).`,
      'Put the file back from where you kept it, or begin anew (all data of this folder is lost): npm start -- --fresh',
    );
  }
  writeFileSync(folder.keyFile, `first:${randomBytes(32).toString('base64')}\n`, { mode: 0o600, flag: 'wx' });
}
