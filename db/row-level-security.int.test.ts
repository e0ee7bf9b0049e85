import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AccessRow } from '../domain/access/access-rows.ts';
import { postsOf } from '../domain/access/posts.ts';
import { roles } from '../domain/procedure/party.ts';
import { openLearner } from './encryption/learner.ts';
import { openWords } from './encryption/words.ts';
import { actorKeys } from './party-key.ts';
import { loadAccess, logAccess, relationsTo } from './repositories/access.ts';
import { listDossiers, loadDossier, lockDossier } from './repositories/dossiers.ts';
import { listDuties } from './repositories/duties.ts';
import { appendEvents, loadEvents, loadEventsWithWords } from './repositories/events.ts';
import { findIdempotent } from './repositories/idempotency.ts';
import { loadDataKey } from './repositories/keys.ts';
import { loadNotices, releaseDigest } from './repositories/notices.ts';
import { insertNoticesOf, replaceAccess, replaceDuties, replaceSteps } from './testing/derived.ts';
import {
  accessRow,
  appendWithWords,
  at,
  dutyOf,
  factOf,
  full,
  insertPeople,
  keys,
  locked,
  openDossier,
  type People,
  stepOf,
  T0,
} from './testing/fixtures.ts';
import { sealLearner } from './testing/learners.ts';
import { createStore, type TestStore } from './testing/store.ts';
import { asActor, asClock, type Transaction } from './transaction.ts';

let store: TestStore;
let people: People;
let dossierId: string;

const as = <T>(personId: string, work: (tx: Transaction) => Promise<T>, now = T0): Promise<T> =>
  asActor(store.api, { personId, now }, work);

/** Gives the dossier these access rows besides the teacher's own. */
async function grant(...rows: readonly AccessRow[]): Promise<void> {
  await asClock(store.clock, (tx) => replaceAccess(tx, dossierId, [full(people.teacher), ...rows]));
}

const tables = [
  'dossier',
  'event',
  'duty',
  'step',
  'notice',
  'dossier_access',
  'access_log',
  'learner',
  'learner_profile',
  'dossier_learner',
  'keyring.data_key',
  'idempotency',
];

/** What the policies give is the same whichever way they look (migration `gathered_scope`). */
async function visible(tx: Transaction): Promise<Readonly<Record<string, number>>> {
  const lookedUp = await counted(tx);
  await tx.execute(sql`select set_config('app.gathers', 'true', true)`);
  expect(await counted(tx)).toEqual(lookedUp);
  return lookedUp;
}

async function counted(tx: Transaction): Promise<Readonly<Record<string, number>>> {
  const counts: Record<string, number> = {};
  for (const table of tables) {
    // The key to the index by which learners are found is everybody's in the municipality; the index is not.
    const rows = table === 'keyring.data_key' ? `${table} where scope_kind <> 'municipality'` : table;
    const [row] = await tx.execute<{ n: number }>(sql.raw(`select count(*)::int as n from ${rows}`));
    counts[table] = row?.n ?? -1;
  }
  return counts;
}

const nothing = Object.fromEntries(tables.map((table) => [table, 0]));

beforeAll(async () => {
  store = await createStore();
  people = await insertPeople(store.owner);
  dossierId = await as(people.teacher, async (tx) => {
    const dossier = await openDossier(tx, people, [full(people.teacher)]);
    const learner = { firstName: 'Anna', lastName: 'Bērziņa', className: '5.b' };
    await sealLearner(tx, keys, dossier, learner, T0);
    await appendWithWords(tx, dossier, people, 2);
    await replaceDuties(tx, dossier, [dutyOf(people, 'reply:1')]);
    await replaceSteps(tx, dossier.id, [stepOf(people)]);
    await insertNoticesOf(tx, dossier.id, [noticeFor(people.teacher)], T0);
    await logAccess(tx, {
      id: randomUUID(),
      at: T0,
      personId: people.teacher,
      institutionId: people.school,
      dossierId: dossier.id,
      act: 'dossier.read',
      purpose: 'case',
    });
    return dossier.id;
  });
});
afterAll(() => store.close());

const noticeFor = (recipientId: string) => ({
  dutyKey: 'reply:1',
  generation: 0,
  name: 'first' as const,
  n: 0,
  recipientId,
  institutionId: people.school,
  toldAs: 'owes' as const,
  urgency: 'digest' as const,
  sendAt: null,
});

