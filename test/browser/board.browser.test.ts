import { readFile } from 'node:fs/promises';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, describe, expect, it } from 'vitest';
import { visitWithFactor } from './second-factor.ts';
import { closeBrowser, expectAccessible, visitAs } from './visit.ts';

afterAll(closeBrowser);

describe('the overdue board (issue 5, screen 5; R 27)', () => {
  it('the administrator finds the answers hanging longest, looks behind a number and exports the board', async () => {
    const { page, complaints, leave } = await visitWithFactor('toms.rozenbergs@ozolkalns.example');
    await page.getByRole('link', { name: 'Kavējumi' }).first().click();
    const hanging = page.getByRole('region', { name: 'Atbildes, kas iestrēgušas visilgāk' });
    await hanging.getByRole('listitem').first().waitFor();
    expect(await hanging.getByText('Gaida otru pusi').count()).toBeGreaterThan(0);
    expect(await page.getByText('Krists').count()).toBe(0);
    await expectAccessible(page);

    await page.getByText('Ko gaida no citiem').first().click();
    await page
      .getByRole('link', { name: /Ozolkalna vidusskola: rādīt pienākumus/ })
      .first()
      .click();
    await page.getByRole('cell', { name: /dien/ }).first().waitFor();
    await expectAccessible(page);

    const file = page.waitForEvent('download');
    await page.getByRole('link', { name: /Lejupielādēt CSV: Ko gaida/ }).click();
    const text = await readFile(await (await file).path(), 'utf8');
    expect(text).toContain('Ozolkalna vidusskola');
    expect(text).toContain('nerāda (mazs skaits)');
    const book = page.waitForEvent('download');
    await page.getByRole('link', { name: /Lejupielādēt XLSX: Ko gaida/ }).click();
    const files = unzipSync(await readFile(await (await book).path()));
    expect(strFromU8(files['xl/sharedStrings.xml'] ?? new Uint8Array())).toContain('Ozolkalna vidusskola');
    expect(complaints).toEqual([]);
    await leave();
  });
});

describe('a correction of a line of the board (R 27)', () => {
  it('the administrator asks, who leads the case sees it today and answers, the administrator reads how it ended', async () => {
    const asker = await visitWithFactor('toms.rozenbergs@ozolkalns.example');
    const { page } = asker;
    await page.goto('/kavejumi');
    const line = page.getByRole('listitem').filter({ hasText: 'Gadījums 2026-0012' }).first();
    await line.getByRole('button', { name: /^Lūgt labojumu: / }).click();
    const form = page.getByRole('dialog');
    await form.getByRole('combobox', { name: 'Kas nav pareizi' }).click();
    await page.getByRole('option', { name: 'Nepareizs datums' }).click();
    await form.getByLabel('Kas jāzina citiem').fill('Vēstule nosūtīta nedēļu vēlāk.');
    await form.getByRole('status').getByText('Sāksies:').waitFor();
    await expectAccessible(page);
    await form.locator('button[type=submit]').click();
    const list = page.getByRole('region', { name: 'Labojumu lūgumi' });
    await list.getByText('Gaida atbildi').waitFor();
    await line.getByText(/^Labojums lūgts/).waitFor();
    await expectAccessible(page);

    const manager = await visitAs('martins.ozers@ozolkalna-vidusskola.example');
    const task = manager.page
      .getByRole('main')
      .getByRole('listitem')
      .filter({ hasText: 'Atbildēt uz labojuma lūgumu' });
    await task.getByRole('button', { name: 'Atbildēt uz labojuma lūgumu', exact: true }).click();
    const answer = manager.page.getByRole('dialog');
    await answer.getByText('Vēstule nosūtīta nedēļu vēlāk.').waitFor();
    await answer.getByText('Nav ko labot, pamatojums vārdos').click();
    await answer.getByLabel('Kas jāzina citiem').fill('Datums atbilst reģistrācijas žurnālam.');
    await answer.getByRole('status').getByText('Beigsies:').waitFor();
    await expectAccessible(manager.page);
    await answer.locator('button[type=submit]').click();
    await answer.waitFor({ state: 'detached' });
    await task.waitFor({ state: 'detached' });
    expect(manager.complaints).toEqual([]);
    await manager.leave();

    await page.reload();
    await list.getByText(/^Nav ko labot, /).waitFor();
    await list.getByText('Datums atbilst reģistrācijas žurnālam.').waitFor();
    expect(asker.complaints).toEqual([]);
    await asker.leave();
  });
});

describe('a stalled referral (issue 5, screen 6; R 14)', () => {
  it('the principal sees what was done, and files the complaint in one step that says what comes of it', async () => {
    const { page, complaints, leave } = await visitAs('ilze.vitolina@ozolkalna-vidusskola.example');
    await page.getByRole('link', { name: 'Skola', exact: true }).first().click();
    const line = page.getByRole('listitem').filter({ hasText: 'Rihards K., 9.b' }).first();
    await line.getByRole('button', { name: 'Rādīt darbības' }).click();
    const way = page.getByRole('list', { name: 'Darbības līdz sūdzībai' });
    await way.getByText('Iestādes laiks ir beidzies').waitFor();
    expect(await way.getByRole('img', { name: 'Izdarīts:' }).count()).toBe(4);
    // Who decides, and who will be told what, before anything is done.
    await way.getByText('Lems: Ozolkalna novada Izglītības pārvalde').waitFor();
    await way
      .getByText(/Izglītības pārvalde \(lietvedis\) – Izvērtēt iesniegto sūdzību: paziņojums/)
      .waitFor();
    await expectAccessible(page);

    await way.getByRole('button', { name: 'Iesniegt sūdzību' }).click();
    const form = page.getByRole('dialog');
    await form.getByRole('status').getByText('Sāksies:').waitFor();
    await expectAccessible(page);
    await form.locator('button[type=submit]').click();
    await way.getByText('Iesniegta.').waitFor();

    // About the education board itself somebody else decides; its cooperation group has the same head.
    await way.getByText('Lems:').waitFor({ state: 'detached' });
    const board = page.getByRole('listitem').filter({ hasText: 'Rodrigo C., 7.a' }).first();
    await board.getByRole('button', { name: 'Rādīt darbības' }).click();
    await page.getByText('Lems: Ozolkalna novada pašvaldība').waitFor();
    expect(complaints).toEqual([]);
    await leave();
  });
});
