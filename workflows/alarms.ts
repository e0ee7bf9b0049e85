/** The named durable timers of one run: one for each duty, and one for the next mail. */
import { CancellationScope, isCancellation, sleep } from '@temporalio/workflow';
import type { TimelineTimer } from '../activities/timeline-activities.ts';

/** The two clocks differ: what is still due right after it was taken is looked at again a second later. */
const shortestMs = 1_000;
/** What cannot be taken (a fault) is looked at ever more seldom, so that it does not fill the history. */
const longestLookMs = 60_000;
/** A product clock that jumped (training) moves the ring by more than this; slow activities move it by less. */
const driftMs = 5_000;

type Alarm = {
  readonly timer: TimelineTimer;
  readonly scope: CancellationScope;
  /** By the clock of the workflow, in milliseconds. */
  readonly rings: number;
  /** How often it rang for this same step. */
  readonly looks: number;
  rung: boolean;
};

/** By the key of the timer. */
export type Alarms = Record<string, Alarm>;

/**
 * Sets what is wanted, and lets be what is set already. An alarm counts as the same while moment and label are, and
 * is armed anew only if it would ring too late; one that rings too early takes nothing and is set again.
 */
export function setAlarms(alarms: Alarms, wanted: readonly TimelineTimer[], onRing: () => void): void {
  const keys = new Set(wanted.map((timer) => timer.key));
  for (const [key, { scope }] of Object.entries(alarms)) {
    if (keys.has(key)) continue;
    scope.cancel();
    delete alarms[key];
  }
  for (const timer of wanted) {
    const present = alarms[timer.key];
    const same = present?.timer.at === timer.at && present.timer.label === timer.label;
    const looks = same ? present.looks + (present.rung ? 1 : 0) : 0;
    const delay = Math.max(timer.realDelayMs, Math.min(shortestMs * 2 ** looks, longestLookMs));
    const rings = Date.now() + delay;
    if (same && !present.rung && present.rings <= rings + driftMs) continue;
    present?.scope.cancel();
    const alarm: Alarm = { timer, scope: new CancellationScope(), rings, looks, rung: false };
    alarms[timer.key] = alarm;
    void ring(alarm, delay, onRing);
  }
}

/** Never rejects for being cancelled: nobody awaits it, and a rejection nobody handles fails the workflow task. */
async function ring(alarm: Alarm, delay: number, onRing: () => void): Promise<void> {
  try {
    await alarm.scope.run(() => sleep(delay, { summary: alarm.timer.label }));
  } catch (error) {
    if (isCancellation(error)) return;
    throw error;
  }
  alarm.rung = true;
  onRing();
}
