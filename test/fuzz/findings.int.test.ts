/** What the fuzzer has found, each as a test of its own that needs no Python. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { problem } from '../../contracts/problem.ts';
import { type FuzzedProduct, startFuzzedProduct } from './fuzzed-product.ts';

let product: FuzzedProduct;

beforeAll(async () => {
  product = await startFuzzedProduct();
});
afterAll(() => product.close());

function get(name: string, path: string): Promise<Response> {
  const headers = product.callers.find((caller) => caller.name === name)?.headers;
  if (headers === undefined) throw new Error(`nobody is called ${name}`);
  return fetch(`${product.address}/api/v1${path}`, { headers });
}

it('the looks at a case are shown to its manager and the principal, over HTTP too (issue 4, section 3)', async () => {
  for (const name of ['caseManagersTeacher', 'principal']) {
    const answer = await get(name, `/dossiers/${product.known.dossiers[0]}/access-log`);
    expect(answer.status).toBe(200);
    const { items } = (await answer.json()) as { items: readonly Record<string, unknown>[] };
    expect(items.length).toBeGreaterThan(0);
    expect(items[0]).not.toHaveProperty('dossierId');
  }
});

it('a cursor that is none of ours is a request that does not fit: 400, as documented', async () => {
  const dossier = `/dossiers/${product.known.dossiers[0]}`;
  for (const list of [
    '/dossiers',
    '/duties',
    '/duties/overdue',
    `${dossier}/facts`,
    `${dossier}/access-log`,
  ]) {
    const answer = await get('caseManagersTeacher', `${list}?cursor=0`);
    expect([list, answer.status]).toEqual([list, 400]);
    expect(problem.parse(await answer.json())).toMatchObject({ code: 'cursorUnknown', path: 'cursor' });
  }
});
