/** The texts of both languages: the same ones, all of them used, none missing, each number with its forms. */
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { createInstance } from 'i18next';
import { describe, expect, it } from 'vitest';
import { en } from './en.ts';
import { lv } from './lv.ts';

type Tree = { readonly [key: string]: string | Tree };

function flat(tree: Tree, prefix = ''): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(tree).flatMap(([key, value]): [string, string][] =>
      typeof value === 'string' ? [[prefix + key, value]] : [...flat(value, `${prefix}${key}.`)],
    ),
  );
}

const latvian = flat(lv);
const english = flat(en);

/** A key as the pages write it: the form of number is chosen by i18next. */
const asked = (key: string) => key.replace(/_(zero|one|other)$/, '');
const byText = (a: string, b: string) => (a < b ? -1 : Number(a > b));
const placeholders = (text: string) =>
  [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name = '']) => name).toSorted(byText);

const root = path.dirname(import.meta.dirname);
const sources = globSync('**/*.{ts,tsx}', { cwd: root, exclude: ['dist/**', 'texts/**', '**/*.test.ts'] })
  .map((file) => readFileSync(path.join(root, file), 'utf8'))
  .join('\n');

/** Every text in quotes that may be a key, and patterns of those with a part put in. */
const quoted = new Set([...sources.matchAll(/'([a-zA-Z][\w-]*(?:\.[\w-]+)+)'/g)].map(([, key]) => key));
const patterns = [...sources.matchAll(/`([a-zA-Z][\w-]*\.(?:[\w.-]|\$\{[^`}]*\})+)`/g)].map(
  ([, text = '']) =>
    new RegExp(`^${text.replaceAll('.', String.raw`\.`).replaceAll(/\$\{[^}]*\}/g, '[^.]+')}$`),
);
/** Several texts that a page takes at once. */
const groups = [...sources.matchAll(/\bt\('([^']+)', \{ returnObjects: true \}\)/g)].map(
  ([, key = '']) => key,
);

const plural = async (language: 'lv' | 'en', count: number) => {
  const i18n = createInstance();
  await i18n.init({
    lng: language,
    fallbackLng: false,
    resources: { lv: { t: lv }, en: { t: en } },
    defaultNS: 't',
  });
  return i18n.t('duty.ball.both', { count, owing: 0, waiting: 0 }).split(':')[0];
};

describe('texts (issue 5, “Latvian and English”)', () => {
  it('both languages say the same things, with the same parts put in', () => {
    const withoutZero = [...latvian.keys()].filter((key) => !key.endsWith('_zero'));
    expect([...english.keys()].toSorted(byText)).toEqual(withoutZero.toSorted(byText));
    const differ = withoutZero.filter(
      (key) => String(placeholders(latvian.get(key) ?? '')) !== String(placeholders(english.get(key) ?? '')),
    );
    expect(differ).toEqual([]);
  });

  it('every text is used by a page', () => {
    const unused = [...latvian.keys()].filter(
      (key) =>
        !quoted.has(asked(key)) &&
        !patterns.some((pattern) => pattern.test(asked(key))) &&
        !groups.some((group) => key.startsWith(`${group}.`)),
    );
    expect(unused).toEqual([]);
  });

  it('every text that a page names is there', () => {
    const there = new Set([...[...latvian.keys()].map(asked), ...groups]);
    const named = [...sources.matchAll(/\bt\(\s*'([^']+)'/g)].map(([, key = '']) => key);
    expect(named.length).toBeGreaterThan(100);
    expect(named.filter((key) => !there.has(key))).toEqual([]);
  });

  it('a number has all its forms', () => {
    const missing = [...latvian.keys()]
      .filter((key) => key.endsWith('_other'))
      .map(asked)
      .flatMap((key) => [`${key}_zero`, `${key}_one`].filter((form) => !latvian.has(form)));
    expect(missing).toEqual([]);
  });

  it.each([
    [0, '0 dienu', '0 days'],
    [1, '1 diena', '1 day'],
    [2, '2 dienas', '2 days'],
    [10, '10 dienu', '10 days'],
    [11, '11 dienu', '11 days'],
    [21, '21 diena', '21 days'],
    [22, '22 dienas', '22 days'],
    [111, '111 dienu', '111 days'],
  ])('%i: “%s”, “%s” (design, principle 8)', async (count, inLatvian, inEnglish) => {
    expect(await plural('lv', count)).toBe(inLatvian);
    expect(await plural('en', count)).toBe(inEnglish);
  });
});
