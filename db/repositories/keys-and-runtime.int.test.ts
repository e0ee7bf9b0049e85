import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { newKey, UnreadableError } from '../encryption/aes-gcm.ts';
import { keyProvider } from '../encryption/key-provider.ts';
import { openLearner } from '../encryption/learner.ts';
import { openWords } from '../encryption/words.ts';
import { rewrapKeys } from '../rewrap-keys.ts';
import { replaceSteps } from '../testing/derived.ts';
import {
  at,
  dossierWithFacts,
  full,
  insertPeople,
  keys,
  locked,
  openDossier,
  type People,
  stepOf,
  T0,
} from '../testing/fixtures.ts';
import { sealLearner } from '../testing/learners.ts';
import { createStore, type TestStore } from '../testing/store.ts';
import { asActor, asClock, type Transaction, withSavepoint } from '../transaction.ts';
import { verifyChains } from '../verify-chain.ts';
import { holdingsOf, loadDirectory } from './directory.ts';
import { lockDossier } from './dossiers.ts';
import { loadEvents, loadEventsWithWords } from './events.ts';
import { findIdempotent, forgetIdempotent, rememberIdempotent } from './idempotency.ts';
import { destroyDataKey, ensureDataKey } from './keys.ts';
import {
  loadIncarnation,
  loadSimulatedClock,
  markTraining,
  setSimulatedClock,
  storeIncarnation,
} from './runtime.ts';
import { pendingSteps } from './steps.ts';
import { withSweepLock } from './sweep-lock.ts';

let store: TestStore;
let people: People;

beforeAll(async () => {
  store = await createStore();
});
beforeEach(async () => {
  people = await insertPeople(store.owner);
});
afterAll(() => store.close());

const teacher = <T>(work: (tx: Transaction) => Promise<T>): Promise<T> =>
  asActor(store.api, { personId: people.teacher, now: T0 }, work);
const clock = <T>(work: (tx: Transaction) => Promise<T>): Promise<T> => asClock(store.clock, work);
const newDossier = () => teacher((tx) => openDossier(tx, people));

describe('idempotency keys', () => {
  const request = () => ({ actor: people.teacher, key: randomUUID(), requestHash: 'hash-1' });

  it('the same request is carried out once and answers the same, another one is refused', async () => {
    const one = request();
    await teacher(async (tx) => {
      expect(await findIdempotent(tx, one, T0)).toBe('new');
      await rememberIdempotent(tx, one, { dossierId: 'd', version: 3 });
    });
    expect(await teacher((tx) => findIdempotent(tx, one, T0))).toEqual({ dossierId: 'd', version: 3 });
    expect(await teacher((tx) => findIdempotent(tx, { ...one, requestHash: 'hash-2' }, T0))).toBe('reused');
  });

  it('of five at once one is new and four answer what it did', async () => {
    const one = request();
    const answers = await Promise.all(
      Array.from({ length: 5 }, (_, index) =>
        teacher(async (tx) => {
          const found = await findIdempotent(tx, one, T0);
          if (found === 'new') await rememberIdempotent(tx, one, { by: index });
          return found;
        }),
      ),
    );
    expect(answers.filter((answer) => answer === 'new')).toHaveLength(1);
    const others = answers.filter((answer) => answer !== 'new');
    expect(new Set(others.map((answer) => JSON.stringify(answer))).size).toBe(1);
  });

  it('a transaction that failed leaves no key behind', async () => {
    const one = request();
    const failed = teacher(async (tx) => {
      await findIdempotent(tx, one, T0);
      throw new Error('refused');
    });
    await expect(failed).rejects.toThrow('refused');
    expect(
      await teacher((tx) =>
        findIdempotent(tx, one, T0).then((found) => rememberIdempotent(tx, one, {}).then(() => found)),
      ),
    ).toBe('new');
  });

  it('a key is its actor’s alone, and is forgotten after its time', async () => {
    const one = request();
    const carryOut = async (tx: Transaction, who: string) => {
      const found = await findIdempotent(tx, { ...one, actor: who }, T0);
      await rememberIdempotent(tx, { ...one, actor: who }, {});
      return found;
    };
    expect(await teacher((tx) => carryOut(tx, people.teacher))).toBe('new');
    const other = { personId: people.principal, now: T0 };
    expect(await asActor(store.api, other, (tx) => carryOut(tx, people.principal))).toBe('new');
    expect(await clock((tx) => forgetIdempotent(tx, T0))).toBe(0);
    expect(await clock((tx) => forgetIdempotent(tx, at('2026-11-02T08:00:00.001Z')))).toBeGreaterThanOrEqual(
      2,
    );
  });
});

