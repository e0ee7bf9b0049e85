/** The plan of the slowest statement behind a question, as the application asks it and role `app_api` sees it. */
import { drizzle } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';
import type { Database } from '../../db/connect.ts';
import * as schema from '../../db/schema/index.ts';

/** Signs in as the owner, who may load `auto_explain`, and becomes `app_api`: the policies hold. */
export async function slowestPlan(
  ownerUrl: string,
  question: (database: Database) => Promise<unknown>,
): Promise<readonly string[]> {
  const plans: string[] = [];
  const client = postgres(ownerUrl, {
    max: 1,
    onnotice: ({ message }) => {
      if (message?.startsWith('duration:') === true) plans.push(message);
    },
  });
  try {
    await client.unsafe(`load 'auto_explain';
      set auto_explain.log_min_duration = 0;
      set auto_explain.log_analyze = on;
      set auto_explain.log_buffers = on;
      set client_min_messages = log;
      set role app_api`);
    const database = { orm: drizzle(client, { schema }), client, close: () => client.end() };
    await question(database);
    plans.length = 0;
    // The second time, when the pages are in memory as they are for those who wait.
    await question(database);
  } finally {
    await client.end();
  }
  const [slowest = 'no plan was told'] = plans.sort((a, b) => durationOf(b) - durationOf(a));
  return slowest.split('\n').map((line) => line.slice(0, 200));
}

function durationOf(plan: string): number {
  return Number.parseFloat(plan.slice('duration:'.length));
}
