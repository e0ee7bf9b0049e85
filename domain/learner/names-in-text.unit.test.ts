import { describe, expect, it } from 'vitest';
import { mentionsName } from './names-in-text.ts';

describe('R 16: each child’s record without the others’ names', () => {
  it('finds first and last names in any case', () => {
    for (const text of ['Slimo Anna un citi.', 'Runāts ar Annas māti.', 'Bērziņai gripa.', 'Anna-Marija'])
      expect(mentionsName(text, 'Anna Bērziņa'), text).toBe(true);
    expect(mentionsName('Kopā ar Jāni.', 'Jānis Kalniņš')).toBe(true);
    expect(mentionsName('Kalniņam gripa.', 'Jānis Kalniņš')).toBe(true);
  });

  it('is silent about other words, and about a name that the child has too', () => {
    expect(mentionsName('Klasē bija gripa; viela nodota e-klasē.', 'Anna Bērziņa')).toBe(false);
    expect(mentionsName('Annas māte zvanīja.', 'Anna Bērziņa', 'Anna Ozola')).toBe(false);
    expect(mentionsName('roze uz galda', 'Elza Roze')).toBe(false);
  });
});
