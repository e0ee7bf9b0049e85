import { describe, expect, it } from 'vitest';
import { languageOf } from './language.ts';

describe('languageOf', () => {
  it.each([
    [undefined, 'lv'],
    ['', 'lv'],
    ['lv', 'lv'],
    ['lv-LV,lv;q=0.9,en;q=0.8', 'lv'],
    ['en', 'en'],
    ['EN-gb', 'en'],
    ['en-US,en;q=0.9', 'en'],
    ['en;q=0.4, lv;q=0.5', 'lv'],
    ['lv;q=0.4, en;q=0.5', 'en'],
    ['en, lv', 'en'],
    ['lv, en', 'lv'],
    ['de, fr', 'lv'],
    ['de, en;q=0.1', 'en'],
    ['*', 'lv'],
    ['en;q=0.5, *;q=0.5', 'en'],
    ['lv;q=0, en;q=0.001', 'en'],
    ['lv;q=0, *', 'en'],
    ['en;q=0', 'lv'],
    ['en;q=2', 'lv'],
    ['en;q=abc, ;;;, ,', 'lv'],
    ['english', 'lv'],
  ] as const)('%j is read as %s (RFC 9110 12.5.4, Latvian by default)', (header, language) => {
    expect(languageOf(header)).toBe(language);
  });
});
