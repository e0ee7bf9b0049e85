import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { createNamespace, type TestNamespace } from '../test/support/stack.ts';
import type { FakeStep } from '../test/timeline/fake-store.ts';
import { countOf, type Run, timerLabels, troubles } from '../test/timeline/runs.ts';
import { createTimelineBench, eventually, type TimelineBench } from '../test/timeline/timeline-bench.ts';

const hour = 3_600_000;

let place: TestNamespace;
let bench: TimelineBench;

/** Of the dossier of the test. */
let id = '';
let tests = 0;

beforeAll(async () => {
  place = await createNamespace();
  bench = await createTimelineBench(place);
  await bench.startWorker();
});

beforeEach(() => {
  tests += 1;
  id = `d${tests}`;
  bench.store.before = () => undefined;
  bench.store.afterReading = () => undefined;
  bench.store.deliveries = 0;
});

afterAll(async () => {
  await bench.close();
  await place.close();
});

function step(duty: string, inMs: number, name = 'late'): FakeStep {
  return { duty, name, at: bench.store.now() + inMs };
}

async function changeAndSignal(...steps: FakeStep[]): Promise<void> {
  bench.store.change(id, (dossier) => {
    dossier.steps = steps;
  });
  await bench.timelines.changed(id);
}

async function seen(): Promise<void> {
  const dossier = bench.store.dossier(id);
  await eventually(() => dossier.seenVersion === dossier.version, `${id} seen`);
}

/** The only run so far, when it holds as many events of the kind as expected, and did not stumble. */
async function runWith(kind: string, count: number): Promise<Run> {
  let run: Run | undefined;
  await eventually(async () => {
    [run] = await bench.runsOf(id);
    return run !== undefined && countOf(run, kind) >= count;
  }, `${count} × ${kind}`);
  expect(troubles(run as Run)).toEqual([]);
  return run as Run;
}

it('each open duty has one timer that says what it waits for (architecture 1)', async () => {
  const reply = step('reply', hour);
  const laterOfReply = step('reply', 2 * hour, 'head informed');
  const handover = step('acknowledge-handover', 3 * hour, 'reminder');
  await changeAndSignal(laterOfReply, reply, handover);
  const run = await runWith('timerStarted', 2);
  const day = (one: FakeStep) => new Date(one.at).toISOString().slice(0, 10);
  expect(timerLabels(run)).toEqual([
    `reply · late ${day(reply)}`,
    `acknowledge-handover · reminder ${day(handover)}`,
  ]);
});

it('a signal arms anew only what changed (architecture 1)', async () => {
  const [kept, moved, settled] = [step('kept', hour), step('moved', hour), step('settled', hour)];
  await changeAndSignal(kept, moved, settled);
  await seen();
  for (let again = 0; again < 3; again += 1) {
    await bench.timelines.changed(id);
  }
  await changeAndSignal(kept, { ...moved, at: moved.at + hour });
  const run = await runWith('timerCanceled', 2);
  expect([countOf(run, 'timerStarted'), countOf(run, 'timerCanceled')]).toEqual([4, 2]);
});

it('a timer that fires has its step taken, and the next rung of the duty armed', async () => {
  await changeAndSignal(step('reply', 1_500), step('reply', hour, 'head informed'));
  const dossier = bench.store.dossier(id);
  await eventually(() => dossier.taken.length === 1, 'the step taken');
  const run = await runWith('timerStarted', 2);
  expect(timerLabels(run).map((label) => label.slice(0, -11))).toEqual([
    'reply · late',
    'reply · head informed',
  ]);
  expect([countOf(run, 'timerFired'), countOf(run, 'timerCanceled')]).toEqual([1, 0]);
});

it('a step due in the past is taken before anything is armed (style, Temporal practice)', async () => {
  await changeAndSignal(step('late-entry', -48 * hour), step('reply', hour));
  const run = await runWith('timerStarted', 1);
  expect(bench.store.dossier(id).taken.map(({ duty }) => duty)).toEqual(['late-entry']);
  expect(timerLabels(run)).toHaveLength(1);
});

it('what stays due after it was taken is looked at a second later and then ever more seldom (architecture 1.5)', async () => {
  await changeAndSignal({ ...step('poisoned', -hour), stuck: true });
  const run = await runWith('timerStarted', 3);
  const waits = run.events.flatMap((event) => {
    const started = event.timerStartedEventAttributes;
    return started == null ? [] : [Number(started.startToFireTimeout?.seconds)];
  });
  expect(waits.slice(0, 3)).toEqual([1, 2, 4]);
});

