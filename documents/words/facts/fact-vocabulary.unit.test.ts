import { describe, expect, expectTypeOf, it } from 'vitest';
import type { Bilingual } from '../../../domain/calendar/bilingual.ts';
import { isEventType, shapeOf } from '../../../domain/dossier/event.ts';
import { code, id, label, maybe, shape } from '../../../domain/dossier/event-field.ts';
import { labelForm } from '../../../domain/dossier/field-form.ts';
import { eventVocabulary } from '../../../domain/dossier/vocabulary/index.ts';
import { both } from './both.ts';
import { factVocabulary } from './fact-vocabulary.ts';
import type { WordsOf } from './fact-words.ts';
import { ordinaryTypes } from './ordinary.ts';

const groups = factVocabulary.groups;
const types = groups.flatMap((group) => group.types);
const fields = types.flatMap(({ type, fields }) => fields.map((field) => ({ type, ...field })));

/** Every text with the place it stands at. */
const texts: readonly (readonly [string, Bilingual])[] = [
  ...groups.map(({ id, title }) => [id, title] as const),
  ...types.flatMap(({ type, title, act }) => [[type, title] as const, [`${type} act`, act] as const]),
  ...fields.flatMap(({ type, name, label, codes = [], suggestions = [] }) => [
    [`${type}.${name}`, label] as const,
    ...[...codes, ...suggestions].map((one) => [`${type}.${name}=${one.code}`, one.label] as const),
  ]),
];

