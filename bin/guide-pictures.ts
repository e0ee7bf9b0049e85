/**
 * `npm run guide-pictures`: takes the pictures of the user guide anew, over a demo product of its own.
 *
 *   npm run guide-pictures -- [--only NAME]… [--url URL]
 *
 * `--only` takes the beginning of a picture's name; `--url` uses a demo product that runs already.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { Page } from 'playwright-core';
import { type DemoProduct, startProduct } from './lib/demo-product.ts';
import { findChromium } from './lib/find-chromium.ts';
import { buildWeb, isWebBuilt } from './lib/web-build.ts';
import { guidePictures } from './screenshots/guide-pictures.ts';
import { openPhotographer } from './screenshots/photographer.ts';
import { screens } from './screenshots/screens.ts';

const root = path.dirname(import.meta.dirname);
const folder = path.join(root, 'docs', 'lietotaja-rokasgramata');
const { values } = parseArgs({
  options: { only: { type: 'string', multiple: true, default: [''] }, url: { type: 'string' } },
});

/** Small enough to be kept with the texts, and still sharp. */
const quality = 0.75;

let product: DemoProduct | undefined;
if (values.url === undefined) {
  if (!isWebBuilt(root)) await buildWeb(root);
  product = await startProduct();
}
const kept = mkdtempSync(path.join(os.tmpdir(), 'terminsargs-guide-'));
try {
  const say = (line: string) => void process.stderr.write(`${line}\n`);
  const photographer = await openPhotographer(
    values.url ?? product?.url ?? '',
    findChromium(process.env, say),
    kept,
  );
  for (const [name, { screen: of, width }] of Object.entries(guidePictures)) {
    if (!values.only.some((start) => name.startsWith(start))) continue;
    const screen = screens.find((one) => one.name === of);
    if (screen === undefined) throw new Error(`There is no screen “${of}”`);
    const page = await photographer.open(screen, { language: 'lv', width, dark: false, print: false });
    writeFileSync(path.join(folder, `${name}.webp`), await asWebp(page, await page.screenshot()));
    await page.close();
  }
  await photographer.close();
} finally {
  await product?.stop();
  rmSync(kept, { recursive: true, force: true });
}

/** The browser that took the picture makes it small as well. */
async function asWebp(page: Page, png: Buffer): Promise<Buffer> {
  const small = await page.evaluate<string>(`(async () => {
    const bytes = Uint8Array.from(atob('${png.toString('base64')}'), (one) => one.charCodeAt(0));
    const picture = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const canvas = new OffscreenCanvas(picture.width, picture.height);
    canvas.getContext('2d').drawImage(picture, 0, 0);
    const blob = await canvas.convertToBlob({ type: 'image/webp', quality: ${quality} });
    let text = '';
    for (const one of new Uint8Array(await blob.arrayBuffer())) text += String.fromCharCode(one);
    return btoa(text);
  })()`);
  return Buffer.from(small, 'base64');
}
