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
};

/** Of the workflow that keeps the timeline of the dossier. */
export function timelineWorkflowId(dossierId: string): string {
  return workflowIdPrefix + dossierId;
}

/** Signal-with-start is one call for Temporal: no signal is lost between a closing run and a new one. */
export function createTimelines(client: Client, patienceMs = deadlineMs): Timelines {
  return {
    async changed(dossierId) {
      await client.withDeadline(Date.now() + patienceMs, () =>
        client.workflow.signalWithStart<typeof timeline>('timeline', {
          workflowId: timelineWorkflowId(dossierId),
          taskQueue,
          args: [dossierId],
          signal: 'changed',
          signalArgs: [],
        }),
      );
    },
  };
}
