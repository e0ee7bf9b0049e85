import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, fstatSync, mkdirSync, openSync, readSync, renameSync, statSync } from 'node:fs';
import path from 'node:path';
import type { ProcessGuard } from './process-guard.ts';

const LARGE_LOG_BYTES = 20 * 1024 * 1024;
const TAIL_BYTES = 16_384;

/** How a process ended. */
export interface Exit {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** A running process of ours that writes into a log file. */
export interface Daemon {
  readonly name: string;
  readonly pid: number;
  /** Resolves when the process is gone; never rejects. */
  readonly exited: Promise<Exit>;
  /** How it ended, once it has. */
  readonly exit: Exit | undefined;
  /** Sends a signal; false when the process is already gone. */
  signal(signal: NodeJS.Signals): boolean;
  /** What it has written since it was started, at most the last 16 kB. */
  output(): string;
}

export interface DaemonOptions {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly env: NodeJS.ProcessEnv;
  readonly cwd?: string;
  readonly logFile: string;
  readonly runAs?: { readonly uid: number; readonly gid: number } | undefined;
  readonly guard?: ProcessGuard | undefined;
}

/**
 * Starts a process in a session of its own, with its output in the log file. Rejects when it cannot be
 * spawned at all (error codes ENOENT, EACCES, EPERM …).
 */
export async function startDaemon(options: DaemonOptions): Promise<Daemon> {
  mkdirSync(path.dirname(options.logFile), { recursive: true });
  setAsideLargeLog(options.logFile);
  const log = openSync(options.logFile, 'a', 0o600);
  const start = fstatSync(log).size;
  const child = spawn(options.command, [...options.args], {
    detached: true,
    stdio: ['ignore', log, log],
    env: options.env,
    ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
    ...(options.runAs === undefined ? {} : { uid: options.runAs.uid, gid: options.runAs.gid }),
  });
  closeSync(log);
  let exit: Exit | undefined;
  const exited = new Promise<Exit>((resolve) => {
    child.once('exit', (code, signal) => {
      if (child.pid !== undefined) options.guard?.forget(child.pid);
      exit = { code, signal };
      resolve(exit);
    });
  });
  await once(child, 'spawn');
  const pid = child.pid;
  if (pid === undefined) throw new Error(`${options.name} was spawned without a process id`);
  options.guard?.watch(pid);
  return {
    name: options.name,
    pid,
    exited,
    get exit() {
      return exit;
    },
    signal: (signal) => exit === undefined && child.kill(signal),
    output: () => tailOf(options.logFile, start),
  };
}

/** Asks with each signal in turn and waits for its grace period; the last is always SIGKILL. */
export async function stopDaemon(
  daemon: Daemon,
  asks: readonly { readonly signal: NodeJS.Signals; readonly graceMs: number }[],
): Promise<Exit> {
  for (const ask of asks) {
    if (daemon.exit !== undefined) return daemon.exit;
    daemon.signal(ask.signal);
    const gone = await within(daemon.exited, ask.graceMs);
    if (gone !== undefined) return gone;
  }
  daemon.signal('SIGKILL');
  return await daemon.exited;
}

/** The value of the promise, or nothing when it takes longer than `ms`. */
export async function within<T>(promise: Promise<T>, ms: number): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), ms);
  });
  try {
    return await Promise.race([promise, timeout]);
  } finally {
    clearTimeout(timer);
  }
}

function tailOf(file: string, start: number): string {
  const handle = openSync(file, 'r');
  try {
    const { size } = fstatSync(handle);
    const from = Math.max(start, size - TAIL_BYTES);
    const bytes = Buffer.alloc(Math.max(0, size - from));
    readSync(handle, bytes, 0, bytes.length, from);
    return bytes.toString('utf8');
  } finally {
    closeSync(handle);
  }
}

function setAsideLargeLog(file: string): void {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (size > LARGE_LOG_BYTES) renameSync(file, `${file}.1`);
}
