import type { Page } from 'playwright-core';
import { afterAll, describe, expect, it } from 'vitest';
import { demoPassword } from '../../bin/demo/demo-accounts.ts';
import { type Answers, nextQuestion, sights } from '../../web/pages/danger/questions.ts';
import { danger } from '../../web/texts/lv/danger.ts';
import { closeBrowser, expectAccessible, phone, visit, visitAs } from './visit.ts';

afterAll(closeBrowser);

/** Words that would let somebody believe that all is done (R 2). */
const done =
  /(?<!\p{L})(ziņots|paziņots|nosūtīts|nosūtīta|saņemts|izpildīts|pabeigts|gatavs|gatavi|iesniegts|saglabāts|pieņemts|nokārtots|izdarīts|paveikts|paldies)(?!\p{L})/iu;

/** Where somebody may be called away: nothing says done, 110 can be rung, and the page is accessible. */
async function couldStopHere(page: Page): Promise<void> {
  const words = await page.locator('body').innerText();
  const calledByName = words.replaceAll(
    /Pierakstīts, VĒL NAV ziņots|Nosūtīts, saņemšana nav apstiprināta/g,
    '',
  );
  expect(calledByName).not.toMatch(done);
  expect(await page.getByRole('link', { name: 'Zvaniet 110' }).first().getAttribute('href')).toBe('tel:110');
  // What the head of the page covers half is no smaller: one scrolls.
  await page.evaluate('window.scrollTo(0, 0)');
  await expectAccessible(page);
}

const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name });

