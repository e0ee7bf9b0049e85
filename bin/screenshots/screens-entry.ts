/** Ways in: sign-in, second factor, invitation, reset, choosing an institution; own settings; a municipality for training. */
import type { Page } from 'playwright-core';
import type { Texts } from '../../web/texts/texts.ts';
import { demoPassword } from '../demo/demo-accounts.ts';
import type { Screen } from './photographer.ts';

const signIn = (mail: string) => async (page: Page, words: Texts) => {
  await page.getByLabel(words.signIn.mail).fill(mail);
  await page.getByLabel(words.signIn.password, { exact: true }).fill(demoPassword);
  await page.getByRole('button', { name: words.signIn.submit, exact: true }).click();
  await page.getByRole('heading', { name: words.signIn.factor.title }).waitFor();
};

export const entryScreens: readonly Screen[] = [
  { name: 'sign-in', as: null, path: '/' },
  {
    name: 'sign-in-refused',
    as: null,
    path: '/',
    steps: async (page, words) => {
      await page.getByLabel(words.signIn.mail).fill('anita.kalnina@ozolkalna-vidusskola.example');
      await page.getByLabel(words.signIn.password, { exact: true }).fill('nav pareizi');
      await page.getByRole('button', { name: words.signIn.submit, exact: true }).click();
      await page.getByRole('alert').waitFor();
    },
  },
  {
    name: 'reset-ask',
    as: null,
    path: '/',
    steps: (page, words) => page.getByRole('button', { name: words.signIn.forgotten }).click(),
  },
  { name: 'reset', as: null, path: '/sign-in/reset#abc' },
  {
    name: 'invitation',
    as: null,
    path: '/sign-in/invitation#abc',
    before: (page) =>
      page.route('**/api/v1/sign-in/invitation', (route) =>
        route.fulfill({ json: { name: 'Zaiga Paraudziņa', mail: 'zaiga.paraudzina@ozolkalns.example' } }),
      ),
  },
  { name: 'invitation-used', as: null, path: '/sign-in/invitation#abc' },
  { name: 'second-factor', as: null, path: '/', steps: signIn('dace.abele@ozolkalns.example') },
  { name: 'choose-institution', as: 'gunta-eglite', path: '/' },
  { name: 'settings', as: 'anita-kalnina', path: '/iestatijumi' },
  {
    name: 'settings-passkeys',
    as: 'toms-rozenbergs',
    path: '/iestatijumi',
    before: (page) =>
      page.route('**/api/v1/account/passkeys', (route) =>
        route.fulfill({
          json: {
            passkeys: [
              {
                id: '0197a5a0-0000-7000-8000-000000000001',
                name: 'Skolas dators',
                createdAt: '2026-09-02T07:15:00.000Z',
                lastUsedAt: '2026-11-20T06:40:00.000Z',
              },
              {
                id: '0197a5a0-0000-7000-8000-000000000002',
                name: 'Mans tālrunis',
                createdAt: '2026-10-14T12:05:00.000Z',
                lastUsedAt: null,
              },
            ],
          },
        }),
      ),
  },
  {
    name: 'account-menu',
    as: 'anita-kalnina',
    path: '/',
    steps: (page, words) => page.getByRole('button', { name: words.shell.account }).click(),
  },
  { name: 'training-municipality', as: 'macibu-direktore', path: '/' },
];
