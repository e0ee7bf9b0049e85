/**
 * Case openings and step firings a second, beside a bare Temporal workflow (one timer, one local activity that writes
 * one row) on the same servers, in alternating rounds.
 */
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Bare, startBare } from './bare/start-bare.ts';
import { arm } from './lib/arm.ts';
import type { Bench } from './lib/bench.ts';
import { watchCores } from './lib/cores.ts';
import { spread } from './lib/figures.ts';
import { openHandover } from './lib/handover.ts';
import { inLanes } from './lib/in-lanes.ts';
import { type BenchMunicipality, makeMunicipality } from './lib/municipality.ts';
import { type BenchProduct, morning, startProduct } from './lib/product.ts';
import { clocksKnow, lateNoticed, momentOfLateness } from './lib/timelines-in-sight.ts';
import { watchUntil } from './lib/watch.ts';

/** Requests under way at the same time, for both. */
const lanes = 16;
const day = 86_400_000;

type Round = { readonly product: number; readonly bare: number };

export const throughput: Bench = {
  name: 'throughput',
  aim: 'openings/s and firings/s at least 0.7 of a bare workflow’s',
  async run({ servers, quick }) {
    const [rounds, size] = quick ? [2, 60] : [5, 200];
    const product = await startProduct(servers);
    const bare = await startBare(servers, product);
    try {
      const place = await makeMunicipality(product.owner, 10);
      await warmUp(product, bare, place);
      const openings: Round[] = [];
      const firings: Round[] = [];
      const cores = watchCores();
      for (let round = 0; round < rounds; round += 1) {
        const opened: string[] = [];
        const openProduct = () => productOpenings(product, place, size, opened);
        const openBare = () => bareOpenings(bare, size);
        openings.push(await alternating(round, openProduct, openBare));
        const fireProduct = () => productFirings(product, opened);
        const fireBare = () => bareFirings(bare, size);
        firings.push(await alternating(round, fireProduct, fireBare));
      }
      const used = cores();
      return [
        ...told('case openings/s', openings),
        ...told('step firings/s', firings),
        `${rounds} rounds of ${size}, ${lanes} requests at once; ${used}`,
      ];
    } finally {
      await bare.stop();
      await product.close();
    }
  },
};

async function warmUp(product: BenchProduct, bare: Bare, place: BenchMunicipality): Promise<void> {
  await productOpenings(product, place, 20, []);
  await bareOpenings(bare, 20);
}

/** Who goes first changes, so that neither always finds the other's leftovers. */
async function alternating(
  round: number,
  product: () => Promise<number>,
  bare: () => Promise<number>,
): Promise<Round> {
  if (round % 2 === 0) return { product: await product(), bare: await bare() };
  const first = await bare();
  return { product: await product(), bare: first };
}

function told(what: string, rounds: readonly Round[]): readonly string[] {
  const line = (name: string, numbers: readonly number[], digits: number): string =>
    `${what}, ${name}: ${spread(numbers, digits)}`;
  const of = (who: keyof Round): readonly number[] => rounds.map((round) => round[who]);
  const ratios = rounds.map((round) => round.product / round.bare);
  return [line('product', of('product'), 0), line('bare', of('bare'), 0), line('ratio', ratios, 2)];
}

/** From the first request until every case is committed and its clock waits. */
async function productOpenings(
  product: BenchProduct,
  place: BenchMunicipality,
  size: number,
  opened: string[],
): Promise<number> {
  product.clock.moveTo(morning);
  const began = performance.now();
  await inLanes(Array.from({ length: size }), lanes, async (_, nth) => {
    opened.push(await openHandover(product, place, nth));
  });
  const sights = await watchUntil(() => clocksKnow(product, opened), size, { everyMs: 20 });
  return perSecond(size, began, sights.at(-1)?.ms);
}

/** From the first request until every workflow has written its row, and so waits. */
async function bareOpenings(bare: Bare, size: number): Promise<number> {
  const ids = Array.from({ length: size }, () => randomUUID());
  const began = performance.now();
  await inLanes(ids, lanes, (id) => bare.start('opens', id, day));
  const sights = await watchUntil(() => bare.written(ids), size, { everyMs: 20 });
  return perSecond(size, began, sights.at(-1)?.ms);
}

/** From the moment at which all fall late until all are noticed. */
async function productFirings(product: BenchProduct, ids: readonly string[]): Promise<number> {
  const late = await momentOfLateness(product, ids);
  await arm(product, ids, late);
  await sleep(Math.max(0, product.clock.until(late)));
  const began = performance.now();
  const sights = await watchUntil(() => lateNoticed(product, ids), ids.length, { everyMs: 20 });
  return perSecond(ids.length, began, sights.at(-1)?.ms);
}

async function bareFirings(bare: Bare, size: number): Promise<number> {
  const ids = Array.from({ length: size }, () => randomUUID());
  const at = performance.now() + 2_000 + size * 20;
  await inLanes(ids, lanes, (id) => bare.start('fires', id, Math.max(0, Math.round(at - performance.now()))));
  const slack = at - performance.now();
  if (slack < 500) throw new Error('the bare workflows were not started in time');
  await sleep(slack);
  const sights = await watchUntil(() => bare.written(ids), size, { everyMs: 20 });
  return perSecond(size, at, sights.at(-1)?.ms);
}

function perSecond(count: number, began: number, ended = Number.NaN): number {
  return (1_000 * count) / (ended - began);
}
