/**
 * The product as real processes on real servers of its own: PostgreSQL, Temporal, the worker and the API, each of
 * which can be killed and started again at any moment; a scripted SMTP server takes its mails.
 */
import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { CrashPoint } from '../../application/crash-points.ts';
import { wallTime } from '../../application/product-clock.ts';
import { asRole } from '../../application/settings.ts';
import { type Daemon, type Exit, startDaemon, stopDaemon, within } from '../../bin/lib/daemon.ts';
import { portProblem } from '../../bin/lib/ports.ts';
import { startPostgres } from '../../bin/lib/postgres.ts';
import { removePostgresFolder } from '../../bin/lib/postgres-folder.ts';
import { startProcessGuard } from '../../bin/lib/process-guard.ts';
import { startTemporal } from '../../bin/lib/temporal-server.ts';
import { openDatabase } from '../../db/connect.ts';
import { migrate } from '../../db/migrate.ts';
import { markTraining, type SimulatedClock, setSimulatedClock } from '../../db/repositories/runtime.ts';
import { asClock } from '../../db/transaction.ts';
import type { Instant } from '../../domain/time.ts';
import { DEFAULT_NAMESPACE } from '../../temporal-config/namespace.ts';
import { type ScriptedSmtp, startScriptedSmtp } from '../support/scripted-smtp.ts';
import { makeSmallMunicipality, type SmallMunicipality } from '../support/small-municipality.ts';

export const victims = ['worker', 'api', 'temporal', 'postgres'] as const;
export type Victim = (typeof victims)[number];

export type ProductUnderFire = {
  readonly apiUrl: string;
  /** Signs in as the owner of all tables. */
  readonly ownerUrl: string;
  readonly temporalAddress: string;
  readonly namespace: string;
  readonly smtp: ScriptedSmtp;
  readonly place: SmallMunicipality;
  runs(victim: Victim): boolean;
  /** SIGKILL; resolves when it is gone. */
  kill(victim: Victim): Promise<void>;
  /** Starts it unless it runs, again and again while what it needs is away. */
  start(victim: Victim): Promise<void>;
  /** Starts it once with a crash point armed; resolves when it can be used or has died there already. */
  startArmed(victim: 'worker' | 'api', crashAt: CrashPoint): Promise<void>;
  /** How the process ends that runs now. */
  ended(victim: Victim): Promise<Exit>;
  setClock(clock: Pick<SimulatedClock, 'mode' | 'nowAt' | 'rate'>): Promise<void>;
  close(): Promise<void>;
};

export type FirePlace = { readonly temporalProgram: string; readonly cacheDir: string };

type Running = { readonly exited: Promise<Exit>; kill(): Promise<void>; stop(): Promise<void> };
type Launched = { readonly running: Running; readonly ready: boolean };

const root = fileURLToPath(new URL('../..', import.meta.url));
const startWithinMs = 90_000;

