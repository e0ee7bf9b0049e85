import type { Page } from 'playwright-core';
import { afterAll, describe, expect, it } from 'vitest';
import type { DutyView } from '../../contracts/duty.ts';
import { closeBrowser, expectAccessible, visitAs } from './visit.ts';

afterAll(closeBrowser);

const teacher = 'anita.kalnina@ozolkalna-vidusskola.example';
const principal = 'ilze.vitolina@ozolkalna-vidusskola.example';

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
