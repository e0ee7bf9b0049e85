/**
 * The escalation timeline of one dossier: a durable alarm clock that pulls what is owed from Postgres.
 *
 * 1. A signal says only that something changed; what changed is read anew, so signals may repeat, be late or lost.
 * 2. Every open duty has one named timer for its next step; only timers that changed are armed anew.
 * 3. A timer that fires has the due steps taken in one transaction; whatever else took them first does no harm.
 * 4. A run begins with pulling. So a roll-over carries nothing along, and may come at any time. A run ends only where
 *    the flag was looked at with no `await` since: a signal that comes later makes the server refuse the ending.
 * 5. Nothing waits for mail. Delivery runs beside the clock, one at a time.
 */
import {
  condition,
  continueAsNew,
  defineSignal,
  isCancellation,
  proxyActivities,
  proxyLocalActivities,
  setHandler,
  workflowInfo,
} from '@temporalio/workflow';
import type { Timeline, TimelineActivities, TimelineTimer } from '../activities/timeline-activities.ts';
import { type Alarms, setAlarms } from './alarms.ts';

export const changed = defineSignal('changed');

const quick = proxyLocalActivities<TimelineActivities>({
  startToCloseTimeout: '5s',
  retry: { maximumAttempts: 2, initialInterval: '200ms' },
});

/** After the quick tries: outlasts a database that is away, without filling the history with retries. */
const patient = proxyActivities<TimelineActivities>({
  startToCloseTimeout: '30s',
  retry: { initialInterval: '2s', backoffCoefficient: 2, maximumInterval: '30s' },
});

/** One attempt: delivery has its own retries, in Postgres. The heartbeat tells a killed worker from a slow server. */
const delivery = proxyActivities<TimelineActivities>({
  startToCloseTimeout: '5m',
  heartbeatTimeout: '20s',
  retry: { maximumAttempts: 1 },
});

/** Mails that are still due right after a delivery (no mail server, no database) are tried again after this. */
const mailPause: TimelineTimer = { key: 'mail-pause', label: 'mail · next try', at: '', realDelayMs: 10_000 };

/** Why the clock looks again. */
type Wakes = { dirty: boolean; fired: boolean; delivered: boolean };
type Mail = { underway: boolean; wanted: boolean };

/** Runs while the dossier is open, or closed with something left to tell. */
export async function timeline(dossierId: string): Promise<void> {
  const wakes: Wakes = { dirty: false, fired: false, delivered: false };
  const mail: Mail = { underway: false, wanted: false };
  const alarms: Alarms = {};
  setHandler(changed, () => {
    wakes.dirty = true;
  });

  for (;;) {
    // Also in the middle of a storm of signals, which would otherwise outgrow the limits of a run.
    if (workflowInfo().continueAsNewSuggested) await continueAsNew<typeof timeline>(dossierId);
    const { dirty, fired, delivered } = wakes;
    Object.assign(wakes, { dirty: false, fired: false, delivered: false } satisfies Wakes);
    let current = await pull(fired ? 'takeSteps' : 'loadTimeline', dossierId, wakes);
    if (!fired && current.timers.some((timer) => timer.realDelayMs === 0)) {
      current = await pull('takeSteps', dossierId, wakes);
    }
    const pause = current.mailsDue && delivered && !dirty && !fired;
    if (current.mailsDue && !pause) deliver(mail, wakes);
    if (wakes.dirty) continue;
    if (current.finished && !mail.underway) return;
    setAlarms(alarms, pause ? [...current.timers, mailPause] : current.timers, () => {
      wakes.fired = true;
    });
    await condition(() => wakes.dirty || wakes.fired || wakes.delivered);
  }
}

async function pull(what: 'loadTimeline' | 'takeSteps', dossierId: string, wakes: Wakes): Promise<Timeline> {
  try {
    return await quick[what](dossierId);
  } catch (error) {
    if (isCancellation(error)) throw error;
    const late = await patient[what](dossierId);
    // It may lie in the history for hours before a worker reads it, and its delays with it: pull anew.
    wakes.dirty = true;
    return late;
  }
}

/** Starts a delivery, or has the one under way looked after by another. A failed one never stops the clock. */
function deliver(mail: Mail, wakes: Wakes): void {
  mail.wanted = true;
  if (mail.underway) return;
  mail.underway = true;
  void deliverWanted(mail, wakes);
}

async function deliverWanted(mail: Mail, wakes: Wakes): Promise<void> {
  while (mail.wanted) {
    mail.wanted = false;
    try {
      await delivery.deliverMails();
    } catch (error) {
      if (isCancellation(error)) return;
    }
  }
  mail.underway = false;
  // What was sent may end the dossier, or leave a next moment.
  wakes.delivered = true;
}
