import type { Page } from 'playwright-core';
import { afterAll, describe, expect, it } from 'vitest';
import { closeBrowser, expectAccessible, visitAs } from './visit.ts';

afterAll(closeBrowser);

const teacher = 'anita.kalnina@ozolkalna-vidusskola.example';
/** More presses than any of these pages has stops. */
const mostStops = 80;

type Stop = { readonly name: string; readonly seen: boolean };

/** What has the focus: its name, and whether an outline shows it, covered by nothing. */
const whereFocusIs = `(() => {
  const here = document.activeElement;
  const { outlineStyle, outlineWidth } = getComputedStyle(here);
  const { left, top, width, height } = here.getBoundingClientRect();
  const above = document.elementFromPoint(left + width / 2, top + height / 2);
  return {
    name: here.getAttribute('aria-label') ?? here.labels?.[0]?.innerText ?? here.innerText,
    seen: outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2 && (here.contains(above) || above === null),
  };
})()`;

/** Presses Tab until something of that name has the focus; every stop on the way can be seen (WCAG 2.4.7, 2.4.11). */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let press = 0; press < mostStops; press++) {
    await page.keyboard.press('Tab');
    const stop = await expect
      .poll(() => page.evaluate<Stop>(whereFocusIs), { timeout: 5_000 })
      .toMatchObject({ seen: true })
      .then(() => page.evaluate<Stop>(whereFocusIs));
    if (stop.name.trim().startsWith(name)) return;
  }
  throw new Error(`No stop is called ${name}`);
}

describe('by keyboard alone (issue 5, “Qualities”)', () => {
  it('from Today to a case, a record written and saved, with the focus seen at every stop', async () => {
    const { page, complaints, leave } = await visitAs(teacher);
    await page.getByRole('region', { name: 'Man jādara' }).getByRole('listitem').first().waitFor();
    await tabTo(page, 'Aktualizēt pārskatu');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: /Madara/ }).waitFor();
    await tabTo(page, 'Pierakstīt');
    await page.keyboard.press('Enter');
    await page.getByRole('option').first().waitFor();
    await page.keyboard.type('saziņas mēģinājumu');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    const form = page.getByRole('dialog', { name: 'Pierakstīt saziņas mēģinājumu' });
    await form.getByLabel('Kad', { exact: true }).waitFor();
    await tabTo(page, 'Kādā veidā');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await tabTo(page, 'Kas jāzina citiem');
    await page.keyboard.type('Atstāju ziņu mammai.');
    await tabTo(page, 'Pierakstīt saziņas mēģinājumu');
    await page.keyboard.press('Enter');
    await form.waitFor({ state: 'detached' });
    await page.getByRole('tab', { name: 'Vēsture' }).click();
    await page.getByText('Atstāju ziņu mammai.').waitFor();
    expect(complaints).toEqual([]);
    await leave();
  });

  it('an opened calendar, and the menus that are fetched when asked for, are accessible', async () => {
    const { page, complaints, leave } = await visitAs(teacher);
    await page.keyboard.press('/');
    await page.keyboard.type('madar');
    await page.getByRole('option', { name: /Madara/ }).waitFor();
    await expectAccessible(page);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Mans konts' }).click();
    await page.getByRole('menuitem', { name: 'Iziet' }).waitFor();
    await expectAccessible(page);
    await page.keyboard.press('Escape');
    await page.getByRole('menu').waitFor({ state: 'detached' });
    const mine = page.getByRole('region', { name: 'Man jādara' }).getByRole('listitem');
    await mine.filter({ hasText: 'Aktualizēt pārskatu' }).first().getByRole('button').nth(-2).click();
    await page.getByRole('dialog').getByLabel('Kad', { exact: true }).click();
    await page.getByRole('button', { name: 'Iepriekšējais mēnesis' }).click();
    await page.getByRole('button', { name: 'Nākamais mēnesis' }).waitFor();
    await expectAccessible(page);
    expect(complaints).toEqual([]);
    await leave();
  });
});
