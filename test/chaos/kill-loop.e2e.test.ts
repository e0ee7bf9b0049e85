/** SIGKILL of anything at any time, over hundreds of writes; `CHAOS_SEED` plays the same again. */
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { productClock } from '../../application/product-clock.ts';
import { openDatabase } from '../../db/connect.ts';
import { type Instant, instant } from '../../domain/time.ts';
import type { Plan, ScriptedStage } from '../support/scripted-smtp.ts';
import { noFindings } from './findings.ts';
import { judgeDangers, judgeLog, judgeMails, judgeTimelines, leftToDo } from './judge.ts';
import { type ProductUnderFire, startProductUnderFire, type Victim, victims } from './product-under-fire.ts';
import { chaosSeed, type Random, randomFrom } from './random.ts';
import { differencesFromRebuild } from './rebuild.ts';
import { comeToRest, withSql } from './rest.ts';
import { type Life, learnerNames, live } from './school-life.ts';
import type { Journal } from './writing-client.ts';

const leastKills = Number(process.env['CHAOS_KILLS'] ?? 20);
const leastWrites = Number(process.env['CHAOS_WRITES'] ?? 500);
/** Between two kills. */
const pauseMs = { from: 5_000, to: Number(process.env['CHAOS_PAUSE_MS'] ?? 6_000) };
const writers = 9;
/** An hour in two seconds: some working days pass, with their mornings and midnights. */
const rate = 1_800;
const monday = instant('2026-11-23T04:30:00.000Z');

const random = randomFrom(chaosSeed('kill loop'));
const journal: Journal = { acknowledged: [], refused: [] };
const life: Life = { openDangers: new Map() };
const kills = new Map<Victim, number>(victims.map((victim) => [victim, 0]));
let ownDeaths = 0;
let product: ProductUnderFire;
let restedAt: Instant;

const countKills = () => [...kills.values()].reduce((sum, n) => sum + n, 0);

/** One session in six is cut at a stage drawn for it. */
function moody(mood: Random): Plan {
  const stages: readonly [ScriptedStage, ...ScriptedStage[]] = [
    'connect',
    'greeting',
    'ehlo',
    'mail',
    'rcpt',
    'data',
    'body',
    'dot',
    'accepted',
  ];
  type Cut = { readonly stage: ScriptedStage; readonly how: 'reset' | 'fin' };
  const cuts = new Map<number, Cut | null>();
  return ({ number }, stage) => {
    if (!cuts.has(number)) {
      const cut: Cut = { stage: mood.pick(stages), how: mood.pick(['reset', 'fin']) };
      cuts.set(number, mood.chance(1 / 6) ? cut : null);
    }
    const cut = cuts.get(number);
    return cut?.stage === stage ? { do: cut.how } : { do: 'go' };
  };
}

/** Kills one after the other, and starts each again after up to two seconds, until there were enough kills and writes. */
async function killAround(chance: Random): Promise<void> {
  const over = new AbortController();
  const dead = new Set<Victim>();
  // Each of the four comes once in every four, in an order of chance.
  const deck: Victim[] = [];
  const restarts = [supervise(dead, over.signal)];
  while (countKills() < leastKills || journal.acknowledged.length < leastWrites) {
    await sleep(chance.between(pauseMs.from, pauseMs.to));
    if (deck.length === 0) deck.push(...inRandomOrder(chance));
    const victim = deck.find((one) => product.runs(one));
    if (victim === undefined) continue;
    deck.splice(deck.indexOf(victim), 1);
    dead.add(victim);
    await product.kill(victim);
    kills.set(victim, (kills.get(victim) ?? 0) + 1);
    const restart = sleep(chance.between(0, 2_000))
      .then(() => product.start(victim))
      .finally(() => dead.delete(victim));
    // Looked at in the end; until then it must not count as unhandled.
    restart.catch(() => undefined);
    restarts.push(restart);
  }
  over.abort();
  await Promise.all(restarts);
}

