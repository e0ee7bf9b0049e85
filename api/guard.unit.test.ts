/** Who gets in, what every answer carries, and what the log keeps. */
import type { FastifyContextConfig } from 'fastify';
import { describe, expect, it } from 'vitest';
import { fakeApi, openCase } from './testing/fake-api.ts';
import { teacherToken } from './testing/fake-application.ts';

const signedInRoutes = [
  ['GET', '/api/v1/dossiers'],
  ['POST', '/api/v1/dossiers'],
  ['GET', '/api/v1/dossiers/id-1'],
  ['GET', '/api/v1/dossiers/id-1/facts'],
  ['POST', '/api/v1/dossiers/id-1/facts'],
  ['GET', '/api/v1/duties'],
  ['GET', '/api/v1/duties/overdue'],
  ['POST', '/api/v1/what-if'],
  ['GET', '/api/v1/procedures'],
  ['GET', '/api/v1/procedures/national-2025'],
  ['GET', '/api/v1/calendar'],
  ['GET', '/api/v1/directory'],
  ['HEAD', '/api/v1/dossiers'],
] as const;

describe('guards', () => {
  it('a route that names none is not registered', () => {
    const { app } = fakeApi();
    expect(() => app.get('/open', () => 'x')).toThrow(/has no guard/);
    expect(() => app.get('/open', { config: {} }, () => 'x')).toThrow(/has no guard/);
  });

  it('a route that names no act, or one that its guard is not for, is not registered (issue 4, section 5)', () => {
    const { app } = fakeApi();
    const add = (config: FastifyContextConfig) => () => app.get('/open', { config }, () => 'x');
    expect(add({ guard: 'signedIn' })).toThrow(/has no act/);
    expect(add({ guard: 'signedIn', act: [] })).toThrow(/has no act/);
    expect(add({ guard: 'public', act: 'readCase' })).toThrow(/not for readCase/);
    expect(add({ guard: 'person', act: 'managePeople' })).toThrow(/not for managePeople/);
    expect(add({ guard: 'signedIn', act: ['seeDuties', 'public'] })).toThrow(/not for/);
  });

  it.each(signedInRoutes)('%s %s asks for a token, before it looks at anything else', async (method, url) => {
    const { app } = fakeApi();
    const answer = await app.inject({ method, url });
    expect(answer.statusCode).toBe(401);
    expect(answer.headers['www-authenticate']).toBe('Bearer');
  });

  it.each(signedInRoutes)('%s %s takes no development token outside of demo mode', async (method, url) => {
    const { send } = fakeApi({ demo: false, tokens: () => Promise.reject(new Error('asked')) });
    expect((await send({ method, url })).statusCode).toBe(401);
  });

  it.each([
    '/api/v1/health',
    '/api/v1/ready',
    '/api/openapi.json',
    '/api/docs',
    '/problems',
    '/problems/notFound',
  ])('%s is public, outside of demo mode too', async (url) => {
    const { app } = fakeApi({ demo: false });
    expect((await app.inject(url)).statusCode).toBe(200);
  });

  it.each([
    '',
    teacherToken,
    'Bearer',
    'Bearer ',
    `bearer ${teacherToken}`,
    `Bearer  ${teacherToken}`,
    `Bearer ${teacherToken} `.concat('x'),
    `Basic ${teacherToken}`,
    'Bearer dev-',
    'Bearer dev-nobody',
    `Bearer ${teacherToken},`,
    'Bearer DEV-teacher',
    `Bearer dev-${'a'.repeat(101)}`,
  ])('%j is no token', async (authorization) => {
    const { app } = fakeApi();
    const answer = await app.inject({ url: '/api/v1/directory', headers: { authorization } });
    expect(answer.json()).toMatchObject({ status: 401, code: 'signInNeeded' });
  });

  it.each([
    ['social-service', 200],
    ['orphans-court', 401],
    ['', 401],
    ['school-1, social-service', 401],
    ["' or 1=1", 401],
  ])('X-Acting-For %j answers %i: one of the own institutions only', async (institution, status) => {
    const { send } = fakeApi();
    const answer = await send({ url: '/api/v1/directory', headers: { 'x-acting-for': institution } });
    expect(answer.statusCode).toBe(status);
  });

  it('the institution acted for stands in the event', async () => {
    const { write, send } = fakeApi();
    const opened = await write('/api/v1/dossiers', openCase, { 'x-acting-for': 'social-service' });
    const { dossierId } = opened.json<{ dossierId: string }>();
    const facts = await send({ url: `/api/v1/dossiers/${dossierId}/facts` });
    expect(facts.json()).toMatchObject({ items: [{ event: { institution: 'social-service' } }, {}] });
  });
});

