/** One product and one browser's path for all browser tests of a run. */
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { startProduct } from '../../bin/lib/demo-product.ts';
import { findChromium } from '../../bin/lib/find-chromium.ts';

declare module 'vitest' {
  interface ProvidedContext {
    productUrl: string;
    mailboxUrl: string;
    chromium: string;
    /** For what files of a run have to tell each other; deleted at its end. */
    runFolder: string;
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const say = (line: string) => void process.stderr.write(`${line}\n`);
  const chromium = findChromium(process.env, say);
  const product = await startProduct();
  const runFolder = mkdtempSync(path.join(os.tmpdir(), 'terminsargs-run-'));
  project.provide('runFolder', runFolder);
  project.provide('chromium', chromium);
  project.provide('productUrl', product.url);
  project.provide('mailboxUrl', product.mailbox);
  return async () => {
    await product.stop();
    rmSync(runFolder, { recursive: true, force: true });
  };
}
