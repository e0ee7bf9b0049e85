import type { Page } from 'playwright-core';
import { afterAll, describe, expect, it } from 'vitest';
import type { DutyView } from '../../contracts/duty.ts';
import { closeBrowser, expectAccessible, visitAs } from './visit.ts';

afterAll(closeBrowser);

const teacher = 'anita.kalnina@ozolkalna-vidusskola.example';
const principal = 'ilze.vitolina@ozolkalna-vidusskola.example';

describe('today (issue 5, screen 1)', () => {
  it('a duty is settled from its one button, with what it ends said before; another open page follows by itself', async () => {
    const [watching, working] = [await visitAs(teacher), await visitAs(teacher)];
    const duty = 'Aicināt izglītojamo un vecākus uz pirmo sarunu';
    // Other tests may have given the teacher the same duty about another learner.
    const rowOn = (page: typeof watching.page) =>
      page
        .getByRole('region', { name: 'Man jādara' })
        .getByRole('listitem')
        .filter({ hasText: duty })
        .filter({ hasText: 'Keita O., 7.a' });
    await rowOn(watching.page).waitFor();
    await expectAccessible(watching.page);

    const row = rowOn(working.page);
    await row.getByRole('button', { name: /Kāpēc/ }).click();
    await row.getByText(/5 darbdienas/).waitFor();
    await row.getByRole('button', { name: 'Pierakstīt sarunu' }).click();
    const form = working.page.getByRole('dialog');
    await form.getByText('Beigsies:').waitFor();
    await expectAccessible(working.page);
    await form.getByLabel('Kas jāzina citiem').fill('Sarunājāmies ar mammu.');

    // Called away, and back on a fresh page: nothing typed is lost.
    await working.page.waitForResponse((answer) => answer.url().includes('/drafts/') && answer.ok());
    await working.page.reload();
    await row.getByRole('button', { name: 'Pierakstīt sarunu' }).click();
    await form.getByText('Atjaunots, ko bijāt sākuši rakstīt.').waitFor();
    expect(await form.getByLabel('Kas jāzina citiem').inputValue()).toBe('Sarunājāmies ar mammu.');
    await form.getByRole('button', { name: 'Pierakstīt sarunu' }).click();
    await form.waitFor({ state: 'detached' });
    await row.waitFor({ state: 'detached' });

    await rowOn(watching.page).waitFor({ state: 'detached' });
    expect([...watching.complaints, ...working.complaints]).toEqual([]);
    await watching.leave();
    await working.leave();
  });
});

describe('two people editing (issue 5)', () => {
  it('each sees that the other writes; who comes second sees what was recorded meanwhile, and both records stay', async () => {
    const [first, second] = [await visitAs(teacher), await visitAs(principal)];
    const owed = await first.page.request.get('/api/v1/duties?mine=true&status=open&limit=200');
    const { items } = (await owed.json()) as { readonly items: readonly DutyView[] };
    const dossierId = items.find(({ duty }) => duty.kind === 'monthly-review')?.dossierId;
    // Without word of changes the second learns of them at saving only.
    await second.page.route('**/api/v1/live', (route) => route.abort());
    const open = async (page: Page) => {
      await page.goto(`/lietas/${dossierId}`);
      await page.getByRole('button', { name: 'Pierakstīt', exact: true }).click();
      await page.getByRole('option', { name: 'Pierakstīt sarunu' }).first().click();
      const form = page.getByRole('dialog', { name: 'Pierakstīt sarunu' });
      await form.getByLabel('Veids').first().click();
      await page.getByRole('option', { name: 'Cita saruna' }).click();
      return form;
    };
    const theirs = await open(first.page);
    const kept = first.page.waitForResponse((answer) => answer.url().includes('/drafts/') && answer.ok());
    await theirs.getByLabel('Kas jāzina citiem').fill('Pirmā rakstītā saruna.');
    await kept;

    const mine = await open(second.page);
    await mine.getByText('Anita Kalniņa arī raksta par šo gadījumu.').waitFor();
    await mine.getByLabel('Kas jāzina citiem').fill('Otrā rakstītā saruna.');
    await theirs.getByText('Ilze Vītoliņa arī raksta par šo gadījumu.').waitFor();
    await theirs.getByRole('button', { name: 'Pierakstīt sarunu' }).click();
    await theirs.waitFor({ state: 'detached' });

    await mine.getByRole('button', { name: 'Pierakstīt sarunu' }).click();
    const meanwhile = mine.getByRole('alert', { name: 'Ierakstīts pa šo laiku' });
    await meanwhile.getByText('Jūsu ieraksts vēl nav saglabāts.').waitFor();
    await meanwhile.getByRole('listitem').filter({ hasText: 'Anita Kalniņa' }).waitFor();
    await expectAccessible(second.page);
    await mine.getByRole('button', { name: 'Saglabāt tik un tā' }).click();
    await mine.waitFor({ state: 'detached' });

    await second.page.getByRole('tab', { name: 'Vēsture' }).click();
    for (const words of ['Pirmā rakstītā saruna.', 'Otrā rakstītā saruna.'])
      await second.page.getByRole('listitem').filter({ hasText: words }).first().waitFor();
    expect(first.complaints).toEqual([]);
    await first.leave();
    await second.leave();
  });
});