/** Starts servers and processes, with an empty municipality; the product's clock stands still at `now`. */
export async function startProductUnderFire(place: FirePlace, now: Instant): Promise<ProductUnderFire> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'terminsargs-chaos-'));
  // PostgreSQL may run as another user, who must pass through.
  chmodSync(folder, 0o711);
  const guard = startProcessGuard();
  guard.removeAtEnd(folder);
  const smtp = await startScriptedSmtp();
  const [postgresPort, temporalPort, apiPort] = [
    await lastingPort(),
    await lastingPort(),
    await lastingPort(),
  ];
  const keyFile = path.join(folder, 'keys');
  writeFileSync(keyFile, `first:${randomBytes(32).toString('base64')}\n`, { mode: 0o600 });
  const passwords = {
    appApiPassword: secret(),
    appClockPassword: secret(),
    appAuthPassword: secret(),
  };
  const log = (): void => undefined;
  const running = new Map<Victim, Running>();
  const gone = new Map<Victim, Promise<Exit>>();
  let ownerUrl = '';

  const startServerOnce = async (victim: 'postgres' | 'temporal'): Promise<Running> => {
    if (victim === 'temporal') {
      return await startTemporal({
        program: place.temporalProgram,
        dataFile: path.join(folder, 'temporal', 'temporal.db'),
        port: temporalPort,
        logFile: path.join(folder, 'temporal.log'),
        log,
        guard,
      });
    }
    const server = await startPostgres({
      dataDir: path.join(folder, 'postgres'),
      port: postgresPort,
      cacheDir: place.cacheDir,
      logFile: path.join(folder, 'postgres.log'),
      log,
      guard,
      settings: { shared_buffers: '64MB' },
    });
    ownerUrl = server.url;
    return server;
  };

  const launch = async (victim: 'worker' | 'api', crashAt?: CrashPoint): Promise<Launched> => {
    const daemon = await startDaemon({
      name: victim,
      command: process.execPath,
      args: [path.join(root, victim === 'worker' ? 'worker/main.ts' : 'api/server.ts')],
      cwd: root,
      logFile: path.join(folder, `${victim}.log`),
      guard,
      env: {
        ...processEnvironment(),
        ...(victim === 'worker'
          ? { DATABASE_URL_CLOCK: asRole(ownerUrl, 'app_clock', passwords.appClockPassword) }
          : {
              DATABASE_URL_API: asRole(ownerUrl, 'app_api', passwords.appApiPassword),
              DATABASE_URL_AUTH: asRole(ownerUrl, 'app_auth', passwords.appAuthPassword),
            }),
        TEMPORAL_ADDRESS: `127.0.0.1:${temporalPort}`,
        SMTP_URL: smtp.url,
        MAIL_FROM: 'Termiņsargs <terminsargs@terminsargs.example>',
        PUBLIC_URL: 'https://terminsargs.example',
        API_PORT: `${apiPort}`,
        KEY_FILE: keyFile,
        DEMO_MODE: 'true',
        LOG_LEVEL: 'warn',
        SWEEP_SECONDS: '2',
        ...(crashAt === undefined ? {} : { CRASH_AT: crashAt }),
      },
    });
    const kill = async (): Promise<void> => {
      daemon.signal('SIGKILL');
      await daemon.exited;
    };
    const ready = await untilReady(daemon, `${victim} ready`);
    return {
      ready,
      running: {
        exited: daemon.exited,
        kill,
        stop: async () => void (await stopDaemon(daemon, [{ signal: 'SIGTERM', graceMs: 15_000 }])),
      },
    };
  };

  const hold = (victim: Victim, one: Running): void => {
    running.set(victim, one);
    gone.set(victim, one.exited);
    void one.exited.then(() => {
      if (running.get(victim) === one) running.delete(victim);
    });
  };

  const startNodeOnce = async (victim: 'worker' | 'api'): Promise<Running> => {
    const launched = await launch(victim);
    if (launched.ready) return launched.running;
    await launched.running.kill();
    throw new Error(`${victim} did not start; its log lies in ${folder}`);
  };

  const start = async (victim: Victim): Promise<void> => {
    if (running.has(victim)) return;
    const deadline = performance.now() + startWithinMs;
    for (;;) {
      try {
        const server = victim === 'postgres' || victim === 'temporal';
        hold(victim, server ? await startServerOnce(victim) : await startNodeOnce(victim));
        return;
      } catch (error) {
        // What it needs may be away itself, or the killed one's orphans are not gone yet.
        if (performance.now() > deadline) throw error;
        await sleep(200);
      }
    }
  };

  const close = async (): Promise<void> => {
    for (const victim of victims) await running.get(victim)?.stop();
    guard.close();
    await smtp.close();
    removePostgresFolder(path.join(folder, 'postgres'));
    if (process.env['CHAOS_KEEP'] === undefined) rmSync(folder, { recursive: true, force: true });
  };

  const asOwner = async <T>(work: Parameters<typeof asClock<T>>[1]): Promise<T> => {
    const owner = openDatabase(ownerUrl, 1);
    try {
      return await asClock(owner, work);
    } finally {
      await owner.close();
    }
  };
  const setClock: ProductUnderFire['setClock'] = (clock) =>
    asOwner((tx) => setSimulatedClock(tx, { ...clock, setAt: wallTime() }));

  try {
    await Promise.all([start('postgres'), start('temporal')]);
    await migrate(ownerUrl, passwords);
    await asOwner(markTraining);
    await setClock({ mode: 'simulated', nowAt: now, rate: null });
    const municipality = await makeSmallMunicipality(ownerUrl, now);
    await Promise.all([start('worker'), start('api')]);
    return {
      apiUrl: `http://127.0.0.1:${apiPort}/api/v1`,
      ownerUrl,
      temporalAddress: `127.0.0.1:${temporalPort}`,
      namespace: DEFAULT_NAMESPACE,
      smtp,
      place: municipality,
      runs: (victim) => running.has(victim),
      async kill(victim) {
        await running.get(victim)?.kill();
        running.delete(victim);
      },
      start,
      async startArmed(victim, crashAt) {
        hold(victim, (await launch(victim, crashAt)).running);
      },
      ended: (victim) => gone.get(victim) ?? Promise.reject(new Error(`${victim} was never started`)),
      setClock,
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/** True once it has said the line; false where it ended before, or said nothing for too long. */
async function untilReady(daemon: Daemon, line: string): Promise<boolean> {
  const deadline = performance.now() + startWithinMs;
  while (performance.now() < deadline && daemon.exit === undefined) {
    if (daemon.output().includes(line)) return true;
    await within(daemon.exited, 50);
  }
  return false;
}

function secret(): string {
  return randomBytes(18).toString('base64url');
}

/** Neither the tester's settings nor vitest's own reach the processes. */
function processEnvironment(): NodeJS.ProcessEnv {
  const { PATH, HOME, LANG } = process.env;
  return { PATH, HOME, LANG, NO_COLOR: '1' };
}

/**
 * A free port below those that systems give to outgoing connections: it stays free while its owner is dead. Test
 * files that run at the same time take them from ranges of their own, so that none takes another's dead one's.
 */
async function lastingPort(): Promise<number> {
  const lane = Number(process.env['VITEST_POOL_ID'] ?? 1) % 3;
  for (;;) {
    const port = 20_000 + 4_000 * lane + Math.floor(Math.random() * 4_000);
    if ((await portProblem(port)) === undefined) return port;
  }
}
