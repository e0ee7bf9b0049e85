/** Thousands of duties that fall late in the same second: how long until each is noticed (architecture, point 10). */
import { setTimeout as sleep } from 'node:timers/promises';
import { arm } from './lib/arm.ts';
import type { Bench } from './lib/bench.ts';
import { openHerd } from './lib/bulk-handovers.ts';
import { watchCores } from './lib/cores.ts';
import { makeMunicipality } from './lib/municipality.ts';
import { startProduct } from './lib/product.ts';
import { lateNoticed, momentOfLateness } from './lib/timelines-in-sight.ts';
import { reached, watchUntil } from './lib/watch.ts';

function herdBench(name: string, aim: string, herdSize: number | undefined): Bench {
  return {
    name,
    aim,
    async run({ servers, quick, say }) {
      const size = quick ? 200 : 2_000;
      const product = await startProduct(servers, herdSize === undefined ? {} : { herdSize });
      try {
        const place = await makeMunicipality(product.owner, 40);
        const ids = await openHerd(product, place, size);
        say(`  ${size} cases are open; their clocks are started and set …`);
        const moment = await momentOfLateness(product, ids);
        await arm(product, ids, moment);
        await sleep(Math.max(0, product.clock.until(moment)));
        const cores = watchCores();
        const began = performance.now();
        // Seen from outside: a step counts when it is committed with its notices.
        const sights = await watchUntil(() => lateNoticed(product, ids), size, { patienceMs: 300_000 });
        const seconds = (share: number): string =>
          ((reached(sights, size, share) - began) / 1_000).toFixed(2);
        return [
          `${size} duties late in one second: noticed p50 ${seconds(0.5)} s, p99 ${seconds(0.99)} s, all ${seconds(1)} s`,
          `looked at every 50 ms; ${cores()}`,
        ];
      } finally {
        await product.close();
      }
    },
  };
}

export const herdInSets = herdBench('herd', 'p99 at most 3 s, taken in sets', undefined);
export const herdOneByOne = herdBench(
  'herd-one-by-one',
  'none: for comparison, each by its own timer',
  Number.POSITIVE_INFINITY,
);