describe('headers', () => {
  it.each(['/api/v1/health', '/api/v1/duties', '/nothing', '/%zz', '/api/openapi.json'])(
    '%s is not kept, framed, sniffed or executed',
    async (url) => {
      const { app } = fakeApi();
      expect((await app.inject(url)).headers).toMatchObject({
        'cache-control': 'no-store',
        'content-security-policy':
          "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
        'cross-origin-resource-policy': 'same-origin',
        'referrer-policy': 'no-referrer',
        'strict-transport-security': 'max-age=31536000',
        'x-content-type-options': 'nosniff',
        'x-request-id': expect.stringMatching(/^[0-9a-f-]{36}$/),
      });
    },
  );

  it('without TLS nothing is said of TLS', async () => {
    const { app } = fakeApi({ publicUrl: 'http://localhost:4300' });
    expect((await app.inject('/api/v1/health')).headers).not.toHaveProperty('strict-transport-security');
  });

  it('the id of a request is made here, never taken from it', async () => {
    const { app } = fakeApi();
    const answer = await app.inject({
      url: '/api/v1/health',
      headers: { 'x-request-id': 'mine', 'request-id': 'mine' },
    });
    expect(answer.headers['x-request-id']).not.toBe('mine');
  });

  it('the product does not name its parts', async () => {
    const { headers } = await fakeApi().app.inject('/api/v1/health');
    expect(headers).not.toHaveProperty('server');
    expect(headers).not.toHaveProperty('x-powered-by');
  });
});

describe('the log', () => {
  it('has one line per request: method, route, status, milliseconds', async () => {
    const { send, log } = fakeApi();
    await send({ url: '/api/v1/dossiers/id-of-a-child?x=1', headers: { 'x-forwarded-for': '192.0.2.1' } });
    expect(log).toHaveLength(1);
    expect(JSON.parse(log[0] ?? '')).toEqual({
      level: 30,
      name: 'api',
      time: expect.any(Number) as number,
      request: expect.any(String) as string,
      method: 'GET',
      route: '/api/v1/dossiers/:dossierId',
      status: 404,
      ms: expect.any(Number) as number,
      msg: 'request',
    });
  });

  it('keeps no name, word, id, token, key or address, whatever happens (goal 20)', async () => {
    const { app, application, write, send, log } = fakeApi();
    const opened = await write('/api/v1/dossiers', openCase, { 'idempotency-key': 'key-that-is-secret' });
    const { dossierId } = opened.json<{ dossierId: string }>();
    await send({ url: `/api/v1/dossiers/${dossierId}` });
    await write('/api/v1/dossiers', { ...openCase, schoolId: 'Ozoliņa' });
    application.failNext(
      Object.assign(new Error('duplicate key (name)=(Anna)'), { code: '23505', detail: 'Key (name)=(Anna)' }),
    );
    await send({ url: `/api/v1/dossiers/${dossierId}` });
    application.failNext(new Error('Failed query: params Anna', { cause: new Error('Anna') }));
    await write(`/api/v1/dossiers/${dossierId}/facts`, { facts: openCase.facts });
    app.log.error(new Error('Anna'));
    app.log.warn({ err: new Error('Anna') });
    await send({ url: '/api/v1/Anna' });
    const text = log.join('');
    expect(log.length).toBeGreaterThan(7);
    expect(text).not.toMatch(/Anna|Ozoli|izvērtēt|127\.0\.0\.1|key-that-is-secret/);
    expect(text).not.toContain(teacherToken);
    expect(text).not.toContain(dossierId);
  });
});