describe('keys (reliability c11, goal 34)', () => {
  const words = async (id: string, provider = keys) =>
    teacher(async (tx) => {
      const rows = await loadEventsWithWords(tx, id, { limit: 10, afterSeq: 0 });
      const sealed = new Map(
        rows.flatMap((row) => (row.sealed ? [[row.event.id, row.sealed] as const] : [])),
      );
      return [...(await openWords(tx, provider, sealed)).values()];
    });

  it('words of one row moved to another do not open', async () => {
    const id = await dossierWithFacts(store.api, people, 2);
    await teacher(async (tx) => {
      const rows = await loadEventsWithWords(tx, id, { limit: 10, afterSeq: 0 });
      const [first, second] = rows;
      if (first?.sealed == null || second === undefined) throw new Error('two facts with words');
      const moved = new Map([[second.event.id, first.sealed]]);
      await expect(openWords(tx, keys, moved)).rejects.toThrow(UnreadableError);
    });
  });

  it('a destroyed key: words unreadable, facts and chain whole', async () => {
    const id = await dossierWithFacts(store.api, people, 2);
    expect(await words(id)).toHaveLength(2);
    const erase = () => store.owner.orm.transaction((tx) => destroyDataKey(tx, { kind: 'dossier', id }, T0));
    expect(await erase()).toBe(true);
    expect(await erase()).toBe(false);
    expect(await words(id)).toEqual([null, null]);
    expect(await teacher((tx) => loadEvents(tx, id))).toHaveLength(2);
    expect((await verifyChains(store.superuser)).broken).toEqual([]);
  });

  it('a destroyed dossier’s key takes those of its evaluations with it (architecture 3, “Erasure”)', async () => {
    const { id } = await newDossier();
    const evaluation = {
      kind: 'evaluation',
      id: randomUUID(),
      dossierId: id,
      institutionId: people.school,
    } as const;
    await teacher(async (tx) => {
      await lockDossier(tx, id);
      await ensureDataKey(tx, keys, { kind: 'dossier', id }, T0);
      await ensureDataKey(tx, keys, evaluation, T0);
    });
    await store.owner.orm.transaction((tx) => destroyDataKey(tx, { kind: 'dossier', id }, T0));
    const left = await store.superuser`
      select 1 from keyring.data_key where (scope_id = ${id} or dossier_id = ${id}) and wrapped is not null`;
    expect(left).toHaveLength(0);
  });

  it('no role of the product destroys a key', async () => {
    const id = await dossierWithFacts(store.api, people, 1);
    await expect(teacher((tx) => destroyDataKey(tx, { kind: 'dossier', id }, T0))).rejects.toMatchObject({
      cause: { code: '42501' },
    });
  });

  it('two at once make one key', async () => {
    const { id } = await newDossier();
    const made = await Promise.all(
      [1, 2].map(() =>
        teacher(async (tx) => {
          await locked(tx, id);
          return (await ensureDataKey(tx, keys, { kind: 'dossier', id }, T0)).id;
        }),
      ),
    );
    expect(new Set(made).size).toBe(1);
  });

  it('re-wrapped, everything stays readable, before, while and after; the old key may go', async () => {
    const id = await dossierWithFacts(store.api, people, 2);
    await teacher(async (tx) => {
      const dossier = await locked(tx, id);
      await sealLearner(tx, keys, dossier, { firstName: 'Anna', lastName: 'Bērziņa', className: '5.b' }, T0);
    });
    const newest = { id: 'second', key: newKey() };
    const rotating = keyProvider([newest, keys.current]);
    const before =
      await store.superuser`select id from keyring.data_key where destroyed_at is null order by id`;
    const [done, ...read] = await Promise.all([
      rewrapKeys(store.owner, rotating, 1),
      ...Array.from({ length: 20 }, () => words(id, rotating)),
    ]);
    expect(done.rewrapped).toBe(before.length);
    expect([...done.wrappedBy]).toEqual([['second', before.length]]);
    for (const texts of read)
      expect(texts).toEqual(['Stāsts par Anniņu, 1. daļa', 'Stāsts par Anniņu, 2. daļa']);
    const newOnly = keyProvider([newest]);
    expect(await words(id, newOnly)).toHaveLength(2);
    expect(await teacher((tx) => openLearner(tx, newOnly, id))).toMatchObject({ lastName: 'Bērziņa' });
    await expect(words(id, keys)).rejects.toThrow(UnreadableError);
    expect((await rewrapKeys(store.owner, rotating)).rewrapped).toBe(0);
    await rewrapKeys(store.owner, keyProvider([keys.current, newest]));
  });
});

