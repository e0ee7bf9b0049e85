/** What Temporal recorded about a workflow, as tests ask it. */
import type { Client, WorkflowHandle } from '@temporalio/client';

type History = Awaited<ReturnType<WorkflowHandle['fetchHistory']>>;
type Event = NonNullable<History['events']>[number];

export type Run = {
  readonly runId: string;
  readonly status: string;
  readonly events: readonly Event[];
};

/** Number of temporal.api.enums.v1.WorkflowTaskFailedCause. */
const unhandledCommand = 1;

/** All runs under the id, the earliest first. */
export async function readRuns(client: Client, workflowId: string): Promise<readonly Run[]> {
  const runs: Run[] = [];
  let runId: string | undefined = (await client.workflow.getHandle(workflowId).describe()).runId;
  for await (const info of client.workflow.list({ query: `WorkflowId = '${workflowId}'` })) {
    runs.push(await readRun(client, workflowId, info.runId));
    if (info.runId === runId) runId = undefined;
  }
  // Visibility is behind by a little: the present run may not be listed yet.
  if (runId !== undefined) runs.push(await readRun(client, workflowId, runId));
  return runs.sort((a, b) => startedAt(a) - startedAt(b));
}

async function readRun(client: Client, workflowId: string, runId: string): Promise<Run> {
  const handle = client.workflow.getHandle(workflowId, runId);
  const [{ status }, { events }] = await Promise.all([handle.describe(), handle.fetchHistory()]);
  return { runId, status: status.name, events: events ?? [] };
}

function startedAt({ events }: Run): number {
  return Number(events[0]?.eventTime?.seconds ?? 0) * 1e9 + (events[0]?.eventTime?.nanos ?? 0);
}

/** How many events of this kind (`timerStarted…` of the attributes' name, without `EventAttributes`). */
export function countOf(run: Run, kind: string): number {
  return run.events.filter((event) => hasKind(event, kind)).length;
}

/** Labels of the timers, in the order in which they were started, as Temporal's page shows them. */
export function timerLabels(run: Run): readonly string[] {
  return run.events
    .filter((event) => hasKind(event, 'timerStarted'))
    .map((event) => JSON.parse(Buffer.from(event.userMetadata?.summary?.data ?? '""').toString('utf8')));
}

/**
 * What should never be: workflow tasks tried more than three times, or failed. A run that wants to end while a signal
 * arrives is told to look again (`UnhandledCommand`); that is no failure.
 */
export function troubles(run: Run): readonly string[] {
  return run.events.flatMap((event) => {
    const attempt = event.workflowTaskScheduledEventAttributes?.attempt ?? 0;
    if (attempt > 3) return [`workflow task tried ${attempt} times`];
    const failed = event.workflowTaskFailedEventAttributes;
    if (failed == null || Number(failed.cause) === unhandledCommand) return [];
    return [`workflow task failed (${failed.cause}): ${failed.failure?.message}`];
  });
}

function hasKind(event: Event, kind: string): boolean {
  return (event as Record<string, unknown>)[`${kind}EventAttributes`] != null;
}
