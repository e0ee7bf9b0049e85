import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { duty, step } from '../schema/index.ts';
import { noteNextStep, replaceDuties, replaceSteps, stepsOf, takeSteps } from '../testing/derived.ts';
import {
  appendWithWords,
  at,
  dossierWithFacts,
  dutyOf,
  factOf,
  insertPeople,
  locked,
  openDossier,
  type People,
  stepOf,
  T0,
} from '../testing/fixtures.ts';
import { createStore, type TestStore } from '../testing/store.ts';
import { asActor, asClock, type Transaction, withSavepoint } from '../transaction.ts';
import { verifyChains } from '../verify-chain.ts';
import {
  countDuties,
  dossiersToPoke,
  forgetClocks,
  listDossiers,
  loadDossier,
  lockDossier,
  lockDueDossiers,
  markClockRead,
  nextCaseNumber,
  setPoison,
} from './dossiers.ts';
import { listDuties, loadDuties, loadDutiesByKey } from './duties.ts';
import { appendEvents, loadEvents, loadEventsWithWords, VersionConflict } from './events.ts';
import { lastTakenDigest, pendingSteps, pendingStepsOf } from './steps.ts';

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

describe('facts', () => {
  it('come back as they were written: flags, lists, numbers, Latvian letters, milliseconds', async () => {
    const { id } = await newDossier();
    const written = [
      factOf(people, 1),
      factOf(people, 2, { acute: true, settles: ['reply:1', 'a,"b"{}\\', 'ķēde'] }),
      factOf(people, 3, { acute: false, settles: [] }),
    ];
    await teacher(async (tx) => appendEvents(tx, await locked(tx, id), written, new Map()));
    expect(await teacher((tx) => loadEvents(tx, id))).toEqual(written);
    expect(await clock((tx) => loadEvents(tx, id))).toEqual(written);
    const kinds =
      await store.superuser`select distinct jsonb_typeof(data) as kind from event where dossier_id = ${id}`;
    expect(kinds.map((row) => row['kind'])).toEqual(['object']);
  });

  it('are appended only to the version that was read (optimistic version)', async () => {
    const id = await dossierWithFacts(store.api, people, 2);
    await teacher(async (tx) => {
      const read = await locked(tx, id);
      expect(read.version).toBe(2);
      await expect(
        withSavepoint(tx, (inner) => appendEvents(inner, read, [factOf(people, 4)], new Map())),
      ).rejects.toThrow(VersionConflict);
      expect(await appendEvents(tx, read, [factOf(people, 3)], new Map())).toBe(3);
      await expect(
        withSavepoint(tx, (inner) => appendEvents(inner, read, [factOf(people, 3)], new Map())),
      ).rejects.toThrow(VersionConflict);
    });
    expect(await teacher((tx) => loadEvents(tx, id))).toHaveLength(3);
  });

  it('of writers at the same time none is lost and none is written twice', async () => {
    const { id } = await newDossier();
    await Promise.all(
      Array.from({ length: 8 }, () =>
        teacher(async (tx) => {
          const dossier = await locked(tx, id);
          await appendEvents(tx, dossier, [factOf(people, dossier.version + 1)], new Map());
        }),
      ),
    );
    const seqs = (await teacher((tx) => loadEvents(tx, id))).map((fact) => fact.seq);
    expect(seqs).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect((await verifyChains(store.superuser)).broken).toEqual([]);
  });

  it('the clock appends facts without words to the same chain', async () => {
    const id = await dossierWithFacts(store.api, people, 1);
    await clock(async (tx) => appendEvents(tx, await locked(tx, id), [factOf(people, 2)], new Map()));
    await teacher(async (tx) => appendWithWords(tx, await locked(tx, id), people, 1));
    expect((await verifyChains(store.superuser)).broken).toEqual([]);
    const page = await teacher((tx) => loadEventsWithWords(tx, id, { limit: 5, afterSeq: 1 }));
    expect(page.map((row) => [row.event.seq, row.sealed !== null])).toEqual([
      [2, false],
      [3, true],
    ]);
  });
});

