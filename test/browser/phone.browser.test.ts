/** A phone in a corridor without a network: what waits there, who may send it, and what is gone at sign-out (R 25). */
import type { Page } from 'playwright-core';
import { afterAll, describe, expect, it } from 'vitest';
import { demoPassword } from '../../bin/demo/demo-accounts.ts';
import { closeBrowser, expectAccessible, phone, visitAs } from './visit.ts';

afterAll(closeBrowser);

/** Nobody else’s in these tests: a passkey changes how one signs in. */
const pedagogue = 'evija.rudzite@ozolkalna-vidusskola.example';

const teacher = 'anita.kalnina@ozolkalna-vidusskola.example';
const principal = 'ilze.vitolina@ozolkalna-vidusskola.example';
const other = 'gints.purmalis@ozolkalna-vidusskola.example';

/** Everything that lies open on the device: IndexedDB, both storages, the caches. */
const lyingOpen = `(async () => {
  const text = (value) => value instanceof ArrayBuffer || ArrayBuffer.isView(value)
    ? new TextDecoder('utf-8', { fatal: false }).decode(value)
    : value instanceof CryptoKey ? 'key ' + value.extractable
    : typeof value === 'object' && value !== null ? Object.values(value).map(text).join(' ') : String(value);
  const found = [JSON.stringify({ ...localStorage }), JSON.stringify({ ...sessionStorage })];
  for (const { name } of await indexedDB.databases()) {
    const db = await new Promise((resolve) => (indexedDB.open(name).onsuccess = ({ target }) => resolve(target.result)));
    for (const store of db.objectStoreNames) {
      const all = db.transaction(store).objectStore(store);
      const read = (request) => new Promise((resolve) => (request.onsuccess = () => resolve(request.result)));
      found.push(text(await read(all.getAllKeys())), text(await read(all.getAll())));
    }
    db.close();
  }
  for (const name of await caches.keys())
    for (const { url } of await (await caches.open(name)).keys()) found.push(url);
  return found.join(' ');
})()`;

async function openWithPasskey(): ReturnType<typeof visitAs> {
  const visitor = await visitAs(pedagogue, phone);
  const { page } = visitor;
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('WebAuthn.enable');
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  await page.goto('/iestatijumi');
  await page.getByRole('button', { name: 'Pievienot piekļuves atslēgu' }).click();
  await page.getByRole('button', { name: 'Pievienot šo ierīci' }).click();
  await page.getByRole('button', { name: /Noņemt piekļuves atslēgu/ }).waitFor();
  await signOut(page);
  await signInByPasskey(page);
  return visitor;
}

async function signInByPasskey(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Ieiet ar piekļuves atslēgu' }).click();
  await page.getByRole('navigation').first().waitFor();
}

async function signIn(page: Page, mail: string): Promise<void> {
  await page.getByLabel('Darba e-pasts').fill(mail);
  await page.getByLabel('Parole', { exact: true }).fill(demoPassword);
  await page.getByRole('button', { name: 'Ieiet', exact: true }).click();
  await page.getByRole('navigation').first().waitFor();
}

async function signOut(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Mans konts' }).click();
  await page.getByRole('menuitem', { name: 'Iziet' }).click();
  await page.getByLabel('Darba e-pasts').waitFor();
}

/** Two taps for the first learner on the page; answers who it was. */
async function quickContact(page: Page): Promise<string> {
  const button = page.getByRole('button', { name: /^Saziņa: / }).first();
  const who = ((await button.getAttribute('aria-label')) ?? '').replace('Saziņa: ', '');
  await button.tap();
  await page.getByRole('dialog').getByRole('button', { name: 'Neatbildēja' }).tap();
  return who;
}

const ready = (page: Page) => page.evaluate('navigator.serviceWorker.ready.then(() => undefined)');

