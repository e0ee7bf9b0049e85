/** The activities of the `houseKeeping` workflow; each calls one function of the application. */
import { heartbeat } from '@temporalio/activity';
import { coded } from './coded.ts';
import type { HouseKeepingActivities } from './house-keeping-activities.ts';

const heartbeatEveryMs = 5_000;

/** The heartbeat tells a killed worker from a database with many facts. */
export function createHouseKeepingActivities(work: HouseKeepingActivities): HouseKeepingActivities {
  return {
    anchorChains: () => alive(() => work.anchorChains()),
    verifyChains: () => alive(() => work.verifyChains()),
    forgetWrites: () => alive(() => work.forgetWrites()),
  };
}

async function alive(work: () => Promise<void>): Promise<void> {
  const pulse = setInterval(heartbeat, heartbeatEveryMs);
  try {
    await coded(work);
  } finally {
    clearInterval(pulse);
  }
}
