/**
 * The escalation timeline of one dossier: a durable alarm clock that pulls what is owed from Postgres.
 *
 * 1. A signal says only that something changed; what changed is read anew, so signals may repeat, be late or lost.
 * 2. Every open duty has one named timer for its next step; only timers that changed are armed anew.
 * 3. A timer that fires has the due steps taken in one transaction; whatever else took them first does no harm.
 * 4. The flag is looked at with no `await` before the run ends or rolls over, so no signal falls between two runs.
 */
import {
  CancellationScope,
  condition,
  continueAsNew,
  defineSignal,
  isCancellation,
  proxyActivities,
  proxyLocalActivities,
  setHandler,
  sleep,
  workflowInfo,
} from '@temporalio/workflow';
import type { Timeline, TimelineActivities, TimelineTimer } from '../activities/timeline-activities.ts';

export const changed = defineSignal('changed');

const quick = proxyLocalActivities<TimelineActivities>({
  startToCloseTimeout: '5s',
  retry: { maximumAttempts: 2, initialInterval: '200ms' },
});

/** After the quick tries: outlasts a database that is away, without filling the history with retries. */
const patient = proxyActivities<TimelineActivities>({
  startToCloseTimeout: '30s',
  retry: { initialInterval: '2s', backoffCoefficient: 2, maximumInterval: '1m' },
});

/** One attempt: delivery has its own retries, in Postgres. */
const delivery = proxyActivities<TimelineActivities>({
  startToCloseTimeout: '5m',
  retry: { maximumAttempts: 1 },
});

/** The two clocks differ; a step that is still there right after it was taken is looked at a second later. */
const shortestRearmMs = 1_000;

type Armed = { readonly timer: TimelineTimer; readonly scope: CancellationScope };

/** Runs while the dossier is open, or closed with something left to tell. */
export async function timeline(dossierId: string): Promise<void> {
  const clock = { dirty: false, fired: false };
  const armed: Record<string, Armed> = {};
  setHandler(changed, () => {
    clock.dirty = true;
  });

  for (;;) {
    const { fired } = clock;
    clock.dirty = false;
    clock.fired = false;
    let current = await ask(fired ? 'takeSteps' : 'loadTimeline', dossierId);
    if (!fired && current.timers.some((timer) => timer.realDelayMs === 0)) {
      current = await ask('takeSteps', dossierId);
    }
    if (current.mailsDue) await deliver();
    rearm(armed, current.timers, () => {
      clock.fired = true;
    });
    if (clock.dirty) continue;
    if (current.finished) return;
    await condition(() => clock.dirty || clock.fired || workflowInfo().continueAsNewSuggested);
    if (workflowInfo().continueAsNewSuggested) await continueAsNew<typeof timeline>(dossierId);
  }
}

async function ask(what: 'loadTimeline' | 'takeSteps', dossierId: string): Promise<Timeline> {
  try {
    return await quick[what](dossierId);
  } catch (error) {
    if (isCancellation(error)) throw error;
    return await patient[what](dossierId);
  }
}

/** A failed delivery is taken up by the next trigger or the sweep; it never stops the clock. */
async function deliver(): Promise<void> {
  try {
    await delivery.deliverMails();
  } catch (error) {
    if (isCancellation(error)) throw error;
  }
}

function rearm(armed: Record<string, Armed>, wanted: readonly TimelineTimer[], onFire: () => void): void {
  const keys = new Set(wanted.map((timer) => timer.key));
  for (const [key, { scope }] of Object.entries(armed)) {
    if (keys.has(key)) continue;
    scope.cancel();
    delete armed[key];
  }
  for (const timer of wanted) {
    const present = armed[timer.key];
    if (present?.timer.at === timer.at) continue;
    present?.scope.cancel();
    const scope = new CancellationScope();
    armed[timer.key] = { timer, scope };
    scope
      .run(() => sleep(Math.max(timer.realDelayMs, shortestRearmMs), { summary: timer.label }))
      .then(
        () => {
          if (armed[timer.key]?.scope === scope) delete armed[timer.key];
          onFire();
        },
        (error: unknown) => {
          if (!isCancellation(error)) throw error;
        },
      );
  }
}