function inRandomOrder(chance: Random): readonly Victim[] {
  const left: Victim[] = [...victims];
  return victims.flatMap(() => left.splice(chance.between(0, left.length - 1), 1));
}

/** As the supervisor of `npm start` does: who ends without being killed is started again, and counted. */
async function supervise(dead: ReadonlySet<Victim>, over: AbortSignal): Promise<void> {
  while (!over.aborted) {
    await sleep(500);
    const fallen = victims.filter((one) => !product.runs(one) && !dead.has(one));
    ownDeaths += fallen.length;
    await Promise.all(fallen.map((one) => product.start(one)));
  }
}

async function productNow(): Promise<Instant> {
  const owner = openDatabase(product.ownerUrl, 1);
  try {
    return await productClock(owner, true).now();
  } finally {
    await owner.close();
  }
}

beforeAll(async () => {
  const place = { temporalProgram: inject('temporalProgram'), cacheDir: inject('cacheDir') };
  product = await startProductUnderFire(place, monday);
  product.smtp.setPlan(moody(random.fork()));
  await product.setClock({ mode: 'running', nowAt: monday, rate });
  const stopping = new AbortController();
  const living = { apiUrl: product.apiUrl, place: product.place, journal, life, stopping: stopping.signal };
  const lives = Array.from({ length: writers }, () => live(living, random.fork()));
  try {
    await killAround(random.fork());
  } finally {
    stopping.abort();
    await Promise.all(lives);
  }
  restedAt = await productNow();
  await comeToRest(product, restedAt);
  const repeated = journal.acknowledged.filter((one) => one.repetitions > 0).length;
  process.stderr.write(
    `kill loop: ${countKills()} kills (${[...kills].map(([victim, n]) => `${victim} ${n}`).join(', ')}), ${ownDeaths} ends of their own, ` +
      `${journal.acknowledged.length} writes (${repeated} repeated), ${product.smtp.mails.length} mails received ` +
      `in ${product.smtp.sessions.length} sessions, until ${restedAt}\n`,
  );
});

afterAll(async () => {
  await product?.close();
});

it('there were enough kills, writes and mails to mean something (issue 3, section 6)', () => {
  expect(countKills()).toBeGreaterThanOrEqual(leastKills);
  expect(journal.acknowledged.length).toBeGreaterThanOrEqual(leastWrites);
  expect(product.smtp.mails.length).toBeGreaterThan(0);
  expect(journal.refused).toEqual([]);
});

it('no acknowledged fact is lost, torn or doubled, and none is there that nobody wrote', async () => {
  await withSql(product.ownerUrl, async (sql) => {
    const found = await judgeLog(sql, journal.acknowledged);
    expect(found).toEqual(noFindings(found));
  });
});

it('every step that is due was taken, and what is stored equals a rebuild from the facts', async () => {
  await withSql(product.ownerUrl, async (sql) => {
    const found = await leftToDo(sql, restedAt);
    expect(found).toEqual(noFindings(found));
  });
  expect(await differencesFromRebuild(product.ownerUrl, restedAt)).toEqual([]);
});

it('no mail comes twice but once more with its Message-ID where the answer was lost; none names a learner', async () => {
  await withSql(product.ownerUrl, async (sql) => {
    const names = [...learnerNames.first, ...learnerNames.last];
    const found = await judgeMails(sql, product.smtp.mails, names);
    expect(found).toEqual(noFindings(found));
  });
});

it('every danger that is still open was told, and the mail server has the mail', async () => {
  await withSql(product.ownerUrl, async (sql) => {
    expect(life.openDangers.size).toBeGreaterThan(0);
    const found = await judgeDangers(sql, product.smtp.mails, life.openDangers.keys());
    expect(found).toEqual(noFindings(found));
  });
});

it('every open dossier has its clock, and no workflow failed or is stuck', async () => {
  await withSql(product.ownerUrl, async (sql) => {
    const found = await judgeTimelines(product, sql);
    expect(found).toEqual(noFindings(found));
  });
});
