import { expect, it } from 'vitest';
import { withoutTwins } from './openapi-compact.ts';

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });

it('drops twins that say the same, keeps those that differ and those that refer to such a one', () => {
  const document = {
    paths: { same: ref('SameInput'), differs: ref('DiffersInput'), refers: ref('RefersInput') },
    components: {
      schemas: {
        Same: { type: 'string' },
        SameInput: { type: 'string' },
        Differs: { type: 'object', properties: { a: ref('Same') }, required: ['a'] },
        DiffersInput: { type: 'object', properties: { a: ref('SameInput') } },
        Refers: { type: 'array', items: ref('Differs') },
        RefersInput: { type: 'array', items: ref('DiffersInput') },
        Circle: { anyOf: [ref('Circle'), ref('Same')] },
        CircleInput: { anyOf: [ref('CircleInput'), ref('SameInput')] },
        OnlyInput: { type: 'integer' },
      },
    },
  };
  expect(withoutTwins(document)).toEqual({
    paths: { same: ref('Same'), differs: ref('DiffersInput'), refers: ref('RefersInput') },
    components: {
      schemas: {
        Same: { type: 'string' },
        Differs: { type: 'object', properties: { a: ref('Same') }, required: ['a'] },
        DiffersInput: { type: 'object', properties: { a: ref('Same') } },
        Refers: { type: 'array', items: ref('Differs') },
        RefersInput: { type: 'array', items: ref('DiffersInput') },
        Circle: { anyOf: [ref('Circle'), ref('Same')] },
        OnlyInput: { type: 'integer' },
      },
    },
  });
});
