/** The log of a process: one line of JSON per entry on standard output. Callers pass codes and opaque ids only. */
import { pino } from 'pino';
import type { Log } from './ports.ts';

export type LogLevel = 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'fatal' | 'silent';

/** `name` tells the processes apart. No host name, no process arguments. */
export function createLog(name: string, level: LogLevel): Log {
  return pino({ level, base: { name } });
}
