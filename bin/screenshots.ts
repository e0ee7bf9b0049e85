/**
 * `npm run screenshots`: pictures of every screen in both languages and three widths, over a demo product of its own.
 *
 *   npm run screenshots -- [--only NAME]… [--language lv|en] [--width 360]… [--dark] [--print] [--into FOLDER] [--url URL]
 *
 * `--only` takes the beginning of a screen's name; `--url` uses a demo product that runs already. Pictures go to
 * `.screenshots/`, one file a screen: `NAME.LANGUAGE.WIDTH[.dark][.print].png`. Ends with how many could not be taken.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { type DemoProduct, startProduct } from './lib/demo-product.ts';
import { describeFailure } from './lib/describe-failure.ts';
import { findChromium } from './lib/find-chromium.ts';
import { listenForStop } from './lib/stop-request.ts';
import { buildWeb, isWebBuilt } from './lib/web-build.ts';
import { type Look, openPhotographer } from './screenshots/photographer.ts';
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
try {
  if (values.url === undefined) {
    if (!isWebBuilt(root)) await buildWeb(root);
    product = await startProduct();
  }
  mkdirSync(into, { recursive: true });
  const photographer = await openPhotographer(
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
        writeFileSync(path.join(into, `${name.join('.')}.png`), await photographer.take(screen, look));
      } catch (error) {
        failed += 1;
        say(`${name.join('.')}: ${error instanceof Error ? error.message : String(error)}`);
      }
    }
  }
  await photographer.close();
} catch (error) {
  failed += 1;
  say(describeFailure(error));
}
await product?.stop();
process.stdout.write(failed === 0 ? `The pictures are in ${into}\n` : `${failed} failed\n`);
process.exit(failed === 0 ? 0 : 1);

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
