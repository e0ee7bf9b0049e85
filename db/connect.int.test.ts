import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { assertDurable, assertUnprivileged } from './connect.ts';
import { migrate } from './migrate.ts';
import journal from './migrations/meta/_journal.json' with { type: 'json' };
import { createStore, type TestStore } from './testing/store.ts';

let store: TestStore;
beforeAll(async () => {
  store = await createStore();
});
afterAll(() => store.close());

describe('what a process checks before it works', () => {
  it('refuses to run as owner and superuser (architecture 3, “Access”)', async () => {
    await expect(assertUnprivileged(store.owner.client)).rejects.toThrow(/too powerful/);
  });

  it.each([
    'create role too_powerful bypassrls',
    'create role too_powerful createrole',
    'create role too_powerful; create table owned (id int); alter table owned owner to too_powerful',
    'create role another; create table owned (id int); alter table owned owner to another; create role too_powerful in role another',
  ])('refuses a role that row-level security would not bind: %s', async (made) => {
    const attempt = store.superuser.begin(async (tx) => {
      await tx.unsafe(made);
      await tx`set local role too_powerful`;
      await expect(assertUnprivileged(tx)).rejects.toThrow(/too powerful/);
      throw new Error('nothing of it stays');
    });
    await expect(attempt).rejects.toThrow('nothing of it stays');
  });

  it('runs as the roles that are meant for it', async () => {
    for (const { client } of [store.api, store.clock, store.auth]) await assertUnprivileged(client);
  });

  it('refuses a server that may forget what it acknowledged, and names the setting (reliability c1)', async () => {
    const [row] = await store.superuser<{ fsync: string }[]>`select current_setting('fsync') as fsync`;
    const named = row?.fsync === 'off' ? /fsync, synchronous_commit/ : /synchronous_commit/;
    await store.superuser.begin(async (tx) => {
      await tx`set local synchronous_commit = off`;
      await expect(assertDurable(tx)).rejects.toThrow(named);
    });
  });
});

describe('migrations', () => {
  it('run again change nothing, and several at once wait for each other', async () => {
    const tables = () =>
      store.superuser`select count(*)::int as n from pg_tables where schemaname = 'public'`;
    const [before] = await tables();
    await Promise.all([
      migrate(store.ownerUrl, {}),
      migrate(store.ownerUrl, {}),
      migrate(store.ownerUrl, {}),
    ]);
    expect((await tables())[0]).toEqual(before);
    const [ran] = await store.superuser`select count(*)::int as n from drizzle.__drizzle_migrations`;
    expect(ran?.['n']).toBe(journal.entries.length);
  });

  it('every table with rows of dossiers or actors is under forced row-level security', async () => {
    const bare = await store.superuser<{ name: string }[]>`
      select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind = 'r' and n.nspname in ('public', 'keyring') and not (c.relrowsecurity and c.relforcerowsecurity)
      order by 1`;
    expect(bare.map((row) => row.name)).toEqual([
      'absence',
      'calendar_version',
      'case_counter',
      'chain_anchor',
      'chain_check',
      'institution',
      'mail',
      'municipality',
      'municipality_setting',
      'person',
      'role_holder',
      'simulated_clock',
      'substitute',
      'temporal_incarnation',
    ]);
  });
});
