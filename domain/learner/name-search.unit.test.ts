import { assert, constantFrom, property, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, lettersOf, namePartsOf, soundOf } from './name-parts.ts';
import {
  byLatvianName,
  byLatvianOrder,
  nameAndClass,
  searchNames,
  searchNamesAndClasses,
} from './name-search.ts';
import { partsToAskElsewhere, searchTermsOf } from './search-terms.ts';
import { profile } from './testing/profiles.ts';

describe('parts of names (architecture 3, “Search”)', () => {
  it('folded: no diacritics, lower case, any Unicode form', () => {
    expect(fold('  ĒRIKA   Ķēniņa-Šķēle ')).toBe('erika kenina-skele');
    expect(fold('Žaņa'.normalize('NFD'))).toBe('zana');
    expect(fold('Łukasz Øre Strauß')).toBe('lukasz ore strauss');
  });

  it('cut at blanks, hyphens and apostrophes, each part once', () => {
    expect(namePartsOf('Anna-Marija Anna O’Nīla')).toEqual(['anna', 'marija', 'o', 'nila']);
    expect(namePartsOf(' -- ')).toEqual([]);
  });

  it.each([
    ['Bērziņš', 'Bērziņa'],
    ['Kalniņš', 'kalnins'],
    ['Ozols', 'Ozola'],
    ['Briedis', 'Briede'],
    ['Lielais', 'Lielā'],
    ['Ivanovs', 'Ivanova'],
    ['Kovaļskis', 'Kovalska'],
    ['Zaķis', 'Zake'],
    ['Markus', 'Marka'],
    ['Krūmiņš', 'Krumina'],
    ['Kristīne', 'Christina'],
    ['Marija', 'Mary'],
    ['Natālija', 'Natalie'],
    ['Anna', 'Ana'],
    ['Jurijs', 'Yuri'],
    ['Jānis', 'Yanis'],
    ['Viktors', 'Wiktor'],
    ['Katrīna', 'Catrina'],
    ['Nikolajs', 'Nicolay'],
    ['Šarlote', 'Sharlota'],
  ])('%s and %s sound the same: gender, ķ/k, š/s, ie/y', (one, other) => {
    expect(soundOf(one)).toBe(soundOf(other));
  });

  it.each([
    ['Bērziņš', 'Bērze'],
    ['Ozols', 'Ozoliņš'],
    ['Anna', 'Inna'],
    ['Jānis', 'Juris'],
    ['Liepa', 'Lapa'],
    ['Zariņš', 'Kariņš'],
    ['Anna', 'Annija'],
    ['Māris', 'Marija'],
  ])('%s and %s do not', (one, other) => {
    expect(soundOf(one)).not.toBe(soundOf(other));
  });

  it('a sound is never empty, and folding first changes nothing', () => {
    assert(
      property(string({ unit: 'grapheme' }), (text) => {
        for (const part of namePartsOf(text)) {
          expect(soundOf(part)).not.toBe('');
          expect(namePartsOf(part)).toEqual([part]);
          expect(lettersOf(part).length).toBeGreaterThan(0);
        }
      }),
    );
  });

  it('hostile input takes no long: a name of 200 letters, whatever they are', () => {
    for (const letter of ['a', 's', 'ie', 'ais', '\u0301', '-']) {
      const text = letter.repeat(Math.ceil(200 / letter.length));
      for (const part of namePartsOf(text)) expect(soundOf(part).length).toBeLessThanOrEqual(part.length);
    }
  });
});

describe('search within an institution (architecture 3, “Search”)', () => {
  const named = (firstName: string, lastName: string) => ({ firstName, lastName });
  const all = [
    named('Zane', 'Zariņa'),
    named('Anna', 'Bērziņa'),
    named('Āris', 'Čakste'),
    named('Ainārs', 'Cīrulis'),
    named('Anna Marija', 'Bērza'),
    named('Andris', 'Bērziņš'),
  ];
  const lastNames = (typed: string) => searchNames(all, typed).map(({ lastName }) => lastName);

  it('finds without diacritics, by beginning, in any order, and by sound', () => {
    expect(lastNames('berzina')).toEqual(['Bērziņa', 'Bērziņš']);
    expect(lastNames('cak')).toEqual(['Čakste']);
    expect(searchNames(all, 'berzina anna')).toEqual([named('Anna', 'Bērziņa')]);
    expect(searchNames(all, 'marija berz')).toEqual([named('Anna Marija', 'Bērza')]);
  });

  it('every typed part must fit; nothing typed finds nothing', () => {
    expect(lastNames('anna čakste')).toEqual([]);
    expect(lastNames('  - ')).toEqual([]);
  });

  it('sorts in Latvian: č after c, š after s, by last name first', () => {
    const sorted = [...all].sort(byLatvianName).map(({ lastName }) => lastName);
    expect(sorted).toEqual(['Bērza', 'Bērziņa', 'Bērziņš', 'Cīrulis', 'Čakste', 'Zariņa']);
    expect(['10.a', '9.b', '9.a'].sort(byLatvianOrder)).toEqual(['9.a', '9.b', '10.a']);
  });

  it('a name finds itself', () => {
    assert(
      property(constantFrom(...all), (one) => {
        expect(searchNames(all, `${one.lastName} ${one.firstName}`)[0]).toBe(one);
      }),
    );
  });
});

describe('terms of the index (architecture 3, “Search”)', () => {
  it('each part by name, sound and first letters, and the day of birth; each once', () => {
    const terms = searchTermsOf(profile({ firstName: 'Anna', lastName: 'Anna-Šķēle' }));
    expect(terms).toEqual([
      { kind: 'name', text: 'anna' },
      { kind: 'sound', text: 'an' },
      { kind: 'letters', text: 'ann' },
      { kind: 'name', text: 'skele' },
      { kind: 'sound', text: 'skel' },
      { kind: 'letters', text: 'ske' },
      { kind: 'born', text: '2014-05-06' },
    ]);
    expect(searchTermsOf(profile({ birthDate: null })).some(({ kind }) => kind === 'born')).toBe(false);
  });

  it('elsewhere nobody is found by less than two parts of the name and the day of birth', () => {
    expect(partsToAskElsewhere('Anna Bērziņa', '2014-05-06')).toEqual(['anna', 'berzina']);
    expect(partsToAskElsewhere('Anna Bērziņa', null)).toBeNull();
    expect(partsToAskElsewhere('Bērziņa', '2014-05-06')).toBeNull();
    expect(partsToAskElsewhere('Bērziņa Bērziņš', '2014-05-06')).toBeNull();
  });
});

describe('a class among what is typed (issue 5, screen 8)', () => {
  const all = [
    { firstName: 'Toms', lastName: 'Ābelītis', className: '7.a' },
    { firstName: 'Anna', lastName: 'Zariņa', className: '7.b' },
    { firstName: 'Toms', lastName: 'Kalns', className: '10.a' },
  ];

  it.each([
    ['7.a', ['Ābelītis']],
    ['7A', ['Ābelītis']],
    ['7', ['Ābelītis', 'Zariņa']],
    ['1', []],
    ['toms', ['Ābelītis', 'Kalns']],
    ['toms 10a', ['Kalns']],
    ['zarina 7.a', []],
  ])('%s', (typed, found) => {
    expect(searchNamesAndClasses(all, typed).map(({ lastName }) => lastName)).toEqual(found);
  });

  it('is no part of the name that is asked elsewhere', () => {
    expect(nameAndClass('Anna 7.a  Zariņa')).toEqual({ name: 'Anna Zariņa', className: '7.a' });
  });
});
