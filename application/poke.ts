/** Tells the clock of a dossier that something changed. If Temporal is away, the sweep finds out by the version. */
import { withPatience } from './patience.ts';
import type { Log, Timelines } from './ports.ts';

const patienceMs = 500;

/** Never throws, and never holds an answer for longer than half a second. False where the poke may not have come through. */
export async function poke(
  { timelines, log }: { readonly timelines: Timelines; readonly log: Log },
  dossierId: string,
): Promise<boolean> {
  try {
    await withPatience(timelines.changed(dossierId), patienceMs);
    return true;
  } catch (error) {
    log.warn({ dossierId, code: error instanceof Error ? error.name : 'unknown' }, 'timeline not poked');
    return false;
  }
}
