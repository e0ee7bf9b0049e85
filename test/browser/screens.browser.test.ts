/**
 * Every screen of `bin/screenshots`, on a product of its own: whatever other tests settled, the demo's people find here
 * what the demo gave them.
 */
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { type DemoProduct, startProduct } from '../../bin/lib/demo-product.ts';
import { heightOf, openPhotographer, type Photographer } from '../../bin/screenshots/photographer.ts';
import { screens } from '../../bin/screenshots/screens.ts';
import { expectAccessible } from './visit.ts';

const laptop = 1366;
/** The least width that must do without moving sideways (WCAG 2.2, 1.4.10). */
const narrowest = 320;

let product: DemoProduct;
let photographer: Photographer;

beforeAll(async () => {
  product = await startProduct();
  photographer = await openPhotographer(product.url, inject('chromium'), inject('runFolder'));
});

afterAll(async () => {
  await photographer.close();
  await product.stop();
});

it.for(screens)(
  'no violation of WCAG 2.2 AA by day on a laptop and in the dark on a phone, nothing moves sideways (issue 5, “Qualities”): $name',
  async (screen) => {
    const page = await photographer.open(screen, {
      language: 'lv',
      width: laptop,
      dark: false,
      print: false,
    });
    try {
      await expectAccessible(page);
      await page.emulateMedia({ colorScheme: 'dark' });
      await page.setViewportSize({ width: narrowest, height: heightOf(narrowest) });
      await expectAccessible(page);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(narrowest);
    } finally {
      await page.close();
    }
  },
);
