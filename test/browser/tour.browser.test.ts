import { afterAll, describe, expect, it } from 'vitest';
import { closeBrowser, expectAccessible, visitAs } from './visit.ts';

afterAll(closeBrowser);

describe('the first visit (issue 5, screen 10)', () => {
  it('a tour of a few cards: goes by keyboard, ends with Esc for good, comes back from the help; the guide has its pictures', async () => {
    const { page, complaints, leave } = await visitAs('rita.celmina@rudzulejas-pamatskola.example');
    const tour = page.getByRole('region', { name: 'Diena sākas šeit' });
    await tour.waitFor();
    await expectAccessible(page);
    await tour.getByRole('button', { name: 'Tālāk' }).click();
    await page.getByRole('heading', { name: 'Pamanījāt risku – pierakstiet' }).waitFor();
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Pamanījāt risku – pierakstiet');
    const kept = page.waitForResponse((answer) => answer.url().endsWith('/account/tour') && answer.ok());
    await page.keyboard.press('Escape');
    await kept;
    await page.reload();
    await page.getByRole('region', { name: 'Man jādara' }).getByRole('listitem').first().waitFor();
    expect(await page.getByText('Izlaist ievadu').count()).toBe(0);

    await page.keyboard.press('?');
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Rādīt ievadu vēlreiz' }).click();
    await tour.waitFor();

    await page.getByRole('button', { name: 'Mans konts' }).click();
    await page.getByRole('menuitem', { name: 'Palīdzība' }).click();
    await page.getByRole('heading', { name: 'Palīdzība' }).waitFor();
    await expectAccessible(page);
    await page.getByRole('link', { name: 'Klases audzinātājam' }).click();
    await page.getByRole('heading', { level: 1, name: 'Klases audzinātājam' }).waitFor();
    await page.getByRole('img', { name: 'Klases audzinātāja lapa “Šodien”' }).waitFor();
    const width = () => page.evaluate<number>("document.querySelector('article img').naturalWidth");
    await expect.poll(width, { timeout: 20_000 }).toBeGreaterThan(300);
    await expectAccessible(page);
    await page.getByRole('link', { name: 'Šodien' }).last().click();
    await page.getByRole('heading', { level: 1, name: 'Šodien' }).waitFor();
    expect(complaints).toEqual([]);
    await leave();
  });
});
