/** The network goes in the middle of a word: nothing typed is lost, and it is saved once (issue 5, “Qualities”). */
import { afterAll, describe, expect, it } from 'vitest';
import { closeBrowser, expectAccessible, laptop, visitAs } from './visit.ts';

afterAll(closeBrowser);

const teacher = 'sanita.liepkalne@ozolkalna-vidusskola.example';

describe('lost network while typing', () => {
  it('in a new case and in a fact: reloaded without a network, restored with it, saved once', async () => {
    const { page, complaints, leave } = await visitAs(teacher, laptop);
    const saved: string[] = [];
    page.on('response', (answer) => {
      const asked = answer.request();
      if (asked.method() === 'POST' && /\/(learners|dossiers|facts)$/.test(asked.url()) && answer.ok())
        saved.push(asked.url().split('/').at(-1) ?? '');
    });
    await page.evaluate('navigator.serviceWorker.ready.then(() => undefined)');
    await page.goto('/jauns');
    await page.getByLabel('Vārds, uzvārds vai klase').fill('paula tīkla');
    await page.getByRole('button', { name: 'Sarakstā nav – pierakstīt jaunu' }).click();
    await page.getByRole('combobox', { name: 'Klase' }).click();
    await page.getByRole('option', { name: '5.c' }).click();
    await page.getByRole('combobox', { name: 'Kas pamanīts' }).click();
    await page.getByRole('option', { name: 'Emocionālā labbūtība' }).click();
    const words = page.getByLabel('Ko redzējāt vai dzirdējāt');
    await words.pressSequentially('Otro dienu ');
    await page.context().setOffline(true);
    await words.pressSequentially('klusē un raud.');
    await page.getByText(/^Nav tīkla\./).waitFor();
    await expectAccessible(page);
    await page.reload();
    await page.getByText('Nav savienojuma ar Termiņsargu').waitFor();
    await page.context().setOffline(false);
    await page.getByText('Atjaunots, ko bijāt sākuši rakstīt.').waitFor();
    expect(await words.inputValue()).toBe('Otro dienu klusē un raud.');

    // Pressed without a network: it goes by itself, and once.
    await page.getByText('Sāksies').first().waitFor();
    await page.context().setOffline(true);
    await page.getByRole('button', { name: 'Pierakstīt risku' }).click();
    await page.getByText(/^Nav tīkla\./).waitFor();
    await page.context().setOffline(false);
    await page.getByText(/Pierakstīts ar numuru 2026-\d{4}/).waitFor();
    expect(saved).toEqual(['learners', 'dossiers']);

    await page.goto('/');
    const row = page.getByRole('listitem').filter({ hasText: 'Paula T., 5.c' }).first();
    const form = page.getByRole('dialog', { name: 'Pierakstīt sarunu' });
    const note = form.getByLabel('Kas jāzina citiem');
    await row.getByRole('button', { name: 'Pierakstīt sarunu' }).click();
    await note.pressSequentially('Mamma ');
    await page.context().setOffline(true);
    await note.pressSequentially('zina.');
    // No hand goes from the last key to another page in a hundredth of a second.
    await page.waitForTimeout(500);
    await page.reload();
    await page.getByText('Nav savienojuma ar Termiņsargu').waitFor();
    await page.context().setOffline(false);
    await row.getByRole('button', { name: 'Pierakstīt sarunu' }).click();
    await form.getByText('Atjaunots, ko bijāt sākuši rakstīt.').waitFor();
    expect(await note.inputValue()).toBe('Mamma zina.');
    await form.getByText('Beigsies:').waitFor();
    await page.context().setOffline(true);
    await form.getByRole('button', { name: 'Pierakstīt sarunu' }).click();
    await form.getByText(/^Nav tīkla\./).waitFor();
    await expectAccessible(page);
    await page.context().setOffline(false);
    await form.waitFor({ state: 'detached' });
    expect(saved).toEqual(['learners', 'dossiers', 'facts']);
    expect(complaints).toEqual([]);
    await leave();
  });
});
