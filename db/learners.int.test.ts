import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { AccessRow } from '../domain/access/access-rows.ts';
import type { LearnerProfile } from '../domain/learner/learner.ts';
import { partsToAskElsewhere, termsOfPart } from '../domain/learner/search-terms.ts';
import { contact, profile } from '../domain/learner/testing/profiles.ts';
import type { Role } from '../domain/procedure/party.ts';
import { calendarDay } from '../domain/time.ts';
import { openProfiles } from './encryption/learner.ts';
import {
  classesOf,
  insertClass,
  loadClass,
  lockDossiersOfClass,
  moveClass,
  presentTeacher,
  setTeacher,
  teachersOf,
} from './repositories/classes.ts';
import { insertDirectory } from './repositories/directory.ts';
import {
  addSibling,
  askElsewhere,
  enrol,
  enrolmentsOf,
  insertLearner,
  leaveSchool,
  linkLearner,
  loadLearner,
  lockLearner,
  logLook,
  removeSibling,
  saveProfile,
  siblingsOf,
} from './repositories/learners.ts';
import { replaceAccess } from './testing/derived.ts';
import {
  accessRow,
  full,
  insertPeople,
  keys,
  locked,
  openDossier,
  type People,
  T0,
} from './testing/fixtures.ts';
import { createStore, type TestStore } from './testing/store.ts';
import { asActor, asClock, type Transaction } from './transaction.ts';

let store: TestStore;
let people: People;
let pedagogue: string;
let administrator: string;
let worker: string;

const today = calendarDay('2026-11-02');
const denied = { cause: { code: '42501' } };

beforeAll(async () => {
  store = await createStore();
});
beforeEach(async () => {
  people = await insertPeople(store.owner);
  pedagogue = await staff(people.school, 'socialPedagogue');
  administrator = await staff(people.school, 'administrator');
  const service = randomUUID();
  await store.owner.orm.transaction((tx) =>
    insertDirectory(tx, {
      institutions: [
        {
          id: service,
          municipalityId: people.municipalityId,
          kind: 'socialService',
          name: 'Sociālais dienests',
          createdAt: T0,
        },
      ],
    }),
  );
  worker = await staff(service, 'socialWorker');
});
afterAll(() => store.close());

async function staff(institutionId: string, role: Role): Promise<string> {
  const id = randomUUID();
  await store.owner.orm.transaction((tx) =>
    insertDirectory(tx, {
      persons: [{ id, displayName: 'Inese Kalniņa', mail: null, language: 'lv', createdAt: T0 }],
      roleHolders: [{ id: randomUUID(), institutionId, personId: id, role, fromAt: T0 }],
    }),
  );
  return id;
}

const as = <T>(personId: string, work: (tx: Transaction) => Promise<T>): Promise<T> =>
  asActor(store.api, { personId, now: T0 }, work);

type Place = { readonly by?: string; readonly school?: string; readonly classId?: string | null };

/** Registers a learner of the school, as its social pedagogue does. */
async function register(change: Partial<LearnerProfile> = {}, place: Place = {}): Promise<string> {
  const { by = pedagogue, school = people.school, classId = null } = place;
  return await as(by, async (tx) => {
    const { municipalityId } = people;
    const made = await insertLearner(
      tx,
      keys,
      { municipalityId, schoolId: school, profile: profile(change) },
      T0,
    );
    await enrol(tx, made.id, { institutionId: school, classId, fromOn: today });
    return made.id;
  });
}

async function newClass(name: string, teacherId?: string, by = people.principal): Promise<string> {
  return await as(by, async (tx) => {
    const input = { institutionId: people.school, schoolYear: '2026/2027', name };
    const made = await insertClass(tx, input, T0);
    if (made === null) throw new Error('the class is there already');
    if (teacherId !== undefined) await setTeacher(tx, made.id, teacherId, today);
    return made.id;
  });
}