describe('duties', () => {
  it('come back as they were; the stored moment is the same instant', async () => {
    const { id } = await newDossier();
    const one = dutyOf(people, 'reply:1');
    await teacher(async (tx) => replaceDuties(tx, await locked(tx, id), [one]));
    expect(await teacher((tx) => loadDuties(tx, id))).toEqual([one]);
    const [row] = await teacher((tx) => tx.select().from(duty).where(eq(duty.dossierId, id)));
    expect(row).toMatchObject({
      owedByKey: `p:${people.teacher}`,
      dueAt: '2026-11-16T22:00:00.000Z',
      dueDay: '2026-11-16',
      dueSort: '2026-11-16T22:00:00.000Z',
      canBeLate: true,
      duty: { key: 'reply:1' },
    });
  });

  it('that did not change are not written again; changed, new and vanished ones are', async () => {
    const { id } = await newDossier();
    const rows = () =>
      store.superuser`select key, xmin::text as written from duty where dossier_id = ${id} order by key`;
    const [a, b, c] = ['a:1', 'b:1', 'c:1'].map((key) => dutyOf(people, key));
    if (a === undefined || b === undefined || c === undefined) throw new Error('three duties');
    await teacher(async (tx) => replaceDuties(tx, await locked(tx, id), [a, b]));
    const before = await rows();
    await teacher(async (tx) => replaceDuties(tx, await locked(tx, id), [b, a]));
    expect(await rows()).toEqual(before);
    const moved = { ...b, generation: 1 };
    await clock(async (tx) => replaceDuties(tx, await locked(tx, id), [moved, c]));
    expect(await teacher((tx) => loadDuties(tx, id))).toEqual([moved, c]);
  });

  it('are listed by due moment, page after page without gap or repetition', async () => {
    const { id } = await newDossier();
    const due = (day: number) => ({
      due: { at: at(`2026-11-${day}T22:00:00.000Z`), day: `2026-11-${day}` as never },
    });
    const untimed = { due: null };
    const duties = [
      dutyOf(people, 'a:1', due(12)),
      dutyOf(people, 'b:1', due(11)),
      dutyOf(people, 'c:1', untimed),
      dutyOf(people, 'd:1', due(12)),
      dutyOf(people, 'e:1', untimed),
    ];
    await teacher(async (tx) => replaceDuties(tx, await locked(tx, id), duties));
    const keysSeen: string[] = [];
    let after: Parameters<typeof listDuties>[2]['after'];
    for (;;) {
      const paging = after === undefined ? { limit: 2 } : { limit: 2, after };
      const page = await teacher((tx) => listDuties(tx, { dossierId: id }, paging, T0));
      const last = page.at(-1);
      if (last === undefined) break;
      keysSeen.push(...page.map((row) => row.duty.key));
      after = { dueAt: last.duty.due?.at ?? null, dossierId: last.dossierId, key: last.duty.key };
    }
    expect(keysSeen).toEqual(['b:1', 'a:1', 'd:1', 'c:1', 'e:1']);
  });

  it('are found by side, status, kind and due range', async () => {
    const { id } = await newDossier();
    const done = {
      how: 'fulfilled' as const,
      at: T0,
      day: '2026-11-02' as never,
      recordedAt: T0,
      eventIds: [],
    };
    const duties = [
      dutyOf(people, 'late:1'),
      dutyOf(people, 'quiet:1', { force: { act: 'must', term: 'default' } }),
      dutyOf(people, 'unknown:1', { answerUnknown: true }),
      dutyOf(people, 'done:1', { settled: done }),
      dutyOf(people, 'family:1', { owedBy: { party: 'family', who: 'parents' }, kind: 'talk' }),
    ];
    await teacher(async (tx) => replaceDuties(tx, await locked(tx, id), duties));
    const later = at('2026-11-17T08:00:00.000Z');
    const found = async (filter: Parameters<typeof listDuties>[1]) =>
      (await teacher((tx) => listDuties(tx, filter, { limit: 10 }, later))).map((row) => row.duty.key);
    expect(await found({ status: 'late' })).toEqual(['family:1', 'late:1']);
    expect(await found({ status: 'late', owedByKeys: [`p:${people.teacher}`] })).toEqual(['late:1']);
    expect(await found({ status: 'settled' })).toEqual(['done:1']);
    expect(await found({ status: 'open', kind: 'talk' })).toEqual(['family:1']);
    expect(await found({ owedByInstitutionId: people.school, status: 'open' })).toHaveLength(3);
    expect(await found({ owedToInstitutionId: people.school })).toHaveLength(5);
    expect(await found({ owedToKeys: [`i:${people.school}:principal`], status: 'open' })).toHaveLength(4);
    expect(await found({ owedToInstitutionId: people.otherSchool })).toEqual([]);
    expect(await found({ dueFrom: '2026-11-17' as never })).toEqual([]);
    expect(await found({ dueFrom: '2026-11-16' as never, dueUntil: '2026-11-16' as never })).toHaveLength(5);
    expect(await clock((tx) => countDuties(tx, [id], later))).toEqual(
      new Map([[id, { nextDueAt: '2026-11-16T22:00:00.000Z', openDuties: 4, lateDuties: 2 }]]),
    );
    const listed = await teacher((tx) => loadDutiesByKey(tx, [{ dossierId: id, dutyKey: 'done:1' }]));
    expect(listed).toMatchObject([{ dossierId: id, duty: { key: 'done:1' } }]);
  });

  it('is late from the due moment on, not before', async () => {
    const { id } = await newDossier();
    await teacher(async (tx) => replaceDuties(tx, await locked(tx, id), [dutyOf(people, 'a:1')]));
    const late = (now: string) =>
      teacher((tx) => listDuties(tx, { dossierId: id, status: 'late' }, { limit: 1 }, at(now)));
    expect(await late('2026-11-16T21:59:59.999Z')).toHaveLength(0);
    expect(await late('2026-11-16T22:00:00.000Z')).toHaveLength(1);
  });
});

