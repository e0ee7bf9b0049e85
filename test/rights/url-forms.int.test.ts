/** Other ways of writing a route's address never give more than the plain one (reliability.md, test 22). */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { registeredRoutes } from '../../api/testing/registered-routes.ts';
import { instant } from '../../domain/time.ts';
import { bootRealApi, type RealApi } from '../support/real-api.ts';
import { openMatrixCase } from './case.ts';
import { insertEverybody, type People } from './people.ts';

const now = instant('2026-11-20T10:00:00.000Z');

let api: RealApi;
let people: People;
let dossierId: string;

beforeAll(async () => {
  api = await bootRealApi(now);
  people = await insertEverybody(api);
  dossierId = (await openMatrixCase(api, people, now)).dossierId;
});

afterAll(() => api.close());

/** The same address in other words, in full or nearly. */
const forms: Readonly<Record<string, (path: string) => string>> = {
  '%61 for a': (path) => path.replaceAll('a', '%61'),
  '%61 in the last segment': (path) => path.replace(/[a-z](?=[^/]*$)/, percent),
  '%41PI': (path) => path.replace('/api', '/%41PI'),
  '//': (path) => path.replaceAll('/', '//'),
  '// at the beginning': (path) => `/${path}`,
  '/./': (path) => path.replaceAll('/', '/./'),
  '/x/../': (path) => path.replace('/api', '/x/../api'),
  '%2f': (path) => `/${path.slice(1).replaceAll('/', '%2f')}`,
  '%2f at the end': (path) => `${path}%2f`,
  '%252f': (path) => `/${path.slice(1).replaceAll('/', '%252f')}`,
  '/ at the end': (path) => `${path}/`,
  'upper case': (path) => path.toUpperCase(),
  '; at the end': (path) => `${path};a=b`,
  '%00 at the end': (path) => `${path}%00`,
  '# at the end': (path) => `${path}%23`,
  '\\ for /': (path) => path.replace(/\/(?=[^/]*$)/, '%5c'),
};

function percent(letter: string): string {
  return `%${letter.charCodeAt(0).toString(16)}`;
}

const fillers: Readonly<Record<string, string>> = {
  procedureId: 'national-2025',
  provider: 'none',
  code: 'notFound',
  id: '00000000-0000-4000-8000-000000000000',
};

it('each route in each form, to anybody and to everybody: the plain answer, or none', async () => {
  const callers: readonly (readonly [string, string | null])[] = [
    ['nobody', null],
    ['a stranger', idOf('afterEmergency')],
    ['an excluded person', idOf('excluded')],
    ['the case manager', idOf('lead')],
  ];
  const more: string[] = [];
  let asked = 0;
  for (const { method, address, acts } of await registeredRoutes()) {
    const plain = address.replaceAll(/:(\w+)/g, (_, name: string) => fillers[name] ?? dossierId);
    for (const [who, personId] of callers) {
      const wanted = await send(method, plain, personId);
      for (const [name, form] of Object.entries(forms)) {
        const other = form(plain);
        if (other === plain) continue;
        asked += 1;
        const given = await send(method, other, personId);
        const isLess = given.statusCode >= 400;
        if (given.statusCode >= 500 || (!isLess && given.statusCode !== wanted.statusCode))
          more.push(`${method} ${other} (${name}) by ${who}: ${given.statusCode}, not ${wanted.statusCode}`);
        if (personId === null && !isLess && !acts.includes('public'))
          more.push(`${method} ${other} (${name}): open to anybody`);
      }
    }
  }
  expect(more).toEqual([]);
  expect(asked).toBeGreaterThan(1_000);
});

it('a form of a case’s address shows no more of it than the plain one', async () => {
  const lead = idOf('lead');
  for (const page of ['', '/facts', '/access-log', '/access-extract']) {
    const plain = `/api/v1/dossiers/${dossierId}${page}`;
    for (const form of Object.values(forms)) {
      const { statusCode } = await send('GET', form(plain), idOf('excluded'));
      expect(statusCode).toBeGreaterThanOrEqual(400);
    }
    expect((await send('GET', plain, lead)).statusCode).toBe(200);
    // The router knows this one as the same route, and so does the guard.
    expect((await send('GET', plain.replace('/api', '/%61pi'), lead)).statusCode).toBe(200);
    expect((await send('GET', plain.replace('/api', '/%61pi'), null)).statusCode).toBe(401);
  }
});

function idOf(name: 'lead' | 'afterEmergency' | 'excluded'): string {
  const [found] = people.named(name);
  if (found === undefined) throw new Error(`nobody is ${name}`);
  return found.personId;
}

async function send(method: string, url: string, personId: string | null) {
  return await api.app.inject({
    method: method as 'GET',
    url,
    headers: personId === null ? {} : { authorization: `Bearer dev-${personId}` },
  });
}
