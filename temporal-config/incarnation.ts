/**
 * Which Temporal store this is. A namespace id and the run id of a workflow that never ends: if either is another
 * one than Postgres remembers, the store was wiped or restored, and no timeline in it can be trusted.
 */
import { type Client, WorkflowNotFoundError } from '@temporalio/client';
import type { sentinel } from '../workflows/sentinel.ts';
import { taskQueue } from './timelines.ts';

export type Incarnation = { readonly namespaceId: string; readonly sentinelRunId: string };

const sentinelId = 'sentinel';

/** The present incarnation, or null where the namespace or the sentinel is missing. Throws if Temporal is away. */
export async function readIncarnation(client: Client): Promise<Incarnation | null> {
  const namespaceId = await namespaceIdOf(client);
  if (namespaceId === null) return null;
  try {
    const { runId, status } = await client.workflow.getHandle(sentinelId).describe();
    return status.name === 'RUNNING' ? { namespaceId, sentinelRunId: runId } : null;
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return null;
    throw error;
  }
}

/** Starts the sentinel unless it runs, and tells the incarnation. The namespace must exist. */
export async function ensureSentinel(client: Client): Promise<Incarnation> {
  const handle = await client.workflow.start<typeof sentinel>('sentinel', {
    workflowId: sentinelId,
    taskQueue,
    workflowIdConflictPolicy: 'USE_EXISTING',
  });
  const namespaceId = await namespaceIdOf(client);
  if (namespaceId === null) throw new Error('the namespace vanished while the sentinel was started');
  return { namespaceId, sentinelRunId: handle.firstExecutionRunId };
}

const grpcNotFound = 5;

async function namespaceIdOf(client: Client): Promise<string | null> {
  try {
    const { namespaceInfo } = await client.workflowService.describeNamespace({
      namespace: client.options.namespace,
    });
    return namespaceInfo?.id ?? null;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === grpcNotFound) return null;
    throw error;
  }
}
