/**
 * `npm start`: brings up everything embedded, and stays until Ctrl-C.
 *
 *   npm start [-- --fresh]     --fresh deletes the data of earlier runs first
 */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { Connection } from '@temporalio/client';
import { readSettings, type Settings } from '../application/settings.ts';
import { temporalConnectionOptions } from '../temporal-config/connection-options.ts';
import { findTemporal } from '../temporal-config/find-temporal.ts';
import { ensureNamespace } from '../temporal-config/namespace.ts';
import { TemporalUnavailable } from '../temporal-config/temporal-unavailable.ts';
import { ourCacheFolder } from './lib/cache-folder.ts';
import {
  type DataFolder,
  dataFolder,
  ensureKeyFile,
  secretsOf,
  takeDataFolder,
  wipeDataFolder,
} from './lib/data-folder.ts';
import { describeFailure } from './lib/describe-failure.ts';
import { nodeService, runScript } from './lib/node-service.ts';
import { ensurePorts } from './lib/ports.ts';
import { endLeftoverPostgres, startPostgres } from './lib/postgres.ts';
import { type ProcessGuard, startProcessGuard } from './lib/process-guard.ts';
import { addressesOf, portsOf, productProcesses } from './lib/product.ts';
import { createProgress, type Progress } from './lib/progress.ts';
import { forgetRunning, rememberRunning } from './lib/running-product.ts';
import { StartupError } from './lib/startup-error.ts';
import { listenForStop, type StopRequest } from './lib/stop-request.ts';
import { createSupervisor, type Supervisor } from './lib/supervisor.ts';
import { endLeftoverTemporal, startTemporal } from './lib/temporal-server.ts';
import { buildWeb, isWebBuilt } from './lib/web-build.ts';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

interface Run {
  readonly settings: Settings;
  readonly folder: DataFolder;
  readonly cacheDir: string;
  readonly supervisor: Supervisor;
  readonly guard: ProcessGuard;
  readonly progress: Progress;
  readonly stop: StopRequest;
}

async function main(): Promise<number> {
  const began = performance.now();
  const progress = createProgress((line) => void process.stdout.write(`${line}\n`));
  // A second Ctrl-C: the guard, whose input ends with us, ends what is left.
  const stop = listenForStop(() => process.exit(1));
  const guard = startProcessGuard();
  const supervisor = createSupervisor({ say: progress.say });
  let release = (): void => {};
  let forget = (): void => {};
  try {
    const fresh = readArguments();
    const settings = readSettings(withDefaults(process.env));
    const folder = dataFolder(path.resolve(settings.dataDir ?? path.join(root, '.data')));
    const taken = takeDataFolder(folder);
    release = taken.release;
    forget = () => forgetRunning(folder.root);
    if (taken.leftover) await endLeftovers(folder, progress);
    if (fresh) wipeDataFolder(folder);
    const run: Run = {
      settings,
      folder,
      cacheDir: ourCacheFolder(settings.cacheDir),
      supervisor,
      guard,
      progress,
      stop,
    };
    const words = await bringUp(run);
    progress.say(screen(run, words, Math.round((performance.now() - began) / 1000)));
    await stop.requested;
    progress.say('\nStopping …');
    return 0;
  } catch (error) {
    if (stop.signal.aborted) return 130;
    process.stderr.write(`\nTermiņsargs cannot start.\n${describeFailure(error)}\n\n`);
    return 1;
  } finally {
    await supervisor.stopAll();
    guard.close();
    forget();
    release();
    if (stop.signal.aborted) progress.say('Stopped.');
  }
}

function readArguments(): boolean {
  try {
    const { values } = parseArgs({ options: { fresh: { type: 'boolean', default: false } } });
    return values.fresh;
  } catch (error) {
    throw new StartupError(
      error instanceof Error ? error.message : String(error),
      'npm start knows one option: npm start -- --fresh',
    );
  }
}

/** The embedded database is a training one; into a database of your own nothing is loaded unless you say so. */
function withDefaults(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return { ...env, DEMO_MODE: env['DEMO_MODE'] ?? (env['DATABASE_URL'] === undefined ? 'true' : 'false') };
}

/** A run that was killed may have left servers behind, which hold ports and data. */
async function endLeftovers(folder: DataFolder, progress: Progress): Promise<void> {
  await endLeftoverPostgres(folder.postgres, progress.say);
  await endLeftoverTemporal(folder.temporalFile, progress.say);
}

