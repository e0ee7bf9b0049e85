/** What the database client does when its connections die: `patches/postgres+3.4.9.patch` holds these rules. */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Cut, type CuttingProxy, startCuttingProxy } from '../test/support/cutting-proxy.ts';
import { createDatabase, type TestDatabase } from '../test/support/stack.ts';
import { type Database, openDatabase } from './connect.ts';

const cuts: readonly Cut[] = ['reset', 'end'];
let server: TestDatabase;
let proxy: CuttingProxy;
/** Past the proxy. */
let owner: Database;
const pools: Database[] = [];

beforeAll(async () => {
  server = await createDatabase();
  proxy = await startCuttingProxy(server.ownerUrl);
  owner = openDatabase(server.ownerUrl, 1);
  pools.push(owner);
});

afterAll(async () => {
  await Promise.all(pools.map((pool) => pool.close()));
  await proxy.close();
  await server.drop();
});

/** A pool of one connection: whatever comes next must use the same again. */
function poolOfOne() {
  const pool = openDatabase(proxy.url, 1);
  pools.push(pool);
  return pool.client;
}

const dead = { code: expect.stringMatching(/^(CONNECTION_CLOSED|ECONNRESET)$/) };

describe.each(cuts)('a connection that dies (%s)', (how) => {
  it('fails the transaction that it served, also between a query and the rollback, and nothing else', async () => {
    const client = poolOfOne();
    const attempt = client.begin(async (tx) => void (await tx.unsafe(sleeping(how))));
    const failed = expect(attempt).rejects.toMatchObject(dead);
    await expect.poll(() => sleepers(how), { timeout: 20_000 }).toBe(1);
    proxy.cutAll(how);
    await failed;
    expect(await client`select 3 as n`).toEqual([{ n: 3 }]);
  });

  it('takes no statement of its old transaction after it was made anew for another', async () => {
    const client = poolOfOne();
    await client`drop table if exists torn`;
    await client`create table torn (n int)`;
    let goOn = (): void => undefined;
    const elsewhere = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    let entered = (): void => undefined;
    const inside = new Promise<void>((resolve) => {
      entered = resolve;
    });
    let late: unknown;
    const attempt = client.begin(async (tx) => {
      await tx`insert into torn values (1)`;
      entered();
      await elsewhere;
      late = await tx`insert into torn values (2)`.catch((error: unknown) => error);
    });
    const failed = expect(attempt).rejects.toMatchObject(dead);
    await inside;
    proxy.cutAll(how);
    await failed;
    expect(await client`select n from torn`).toEqual([]);
    goOn();
    await expect.poll(() => late).toMatchObject(dead);
    expect(await client`select n from torn`).toEqual([]);
  });

  it('that was reserved is not given out again by its release', async () => {
    const client = poolOfOne();
    const reserved = await client.reserve();
    await reserved`select 1`;
    proxy.cutAll(how);
    await expect
      .poll(() =>
        reserved`select 1`.then(
          () => 'answered',
          () => 'dead',
        ),
      )
      .toBe('dead');
    await expect(reserved`select 1`).rejects.toMatchObject(dead);
    reserved.release();
    expect(await client`select 2 as n`).toEqual([{ n: 2 }]);
    expect(await client`select 3 as n`).toEqual([{ n: 3 }]);
  });
});

it('the end of a backend fails its query, and not the first one of the next connection', async () => {
  const client = poolOfOne();
  const [backend] = await client<{ pid: number }[]>`select pg_backend_pid() as pid`;
  const failed = expect(client.unsafe(sleeping('backend'))).rejects.toHaveProperty('code');
  await expect.poll(() => sleepers('backend'), { timeout: 20_000 }).toBe(1);
  await owner.client`select pg_terminate_backend(${backend?.pid ?? 0})`;
  await failed;
  expect(await client`select ${4}::int as n`).toEqual([{ n: 4 }]);
});

it('a process survives connections that are cut at every point of a transaction', async () => {
  // Each connection is cut one piece later than the one before, by turns in both ways.
  proxy.cutAt((connection, piece) => (piece === 1 + (connection % 23) ? cuts[connection % 2] : undefined));
  const script = fileURLToPath(new URL('testing/transactions-under-fire.ts', import.meta.url));
  const child = spawn(process.execPath, [script, proxy.url, '240'], { stdio: ['ignore', 'pipe', 'pipe'] });
  const output = { out: '', err: '' };
  child.stdout.on('data', (text: Buffer) => void (output.out += text.toString('utf8')));
  child.stderr.on('data', (text: Buffer) => void (output.err += text.toString('utf8')));
  const code = await new Promise((resolve) => child.once('close', resolve));
  proxy.cutAt(() => undefined);
  expect({ code, err: output.err }).toEqual({ code: 0, err: '' });
  const { committed, failures } = JSON.parse(output.out) as { committed: number; failures: string[] };
  expect(committed).toBeGreaterThan(0);
  expect(failures).toEqual(['CONNECTION_CLOSED', 'ECONNRESET']);
});

/** Takes as long as its connection lives; the server goes on with it when only the client is gone. */
function sleeping(name: string): string {
  return `select pg_sleep(60) as ${name}`;
}

async function sleepers(name: string): Promise<number | undefined> {
  const [row] = await owner.client<{ n: number }[]>`
    select count(*)::int as n from pg_stat_activity
    where datname = current_database() and state = 'active' and query = ${sleeping(name)}`;
  return row?.n;
}
