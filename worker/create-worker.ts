/** A Temporal worker for the timelines. Everything it needs comes in, so that it boots inside a test. */
import { type NativeConnection, Worker } from '@temporalio/worker';
import type { HouseKeepingActivities } from '../activities/house-keeping-activities.ts';
import type { TimelineActivities } from '../activities/timeline-activities.ts';
import { taskQueue } from '../temporal-config/timelines.ts';
import { workflowBundlePath } from './workflow-bundle.ts';

export type WorkerDeps = {
  readonly connection: NativeConnection;
  readonly namespace: string;
  /** Without those of house-keeping its schedules wait for another worker. */
  readonly activities: TimelineActivities & Partial<HouseKeepingActivities>;
};

/**
 * `maxCachedWorkflows` bounds memory (about 0.1 MiB each); the herd at midnight is bound by the database, so few
 * activities run at once.
 */
export async function createWorker({ connection, namespace, activities }: WorkerDeps): Promise<Worker> {
  return await Worker.create({
    connection,
    namespace,
    taskQueue,
    activities,
    workflowBundle: { codePath: await workflowBundlePath() },
    // A danger reminder must not wait ten seconds for a worker that died: another one takes over after two.
    stickyQueueScheduleToStartTimeout: '2s',
    maxCachedWorkflows: 500,
    maxConcurrentLocalActivityExecutions: 8,
    maxConcurrentActivityTaskExecutions: 8,
    shutdownGraceTime: '5s',
    // A delivery that hangs must not keep a process from ending; its mail is found again by its lease.
    shutdownForceTime: '15s',
  });
}
