import { afterAll, describe, expect, it } from 'vitest';
import type { RecordedFact } from '../../contracts/event.ts';
import { ask, record } from './by-api.ts';
import { closeBrowser, expectAccessible, visitAs } from './visit.ts';

afterAll(closeBrowser);

const teacher = 'anita.kalnina@ozolkalna-vidusskola.example';

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
    const link = await rowOn(watching.page).getByRole('link', { name: duty }).getAttribute('href');
    const dossierId = link?.split('/').at(-1) ?? '';

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

    // Taken back: other tests look for the duty.
    const facts = await ask<{ items: readonly RecordedFact[] }>(
      working.page,
      `/dossiers/${dossierId}/facts?limit=100`,
    );
    const talk = facts.items.find(({ words }) => words === 'Sarunājāmies ar mammu.');
    await record(working.page, dossierId, 'fact.withdrawn', {
      eventId: talk?.event.id,
      reasonCode: 'mistake',
    });
    await rowOn(watching.page).waitFor();
    expect([...watching.complaints, ...working.complaints]).toEqual([]);
    await watching.leave();
    await working.leave();
  });
});
