/**
 * Who has a page open hears which of the dossiers they see have changed, and asks for what they show anew. Only ids
 * travel; each is checked under the person's own row-level rights at the moment it is told.
 */
import { hearChanges, visibleOf } from '../../db/changed-dossiers.ts';
import type { Database } from '../../db/connect.ts';
import { asActor } from '../../db/transaction.ts';
import type { Clock, Log } from '../ports.ts';

export type LiveChanges = {
  /** Calls `tell` with ids of dossiers that changed and that the person sees; returns what ends it. */
  follow(personId: string, tell: (dossierIds: readonly string[]) => void): () => void;
  stop(): Promise<void>;
};

type Follower = { readonly personId: string; readonly tell: (dossierIds: readonly string[]) => void };

/** Milliseconds in which changes are gathered: a person is asked about once for all of them. */
const gatherMs = 400;

/** Starts to listen. Changes while the connection is broken are not told: pages ask again by themselves, too. */
export async function startLiveChanges(deps: {
  readonly database: Database;
  readonly clock: Clock;
  readonly log: Log;
}): Promise<LiveChanges> {
  const followers = new Set<Follower>();
  let gathered = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  const unlisten = await hearChanges(deps.database, (dossierId) => {
    if (followers.size === 0) return;
    gathered.add(dossierId);
    timer ??= setTimeout(() => void tellAll(), gatherMs);
  });

  async function tellAll(): Promise<void> {
    timer = undefined;
    const ids = [...gathered];
    gathered = new Set();
    for (const [personId, theirs] of Map.groupBy(followers, (one) => one.personId)) {
      try {
        const seen = await visibleTo(personId, ids);
        if (seen.length > 0) for (const { tell } of theirs) tell(seen);
      } catch (error) {
        deps.log.warn({ code: error instanceof Error ? error.name : 'unknown' }, 'changes not told');
      }
    }
  }

  async function visibleTo(personId: string, ids: readonly string[]): Promise<readonly string[]> {
    const now = await deps.clock.now();
    return await asActor(deps.database, { personId, now }, (tx) => visibleOf(tx, ids));
  }

  return {
    follow(personId, tell) {
      const follower = { personId, tell };
      followers.add(follower);
      return () => void followers.delete(follower);
    },
    async stop() {
      clearTimeout(timer);
      followers.clear();
      await unlisten();
    },
  };
}
