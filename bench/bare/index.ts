/** What the product is compared with: a workflow with one timer and one local activity, and nothing else. */
import { proxyLocalActivities, sleep } from '@temporalio/workflow';
import type { BareActivities } from './bare-activities.ts';

const { writeRow } = proxyLocalActivities<BareActivities>({ startToCloseTimeout: '5s' });

/** Like an opened case: writes its row and waits. */
export async function opens(id: string, waitMs: number): Promise<void> {
  await writeRow(id);
  await sleep(waitMs);
}

/** Like a step: waits and writes its row. */
export async function fires(id: string, waitMs: number): Promise<void> {
  await sleep(waitMs);
  await writeRow(id);
}
