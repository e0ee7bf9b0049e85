import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, statfsSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { goModuleHash, zipFiles } from './archives.ts';
import { download } from './download.ts';
import { GO_VERSION, OLDEST_GO, type Platform, TEMPORAL_CLI_MODULE, TOOLCHAIN_H1 } from './releases.ts';

const NEEDED_BYTES = 3 * 1024 ** 3;
const TELL_EVERY_MS = 10_000;

export interface GoBuild {
  readonly go: string;
  /** Folder that receives the program; made by the caller. */
  readonly into: string;
  readonly env: NodeJS.ProcessEnv;
  readonly log: (line: string) => void;
  readonly signal?: AbortSignal | undefined;
}

/** The Go on the PATH with its version, or why it will not do. */
export function goOnPath(env: NodeJS.ProcessEnv): { readonly go: string } | { readonly missed: string } {
  // GOTOOLCHAIN=local: ask this Go about itself, not one that a go.mod somewhere above asks for.
  const asked = spawnSync('go', ['version'], {
    encoding: 'utf8',
    env: { ...env, GOTOOLCHAIN: 'local' },
    timeout: 10_000,
  });
  if (asked.error !== undefined) return { missed: 'no Go on the PATH' };
  const version = /go(\d+)\.(\d+)/.exec(asked.stdout);
  if (asked.status !== 0 || version === null) return { missed: 'the Go on the PATH does not work' };
  const [major, minor] = [Number(version[1]), Number(version[2])];
  if (major > OLDEST_GO[0] || (major === OLDEST_GO[0] && minor >= OLDEST_GO[1])) return { go: 'go' };
  return { missed: `the Go on the PATH is ${version[0]}; go${OLDEST_GO.join('.')} or newer is needed` };
}

/** Builds the release with `go install`, telling how far it is. Rejects with Go's last words. */
export async function buildTemporal(build: GoBuild): Promise<void> {
  const disk = statfsSync(build.into);
  if (disk.bavail * disk.bsize < NEEDED_BYTES) {
    throw new Error(`building needs 3 GB of disk space in ${path.dirname(build.into)}`);
  }
  const began = performance.now();
  const seconds = (): number => Math.round((performance.now() - began) / 1000);
  let fetched = 0;
  let compiled = 0;
  let words = '';
  build.log('Building the Temporal server with Go: once, about 6 minutes on two cores …');
  const ticker = setInterval(
    () => build.log(`  … ${fetched} modules fetched, ${compiled} packages compiled (${seconds()} s)`),
    TELL_EVERY_MS,
  );
  try {
    await new Promise<void>((resolve, reject) => {
      const child = spawn(build.go, ['install', '-v', TEMPORAL_CLI_MODULE], {
        cwd: build.into,
        stdio: ['ignore', 'ignore', 'pipe'],
        env: {
          ...build.env,
          GOBIN: build.into,
          GOFLAGS: '',
          GO111MODULE: 'on',
          GOWORK: 'off',
          GOOS: '',
          GOARCH: '',
        },
        ...(build.signal === undefined ? {} : { signal: build.signal }),
      });
      child.stderr.on('data', (chunk: Buffer) => {
        const lines = chunk
          .toString('utf8')
          .split('\n')
          .filter((line) => line !== '');
        fetched += lines.filter((line) => line.startsWith('go: downloading')).length;
        compiled += lines.filter((line) => /^[\w.-]+(\/[\w.~-]+)*$/.test(line)).length;
        words = `${words}${chunk.toString('utf8')}`.slice(-2_000);
      });
      child.once('error', reject);
      child.once('close', (code, signal) => {
        if (code === 0) resolve();
        else reject(new Error(`go install ended with ${signal ?? code}: ${lastLines(words)}`));
      });
    });
  } finally {
    clearInterval(ticker);
  }
  build.log(`  … built in ${seconds()} s`);
}

function lastLines(words: string): string {
  return words.trimEnd().split('\n').slice(-3).join(' / ');
}

/** The module proxies of a GOPROXY setting that can be asked over the net or in a folder; none where it is not set. */
export function moduleProxies(goproxy: string | undefined): readonly string[] {
  return (goproxy ?? '')
    .split(/[,|]/)
    .map((entry) => entry.trim().replace(/\/$/, ''))
    .filter((entry) => /^(https?|file):\/\//.test(entry));
}

/**
 * Go itself, from the module proxy, where there is none: fetched, compared with the hash in Go's checksum
 * database, unpacked. Returns the path of `go`. Rejects with the reason.
 */
export async function fetchGo(options: {
  readonly platform: Platform;
  readonly into: string;
  readonly env: NodeJS.ProcessEnv;
  readonly signal?: AbortSignal | undefined;
}): Promise<string> {
  const version = `v0.0.1-go${GO_VERSION}.${options.platform}`;
  const archive = await fromProxies(`golang.org/toolchain/@v/${version}.zip`, options.env, options.signal);
  const files = zipFiles(archive);
  if (goModuleHash(files) !== TOOLCHAIN_H1[options.platform]) {
    throw new Error(`the Go ${GO_VERSION} of the module proxy is not the genuine one (its checksum differs)`);
  }
  const prefix = `golang.org/toolchain@${version}/`;
  for (const file of files) {
    const target = path.join(options.into, file.name.slice(prefix.length));
    if (!file.name.startsWith(prefix) || path.relative(options.into, target).startsWith('..')) {
      throw new Error(`the archive holds a strange file name: ${file.name}`);
    }
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, file.read());
    // Module zips carry no modes; Go sets the same ones when it unpacks a toolchain.
    if (/^(bin|pkg\/tool)\//.test(path.relative(options.into, target))) chmodSync(target, 0o755);
  }
  return path.join(options.into, 'bin', 'go');
}

async function fromProxies(
  what: string,
  env: NodeJS.ProcessEnv,
  signal: AbortSignal | undefined,
): Promise<Buffer> {
  const proxies = moduleProxies(env['GOPROXY']);
  let problem = 'GOPROXY names no module proxy to ask';
  for (const proxy of proxies) {
    try {
      const address = `${proxy}/${what}`;
      if (address.startsWith('file:')) return await readFile(fileURLToPath(address));
      return await download(address, env, signal);
    } catch (error) {
      problem = error instanceof Error ? error.message : String(error);
    }
  }
  throw new Error(`the Go module proxy gave no Go ${GO_VERSION}: ${problem}`);
}
