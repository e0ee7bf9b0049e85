/** Temporal's own log lines, in ours: message and level only, as their details may hold what we do not know. */
import { DefaultLogger } from '@temporalio/worker';
import type { Log } from '../application/ports.ts';

export function temporalLog(log: Log): DefaultLogger {
  return new DefaultLogger('WARN', ({ level, message }) => {
    if (level === 'ERROR') log.error({ from: 'temporal' }, message);
    else log.warn({ from: 'temporal' }, message);
  });
}
