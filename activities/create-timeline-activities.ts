/** The activities of the `timeline` workflow; each calls one function of the application. */
import { heartbeat } from '@temporalio/activity';
import { coded } from './coded.ts';
import type { Timeline, TimelineActivities } from './timeline-activities.ts';

export type TimelineWork = {
  readonly loadTimeline: (dossierId: string) => Promise<Timeline>;
  readonly takeSteps: (dossierId: string) => Promise<Timeline>;
  readonly deliverMails: () => Promise<unknown>;
};

/** Fewer than the activities a worker runs at once: mail servers that hang must leave room for the clock. */
const deliveriesAtOnce = 4;
const heartbeatEveryMs = 5_000;

export function createTimelineActivities(work: TimelineWork): TimelineActivities {
  const deliver = inLanes(deliveriesAtOnce, work.deliverMails);
  return {
    loadTimeline: (dossierId) => coded(() => work.loadTimeline(dossierId)),
    takeSteps: (dossierId) => coded(() => work.takeSteps(dossierId)),
    async deliverMails() {
      const pulse = setInterval(heartbeat, heartbeatEveryMs);
      try {
        await coded(deliver);
      } finally {
        clearInterval(pulse);
      }
    },
  };
}

/** With all lanes taken, it asks whichever ends first to run once more, and does not wait for it. */
function inLanes(lanes: number, work: () => Promise<unknown>): () => Promise<void> {
  let taken = 0;
  let again = false;
  return async () => {
    if (taken === lanes) {
      again = true;
      return;
    }
    taken += 1;
    try {
      do {
        again = false;
        await work();
      } while (again);
    } finally {
      taken -= 1;
    }
  };
}