describe('steps (architecture 1.5, 1.6)', () => {
  it('follow what is computed: new ones in, moved ones moved, vanished ones out, taken ones stay', async () => {
    const { id } = await newDossier();
    const first = stepOf(people, { name: 'first', at: at('2026-11-02T08:00:00.000Z') });
    const today = stepOf(people);
    const late = stepOf(people, { name: 'late', at: at('2026-11-16T22:00:00.000Z') });
    await teacher(async (tx) => {
      const dossier = await locked(tx, id);
      await replaceSteps(tx, id, [late, today, first]);
      expect(await pendingSteps(tx, id)).toEqual([first, today, late]);
      expect(await takeSteps(tx, id, T0)).toEqual([first]);
      expect(await takeSteps(tx, id, T0)).toEqual([]);
      const moved = { ...late, at: at('2026-11-20T22:00:00.000Z') };
      await replaceSteps(tx, id, [{ ...first, at: at('2026-11-05T08:00:00.000Z') }, moved]);
      expect(await pendingSteps(tx, id)).toEqual([moved]);
      await noteNextStep(tx, id);
      expect(await loadDossier(tx, id)).toMatchObject({ nextStepAt: moved.at, version: dossier.version });
    });
    const rows = await clock((tx) => tx.select().from(step).where(eq(step.dossierId, id)));
    expect(rows.find((row) => row.name === 'first')).toMatchObject({ at: first.at, takenAt: T0 });
    expect((await clock((tx) => pendingStepsOf(tx, [id]))).get(id)).toHaveLength(1);
  });

  it('of a further generation are steps of their own', async () => {
    const { id } = await newDossier();
    const late = stepOf(people, { name: 'late', at: T0 });
    await teacher(async (tx) => {
      await locked(tx, id);
      await replaceSteps(tx, id, [late]);
      expect(await takeSteps(tx, id, T0)).toEqual([late]);
      const again = { ...late, generation: 1 };
      await replaceSteps(tx, id, [again]);
      expect(await takeSteps(tx, id, T0)).toEqual([again]);
    });
  });

  it('a digest is a step without a duty; the last one taken is remembered', async () => {
    const { id } = await newDossier();
    const digest = (n: number, moment: string) =>
      stepOf(people, { dutyKey: '', name: 'digest', n, at: at(moment), urgency: 'digest', tell: [] });
    await teacher(async (tx) => {
      await locked(tx, id);
      expect(lastTakenDigest(await stepsOf(tx, id))).toBeNull();
      await replaceSteps(tx, id, [
        digest(1, '2026-11-02T05:30:00.000Z'),
        digest(2, '2026-11-03T05:30:00.000Z'),
      ]);
      await takeSteps(tx, id, T0);
      expect(lastTakenDigest(await stepsOf(tx, id))).toBe('2026-11-02T05:30:00.000Z');
    });
  });
});

