/** What the API refuses to understand. Nothing is coerced, guessed or dropped (pitfall d12, goal 22 and 24). */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { draftForm } from '../contracts/draft.ts';
import { deepestBody } from './plugins/json-body.ts';
import { fakeApi, openCase, referralSent } from './testing/fake-api.ts';
import { teacherToken } from './testing/fake-application.ts';

const authorization = `Bearer ${teacherToken}`;

type Answer = { status: number; code: string; errors?: { path: string; code: string }[] };

describe('bodies', () => {
  const fact = (change: object) => ({ ...openCase, facts: [{ ...referralSent, ...change }] });
  const data = (change: object) => fact({ data: { ...referralSent.data, ...change } });

  it.each([
    ['an unknown field', { ...openCase, kinds: 'case' }, 'kinds', 'unknownField'],
    ['an unknown field of a fact', fact({ at: '2026-11-02' }), 'facts[0].at', 'unknownField'],
    ['an unknown field of its data', data({ note: 'x' }), 'facts[0].data.note', 'unknownField'],
    ['null for a text', { ...openCase, schoolId: null }, 'schoolId', 'notAnId'],
    ['null for what may be left out', { ...openCase, learner: null }, 'learner', 'notAnObject'],
    ['null for a flag', fact({ acute: null }), 'facts[0].acute', 'notAFlag'],
    ['null for a list', { ...openCase, facts: null }, 'facts', 'notAList'],
    ['null for a day', data({ sentOn: null }), 'facts[0].data.sentOn', 'notADay'],
    ['a text for a flag', fact({ acute: 'true' }), 'facts[0].acute', 'notAFlag'],
    ['a number for a flag', fact({ acute: 1 }), 'facts[0].acute', 'notAFlag'],
    ['a number for an id', { ...openCase, schoolId: 1 }, 'schoolId', 'notAnId'],
    ['a list of one for a text', { ...openCase, schoolId: ['school-1'] }, 'schoolId', 'notAnId'],
    ['a day that is none', data({ sentOn: '2026-02-30' }), 'facts[0].data.sentOn', 'notADay'],
    ['a moment for a day', data({ sentOn: '2026-11-02T00:00:00Z' }), 'facts[0].data.sentOn', 'notADay'],
    [
      'a moment without its zone',
      fact({ occurredAt: '2026-11-02T08:30' }),
      'facts[0].occurredAt',
      'notAMoment',
    ],
    ['a choice that is none', { ...openCase, kind: 'Case' }, 'kind', 'notInList'],
    ['a fact that is none', fact({ type: 'referral.Sent' }), 'facts[0].type', 'unknownFact'],
    ['no facts', { ...openCase, facts: [] }, 'facts', 'emptyList'],
    ['an empty object', {}, 'kind', 'missing'],
    ['a list', [], '', 'notAnObject'],
    ['a text', '"case"', '', 'notAnObject'],
    ['null', 'null', '', 'notAnObject'],
  ])('%s is refused at its place', async (_what, body, path, code) => {
    const { write, application } = fakeApi();
    const refused = await write('/api/v1/dossiers', body);
    const { errors, ...problem } = refused.json<Answer>();
    expect(problem).toMatchObject({ status: 400, code: 'invalidRequest' });
    expect(errors).toContainEqual(expect.objectContaining({ path, code }));
    expect(application.writes).toEqual([]);
  });

  it('a numeric text is no count', async () => {
    const { write } = fakeApi();
    const escalated = { type: 'duty.escalated', data: { dutyKey: 'reply:id-1', step: '1' } };
    const refused = await write('/api/v1/dossiers', { ...openCase, facts: [escalated] });
    expect(refused.json<Answer>().errors).toEqual([
      expect.objectContaining({ path: 'facts[0].data.step', code: 'notACount' }),
    ]);
  });

  it.each([
    ['nothing', ''],
    ['half a text', '{"kind":'],
    ['two values', '{} {}'],
    ['a comma too many', '{"kind":"case",}'],
    ['NaN', '{"kind":NaN}'],
    ['__proto__', '{"kind":"case","__proto__":{"admin":true}}'],
    ['__proto__, escaped', '{"kind":"case","\\u005f_proto__":{"admin":true}}'],
    ['__proto__, deep', '{"facts":[{"data":{"__proto__":null}}]}'],
    ['constructor.prototype', '{"constructor":{"prototype":{"admin":true}}}'],
    ['deep arrays', '['.repeat(50_000) + ']'.repeat(50_000)],
    ['deep objects', `${'{"a":'.repeat(deepestBody + 1)}1${'}'.repeat(deepestBody + 1)}`],
    ['broken UTF-8', Buffer.from([0x7b, 0x22, 0xc3, 0x28, 0x22, 0x3a, 0x31, 0x7d])],
  ])('%s is no body', async (_what, payload) => {
    const { app } = fakeApi();
    const refused = await app.inject({
      method: 'POST',
      url: '/api/v1/dossiers',
      headers: { authorization, 'idempotency-key': 'a-key-of-tests', 'content-type': 'application/json' },
      payload,
    });
    expect(refused.json()).toMatchObject({ status: 400, code: 'invalidRequest' });
    expect(refused.json(), 'refused before any schema').not.toHaveProperty('errors');
    expect(({} as { admin?: boolean }).admin).toBeUndefined();
  });

  it('brackets inside of texts are no depth', async () => {
    const { write } = fakeApi();
    const words = `${'['.repeat(200)}"\\`;
    const written = await write('/api/v1/dossiers', { ...openCase, facts: [{ ...referralSent, words }] });
    expect(written.statusCode).toBe(201);
  });

  it('a body over 256 KiB is 413', async () => {
    const { write } = fakeApi();
    const refused = await write('/api/v1/dossiers', { ...openCase, padding: 'x'.repeat(256 * 1024) });
    expect(refused.json()).toMatchObject({ status: 413, code: 'tooLarge' });
  });
});

