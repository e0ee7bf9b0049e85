/**
 * Every screen of `bin/screenshots`, on a product of its own: whatever other tests settled, the demo's people find here
 * what the demo gave them.
 */
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { type DemoProduct, startProduct } from '../../bin/lib/demo-product.ts';
import { type Look, openPhotographer, type Photographer } from '../../bin/screenshots/photographer.ts';
import { screens } from '../../bin/screenshots/screens.ts';
import { expectAccessible } from './visit.ts';

/** The least width that must do without moving sideways (WCAG 2.2, 1.4.10), and a school's laptop at night. */
const looks: readonly Look[] = [
  { language: 'lv', width: 320, dark: false, print: false },
  { language: 'en', width: 1366, dark: true, print: false },
];

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

it.for(screens.flatMap((screen) => looks.map((look) => ({ screen, look, ...look, name: screen.name }))))(
  'no violation of WCAG 2.2 AA, nothing moves sideways (issue 5, “Qualities”): $name, $language, $width px',
  async ({ screen, look }) => {
    const page = await photographer.open(screen, look);
    try {
      await expectAccessible(page);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(look.width);
    } finally {
      await page.close();
    }
  },
);
