/** A person at a browser of their own: signs in as somebody of the demo, and tells what the page got wrong. */
import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { expect, inject } from 'vitest';
import { demoPassword } from '../../bin/demo/demo-accounts.ts';

export type Visitor = {
  readonly page: Page;
  /** What the console and the policy complained about. */
  readonly complaints: readonly string[];
  readonly leave: () => Promise<void>;
};

export const laptop = { viewport: { width: 1366, height: 768 } } as const;
export const phone = { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true } as const;

/** Milliseconds after which something that should be on the page is missed. */
const patienceMs = 20_000;

let browser: Promise<Browser> | undefined;

/** Opens the product; nobody is signed in. */
export async function visit(options: BrowserContextOptions = laptop): Promise<Visitor> {
  browser ??= chromium.launch({ executablePath: inject('chromium'), args: ['--no-sandbox'] });
  const context = await (await browser).newContext({
    baseURL: inject('productUrl'),
    locale: 'lv-LV',
    timezoneId: 'Europe/Riga',
    reducedMotion: 'reduce',
    ...options,
  });
  context.setDefaultTimeout(patienceMs);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => void complaints.push(`error: ${error.message}`));
  page.on('console', (message) => {
    // An answer that refuses is told on the page; the console repeats it.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
      complaints.push(message.text());
  });
  await page.goto('/');
  return { page, complaints, leave: () => context.close() };
}

/** Opens the product as somebody of the demo municipality. */
export async function visitAs(mail: string, options: BrowserContextOptions = laptop): Promise<Visitor> {
  const visitor = await visit(options);
  const { page } = visitor;
  await page.getByLabel('Darba e-pasts').fill(mail);
  await page.getByLabel('Parole', { exact: true }).fill(demoPassword);
  await page.getByRole('button', { name: 'Ieiet', exact: true }).click();
  await page.getByRole('navigation').first().waitFor();
  return visitor;
}

/** Closes the browser; after all tests of a file. */
export async function closeBrowser(): Promise<void> {
  await (await browser)?.close();
  browser = undefined;
}

/** No violation of WCAG 2.2 AA that axe can see (issue 5, “Qualities”). */
export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze();
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
  expect(found).toEqual([]);
}
