/**
 * Schemathesis in the cache folder, installed once for each list of versions and each Python. Nothing but `python3` is
 * taken for granted: where it has no pip and Debian’s python3-venv is missing, pip’s own wheel is fetched.
 */
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { download } from '../../temporal-config/download.ts';

const run = promisify(execFile);

/** A pip that runs from its wheel, and the checksum that the index must name. */
const pipWheel = {
  file: 'pip-26.1-py3-none-any.whl',
  sha256: '4e8486d821d814b77319acb7b9e8bf5a4ee7590a643e7cb21029f209be8573c1',
} as const;
const requirements = path.join(import.meta.dirname, 'requirements.txt');
const installWithinMs = 300_000;

export type Schemathesis = {
  /** The interpreter, and the environment in which `-m schemathesis.cli` is found. */
  readonly python: string;
  readonly env: NodeJS.ProcessEnv;
};

/** Installed or found; else what is missing, for whoever reads the test's output. */
export type Found = { readonly schemathesis: Schemathesis } | { readonly missing: string };

/** A way to a pip: the arguments of the interpreter that stand before pip’s own. */
type Way = { readonly name: string; readonly pip: (folder: string) => Promise<Pip> };
type Pip = { readonly program: string; readonly args: readonly string[] };

/** Looks in the cache, else installs there. `python` is a program's name or path. */
export async function findSchemathesis(
  cacheDir: string,
  env: NodeJS.ProcessEnv = process.env,
  python = 'python3',
): Promise<Found> {
  const version = await versionOf(python, env);
  if (version === null)
    return {
      missing: `there is no ${python} of version 3.10 or newer on the PATH (Debian: apt install python3)`,
    };
  const list = createHash('sha256').update(readFileSync(requirements)).digest('hex').slice(0, 12);
  const folder = path.join(cacheDir, `schemathesis-${list}-python-${version}-${process.arch}`);
  const found = { schemathesis: { python, env: { ...env, PYTHONPATH: folder, PYTHONHASHSEED: '0' } } };
  if (existsSync(folder)) return found;
  const tried: string[] = [];
  for (const way of waysToPip(python, env)) {
    try {
      await install(cacheDir, folder, way, env);
      return found;
    } catch (error) {
      tried.push(`${way.name}: ${error instanceof Error ? error.message.trim().slice(-600) : String(error)}`);
    }
  }
  return { missing: `schemathesis could not be installed:\n${tried.join('\n')}` };
}

/** Beside its place first, then moved: whoever looks meanwhile finds all of it or nothing. */
async function install(cacheDir: string, folder: string, way: Way, env: NodeJS.ProcessEnv): Promise<void> {
  mkdirSync(cacheDir, { recursive: true });
  const making = mkdtempSync(path.join(cacheDir, 'schemathesis-'));
  try {
    const { program, args } = await way.pip(making);
    const target = path.join(making, 'site');
    await run(
      program,
      [...args, 'install', '--quiet', '--no-input', '--target', target, '--requirement', requirements],
      { env, timeout: installWithinMs },
    );
    if (!existsSync(folder)) renameSync(target, folder);
  } finally {
    rmSync(making, { recursive: true, force: true });
  }
}

/** In the order of what they need from outside. */
function waysToPip(python: string, env: NodeJS.ProcessEnv): readonly Way[] {
  return [
    {
      name: 'pip of a virtual environment',
      async pip(folder) {
        await run(python, ['-m', 'venv', path.join(folder, 'venv')], { env });
        return { program: path.join(folder, 'venv', 'bin', 'python'), args: ['-m', 'pip'] };
      },
    },
    {
      name: 'pip of this Python',
      async pip() {
        await run(python, ['-m', 'pip', '--version'], { env });
        return { program: python, args: ['-m', 'pip'] };
      },
    },
    {
      name: 'pip’s wheel from the package index',
      async pip(folder) {
        const wheel = path.join(folder, pipWheel.file);
        writeFileSync(wheel, await fetchedPip(env));
        return { program: python, args: [path.join(wheel, 'pip')] };
      },
    },
  ];
}

async function fetchedPip(env: NodeJS.ProcessEnv): Promise<Buffer> {
  const index = `${(env['PIP_INDEX_URL'] ?? 'https://pypi.org/simple').replace(/\/+$/, '')}/pip/`;
  const listing = (await download(index, env)).toString('utf8');
  const escaped = pipWheel.file.replaceAll('.', '\\.');
  const address = new RegExp(`href="([^"#]*${escaped})[#"]`).exec(listing)?.[1];
  if (address === undefined) throw new Error(`${index} has no ${pipWheel.file}`);
  const wheel = await download(new URL(address, index).href, env);
  if (createHash('sha256').update(wheel).digest('hex') !== pipWheel.sha256)
    throw new Error(`${pipWheel.file} is not what its checksum says`);
  return wheel;
}

/** `3.11`; null where there is no such program, or it is older than schemathesis takes. */
async function versionOf(python: string, env: NodeJS.ProcessEnv): Promise<string | null> {
  const ask = 'import sys; print("%d.%d" % sys.version_info[:2]); sys.exit(sys.version_info < (3, 10))';
  return await run(python, ['-c', ask], { env }).then(
    ({ stdout }) => stdout.trim(),
    () => null,
  );
}
