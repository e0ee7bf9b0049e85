import { expect, it } from 'vitest';
import { failureCode } from './failure-code.ts';

it('a failure is told by class and code, never by its message (architecture 1.4)', () => {
  const database = Object.assign(new Error('Key (name)=(Jānis Bērziņš) already exists'), { code: '23505' });
  const query = new Error('Failed query: insert into x values ($1) params: Jānis Bērziņš', {
    cause: database,
  });
  query.name = 'DrizzleQueryError';
  expect(failureCode(query)).toBe('DrizzleQueryError 23505');
});

it('what does not look like a code is left out', () => {
  expect(failureCode(Object.assign(new Error('x'), { code: 'Jānis Bērziņš' }))).toBe('Error');
  expect(failureCode(Object.assign(new Error('x'), { name: 'Jānis Bērziņš' }))).toBe('Error');
  expect(failureCode('Jānis Bērziņš')).toBe('unknown');
});

it('causes that go in a circle end', () => {
  const one = new TypeError('x');
  one.cause = one;
  expect(failureCode(one)).toBe('TypeError');
});