const seenBy = async (personId: string, learnerId: string): Promise<boolean> =>
  await as(personId, async (tx) => {
    const found = (await loadLearner(tx, learnerId)) !== null;
    const opened = (await openProfiles(tx, keys, [learnerId])).size === 1;
    expect(opened).toBe(found);
    expect((await enrolmentsOf(tx, learnerId)).length > 0).toBe(found);
    expect((await lockLearner(tx, learnerId)) !== null).toBe(found);
    return found;
  });

describe('who sees a learner (issue 4, sections 1 and 3)', () => {
  it('casework staff of the school, and nobody else', async () => {
    const id = await register();
    expect(await seenBy(pedagogue, id)).toBe(true);
    expect(await seenBy(people.principal, id)).toBe(true);
    for (const other of [people.teacher, administrator, people.stranger, worker, randomUUID()]) {
      expect(await seenBy(other, id)).toBe(false);
    }
  });

  it('a class teacher by name, as long as the class is theirs', async () => {
    const classId = await newClass('5.b', people.teacher);
    const mine = await register({}, { classId });
    const other = await register({ firstName: 'Elza' }, { classId: await newClass('6.a') });
    expect(await seenBy(people.teacher, mine)).toBe(true);
    expect(await seenBy(people.teacher, other)).toBe(false);
    await as(people.principal, (tx) => setTeacher(tx, classId, pedagogue, today));
    expect(await seenBy(people.teacher, mine)).toBe(false);
  });

  it('the last school goes on seeing, until another one enrols the learner', async () => {
    const id = await register();
    await as(pedagogue, async (tx) => {
      await lockLearner(tx, id);
      expect(await leaveSchool(tx, id, calendarDay('2026-11-20'))).toBe(true);
    });
    expect(await seenBy(pedagogue, id)).toBe(true);
    await as(pedagogue, async (tx) => {
      await lockLearner(tx, id);
      const place = { institutionId: people.otherSchool, classId: null, fromOn: calendarDay('2026-12-01') };
      await enrol(tx, id, place);
    });
    expect(await seenBy(pedagogue, id)).toBe(false);
    expect(await seenBy(people.stranger, id)).toBe(true);
    const history = await as(people.stranger, (tx) => enrolmentsOf(tx, id));
    expect(history.map(({ institutionId, untilOn }) => [institutionId, untilOn])).toEqual([
      [people.otherSchool, null],
      [people.school, '2026-11-20'],
    ]);
  });

  it('whoever has a full view of a dossier of theirs', async () => {
    const id = await register();
    const dossierId = await as(pedagogue, async (tx) => {
      const dossier = await openDossier(tx, people, [full(pedagogue)]);
      await linkLearner(tx, dossier.id, id);
      return dossier.id;
    });
    expect(await seenBy(worker, id)).toBe(false);
    await grant(dossierId, full(worker));
    expect(await seenBy(worker, id)).toBe(true);
    await grant(dossierId, accessRow({ kind: 'person', id: worker }, 'administrator'));
    expect(await seenBy(worker, id)).toBe(false);
  });

  it('R 3: somebody excluded from a dossier about the learner finds no trace through the school', async () => {
    const id = await register();
    const dossierId = await as(pedagogue, async (tx) => {
      const dossier = await openDossier(tx, people, [full(pedagogue)]);
      await linkLearner(tx, dossier.id, id);
      return dossier.id;
    });
    expect(await seenBy(people.principal, id)).toBe(true);
    await grant(dossierId, full(pedagogue), accessRow({ kind: 'person', id: people.principal }, 'excluded'));
    expect(await seenBy(people.principal, id)).toBe(false);
    expect(await ask(people.principal, 'Anna Bērziņa')).toEqual([]);
    expect(await seenBy(pedagogue, id)).toBe(true);
  });

  it('without an actor, and as the clock: nothing', async () => {
    await register();
    for (const table of ['school_class', 'class_teacher', 'enrolment', 'learner_sibling', 'learner_search']) {
      const count = sql.raw(`select count(*)::int as n from ${table}`);
      const [row] = await store.api.orm.transaction((tx) => tx.execute<{ n: number }>(count));
      expect(row?.n, table).toBe(0);
      await expect(asClock(store.clock, (tx) => tx.execute(count))).rejects.toMatchObject(denied);
    }
  });
});

