/** One product and one browser's path for all browser tests of a run. */
import type { TestProject } from 'vitest/node';
import { findChromium } from '../../bin/lib/find-chromium.ts';
import { startProduct } from './running-product.ts';

declare module 'vitest' {
  interface ProvidedContext {
    productUrl: string;
    mailboxUrl: string;
    chromium: string;
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const say = (line: string) => void process.stderr.write(`${line}\n`);
  const chromium = findChromium(process.env, say);
  const product = await startProduct();
  project.provide('chromium', chromium);
  project.provide('productUrl', product.url);
  project.provide('mailboxUrl', product.mailbox);
  return () => product.stop();
}
