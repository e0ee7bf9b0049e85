import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  accessSync,
  chmodSync,
  constants,
  existsSync,
  mkdirSync,
  mkdtempSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { fileFromTarGz } from './archives.ts';
import { download } from './download.ts';
import { buildTemporal, fetchGo, goOnPath } from './go-build.ts';
import {
  ARCHIVE_SHA256,
  archiveUrl,
  GO_VERSION,
  OLDEST_SERVER,
  type Platform,
  platformOf,
  TEMPORAL_CLI_MODULE,
  TEMPORAL_CLI_VERSION,
} from './releases.ts';
import { TemporalUnavailable } from './temporal-unavailable.ts';

/** A way of getting the server's program. `attempt` answers with its path, or with why this way is closed. */
export interface Way {
  /** For people: “the official release”. */
  readonly name: string;
  attempt(): Promise<{ readonly path: string } | { readonly missed: string }>;
}

/** A `temporal` program that can run the server. */
export interface TemporalProgram {
  readonly path: string;
  /** Which way led to it. */
  readonly way: string;
}

export interface TemporalSearch {
  /** Folder of things kept between runs; the program goes to `temporal-VERSION/temporal` inside. */
  readonly cacheDir: string;
  readonly env: NodeJS.ProcessEnv;
  readonly log: (line: string) => void;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Finds the program of the Temporal server: on the PATH, in the cache, as official release, built with Go,
 * built with a Go that is fetched for it. What is fetched is compared with pinned checksums. Throws
 * TemporalUnavailable with everything that was tried.
 */
export async function findTemporal(
  search: TemporalSearch,
  ways: readonly Way[] = waysToTemporal(search),
): Promise<TemporalProgram> {
  const tried: string[] = [];
  for (const way of ways) {
    search.signal?.throwIfAborted();
    const outcome = await attempt(way);
    if ('path' in outcome) return { path: outcome.path, way: way.name };
    tried.push(`${way.name}: ${outcome.missed}`);
  }
  search.signal?.throwIfAborted();
  throw new TemporalUnavailable(
    `The Temporal server was neither found nor could it be built:\n${tried.map((line) => `    - ${line}`).join('\n')}`,
    [
      'One of these is enough:',
      `- connect this machine to github.com or to a Go module proxy (GOPROXY=…) and run the command again;`,
      `- install the “temporal” command line on the PATH (https://docs.temporal.io/cli);`,
      `- on a machine with Go: go install ${TEMPORAL_CLI_MODULE}, and copy “temporal” to ${cachedProgram(search.cacheDir)};`,
      '- run a Temporal server elsewhere and give its address: TEMPORAL_ADDRESS=host:7233.',
    ].join('\n'),
  );
}

async function attempt(way: Way): ReturnType<Way['attempt']> {
  try {
    return await way.attempt();
  } catch (error) {
    return { missed: error instanceof Error ? error.message : String(error) };
  }
}

/** Where an earlier run has put the program. */
export function cachedProgram(cacheDir: string): string {
  return path.join(cacheDir, `temporal-${TEMPORAL_CLI_VERSION}`, 'temporal');
}

/** The server's release that `temporal --version` tells, as numbers; nothing when it tells none. */
export function serverRelease(versionLine: string): readonly [major: number, minor: number] | undefined {
  const found = /Server (\d+)\.(\d+)\.\d+/.exec(versionLine);
  return found === null ? undefined : [Number(found[1]), Number(found[2])];
}

function waysToTemporal(search: TemporalSearch): readonly Way[] {
  const platform = platformOf(process.platform, process.arch);
  const ways: Way[] = [
    { name: 'PATH', attempt: async () => onPath(search.env) },
    { name: 'cache', attempt: async () => inCache(search.cacheDir) },
  ];
  if (platform === undefined) return ways;
  return [
    ...ways,
    { name: `official release ${TEMPORAL_CLI_VERSION}`, attempt: () => fromRelease(search, platform) },
    { name: 'Go on the PATH', attempt: () => withGoOnPath(search) },
    { name: `Go ${GO_VERSION} from the module proxy`, attempt: () => withFetchedGo(search, platform) },
  ];
}

function onPath(env: NodeJS.ProcessEnv): Awaited<ReturnType<Way['attempt']>> {
  const candidates = (env['PATH'] ?? '')
    .split(path.delimiter)
    .filter((folder) => path.isAbsolute(folder))
    .map((folder) => path.join(folder, 'temporal'));
  const found = candidates.find(isExecutable);
  return found === undefined ? { missed: 'no “temporal” there' } : usable(found);
}

function inCache(cacheDir: string): Awaited<ReturnType<Way['attempt']>> {
  const program = cachedProgram(cacheDir);
  return existsSync(program) ? usable(program) : { missed: `nothing at ${program}` };
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function usable(program: string): Awaited<ReturnType<Way['attempt']>> {
  const asked = spawnSync(program, ['--version'], { encoding: 'utf8', timeout: 20_000 });
  if (asked.error !== undefined) return { missed: `${program} does not run: ${asked.error.message}` };
  const release = serverRelease(asked.stdout);
  if (release === undefined) return { missed: `${program} is not the Temporal command line` };
  const [major, minor] = release;
  if (major > OLDEST_SERVER[0] || (major === OLDEST_SERVER[0] && minor >= OLDEST_SERVER[1])) {
    return { path: program };
  }
  return {
    missed: `${program} holds server ${release.join('.')}; ${OLDEST_SERVER.join('.')} or newer is needed`,
  };
}

async function fromRelease(search: TemporalSearch, platform: Platform): ReturnType<Way['attempt']> {
  const archive = await download(archiveUrl(platform), search.env, search.signal);
  if (createHash('sha256').update(archive).digest('hex') !== ARCHIVE_SHA256[platform]) {
    return { missed: 'what was downloaded is not the genuine release (its checksum differs)' };
  }
  return await keep(search.cacheDir, async (into) => {
    writeFileSync(path.join(into, 'temporal'), fileFromTarGz(archive, 'temporal'), { mode: 0o755 });
  });
}

async function withGoOnPath(search: TemporalSearch): ReturnType<Way['attempt']> {
  const found = goOnPath(search.env);
  if ('missed' in found) return found;
  return await keep(search.cacheDir, (into) => buildTemporal({ ...search, go: found.go, into }));
}

async function withFetchedGo(search: TemporalSearch, platform: Platform): ReturnType<Way['attempt']> {
  mkdirSync(search.cacheDir, { recursive: true });
  const workshop = mkdtempSync(path.join(search.cacheDir, 'go-'));
  try {
    search.log(`Fetching Go ${GO_VERSION} (70 MB) to build the Temporal server …`);
    const into = path.join(workshop, 'go');
    const go = await fetchGo({ platform, into, env: search.env, signal: search.signal });
    const env = {
      ...search.env,
      GOROOT: into,
      GOTOOLCHAIN: 'local',
      GOPATH: path.join(workshop, 'path'),
      GOCACHE: path.join(workshop, 'cache'),
    };
    return await keep(search.cacheDir, (target) => buildTemporal({ ...search, env, go, into: target }));
  } finally {
    // Go makes its module cache read-only, folders included, which hinders deleting.
    spawnSync('chmod', ['-R', 'u+w', workshop]);
    rmSync(workshop, { recursive: true, force: true });
  }
}

/** Lets `make` put the program into a new folder, and keeps it only when it is whole and runs. */
async function keep(cacheDir: string, make: (into: string) => Promise<void>): ReturnType<Way['attempt']> {
  mkdirSync(cacheDir, { recursive: true });
  const half = mkdtempSync(path.join(cacheDir, 'temporal-'));
  try {
    await make(half);
    const outcome = usable(path.join(half, 'temporal'));
    if ('missed' in outcome) return outcome;
    chmodSync(half, 0o755);
    const program = cachedProgram(cacheDir);
    rmSync(path.dirname(program), { recursive: true, force: true });
    renameSync(half, path.dirname(program));
    return { path: program };
  } finally {
    rmSync(half, { recursive: true, force: true });
  }
}