describe('the vocabulary with its words', () => {
  it('tells every type, field and code of the vocabulary, once and in full', () => {
    expect(types.map(({ type }) => type).toSorted()).toEqual(Object.keys(eventVocabulary).toSorted());
    for (const { type, fields, dated } of types) {
      const known = shapeOf(type);
      expect([type, dated]).toEqual([type, known.dated]);
      expect(fields.map(({ name, kind, optional }) => [name, kind, optional])).toEqual(
        Object.entries(known.fields).map(([name, field]) => [name, field.kind, field.optional === true]),
      );
      for (const { name, codes } of fields) {
        const field = known.fields[name];
        expect(codes?.map(({ code }) => code)).toEqual(
          field !== undefined && 'codes' in field ? [...field.codes] : undefined,
        );
      }
    }
  });

  it('words that are missing or for nothing do not compile', () => {
    const part = { a: shape({ kindCode: code('x', 'y'), someId: maybe(id), regNo: maybe(label) }) } as const;
    type Words = WordsOf<typeof part>['a']['fields'];
    type Said<K, S, R> = { kindCode: { codes: K }; someId: S; regNo: R };
    const word = both('Vārds', 'Word');
    type All = Said<
      { x: Bilingual; y: Bilingual },
      { label: Bilingual; whose: 'plain' },
      { label: Bilingual }
    >;
    expectTypeOf<All>().toExtend<Words>();
    expectTypeOf<Said<{ x: Bilingual }, All['someId'], All['regNo']>>().not.toExtend<Words>();
    expectTypeOf<Said<All['kindCode']['codes'], { label: Bilingual }, All['regNo']>>().not.toExtend<Words>();
    expectTypeOf<Omit<All, 'regNo'>>().not.toExtend<Words>();
    expectTypeOf<{ readonly b: All }>().not.toExtend<WordsOf<typeof part>>();
    const fields: Words = {
      kindCode: { codes: { x: word, y: word } },
      someId: { label: word, whose: 'plain' },
      regNo: { label: word },
      // @ts-expect-error -- the vocabulary has no such field
      noSuchField: { label: word },
    };
    expect(fields.regNo.label).toBe(word);
  });

  it('puts the ordinary types first, in the order of their use', () => {
    expect(factVocabulary.ordinary).toEqual(ordinaryTypes);
    expect(new Set(ordinaryTypes).size).toBe(ordinaryTypes.length);
    expect(types.filter(({ ordinary }) => ordinary)).toHaveLength(ordinaryTypes.length);
    for (const { types } of groups) {
      const ordinary = types.filter((one) => one.ordinary).map(({ type }) => type);
      expect(types.slice(0, ordinary.length).map(({ type }) => type)).toEqual(ordinary);
      expect(ordinary).toEqual(ordinaryTypes.filter((type) => ordinary.includes(type)));
    }
  });

  it('what only the product records is not offered to people', () => {
    expect(types.filter(({ byHand }) => !byHand).map(({ type }) => type)).toEqual([
      'duty.escalated',
      'calendar.changed',
      'mail.refused',
      'access.takenInEmergency',
    ]);
    for (const { type, ordinary, byHand } of types)
      expect([type, ordinary && !byHand]).toEqual([type, false]);
  });

  it('every id says what it names, and only ids do', () => {
    for (const { type, name, kind, whose } of fields) {
      expect([type, name, whose !== undefined]).toEqual([type, name, kind === 'id' || kind === 'ids']);
    }
  });

  it('an id comes from a field of ids, of a fact that makes it', () => {
    for (const { from = [] } of fields) {
      for (const origin of from) {
        if (origin.field === undefined) continue;
        const made = fields.find(({ type, name }) => type === origin.type && name === origin.field);
        expect([origin, made?.whose]).toEqual([origin, 'new']);
      }
    }
  });

  it('an id made by another fact says by which one', () => {
    const without = fields.filter(
      ({ whose, from }) =>
        whose !== undefined && ['referral', 'plan', 'meeting', 'event'].includes(whose) && from === undefined,
    );
    // Whatever was recorded may be withdrawn.
    expect(without.map(({ type, name }) => `${type}.${name}`)).toEqual(['fact.withdrawn.eventId']);
  });

  it('a suggestion is a code that may be stored', () => {
    for (const { type, name, suggestions = [] } of fields) {
      for (const { code } of suggestions)
        expect([type, name, code]).toEqual([type, name, expect.stringMatching(labelForm)]);
      expect(new Set(suggestions.map(({ code }) => code)).size).toBe(suggestions.length);
    }
  });

  it('the codes of one list have different words', () => {
    for (const { type, name, codes = [], suggestions = [] } of fields) {
      for (const list of [codes, suggestions]) {
        for (const language of ['lv', 'en'] as const) {
          const said = list.map(({ label }) => label[language]);
          expect([type, name, said.filter((one, index) => said.indexOf(one) < index)]).toEqual([
            type,
            name,
            [],
          ]);
        }
      }
    }
  });

  it('no two types are called the same', () => {
    for (const language of ['lv', 'en'] as const) {
      for (const part of ['title', 'act'] as const) {
        const said = types.map((one) => one[part][language]);
        expect(said.filter((one, index) => said.indexOf(one) < index)).toEqual([]);
      }
    }
  });

  it('texts are facts: no exclamation marks, no straight quotes, no stray spaces (rules of conduct 10)', () => {
    for (const [place, { lv, en }] of texts) {
      for (const said of [lv, en]) {
        expect([place, said]).toEqual([place, expect.stringMatching(/^(?=\S)[^!"']*(?<=[^\s.])$/u)]);
      }
    }
  });

  it('titles and acts are short enough for a line and a button', () => {
    for (const { type, title, act } of types) {
      for (const said of [title.lv, title.en]) expect([type, said.length <= 80]).toEqual([type, true]);
      for (const said of [act.lv, act.en]) expect([type, act, said.length <= 60]).toEqual([type, act, true]);
    }
  });

  it('nothing sounds as if the product itself reported danger (rules of conduct 2)', () => {
    for (const type of ['danger.reported', 'police.informed', 'institution.informed'] as const) {
      expect(types.find((one) => one.type === type)?.act.lv).toMatch(/^Pierakstīt/);
    }
  });

  it('is closed: only types of the vocabulary', () => {
    for (const type of ordinaryTypes) expect([type, isEventType(type)]).toEqual([type, true]);
  });
});