describe('a phone without a network (issue 5, R 25)', () => {
  it('signed in by passkey: 110, table 7, phone list and contact offline; counted, sent once, wiped at sign-out', async () => {
    const { page, complaints, leave } = await openWithPasskey();
    const contacts: string[] = [];
    page.on('response', (answer) => {
      const asked = answer.request();
      if (asked.method() === 'POST' && asked.url().endsWith('/facts'))
        contacts.push(`${answer.status()} ${asked.postData()}`);
    });
    await page
      .getByRole('button', { name: /^Saziņa: / })
      .first()
      .waitFor();
    await ready(page);
    await page.waitForResponse((answer) => answer.url().includes('/directory?'));
    await page.context().setOffline(true);
    await page.getByText('Nav tīkla.').waitFor();

    const who = await quickContact(page);
    await page.getByText('1 piezīme vēl nav nosūtīta', { exact: true }).waitFor();
    await quickContact(page);
    await page.getByText('2 piezīmes vēl nav nosūtītas', { exact: true }).waitFor();
    await expectAccessible(page);
    const first = who.split(' ')[0] ?? '';
    expect(first.length).toBeGreaterThan(2);
    const open = String(await page.evaluate(lyingOpen));
    expect(new RegExp(`${first}|contact\\.attempted|key true`).exec(open)?.[0]).toBeUndefined();

    // Opened anew without a network: 110, whom else to ring, table 7; what waits is still counted.
    await page.goto('/');
    await page.getByText('2 piezīmes vēl nav nosūtītas', { exact: true }).waitFor();
    await expectAccessible(page);
    await page.getByRole('link', { name: 'Briesmas · 110' }).click();
    expect(await page.getByRole('link', { name: 'Zvaniet 110' }).getAttribute('href')).toBe('tel:110');
    await page.getByRole('button', { name: 'Kam vēl zvanīt' }).tap();
    const principal = page.getByRole('link', { name: /Ilze Vītoliņa, direktors/ });
    expect(await principal.getAttribute('href')).toBe('tel:+37120000011');
    await page.getByRole('link', { name: /bāriņtiesa/ }).waitFor();
    await expectAccessible(page);
    await page.goBack();
    await page.getByRole('button', { name: 'Noskaidrot, kam jāziņo' }).tap();
    await page.getByRole('button', { name: 'Seksuāla vardarbība' }).tap();
    for (const name of ['Nē', 'Nē']) await page.getByRole('button', { name, exact: true }).tap();
    await page.getByRole('heading', { level: 1, name: 'Kam un kā jāziņo' }).waitFor();

    await page.context().setOffline(false);
    await page.getByText('2 piezīmes vēl nav nosūtītas', { exact: true }).waitFor({ state: 'detached' });
    await page.goto('/');
    await page
      .getByRole('button', { name: /^Saziņa: / })
      .first()
      .waitFor();
    expect(contacts).toHaveLength(2);
    for (const one of contacts) expect(one).toMatch(/^201 .*"occurredAt"/);

    // Leaving with something unsent is asked about first; then nothing is left.
    await page.context().setOffline(true);
    await quickContact(page);
    await page.getByText('1 piezīme vēl nav nosūtīta', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Mans konts' }).tap();
    await page.getByRole('menuitem', { name: 'Iziet' }).tap();
    await page.getByRole('button', { name: 'Iziet un dzēst' }).tap();
    await page.getByRole('link', { name: 'Briesmas · 110' }).waitFor();
    expect(/key false/.exec(String(await page.evaluate(lyingOpen)))?.[0]).toBeUndefined();
    await page.getByRole('link', { name: 'Briesmas · 110' }).tap();
    await page.getByRole('button', { name: 'Kam vēl zvanīt' }).tap();
    await page.getByText(/Darba tālruņi būs šeit/).waitFor();
    // The session ends with the first word to the API.
    await page.context().setOffline(false);
    await page.goto('/');
    await page.getByLabel('Darba e-pasts').waitFor();
    expect(contacts).toHaveLength(2);
    expect(complaints).toEqual([]);
    await leave();
  });

  it('a session that ended: the note waits for its writer; whoever signs in meanwhile neither sees nor sends it', async () => {
    const { page, complaints, leave } = await visitAs(teacher, phone);
    const sent: number[] = [];
    page.on('response', (answer) => {
      const asked = answer.request();
      if (asked.method() === 'POST' && asked.url().endsWith('/facts')) sent.push(answer.status());
    });
    await page
      .getByRole('button', { name: /^Saziņa: / })
      .first()
      .waitFor();
    await page.context().setOffline(true);
    await quickContact(page);
    await page.getByText('1 piezīme vēl nav nosūtīta', { exact: true }).waitFor();
    await page.context().clearCookies();
    // Closed, so that nothing is half loaded when the network is back.
    await page.goto('about:blank');
    await page.context().setOffline(false);
    await page.goto('/');
    await signIn(page, other);
    await page.getByRole('heading', { name: 'Man jādara' }).waitFor();
    expect(await page.getByText(/vēl nav nosūtīta/).count()).toBe(0);
    await signOut(page);
    expect(sent).toEqual([]);
    await signIn(page, teacher);
    await page.getByText(/^Nosūtīta: Saziņa, /).waitFor();
    expect(sent).toEqual([201]);
    expect(complaints).toEqual([]);
    await leave();
  });

  it('a principal: it can be installed; the school is at hand, and no row loses its buttons to the side', async () => {
    const { page, complaints, leave } = await visitAs(principal, phone);
    await ready(page);
    const devtools = await page.context().newCDPSession(page);
    const manifest = await devtools.send('Page.getAppManifest');
    expect(manifest.errors).toEqual([]);
    expect(JSON.parse(manifest.data ?? '{}')).toMatchObject({ start_url: '/', display: 'standalone' });
    const { installabilityErrors } = await devtools.send('Page.getInstallabilityErrors');
    // A visitor of a test has no profile into which anything could be installed.
    expect(installabilityErrors.filter(({ errorId }) => errorId !== 'in-incognito')).toEqual([]);
    expect(await page.evaluate('navigator.serviceWorker.controller?.scriptURL')).toMatch(
      /\/service-worker\.js$/,
    );

    const foot = page.getByRole('navigation', { name: 'Galvenā izvēlne' });
    await foot.getByRole('link', { name: 'Skola' }).tap();
    await page.getByRole('heading', { name: 'Klases' }).waitFor();
    await expectAccessible(page);
    await foot.getByRole('link', { name: 'Pārvalde' }).tap();
    await page.getByRole('link', { name: 'Cilvēki' }).tap();
    const open = page.getByRole('button', { name: /^Atvērt: Anita/ });
    await open.waitFor();
    const { x = 0, width = Infinity, height = 0 } = (await open.boundingBox()) ?? {};
    expect(x + width).toBeLessThanOrEqual(phone.viewport.width);
    expect(height).toBeGreaterThanOrEqual(40);
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Mans konts' }).tap();
    await page.getByRole('menuitem', { name: 'Kavējumi' }).tap();
    await page.getByRole('heading', { level: 1, name: /Kavējumi/ }).waitFor();
    expect(complaints).toEqual([]);
    await leave();
  });
});
