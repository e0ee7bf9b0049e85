import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { assert, asyncProperty, constantFrom, integer, record, uniqueArray } from 'fast-check';
import type postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chainHash, chainStart } from './chain.ts';
import { type ChainAnchor, exportChainHeads, readAnchors, writeAnchor } from './chain-anchor.ts';
import {
  appendWithWords,
  at,
  dossierWithFacts,
  insertPeople,
  locked,
  type People,
  T0,
} from './testing/fixtures.ts';
import { createStore, type TestStore } from './testing/store.ts';
import { asActor, asClock } from './transaction.ts';
import { verifyChains } from './verify-chain.ts';

const FACTS = 4;

let store: TestStore;
let people: People;
/** In the order of ids, each with FACTS facts. */
let dossiers: readonly string[];
let anchor: ChainAnchor;

beforeAll(async () => {
  store = await createStore();
  people = await insertPeople(store.owner);
  const made: string[] = [];
  for (let count = 0; count < 5; count += 1) made.push(await dossierWithFacts(store.api, people, FACTS));
  dossiers = made.sort();
  anchor = await asClock(store.clock, (tx) => exportChainHeads(tx, at('2026-11-03T02:00:00.000Z')));
});
afterAll(() => store.close());

/** Tampers as a superuser who has switched the trigger off, verifies in the same state, and takes it back. */
async function verifiedAfter(
  tamper: (tx: postgres.TransactionSql) => Promise<unknown>,
  anchors: readonly ChainAnchor[] = [],
) {
  const { superuser } = store;
  await superuser`create table kept_event as select * from event`;
  await superuser`create table kept_dossier as select * from dossier`;
  const unguarded = (work: (tx: postgres.TransactionSql) => Promise<unknown>) =>
    superuser.begin(async (tx) => {
      await tx`alter table event disable trigger append_only`;
      await tx`set local session_replication_role = replica`;
      await work(tx);
      await tx`alter table event enable always trigger append_only`;
    });
  try {
    await unguarded(tamper);
    return await verifyChains(superuser, anchors);
  } finally {
    await unguarded(async (tx) => {
      await tx`delete from event`;
      await tx`delete from dossier`;
      await tx`insert into dossier select * from kept_dossier`;
      await tx`insert into event select * from kept_event`;
    });
    await superuser`drop table kept_event, kept_dossier`;
  }
}

const whole = { checked: 5 * FACTS, dossiers: 5, broken: [] };

/** One column of one row, changed to something else. */
const edits: Readonly<Record<string, string>> = {
  type: "type = 'duty.waived'",
  id: 'id = gen_random_uuid()',
  occurredAt: "occurred_at = occurred_at + interval '1 millisecond'",
  recordedAt: "recorded_at = recorded_at - interval '1 day'",
  byPerson: 'by_person = gen_random_uuid()',
  institution: 'institution_id = gen_random_uuid()',
  acute: 'acute = true',
  settles: "settles = array['reply:1']",
  dataValue: `data = jsonb_set(data, '{dutyKey}', '"reply:99"')`,
  dataNumber: "data = jsonb_set(data, '{step}', ((data->>'step') || '.0')::jsonb)",
  dataMore: `data = data || '{"note": null}'`,
  dataLess: "data = data - 'step'",
  wordsByte: 'words = set_byte(words, 30, get_byte(words, 30) # 1)',
  wordsGone: 'words = null, key_id = null',
  keyId: 'key_id = gen_random_uuid()',
  hash: 'hash = set_byte(hash, 0, get_byte(hash, 0) # 1)',
  prevHash: 'prev_hash = set_byte(prev_hash, 0, get_byte(prev_hash, 0) # 1)',
};

