/** Latvian and English: every page speaks one language at a time; the choice stays. */
import type { Page } from 'playwright-core';
import { afterAll, describe, expect, it } from 'vitest';
import { demoPassword } from '../../bin/demo/demo-accounts.ts';
import { demoId } from '../../bin/demo/demo-id.ts';
import { en } from '../../web/texts/en.ts';
import { lv } from '../../web/texts/lv.ts';
import { addresses, go, watchQuiet } from './every-screen.ts';
import { visitWithFactor } from './second-factor.ts';
import { closeBrowser, type Visitor, visitAs } from './visit.ts';

afterAll(closeBrowser);

const principal = 'ilze.vitolina@ozolkalna-vidusskola.example';
const administrator = 'toms.rozenbergs@ozolkalns.example';

type Language = 'lv' | 'en';
const others = { lv: 'en', en: 'lv' } as const;

/** Words of three letters and more. */
const wordsOf = (text: string) => text.toLowerCase().match(/\p{L}{3,}/gu) ?? [];

function textsIn(tree: unknown): string[] {
  if (typeof tree === 'string') return [tree.replaceAll(/\{\{\w+\}\}/g, ' ')];
  return typeof tree === 'object' && tree !== null ? Object.values(tree).flatMap(textsIn) : [];
}

const vocabulary = {
  lv: new Set(textsIn(lv).flatMap(wordsOf)),
  en: new Set(textsIn(en).flatMap(wordsOf)),
};

/** Days as the other language writes them: “21. nov.”, “21 Nov”. */
const foreignDays = {
  lv: /\b\d{1,2} (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b/,
  en: /\b\d{1,2}\. (janv|febr|marts|apr|maijs|jūn|jūl|aug|sept|okt|nov|dec)/,
};

/**
 * Names and words that people wrote, which no language changes: all that the API says, but for what it says in both
 * languages and for names of its own, which are written small and in one word.
 */
function dataIn(answer: unknown, key = ''): string[] {
  if (typeof answer === 'string')
    return key === 'lv' || key === 'en' || /^[a-z][a-zA-Z-]*$/.test(answer) ? [] : [answer];
  return typeof answer === 'object' && answer !== null
    ? Object.entries(answer).flatMap(([name, value]) => dataIn(value, Array.isArray(answer) ? key : name))
    : [];
}

/** All that is seen or read out. */
const shown = `[
  document.body.innerText,
  ...[...document.querySelectorAll('[aria-label], [placeholder]')].filter((one) => one.ariaHidden !== 'true')
    .flatMap((one) => [one.getAttribute('aria-label'), one.getAttribute('placeholder')]),
].join('\\n')`;

/** Walks through the pages; gives what is in the wrong language, by page. */
async function walk(
  { page }: Visitor,
  paths: readonly string[],
  language: Language,
): Promise<Record<string, string[]>> {
  const quiet = watchQuiet(page);
  const data = new Set<string>();
  page.on('response', (answer) => {
    if (answer.headers()['content-type']?.includes('json') === true)
      void answer.json().then(
        (body: unknown) => {
          for (const word of dataIn(body).flatMap(wordsOf)) data.add(word);
        },
        () => {},
      );
  });
  await page.reload();
  const found: Record<string, string[]> = {};
  for (const path of paths) {
    await go(page, path);
    await quiet();
    expect(await page.locator('html').getAttribute('lang')).toBe(language);
    const text = await page.evaluate<string>(shown);
    const wrong = [...new Set(wordsOf(text))].filter((word) => isForeign(word, language) && !data.has(word));
    const day = foreignDays[language].exec(text);
    if (day !== null) wrong.push(day[0]);
    if (language === 'lv') wrong.push(...wrongForms(text));
    if (wrong.length > 0) found[path] = wrong;
  }
  page.removeAllListeners('response');
  return found;
}

function isForeign(word: string, language: Language): boolean {
  const own = vocabulary[language].has(word);
  return (
    !own && (vocabulary[others[language]].has(word) || (language === 'en' && /[āčēģīķļņšūž]/.test(word)))
  );
}

/** “3 diena”, “11 dienas”; “kavē 1 dienu”, “pirms 3 dienām”, “pārsniedz 10 dienas” are other cases. */
function wrongForms(text: string): string[] {
  return [
    ...text.matchAll(
      /(?<!pirms |pēc |kavē |pārsniedz )(?<![\d.,])(\d+) (?:darb)?(diena|dienas|dienu)(?!\p{L})/gu,
    ),
  ].flatMap(([all, number, form]) => {
    const count = Number(number);
    const teens = count % 100 > 10 && count % 100 < 20;
    const right = teens || count % 10 === 0 ? 'dienu' : count % 10 === 1 ? 'diena' : 'dienas';
    return form === right ? [] : [all];
  });
}

async function choose(page: Page, from: Language, to: 'Latviešu' | 'English'): Promise<void> {
  await page.getByRole('button', { name: from === 'lv' ? 'Mans konts' : en.shell.account }).click();
  await page.getByRole('menuitem', { name: to }).click();
}

const inOffice = addresses.filter((path) => path.startsWith('/parvalde/') || path.startsWith('/kavejumi'));
const atSchool = [
  ...addresses.filter((path) => !inOffice.includes(path) || path === '/parvalde/klases'),
  `/lietas/${demoId('dossier/first-talk-now')}`,
  `/lietas/${demoId('dossier/first-talk-now')}?skats=vesture`,
  '/briesmas',
];

describe('Latvian and English (issue 5, “Must hold”)', () => {
  it('every page of a school speaks one language; the choice stays after a reload and the next sign-in', async () => {
    const visitor = await visitAs(principal);
    const { page, complaints, leave } = visitor;
    expect(await walk(visitor, atSchool, 'lv')).toEqual({});
    await go(page, '/');
    await choose(page, 'lv', 'English');
    await page.getByRole('region', { name: en.duty.mine }).waitFor();
    expect(await walk(visitor, atSchool, 'en')).toEqual({});

    await go(page, '/');
    await page.getByRole('button', { name: en.shell.account }).click();
    await page.getByRole('menuitem', { name: en.shell.signOut }).click();
    await page.getByRole('heading', { name: en.signIn.title }).waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    await page.getByLabel(en.signIn.mail).fill(principal);
    await page.getByLabel(en.signIn.password, { exact: true }).fill(demoPassword);
    await page.getByRole('button', { name: en.signIn.submit, exact: true }).click();
    await page.getByRole('region', { name: en.duty.mine }).waitFor();
    expect(complaints).toEqual([]);
    await leave();
  });

  it('so does every page of administration, and the board', async () => {
    const visitor = await visitWithFactor(administrator);
    expect(await walk(visitor, inOffice, 'lv')).toEqual({});
    await go(visitor.page, '/');
    await choose(visitor.page, 'lv', 'English');
    expect(await walk(visitor, inOffice, 'en')).toEqual({});
    expect(visitor.complaints).toEqual([]);
    await visitor.leave();
  });
});
