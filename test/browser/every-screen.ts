/** A walk through every page of the client that lists, counts, searches or opens. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Page, Request } from 'playwright-core';

/** Milliseconds without a request after which a page is taken to be whole. */
const quietMs = 120;

/** Addresses that everybody may ask for; whoever has no right is told so there. */
export const addresses = [
  '/',
  '/mani-gadijumi',
  '/iesutne',
  '/iesutne?gaida=citus',
  '/iesutne?gaida=neviens',
  '/kavejumi',
  '/kavejumi?puse=gaida',
  '/skola',
  '/jauns',
  '/arkartas-piekluve',
  '/parvalde/cilveki',
  '/parvalde/prombutnes',
  '/parvalde/klases',
  '/parvalde/iestades',
  '/parvalde/kartiba',
  '/parvalde/kalendars',
  '/parvalde/imports',
  '/parvalde/macibas',
  '/iestatijumi',
] as const;

/** Tells when the page has asked the API for all that it shows; to be made before the first page is opened. */
export function watchQuiet(page: Page): () => Promise<void> {
  const asked = new Set<Request>();
  let last = Date.now();
  const over = (request: Request) => {
    if (asked.delete(request)) last = Date.now();
  };
  page.on('request', (request) => {
    const { pathname } = new URL(request.url());
    // The stream of changes never ends.
    if (pathname === '/api/v1/live') return;
    asked.add(request);
    last = Date.now();
  });
  page.on('requestfinished', over);
  page.on('requestfailed', over);
  // Of a page that was left nothing more is heard.
  page.on('framenavigated', (frame) => {
    if (frame === page.mainFrame())
      for (const request of asked) if (request.frame() !== frame) asked.delete(request);
  });
  return async () => {
    const isBusy = () => asked.size > 0 || Date.now() - last < quietMs;
    do {
      while (isBusy()) await pause(quietMs / 4);
      // What the last answer brought is drawn, and may ask for more.
      await page.evaluate('new Promise((resolve) => requestIdleCallback(resolve))');
    } while (isBusy());
  };
}

/** Goes there as a link would, without loading the client anew. */
export async function go(page: Page, address: string): Promise<void> {
  await page.evaluate(
    `history.pushState({}, '', ${JSON.stringify(address)}); dispatchEvent(new PopStateEvent('popstate'))`,
  );
}