describe('without an actor nothing is seen (reliability c9, d13)', () => {
  it('outside of a transaction that set one', async () => {
    expect(await store.api.orm.transaction(visible)).toEqual(nothing);
  });

  it("on a connection where one was set before: the value is '' then, not NULL", async () => {
    const connection = await store.api.client.reserve();
    try {
      await connection`begin`;
      await connection`select app.enter(${people.teacher}::uuid, ${T0}::timestamptz)`;
      const inside = await connection`select count(*)::int as n from dossier`;
      expect(inside[0]?.['n']).toBe(1);
      await connection`commit`;
      const [after] = await connection`
        select current_setting('app.actor', true) as actor, app.actor() as id, app.keys() as keys, app.opened() as opened`;
      expect(after).toEqual({ actor: '', id: null, keys: null, opened: null });
      for (const table of tables) {
        const [row] = await connection.unsafe(`select count(*)::int as n from ${table}`);
        expect(row?.['n'], table).toBe(0);
      }
    } finally {
      connection.release();
    }
  });

  it('with an unknown person, and with one whose account is switched off', async () => {
    expect(await as(randomUUID(), visible)).toEqual(nothing);
    await store.superuser`update person set active = false where id = ${people.teacher}`;
    expect(await as(people.teacher, visible)).toEqual(nothing);
    await store.superuser`update person set active = true where id = ${people.teacher}`;
  });

  it('and nothing is written', async () => {
    const denied = { cause: { code: '42501' } };
    await expect(store.api.orm.transaction((tx) => openDossier(tx, people))).rejects.toMatchObject(denied);
    await expect(as(randomUUID(), (tx) => openDossier(tx, people))).rejects.toMatchObject(denied);
    const request = { actor: people.teacher, key: 'k', requestHash: 'h' };
    const remember = store.api.orm.transaction((tx) => findIdempotent(tx, request, T0));
    await expect(remember).rejects.toMatchObject(denied);
  });
});

