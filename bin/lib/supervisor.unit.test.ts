import { expect, it } from 'vitest';
import type { Exit } from './daemon.ts';
import { createSupervisor, type RunningService, restartDelayMs, type Service } from './supervisor.ts';

function deferred<T>(): { readonly promise: Promise<T>; readonly resolve: (value: T) => void } {
  let resolve: (value: T) => void = () => {};
  const promise = new Promise<T>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}

/** A service without a process: crashes on command. */
function fakeService(name: string, log: string[], failures: readonly number[] = []) {
  let starts = 0;
  let crash: (exit: Exit) => void = () => {};
  const service: Service = {
    name,
    start: async (): Promise<RunningService> => {
      starts += 1;
      log.push(`start ${name}`);
      if (failures.includes(starts)) throw new Error('port taken');
      const { promise, resolve } = deferred<Exit>();
      crash = resolve;
      return {
        pid: starts,
        exited: promise,
        stop: async () => {
          log.push(`stop ${name}`);
          resolve({ code: 0, signal: null });
        },
      };
    },
  };
  return { service, crash: () => crash({ code: null, signal: 'SIGKILL' }) };
}

it('waits longer after each crash in a row, at most half a minute', () => {
  expect([1, 2, 3, 4].map(restartDelayMs)).toEqual([500, 1000, 2000, 4000]);
  expect(restartDelayMs(50)).toBe(30_000);
});

it('what was started last is stopped first', async () => {
  const log: string[] = [];
  const supervisor = createSupervisor({ say: () => {} });
  for (const name of ['postgres', 'temporal', 'api']) await supervisor.run(fakeService(name, log).service);
  await supervisor.stopAll();
  expect(log.slice(3)).toEqual(['stop api', 'stop temporal', 'stop postgres']);
});

it('a crashed service is started again, also when the first tries fail, and is told', async () => {
  const log: string[] = [];
  const said: string[] = [];
  const waits: number[] = [];
  const back = deferred<void>();
  const fake = fakeService('api', log, [2, 3]);
  const supervisor = createSupervisor({
    say: (line) => {
      said.push(line);
      if (line === 'api runs again.') back.resolve();
    },
    wait: async (ms) => void waits.push(ms),
  });
  await supervisor.run(fake.service);
  fake.crash();
  await back.promise;
  expect(log).toEqual(['start api', 'start api', 'start api', 'start api']);
  expect(waits).toEqual([500, 1000, 2000]);
  expect(said).toEqual([
    'api ended (SIGKILL); starting it again.',
    'api did not start: port taken',
    'api did not start: port taken',
    'api runs again.',
  ]);
  await supervisor.stopAll();
  expect(log.at(-1)).toBe('stop api');
});

it('a service that waits for its restart is not started any more once everything stops', async () => {
  const log: string[] = [];
  const fake = fakeService('worker', log);
  const supervisor = createSupervisor({ say: () => {} });
  await supervisor.run(fake.service);
  fake.crash();
  await supervisor.stopAll();
  expect(log.filter((line) => line === 'start worker')).toHaveLength(1);
});

it('when a later service does not come up, the earlier ones can still be stopped', async () => {
  const log: string[] = [];
  const supervisor = createSupervisor({ say: () => {} });
  await supervisor.run(fakeService('postgres', log).service);
  await expect(supervisor.run(fakeService('api', log, [1]).service)).rejects.toThrow('port taken');
  await supervisor.stopAll();
  expect(log).toEqual(['start postgres', 'start api', 'stop postgres']);
});

it('what is still being started when everything stops is stopped too', async () => {
  const log: string[] = [];
  const gate = deferred<void>();
  const fake = fakeService('temporal', log);
  const supervisor = createSupervisor({ say: () => {} });
  const starting = supervisor.run({
    name: 'temporal',
    start: () => gate.promise.then(() => fake.service.start()),
  });
  const stopped = supervisor.stopAll();
  gate.resolve();
  await Promise.all([starting, stopped]);
  expect(log).toEqual(['start temporal', 'stop temporal']);
});
