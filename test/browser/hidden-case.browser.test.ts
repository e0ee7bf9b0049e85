/**
 * Whoever may not know of a case finds no trace of it: on no page, in no answer of the API, by no search, in no count,
 * not in the live stream. The same walk as somebody with the right finds it everywhere, so that the test can fail.
 */
import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { afterAll, describe, expect, it } from 'vitest';
import { demoId } from '../../bin/demo/demo-id.ts';
import type { DossierDetail } from '../../contracts/dossier.ts';
import { ask, record } from './by-api.ts';
import { addresses, go, watchQuiet } from './every-screen.ts';
import { closeBrowser, expectAccessible, visitAs } from './visit.ts';

afterAll(closeBrowser);

const manager = 'kristaps.vejs@rudzulejas-pamatskola.example';
const principal = 'andris.jansons@rudzulejas-pamatskola.example';
const principalElsewhere = 'ilze.vitolina@ozolkalna-vidusskola.example';

/** Hangs in somebody else’s inbox, so that it is on the board, on the school’s page and on Today. */
const secret = demoId('dossier/reply-late-complaint');
const drillDowns = [
  `/kavejumi?iestade=${demoId('socialais-dienests')}&pienakums=reply`,
  `/kavejumi?puse=gaida&iestade=${demoId('rudzulejas-pamatskola')}&pienakums=reply`,
];
/** Where the head of the school finds it as long as nothing is kept from them. */
const everywhere = [
  '/',
  '/iesutne?gaida=citus',
  '/kavejumi',
  '/kavejumi?puse=gaida',
  '/skola',
  ...drillDowns,
  `/lietas/${secret}`,
  'search by name',
  'search by number',
  'danger',
];

/** Milliseconds after which a search has asked: it waits for the next letter first. */
const typingMs = 400;

type Visiting = Awaited<ReturnType<typeof visitor>>;

async function visitor(mail: string) {
  const { page, complaints, leave } = await visitAs(mail);
  const quiet = watchQuiet(page);
  const answers: string[] = [];
  page.on('response', (answer) => {
    const { pathname } = new URL(answer.url());
    if (pathname.startsWith('/api/v1/') && pathname !== '/api/v1/live')
      // A page that is left does not hand its last answers over.
      void answer.text().then(
        (text) => answers.push(text),
        () => {},
      );
  });
  return {
    page,
    complaints,
    leave,
    quiet,
    /** All that the page shows, and all that the API said for it since the last look. */
    look: async () => {
      await quiet();
      return [await page.locator('body').innerText(), ...answers.splice(0)].join('\n');
    },
  };
}

/** Types into every search there is; where nothing may be searched for, nothing is found. */
async function searched(visiting: Visiting, words: string): Promise<string> {
  const { page, look } = visiting;
  const type = async (path: string, field: ReturnType<Page['getByLabel']>) => {
    await go(page, path);
    await visiting.quiet();
    if (!(await field.isVisible())) return '';
    await field.fill(words);
    await page.waitForTimeout(typingMs);
    return await look();
  };
  return [
    await type('/jauns', page.getByLabel('Vārds, uzvārds vai klase')),
    await type('/', page.getByRole('combobox', { name: 'Meklēt' })),
  ].join('\n');
}

/** Where one of the traces was found. */
async function walk(visiting: Visiting, { traces, name, number }: Traces): Promise<string[]> {
  const { page, look } = visiting;
  const found: string[] = [];
  const note = (where: string, text: string) => {
    if (traces.some((trace) => text.includes(trace))) found.push(where);
  };
  await look();
  for (const address of [...addresses, ...drillDowns, `/lietas/${secret}`]) {
    await go(page, address);
    note(address, await look());
  }
  note('search by name', await searched(visiting, name));
  note('search by number', await searched(visiting, number));
  await go(page, '/briesmas');
  await page.getByRole('button', { name: 'Noskaidrot, kam jāziņo' }).click();
  await page.getByRole('button', { name: 'Emocionāla vardarbība' }).click();
  for (const reply of ['Nē', 'Nē', 'Jā', 'Nē', 'Nē'])
    await page.getByRole('button', { name: reply, exact: true }).click();
  await page.getByRole('button', { name: 'Pierakstīt', exact: true }).click();
  await page.getByLabel('Bērna vārds').fill(name);
  await page.waitForTimeout(typingMs);
  note('danger', await look());
  return found;
}

