/** A real worker and a real client around a fake store, in a namespace of its own. */
import { Client, Connection } from '@temporalio/client';
import { DefaultLogger, NativeConnection, Runtime } from '@temporalio/worker';
import { createHouseKeepingActivities } from '../../activities/create-house-keeping-activities.ts';
import { createTimelineActivities } from '../../activities/create-timeline-activities.ts';
import { createTimelines, type Timelines, timelineWorkflowId } from '../../temporal-config/timelines.ts';
import { createWorker } from '../../worker/create-worker.ts';
import { createFakeStore, type FakeStore } from './fake-store.ts';
import { type Run, readRuns } from './runs.ts';

export type RunningWorker = { stop(): Promise<void> };

export type TimelineBench = {
  readonly client: Client;
  readonly store: FakeStore;
  readonly timelines: Timelines;
  startWorker(): Promise<RunningWorker>;
  /** All runs of the dossier's workflow, the earliest first. */
  runsOf(dossierId: string): Promise<readonly Run[]>;
  stopWorkers(): Promise<void>;
  close(): Promise<void>;
};

export type Place = { readonly address: string; readonly namespace: string };

/** Failing activities are part of the tests: only what nobody expects is worth a line. */
Runtime.install({ logger: new DefaultLogger('ERROR') });

export async function createTimelineBench({ address, namespace }: Place): Promise<TimelineBench> {
  const connection = await Connection.connect({ address });
  const client = new Client({ connection, namespace });
  const store = createFakeStore();
  const nothing = () => Promise.resolve();
  const activities = {
    ...createTimelineActivities(store),
    ...createHouseKeepingActivities({ anchorChains: nothing, verifyChains: nothing, forgetWrites: nothing }),
  };
  const workers = new Set<RunningWorker>();
  const stopWorkers = async (): Promise<void> => {
    await Promise.all([...workers].map((worker) => worker.stop()));
  };
  return {
    client,
    store,
    timelines: createTimelines(client),
    async startWorker() {
      // One each: workers of one connection may not share a task queue.
      const native = await NativeConnection.connect({ address });
      const worker = await createWorker({ connection: native, namespace, activities });
      const ended = worker.run();
      const running: RunningWorker = {
        async stop() {
          if (!workers.delete(running)) return;
          worker.shutdown();
          await ended;
          await native.close();
        },
      };
      workers.add(running);
      return running;
    },
    runsOf: (dossierId) => readRuns(client, timelineWorkflowId(dossierId)),
    stopWorkers,
    async close() {
      await stopWorkers();
      await connection.close();
    },
  };
}

/** Looks until the condition holds. Throws with the last answer when it does not hold in time. */
export async function eventually(
  condition: () => boolean | Promise<boolean>,
  what: string,
  withinMs = 60_000,
): Promise<void> {
  const deadline = Date.now() + withinMs;
  while (!(await condition())) {
    if (Date.now() > deadline) throw new Error(`never came: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
