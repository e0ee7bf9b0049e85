import { expect, it } from 'vitest';
import { nextName } from './next-name.ts';

it('a class is offered the name of the next grade', () => {
  expect(nextName('7.b')).toBe('8.b');
  expect(nextName('9')).toBe('10');
  expect(nextName('Zīļuks')).toBe('Zīļuks');
});
