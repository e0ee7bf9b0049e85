/** The log of a process: one line of JSON per entry on standard output. Callers pass codes and opaque ids only. */
import { type DestinationStream, pino } from 'pino';
import type { Log } from './ports.ts';

export type LogLevel = 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'fatal' | 'silent';

/** `name` tells the processes apart. No host name, no process arguments. `into` takes the lines instead of standard output. */
export function createLog(name: string, level: LogLevel, into?: DestinationStream): Log {
  const options = { level, base: { name } };
  return into === undefined ? pino(options) : pino(options, into);
}
