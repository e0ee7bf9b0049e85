import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { type RunAs, unprivilegedUser } from './postgres-binaries.ts';
import { StartupError } from './startup-error.ts';

/** Where root's data lies when the server's user cannot reach the clone. */
const DATA_OF_ROOT = '/var/lib/terminsargs';

/** The folder of one embedded PostgreSQL. */
export interface PostgresFolder {
  /** Who the server runs as; nothing for the user we are. */
  readonly runAs: RunAs | undefined;
  /** PostgreSQL's own data folder inside. */
  readonly cluster: string;
  /** The file that holds the owner's password (mode 0600). */
  readonly passwordFile: string;
  /** The owner's password. */
  readonly password: string;
}

/**
 * Makes or opens the folder. As root it belongs to an unprivileged user (the one it has belonged to before,
 * if any); where that user cannot reach it, `dataDir` becomes a link into `/var/lib/terminsargs`.
 */
export function preparePostgresFolder(dataDir: string): PostgresFolder {
  try {
    const runAs = process.getuid?.() === 0 ? (ownerOf(dataDir) ?? unprivilegedUser()) : undefined;
    const home = openHome(dataDir, runAs);
    const passwordFile = path.join(home, 'owner-password');
    if (!existsSync(passwordFile)) {
      writeFileSync(passwordFile, randomBytes(24).toString('base64url'), { mode: 0o600, flag: 'wx' });
      if (runAs !== undefined) chownSync(passwordFile, runAs.uid, runAs.gid);
    }
    const password = readFileSync(passwordFile, 'utf8').trim();
    return { runAs, cluster: path.join(home, 'cluster'), passwordFile, password };
  } catch (error) {
    if (error instanceof StartupError) throw error;
    throw folderError(dataDir, error);
  }
}

/** Deletes the folder of an embedded PostgreSQL that is not running, wherever it really lies. */
export function removePostgresFolder(dataDir: string): void {
  const link = lstatSync(dataDir, { throwIfNoEntry: false })?.isSymbolicLink() === true;
  if (link && existsSync(dataDir)) {
    const target = realpathSync(dataDir);
    if (path.dirname(target) === DATA_OF_ROOT) rmSync(target, { recursive: true, force: true });
  }
  rmSync(dataDir, { recursive: true, force: true });
}

function ownerOf(dataDir: string): RunAs | undefined {
  const stat = statSync(path.join(dataDir, 'owner-password'), { throwIfNoEntry: false });
  return stat === undefined || stat.uid === 0 ? undefined : { uid: stat.uid, gid: stat.gid };
}

function openHome(dataDir: string, runAs: RunAs | undefined): string {
  mkdirSync(path.dirname(dataDir), { recursive: true });
  if (existsSync(dataDir)) return realpathSync(dataDir);
  // A link whose target was deleted: begin anew.
  rmSync(dataDir, { force: true });
  mkdirSync(dataDir, { mode: 0o700 });
  if (runAs === undefined) return dataDir;
  chownSync(dataDir, runAs.uid, runAs.gid);
  if (canWrite(dataDir, runAs)) return dataDir;
  rmSync(dataDir, { recursive: true });
  mkdirSync(DATA_OF_ROOT, { recursive: true });
  chmodSync(DATA_OF_ROOT, 0o755);
  const elsewhere = mkdtempSync(path.join(DATA_OF_ROOT, 'postgres-'));
  chownSync(elsewhere, runAs.uid, runAs.gid);
  if (!canWrite(elsewhere, runAs)) throw new Error(`user ${runAs.uid} cannot write to ${elsewhere}`);
  symlinkSync(elsewhere, dataDir);
  return elsewhere;
}

/** Asks the system itself, which knows of access lists and mount options, too. */
function canWrite(folder: string, runAs: RunAs): boolean {
  const asked = spawnSync('/bin/sh', ['-c', 'cd "$0" && test -w .', folder], {
    ...runAs,
    cwd: '/',
    stdio: 'ignore',
  });
  return asked.status === 0;
}

function folderError(dataDir: string, error: unknown): StartupError {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  const why = error instanceof Error ? error.message : String(error);
  if (code === 'ENOSPC' || code === 'EDQUOT') {
    return new StartupError(
      `There is no disk space left for PostgreSQL's data in ${dataDir}.`,
      'Free some space, or put the data elsewhere: TERMINSARGS_DATA=…',
      { cause: error },
    );
  }
  return new StartupError(
    `PostgreSQL's data folder ${dataDir} cannot be used: ${why}`,
    'Make it belong to you (sudo chown -R "$(id -u)" followed by the folder), or put the data elsewhere: TERMINSARGS_DATA=…',
    { cause: error },
  );
}
