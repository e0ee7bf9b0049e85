import { afterAll, expect, it } from 'vitest';
import { closeBrowser, expectAccessible, visitAs } from './visit.ts';

afterAll(closeBrowser);

const teacher = 'anita.kalnina@ozolkalna-vidusskola.example';

it('my cases: a day for each review by proposal or choice, the due day stays; one page before the talk (R 26)', async () => {
  const { page, complaints, leave } = await visitAs(teacher);
  await page.getByRole('link', { name: 'Mani gadījumi' }).click();
  await page.getByRole('tab', { name: 'Nedēļas plāns' }).click();
  await page.getByText('Plānu redzat tikai jūs; termiņš nemainās.').waitFor();
  await expectAccessible(page);

  // What is proposed is nothing until it is accepted; the day can be another one, by the keyboard.
  const first = page.getByRole('combobox', { name: /^Diena: / }).first();
  const due = await page
    .getByText(/^termiņš /)
    .first()
    .textContent();
  await page.getByRole('button', { name: /^Pieņemt šīs nedēļas ieteikum/ }).click();
  await page.getByText(/^Ieplānot/).waitFor();
  await page.getByText('ieplānots').first().waitFor();
  await first.focus();
  await page.keyboard.press('ArrowUp');
  await page.getByText('ieplānots').first().waitFor();
  expect(await page.getByText(due ?? '').count()).toBeGreaterThan(0);

  await page.getByRole('tab', { name: 'Saraksts' }).click();
  await page
    .getByText(/^plānots (pirmdien|otrdien|trešdien|ceturtdien|piektdien), /)
    .first()
    .waitFor();
  await expectAccessible(page);
  await page.goto('/');
  await page
    .getByText(/^plānots (pirmdien|otrdien|trešdien|ceturtdien|piektdien), /)
    .first()
    .waitFor();

  await page.goto('/mani-gadijumi');
  await page.getByRole('link', { name: 'Lapa sarunai: Denijs S., 7.a' }).click();
  await page.getByRole('heading', { name: /^Denijs S.*, 7\.a$/ }).waitFor();
  await page.getByText(/Kā gājis kopš pēdējās reizes/).waitFor();
  await page.getByRole('region', { name: 'Par ko vienojāmies pēdējoreiz' }).getByText(/\d/).first().waitFor();
  await expectAccessible(page);
  const paper = await page.pdf({ format: 'A4' });
  expect(paper.toString('latin1').match(/\/Type \/Page\b/g)).toHaveLength(1);

  expect(complaints).toEqual([]);
  await leave();
});
