import { Client, Connection } from '@temporalio/client';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { type OwnServer, startOwnServer } from '../test/timeline/own-server.ts';
import { ensureSentinel, readIncarnation } from './incarnation.ts';
import { ensureNamespace } from './namespace.ts';
import { createTimelines } from './timelines.ts';

let server: OwnServer;

beforeAll(async () => {
  server = await startOwnServer(inject('temporalProgram'));
});

afterAll(() => server.close());

async function withClient<T>(namespace: string, work: (client: Client) => Promise<T>): Promise<T> {
  const connection = await Connection.connect({ address: server.address });
  try {
    return await work(new Client({ connection, namespace }));
  } finally {
    await connection.close();
  }
}

it('a missing namespace, and one without a sentinel, have no incarnation', async () => {
  expect(await withClient('nowhere', readIncarnation)).toBeNull();
  await withClient('fresh', async (client) => {
    await ensureNamespace(client.connection as Connection, 'fresh');
    expect(await readIncarnation(client)).toBeNull();
  });
});

it('the sentinel may be asked for by many at once, and stays the same one', async () => {
  const { namespace } = server;
  await withClient(namespace, async (client) => {
    const first = await Promise.all([1, 2, 3].map(() => ensureSentinel(client)));
    const later = await ensureSentinel(client);
    const read = await readIncarnation(client);
    expect(new Set([...first, later, read].map((one) => JSON.stringify(one))).size).toBe(1);
  });
});

it('a sentinel that was ended makes another incarnation', async () => {
  await withClient(server.namespace, async (client) => {
    const before = await ensureSentinel(client);
    await client.workflow.getHandle('sentinel').terminate();
    expect(await readIncarnation(client)).toBeNull();
    const after = await ensureSentinel(client);
    expect(after.namespaceId).toBe(before.namespaceId);
    expect(after.sentinelRunId).not.toBe(before.sentinelRunId);
  });
});

it('a wiped store is another incarnation (architecture 1.9)', async () => {
  const before = await withClient(server.namespace, ensureSentinel);
  await server.wipe();
  const empty = await withClient(server.namespace, readIncarnation);
  const after = await withClient(server.namespace, ensureSentinel);
  expect(empty).toBeNull();
  expect(after.namespaceId).not.toBe(before.namespaceId);
  expect(after.sentinelRunId).not.toBe(before.sentinelRunId);
});

it('a poke throws while Temporal is away, so that the caller leaves it to the sweep (architecture 1.3)', async () => {
  await withClient(server.namespace, async (client) => {
    const timelines = createTimelines(client, 1_000);
    await timelines.changed('d1');
    await server.close();
    await expect(timelines.changed('d1')).rejects.toThrow();
  });
});