describe('an actor sees what access rows give (architecture 3, “Access”)', () => {
  it('everything of a dossier with a full view, and nothing of it without a row', async () => {
    await grant();
    expect(await as(people.teacher, visible)).toMatchObject({
      dossier: 1,
      event: 2,
      duty: 1,
      step: 1,
      notice: 1,
      dossier_access: 1,
      access_log: 1,
      learner: 1,
      learner_profile: 1,
      dossier_learner: 1,
      'keyring.data_key': 2,
    });
    expect(await as(people.stranger, visible)).toEqual(nothing);
    expect(await as(people.principal, visible)).toEqual(nothing);
  });

  it('who looked: those who lead and data protection, not everybody on the case (issue 4, section 3)', async () => {
    const stranger = { kind: 'person', id: people.stranger } as const;
    for (const [relation, seen] of [
      ['manager', 1],
      ['managersHead', 1],
      ['dataProtection', 1],
      ['colleague', 0],
      ['receiver', 0],
      ['administrator', 0],
    ] as const) {
      await grant(accessRow(stranger, relation));
      expect(await as(people.stranger, visible), relation).toMatchObject({ dossier: 1, access_log: seen });
    }
    await grant(accessRow(stranger, 'manager'), accessRow(stranger, 'excluded'));
    expect(await as(people.stranger, visible)).toMatchObject({ dossier: 0, access_log: 0 });
  });

  it('what somebody does not see cannot be told from what does not exist', async () => {
    await grant();
    await as(people.stranger, async (tx) => {
      for (const id of [dossierId, randomUUID()]) {
        expect(await loadDossier(tx, id)).toBeNull();
        expect(await lockDossier(tx, id)).toBeNull();
        expect(await loadEvents(tx, id)).toEqual([]);
        expect(await loadAccess(tx, id)).toEqual([]);
        expect(await relationsTo(tx, id)).toEqual([]);
        expect(await openLearner(tx, keys, id)).toBeNull();
      }
      expect(await listDossiers(tx, {}, { limit: 10 }, T0)).toEqual([]);
      expect(await listDuties(tx, {}, { limit: 10 }, T0)).toEqual([]);
      expect(await listDuties(tx, { municipalityId: people.municipalityId }, { limit: 10 }, T0)).toEqual([]);
    });
  });

  it('deadlines without content: duties, but no facts, words, names or keys', async () => {
    await grant(accessRow({ kind: 'person', id: people.stranger }, 'administrator'));
    expect(await as(people.stranger, visible)).toEqual({
      ...nothing,
      dossier: 1,
      duty: 1,
      step: 1,
      notice: 1,
      dossier_access: 1,
    });
  });

  it('whoever only owes or waits sees those duties and no others (duties 7: the least that is needed)', async () => {
    const other = dutyOf(people, 'others', {
      owedBy: { party: 'person', role: 'teacher', institutionId: people.school, personId: people.teacher },
      owedTo: [{ party: 'person', role: 'principal', institutionId: people.school, personId: null }],
    });
    const ownKeys = { owes: 'owes', waits: 'waits' };
    const stranger = { party: 'person', role: 'principal', institutionId: people.otherSchool } as const;
    await grant(accessRow({ kind: 'person', id: people.stranger }, 'dutyParty'));
    await as(people.teacher, async (tx) => {
      const dossier = await locked(tx, dossierId);
      await replaceDuties(tx, dossier, [
        other,
        dutyOf(people, ownKeys.owes, { owedBy: { ...stranger, personId: people.stranger } }),
        dutyOf(people, ownKeys.waits, { owedTo: [{ ...stranger, personId: null }] }),
      ]);
    });
    const seen = await as(people.stranger, (tx) => listDuties(tx, {}, { limit: 10 }, T0));
    expect(seen.map(({ duty }) => duty.key).sort()).toEqual([ownKeys.owes, ownKeys.waits]);
    expect(await as(people.stranger, visible)).toMatchObject({
      dossier: 1,
      event: 0,
      duty: 2,
      step: 0,
      notice: 0,
    });
    expect(await as(people.teacher, visible)).toMatchObject({ duty: 3 });
  });

  it('the posts of a role are the same in the core and in the database', async () => {
    const rows = await store.superuser<{ role: string; posts: string[] }[]>`
      select role, app.posts_of(role) as posts from unnest(${[...roles]}::text[]) as role`;
    expect(rows.map(({ role, posts }) => [role, posts])).toEqual(roles.map((role) => [role, postsOf(role)]));
  });

  it('what an actor is, is the same in lists and in row-level security', async () => {
    const holdings = [{ institutionId: people.school, role: 'principal' }] as const;
    const keys = await as(people.principal, async (tx) => {
      const [row] = await tx.execute<{ keys: string[] }>(sql`select app.keys() as keys`);
      return row?.keys ?? [];
    });
    expect([...keys].sort()).toEqual([...actorKeys(people.principal, holdings)].sort());
  });

  it('through a post in an institution: its holders only, and as long as they hold it', async () => {
    const principals = accessRow(
      { kind: 'institution', id: people.school, role: 'leadership' },
      'managersHead',
    );
    await grant(principals);
    expect((await as(people.principal, visible))['dossier']).toBe(1);
    expect((await as(people.stranger, visible))['dossier']).toBe(0);
    await store.superuser`update role_holder set until_at = '2026-12-01T00:00:00Z' where person_id = ${people.principal}`;
    expect((await as(people.principal, visible, at('2026-11-30T23:59:59.999Z')))['dossier']).toBe(1);
    expect((await as(people.principal, visible, at('2026-12-01T00:00:00.000Z')))['dossier']).toBe(0);
    await store.superuser`update role_holder set until_at = null where person_id = ${people.principal}`;
  });

  it('through an institution as a whole: anybody who holds a role there', async () => {
    await grant(accessRow({ kind: 'institution', id: people.otherSchool, role: null }, 'receiver'));
    expect(await as(people.stranger, (tx) => relationsTo(tx, dossierId))).toEqual(['receiver']);
    expect((await as(people.stranger, visible))['event']).toBe(2);
    expect((await as(people.principal, visible))['dossier']).toBe(0);
  });

  it('not before the row begins, two minutes for different clocks given', async () => {
    const later = accessRow(
      { kind: 'person', id: people.stranger },
      'partner',
      at('2026-11-10T10:00:00.000Z'),
    );
    await grant(later);
    const seenAt = async (now: string) => (await as(people.stranger, visible, at(now)))['dossier'];
    expect(await seenAt('2026-11-10T09:57:59.999Z')).toBe(0);
    expect(await seenAt('2026-11-10T09:58:00.000Z')).toBe(1);
  });

  it('an excluded person finds no trace, whatever else gives access (rules of conduct 3)', async () => {
    await grant(
      accessRow({ kind: 'institution', id: people.school, role: 'leadership' }, 'managersHead'),
      accessRow({ kind: 'person', id: people.principal }, 'excluded'),
    );
    const seen = await as(people.principal, visible);
    expect({ ...seen, dossier_access: 0 }).toEqual(nothing);
    await as(people.principal, async (tx) => {
      expect(await lockDossier(tx, dossierId)).toBeNull();
      expect(await relationsTo(tx, dossierId)).toContain('excluded');
      expect(await listDossiers(tx, {}, { limit: 10 }, T0)).toEqual([]);
      expect(await listDuties(tx, {}, { limit: 10 }, T0)).toEqual([]);
      expect(await loadNotices(tx, dossierId)).toEqual([]);
    });
  });

  it('a seen dossier is written only after it was locked, and nobody else’s with it', async () => {
    await grant();
    await expect(
      as(people.teacher, (tx) => replaceSteps(tx, dossierId, [stepOf(people, { n: 7 })])),
    ).rejects.toMatchObject({ cause: { code: '42501' } });
    const other = await as(people.principal, (tx) => openDossier(tx, people, [full(people.principal)]));
    await expect(
      as(people.teacher, async (tx) => {
        await locked(tx, dossierId);
        await replaceAccess(tx, other.id, [full(people.teacher)]);
      }),
    ).rejects.toMatchObject({ cause: { code: '42501' } });
    await expect(
      as(people.teacher, async (tx) => {
        await locked(tx, dossierId);
        await tx.execute(sql`update dossier set status = 'closed' where id = ${other.id}`);
        expect((await visible(tx))['dossier']).toBe(1);
      }),
    ).resolves.toBeUndefined();
    expect(await as(people.principal, (tx) => loadDossier(tx, other.id))).toMatchObject({ status: 'open' });
  });

  it('a locked dossier is worked on as a whole, also by somebody whose own view is narrow or just ends', async () => {
    await grant(accessRow({ kind: 'person', id: people.stranger }, 'administrator'));
    await as(people.stranger, async (tx) => {
      const dossier = await locked(tx, dossierId);
      expect(await loadEvents(tx, dossierId)).toHaveLength(2);
      await replaceAccess(tx, dossierId, [full(people.teacher)]);
      await replaceDuties(tx, dossier, [dutyOf(people, 'reply:1', { generation: 1 })]);
      await replaceDuties(tx, dossier, [dutyOf(people, 'reply:1')]);
    });
    expect(await as(people.stranger, visible)).toEqual(nothing);
  });

  it('nobody records a fact in another’s name', async () => {
    await grant();
    await expect(
      as(people.teacher, async (tx) => {
        const dossier = await locked(tx, dossierId);
        await appendEvents(tx, dossier, [factOf(people, 3, { by: people.principal })], new Map());
      }),
    ).rejects.toMatchObject({ cause: { code: '42501' } });
  });

  it('a look is logged in one’s own name only', async () => {
    const look = {
      id: randomUUID(),
      at: T0,
      personId: people.principal,
      institutionId: people.school,
      dossierId,
      act: 'dossier.read',
      purpose: 'case',
    };
    await expect(as(people.teacher, (tx) => logAccess(tx, look))).rejects.toMatchObject({
      cause: { code: '42501' },
    });
  });

  it('an institution’s digest is released by its people, unseen, and by nobody else', async () => {
    await grant();
    await expect(as(people.stranger, (tx) => releaseDigest(tx, people.school, T0))).rejects.toMatchObject({
      cause: { code: '42501' },
    });
    expect(await as(people.principal, (tx) => releaseDigest(tx, people.school, T0))).toBe(1);
    expect((await as(people.principal, visible))['notice']).toBe(0);
    expect(await asClock(store.clock, (tx) => releaseDigest(tx, people.school, T0))).toBe(0);
  });

  it('words open for a full view, and their key is nobody else’s', async () => {
    await grant();
    const read = async (tx: Transaction) => {
      const rows = await loadEventsWithWords(tx, dossierId, { limit: 10, afterSeq: 0 });
      const sealed = new Map(
        rows.flatMap((row) => (row.sealed === null ? [] : [[row.event.id, row.sealed] as const])),
      );
      return [...(await openWords(tx, keys, sealed)).values()];
    };
    expect(await as(people.teacher, read)).toEqual([
      'Stāsts par Anniņu, 1. daļa',
      'Stāsts par Anniņu, 2. daļa',
    ]);
    expect(await as(people.teacher, (tx) => openLearner(tx, keys, dossierId))).toMatchObject({
      firstName: 'Anna',
    });
    expect(await as(people.stranger, read)).toEqual([]);
    expect(
      await as(people.stranger, (tx) => loadDataKey(tx, keys, { kind: 'dossier', id: dossierId })),
    ).toBeNull();
  });
});
