/** The page of danger without a network, and what a new build does to what was kept (issue 5, screen 3; R 25). */
import { readFileSync } from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, describe, expect, it } from 'vitest';
import { closeBrowser, expectAccessible, phone, visit } from './visit.ts';

afterAll(closeBrowser);

/** Resolves once the worker has taken over and may be relied on. */
const kept = (page: Page) => page.evaluate('navigator.serviceWorker.ready.then(() => undefined)');

describe('without a network', () => {
  it('110 and table 7 work after one visit of any page (R 25)', async () => {
    const { page, complaints, leave } = await visit(phone);
    await kept(page);
    await page.context().setOffline(true);
    await page.goto('/briesmas');
    await page.getByRole('heading', { level: 1, name: 'Bērns briesmās' }).waitFor();
    expect(await page.getByRole('link', { name: 'Zvaniet 110' }).getAttribute('href')).toBe('tel:110');
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Noskaidrot, kam jāziņo' }).click();
    await page.getByRole('button', { name: 'Seksuāla vardarbība' }).click();
    for (const name of ['Nē', 'Nē']) await page.getByRole('button', { name, exact: true }).click();
    await page.getByRole('heading', { level: 1, name: 'Kam un kā jāziņo' }).waitFor();
    await page
      .getByRole('heading', { name: 'Nekavējoties ziņojiet Valsts policijai, zvanot pa tālruni 110.' })
      .waitFor();
    // The other language was kept, too.
    await page.getByRole('button', { name: 'Sākt no jauna' }).click();
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('heading', { level: 1, name: 'A child in danger' }).waitFor();
    expect(complaints).toEqual([]);
    await leave();
  });

  it('nothing that the API said is kept', async () => {
    const { page, leave } = await visit(phone);
    await kept(page);
    const addresses = await page.evaluate(
      'caches.keys().then((names) => Promise.all(names.map((name) => caches.open(name).then((cache) => cache.keys())))).then((lists) => lists.flat().map(({ url }) => new URL(url).pathname))',
    );
    expect(addresses).toContain('/briesmas');
    for (const one of addresses as readonly string[]) expect(one).toMatch(/^\/(?:briesmas$|assets\/)/);
    await leave();
  });

  it('the worker and the manifest are looked at anew each time, and the worker may ask nothing but this place', async () => {
    const { page, leave } = await visit(phone);
    const worker = await page.request.get('/service-worker.js');
    expect(worker.headers()).toMatchObject({
      'cache-control': 'no-cache',
      'content-security-policy': "default-src 'none'; connect-src 'self'",
    });
    const manifest = await page.request.get('/manifest.webmanifest');
    expect(manifest.headers()['content-type']).toMatch(/^application\/manifest\+json/);
    const { icons } = (await manifest.json()) as { readonly icons: readonly { readonly src: string }[] };
    for (const { src } of icons) expect((await page.request.get(src)).status()).toBe(200);
    await leave();
  });
});

/** The client as it was built, at a place of its own, where a new build of it can be brought out. */
async function builtClient(): Promise<{ readonly url: string; bringOut(build: string): void; stop(): void }> {
  const dist = path.join(import.meta.dirname, '..', '..', 'web', 'dist');
  const entry =
    /assets\/index-[\w-]+\.js/.exec(readFileSync(path.join(dist, 'index.html'), 'utf8'))?.[0] ?? '';
  let build = 'first';
  const read = (name: string) => readFileSync(path.join(dist, name));
  const ofBuild = (name: string) =>
    read(name)
      .toString()
      .replaceAll(entry, entry.replace('index-', `index-${build}-`));
  const server = http.createServer(({ url = '/' }, answer) => {
    const send = (type: string, content: string | Buffer) =>
      answer.writeHead(200, { 'content-type': type, 'cache-control': 'no-cache' }).end(content);
    if (url.startsWith('/api/')) answer.writeHead(503).end();
    else if (url === '/service-worker.js')
      send('text/javascript', ofBuild('service-worker.js').replace(/"id":"[0-9a-f]+/, `$&${build}`));
    else if (url.startsWith('/assets/') && url.includes('index-first-') && build !== 'first')
      answer.writeHead(404).end();
    else if (url.startsWith('/assets/'))
      send(
        url.endsWith('.css') ? 'text/css' : 'text/javascript',
        read(url.replace(`index-${build}-`, 'index-').slice(1)),
      );
    else send('text/html', ofBuild('index.html').replace('<title>', `<title>${build} `));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    bringOut(next) {
      build = next;
    },
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** The builds that are kept, once the worker of the last one is at work and no other is on its way. */
const keptBuilds = `(async () => {
  const { installing, waiting, active } = await navigator.serviceWorker.getRegistration();
  const names = await caches.keys();
  const pages = await Promise.all(names.map(async (name) => (await (await caches.open(name)).match('/briesmas'))?.text()));
  const busy = installing !== null || waiting !== null || active?.state !== 'activated';
  return busy ? [] : pages.map((page) => /<title>(\\w+)/.exec(page ?? '')?.[1]);
})()`;
const patience = { timeout: 20_000 };

describe('a new build', () => {
  it('is on the screen with the next visit, and without a network from then on', async () => {
    const client = await builtClient();
    const { page, leave } = await visit({ ...phone, baseURL: client.url });
    await page.goto('/briesmas');
    expect(await page.title()).toMatch(/^first/);
    await kept(page);
    await page.context().setOffline(true);
    await page.reload();
    expect(await page.title()).toMatch(/^first/);

    await page.context().setOffline(false);
    client.bringOut('second');
    await page.reload();
    expect(await page.title()).toMatch(/^second/);
    await expect.poll(() => page.evaluate(keptBuilds), patience).toEqual(['first', 'second']);
    await page.context().setOffline(true);
    await page.reload();
    expect(await page.title()).toMatch(/^second/);
    await page.getByRole('heading', { level: 1, name: 'Bērns briesmās' }).waitFor();

    // The third brings the first one to its end; the second stays for tabs that are open.
    await page.context().setOffline(false);
    client.bringOut('third');
    await page.reload();
    await expect.poll(() => page.evaluate(keptBuilds), patience).toEqual(['second', 'third']);
    await leave();
    client.stop();
  });
});
