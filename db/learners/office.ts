/** A school’s people and learners in the database. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect } from 'vitest';
import type { AccessRow } from '../../domain/access/access-rows.ts';
import type { LearnerProfile } from '../../domain/learner/learner.ts';
import { partsToAskElsewhere, termsOfPart } from '../../domain/learner/search-terms.ts';
import { profile } from '../../domain/learner/testing/profiles.ts';
import type { Role } from '../../domain/procedure/party.ts';
import { calendarDay } from '../../domain/time.ts';
import { openProfiles } from '../encryption/learner.ts';
import { insertClass, setTeacher } from '../repositories/classes.ts';
import { insertDirectory } from '../repositories/directory.ts';
import {
  askElsewhere,
  enrol,
  enrolmentsOf,
  insertLearner,
  loadLearner,
  lockLearner,
} from '../repositories/learners.ts';
import { replaceAccess } from '../testing/derived.ts';
import { insertPeople, keys, type People, T0 } from '../testing/fixtures.ts';
import { createStore, type TestStore } from '../testing/store.ts';
import { asActor, asClock, type Transaction } from '../transaction.ts';

export let store: TestStore;
export let people: People;
export let pedagogue: string;
export let administrator: string;
export let worker: string;

export const today = calendarDay('2026-11-02');
export const denied = { cause: { code: '42501' } };

export async function staff(institutionId: string, role: Role): Promise<string> {
  const id = randomUUID();
  await store.owner.orm.transaction((tx) =>
    insertDirectory(tx, {
      persons: [{ id, displayName: 'Inese Kalniņa', mail: null, language: 'lv', createdAt: T0 }],
      roleHolders: [{ id: randomUUID(), institutionId, personId: id, role, fromAt: T0 }],
    }),
  );
  return id;
}

export const as = <T>(personId: string, work: (tx: Transaction) => Promise<T>): Promise<T> =>
  asActor(store.api, { personId, now: T0 }, work);

type Place = { readonly by?: string; readonly school?: string; readonly classId?: string | null };

/** Registers a learner of the school, as its social pedagogue does. */
export async function register(change: Partial<LearnerProfile> = {}, place: Place = {}): Promise<string> {
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

export async function newClass(name: string, teacherId?: string, by = people.principal): Promise<string> {
  return await as(by, async (tx) => {
    const input = { institutionId: people.school, schoolYear: '2026/2027', name };
    const made = await insertClass(tx, input, T0);
    if (made === null) throw new Error('the class is there already');
    if (teacherId !== undefined) await setTeacher(tx, made.id, teacherId, today);
    return made.id;
  });
}

export const seenBy = async (personId: string, learnerId: string): Promise<boolean> =>
  await as(personId, async (tx) => {
    const found = (await loadLearner(tx, learnerId)) !== null;
    const opened = (await openProfiles(tx, keys, [learnerId])).size === 1;
    expect(opened).toBe(found);
    expect((await enrolmentsOf(tx, learnerId)).length > 0).toBe(found);
    expect((await lockLearner(tx, learnerId)) !== null).toBe(found);
    return found;
  });

export async function grant(dossierId: string, ...rows: readonly AccessRow[]): Promise<void> {
  await asClock(store.clock, (tx) => replaceAccess(tx, dossierId, rows));
}

export async function ask(
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

/** Brings it up before the file’s tests, and down after them. */
export function useOffice(): void {
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
}