type Traces = { readonly traces: readonly string[]; readonly name: string; readonly number: string };

/** How many rows the pages count, and how many they show. */
async function counted({ page, quiet }: Visiting) {
  await go(page, '/');
  await quiet();
  const waiting = page.getByRole('region', { name: 'Gaidu no citiem' });
  const count = Number(
    await waiting
      .getByLabel(/pienākum/)
      .first()
      .innerText(),
  );
  const rows = await waiting.locator('li').count();
  await go(page, '/skola');
  await quiet();
  return { count, rows, school: await page.locator('#stalled ~ ul > li').count() };
}

/** What a direct address shows. */
async function shownAt({ page, quiet }: Visiting, address: string): Promise<string> {
  await page.goto(address);
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  await quiet();
  return await page.locator('body').innerText();
}

/** The ids that the live stream hands to whoever is signed in on the page, from now on. */
async function listen(page: Page) {
  await page.evaluate(`new Promise((resolve) => {
    globalThis.heard = [];
    const stream = new EventSource('/api/v1/live');
    stream.addEventListener('message', ({ data }) => heard.push(...JSON.parse(data)));
    stream.addEventListener('open', resolve);
  })`);
  return () => page.evaluate<string[]>('heard');
}

describe('a case that somebody must not know of (issue 5, “Must hold”; R 3)', () => {
  it('is nowhere for an excluded head of the school and for somebody without a right, and everywhere before', async () => {
    const [managing, heading] = await Promise.all([visitor(manager), visitor(principal)]);
    const { caseNumber, learner } = await ask<DossierDetail>(managing.page, `/dossiers/${secret}`);
    if (learner == null) throw new Error('The demo case has no learner');
    const { firstName, lastName } = learner;
    const hidden = {
      name: `${firstName} ${lastName}`,
      number: caseNumber,
      traces: [secret, learner.id, caseNumber, `${firstName} ${lastName}`, `${firstName} ${lastName[0]}.`],
    };
    expect(await walk(heading, hidden)).toEqual(everywhere);
    const before = await counted(heading);
    expect(before.rows).toBe(before.count);
    await go(managing.page, '/mani-gadijumi');
    expect(await managing.look()).toContain(caseNumber);

    const [hears, mustNotHear] = [await listen(managing.page), await listen(heading.page)];
    await record(managing.page, secret, 'person.excluded', {
      personId: demoId('andris-jansons'),
      groundCode: 'relative',
    });
    await expect.poll(hears, { timeout: 20_000 }).toContain(secret);

    const others = await Promise.all([visitor(principal), visitor(principalElsewhere)]);
    await Promise.all(
      others.map(async (visiting) => {
        expect(await walk(visiting, hidden)).toEqual([]);
        const nothing = await shownAt(visiting, `/lietas/${randomUUID()}`);
        expect(nothing).toContain('Šādas lapas nav');
        expect(await shownAt(visiting, `/lietas/${secret}`)).toBe(nothing);
        await expectAccessible(visiting.page);
      }),
    );
    const [excluded] = others;
    const after = await counted(excluded);
    expect(after.rows).toBe(after.count);
    expect(after.rows).toBeLessThan(before.rows);
    expect(after.school).toBe(before.school - 1);
    expect(await mustNotHear()).toEqual([]);
    for (const { complaints, leave } of [managing, heading, ...others]) {
      expect(complaints).toEqual([]);
      await leave();
    }
  });
});