describe('dossiers', () => {
  it('case numbers count up per municipality and year, also for many at once', async () => {
    const given = await Promise.all(
      Array.from({ length: 6 }, () => teacher((tx) => nextCaseNumber(tx, people.municipalityId, 2026))),
    );
    expect(given.sort()).toEqual([
      '2026-0001',
      '2026-0002',
      '2026-0003',
      '2026-0004',
      '2026-0005',
      '2026-0006',
    ]);
    expect(await teacher((tx) => nextCaseNumber(tx, people.municipalityId, 2027))).toBe('2027-0001');
  });

  it('a locked dossier makes others wait; a set passes over it (SKIP LOCKED)', async () => {
    const due = stepOf(people, { at: T0 });
    const ids: string[] = [];
    for (let count = 0; count < 3; count += 1) {
      ids.push(
        await teacher(async (tx) => {
          const { id } = await openDossier(tx, people);
          await replaceSteps(tx, id, [due]);
          await noteNextStep(tx, id);
          return id;
        }),
      );
    }
    const [held = '', poisoned = '', free = ''] = ids;
    await clock((tx) => setPoison(tx, poisoned, T0, 'RangeError'));
    const mine = (found: readonly { readonly id: string }[]) =>
      found.map(({ id }) => id).filter((id) => ids.includes(id));
    await clock(async (tx) => {
      await lockDossier(tx, held);
      expect(mine(await clock((other) => lockDueDossiers(other, T0, 50)))).toEqual([free]);
      expect(await clock((other) => lockDueDossiers(other, at('2026-11-02T07:59:59.999Z'), 50))).toEqual([]);
    });
    const all = await clock((tx) => lockDueDossiers(tx, T0, 50));
    expect(mine(all)).toEqual([held, free].sort());
    await clock((tx) => noteNextStep(tx, poisoned));
    expect(mine(await clock((tx) => lockDueDossiers(tx, T0, 50)))).toHaveLength(3);
  });

  it('are poked while their clock has not read the present version', async () => {
    const id = await dossierWithFacts(store.api, people, 1);
    const toPoke = async () => (await clock((tx) => dossiersToPoke(tx, 1_000))).includes(id);
    expect(await toPoke()).toBe(true);
    expect(await clock((tx) => markClockRead(tx, id))).toMatchObject({ clockVersion: 1, version: 1 });
    expect(await toPoke()).toBe(false);
    await teacher(async (tx) => appendWithWords(tx, await locked(tx, id), people, 1));
    expect(await toPoke()).toBe(true);
    await clock((tx) => markClockRead(tx, id));
    expect(await clock((tx) => forgetClocks(tx))).toBeGreaterThan(0);
    expect(await toPoke()).toBe(true);
    expect(await clock((tx) => markClockRead(tx, randomUUID()))).toBeNull();
  });

  it('are listed newest first, page after page', async () => {
    const made: string[] = [];
    for (let count = 0; count < 5; count += 1) made.push((await newDossier()).id);
    const seen: string[] = [];
    let after: Parameters<typeof listDossiers>[2]['after'];
    for (;;) {
      const paging = after === undefined ? { limit: 2 } : { limit: 2, after };
      const page = await teacher((tx) => listDossiers(tx, { status: 'open', kind: 'case' }, paging, T0));
      const last = page.at(-1);
      if (last === undefined) break;
      seen.push(...page.map(({ dossier }) => dossier.id));
      after = { createdAt: last.dossier.createdAt, id: last.dossier.id };
    }
    expect(seen).toEqual(made.sort().toReversed());
    expect(await teacher((tx) => listDossiers(tx, { status: 'closed' }, { limit: 2 }, T0))).toEqual([]);
  });
});
