/** One task of house-keeping, started by its schedule: a few tries, then tomorrow is another night. */
import { proxyActivities } from '@temporalio/workflow';
import type { HouseKeepingActivities, HouseKeepingTask } from '../activities/house-keeping-activities.ts';

const activities = proxyActivities<HouseKeepingActivities>({
  startToCloseTimeout: '2h',
  heartbeatTimeout: '1m',
  retry: { initialInterval: '1m', backoffCoefficient: 2, maximumAttempts: 5 },
});

export async function houseKeeping(task: HouseKeepingTask): Promise<void> {
  await activities[task]();
}
