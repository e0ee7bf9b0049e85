/** The clock's side of the application: what worker, sweep and tests may ask for. */
import type { Database } from '../db/connect.ts';
import { loadTimeline, type Timeline } from './clock/load-timeline.ts';
import { reconcile, type TemporalStore } from './clock/reconcile.ts';
import { sweep, takeAllDue } from './clock/sweep.ts';
import { takeSteps } from './clock/take-steps.ts';
import { armCrashPoint, type CrashPoint } from './crash-points.ts';
import { deliverMails } from './delivery/deliver-mails.ts';
import type { ClockDeps } from './deps.ts';
import { oneAtATime } from './one-at-a-time.ts';
import type { Clock } from './ports.ts';
import { productClock, readTraining } from './product-clock.ts';
import { type RawReply, type ReplyOutcome, receiveReply } from './replies/receive-reply.ts';

export type ClockSide = {
  loadTimeline(dossierId: string): Promise<Timeline>;
  takeSteps(dossierId: string): Promise<Timeline>;
  deliverMails(): Promise<void>;
  /** A reply that came to the mailbox for replies. Throws a TypeError where none is set. */
  receiveReply(reply: RawReply): Promise<ReplyOutcome>;
  /** One round of the second clock; first looks whether Temporal's store is still the same. */
  sweep(store: TemporalStore): Promise<void>;
  /** Waits for what is under way. */
  quiet(): Promise<void>;
};

export type ClockSideParts = Omit<ClockDeps, 'clock' | 'training' | 'database'> & {
  readonly database: Database;
  readonly crashAt: CrashPoint | undefined;
  /** Another clock than the product's own, for measuring. */
  readonly clock?: Clock;
  /** From this many firings at the same time the others that are due are taken in sets. */
  readonly herdSize?: number;
};

const usualHerdSize = 5;

export async function createClockSide(parts: ClockSideParts): Promise<ClockSide> {
  const training = await readTraining(parts.database);
  armCrashPoint(parts.crashAt, training);
  const { clock = productClock(parts.database, training), herdSize = usualHerdSize } = parts;
  const deps: ClockDeps = { ...parts, training, clock };
  let firing = 0;
  const delivery = oneAtATime(() => deliverMails(deps));
  const herd = oneAtATime(async () => {
    await takeAllDue(deps, await deps.clock.now());
  });
  return {
    loadTimeline: (dossierId) => loadTimeline(deps, dossierId),
    async takeSteps(dossierId) {
      firing += 1;
      if (firing >= herdSize) herd.start();
      try {
        await takeSteps(deps, dossierId);
      } finally {
        firing -= 1;
      }
      return await loadTimeline(deps, dossierId);
    },
    deliverMails: () => delivery.run(),
    async receiveReply(reply) {
      const { replyMailbox } = deps;
      if (replyMailbox === undefined) throw new TypeError('no mailbox for replies is set');
      return await receiveReply({ ...deps, replyMailbox }, reply);
    },
    async sweep(store) {
      await sweep(
        deps,
        () => reconcile(deps, store),
        () => delivery.run(),
      );
    },
    async quiet() {
      await Promise.all([delivery.idle(), herd.idle()]);
    },
  };
}
