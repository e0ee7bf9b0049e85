import { afterAll, expect, it } from 'vitest';
import { closeBrowser, expectAccessible, visitAs } from './visit.ts';

afterAll(closeBrowser);

const teacher = 'anita.kalnina@ozolkalna-vidusskola.example';

it('a running case is taken over by the two-minute form; its old duties are listed once and decided together (R 15)', async () => {
  const { page, complaints, leave } = await visitAs(teacher);
  await page.goto('/jauns');
  await page.getByRole('tab', { name: 'Pārņemt jau vadītu gadījumu' }).click();
  await page.getByLabel('Vārds, uzvārds vai klase').fill('ilmars krauklis');
  await page.getByRole('button', { name: 'Sarakstā nav – pierakstīt jaunu' }).click();
  await page.getByRole('combobox', { name: 'Klase' }).click();
  await page.getByRole('option', { name: '7.a' }).click();
  await page.getByRole('button', { name: 'Pierakstīt izglītojamo' }).click();
  await page.getByText('Ilmars Krauklis').waitFor();

  await page.getByRole('button', { name: 'Pārņemt gadījumu' }).click();
  await page.getByText('Šis jāaizpilda.').waitFor();
  await page.getByLabel('Kad uzsākts').fill('02.09.2024');
  await page.getByLabel('Pēdējā saruna (ja bija)').fill('10.09.2024');
  await page.getByRole('heading', { name: 'Jauns ieraksts' }).click();
  // What was due before the start is told beforehand.
  await page.getByText(/no laika pirms sistēmas: t(o|os) sakārtosiet vienā sarakstā/).waitFor();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Pārņemt gadījumu' }).click();
  await page.getByText(/Pierakstīts ar numuru \d{4}-\d{4}/).waitFor();

  await page.goto('/');
  await page.getByRole('link', { name: 'Izlemt par visiem' }).click();
  await page.getByRole('heading', { name: 'Pārņemtie pienākumi' }).waitFor();
  await page
    .getByText(/^Ilmars K\./)
    .first()
    .waitFor();
  await expectAccessible(page);
  await page.getByLabel(/^Visi \(\d+\)$/).check();
  await page.getByRole('button', { name: 'Nav vajadzīgs' }).click();
  await page.getByText(/^Izlemts par \d+ pienākum/).waitFor();
  await page.getByText('Pārņemtu pienākumu, par kuriem jāizlemj, nav.').waitFor();
  expect(complaints).toEqual([]);
  await leave();
});

it('the same for siblings is typed once; each record is without the other’s name (R 16)', async () => {
  const { page, complaints, leave } = await visitAs(teacher);
  await page.goto('/jauns');
  await page.getByLabel('Vārds, uzvārds vai klase').fill('helena roze');
  await page.getByRole('button', { name: 'Helēna Roze 7.a' }).click();
  await page.getByRole('button', { name: 'Pievienot brāli vai māsu' }).click();
  await page.getByLabel('Brāļa vai māsas vārds, uzvārds vai klase').fill('elza rozite');
  await page.getByRole('button', { name: 'Elza Rozīte 7.a' }).click();
  await page.getByRole('checkbox', { name: 'Elza Rozīte, 7.a' }).check();
  await page.getByText('Pamanīju risku').click();
  await page.getByRole('combobox', { name: 'Kas pamanīts' }).click();
  await page.getByRole('option', { name: 'Emocionālā labbūtība' }).click();
  const words = page.getByLabel('Ko redzējāt vai dzirdējāt');
  await words.fill('Elzai nebija līdzi brokastu.');
  await page.getByText(/Tekstā, šķiet, ir vārds: Elza\./).waitFor();
  await expectAccessible(page);
  await words.fill('No rīta bez brokastīm.');
  await page.getByText(/Tekstā, šķiet, ir vārds/).waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Pierakstīt bažas' }).click();
  await page.getByText(/Pierakstīts ar numuriem \d{4}-\d{4}, \d{4}-\d{4}/).waitFor();
  await page.getByRole('heading', { name: /^Helēna Roze/ }).waitFor();
  await page.getByRole('tab', { name: 'Vēsture' }).click();
  await page.getByText('No rīta bez brokastīm.').waitFor();
  expect(await page.getByText(/Elza/).count()).toBe(0);
  expect(complaints).toEqual([]);
  await leave();
});
