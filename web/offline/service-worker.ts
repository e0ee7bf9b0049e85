/**
 * Keeps the page of danger for when there is no network: the page, the files it needs, and nothing that the API said.
 * Online the page always comes fresh, so that a new build is seen with the next visit; files carry a hash of their
 * content and are the same wherever they come from.
 */

/** What the build put in (`keep-offline.ts`). */
declare const __OFFLINE__: {
  /** Of these very files. */
  readonly id: string;
  /** The script that the page of the same build starts. */
  readonly entry: string;
  readonly files: readonly string[];
};

type Living = Event & { waitUntil(until: Promise<unknown>): void };
type Asking = Event & { readonly request: Request; respondWith(answer: Promise<Response>): void };

const worker = self as unknown as EventTarget & {
  skipWaiting(): Promise<void>;
  readonly clients: { claim(): Promise<void> };
};

const { id, entry, files } = __OFFLINE__;
const prefix = 'terminsargs-';
const cacheName = prefix + id;
const page = '/briesmas';
/** Milliseconds after which a network that barely answers is taken for none. */
const patienceMs = 3000;

worker.addEventListener('install', (event) => (event as Living).waitUntil(keep()));
worker.addEventListener('activate', (event) => (event as Living).waitUntil(takeOver()));
worker.addEventListener('fetch', (event) => {
  const asking = event as Asking;
  const { request } = asking;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== location.origin || pathname.startsWith('/api/')) return;
  if (request.mode === 'navigate') asking.respondWith(freshOrKept(request));
  else if (pathname.startsWith('/assets/')) asking.respondWith(keptOrFetched(request));
});

async function keep(): Promise<void> {
  const cache = await caches.open(cacheName);
  const shell = await fetch(page, {
    headers: { accept: 'text/html' },
    cache: 'no-store',
    credentials: 'omit',
  });
  // While a new build is rolled out, page and worker may be of two builds: the next visit tries again.
  if (!shell.ok || !(await shell.clone().text()).includes(entry))
    throw new Error('The page is of another build');
  await cache.addAll([...files]);
  await cache.put(page, shell);
  await worker.skipWaiting();
}

/** The build before stays, for tabs that were opened with it; older ones go. */
async function takeOver(): Promise<void> {
  const others = (await caches.keys()).filter((one) => one.startsWith(prefix) && one !== cacheName);
  await Promise.all(others.slice(0, -1).map((one) => caches.delete(one)));
  await worker.clients.claim();
}

/** Whoever opens the page of danger does not wait for a network that barely answers. */
async function freshOrKept(request: Request): Promise<Response> {
  const fresh = fetch(request);
  const kept = await (await caches.open(cacheName)).match(page);
  if (kept === undefined) return await fresh;
  const either = [fresh.catch(() => kept)];
  if (new URL(request.url).pathname === page) either.push(keptAfter(patienceMs, kept));
  return await Promise.race(either);
}

function keptAfter(ms: number, kept: Response): Promise<Response> {
  return new Promise((resolve) => setTimeout(resolve, ms, kept));
}

async function keptOrFetched(request: Request): Promise<Response> {
  return (await caches.match(request, { ignoreVary: true })) ?? (await fetch(request));
}
