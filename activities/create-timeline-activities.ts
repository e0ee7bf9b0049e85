/** The activities of the `timeline` workflow; each calls one function of the application. */
import { ApplicationFailure, heartbeat } from '@temporalio/activity';
import { failureCode } from './failure-code.ts';
import type { Timeline, TimelineActivities } from './timeline-activities.ts';

export type TimelineWork = {
  readonly loadTimeline: (dossierId: string) => Promise<Timeline>;
  readonly takeSteps: (dossierId: string) => Promise<Timeline>;
  readonly deliverMails: () => Promise<unknown>;
};

/** Fewer than the activities a worker runs at once: mail servers that hang must leave room for the clock. */
const deliveriesAtOnce = 4;
const heartbeatEveryMs = 5_000;

/** Failures reach Temporal as codes: the message of a database error quotes values. */
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

async function coded<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const code = failureCode(error);
    const failure = ApplicationFailure.create({ message: code, type: code });
    // It would only say that this line was reached, in every history.
    failure.stack = '';
    throw failure;
  }
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
