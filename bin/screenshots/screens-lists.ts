/** What people open daily: Today of each role, inbox, board, school, own cases, a new record; and what may go wrong there. */
import type { Locator, Page } from 'playwright-core';
import type { Texts } from '../../web/texts/texts.ts';
import type { Screen } from './photographer.ts';

const rows = (page: Page) => page.locator('#content li');

/** Of the first duty that has one. */
function contactButton(page: Page, words: Texts): Locator {
  return page.getByRole('button', { name: new RegExp(`^${words.contact.buttonOf.split('{{')[0]}`) }).first();
}

/** The list of the side that is shown by itself, or behind a switch on a narrow screen. */
async function showWaiting(page: Page, words: Texts): Promise<void> {
  const choice = page.locator('label').filter({ hasText: words.duty.waiting });
  if ((await choice.count()) > 0) await choice.click();
}

const firstVisit = (page: Page) =>
  page.route('**/api/v1/account', async (route) => {
    const answer = await route.fetch();
    await route.fulfill({ response: answer, json: { ...(await answer.json()), tourSeen: false } });
  });

async function offline(page: Page): Promise<void> {
  await page.addInitScript("Object.defineProperty(navigator, 'onLine', { get: () => false })");
  await page.route('**/api/v1/duties*', (route) => route.abort());
}

