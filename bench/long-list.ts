/** Today with very many duties in Chromium: drawing them, opening one, scrolling. The API's answers are made up here. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { type CDPSession, chromium, type Page, type Route } from 'playwright-core';
import { findChromium } from '../bin/lib/find-chromium.ts';
import { buildWeb, isWebBuilt } from '../bin/lib/web-build.ts';
import { latencies } from './lib/figures.ts';
import { madeUpDuties, madeUpSession } from './lib/made-up-duties.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const dist = path.join(root, 'web', 'dist');
const origin = 'http://long-list.test';
/** As many as the page asks for at once (`web/requests/duties.ts`). */
const pageSize = 200;
const presses = 10;
const patienceMs = 120_000;
const framesScrolled = 120;
/** A turn of the wheel in each frame. */
const pixelsAFrame = 100;

/** The figures, a line each; builds the client where something has changed. */
export async function longList(size: number, say: (line: string) => void): Promise<readonly string[]> {
  if (!isWebBuilt(root)) await buildWeb(root);
  const browser = await chromium.launch({
    executablePath: findChromium(process.env, say),
    args: ['--no-sandbox'],
  });
  try {
    const context = await browser.newContext({
      locale: 'lv-LV',
      timezoneId: 'Europe/Riga',
      viewport: { width: 1366, height: 768 },
      serviceWorkers: 'block',
    });
    const page = await context.newPage();
    const state = { atOnce: false };
    await page.route('**/*', (route) => answer(route, size, state.atOnce));
    const cost = await open(page, await context.newCDPSession(page));
    const lines = [`the first ${pageSize}: ${await cost(() => drawn(page, pageSize))}`];
    for (let shown = pageSize; shown < size - pageSize; shown += pageSize) await more(page, shown);
    lines.push(`${pageSize} more below ${size - pageSize}: ${await cost(() => more(page, size - pageSize))}`);
    lines.push(`“why” of a duty, press to frame: ${latencies(await whys(page))}`);
    let frames: readonly number[] = [];
    const scrolling = await cost(async () => {
      frames = await scroll(page);
    });
    lines.push(`scrolling, frame to frame: ${latencies(frames)}; ${scrolling}`);
    state.atOnce = true;
    const again = await open(page, await context.newCDPSession(page));
    lines.push(`${size} at once: ${await again(() => drawn(page, size))}`);
    return lines;
  } finally {
    await browser.close();
  }
}

type Cost = (work: () => Promise<void>) => Promise<string>;

/** Opens Today; what comes back tells what a piece of work costs the page's own thread. */
async function open(page: Page, session: CDPSession): Promise<Cost> {
  // Time of the thread itself: what else the machine does is left out.
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const metrics = async () =>
    new Map((await session.send('Performance.getMetrics')).metrics.map(({ name, value }) => [name, value]));
  await page.goto('about:blank');
  const navigated = page.goto(`${origin}/`);
  return async (work) => {
    const before = await metrics();
    await navigated;
    await work();
    const after = await metrics();
    const [all, script, style, layout] = [
      'TaskDuration',
      'ScriptDuration',
      'RecalcStyleDuration',
      'LayoutDuration',
    ].map((name) => Math.round(1000 * ((after.get(name) ?? 0) - (before.get(name) ?? 0))));
    return `${all} ms of work (script ${script}, styles ${style}, layout ${layout})`;
  };
}

/** Until so many rows stand there and have been painted. */
async function drawn(page: Page, rows: number): Promise<void> {
  await page.waitForFunction(`document.querySelectorAll('#content li').length === ${rows}`, undefined, {
    timeout: patienceMs,
    // Counting thousands of rows in each frame would be most of the work.
    polling: 250,
  });
  await page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))');
}

async function more(page: Page, shown: number): Promise<void> {
  await page.evaluate("document.querySelector('#content section[aria-label] > button:last-child').click()");
  await drawn(page, shown + pageSize);
}

/** Milliseconds from pressing “why” in a row to the frame that shows it. */
function whys(page: Page): Promise<readonly number[]> {
  return page.evaluate(`(async () => {
    const taken = [];
    const buttons = [...document.querySelectorAll('#content li button[aria-expanded]')];
    for (const button of buttons.slice(0, ${presses})) {
      const from = performance.now();
      button.click();
      await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
      taken.push(performance.now() - from);
    }
    return taken;
  })()`);
}

/** Milliseconds between the frames while the page is scrolled. */
function scroll(page: Page): Promise<readonly number[]> {
  return page.evaluate(`(async () => {
    const frame = () => new Promise((done) => requestAnimationFrame(done));
    const taken = [];
    let last = await frame();
    for (let n = 0; n < ${framesScrolled}; n += 1) {
      scrollBy({ top: ${pixelsAFrame}, behavior: 'instant' });
      const now = await frame();
      taken.push(now - last);
      last = now;
    }
    return taken;
  })()`);
}

async function answer(route: Route, size: number, atOnce: boolean): Promise<void> {
  const { pathname, searchParams } = new URL(route.request().url());
  if (!pathname.startsWith('/api/')) {
    const file = path.join(dist, pathname);
    return route.fulfill({
      path: path.extname(file) !== '' && existsSync(file) ? file : path.join(dist, 'index.html'),
    });
  }
  switch (pathname.replace('/api/v1', '')) {
    case '/account':
      return route.fulfill({ json: madeUpSession });
    case '/vocabulary':
      return route.fulfill({ json: { ordinary: [], groups: [] } });
    case '/duties': {
      if (searchParams.get('mine') !== 'true') return route.fulfill({ json: { items: [], next: null } });
      const from = Number(searchParams.get('cursor') ?? 0);
      const until = atOnce ? size : Math.min(size, from + pageSize);
      const next = until === size ? null : String(until);
      return route.fulfill({ json: { items: madeUpDuties(from, until), next } });
    }
    case '/live':
      return route.fulfill({ contentType: 'text/event-stream', body: 'retry: 600000\n\n' });
    default:
      return route.abort();
  }
}