describe('danger to a child (issue 5, screen 3)', () => {
  it('one step from the sign-in page: 110 first, then whom else to tell, without a session', async () => {
    const { page, complaints, leave } = await visit(phone);
    await page.getByRole('link', { name: /110/ }).click();
    await heading(page, 'Bērns briesmās').waitFor();
    expect(await page.getByText('Šī sistēma policijai neziņo. Zvaniet 110.').count()).toBe(1);
    await couldStopHere(page);

    await page.getByRole('button', { name: 'Noskaidrot, kam jāziņo' }).click();
    await heading(page, 'Ko jūs redzējāt vai uzzinājāt?').waitFor();
    await couldStopHere(page);
    await page.getByRole('button', { name: 'Fiziska vardarbība pret bērnu' }).click();

    await heading(page, /tieši tagad/).waitFor();
    await couldStopHere(page);
    await page.getByRole('button', { name: 'Nē', exact: true }).click();
    await heading(page, /redzami ievainojumi/).waitFor();
    // One back on the phone is one question back.
    await page.goBack();
    await heading(page, /tieši tagad/).waitFor();
    await page.reload();
    await heading(page, /tieši tagad/).waitFor();
    await page.keyboard.press('Tab');
    await page.getByRole('button', { name: 'Nē', exact: true }).focus();
    await page.keyboard.press('Enter');
    await heading(page, /redzami ievainojumi/).waitFor();
    expect(await page.evaluate('document.activeElement?.tagName')).toBe('H1');
    for (const reply of ['Nē', 'Nē', 'Nē', 'Nē', 'Jā'])
      await page.getByRole('button', { name: reply, exact: true }).click();

    await heading(page, 'Kam un kā jāziņo').waitFor();
    await couldStopHere(page);
    const cards = page
      .getByRole('main')
      .getByRole('listitem')
      .filter({ has: page.getByRole('heading') });
    expect(await cards.getByRole('heading').allInnerTexts()).toEqual([
      'Nekavējoties ziņojiet Bērnu aizsardzības centram (pēc tam rakstveidā).',
      'Tajā pašā dienā ziņojiet bāriņtiesai rakstveidā.',
      'Ieteicams vienlaikus ziņot arī Valsts policijai vietējā iecirknī (pēc tam rakstveidā).',
    ]);
    expect(await page.getByText('Vispirms jautājiet policijai vai bāriņtiesai.').count()).toBe(1);
    expect(complaints).toEqual([]);
    await leave();
  });

  it('a report on a Saturday by phone, stopped after every screen: nothing says done before it is (R 2)', async () => {
    const { page, complaints, leave } = await visitAs('anita.kalnina@ozolkalna-vidusskola.example', phone);
    await page.getByRole('link', { name: '110' }).click();
    await page.getByRole('button', { name: 'Noskaidrot, kam jāziņo' }).click();
    await page.getByRole('button', { name: 'Emocionāla vardarbība' }).click();
    for (const reply of ['Nē', 'Nē', 'Jā', 'Nē', 'Nē'])
      await page.getByRole('button', { name: reply, exact: true }).click();
    await heading(page, 'Kam un kā jāziņo').waitFor();
    await page.getByRole('button', { name: 'Pierakstīt', exact: true }).click();

    await heading(page, 'Pieraksts').waitFor();
    await page.getByLabel('Bērna vārds').waitFor();
    await couldStopHere(page);
    // Nothing chosen: told beside the button, and what was typed stays.
    await page.getByLabel('Ko redzējāt un dzirdējāt?').fill('Raudāja un teica: “Es negribu uz mājām.”');
    await page.getByRole('button', { name: 'Pierakstīt', exact: true }).click();
    await page.getByText('Izvēlieties bērnu').waitFor();
    await page.getByLabel('Bērna sistēmā nav').check();
    await page.getByLabel('Vārds', { exact: true }).fill('Krists');
    await page.getByLabel('Uzvārds').fill('Paraugs');
    await page.getByLabel('Klase').fill('4.b');
    await page.getByLabel(/kas strādā šajā iestādē/).check();
    const who = page.getByLabel('Kurš to nedrīkst redzēt?');
    await who.selectOption(await who.getByRole('option', { name: /Ilze Vītoliņa/ }).getAttribute('value'));
    await page.getByRole('button', { name: /Ilze Vītoliņa/ }).waitFor();
    // What will be owed, and until when, before it is saved.
    const follows = page.getByRole('status', { name: 'Kas notiks pēc saglabāšanas' });
    await follows
      .getByText(/^Ziņot/)
      .first()
      .waitFor();
    await couldStopHere(page);
    await page.getByRole('button', { name: 'Pierakstīt', exact: true }).click();

    await heading(page, 'Pierakstīts, VĒL NAV ziņots').waitFor();
    await couldStopHere(page);
    await page.reload();
    await heading(page, 'Pierakstīts, VĒL NAV ziņots').waitFor();

    // The orphan's court by mail: sent, not received; the police are still to be told.
    const card = (name: RegExp) =>
      page.getByRole('listitem').filter({ has: page.getByRole('heading', { level: 2, name }) });
    const court = card(/ziņojiet bāriņtiesai/);
    await court.getByRole('button', { name: 'Ierakstīt, kam ziņoju' }).click();
    await couldStopHere(page);
    await court.getByLabel('E-pastā').check();
    await court.getByRole('button', { name: 'Ierakstīt ziņojumu' }).click();
    await court.getByText('Nosūtīts, saņemšana nav apstiprināta').waitFor();
    await heading(page, 'Pierakstīts, VĒL NAV ziņots').waitFor();
    await couldStopHere(page);

    const police = card(/Valsts policijai/);
    await police.getByRole('button', { name: 'Ierakstīt, kam ziņoju' }).click();
    await police.getByLabel('Zvanot 110').check();
    await police.getByLabel('Kas pieņēma?').fill('dežurants Nr. 12');
    await police.getByRole('button', { name: 'Ierakstīt ziņojumu' }).click();
    await heading(page, 'Nosūtīts, saņemšana nav apstiprināta').waitFor();

    await court.getByRole('button', { name: 'Apstiprināt saņemšanu' }).click();
    await court.getByRole('button', { name: 'Apstiprināt saņemšanu' }).click();
    await heading(page, 'Ziņots').waitFor();
    await expectAccessible(page);
    expect(complaints).toEqual([]);
    const address = page.url();
    await leave();

    // Who must not know finds nothing, not even the head of the school (R 3).
    const excluded = await visitAs('ilze.vitolina@ozolkalna-vidusskola.example', phone);
    await excluded.page.goto(address);
    await excluded.page.getByRole('alert').waitFor();
    expect(await excluded.page.locator('body').innerText()).not.toContain('Krists');
    await excluded.leave();
  });

  it('every way through table 7, stopped and opened again on every screen: nothing says done (R 2)', async () => {
    const { page, complaints, leave } = await visit(phone);
    await page.goto('/briesmas');
    const seen = new Set<string>();
    /** What is on the screen; the first time, the phone is put away and taken out again. */
    const stop = async () => {
      const main = page.getByRole('main');
      const words = await main.innerText();
      expect(done.exec(words)?.[0]).toBeUndefined();
      expect(await page.getByRole('link', { name: 'Zvaniet 110' }).count()).toBeGreaterThan(0);
      if (seen.has(words)) return;
      seen.add(words);
      await page.reload();
      await expect.poll(() => main.innerText()).toBe(words);
    };
    for (const sight of sights) {
      for (const reply of ['yes', 'no', 'unsure'] as const) {
        await stop();
        await page.getByRole('button', { name: 'Noskaidrot, kam jāziņo' }).tap();
        await heading(page, danger.question.sight).waitFor();
        await stop();
        await page.getByRole('button', { name: danger.sight[sight], exact: true }).tap();
        let answers: Answers = { sight, replies: {} };
        for (let name = nextQuestion(answers); name !== null; name = nextQuestion(answers)) {
          await heading(page, danger.question[name]).waitFor();
          await stop();
          await page.getByRole('button', { name: danger.reply[reply], exact: true }).tap();
          answers = { sight, replies: { ...answers.replies, [name]: reply } };
        }
        await heading(page, danger.result.title).waitFor();
        await stop();
        await page.getByRole('button', { name: danger.again }).tap();
        await heading(page, danger.title).waitFor();
      }
    }
    // The first screen, the sights, every question; as many different answers as there are at least rows.
    expect(seen.size).toBeGreaterThan(2 + Object.keys(danger.reply).length + sights.length);
    expect(complaints).toEqual([]);
    await leave();
  });

  it('written down before signing in: it waits in this tab, goes on after, and its duty leads back to it', async () => {
    const { page, complaints, leave } = await visit(phone);
    await page.goto('/briesmas');
    await page.getByRole('button', { name: 'Noskaidrot, kam jāziņo' }).tap();
    await page.getByRole('button', { name: danger.sight.suicidalSigns }).tap();
    await page.getByRole('button', { name: 'Nē', exact: true }).tap();
    await heading(page, danger.result.title).waitFor();
    await page.getByRole('button', { name: 'Pierakstīt', exact: true }).tap();
    const words = page.getByLabel('Ko redzējāt un dzirdējāt?');
    await words.fill('Zīmējumā uzrakstīts: “Drīz manis nebūs.”');
    await couldStopHere(page);
    await page.reload();
    await page.getByText('Atjaunots, ko bijāt sākuši rakstīt.').waitFor();
    expect(await words.inputValue()).toBe('Zīmējumā uzrakstīts: “Drīz manis nebūs.”');
    await page.getByLabel('Darba e-pasts').fill('sanita.liepkalne@ozolkalna-vidusskola.example');
    await page.getByLabel('Parole', { exact: true }).fill(demoPassword);
    await page.getByRole('button', { name: 'Ieiet', exact: true }).tap();
    await page.getByLabel('Vēl nezinu, kurš bērns').check();
    expect(await words.inputValue()).toBe('Zīmējumā uzrakstīts: “Drīz manis nebūs.”');
    await page.getByRole('button', { name: 'Pierakstīt', exact: true }).tap();
    await heading(page, 'Pierakstīts, VĒL NAV ziņots').waitFor();
    await couldStopHere(page);

    await page.goto('/');
    await page
      .getByRole('region', { name: 'Man jādara' })
      .getByRole('button', { name: 'Pierakstīt, kam ziņots' })
      .first()
      .tap();
    await page.waitForURL(/briesmas\?lieta=/);
    await heading(page, 'Pierakstīts, VĒL NAV ziņots').waitFor();
    expect(complaints).toEqual([]);
    await leave();
  });
});
