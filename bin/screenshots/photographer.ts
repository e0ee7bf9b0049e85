/**
 * Opens a screen of the running product as one of the demo's people and takes a picture of it.
 *
 *   const photographer = await openPhotographer(product.url, findChromium(process.env, say), folder);
 *   const picture = await photographer.take(screens.find(({ name }) => name === 'today-teacher'), {
 *     language: 'lv', width: 1366, dark: false, print: false,
 *   });
 *   await photographer.close();
 *
 * A screen (`screens.ts`) is data: whose, at which address, and what is pressed before the picture. Any other program,
 * such as the one that makes the pictures of the user guide, may write screens of its own and give them to `take`.
 */
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { en } from '../../web/texts/en.ts';
import { lv } from '../../web/texts/lv.ts';
import type { Texts } from '../../web/texts/texts.ts';
import { neighbours } from '../demo/neighbours.ts';
import { demoPeople } from '../demo/people.ts';
import { signInAs } from '../lib/sign-in-steps.ts';

export type Look = {
  readonly language: 'lv' | 'en';
  /** Pixels; see `heightOf`. */
  readonly width: number;
  readonly dark: boolean;
  /** As on paper. */
  readonly print: boolean;
  /** Only what is seen without scrolling; the whole page where left out. */
  readonly onlyWindow?: boolean;
};

export type Screen = {
  /** Readable and unique; the picture's file is called by it. */
  readonly name: string;
  /** The id of somebody in `bin/demo`; nobody is signed in where it is null. */
  readonly as: string | null;
  readonly path: string;
  /** Before the address is opened: what the network answers, for states that the demo does not hold. */
  readonly before?: (page: Page) => Promise<unknown>;
  /** What is pressed before the picture; `words` are the texts of the page in its language. */
  readonly steps?: (page: Page, words: Texts) => Promise<unknown>;
};

export type Photographer = {
  /** A PNG. Throws where the screen cannot be reached. */
  take(screen: Screen, look: Look): Promise<Buffer>;
  /** The opened screen itself, to be measured; `close` it. */
  open(screen: Screen, look: Look): Promise<Page>;
  close(): Promise<void>;
};

/** What a person may have to wait for a page on a busy machine. */
const patienceMs = 20_000;
/** As long without a request to the API, the page is taken for complete. */
const quietMs = 250;

type SignedIn = Awaited<ReturnType<BrowserContext['storageState']>>;

/** `url` is where the product runs, `executable` the browser's path; in `folder` it keeps what signing in again needs. */
export async function openPhotographer(
  url: string,
  executable: string,
  folder: string,
): Promise<Photographer> {
  const browser = await chromium.launch({ executablePath: executable, args: ['--no-sandbox'] });
  const people = new Map<string, Promise<SignedIn>>();
  const contexts = new Map<string, Promise<BrowserContext>>();

  const photographer: Photographer = {
    async open(screen, look) {
      const { as } = screen;
      const key = JSON.stringify([as, look]);
      const context = await kept(contexts, key, () => newContext(browser, url, look, signedIn(as)));
      const page = await context.newPage();
      if (look.print) await page.emulateMedia({ media: 'print' });
      // What one picture leaves half typed would stand in the next one's form.
      await page.route('**/api/v1/drafts/**', (route) =>
        route.request().method() === 'GET' ? route.continue() : route.fulfill({ status: 204 }),
      );
      await screen.before?.(page);
      const quiet = watchRequests(page);
      await page.goto(screen.path);
      await page.locator('#root > :not(style)').first().waitFor();
      await quiet();
      await screen.steps?.(page, textsIn(look.language));
      await quiet();
      return page;
    },
    async take(screen, look) {
      const page = await photographer.open(screen, look);
      try {
        return await page.screenshot({ fullPage: look.onlyWindow !== true });
      } finally {
        await page.close();
      }
    },
    close: () => browser.close(),
  };
  return photographer;

  function signedIn(as: string | null): Promise<SignedIn | undefined> {
    if (as === null) return Promise.resolve(undefined);
    return kept(people, as, async () => {
      const context = await browser.newContext({ baseURL: url, locale: 'lv-LV' });
      context.setDefaultTimeout(patienceMs);
      const page = await context.newPage();
      await page.goto('/');
      await signInAs(page, mailOf(as), folder);
      // The tour of the first visit has a picture of its own.
      await page.request.post('/api/v1/account/tour', { headers: { origin: url }, data: { seen: true } });
      const state = await context.storageState();
      await context.close();
      return state;
    });
  }
}

/** English lacks only the forms of number that Latvian has. */
function textsIn(language: Look['language']): Texts {
  return language === 'lv' ? lv : (en as unknown as Texts);
}

/** As tall as such a screen usually is. */
export function heightOf(width: number): number {
  if (width < 600) return 740;
  if (width < 1000) return 1024;
  return Math.round((width * 9) / 16);
}

async function newContext(
  browser: Browser,
  url: string,
  { language, width, dark }: Look,
  signedIn: Promise<SignedIn | undefined>,
): Promise<BrowserContext> {
  const storageState = await signedIn;
  const hand = width < 600 ? { isMobile: true, hasTouch: true } : {};
  const context = await browser.newContext({
    baseURL: url,
    viewport: { width, height: heightOf(width) },
    locale: language === 'lv' ? 'lv-LV' : 'en-GB',
    timezoneId: 'Europe/Riga',
    reducedMotion: 'reduce',
    colorScheme: dark ? 'dark' : 'light',
    ...hand,
    ...(storageState === undefined ? {} : { storageState }),
  });
  context.setDefaultTimeout(patienceMs);
  await context.addInitScript(`localStorage.setItem('terminsargs.language', '${language}')`);
  return context;
}

/** Gives a function that waits until the API has been left alone for a moment, and the page is drawn. */
function watchRequests(page: Page): () => Promise<void> {
  const open = new Set<unknown>();
  let changedAt = performance.now();
  page.on('request', (request) => {
    changedAt = performance.now();
    // The stream of changes never ends.
    if (request.resourceType() !== 'eventsource' && !request.url().endsWith('/live')) open.add(request);
  });
  const done = (request: unknown) => {
    changedAt = performance.now();
    open.delete(request);
  };
  page.on('requestfinished', done);
  page.on('requestfailed', done);
  return async () => {
    const until = performance.now() + patienceMs;
    while ((open.size > 0 || performance.now() - changedAt < quietMs) && performance.now() < until)
      await page.waitForTimeout(50);
    await page.evaluate('document.fonts.ready.then(() => new Promise(requestAnimationFrame))');
  };
}

function mailOf(id: string): string {
  const everybody = [...demoPeople, ...neighbours.flatMap(({ people }) => people)];
  const person = everybody.find((one) => one.id === id);
  if (person === undefined) throw new Error(`Nobody is called ${id}`);
  return person.mail;
}

function kept<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const found = map.get(key) ?? make();
  map.set(key, found);
  return found;
}