export const listScreens: readonly Screen[] = [
  { name: 'today-teacher', as: 'anita-kalnina', path: '/' },
  ...['anita-kalnina', 'evija-rudzite', 'ilze-vitolina', 'liene-apsite', 'toms-rozenbergs'].map(
    (as): Screen => ({ name: `today-tour-${as}`, as, path: '/', before: firstVisit }),
  ),
  { name: 'today-waiting', as: 'ilze-vitolina', path: '/', steps: showWaiting },
  {
    name: 'today-why',
    as: 'anita-kalnina',
    path: '/',
    steps: (page) => rows(page).first().locator('button[aria-expanded]').first().click(),
  },
  {
    name: 'today-record',
    as: 'anita-kalnina',
    path: '/',
    steps: async (page) => {
      // The last button of a row leads to other ways.
      await rows(page).first().getByRole('button').nth(-2).click();
      await page.getByRole('dialog').waitFor();
    },
  },
  {
    name: 'today-contact',
    as: 'anita-kalnina',
    path: '/',
    steps: async (page, words) => {
      await contactButton(page, words).click();
      await page.getByRole('dialog').getByRole('button').nth(1).waitFor();
    },
  },
  { name: 'today-principal', as: 'ilze-vitolina', path: '/' },
  { name: 'today-school-administration', as: 'dainis-brencis', path: '/' },
  { name: 'today-social-worker', as: 'liene-apsite', path: '/' },
  { name: 'today-social-secretary', as: 'maija-lace', path: '/' },
  { name: 'today-municipal-police', as: 'kristine-bite', path: '/' },
  { name: 'today-board', as: 'toms-rozenbergs', path: '/' },
  { name: 'today-data-protection', as: 'sofia-lindgren', path: '/' },
  { name: 'today-nothing', as: 'normunds-kalve', path: '/' },
  { name: 'today-offline', as: 'anita-kalnina', path: '/', before: offline },
  {
    // Of somebody with no other picture: it stays on the device, and would be sent from the next page.
    name: 'today-unsent',
    as: 'martins-ozers',
    path: '/',
    steps: async (page, words) => {
      await page.route('**/facts', (route) => route.abort());
      await contactButton(page, words).click();
      const choices = page.getByRole('dialog').getByRole('button');
      await choices.nth(1).waitFor();
      await choices.last().click();
      await page.getByRole('button', { name: words.unsent.show }).first().click();
    },
  },
  {
    name: 'today-fault',
    as: 'anita-kalnina',
    path: '/',
    before: (page) =>
      page.route('**/api/v1/duties*', (route) =>
        route.fulfill({
          status: 500,
          contentType: 'application/problem+json',
          json: {
            type: 'about:blank',
            title: 'Kaut kas nogāja greizi',
            status: 500,
            code: 'fault',
            instance: 'urn:uuid:0197a5a0-0000-7000-8000-000000000001',
          },
        }),
      ),
  },
  {
    name: 'keys-help',
    as: 'anita-kalnina',
    path: '/',
    steps: async (page) => {
      await page.keyboard.press('?');
      await page.getByRole('dialog').waitFor();
    },
  },
  {
    name: 'hidden-screen',
    as: 'anita-kalnina',
    path: '/',
    steps: (page) => page.keyboard.press('F8'),
  },
  {
    name: 'search',
    as: 'ilze-vitolina',
    path: '/',
    steps: async (page, words) => {
      const field = page.getByRole('combobox', { name: words.shell.search });
      if (!(await field.isVisible())) await page.getByRole('button', { name: words.shell.search }).click();
      await field.fill('ri');
      await page.getByRole('option').first().waitFor();
    },
  },
  { name: 'not-found', as: 'anita-kalnina', path: '/lapas-nav' },
  { name: 'my-cases', as: 'anita-kalnina', path: '/mani-gadijumi' },
  { name: 'planner', as: 'anita-kalnina', path: '/mani-gadijumi?skats=nedela' },
  { name: 'taken-over', as: 'rita-celmina', path: '/parnemtie' },
  { name: 'taken-over-none', as: 'anita-kalnina', path: '/parnemtie' },
  { name: 'help', as: 'anita-kalnina', path: '/palidziba' },
  { name: 'help-subject', as: 'anita-kalnina', path: '/palidziba/klases-audzinatajs' },
  { name: 'my-cases-none', as: 'normunds-kalve', path: '/mani-gadijumi' },
  { name: 'inbox', as: 'liene-apsite', path: '/iesutne' },
  {
    name: 'inbox-preview',
    as: 'liene-apsite',
    path: '/iesutne',
    steps: (page) => page.locator('[data-row]').first().click(),
  },
  {
    name: 'inbox-acts',
    as: 'liene-apsite',
    path: '/iesutne',
    steps: async (page) => {
      await page.locator('[data-row] >> nth=0').waitFor();
      await rows(page).first().locator('button[aria-haspopup=menu]').click();
      await page.getByRole('menuitem').first().waitFor();
    },
  },
  {
    name: 'inbox-act',
    as: 'liene-apsite',
    path: '/iesutne',
    steps: async (page) => {
      await rows(page).first().locator('button[aria-haspopup=menu]').click();
      await page.getByRole('menuitem').first().click();
      await page.getByRole('dialog').waitFor();
    },
  },
  { name: 'inbox-waiting', as: 'ilze-vitolina', path: '/iesutne?gaida=citus' },
  { name: 'inbox-done', as: 'ilze-vitolina', path: '/iesutne?gaida=neviens' },
  { name: 'inbox-none', as: 'anita-kalnina', path: '/iesutne?numurs=9999' },
  {
    name: 'inbox-send',
    as: 'ilze-vitolina',
    path: '/iesutne',
    steps: async (page, words) => {
      await page.getByRole('button', { name: words.inbox.send }).click();
      await page.getByRole('combobox', { name: words.inbox.chooseCase }).click();
      await page.getByRole('option').first().waitFor();
    },
  },
  { name: 'board', as: 'toms-rozenbergs', path: '/kavejumi' },
  { name: 'board-waiting', as: 'toms-rozenbergs', path: '/kavejumi?puse=gaida' },
  {
    name: 'board-duties',
    as: 'toms-rozenbergs',
    path: '/kavejumi?puse=gaida',
    steps: async (page) => {
      await page.locator('#content table a').first().click();
    },
  },
  { name: 'school', as: 'ilze-vitolina', path: '/skola' },
  { name: 'school-cases', as: 'ilze-vitolina', path: '/skola?skats=gadijumi' },
  {
    name: 'school-way-up',
    as: 'ilze-vitolina',
    path: '/skola',
    steps: (page, words) => page.getByRole('button', { name: words.school.show }).first().click(),
  },
  {
    name: 'school-decide',
    as: 'ilze-vitolina',
    path: '/skola',
    steps: async (page, words) => {
      await page.getByText(words.school.decide, { exact: true }).first().click();
      await page.getByRole('dialog').waitFor();
    },
  },
  { name: 'new-running', as: 'anita-kalnina', path: '/jauns?cilne=parnemt' },
  {
    name: 'new-running-form',
    as: 'ilze-vitolina',
    path: '/jauns?cilne=parnemt',
    steps: async (page, words) => {
      await page.getByLabel(words.newCase.search).fill('Emīls');
      await page.locator('#content li button').first().click();
    },
  },
  { name: 'new', as: 'anita-kalnina', path: '/jauns' },
  {
    name: 'new-search',
    as: 'ilze-vitolina',
    path: '/jauns',
    steps: async (page, words) => {
      await page.getByLabel(words.newCase.search).fill('ri');
      await page.locator('#content li button').first().waitFor();
    },
  },
  {
    name: 'new-chosen',
    as: 'ilze-vitolina',
    path: '/jauns',
    steps: async (page, words) => {
      await page.getByLabel(words.newCase.search).fill('Emīls');
      await page.locator('#content li button').first().click();
    },
  },
  {
    name: 'new-learner',
    as: 'ilze-vitolina',
    path: '/jauns',
    steps: async (page, words) => {
      await page.getByLabel(words.newCase.search).fill('Zuzanna');
      await page.getByRole('button', { name: words.newCase.register }).click();
    },
  },
  { name: 'new-no-right', as: 'normunds-kalve', path: '/jauns' },
];
