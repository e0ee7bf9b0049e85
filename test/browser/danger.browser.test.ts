import type { Page } from 'playwright-core';
import { afterAll, describe, expect, it } from 'vitest';
import { closeBrowser, expectAccessible, phone, visit } from './visit.ts';

afterAll(closeBrowser);

/** Words that would let somebody believe that all is done (R 2). */
const done =
  /(?<!\p{L})(ziņots|paziņots|nosūtīts|nosūtīta|saņemts|izpildīts|pabeigts|gatavs|gatavi|iesniegts|saglabāts|pieņemts|nokārtots|paldies)(?!\p{L})/iu;

/** Where somebody may be called away: nothing says done, 110 can be rung, and the page is accessible. */
async function couldStopHere(page: Page): Promise<void> {
  const words = await page.locator('body').innerText();
  expect(words.replaceAll('VĒL NAV ziņots', '')).not.toMatch(done);
  expect(await page.getByRole('link', { name: 'Zvaniet 110' }).first().getAttribute('href')).toBe('tel:110');
  await expectAccessible(page);
}

const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name });

describe('danger to a child (issue 5, screen 3)', () => {
  it('one step from the sign-in page: 110 first, then whom else to tell, without a session', async () => {
    const { page, complaints, leave } = await visit(phone);
    await page.getByRole('link', { name: /110/ }).click();
    await heading(page, 'Bērns briesmās').waitFor();
    expect(await page.getByText('Šī sistēma policijai neziņo. Zvaniet 110.').count()).toBe(1);
    await couldStopHere(page);

    await page.getByRole('button', { name: 'Noskaidrot, kam jāziņo' }).click();
    await heading(page, 'Ko jūs redzējāt vai uzzinājāt?').waitFor();
    await couldStopHere(page);
    await page.getByRole('button', { name: 'Fiziska vardarbība pret bērnu' }).click();

    await heading(page, /tieši tagad/).waitFor();
    await couldStopHere(page);
    await page.getByRole('button', { name: 'Nē', exact: true }).click();
    await heading(page, /redzami ievainojumi/).waitFor();
    // One back on the phone is one question back.
    await page.goBack();
    await heading(page, /tieši tagad/).waitFor();
    await page.reload();
    await heading(page, /tieši tagad/).waitFor();
    await page.keyboard.press('Tab');
    await page.getByRole('button', { name: 'Nē', exact: true }).focus();
    await page.keyboard.press('Enter');
    await heading(page, /redzami ievainojumi/).waitFor();
    expect(await page.evaluate('document.activeElement?.tagName')).toBe('H1');
    for (const reply of ['Nē', 'Nē', 'Nē', 'Nē', 'Jā'])
      await page.getByRole('button', { name: reply, exact: true }).click();

    await heading(page, 'Kam un kā jāziņo').waitFor();
    await couldStopHere(page);
    const cards = page
      .getByRole('main')
      .getByRole('listitem')
      .filter({ has: page.getByRole('heading') });
    expect(await cards.getByRole('heading').allInnerTexts()).toEqual([
      'Nekavējoties ziņojiet Bērnu aizsardzības centram (pēc tam rakstveidā).',
      'Tajā pašā dienā ziņojiet bāriņtiesai rakstveidā.',
      'Ieteicams vienlaikus ziņot arī Valsts policijai vietējā iecirknī (pēc tam rakstveidā).',
    ]);
    expect(await page.getByText('Vispirms jautājiet policijai vai bāriņtiesai.').count()).toBe(1);
    expect(complaints).toEqual([]);
    await leave();
  });
});