describe('chains show every change behind the product’s back (reliability goal 33)', () => {
  it('are whole where nothing was changed, with and without anchors', async () => {
    expect(await verifyChains(store.superuser)).toEqual(whole);
    expect(await verifyChains(store.superuser, [anchor])).toEqual(whole);
  });

  it.each(Object.entries(edits))('a changed row is named: %s', async (_, set) => {
    for (const [index, seq] of [
      [0, 1],
      [2, 2],
      [4, FACTS],
    ] as const) {
      const dossierId = dossiers[index] ?? '';
      const found = await verifiedAfter((tx) =>
        tx.unsafe(`update event set ${set} where dossier_id = '${dossierId}' and seq = ${seq}`),
      );
      expect(found.broken).toHaveLength(1);
      expect(found.firstBroken).toMatchObject({ dossierId, seq });
    }
  });

  it('of several the first is named: at least 30 generated sets of edits', async () => {
    const edit = record({
      dossier: integer({ min: 0, max: 4 }),
      seq: integer({ min: 1, max: FACTS }),
      set: constantFrom(...Object.values(edits)),
    });
    await assert(
      asyncProperty(
        uniqueArray(edit, {
          minLength: 1,
          maxLength: 4,
          selector: ({ dossier, seq }) => dossier * 10 + seq,
        }),
        async (set) => {
          const found = await verifiedAfter(async (tx) => {
            for (const { dossier, seq, set: columns } of set) {
              await tx.unsafe(
                `update event set ${columns} where dossier_id = '${dossiers[dossier]}' and seq = ${seq}`,
              );
            }
          });
          const [first] = set.toSorted((a, b) => a.dossier - b.dossier || a.seq - b.seq);
          expect(found.firstBroken).toMatchObject({
            dossierId: dossiers[first?.dossier ?? -1],
            seq: first?.seq,
          });
          expect(found.broken).toHaveLength(new Set(set.map(({ dossier }) => dossier)).size);
        },
      ),
      { numRuns: 30 },
    );
  });

  it.each([1, 2, FACTS])('a deleted row is named: %i', async (seq) => {
    const [, dossierId = ''] = dossiers;
    const found = await verifiedAfter(
      (tx) => tx`delete from event where dossier_id = ${dossierId} and seq = ${seq}`,
    );
    expect(found.broken).toEqual([{ dossierId, seq, reason: 'missing' }]);
  });

  it('a deleted row whose followers were moved up is named', async () => {
    const [dossierId = ''] = dossiers;
    const found = await verifiedAfter(async (tx) => {
      await tx`delete from event where dossier_id = ${dossierId} and seq = 2`;
      await tx`update event set seq = 2 where dossier_id = ${dossierId} and seq = 3`;
      await tx`update event set seq = 3 where dossier_id = ${dossierId} and seq = 4`;
    });
    expect(found.broken).toEqual([{ dossierId, seq: 2, reason: 'notFollowing' }]);
  });

  it('an added row is named, though it follows rightly', async () => {
    const [, , dossierId = ''] = dossiers;
    const found = await verifiedAfter(async (tx) => {
      await tx`
        insert into event (dossier_id, seq, id, type, occurred_at, recorded_at, by_person, institution_id, data, prev_hash, hash)
        select dossier_id, 5, gen_random_uuid(), type, occurred_at, recorded_at, by_person, institution_id, data, hash, hash
        from event where dossier_id = ${dossierId} and seq = 4`;
      await rechain(tx, dossierId, 5);
    });
    expect(found.broken).toEqual([{ dossierId, seq: 5, reason: 'beyondHead' }]);
  });

  it('two rows in exchanged order are named by the first', async () => {
    const [dossierId = ''] = dossiers;
    const found = await verifiedAfter(async (tx) => {
      await tx`update event set seq = 100 where dossier_id = ${dossierId} and seq = 2`;
      await tx`update event set seq = 2 where dossier_id = ${dossierId} and seq = 3`;
      await tx`update event set seq = 3 where dossier_id = ${dossierId} and seq = 100`;
    });
    expect(found.broken).toEqual([{ dossierId, seq: 2, reason: 'notFollowing' }]);
  });

  it('chains of two dossiers exchanged are named, both', async () => {
    const [a = '', b = ''] = dossiers;
    const found = await verifiedAfter(async (tx) => {
      await tx`update event set dossier_id = case dossier_id when ${a}::uuid then ${b}::uuid else ${a}::uuid end, seq = seq + 100
               where dossier_id in (${a}, ${b})`;
      await tx`update event set seq = seq - 100 where seq > 100`;
      await tx`update dossier d set chain_head = o.chain_head from dossier o
               where (d.id, o.id) in ((${a}::uuid, ${b}::uuid), (${b}::uuid, ${a}::uuid))`;
    });
    expect(found.broken.map(({ dossierId, seq }) => [dossierId, seq])).toEqual([
      [a, 1],
      [b, 1],
    ]);
  });

  it('a changed head, and facts of a dossier that is gone', async () => {
    const [a = '', b = ''] = dossiers;
    const head = await verifiedAfter((tx) => tx`update dossier set chain_head = sha256('x') where id = ${a}`);
    expect(head.broken).toEqual([{ dossierId: a, seq: FACTS, reason: 'headDiffers' }]);
    const gone = await verifiedAfter((tx) => tx`delete from dossier where id = ${b}`);
    expect(gone.broken).toEqual([{ dossierId: b, seq: 1, reason: 'noDossier' }]);
  });
});

