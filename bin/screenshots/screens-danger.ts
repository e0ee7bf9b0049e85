/** Danger to a child: each screen of the way from 110 to what is told. */
import type { Page } from 'playwright-core';
import type { Texts } from '../../web/texts/texts.ts';
import { demoId } from '../demo/demo-id.ts';
import type { Screen } from './photographer.ts';

async function toQuestions(page: Page, words: Texts): Promise<void> {
  await page.getByRole('button', { name: words.danger.toQuestions }).click();
}

async function toReplies(page: Page, words: Texts): Promise<void> {
  await toQuestions(page, words);
  await page.getByRole('button', { name: words.danger.sight.emotionalViolenceSingle }).click();
}

async function toResult(page: Page, words: Texts): Promise<void> {
  await toReplies(page, words);
  const { yes, no } = words.danger.reply;
  for (const reply of [no, no, yes, no, no])
    await page.getByRole('button', { name: reply, exact: true }).click();
}

async function toRecord(page: Page, words: Texts): Promise<void> {
  await toResult(page, words);
  await page.getByRole('button', { name: words.danger.record.open, exact: true }).click();
}

const told = `/briesmas?lieta=${demoId('dossier/afraid-to-go-home')}`;

export const dangerScreens: readonly Screen[] = [
  { name: 'danger', as: null, path: '/briesmas' },
  { name: 'danger-sight', as: null, path: '/briesmas', steps: toQuestions },
  { name: 'danger-reply', as: null, path: '/briesmas', steps: toReplies },
  { name: 'danger-result', as: null, path: '/briesmas', steps: toResult },
  { name: 'danger-record', as: 'sanita-liepkalne', path: '/briesmas', steps: toRecord },
  {
    name: 'danger-record-new-child',
    as: 'sanita-liepkalne',
    path: '/briesmas',
    steps: async (page, words) => {
      await toRecord(page, words);
      await page.getByLabel(words.danger.record.new).check();
    },
  },
  { name: 'danger-record-signed-out', as: null, path: '/briesmas', steps: toRecord },
  { name: 'danger-untold', as: 'sanita-liepkalne', path: told },
  {
    name: 'danger-tell',
    as: 'sanita-liepkalne',
    path: told,
    steps: (page, words) => page.getByRole('button', { name: words.danger.told.enter }).first().click(),
  },
  {
    name: 'danger-told',
    as: 'baiba-krumina',
    path: `/briesmas?lieta=${demoId('dossier/reported-at-once')}`,
  },
];
