import type { Page } from 'playwright-core';
import { afterAll, describe, expect, it } from 'vitest';
import { visitWithFactor } from './second-factor.ts';
import { closeBrowser, expectAccessible, laptop, phone, visitAs } from './visit.ts';

afterAll(closeBrowser);

const teacher = 'anita.kalnina@ozolkalna-vidusskola.example';
const administrator = 'toms.rozenbergs@ozolkalns.example';

/** Chooses from a list that is searched by typing. */
async function choose(page: Page, label: string, option: string): Promise<void> {
  await page.getByRole('combobox', { name: label }).fill(option);
  await page.getByRole('option', { name: option, exact: true }).click();
}

const restored = 'Atjaunots, ko bijāt sākuši rakstīt.';

/** No hand goes from the last key to another page in a hundredth of a second. */
async function reloadMidway(page: Page): Promise<void> {
  await page.waitForTimeout(500);
  await page.reload();
}

describe('administration (issue 5, screen 9)', () => {
  it('an administrator adds and invites a person, gives a leave a substitute, adopts a term after seeing what changes; a reload midway loses nothing', async () => {
    const { page, complaints, leave } = await visitWithFactor(administrator);
    await page.getByRole('link', { name: 'Pārvalde' }).click();
    await page.getByRole('heading', { name: 'Pārvalde' }).waitFor();
    await expectAccessible(page);

    await page.getByRole('link', { name: 'Cilvēki' }).click();
    await page.getByRole('button', { name: 'Pievienot cilvēku' }).click();
    await page.getByLabel('Vārds un uzvārds').fill('Zaiga Paraudziņa');
    await page.getByLabel('Darba e-pasts').fill('zaiga.paraudzina@ozolkalns.example');
    await reloadMidway(page);
    await page.getByRole('button', { name: 'Pievienot cilvēku' }).click();
    await page.getByText(restored).waitFor();
    expect(await page.getByLabel('Vārds un uzvārds').inputValue()).toBe('Zaiga Paraudziņa');
    expect(await page.getByLabel('Darba e-pasts').inputValue()).toBe('zaiga.paraudzina@ozolkalns.example');
    await choose(page, 'Loma', 'speciālists');
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Pievienot', exact: true }).click();
    const drawer = page.getByRole('dialog', { name: 'Zaiga Paraudziņa' });
    await drawer.getByRole('button', { name: 'Nosūtīt uzaicinājumu' }).click();
    await drawer.getByRole('button', { name: 'Nosūtīt uzaicinājumu vēlreiz' }).waitFor();
    await drawer.getByRole('button', { name: 'Apskatīt atvērtos pienākumus' }).click();
    await drawer.getByText('Atvērti 0 pienākumu').waitFor();
    await expectAccessible(page);
    await page.keyboard.press('Escape');
    await page.getByRole('row', { name: /Zaiga Paraudziņa.*uzaicināts/ }).waitFor();
    await expectAccessible(page);

    await page.getByRole('link', { name: 'Prombūtnes' }).click();
    await page.getByRole('button', { name: 'Ierakstīt prombūtni' }).click();
    await choose(page, 'Kas ir prom', 'Zaiga Paraudziņa');
    await page.getByRole('button', { name: 'Ierakstīt', exact: true }).click();
    // The next question comes by itself, with the person and the days filled in.
    await choose(page, 'Aizvietotājs', 'Gunta Eglīte');
    await page.getByRole('button', { name: 'Norādīt', exact: true }).click();
    await page
      .getByRole('region', { name: 'Kas ir vai būs prom' })
      .getByRole('row', { name: /Zaiga Paraudziņa.*Gunta Eglīte/ })
      .waitFor();
    await expectAccessible(page);

    await page.getByRole('link', { name: 'Kārtība' }).click();
    const term = 'Iekārtot profilakses lietu';
    await page.getByLabel('Meklēt pienākumu').fill(term);
    await page.getByRole('button', { name: `Pieņemt termiņu: ${term}` }).click();
    await page.getByLabel('Dokumenta numurs').fill('1-9/77');
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Pieņemt termiņu', exact: true }).last().click();
    await reloadMidway(page);
    await page.getByText(restored).waitFor();
    await page.getByRole('button', { name: 'Apskatīt, kas mainīsies' }).click();
    const preview = page.getByRole('dialog', { name: 'Kas mainīsies' });
    await preview.getByText(/atvērt/).waitFor();
    await expectAccessible(page);
    await preview.getByRole('button', { name: 'Saglabāt' }).click();
    await preview.waitFor({ state: 'detached' });
    await page.getByText('Ir nesaglabātas izmaiņas').waitFor({ state: 'detached' });
    await page.getByText(/Pieņemts ar 1-9\/77/).waitFor();
    // What was saved here is not somebody else's.
    expect(await page.getByText('Kamēr rakstījāt, kāds to mainīja').count()).toBe(0);
    await expectAccessible(page);

    await page.getByRole('link', { name: 'Kalendārs' }).click();
    await page.getByText('Lielā Piektdiena').waitFor();
    await page.getByRole('button', { name: 'Pievienot izmaiņu' }).click();
    const freeDay = page.getByLabel('Diena, kas ir brīva');
    await freeDay.fill('07.12.2026');
    await page.getByLabel('Avots').fill('MK rīkojums');
    // The day stands first, also without the last dot.
    expect(await freeDay.inputValue()).toBe('07.12.2026.');
    await page.getByRole('button', { name: 'Atcelt' }).click();
    await expectAccessible(page);

    await page.getByRole('link', { name: 'Imports' }).click();
    await page
      .getByLabel('Vai ielīmējiet rindas šeit')
      .fill('Vārds, uzvārds;E-pasts;Loma\nZaiga;zaiga;speciālists');
    await page.getByRole('button', { name: 'Pārbaudīt, neko neierakstot' }).click();
    await page.getByRole('row', { name: /^2 E-pasts/ }).waitFor();
    expect(await page.getByRole('button', { name: 'Importēt', exact: true }).count()).toBe(0);
    await expectAccessible(page);
    await reloadMidway(page);
    await page.getByRole('button', { name: 'Sākt no jauna' }).click();
    expect(await page.getByLabel('Vai ielīmējiet rindas šeit').inputValue()).toBe('');
    expect(complaints).toEqual([]);
    await leave();
  });

  it('own sessions are listed, and one is ended from another device', async () => {
    const school = await visitAs(teacher, {
      ...laptop,
      userAgent: 'Mozilla/5.0 (Windows NT 10.0) Firefox/140.0',
    });
    const corridor = await visitAs(teacher, phone);
    await corridor.page.getByRole('button', { name: 'Mans konts' }).click();
    await corridor.page.getByRole('menuitem', { name: 'Mani iestatījumi' }).click();
    const sessions = corridor.page.getByRole('region', { name: 'Manas sesijas' });
    await sessions.getByText('šī sesija').waitFor();
    const atSchool = sessions.getByRole('button', { name: 'Beigt sesiju: Firefox, Windows' });
    await atSchool.waitFor();
    await expectAccessible(corridor.page);
    await atSchool.click();
    await atSchool.waitFor({ state: 'detached' });
    await school.page.reload();
    await school.page.getByLabel('Darba e-pasts').waitFor();
    expect([...school.complaints, ...corridor.complaints]).toEqual([]);
    await school.leave();
    await corridor.leave();
  });

  it('who has no such right sees no entry, and a page that says whose work it is', async () => {
    const { page, complaints, leave } = await visitAs(teacher, phone);
    expect(await page.getByRole('link', { name: 'Pārvalde' }).count()).toBe(0);
    await page.goto('/parvalde/cilveki');
    await page.getByRole('heading', { name: 'Šī lapa nav jūsu lomai' }).waitFor();
    await expectAccessible(page);
    expect(complaints).toEqual([]);
    await leave();
  });
});