/** Starts everything in order; resolves with what the scripts have to say to people. */
async function bringUp(run: Run): Promise<string> {
  await ensurePorts(portsOf(run.settings));
  const databaseExisted = existsSync(path.join(run.folder.postgres, 'cluster'));
  if (run.settings.keyFile === undefined && run.settings.keyEncryptionKeys === undefined) {
    ensureKeyFile(run.folder, databaseExisted);
  }
  const [database, temporal, pages] = await Promise.allSettled([
    bringUpPostgres(run),
    bringUpTemporal(run),
    buildPages(run),
  ]);
  if (database.status === 'rejected') throw database.reason;
  if (temporal.status === 'rejected') throw temporal.reason;
  if (pages.status === 'rejected') throw pages.reason;
  return await bringUpProduct(run, database.value, temporal.value);
}

async function buildPages({ progress }: Run): Promise<void> {
  if (!isWebBuilt(root)) await progress.during('Building the pages', () => buildWeb(root));
}

async function bringUpPostgres({
  settings,
  folder,
  cacheDir,
  supervisor,
  guard,
  progress,
}: Run): Promise<string> {
  if (settings.databaseUrl !== undefined) return settings.databaseUrl;
  const start = () =>
    startPostgres({
      dataDir: folder.postgres,
      port: settings.postgresPort,
      cacheDir,
      logFile: path.join(folder.logs, 'postgres.log'),
      log: progress.say,
      guard,
    });
  const running = await progress.during('Starting PostgreSQL', () =>
    supervisor.run({ name: 'postgres', start }),
  );
  return running.url;
}

async function bringUpTemporal(run: Run): Promise<string> {
  const { settings, folder, supervisor, guard, progress } = run;
  if (settings.temporalAddress !== undefined)
    return await prepareTemporal(settings, settings.temporalAddress);
  const program = await findTemporal({
    cacheDir: run.cacheDir,
    env: process.env,
    log: progress.say,
    signal: run.stop.signal,
  });
  const start = () =>
    startTemporal({
      program: program.path,
      dataFile: folder.temporalFile,
      port: settings.temporalPort,
      uiPort: settings.temporalUiPort,
      logFile: path.join(folder.logs, 'temporal.log'),
      log: progress.say,
      guard,
      namespace: settings.temporalNamespace,
    });
  const running = await progress.during('Starting Temporal', () =>
    supervisor.run({ name: 'temporal', start }),
  );
  return running.address;
}

/** A server that is not ours: reachable, and with our namespace. */
async function prepareTemporal(settings: Settings, temporalAddress: string): Promise<string> {
  const options = await temporalConnectionOptions({ ...settings, temporalAddress });
  const connection = await Connection.connect(options).catch((error: unknown) => {
    throw new TemporalUnavailable(
      `The Temporal server at ${temporalAddress} cannot be reached.`,
      'Check TEMPORAL_ADDRESS and the TEMPORAL_TLS… settings, or leave them out to run the embedded server.',
      { cause: error },
    );
  });
  try {
    await ensureNamespace(connection, settings.temporalNamespace);
  } finally {
    await connection.close();
  }
  return temporalAddress;
}

async function bringUpProduct(run: Run, databaseUrl: string, temporalAddress: string): Promise<string> {
  const { settings, folder, supervisor, guard, progress, stop } = run;
  const secrets = secretsOf(folder);
  const place = { root, logDir: folder.logs, guard };
  const product = { settings, folder, secrets, databaseUrl, temporalAddress, baseEnv: process.env };
  const words: string[] = [];
  for (const one of productProcesses(product)) {
    stop.signal.throwIfAborted();
    if (one.kind === 'once') {
      if (one.name === 'migrate') rememberRunning(folder.root, one.env);
      const said = await progress.during(`Running ${one.name}`, () => runScript(one, place, stop.signal));
      if (one.shown && said !== '') words.push(said);
    } else {
      await progress.during(`Starting ${one.name}`, () => supervisor.run(nodeService(one, place)));
    }
  }
  return words.join('\n\n');
}

function screen({ settings, folder }: Run, words: string, seconds: number): string {
  const { product, mailbox, temporal } = addressesOf(settings);
  const lines = [
    '',
    `Termiņsargs is running (started in ${seconds} s).`,
    '',
    `  Product     ${product}`,
    ...(mailbox === undefined ? [] : [`  Mail        ${mailbox}`]),
    ...(temporal === undefined ? [] : [`  Temporal    ${temporal}`]),
    `  Data, logs  ${folder.root}, ${folder.logs}`,
    ...(words === '' ? [] : ['', words.replaceAll(/^/gm, '  ')]),
    '',
    '  Stop: Ctrl-C. The data stays; begin anew with: npm start -- --fresh',
    '',
  ];
  return lines.join('\n');
}

process.exit(await main());