async function grant(dossierId: string, ...rows: readonly AccessRow[]): Promise<void> {
  await asClock(store.clock, (tx) => replaceAccess(tx, dossierId, rows));
}

describe('what is stored (architecture 3, “Personal content apart from facts”)', () => {
  it('no name, address or birth date in the clear, in any column of any table', async () => {
    const secret = { lastName: 'Zvirbulīte', birthDate: calendarDay('2013-03-17') };
    const id = await register({ ...secret, contacts: [contact('mother', { name: 'Skaidrīte Zvirbulīte' })] });
    const rows = await store.superuser`
      select to_jsonb(l)::text || to_jsonb(p)::text || coalesce(string_agg(to_jsonb(s)::text, ''), '') as text
      from learner l join learner_profile p on p.learner_id = l.id join learner_search s on s.learner_id = l.id
      where l.id = ${id} group by l.*, p.*`;
    const text = String(rows[0]?.['text']);
    expect(text.length).toBeGreaterThan(500);
    for (const trace of ['virbul', 'Skaidr', '2013-03-17', 'Liepu', '20000000']) {
      expect(text).not.toContain(trace);
      expect(text).not.toContain(Buffer.from(trace).toString('hex'));
    }
  });

  it('a changed profile is found by its new name only, and no longer by the old one', async () => {
    const id = await register({}, { by: people.stranger, school: people.otherSchool });
    expect(await ask(pedagogue, 'Anna Bērziņa')).toEqual([{ place: 'municipality', strength: 'likely' }]);
    await as(people.stranger, async (tx) => {
      const record = await lockLearner(tx, id);
      if (record === null) throw new Error('not found');
      const version = await saveProfile(tx, keys, record, profile({ lastName: 'Ozola' }), T0);
      expect(version).toBe(2);
    });
    expect(await ask(pedagogue, 'Anna Bērziņa')).toEqual([]);
    expect(await ask(pedagogue, 'Anna Ozola')).toEqual([{ place: 'municipality', strength: 'likely' }]);
  });

  it('profiles of before open with what they had', async () => {
    const id = await register();
    const old = { firstName: 'Anna', lastName: 'Bērziņa', className: '5.b' } as LearnerProfile;
    await as(pedagogue, async (tx) => {
      const record = await lockLearner(tx, id);
      if (record !== null) await saveProfile(tx, keys, record, { ...old, birthDate: null }, T0);
    });
    const opened = await as(pedagogue, (tx) => openProfiles(tx, keys, [id]));
    expect(opened.get(id)).toMatchObject({ ...old, contacts: [], residence: { stays: null } });
  });
});

async function ask(
  personId: string,
  typed: string,
  birthDate = '2014-05-06',
  municipalityId = people.municipalityId,
  seen: readonly string[] = [],
) {
  const parts = partsToAskElsewhere(typed, birthDate) ?? [];
  const asked = {
    municipalityId,
    parts: parts.map(termsOfPart),
    birthDate: calendarDay(birthDate),
    seen,
  };
  return [...(await as(personId, (tx) => askElsewhere(tx, keys, asked, T0)))];
}

