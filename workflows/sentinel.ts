/**
 * Sleeps for ever. Postgres remembers its run id: another one, or none, says that Temporal's store was wiped or
 * restored, and every timeline is started anew.
 */
import { condition } from '@temporalio/workflow';

export async function sentinel(): Promise<void> {
  await condition(() => false);
}
