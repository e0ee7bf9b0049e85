import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { afterAll, describe, expect, inject, it } from 'vitest';
import { visitWithFactor } from './second-factor.ts';
import { closeBrowser, expectAccessible, phone, visitAs } from './visit.ts';

afterAll(closeBrowser);

const teacher = 'anita.kalnina@ozolkalna-vidusskola.example';
const socialWorker = 'janis.karkls@ozolkalns.example';
const service = 'Ozolkalna novada Sociālais dienests';

/** Asks the API as whoever is signed in on the page. */
async function ask<T>(page: Page, path: string, data?: object): Promise<T> {
  const answer = await page.request.fetch(`/api/v1${path}`, {
    method: data === undefined ? 'GET' : 'POST',
    headers: { origin: inject('productUrl'), 'idempotency-key': randomUUID() },
    ...(data === undefined ? {} : { data }),
  });
  const body: unknown = await answer.json();
  expect(answer.ok(), JSON.stringify(body)).toBe(true);
  return body as T;
}

async function openCase(page: Page): Promise<{ dossierId: string; caseNumber: string }> {
  const { institutions } = await ask<{ institutions: { id: string; name: string }[] }>(
    page,
    '/directory?limit=200',
  );
  const school = institutions.find(({ name }) => name === 'Ozolkalna vidusskola');
  return await ask(page, '/dossiers', {
    kind: 'case',
    schoolId: school?.id,
    procedureId: 'national-2025',
    learner: { firstName: 'Elza', lastName: 'Krūmiņa', className: '5.a' },
    facts: [{ type: 'case.opened', data: { level: '1' } }],
  });
}

/** Presses an act of the only row and sends the form. */
async function act(page: Page, name: string, fill?: (form: ReturnType<Page['getByRole']>) => Promise<void>) {
  const row = page.locator('#content li').first();
  const next = row.getByRole('button', { name, exact: true });
  if (await next.isVisible()) await next.click();
  else {
    await row.getByRole('button', { name: /^Vēl: citas/ }).click();
    await page.getByRole('menuitem', { name, exact: true }).click();
  }
  const form = page.getByRole('dialog', { name });
  await form.getByRole('button', { name, exact: true }).waitFor();
  await fill?.(form);
  await expectAccessible(page);
  await form.getByRole('button', { name, exact: true }).click();
  await form.waitFor({ state: 'detached' });
}

describe('the inbox of an institution (issue 5, screen 4)', () => {
  it('a handover from both sides: sent to a receiver confirmed, supplemented, accepted, answered (R 12, 13, 17)', async () => {
    const [school, asked] = [await visitAs(teacher), await visitWithFactor(socialWorker, phone)];
    const { dossierId, caseNumber } = await openCase(school.page);

    await school.page.getByRole('link', { name: 'Iesūtne' }).click();
    await school.page.getByRole('button', { name: 'Nosūtīt citai iestādei' }).click();
    await school.page.getByRole('combobox', { name: 'Par kuru gadījumu?' }).fill(caseNumber);
    await school.page.getByRole('option', { name: caseNumber }).click();
    await expectAccessible(school.page);
    await school.page.getByRole('button', { name: 'Tālāk' }).click();
    const form = school.page.getByRole('dialog', { name: 'Nosūtīt citai iestādei' });
    await form.getByRole('combobox', { name: 'Saņēmējs' }).fill('Sociālais dienests');
    await school.page.getByRole('option', { name: service }).click();
    await form.getByRole('combobox', { name: 'Ko nosūta' }).click();
    await school.page.getByRole('option', { name: 'Gadījuma nodošana' }).click();
    await form.getByRole('combobox', { name: 'Kādā veidā' }).click();
    await school.page.getByRole('option', { name: 'Šajā sistēmā' }).click();
    await form.getByLabel('Kas saņēmējam jāzina').fill('Lūdzam pārņemt Elzas gadījumu.');
    await form.getByRole('button', { name: 'Nosūtīt citai iestādei' }).click();
    const confirmation = school.page.getByRole('alertdialog', { name: 'Vai saņēmējs ir pareizs?' });
    await confirmation.getByText(`${service}, Ozolkalna novads`).waitFor();
    await expectAccessible(school.page);
    await confirmation.getByRole('button', { name: 'Jā, nosūtīt' }).click();
    await form.waitFor({ state: 'detached' });

    await asked.page.goto(`/iesutne?numurs=${caseNumber}`);
    const row = asked.page.getByRole('button', {
      name: `Priekšskatījums: Gadījuma nodošana · Gadījums ${caseNumber}`,
    });
    await row.click();
    await asked.page.getByText('Pirms pieņemšanas redzams tikai').waitFor();
    expect(await asked.page.locator('#content').innerText()).not.toContain('Elza');
    await expectAccessible(asked.page);
    // Colleagues see who does it; the institution goes on owing it.
    await asked.page
      .getByRole('button', { name: /^Uzņemties/ })
      .first()
      .click();
    await asked.page.getByText('Jūs to darāt').first().waitFor();
    await act(asked.page, 'Lūgt papildinājumu', async (dialog) => {
      await dialog.getByRole('combobox', { name: 'Kā trūkst' }).click();
      await asked.page.getByRole('option', { name: 'Atbalsta plāna' }).click();
      await dialog.getByLabel('Ko lūdzam papildināt').click();
    });

    await school.page.goto(`/iesutne?numurs=${caseNumber}`);
    await school.page.getByText('Lūgts papildinājums').waitFor();
    await act(school.page, 'Papildināt');
    await school.page.getByText('Nekas neatbilst izvēlētajam.').waitFor();

    // What was recorded meanwhile would be told in the form, with another button.
    await asked.page.getByText('Lūgts papildinājums', { exact: true }).waitFor({ state: 'detached' });
    await act(asked.page, 'Pārņemt');
    await asked.page
      .getByRole('button', { name: 'Priekšskatījums: Gadījuma nodošana · Elza K., 5.a' })
      .waitFor();
    await asked.page.getByText('Lūdzam pārņemt Elzas gadījumu.').waitFor();
    await act(asked.page, 'Atbildēt');

    await school.page.goto(`/iesutne?gaida=citus&numurs=${caseNumber}`);
    await school.page.getByText('Atbildēts', { exact: true }).waitFor();
    await expectAccessible(school.page);
    const { items } = await ask<{ items: { duty: { kind: string } }[] }>(
      school.page,
      `/duties?dossierId=${dossierId}&status=open&limit=200`,
    );
    const open = items.map(({ duty }) => duty.kind);
    for (const kind of ['keep-supporting', 'referral-supplement', 'reply', 'acknowledge-handover'])
      expect(open).not.toContain(kind);
    expect([...school.complaints, ...asked.complaints]).toEqual([]);
    await school.leave();
    await asked.leave();
  });
});