describe('possibly known elsewhere (architecture 3, “Search”)', () => {
  const elsewhere = () => register({}, { by: people.stranger, school: people.otherSchool });

  it('by both names and the day of birth: that, and nothing else', async () => {
    await elsewhere();
    expect(await ask(pedagogue, 'anna berzins')).toEqual([{ place: 'municipality', strength: 'likely' }]);
    expect(await ask(pedagogue, 'Bērziņa Ann')).toEqual([{ place: 'municipality', strength: 'likely' }]);
    expect(await ask(pedagogue, 'Annija Bērziņa')).toEqual([{ place: 'municipality', strength: 'possible' }]);
  });

  it('not by one name, another birth date, or names that differ', async () => {
    await elsewhere();
    expect(await ask(pedagogue, 'Bērziņa')).toEqual([]);
    expect(await ask(pedagogue, 'Anna Bērziņa', '2014-05-07')).toEqual([]);
    expect(await ask(pedagogue, 'Elza Bērziņa')).toEqual([]);
    expect(await ask(pedagogue, 'Anna Kalniņa')).toEqual([]);
  });

  it('at one’s own school out of one’s sight; never whom one has found already', async () => {
    const id = await register();
    expect(await ask(people.teacher, 'Anna Bērziņa')).toEqual([{ place: 'ownSchool', strength: 'likely' }]);
    expect(await ask(pedagogue, 'Anna Bērziņa', '2014-05-06', people.municipalityId, [id])).toEqual([]);
  });

  it('not a learner whom no school has: only a case could be the reason to know them', async () => {
    const { municipalityId } = people;
    const input = { municipalityId, schoolId: null, profile: profile() };
    await as(worker, (tx) => insertLearner(tx, keys, input, T0));
    expect(await ask(pedagogue, 'Anna Bērziņa')).toEqual([]);
  });

  it('nothing of one municipality in another, though the same name is asked for', async () => {
    await elsewhere();
    const home = people.municipalityId;
    const foreign = await insertPeople(store.owner);
    const abroad = (municipalityId: string) =>
      ask(foreign.principal, 'Anna Bērziņa', '2014-05-06', municipalityId);
    expect(await abroad(foreign.municipalityId)).toEqual([]);
    // Neither the index nor the key to it answers somebody who works nowhere in the municipality.
    await expect(abroad(home)).rejects.toMatchObject(denied);
    const [hashes] = await store.superuser`
      select count(*)::int as rows, count(distinct hash)::int as hashes from learner_search`;
    expect(hashes?.['rows']).toBeGreaterThan(0);
  });

  it('hostile input is a value: quotes, braces and backslashes in a name find nothing and break nothing', async () => {
    await elsewhere();
    for (const typed of [
      `a'b"c {d},\\e`,
      `Robert'); DROP TABLE learner;--`,
      '{"x"} NULL',
      'ā\u0301 \u202eab',
    ]) {
      expect(await ask(pedagogue, typed)).toEqual([]);
    }
  });
});

describe('enrolling and changing (issue 4, section 5: ids of foreign objects)', () => {
  it('a learner whom one does not see cannot be enrolled, changed or made a sibling', async () => {
    const id = await register();
    const own = await register({}, { by: people.stranger, school: people.otherSchool });
    const place = { institutionId: people.otherSchool, classId: null, fromOn: today };
    await expect(as(people.stranger, (tx) => enrol(tx, id, place))).rejects.toMatchObject(denied);
    expect(await as(people.stranger, (tx) => leaveSchool(tx, id, today))).toBe(false);
    expect(await as(people.stranger, (tx) => lockLearner(tx, id))).toBeNull();
    await expect(
      as(people.stranger, async (tx) => {
        await lockLearner(tx, own);
        await addSibling(tx, own, id, T0);
      }),
    ).rejects.toMatchObject(denied);
  });

  it('siblings are a pair, the same from both sides, each once', async () => {
    const [one, other] = [await register(), await register({ firstName: 'Elza' })];
    const both = (work: (tx: Transaction) => Promise<void>) =>
      as(pedagogue, async (tx) => {
        for (const id of [one, other].sort()) await lockLearner(tx, id);
        await work(tx);
      });
    await both((tx) => addSibling(tx, one, other, T0));
    await both((tx) => addSibling(tx, other, one, T0));
    await as(pedagogue, async (tx) => {
      expect(await siblingsOf(tx, one)).toEqual([other]);
      expect(await siblingsOf(tx, other)).toEqual([one]);
    });
    expect(await as(people.stranger, (tx) => siblingsOf(tx, one))).toEqual([]);
    await both((tx) => removeSibling(tx, other, one));
    expect(await as(pedagogue, (tx) => siblingsOf(tx, one))).toEqual([]);
  });

  it('looks are logged in one’s own name, and stay', async () => {
    const id = await register();
    const look = {
      at: T0,
      personId: pedagogue,
      institutionId: people.school,
      learnerId: id,
      act: 'read',
    } as const;
    await as(pedagogue, (tx) => logLook(tx, look));
    await expect(as(people.principal, (tx) => logLook(tx, look))).rejects.toMatchObject(denied);
    await expect(store.superuser`delete from learner_look`).rejects.toMatchObject({ code: 'TA001' });
  });
});

