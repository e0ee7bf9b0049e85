import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from './connect.ts';
import { dossierWithFacts, insertPeople } from './testing/fixtures.ts';
import { createStore, type TestStore } from './testing/store.ts';

let store: TestStore;
let dossierId: string;

beforeAll(async () => {
  store = await createStore();
  dossierId = await dossierWithFacts(store.api, await insertPeople(store.owner), 3);
});
afterAll(() => store.close());

const attempts: readonly (readonly [string, string])[] = [
  ['changed', "update event set data = '{}'"],
  ['changed, though no row is met', "update event set data = '{}' where false"],
  ['deleted', 'delete from event'],
  ['emptied', 'truncate event cascade'],
  [
    'overwritten on conflict',
    'insert into event select * from event on conflict (dossier_id, seq) do update set data = excluded.data',
  ],
];

describe('facts are appended, never changed (issue 3, section 4)', () => {
  it.each(attempts)('not %s by the owner and superuser', async (_, statement) => {
    await expect(store.superuser.unsafe(statement)).rejects.toMatchObject({ code: 'TA001' });
  });

  it.each(attempts)('not %s by a superuser with session_replication_role = replica', async (_, statement) => {
    const attempt = store.superuser.begin(async (tx) => {
      await tx`set local session_replication_role = replica`;
      await tx.unsafe(statement);
    });
    await expect(attempt).rejects.toMatchObject({ code: 'TA001' });
  });

  it.each(attempts)('not %s by a role of the product', async (_, statement) => {
    for (const role of [store.api, store.clock, store.auth]) {
      await expect(role.client.unsafe(statement)).rejects.toMatchObject({ code: '42501' });
    }
  });

  it('says in the error which table it was and what is done instead', async () => {
    await expect(store.superuser`delete from event`).rejects.toMatchObject({
      message: 'table event is append-only: DELETE refused',
      hint: expect.stringContaining('withdrawn or corrected'),
    });
  });

  it('the access log and the anchors are append-only too', async () => {
    for (const table of ['access_log', 'chain_anchor']) {
      await expect(store.superuser.unsafe(`delete from ${table}`)).rejects.toMatchObject({ code: 'TA001' });
      await expect(store.superuser.unsafe(`truncate ${table}`)).rejects.toMatchObject({ code: 'TA001' });
    }
  });

  it('the facts are all still there', async () => {
    const rows = await store.superuser`select seq from event where dossier_id = ${dossierId} order by seq`;
    expect(rows.map((row) => row['seq'])).toEqual([1, 2, 3]);
  });
});

describe('no role of the product has more than it needs (architecture 3, “Access”)', () => {
  const rolesOf = (): readonly (readonly [string, Database])[] => [
    ['app_api', store.api],
    ['app_clock', store.clock],
    ['app_auth', store.auth],
  ];

  it('none can make a table, become another role, switch a trigger off or change a policy', async () => {
    for (const [, { client }] of rolesOf()) {
      for (const statement of [
        'create table public.mine (id int)',
        'create table app.mine (id int)',
        'set role pg_write_all_data',
        'alter table event disable trigger append_only',
        'drop policy api_reads on event',
        'alter table event disable row level security',
        'set session_replication_role = replica',
      ]) {
        await expect(client.unsafe(statement), statement).rejects.toMatchObject({ code: '42501' });
      }
    }
  });

  it('the clock reads no words, no names and no keys', async () => {
    for (const statement of [
      'select words from event',
      'select * from event',
      'select * from learner_profile',
      'select * from dossier_learner',
      'select * from learner',
      'select * from keyring.data_key',
      'select * from access_log',
      'select result from idempotency',
    ]) {
      await expect(store.clock.client.unsafe(statement), statement).rejects.toMatchObject({ code: '42501' });
    }
    expect(await store.clock.client`select id, type, data from event`).toHaveLength(3);
  });

  it('the clock writes no words', async () => {
    const attempt = store.clock.client`
      insert into event (dossier_id, seq, id, type, occurred_at, recorded_at, by_person, institution_id, data, words,
        key_id, prev_hash, hash)
      select dossier_id, 4, gen_random_uuid(), type, occurred_at, recorded_at, by_person, institution_id, data, ${Buffer.from('x')},
        key_id, prev_hash, hash from event where dossier_id = ${dossierId} and seq = 3`;
    await expect(attempt).rejects.toMatchObject({ code: '42501' });
  });

  it('the API touches no mail, and neither role marks a database as one for training', async () => {
    await expect(store.api.client`select * from mail`).rejects.toMatchObject({ code: '42501' });
    for (const { client } of [store.api, store.clock]) {
      await expect(client`update simulated_clock set training = true`).rejects.toMatchObject({
        code: '42501',
      });
    }
    await expect(
      store.clock.client`update simulated_clock set mode = 'simulated', now_at = now(), set_at = now()`,
    ).rejects.toMatchObject({ code: '23514' });
  });

  it('sign-in sees staff, and nothing about children', async () => {
    await expect(store.auth.client`select id from person`).resolves.toBeDefined();
    const others = [
      'dossier',
      'event',
      'learner',
      'learner_profile',
      'duty',
      'notice',
      'mail',
      'idempotency',
    ];
    for (const table of [...others, 'keyring.data_key']) {
      await expect(store.auth.client.unsafe(`select * from ${table}`)).rejects.toMatchObject({
        code: '42501',
      });
    }
  });
});
