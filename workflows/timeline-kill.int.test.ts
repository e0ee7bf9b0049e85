import { afterAll, beforeAll, expect, it } from 'vitest';
import { createNamespace, type TestNamespace } from '../test/support/stack.ts';
import { type KillableWorker, startKillableWorker } from '../test/timeline/killable-worker.ts';
import { troubles } from '../test/timeline/runs.ts';
import { createTimelineBench, eventually, type TimelineBench } from '../test/timeline/timeline-bench.ts';

let place: TestNamespace;
let bench: TimelineBench;
const workers: KillableWorker[] = [];

beforeAll(async () => {
  place = await createNamespace();
  bench = await createTimelineBench(place);
});

afterAll(async () => {
  await Promise.all(workers.map((worker) => worker.kill()));
  await bench.close();
  await place.close();
});

function startWorker(): KillableWorker {
  const worker = startKillableWorker(place, bench.store);
  workers.push(worker);
  return worker;
}

it('a worker killed in the middle is followed by another that misses nothing (issue 3, 6)', async () => {
  const ids = Array.from({ length: 6 }, (_, index) => `k${index}`);
  const { store } = bench;
  // Two firings are answered, one is taken and never answered, the others are not even taken.
  let taking = 0;
  const held = new Promise<void>(() => undefined);
  store.before = async (what) => {
    if (what !== 'takeSteps') return;
    taking += 1;
    if (taking > 3) await held;
  };
  store.afterReading = async () => {
    if (taking > 2) await held;
  };
  const first = startWorker();
  for (const id of ids) {
    store.change(id, (dossier) => {
      dossier.steps = [{ duty: 'reply', name: 'late', at: store.now() + 4_000 }];
    });
    await bench.timelines.changed(id);
  }
  await eventually(() => taking > 3, 'steps being taken');
  store.change('k0', (dossier) => {
    dossier.steps.push({ duty: 'handover', name: 'late', at: store.now() + 500 });
  });
  await bench.timelines.changed('k0');
  await first.kill();
  store.before = () => undefined;
  store.afterReading = () => undefined;

  startWorker();
  await eventually(() => ids.every((id) => store.dossier(id).steps.length === 0), 'every step taken');
  for (const id of ids) {
    const taken = store.dossier(id).taken.map(({ duty }) => duty);
    expect(taken).toEqual(id === 'k0' ? ['reply', 'handover'] : ['reply']);
  }
  expect((await Promise.all(ids.map((id) => bench.runsOf(id)))).flat().flatMap(troubles)).toEqual([]);
});
