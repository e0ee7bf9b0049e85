/** The API on a real port. */

import { connect } from 'node:net';
import { expect, it } from 'vitest';
import { problem } from '../contracts/problem.ts';
import { serve } from './serve.ts';
import { fakeApi } from './testing/fake-api.ts';

function signal() {
  let give = () => {};
  const given = new Promise<void>((resolve) => {
    give = resolve;
  });
  return { given, give };
}

/** A route that answers when it is told to, and the moment at which it was reached. */
function slowApi() {
  const { app } = fakeApi();
  const reached = signal();
  const go = signal();
  app.get('/slow', { config: { guard: 'public', act: 'public' } }, async () => {
    reached.give();
    await go.given;
    return { done: true };
  });
  return { app, reached: reached.given, go: go.give };
}

/** Sends raw text and gives all that comes back until the connection ends. */
function raw(address: string, text: string): Promise<string> {
  const { hostname, port } = new URL(address);
  return new Promise((resolve, reject) => {
    let received = '';
    const socket = connect(Number(port), hostname, () => socket.write(text));
    socket.setEncoding('utf8');
    socket.on('data', (chunk: string) => {
      received += chunk;
    });
    socket.on('close', () => resolve(received));
    socket.on('error', reject);
  });
}

it('stopping lets a request end that has begun', async () => {
  const { app, reached, go } = slowApi();
  const served = await serve(app, '127.0.0.1', 0);
  const answer = fetch(`${served.address}/slow`);
  await reached;
  const stopped = served.stop();
  go();
  expect(await (await answer).json()).toEqual({ done: true });
  await stopped;
  await expect(fetch(`${served.address}/api/v1/health`)).rejects.toThrow();
});

it('stopping breaks off what does not end in time', async () => {
  const { app, reached, go } = slowApi();
  const served = await serve(app, '127.0.0.1', 0);
  const answer = fetch(`${served.address}/slow`).then(
    () => 'answered',
    () => 'broken off',
  );
  await reached;
  await served.stop(50);
  expect(await answer).toBe('broken off');
  go();
});

it.each([
  [
    'a length that is no number',
    'POST /api/v1/what-if HTTP/1.1\r\nHost: x\r\nContent-Length: nonsense\r\n\r\n',
    400,
  ],
  ['two lengths', 'GET / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n', 400],
  [
    'a length and chunks (request smuggling)',
    'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n',
    400,
  ],
  ['no host', 'GET /api/v1/health HTTP/1.1\r\n\r\n', 400],
  ['headers without end', `GET / HTTP/1.1\r\nHost: x\r\nX: ${'a'.repeat(20_000)}\r\n\r\n`, 431],
])('%s is refused, and the connection closed', async (what, text, status) => {
  const { app } = fakeApi();
  const served = await serve(app, '127.0.0.1', 0);
  try {
    const [head = '', body = ''] = (await raw(served.address, text)).split('\r\n\r\n');
    expect(head).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
    if (what !== 'no host') expect(problem.parse(JSON.parse(body)).status).toBe(status);
  } finally {
    await served.stop();
  }
});