it('a training clock that jumped makes timers ring sooner (architecture 3, Time)', async () => {
  await changeAndSignal(step('reply', 30 * hour));
  await runWith('timerStarted', 1);
  bench.store.advanceClock(30 * hour - 3_000);
  await bench.timelines.changed(id);
  await eventually(() => bench.store.dossier(id).taken.length === 1, 'the step taken');
});

it('a database that is away is waited for, and nothing is lost (architecture 5)', async () => {
  await changeAndSignal(step('reply', 1_500));
  await seen();
  bench.store.before = (what) => {
    if (what !== 'deliverMails') throw Object.assign(new Error('Jānis'), { code: 'ECONNREFUSED' });
  };
  bench.store.change(id, (dossier) => {
    dossier.steps.push(step('handover', hour));
  });
  await bench.timelines.changed(id);
  await runWith('activityTaskScheduled', 1);
  bench.store.before = () => undefined;
  await eventually(() => bench.store.dossier(id).taken.length === 1, 'the step taken');
  await seen();
  const run = await runWith('timerStarted', 2);
  expect(timerLabels(run).at(-1)).toContain('handover');
  expect(JSON.stringify(run.events)).not.toContain(Buffer.from('Jānis').toString('base64'));
  expect(run.events.map((event) => event.markerRecordedEventAttributes?.failure?.message)).toContain(
    'Error ECONNREFUSED',
  );
});

it('timers do not wait for a mail server that hangs, and one delivery runs at a time (architecture 1.7)', async () => {
  let release: () => void = () => undefined;
  const hanging = new Promise<void>((resolve) => {
    release = resolve;
  });
  let begun = 0;
  bench.store.before = async (what) => {
    if (what !== 'deliverMails') return;
    begun += 1;
    await hanging;
  };
  bench.store.change(id, (dossier) => {
    dossier.mailsOwed = 1;
    dossier.steps = [step('reply', 2_000)];
  });
  await bench.timelines.changed(id);
  await eventually(() => begun === 1, 'a delivery begun');
  await eventually(() => bench.store.dossier(id).taken.length === 1, 'the step taken');
  expect(begun).toBe(1);
  release();
  await eventually(() => bench.store.deliveries === 2, 'what was asked for meanwhile');
  await seen();
});

it('a closed dossier ends only when its last mail is out', async () => {
  let refuse = true;
  bench.store.before = (what) => {
    if (what === 'deliverMails' && refuse) throw new Error('no mail server');
  };
  bench.store.change(id, (dossier) => {
    dossier.mailsOwed = 1;
    dossier.closed = true;
  });
  await bench.timelines.changed(id);
  const waiting = await runWith('timerStarted', 1);
  expect([waiting.status, timerLabels(waiting)]).toEqual(['RUNNING', ['mail · next try']]);
  refuse = false;
  await bench.timelines.changed(id);
  await runWith('workflowExecutionCompleted', 1);
  expect(bench.store.deliveries).toBe(1);
});

it('a closed dossier ends the run, and a later signal starts another (architecture 1.3)', async () => {
  bench.store.change(id, (dossier) => {
    dossier.closed = true;
  });
  await bench.timelines.changed(id);
  await runWith('workflowExecutionCompleted', 1);
  bench.store.change(id, (dossier) => {
    dossier.closed = false;
    dossier.steps = [step('reply', hour)];
  });
  await bench.timelines.changed(id);
  await seen();
  const runs = await bench.runsOf(id);
  expect(runs.map(({ status }) => status)).toEqual(['COMPLETED', 'RUNNING']);
});

it('a change that comes while the last reading is on its way keeps the run going (architecture 1, roll-over)', async () => {
  let readings = 0;
  bench.store.before = (what) => {
    readings += 1;
    if (what === 'loadTimeline' && readings <= 2) throw new Error('the quick tries fail');
  };
  bench.store.afterReading = async () => {
    bench.store.afterReading = () => undefined;
    await changeAndSignal(step('reply', hour));
  };
  bench.store.change(id, (dossier) => {
    dossier.closed = true;
  });
  await bench.timelines.changed(id);
  await seen();
  const run = await runWith('timerStarted', 1);
  expect([run.status, countOf(run, 'workflowExecutionSignaled')]).toEqual(['RUNNING', 2]);
});
