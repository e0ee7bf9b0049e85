/** A case: each of its tabs, its dialogs, and how little others see of it. */
import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { developmentTokenOf } from '../../api/development-tokens.ts';
import type { Texts } from '../../web/texts/texts.ts';
import { demoId } from '../demo/demo-id.ts';
import type { Screen } from './photographer.ts';

const caseAt = (name: string, search = '') => `/lietas/${demoId(`dossier/${name}`)}${search}`;

/** Postponed, complained about, asked and answered: most of what a timeline can show. */
const rich = caseAt('reply-late-complaint');

async function openRecord(page: Page, words: Texts): Promise<void> {
  await page.getByRole('button', { name: words.casePage.record, exact: true }).click();
  await page.getByRole('option').first().waitFor();
}

async function openOtherWays(page: Page): Promise<void> {
  await page.locator('#content li button[aria-haspopup=menu]').first().click();
  await page.getByRole('menuitem').first().waitFor();
}

export const caseScreens: readonly Screen[] = [
  { name: 'case', as: 'andris-jansons', path: rich },
  { name: 'case-list', as: 'andris-jansons', path: `${rich}?gaita=saraksts` },
  { name: 'case-referrals', as: 'andris-jansons', path: `${rich}?skats=nosutijumi` },
  { name: 'case-contacts', as: 'anita-kalnina', path: caseAt('getting-better', '?skats=kontakti') },
  { name: 'case-history', as: 'andris-jansons', path: `${rich}?skats=vesture` },
  {
    name: 'case-looks',
    as: 'ilze-vitolina',
    path: caseAt('reply-stalled', '?skats=vesture'),
    steps: (page, words) => page.getByRole('button', { name: words.casePage.history.showLooks }).click(),
  },
  { name: 'case-teacher', as: 'anita-kalnina', path: caseAt('getting-better') },
  { name: 'case-concern', as: 'anita-kalnina', path: caseAt('motivation-noticed') },
  { name: 'case-closed', as: 'sanita-liepkalne', path: caseAt('closed-well') },
  { name: 'case-postponed', as: 'baiba-krumina', path: caseAt('first-talk-postponed') },
  {
    name: 'case-why',
    as: 'andris-jansons',
    path: rich,
    steps: (page) => page.locator('#content li button[aria-expanded]').first().click(),
  },
  { name: 'case-record-menu', as: 'anita-kalnina', path: caseAt('getting-better'), steps: openRecord },
  {
    name: 'case-record',
    as: 'anita-kalnina',
    path: caseAt('getting-better'),
    steps: async (page, words) => {
      await openRecord(page, words);
      await page.getByRole('option').first().click();
      await page.getByRole('dialog').waitFor();
    },
  },
  {
    name: 'case-calendar',
    as: 'anita-kalnina',
    path: caseAt('getting-better'),
    steps: async (page, words) => {
      await openRecord(page, words);
      await page.getByRole('option').first().click();
      await page.getByRole('dialog').getByLabel(words.fact.when).first().click();
      await page.locator('[data-dates-dropdown]').waitFor();
    },
  },
  { name: 'case-other-ways', as: 'anita-kalnina', path: caseAt('getting-better'), steps: openOtherWays },
  {
    name: 'case-postpone',
    as: 'anita-kalnina',
    path: caseAt('getting-better'),
    steps: async (page, words) => {
      await openOtherWays(page);
      await page.getByRole('menuitem', { name: words.casePage.duties.postpone }).click();
      await page.getByRole('dialog').waitFor();
    },
  },
  {
    name: 'case-withdraw',
    as: 'anita-kalnina',
    path: caseAt('getting-better', '?skats=vesture'),
    steps: async (page, words) => {
      await page
        .getByRole('button', { name: new RegExp(`^${words.casePage.history.withdraw}`) })
        .first()
        .click();
      await page.getByRole('dialog').waitFor();
    },
  },
  { name: 'sheet', as: 'anita-kalnina', path: caseAt('getting-better').concat('/lapa') },
  { name: 'case-limited', as: 'maija-lace', path: caseAt('handover-sent') },
  { name: 'case-deadlines', as: 'toms-rozenbergs', path: caseAt('reply-late-complaint') },
  {
    name: 'case-emergency',
    as: 'kristine-bite',
    path: caseAt('found-at-night'),
    before: takeEmergencyAccess,
  },
  { name: 'emergency-access', as: 'kristine-bite', path: '/arkartas-piekluve?numurs=2026-0010' },
  { name: 'case-no-right', as: 'valdis-birznieks', path: caseAt('relative-at-school') },
];

/** The patrol at night: what the demo's emergency was, taken anew for it to be running. The number is told by phone. */
async function takeEmergencyAccess(page: Page): Promise<void> {
  const asked = await page.request.get(`/api/v1/dossiers/${demoId('dossier/found-at-night')}`, {
    headers: { authorization: `Bearer ${developmentTokenOf(demoId('sanita-liepkalne'))}`, cookie: '' },
  });
  const { caseNumber } = (await asked.json()) as { readonly caseNumber: string };
  await page.request.post('/api/v1/emergency-access', {
    headers: {
      authorization: `Bearer ${developmentTokenOf(demoId('kristine-bite'))}`,
      cookie: '',
      'idempotency-key': randomUUID(),
    },
    data: {
      caseNumber,
      groundCode: 'childFound',
      reason: 'Atrasts viens autoostā; jānoskaidro, kam zvanīt.',
    },
  });
}
