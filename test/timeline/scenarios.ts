/** What happens to a timeline in its life, played on a real server: recorded once for each version, replayed for ever. */
import type { HouseKeepingTask } from '../../activities/house-keeping-activities.ts';
import { ensureSentinel } from '../../temporal-config/incarnation.ts';
import { scheduleId } from '../../temporal-config/schedules.ts';
import { taskQueue, timelineWorkflowId } from '../../temporal-config/timelines.ts';
import type { houseKeeping } from '../../workflows/house-keeping.ts';
import type { FakeDossier, FakeStep } from './fake-store.ts';
import { countOf, type Run, readRuns } from './runs.ts';
import { eventually, type TimelineBench } from './timeline-bench.ts';

const day = 86_400_000;

/** From how many events on the recording server has runs roll over. More than any other scenario needs. */
export const scenarioRollOverAt = 80;

/** Opaque, and the same in every recording. */
export const scenarioDossierId = '00000000-0000-4000-8000-000000000001';

type Scene = {
  readonly bench: TimelineBench;
  readonly change: (mutate: (dossier: FakeDossier) => void) => Promise<void>;
  readonly step: (duty: string, inMs: number, name?: string) => FakeStep;
  /** Until the first run holds so many events of the kind. */
  readonly until: (kind: string, count: number) => Promise<Run>;
};

/** Named for the file of their recording; each gives the run to record. */
export const scenarios: Readonly<Record<string, (scene: Scene) => Promise<Run>>> = {
  'late-and-escalated': async ({ change, step, until }) => {
    await change((dossier) => {
      dossier.steps = [
        step('reply', 1_500, 'reminder'),
        step('reply', 3_500, 'late'),
        step('acknowledge-handover', 3 * day, 'reminder'),
      ];
    });
    await until('timerFired', 2);
    await change((dossier) => {
      dossier.steps = [];
      dossier.closed = true;
    });
    return await until('workflowExecutionCompleted', 1);
  },

  'postponed-and-open': async ({ change, step, until }) => {
    const [kept, moved] = [step('acknowledge-handover', 5 * day), step('reply', 9 * day, 'reminder')];
    await change((dossier) => {
      dossier.steps = [kept, moved, step('transport', 2 * day)];
    });
    await until('timerStarted', 3);
    await change((dossier) => {
      dossier.steps = [kept, { ...moved, at: moved.at + day }];
    });
    return await until('timerCanceled', 2);
  },

  'entered-late-and-stuck': async ({ change, step, until }) => {
    await change((dossier) => {
      dossier.steps = [step('reply', -9 * day), { ...step('handover', -2 * day), stuck: true }];
    });
    await until('timerFired', 2);
    await change((dossier) => {
      dossier.steps = [];
    });
    return await until('timerCanceled', 1);
  },

  'database-away': async ({ bench, change, step, until }) => {
    bench.store.before = (what) => {
      if (what !== 'deliverMails') throw Object.assign(new Error('away'), { code: 'ECONNREFUSED' });
    };
    await change((dossier) => {
      dossier.steps = [step('reply', day)];
    });
    await until('activityTaskScheduled', 1);
    bench.store.before = () => undefined;
    return await until('timerStarted', 1);
  },

  'mail-server-hangs-then-refuses': async ({ bench, change, step, until }) => {
    let refused = 0;
    let release: () => void = () => undefined;
    const hanging = new Promise<void>((resolve) => {
      release = resolve;
    });
    bench.store.before = async (what) => {
      if (what !== 'deliverMails') return;
      await hanging;
      refused += 1;
      if (refused < 3) throw Object.assign(new Error('refused'), { code: 'ESOCKET' });
    };
    await change((dossier) => {
      dossier.closed = true;
      dossier.mailsOwed = 1;
      dossier.steps = [step('reply', 1_500)];
    });
    await until('timerFired', 1);
    release();
    return await until('workflowExecutionCompleted', 1);
  },

  'rolled-over': async ({ change, step, until }) => {
    for (let n = 0; n < 12; n += 1) {
      await change((dossier) => {
        dossier.steps = [step('reply', (n + 2) * day)];
      });
    }
    return await until('workflowExecutionContinuedAsNew', 1);
  },

  'cancelled-by-an-operator': async ({ bench, change, step, until }) => {
    await change((dossier) => {
      dossier.steps = [step('reply', day)];
    });
    await until('timerStarted', 1);
    await bench.client.workflow.getHandle(timelineWorkflowId(scenarioDossierId)).cancel();
    return await until('workflowExecutionCanceled', 1);
  },

  'house-keeping': async ({ bench }) => {
    const workflowId = scheduleId('anchorChains');
    const args: [HouseKeepingTask] = ['anchorChains'];
    const handle = await bench.client.workflow.start<typeof houseKeeping>('houseKeeping', {
      workflowId,
      taskQueue,
      args,
    });
    await handle.result();
    const [run] = await readRuns(bench.client, workflowId);
    return run as Run;
  },

  sentinel: async ({ bench }) => {
    await ensureSentinel(bench.client);
    let run: Run | undefined;
    await eventually(async () => {
      [run] = await readRuns(bench.client, 'sentinel');
      return run !== undefined && countOf(run, 'workflowTaskCompleted') === 1;
    }, 'the sentinel at rest');
    return run as Run;
  },
};

/** Plays one; the bench has a worker running, and a namespace where nothing of this id was before. */
export async function playScenario(bench: TimelineBench, play: (scene: Scene) => Promise<Run>): Promise<Run> {
  const dossier = bench.store.dossier(scenarioDossierId);
  return await play({
    bench,
    async change(mutate) {
      bench.store.change(scenarioDossierId, mutate);
      await bench.timelines.changed(scenarioDossierId);
      // Read before the next change comes, unless reading is what fails here.
      await eventually(() => dossier.seenVersion === dossier.version, 'the change seen', 3_000).catch(
        () => undefined,
      );
    },
    step: (duty, inMs, name = 'late') => ({ duty, name, at: bench.store.now() + inMs }),
    async until(kind, count) {
      let run: Run | undefined;
      await eventually(
        async () => {
          [run] = await bench.runsOf(scenarioDossierId);
          return run !== undefined && countOf(run, kind) >= count;
        },
        `${count} × ${kind}`,
        60_000,
      );
      return run as Run;
    },
  });
}
