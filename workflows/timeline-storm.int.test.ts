import { isGrpcServiceError, ServiceError } from '@temporalio/client';
import { afterAll, afterEach, beforeAll, beforeEach, expect, inject, it } from 'vitest';
import { type OwnServer, startOwnServer } from '../test/timeline/own-server.ts';
import { countOf, type Run, troubles } from '../test/timeline/runs.ts';
import { createTimelineBench, eventually, type TimelineBench } from '../test/timeline/timeline-bench.ts';

const hour = 3_600_000;
/** Reached within seconds, so that storms meet many roll-overs. */
const rollOverAt = 60;

let server: OwnServer;
let bench: TimelineBench;
let storms = 0;

beforeAll(async () => {
  server = await startOwnServer(inject('temporalProgram'), rollOverAt);
  bench = await createTimelineBench(server);
});

beforeEach(() => {
  storms += 1;
  bench.store.before = () => undefined;
});

afterEach(async () => {
  await bench.stopWorkers();
});

afterAll(async () => {
  await bench.close();
  await server.close();
});

/** Ids of dossiers of this test. */
function dossiers(count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => `s${storms}-${index}`);
}

/** Changes from outside: `perDossier` for each, `atOnce` of them under way at the same time, each followed by a signal. */
async function storm(
  ids: readonly string[],
  perDossier: number,
  atOnce: number,
  mutate: (id: string, n: number) => void,
): Promise<void> {
  const changes = Array.from({ length: perDossier }, (_, n) => ids.map((id) => ({ id, n }))).flat();
  const writers = Array.from({ length: atOnce }, async () => {
    for (let next = changes.shift(); next !== undefined; next = changes.shift()) {
      mutate(next.id, next.n);
      await tell(next.id);
    }
  });
  await Promise.all(writers);
}

/** Closes the dossiers and waits until their clocks have ended. */
async function closeAll(ids: readonly string[]): Promise<void> {
  for (const id of ids) {
    bench.store.change(id, (dossier) => {
      dossier.closed = true;
      dossier.steps = [];
    });
    await tell(id);
  }
  await eventually(
    async () => (await runsOfAll(ids)).every((runs) => runs.at(-1)?.status === 'COMPLETED'),
    'every run ended',
  );
}

/** A poke that failed is known to have failed: it is repeated, as the sweep would. */
async function tell(id: string): Promise<void> {
  for (;;) {
    try {
      await bench.timelines.changed(id);
      return;
    } catch (error) {
      if (!isGrpcServiceError(error) && !(error instanceof ServiceError)) throw error;
    }
  }
}

/** The oracle: what the workflow read last is the last state of the store. Nothing but signals wakes it here. */
async function allSeen(ids: readonly string[]): Promise<void> {
  const behind = () =>
    ids.filter((id) => bench.store.dossier(id).seenVersion !== bench.store.dossier(id).version);
  await eventually(() => behind().length === 0, 'every last change seen');
}

async function runsOfAll(ids: readonly string[]): Promise<readonly (readonly Run[])[]> {
  return await Promise.all(ids.map((id) => bench.runsOf(id)));
}

function postpone(id: string, n: number): void {
  bench.store.change(id, (dossier) => {
    dossier.steps = [{ duty: 'reply', name: 'late', at: bench.store.now() + hour + n }];
  });
}

it('a storm of signals during roll-over loses none (architecture 1, roll-over)', async () => {
  const ids = dossiers(3);
  await bench.startWorker();
  await storm(ids, 100, 8, postpone);
  await allSeen(ids);
  // One at a time, so that a change that brings the roll-over about is the last one, again and again.
  for (let n = 0; n < 20; n += 1) {
    await storm(ids, 1, ids.length, (id) => postpone(id, n));
    await allSeen(ids);
  }
  const runs = await runsOfAll(ids);
  expect(runs.flat().flatMap(troubles)).toEqual([]);
  for (const runsOfOne of runs) {
    expect(runsOfOne.length).toBeGreaterThan(2);
    expect(runsOfOne.slice(0, -1).every((run) => run.status === 'CONTINUED_AS_NEW')).toBe(true);
  }
  const signals = runs.flat().reduce((sum, run) => sum + countOf(run, 'workflowExecutionSignaled'), 0);
  expect(signals).toBeGreaterThanOrEqual(360);
});

it('a storm of signals during close and reopen loses none (architecture 1, roll-over)', async () => {
  const ids = dossiers(3);
  await bench.startWorker();
  // Closed and come to its end between the halves, so that the second one opens every clock anew.
  for (const half of [0, 1]) {
    await storm(ids, 30, 6, (id, n) => {
      bench.store.change(id, (dossier) => {
        dossier.closed = (n + half) % 2 === 0;
        dossier.steps = dossier.closed ? [] : [{ duty: 'reply', name: 'late', at: bench.store.now() + hour }];
      });
    });
    await allSeen(ids);
    await closeAll(ids);
  }
  await allSeen(ids);
  const runs = (await runsOfAll(ids)).flat();
  expect(runs.flatMap(troubles)).toEqual([]);
  expect(runs.filter((run) => run.status === 'COMPLETED').length).toBeGreaterThanOrEqual(2 * ids.length);
});

it('two workers give the same results as one, with a database that fails now and then', async () => {
  const ids = dossiers(8);
  await bench.startWorker();
  await bench.startWorker();
  let calls = 0;
  bench.store.before = (what) => {
    calls += 1;
    if (what !== 'deliverMails' && calls % 7 === 0) throw new Error('serialization failure');
  };
  const startsAt = bench.store.now() + 3_000;
  await storm(ids, 20, 16, (id, n) => {
    bench.store.change(id, (dossier) => {
      dossier.steps.push({ duty: `duty-${n}`, name: 'late', at: startsAt + n * 40 });
    });
  });
  await allSeen(ids);
  await eventually(() => ids.every((id) => bench.store.dossier(id).steps.length === 0), 'every step taken');
  for (const id of ids) {
    const taken = bench.store.dossier(id).taken.map(({ duty }) => duty);
    expect([taken.length, new Set(taken).size]).toEqual([20, 20]);
  }
  expect((await runsOfAll(ids)).flat().flatMap(troubles)).toEqual([]);
});
