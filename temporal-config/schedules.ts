/** The schedules of house-keeping, in wall time. What is owed to somebody never rests on one. */
import {
  type Client,
  ScheduleAlreadyRunning,
  type ScheduleOptions,
  type ScheduleOptionsStartWorkflowAction,
} from '@temporalio/client';
import type { HouseKeepingTask } from '../activities/house-keeping-activities.ts';
import type { houseKeeping } from '../workflows/house-keeping.ts';
import { taskQueue } from './timelines.ts';

type Start = ScheduleOptionsStartWorkflowAction<typeof houseKeeping>;

/** At night in Riga, so that what one did is there for the next. */
const times: Readonly<Record<HouseKeepingTask, { readonly hour: number; readonly minute: number }>> = {
  anchorChains: { hour: 1, minute: 10 },
  verifyChains: { hour: 2, minute: 10 },
  forgetWrites: { hour: 4, minute: 10 },
};

export const houseKeepingTasks = Object.keys(times) as readonly HouseKeepingTask[];

/** The same for ever, so that making them again changes nothing. */
export function scheduleId(task: HouseKeepingTask): string {
  return `house-keeping-${task}`;
}

/** Makes the schedules, or brings them up to what this version wants; one that was paused stays paused. */
export async function ensureSchedules(client: Client): Promise<void> {
  for (const task of houseKeepingTasks) {
    const options = optionsOf(task);
    try {
      await client.schedule.create(options);
    } catch (error) {
      if (!(error instanceof ScheduleAlreadyRunning)) throw error;
      const { spec, action, policies } = options;
      await client.schedule
        .getHandle(options.scheduleId)
        .update(({ state }) => ({ spec, action, policies: policies ?? {}, state }));
    }
  }
}

function optionsOf(task: HouseKeepingTask): ScheduleOptions<Start> {
  return {
    scheduleId: scheduleId(task),
    spec: { calendars: [times[task]], timezone: 'Europe/Riga' },
    action: {
      type: 'startWorkflow',
      workflowType: 'houseKeeping',
      workflowId: scheduleId(task),
      args: [task],
      taskQueue,
    },
    // A night on which nothing ran is made up for once, not night by night.
    policies: { overlap: 'SKIP', catchupWindow: '1 day' },
  };
}