describe('content types', () => {
  const post = (headers: Readonly<Record<string, string>>, url = '/api/v1/dossiers') =>
    fakeApi().app.inject({
      method: 'POST',
      url,
      headers: { authorization, 'idempotency-key': 'a-key-of-tests', ...headers },
      payload: JSON.stringify(openCase),
    });

  it.each([
    'application/json',
    'application/json; charset=utf-8',
    'application/json;charset=UTF-8',
    'Application/JSON',
    'application/json; charset="utf-8"',
  ])('%s is taken', async (type) => {
    expect((await post({ 'content-type': type })).statusCode).toBe(201);
  });

  it.each([
    'text/plain',
    'text/json',
    'application/jsonx',
    'application/json+x',
    'application/problem+json',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/json, text/plain',
    'text/plain; application/json',
    'application/json; charset=latin1',
    'application/json; charset=utf-8; x=y',
    'application/ json',
    'application/json\tx',
    'json',
    '',
    '*/*',
  ])('%j is 415, before the body is read (CVE-2025-32442, CVE-2026-33806)', async (type) => {
    const refused = await post({ 'content-type': type });
    expect(refused.json()).toMatchObject({ status: 415, code: 'unsupportedMediaType' });
  });

  it('a compressed body is 415', async () => {
    const refused = await post({ 'content-type': 'application/json', 'content-encoding': 'gzip' });
    expect(refused.statusCode).toBe(415);
  });

  it('no type and no body is 415 too', async () => {
    const refused = await fakeApi().send({ method: 'POST', url: '/api/v1/what-if' });
    expect(refused.statusCode).toBe(415);
  });
});

describe('queries', () => {
  it.each([
    'limit=0',
    'limit=201',
    'limit=007',
    'limit=1e2',
    'limit=',
    'limit=-1',
    'limit=5&limit=6',
    'cursor=%00',
    'mine=1',
    'mine=',
    'mine=TRUE',
    'mine[]=true',
    'status=Late',
    'dueFrom=2026-13-01',
    'dueFrom=01.02.2026',
    'owedByInstitutionId=a%27b',
    'unknown=1',
    '__proto__=1',
    'constructor=1',
    'Limit=5',
  ])('%s is refused', async (query) => {
    const { send } = fakeApi();
    const refused = await send({ url: `/api/v1/duties?${query}` });
    expect(refused.json()).toMatchObject({ status: 400, code: 'invalidRequest' });
  });

  it('a list without a query has 50 items', async () => {
    expect((await fakeApi().send({ url: '/api/v1/duties' })).statusCode).toBe(200);
  });
});