describe('directory and runtime', () => {
  it('loads who holds which role now, with accounts that work', async () => {
    await store.superuser`update person set active = false where id = ${people.principal}`;
    const found = await clock((tx) => loadDirectory(tx, people.municipalityId, T0));
    expect(found.institutions.map((one) => [one.name, one.movedDaysOn])).toHaveLength(2);
    expect(found.holders.map((one) => one.personId).sort()).toEqual([people.teacher, people.stranger].sort());
    expect(found).toMatchObject({ setting: null, settingVersion: 0, calendarChanges: [], workingHours: {} });
    expect(await teacher((tx) => holdingsOf(tx, people.teacher, T0))).toEqual([
      { institutionId: people.school, personId: people.teacher, role: 'classTeacher', inPlaceOf: null },
    ]);
    await expect(clock((tx) => loadDirectory(tx, randomUUID(), T0))).rejects.toThrow(/not known/);
  });

  it('remembers the Temporal store', async () => {
    expect(await clock(loadIncarnation)).toBeNull();
    for (const sentinelRunId of ['run-1', 'run-2']) {
      await clock((tx) => storeIncarnation(tx, { namespaceId: 'n', sentinelRunId }, T0));
      expect(await clock(loadIncarnation)).toEqual({ namespaceId: 'n', sentinelRunId });
    }
  });

  it('keeps the simulated clock of a training database only', async () => {
    const simulated = { mode: 'simulated', nowAt: T0, setAt: T0, rate: null } as const;
    await expect(clock((tx) => setSimulatedClock(tx, simulated))).rejects.toMatchObject({
      cause: { code: '23514' },
    });
    await store.owner.orm.transaction(markTraining);
    await clock((tx) => setSimulatedClock(tx, simulated));
    expect(await teacher(loadSimulatedClock)).toEqual({ training: true, ...simulated });
    await clock((tx) => setSimulatedClock(tx, { mode: 'real', nowAt: null, setAt: null, rate: null }));
  });

  it('one process at a time sweeps', async () => {
    const inner: boolean[] = [];
    const outer = await withSweepLock(store.clock, async () => {
      inner.push(await withSweepLock(store.clock, async () => undefined));
    });
    expect([outer, ...inner]).toEqual([true, false]);
    expect(await withSweepLock(store.clock, async () => undefined)).toBe(true);
    await expect(withSweepLock(store.clock, () => Promise.reject(new Error('broken')))).rejects.toThrow(
      'broken',
    );
    expect(await withSweepLock(store.clock, async () => undefined)).toBe(true);
  });

  it('a failed savepoint takes back its own part only', async () => {
    const { id } = await newDossier();
    await teacher(async (tx) => {
      await locked(tx, id);
      await replaceSteps(tx, id, [stepOf(people)]);
      const failing = withSavepoint(tx, async (inner) => {
        await replaceSteps(inner, id, []);
        throw new Error('poison');
      });
      await expect(failing).rejects.toThrow('poison');
      expect(await pendingSteps(tx, id)).toHaveLength(1);
    });
  });

  it('an access row for a person, an institution and a role are three', async () => {
    const { id } = await newDossier();
    expect(full(people.teacher)).toMatchObject({ view: 'full' });
    const rows =
      await store.superuser`select party_key from dossier_access where dossier_id = ${id} order by 1`;
    expect(rows.map((row) => row['party_key'])).toEqual([
      `i:${people.school}:leadership`,
      `p:${people.teacher}`,
    ]);
  });
});
