import type { Page } from 'playwright-core';
import { afterAll, describe, expect, it } from 'vitest';
import type { DutyView } from '../../contracts/duty.ts';
import { closeBrowser, expectAccessible, phone, visitAs } from './visit.ts';

afterAll(closeBrowser);

const teacher = 'anita.kalnina@ozolkalna-vidusskola.example';
const elsewhere = 'andris.jansons@rudzulejas-pamatskola.example';

async function ownDuty(page: Page, kind: string): Promise<DutyView> {
  const answer = await page.request.get('/api/v1/duties?mine=true&status=open&limit=200');
  const { items } = (await answer.json()) as { readonly items: readonly DutyView[] };
  const found = items.find(({ duty }) => duty.kind === kind);
  if (found === undefined) throw new Error(`The demo has no ${kind} that is owed`);
  return found;
}

describe('a case manager’s morning (issue 5, screen 2)', () => {
  it('from Today to the case: why, the talk with what it will end, the history, and taking it back', async () => {
    const { page, complaints, leave } = await visitAs(teacher);
    const { dossierId, duty } = await ownDuty(page, 'first-talk');
    const title = duty.title.lv;
    await page.locator(`#content a[href="/lietas/${dossierId}"]`).filter({ hasText: title }).click();

    const duties = page.getByRole('region', { name: 'Kas jādara un kas jāsaņem' });
    const row = duties.getByRole('listitem').filter({ hasText: title });
    await row.getByRole('button', { name: /^Kāpēc/ }).click();
    await row.getByText(/Avots:/).waitFor();
    // The picture says the same as the list: each mark has its sentence.
    await page
      .getByRole('img', { name: new RegExp(title) })
      .first()
      .waitFor();
    await expectAccessible(page);

    await row.getByRole('button', { name: 'Pierakstīt sarunu' }).click();
    const form = page.getByRole('dialog', { name: 'Pierakstīt sarunu' });
    await form.getByText('Beigsies:').waitFor();
    await expectAccessible(page);
    await form.getByLabel('Kas jāzina citiem').fill('Saruna notika mierīgi; nākamreiz runāsim pirmdien.');
    await form.getByRole('button', { name: 'Pierakstīt sarunu' }).click();
    await form.waitFor({ state: 'detached' });
    await row.waitFor({ state: 'detached' });

    await page.getByRole('tab', { name: 'Vēsture' }).click();
    const mistaken = page.getByRole('listitem').filter({ hasText: 'nākamreiz runāsim pirmdien' });
    await mistaken.getByText('Anita Kalniņa').waitFor();
    await expectAccessible(page);
    await mistaken.getByRole('button', { name: /^Labot/ }).click();
    const correction = page.getByRole('dialog', { name: 'Labot ierakstu' });
    const words = correction.getByLabel('Kas jāzina citiem');
    expect(await words.inputValue()).toBe('Saruna notika mierīgi; nākamreiz runāsim pirmdien.');
    await words.fill('Saruna notika mierīgi; nākamreiz runāsim otrdien.');
    await correction.getByRole('button', { name: 'Labot ierakstu' }).click();
    await correction.waitFor({ state: 'detached' });
    await mistaken.getByText('Atsaukts', { exact: true }).first().waitFor();
    const entry = page.getByRole('listitem').filter({ hasText: 'nākamreiz runāsim otrdien' });
    await entry.getByText('Anita Kalniņa').waitFor();
    await entry.getByRole('button', { name: /^Atsaukt ierakstu/ }).click();
    const withdrawal = page.getByRole('dialog', { name: 'Atsaukt ierakstu' });
    await withdrawal.getByLabel('Iemesls').first().click();
    await page.getByRole('option', { name: 'Ierakstīts kļūdas dēļ' }).click();
    await withdrawal.getByText('Sāksies:').waitFor();
    await withdrawal.getByRole('button', { name: 'Atsaukt ierakstu' }).click();
    await withdrawal.waitFor({ state: 'detached' });
    await entry.getByText('Atsaukts', { exact: true }).first().waitFor();

    await page.getByRole('tab', { name: 'Gaita' }).click();
    await row.waitFor();
    expect(complaints).toEqual([]);
    await leave();
  });

  it('whoever has no right sees the same as where there is no case; a phone shows the course as a list', async () => {
    const own = await visitAs(teacher, phone);
    const { dossierId } = await ownDuty(own.page, 'monthly-review');
    await own.page.goto(`/lietas/${dossierId}`);
    const course = own.page.getByRole('region', { name: 'Gadījuma gaita laikā' });
    await course.getByRole('listitem').first().waitFor();
    expect(await course.locator('svg').count()).toBe(0);
    await expectAccessible(own.page);
    expect(own.complaints).toEqual([]);
    await own.leave();

    const { page, complaints, leave } = await visitAs(elsewhere);
    await page.goto(`/lietas/${dossierId}`);
    await page.getByRole('heading', { name: 'Šādas lapas nav' }).waitFor();
    await expectAccessible(page);
    expect(complaints).toEqual([]);
    await leave();
  });
});
