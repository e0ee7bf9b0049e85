import { afterAll, describe, expect, it } from 'vitest';
import type { ClassOverview } from '../../contracts/class-overview.ts';
import type { RecordedFact } from '../../contracts/event.ts';
import { closeBrowser, expectAccessible, visitAs } from './visit.ts';

afterAll(closeBrowser);

const firstNames = 'Agate Edvīns Gabriela Henriks Justīne Kaspars Melānija Oto Una'.split(' ');

describe('a flu week (issue 5, screen 6; R 16)', () => {
  it('nine children, one line, one act: reasons for each, and each record for itself; from the class to a case', async () => {
    const { page, complaints, leave } = await visitAs('ilze.vitolina@ozolkalna-vidusskola.example');
    await page.getByRole('link', { name: 'Skola', exact: true }).first().click();
    const line = page.getByRole('row').filter({ hasText: '5.c' });
    await line.getByText('9 skolēni pārsniedz 10 dienas').waitFor();
    await expectAccessible(page);

    const overview = await page.request.get('/api/v1/classes/overview');
    const { classes } = (await overview.json()) as ClassOverview;
    const reached = classes.flatMap(({ thresholds }) => thresholds).flatMap(({ learners }) => learners);
    expect(reached.map(({ learner }) => learner.firstName)).toEqual(firstNames);

    await line.getByRole('button', { name: /^Izlemt/ }).click();
    const form = page.getByRole('dialog');
    const record = form.getByRole('button', { name: 'Pierakstīt 9 lēmumus' });
    await record.click();
    await form.getByText('Vēl nav izlemts par 9 skolēniem.').waitFor();
    await expectAccessible(page);

    await form.getByLabel('Kopīgais teksts').fill('Edvīnam un citiem bija gripa.');
    await form.getByRole('button', { name: 'Nav jārīkojas' }).click();
    const justine = form.getByRole('listitem').filter({ hasText: 'Justīne I.' });
    await justine.getByText('Jārīkojas', { exact: true }).click();
    await form.getByLabel('Iemesls: Justīne I.').fill('Arī oktobrī kavējumu bija daudz.');
    await form.getByText('Sāksies 1 skolēnam: Pārrunāt kavējumus ar vecākiem').waitFor();

    await record.click();
    await form.getByText('Tekstā ir cita izglītojamā vārds').waitFor();
    await form.getByLabel('Kopīgais teksts').fill('Klasē bija gripa; viela nodota e-klasē.');
    await record.click();
    await form.waitFor({ state: 'hidden' });
    await line.getByText('9 skolēni').waitFor({ state: 'hidden' });

    for (const { dossierId, learner } of reached) {
      const answer = await page.request.get(`/api/v1/dossiers/${dossierId}/facts?limit=50`);
      const { items } = (await answer.json()) as { readonly items: readonly RecordedFact[] };
      expect(items.at(-1)?.event.data, learner.firstName).toMatchObject({
        ruleCode: 'days-in-month',
        affectsLearning: learner.firstName === 'Justīne',
      });
      const others = firstNames.filter((name) => name !== learner.firstName);
      for (const { words } of items)
        expect(others.filter((name) => words?.includes(name) === true)).toEqual([]);
    }

    // From the class to its cases, and from there to one of them.
    await line.getByRole('link', { name: '5.c: rādīt gadījumus' }).click();
    const justineCase = page.getByRole('listitem').filter({ hasText: 'Justīne I., 5.c' });
    await justineCase.getByText('Vada').waitFor();
    expect(new URL(page.url()).searchParams.get('skats')).toBe('gadijumi');
    await expectAccessible(page);
    await justineCase.getByRole('link').click();
    await page.getByText('Pārrunāt kavējumus ar vecākiem').first().waitFor();
    await page.getByRole('tab', { name: 'Vēsture' }).click();
    const entry = page.getByRole('listitem').filter({ hasText: 'Klasē bija gripa' });
    await entry.getByText('Arī oktobrī kavējumu bija daudz.').waitFor();
    await expectAccessible(page);
    expect(complaints).toEqual([]);
    await leave();
  });
});
