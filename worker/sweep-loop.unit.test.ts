import { expect, it } from 'vitest';
import type { Log } from '../application/ports.ts';
import { startSweepLoop } from './sweep-loop.ts';

function collectingLog(): Log & { readonly lines: unknown[] } {
  const lines: unknown[] = [];
  const line = (fields: unknown, message: string) => void lines.push([fields, message]);
  return { lines, info: line, warn: line, error: line };
}

function gate(): { readonly opened: Promise<void>; open(): void } {
  let open: () => void = () => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open: () => open() };
}

it('sweeps at start and again, one at a time (architecture 1.9)', async () => {
  let underway = 0;
  let most = 0;
  let sweeps = 0;
  const enough = gate();
  const loop = startSweepLoop(
    async () => {
      underway += 1;
      most = Math.max(most, underway);
      await new Promise((resolve) => setTimeout(resolve, 3));
      underway -= 1;
      sweeps += 1;
      if (sweeps === 3) enough.open();
    },
    collectingLog(),
    1,
  );
  await enough.opened;
  await loop.stop();
  expect([most, underway]).toEqual([1, 0]);
});

it('a sweep that fails is told by its code and tried again', async () => {
  const log = collectingLog();
  const again = gate();
  let sweeps = 0;
  const loop = startSweepLoop(
    async () => {
      sweeps += 1;
      if (sweeps === 2) again.open();
      else throw Object.assign(new Error('Jānis'), { code: 'ECONNREFUSED' });
    },
    log,
    1,
  );
  await again.opened;
  await loop.stop();
  expect(log.lines).toEqual([[{ code: 'Error ECONNREFUSED' }, 'sweep failed']]);
});

it('stopping waits for the sweep under way and begins no other', async () => {
  const release = gate();
  let ended = 0;
  const loop = startSweepLoop(
    async () => {
      await release.opened;
      ended += 1;
    },
    collectingLog(),
    1,
  );
  const stopped = loop.stop();
  release.open();
  await stopped;
  expect(ended).toBe(1);
});
