import { afterAll, describe, expect, it } from 'vitest';
import { closeBrowser, expectAccessible, phone, visitAs } from './visit.ts';

afterAll(closeBrowser);

const teacher = 'anita.kalnina@ozolkalna-vidusskola.example';

describe('a new concern (issue 5, screen 8)', () => {
  it('searched for before it is made: who works with a learner already is a hint, never a refusal', async () => {
    const { page, complaints, leave } = await visitAs(teacher);
    await page.keyboard.press('n');
    await page.getByRole('heading', { name: 'Jauns ieraksts' }).waitFor();
    const search = page.getByLabel('Vārds, uzvārds vai klase');

    // Without diacritics, by the class as well.
    await search.fill('abelitis 7a');
    await page.getByRole('button', { name: 'Toms Ābelītis 7.a' }).click();
    await page.getByText('Ar šo izglītojamo jau strādā').waitFor();
    expect(await page.getByRole('link', { name: /^Bažas 2026-\d{4}$/ }).getAttribute('href')).toMatch(
      /^\/lietas\//,
    );
    expect(await page.getByRole('button', { name: 'Pierakstīt risku' }).isEnabled()).toBe(true);
    await expectAccessible(page);

    await page.getByRole('button', { name: 'Cits izglītojamais' }).click();
    await search.fill('līva jaunzeme');
    await page.getByText('Neviens no tiem, kurus drīkstat redzēt, šādi nesaucas.').waitFor();
    await page.getByRole('button', { name: 'Sarakstā nav – pierakstīt jaunu' }).click();
    expect(await page.getByLabel('Uzvārds').inputValue()).toBe('Jaunzeme');
    await page.getByRole('combobox', { name: 'Klase' }).click();
    await page.getByRole('option', { name: '7.a' }).click();
    await page.getByRole('button', { name: 'Pierakstīt vecāku vai aizbildni' }).click();
    await page.getByLabel('Vārds un uzvārds').fill('Ieva Jaunzeme');
    await page.getByLabel('Tālrunis').fill('29000000');
    await page.getByText('Ir', { exact: true }).click();
    await page.getByRole('combobox', { name: 'Kas pamanīts' }).click();
    await page.getByRole('option', { name: 'Emocionālā labbūtība' }).click();
    await page.getByLabel('Ko redzējāt vai dzirdējāt').fill('Trešo dienu raud garderobē.');
    // The consequence before the click.
    await page.getByText(/pirmo sarunu \(klases audzinātājs\)/).waitFor();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Pierakstīt risku' }).click();
    await page.getByText(/Pierakstīts ar numuru 2026-\d{4}/).waitFor();

    await page.goto('/');
    await page.getByText('Līva J., 7.a').first().waitFor();

    await page.getByRole('link', { name: 'Mani gadījumi' }).click();
    await page.getByRole('link', { name: 'Līva J., 7.a', exact: true }).waitFor();
    await expectAccessible(page);

    // Once there is one, the search of the header leads to it.
    await page.keyboard.press('/');
    await page.keyboard.type('jaunzeme');
    await page.getByRole('option', { name: 'Līva Jaunzeme 7.a' }).click();
    await page.waitForURL(/\/lietas\//);
    expect(complaints).toEqual([]);
    await leave();
  });
});

describe('a contact in a corridor (R 25)', () => {
  it('at most three taps from Today: whose parents, with whom where several are known, how it ended; then taken back', async () => {
    const { page, complaints, leave } = await visitAs(teacher, phone);
    let taps = 0;
    const tap = async (name: string | RegExp) => {
      await page.getByRole('button', { name, exact: true }).first().tap();
      taps += 1;
    };
    await tap(/^Saziņa: /);
    await page.getByRole('dialog').getByRole('button', { name: 'Neatbildēja' }).waitFor();
    await expectAccessible(page);
    await tap('Neatbildēja');
    await page.getByText('Pierakstīta saziņa: Neatbildēja').waitFor();
    expect(taps).toBe(2);
    await tap('Atsaukt');
    await page.getByText('Pierakstīta saziņa: Neatbildēja').waitFor({ state: 'detached' });
    expect(complaints).toEqual([]);
    await leave();
  });
});
