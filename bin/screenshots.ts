/**
 * `npm run screenshots`: pictures of every screen in both languages and three widths, over a demo product of its own.
 *
 *   npm run screenshots -- [--only NAME]… [--language lv|en] [--width 360]… [--dark] [--print] [--into FOLDER] [--url URL]
 *
 * `--only` takes the beginning of a screen's name; `--url` uses a demo product that runs already. Pictures go to
 * `.screenshots/`, one file a screen: `NAME.LANGUAGE.WIDTH[.dark][.print].png`. Ends with how many could not be taken, or move
 * sideways.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { type DemoProduct, startProduct } from './lib/demo-product.ts';
import { describeFailure } from './lib/describe-failure.ts';
import { findChromium } from './lib/find-chromium.ts';
import { listenForStop } from './lib/stop-request.ts';
import { buildWeb, isWebBuilt } from './lib/web-build.ts';
import { type Look, openPhotographer, type Photographer, type Screen } from './screenshots/photographer.ts';
import { screens } from './screenshots/screens.ts';

const root = path.dirname(import.meta.dirname);
const stop = listenForStop(() => process.exit(1));
const say = (line: string) => void process.stderr.write(`${line}\n`);

const { values } = parseArgs({
  options: {
    only: { type: 'string', multiple: true, default: [''] },
    language: { type: 'string', multiple: true, default: ['lv', 'en'] },
    width: { type: 'string', multiple: true, default: ['360', '768', '1366'] },
    dark: { type: 'boolean', default: false },
    print: { type: 'boolean', default: false },
    into: { type: 'string', default: path.join(root, '.screenshots') },
    url: { type: 'string' },
  },
});
const { only, dark, print, into } = values;

let failed = 0;
let product: DemoProduct | undefined;
let photographer: Photographer | undefined;
try {
  if (values.url === undefined) {
    if (!isWebBuilt(root)) await buildWeb(root);
    product = await startProduct();
  }
  mkdirSync(into, { recursive: true });
  photographer = await openPhotographer(
    values.url ?? product?.url ?? '',
    findChromium(process.env, say),
    into,
  );
  for (const screen of screens.filter(({ name }) => only.some((start) => name.startsWith(start)))) {
    for (const look of looks()) {
      if (stop.signal.aborted) break;
      const { language, width } = look;
      const name = [screen.name, language, width, ...(dark ? ['dark'] : []), ...(print ? ['print'] : [])];
      try {
        await take(screen, look, path.join(into, `${name.join('.')}.png`));
      } catch (error) {
        failed += 1;
        say(`${name.join('.')}: ${error instanceof Error ? error.message : String(error)}`);
      }
    }
  }
} catch (error) {
  failed += 1;
  say(describeFailure(error));
}
await photographer?.close();
await product?.stop();
process.stdout.write(failed === 0 ? `The pictures are in ${into}\n` : `${failed} failed\n`);
process.exit(failed === 0 ? 0 : 1);

/** A page that is wider than its window, and so moves sideways, is told after its picture; paper has its own width. */
async function take(screen: Screen, look: Look, file: string): Promise<void> {
  const page = await photographer?.open(screen, look);
  if (page === undefined) return;
  try {
    writeFileSync(file, await page.screenshot({ fullPage: true }));
    const width = Number(await page.evaluate('document.documentElement.scrollWidth'));
    if (!look.print && width > look.width) throw new Error(`moves sideways: ${width} px wide`);
  } finally {
    await page.close();
  }
}

function looks(): readonly Look[] {
  return values.language.flatMap((one) =>
    values.width.map(
      (width): Look => ({
        language: one === 'en' ? 'en' : 'lv',
        width: Number(width),
        dark,
        print,
      }),
    ),
  );
}