/** What a forger does who knows the form: makes the chain right again from `from` on. */
async function rechain(tx: postgres.TransactionSql, dossierId: string, from: number): Promise<Buffer> {
  const rows = await tx`
    select *, to_char(occurred_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as occurred,
      to_char(recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as recorded
    from event where dossier_id = ${dossierId} order by seq`;
  let prev = chainStart(dossierId);
  for (const row of rows) {
    if (row['seq'] < from) {
      prev = row['hash'];
      continue;
    }
    const hash = chainHash(prev, {
      dossierId,
      seq: row['seq'],
      id: row['id'],
      type: row['type'],
      occurredAt: row['occurred'],
      recordedAt: row['recorded'],
      byPerson: row['by_person'],
      institutionId: row['institution_id'],
      acute: row['acute'],
      settles: row['settles'],
      data: row['data'],
      words: row['words'],
      keyId: row['key_id'],
    });
    await tx`update event set prev_hash = ${prev}, hash = ${hash} where dossier_id = ${dossierId} and seq = ${row['seq']}`;
    prev = hash;
  }
  return prev;
}

describe('anchors show what a forger covered up (reliability c10)', () => {
  it('a cut tail: nothing without the anchor, the first lost row with it', async () => {
    const [, dossierId = ''] = dossiers;
    const cut = async (tx: postgres.TransactionSql) => {
      await tx`delete from event where dossier_id = ${dossierId} and seq > 2`;
      await tx`update dossier set version = 2, chain_head = e.hash from event e
               where dossier.id = ${dossierId} and e.dossier_id = dossier.id and e.seq = 2`;
    };
    expect((await verifiedAfter(cut)).broken).toEqual([]);
    expect((await verifiedAfter(cut, [anchor])).broken).toEqual([{ dossierId, seq: 3, reason: 'missing' }]);
  });

  it('a chain written anew from a changed row on', async () => {
    const [, , , dossierId = ''] = dossiers;
    const forge = async (tx: postgres.TransactionSql) => {
      await tx`update event set type = 'duty.waived' where dossier_id = ${dossierId} and seq = 2`;
      const head = await rechain(tx, dossierId, 2);
      await tx`update dossier set chain_head = ${head} where id = ${dossierId}`;
    };
    expect((await verifiedAfter(forge)).broken).toEqual([]);
    const found = await verifiedAfter(forge, [anchor]);
    expect(found.broken).toEqual([{ dossierId, seq: FACTS, reason: 'anchorDiffers' }]);
  });

  it('a dossier removed with all its facts, and everything rolled back', async () => {
    const [dossierId = ''] = dossiers;
    const remove = async (tx: postgres.TransactionSql) => {
      await tx`delete from event where dossier_id = ${dossierId}`;
      await tx`delete from dossier where id = ${dossierId}`;
    };
    expect((await verifiedAfter(remove)).broken).toEqual([]);
    expect((await verifiedAfter(remove, [anchor])).broken).toEqual([
      { dossierId, seq: 1, reason: 'missing' },
    ]);
    const rollBack = (tx: postgres.TransactionSql) =>
      tx`delete from event`.then(() => tx`delete from dossier`);
    expect((await verifiedAfter(rollBack, [anchor])).broken.map((one) => one.dossierId)).toEqual(dossiers);
  });

  it('written to files, they come back in order, each covering the one before; a changed one shows', async () => {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'anchors-'));
    try {
      writeAnchor(folder, anchor);
      const [dossierId = ''] = dossiers;
      await asActor(store.api, { personId: people.teacher, now: T0 }, async (tx) => {
        await appendWithWords(tx, await locked(tx, dossierId), people, 1);
      });
      const next = await asClock(store.clock, (tx) => exportChainHeads(tx, at('2026-11-04T02:00:00.000Z')));
      writeAnchor(folder, next);
      expect(next.prevDigest).toBe(anchor.digest);
      const anchors = readAnchors(folder);
      expect(anchors).toEqual([anchor, next]);
      expect((await verifyChains(store.superuser, anchors)).broken).toEqual([]);
      expect(() => writeAnchor(folder, next)).toThrow(/EEXIST/);
      const forged = { ...anchor, heads: anchor.heads.slice(1) };
      const found = await verifyChains(store.superuser, [forged, next]);
      expect(found.broken).toEqual([{ dossierId: anchor.id, seq: 0, reason: 'anchorChanged' }]);
      const withoutFirst = await verifyChains(store.superuser, [{ ...anchor, digest: next.digest }, next]);
      expect(withoutFirst.broken.map((one) => one.reason)).toContain('anchorChanged');
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it('a chain goes on whole after words became unreadable and while facts are added', async () => {
    const [dossierId = ''] = dossiers;
    await store.superuser`update keyring.data_key set wrapped = null, destroyed_at = now() where scope_id = ${dossierId}`;
    const writing = asActor(store.api, { personId: people.teacher, now: T0 }, async (tx) => {
      await appendWithWords(tx, await locked(tx, dossierId), people, 1);
    });
    const found = await verifyChains(store.superuser);
    await writing;
    expect(found.broken).toEqual([]);
    expect((await verifyChains(store.superuser)).broken).toEqual([]);
  });
});
