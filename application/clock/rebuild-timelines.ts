/** Has every timeline started anew from Postgres, the most urgent first. */
import type { Database } from '../../db/connect.ts';
import { dossiersWithClock, forgetClocks } from '../../db/repositories/dossiers.ts';
import { asClock } from '../../db/transaction.ts';
import type { Timelines } from '../ports.ts';

const atOnce = 8;

/**
 * Forgets what the clocks know and pokes each dossier; one that cannot be reached stays forgotten, and the sweep goes
 * on with it. Returns how many were poked. Throws the first failure of Temporal.
 */
export async function rebuildTimelines(
  database: Database,
  timelines: Timelines,
  progress: (done: number) => void = () => undefined,
): Promise<number> {
  const waiting = await asClock(database, async (tx) => {
    await forgetClocks(tx);
    return [...(await dossiersWithClock(tx))];
  });
  let done = 0;
  const poke = async (): Promise<void> => {
    for (let id = waiting.shift(); id !== undefined; id = waiting.shift()) {
      await timelines.changed(id);
      done += 1;
      progress(done);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, poke));
  return done;
}