describe('addresses', () => {
  const paths = ['/api/v1/duties', '/api/v1/dossiers', '/api/v1/procedures', '/api/v1/directory'];
  const forms: readonly (readonly [string, (path: string) => string])[] = [
    ['%61 for a', (path) => path.replace('a', '%61')],
    ['%61pi and %2Fv1', (path) => path.replace('/api/', '/%61pi%2F')],
    ['a double slash', (path) => `/${path}`],
    ['a double slash inside', (path) => path.replace('/v1/', '//v1/')],
    ['/./', (path) => path.replace('/v1', '/./v1')],
    ['/../', (path) => path.replace('/v1', '/v1/../v1')],
    ['an encoded /../', (path) => path.replace('/v1', '/v1/%2e%2e/v1')],
    ['a slash at the end', (path) => `${path}/`],
    ['capitals', (path) => path.toUpperCase()],
    ['a semicolon', (path) => `${path};public=1`],
    ['an encoded slash at the end', (path) => `${path}%2f`],
    ['an encoded query', (path) => `${path}%3fx=1`],
    ['an encoded null', (path) => `${path}%00`],
  ];

  it.each(forms)('%s gives nobody more than the plain form (goal 22)', async (_name, form) => {
    const { app } = fakeApi();
    for (const path of paths) {
      const answer = await app.inject(form(path));
      expect([400, 401, 404], `${form(path)} answered ${answer.statusCode}`).toContain(answer.statusCode);
      expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/);
    }
  });

  it('%61pi is the same route with the same guard', async () => {
    const { app, send } = fakeApi();
    expect((await app.inject('/%61pi/v1/duties')).statusCode).toBe(401);
    expect((await send({ url: '/%61pi/v1/duties' })).statusCode).toBe(200);
  });

  it('an id that is none is 400, one longer than any address part is 414', async () => {
    const { send } = fakeApi();
    expect((await send({ url: '/api/v1/dossiers/%20' })).statusCode).toBe(400);
    expect((await send({ url: `/api/v1/dossiers/${'a'.repeat(65)}` })).statusCode).toBe(400);
    expect((await send({ url: `/api/v1/dossiers/${'a'.repeat(201)}` })).statusCode).toBe(414);
  });

  it('the longest name of a draft comes to its guard, not to 414 (design, principle 4)', async () => {
    const { send } = fakeApi();
    const ask = (form: string) => send({ url: `/api/v1/drafts/${form}` });
    expect(draftForm.safeParse('f'.repeat(200)).success).toBe(true);
    expect((await ask('f'.repeat(200))).statusCode).toBe(401);
    expect((await ask('f'.repeat(201))).statusCode).toBe(414);
  });

  it('broken percent signs are 400', async () => {
    const { send } = fakeApi();
    expect((await send({ url: '/api/v1/%zz' })).json()).toMatchObject({ code: 'invalidRequest' });
  });

  it('an unknown address is 404, a known one with another method 405 with Allow', async () => {
    const { send } = fakeApi();
    expect((await send({ url: '/api/v1/nothing' })).json()).toMatchObject({ code: 'notFound' });
    const wrong = await send({ method: 'DELETE', url: '/api/v1/dossiers?limit=1' });
    expect(wrong.json()).toMatchObject({ code: 'methodNotAllowed', status: 405 });
    expect(wrong.headers['allow']).toBe('GET, HEAD, POST');
    expect((await send({ method: 'PUT', url: '/api/v1/dossiers/id-1' })).headers['allow']).toBe('GET, HEAD');
  });
});

describe('any request', () => {
  const { write, app } = fakeApi();
  const anyBody = fc.oneof(
    fc.json(),
    fc.string(),
    fc.object({ withNullPrototype: false }).map((value) => JSON.stringify(value)),
    fc
      .tuple(
        fc.constantFrom(...Object.keys(openCase)),
        fc.oneof(fc.anything(), fc.constantFrom(null, '5', 5, [], {}, true)),
      )
      .map(([name, value]) => JSON.stringify({ ...openCase, [name]: value })),
    fc
      .dictionary(fc.constantFrom('type', 'occurredAt', 'data', 'settles', 'words', 'x'), fc.jsonValue())
      .map((change) => JSON.stringify({ ...openCase, facts: [{ ...referralSent, ...change }] })),
  );

  it('with any body answers, and never with a fault (goal 24)', async () => {
    const urls = ['/api/v1/dossiers', '/api/v1/dossiers/id-1/facts', '/api/v1/what-if'];
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...urls), anyBody, async (url, body) => {
        const answer = await write(url, body ?? '');
        expect(answer.statusCode, answer.body).toBeLessThan(500);
        if (answer.statusCode >= 400) expect(answer.json()).toMatchObject({ status: answer.statusCode });
      }),
      { numRuns: 600 },
    );
  });

  it('with any path, query and headers answers, and never with a fault', async () => {
    const part = fc.oneof(
      fc.constantFrom('api', 'v1', 'dossiers', 'duties', 'facts', 'calendar', '..', '%00', '%2f', ''),
      fc.webSegment(),
    );
    const headerValue = fc.string({
      unit: fc.integer({ min: 0x20, max: 0x7e }).map((c) => String.fromCharCode(c)),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('GET', 'POST', 'PUT', 'DELETE', 'HEAD', 'OPTIONS', 'PATCH' as const),
        fc.array(part, { maxLength: 6 }),
        fc.webQueryParameters(),
        fc.record(
          {
            authorization: fc.oneof(headerValue, fc.constant(authorization)),
            'accept-language': headerValue,
            'x-acting-for': headerValue,
            'if-match': headerValue,
            'content-type': fc.oneof(headerValue, fc.constant('application/json')),
            'idempotency-key': headerValue,
          },
          { requiredKeys: [], noNullPrototype: true },
        ),
        async (method, parts, query, headers) => {
          const answer = await app.inject({ method, url: `/${parts.join('/')}?${query}`, headers });
          expect(answer.statusCode, answer.body).toBeLessThan(500);
        },
      ),
      { numRuns: 600 },
    );
  });
});
