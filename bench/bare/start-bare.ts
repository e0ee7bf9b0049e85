/** The bare workflows on the product's servers: same namespace, same pool size, same limits of the worker. */
import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { NativeConnection, Worker } from '@temporalio/worker';
import postgres from 'postgres';
import { workflowBundlePath } from '../../worker/workflow-bundle.ts';
import type { BenchProduct } from '../lib/product.ts';
import type { BenchServers } from '../lib/servers.ts';
import type { BareActivities } from './bare-activities.ts';

export type Bare = {
  /** Starts one; resolves when Temporal has acknowledged it. */
  start(workflow: 'opens' | 'fires', id: string, waitMs: number): Promise<void>;
  /** How many of the ids have their row. */
  written(ids: readonly string[]): Promise<number>;
  stop(): Promise<void>;
};

const taskQueue = 'bare';

export async function startBare(servers: BenchServers, product: BenchProduct): Promise<Bare> {
  const sql = postgres(servers.ownerUrl, { max: 10, onnotice: () => undefined });
  await sql`create table if not exists bare_row (id uuid primary key, workflow text not null, at timestamptz not null)`;
  const activities: BareActivities = {
    async writeRow(id) {
      await sql`insert into bare_row values (${id}, 'bare', now()) on conflict do nothing`;
    },
  };
  const connection = await NativeConnection.connect({ address: servers.temporalAddress });
  const worker = await Worker.create({
    connection,
    namespace: product.namespace,
    taskQueue,
    activities,
    workflowBundle: {
      codePath: await workflowBundlePath(undefined, fileURLToPath(new URL('.', import.meta.url))),
    },
    maxCachedWorkflows: 500,
    maxConcurrentLocalActivityExecutions: 8,
    maxConcurrentActivityTaskExecutions: 8,
  });
  const ended = worker.run();
  return {
    async start(workflow, id, waitMs) {
      await product.client.workflow.start(workflow, {
        workflowId: `bare-${randomUUID()}`,
        taskQueue,
        args: [id, waitMs],
      });
    },
    async written(ids) {
      const [row] = await sql<{ n: number }[]>`
        select count(*)::int as n from bare_row where id = any (${[...ids]}::uuid[])`;
      return row?.n ?? 0;
    },
    async stop() {
      worker.shutdown();
      await ended;
      await connection.close();
      await sql.end();
    },
  };
}