describe('classes (issue 4, section 1)', () => {
  it('are made and led by leadership and administrators of the school; names once a year', async () => {
    const classId = await newClass('5.b', people.teacher, administrator);
    expect(await as(pedagogue, (tx) => presentTeacher(tx, classId))).toBe(people.teacher);
    await expect(newClass('5.b')).rejects.toThrow('already');
    for (const other of [pedagogue, people.teacher, people.stranger]) {
      await expect(newClass('7.a', undefined, other)).rejects.toMatchObject(denied);
      await expect(as(other, (tx) => setTeacher(tx, classId, other, today))).rejects.toMatchObject(denied);
    }
    expect(await as(people.stranger, (tx) => loadClass(tx, classId))).toBeNull();
    expect(await as(people.stranger, (tx) => classesOf(tx, people.school, '2026/2027'))).toEqual([]);
  });

  it('keep who led them, with dates', async () => {
    const classId = await newClass('5.b', people.teacher);
    await as(people.principal, (tx) => setTeacher(tx, classId, pedagogue, calendarDay('2026-11-16')));
    const history = await as(people.principal, (tx) => teachersOf(tx, [classId]));
    expect(history.get(classId)?.map(({ personId, fromOn, untilOn }) => [personId, fromOn, untilOn])).toEqual(
      [
        [people.teacher, '2026-11-02', '2026-11-16'],
        [pedagogue, '2026-11-16', null],
      ],
    );
  });

  it('two who name a teacher at once wait for each other, and one teacher leads', async () => {
    const classId = await newClass('5.b', people.teacher);
    const name = (teacherId: string) =>
      as(people.principal, (tx) => setTeacher(tx, classId, teacherId, today));
    await Promise.all([name(pedagogue), name(people.principal), name(people.teacher), name(pedagogue)]);
    const history = (await as(people.principal, (tx) => teachersOf(tx, [classId]))).get(classId) ?? [];
    expect(history).toHaveLength(5);
    expect(history.filter(({ untilOn }) => untilOn === null)).toHaveLength(1);
  });

  it('go over as a whole, also by an administrator, who sees no learner; foreign classes do not', async () => {
    const [from, to] = [await newClass('5.b'), await newClass('6.b')];
    const id = await register({}, { classId: from });
    expect(await as(administrator, (tx) => moveClass(tx, from, to, calendarDay('2026-11-03')))).toBe(1);
    const opened = await as(pedagogue, (tx) => openProfiles(tx, keys, [id]));
    expect(opened.get(id)?.className).toBe('6.b');
    for (const other of [pedagogue, people.stranger]) {
      await expect(as(other, (tx) => moveClass(tx, to, from, today))).rejects.toMatchObject(denied);
    }
  });

  it('take all open dossiers of their learners along, seen or not, and give them to nobody else', async () => {
    const classId = await newClass('5.b');
    const id = await register({}, { classId });
    const dossierId = await as(pedagogue, async (tx) => {
      const dossier = await openDossier(tx, people, [full(pedagogue)]);
      await linkLearner(tx, dossier.id, id);
      return dossier.id;
    });
    await grant(dossierId, full(pedagogue), accessRow({ kind: 'person', id: people.principal }, 'excluded'));
    const found = await as(people.principal, (tx) => lockDossiersOfClass(tx, classId));
    expect(found.map((one) => one.id)).toEqual([dossierId]);
    for (const other of [pedagogue, people.stranger, worker]) {
      expect(await as(other, (tx) => lockDossiersOfClass(tx, classId))).toEqual([]);
    }
    await expect(as(people.principal, (tx) => locked(tx, dossierId))).rejects.toThrow('not found');
  });
});
