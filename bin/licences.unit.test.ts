import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';

/** May stand beside EUPL-1.2: permissive ones, and weak copyleft whose files we do not change. */
const compatible = new Set([
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC-BY-4.0',
  'ISC',
  'MIT',
  'MIT-0',
  'MPL-2.0',
  'PSF-2.0',
  'Public Domain',
  'Unlicense',
  // Facts about holidays, for a test only.
  'CC-BY-3.0',
]);

/** Say it in a file of their own only. */
const readByHand: Readonly<Record<string, string>> = { unionfs: 'Unlicense' };

const root = path.dirname(import.meta.dirname);

type Manifest = {
  readonly name: string;
  readonly license?: string | { readonly type: string };
  /** The older way of saying it. */
  readonly licenses?: readonly { readonly type: string }[];
};

it('every package that is installed may stand beside EUPL-1.2 (issue 3, section 1)', () => {
  const manifests = globSync(['node_modules/*/package.json', 'node_modules/@*/*/package.json'], {
    cwd: root,
  }).map((file) => JSON.parse(readFileSync(path.join(root, file), 'utf8')) as Manifest);
  expect(manifests.length).toBeGreaterThan(100);
  const doubtful = manifests.flatMap(({ name, license, licenses }) => {
    const said =
      typeof license === 'object'
        ? license.type
        : (license ?? licenses?.[0]?.type ?? readByHand[name] ?? 'none');
    return isCompatible(said) ? [] : [`${name}: ${said}`];
  });
  expect(doubtful).toEqual([]);
});

/** `A OR B` needs one of them, `A AND B` both. */
function isCompatible(expression: string): boolean {
  return expression
    .replace(/[()]/g, '')
    .split(' OR ')
    .some((choice) => choice.split(' AND ').every((one) => compatible.has(one.trim())));
}
