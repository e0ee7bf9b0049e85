import { expect, it } from 'vitest';
import { explainConnectionFailure } from './connection-failure.ts';
import { describeFailure } from './describe-failure.ts';

const failure = (code: unknown, more: object = {}) =>
  Object.assign(new Error('as thrown'), { code, ...more });

it.each([
  [
    failure('ECONNREFUSED', { address: '127.0.0.1', port: 5432 }),
    'Nothing answers at 127.0.0.1:5432 (ECONNREFUSED).',
  ],
  [
    failure('CONNECT_TIMEOUT', { address: ['db.example'], port: [5432] }),
    'Nothing answers at db.example:5432 (CONNECT_TIMEOUT).',
  ],
  [
    failure('CONNECTION_CLOSED', { address: ['127.0.0.1'], port: [5432] }),
    'The connection to 127.0.0.1:5432 was lost (CONNECTION_CLOSED).',
  ],
  [failure('57P01'), 'The connection to the server was lost (57P01).'],
  [failure('28P01'), 'PostgreSQL refuses the user or the password (28P01).'],
  [failure(14), 'Temporal does not answer (gRPC 14).'],
])('a connection that fails is told in one line with what to do, without a stack: %s', (error, line) => {
  const [first, second, ...rest] = describeFailure(error).split('\n');
  expect([first, rest]).toEqual([line, []]);
  expect(second).toMatch(/^ {2}What to do: ./);
});

it('the cause is looked for behind what was thrown', () => {
  const wrapped = new Error('Failed query', { cause: failure('ECONNREFUSED') });
  expect(describeFailure(wrapped)).toContain('Nothing answers at the server');
});

it('any other error is a bug and keeps its stack', () => {
  expect(explainConnectionFailure(failure('23505'))).toBeUndefined();
  expect(describeFailure(failure('23505'))).toContain('connection-failure.unit.test.ts');
});
