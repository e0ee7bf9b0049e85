/** Starts and pokes the `timeline` workflows. Ids only; what changed is read from Postgres by the workflow. */
import type { Client } from '@temporalio/client';
import type { timeline } from '../workflows/timeline.ts';

export const taskQueue = 'timelines';
const workflowIdPrefix = 'timeline-';

/** Without it the client tries for half a minute, and calls given up by their callers pile up while Temporal is away. */
const deadlineMs = 10_000;

export type Timelines = {
  /** Says that something changed, and starts the workflow if none is running. Throws if Temporal is away. */
  changed(dossierId: string): Promise<void>;
  /**
   * Resolves when no call is under way, also none whose caller has gone on without it. To be awaited before the
   * connection is closed: a retry on a closed one is thrown at the process.
   */
  idle(): Promise<void>;
};

/** Of the workflow that keeps the timeline of the dossier. */
export function timelineWorkflowId(dossierId: string): string {
  return workflowIdPrefix + dossierId;
}

/** Signal-with-start is one call for Temporal: no signal is lost between a closing run and a new one. */
export function createTimelines(client: Client, patienceMs = deadlineMs): Timelines {
  const underWay = new Set<Promise<unknown>>();
  return {
    async changed(dossierId) {
      const call = client.withDeadline(Date.now() + patienceMs, () =>
        client.workflow.signalWithStart<typeof timeline>('timeline', {
          workflowId: timelineWorkflowId(dossierId),
          taskQueue,
          args: [dossierId],
          signal: 'changed',
          signalArgs: [],
        }),
      );
      underWay.add(call);
      try {
        await call;
      } finally {
        underWay.delete(call);
      }
    },
    async idle() {
      while (underWay.size > 0) await Promise.allSettled(underWay);
    },
  };
}
