/** Who may change people and institutions, and what a substitute sees: held by the database itself. */
import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { AccessRow } from '../domain/access/access-rows.ts';
import { relationsTo } from './repositories/access.ts';
import { loadDossier } from './repositories/dossiers.ts';
import { replaceAccess } from './testing/derived.ts';
import { accessRow, at, dossierWithFacts, full, insertPeople, type People, T0 } from './testing/fixtures.ts';
import { createStore, type TestStore } from './testing/store.ts';
import { asActor, asClock, type Transaction } from './transaction.ts';

let store: TestStore;
let people: People;
let dossierId: string;
/** Works at the school, knows nothing of the dossier by herself. */
const substituteId = randomUUID();

const as = <T>(personId: string, work: (tx: Transaction) => Promise<T>, now = T0): Promise<T> =>
  asActor(store.api, { personId, now }, work);
const sees = (personId: string, now = T0) =>
  as(personId, async (tx) => (await loadDossier(tx, dossierId)) !== null, now);
const grant = (...rows: readonly AccessRow[]) =>
  asClock(store.clock, (tx) => replaceAccess(tx, dossierId, rows));
const excluded = (id: string) => accessRow({ kind: 'person', id }, 'excluded');
const leading = () =>
  accessRow({ kind: 'institution', id: people.school, role: 'leadership' }, 'managersHead');

async function standsIn(forPerson: string, role: string, until: string | null = null): Promise<void> {
  await store.superuser`insert into role_holder (id, institution_id, person_id, role, from_at, until_at, in_place_of)
    values (${randomUUID()}, ${people.school}, ${substituteId}, ${role}, ${T0}, ${until}, ${forPerson})`;
}

const refusal = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: { cause?: { code?: string } }) => error.cause?.code,
  );

beforeAll(async () => {
  store = await createStore();
  people = await insertPeople(store.owner);
  await store.superuser`insert into person (id, display_name, language, created_at)
    values (${substituteId}, 'Līga Aizvieto', 'lv', ${T0})`;
  await store.superuser`insert into role_holder (id, institution_id, person_id, role, from_at)
    values (${randomUUID()}, ${people.school}, ${substituteId}, 'secretary', ${T0})`;
  dossierId = await dossierWithFacts(store.api, people, 1);
});

afterAll(async () => await store?.close());

it('substitute: holds the absent one’s roles and personal grounds for exactly the time (issue 4, 1)', async () => {
  await grant(full(people.teacher), leading());
  expect(await sees(substituteId)).toBe(false);
  await standsIn(people.teacher, 'classTeacher', '2026-11-09T00:00:00.000Z');
  expect(await sees(substituteId)).toBe(true);
  expect(await as(substituteId, (tx) => relationsTo(tx, dossierId))).toEqual([full(substituteId).relation]);
  expect(await sees(substituteId, at('2026-11-09T00:00:00.000Z'))).toBe(false);
});

it('excluded: an excluded person stays excluded as a substitute (R 3)', async () => {
  await grant(full(people.teacher), leading(), excluded(substituteId));
  expect(await sees(substituteId)).toBe(false);
  expect(await as(substituteId, (tx) => relationsTo(tx, dossierId))).toContain('excluded');
});

it('excluded: nobody gets in through an excluded absent person, by name or by role (R 3)', async () => {
  await standsIn(people.principal, 'principal');
  await grant(full(people.teacher), leading());
  expect(await sees(substituteId), 'as the acting principal').toBe(true);
  await grant(full(people.principal), leading(), excluded(people.principal));
  expect(await sees(substituteId)).toBe(false);
  expect(await as(substituteId, (tx) => relationsTo(tx, dossierId))).toEqual([]);
  const rows = await as(substituteId, (tx) =>
    tx.execute(sql`select 1 from event where dossier_id = ${dossierId}::uuid`),
  );
  expect(rows).toHaveLength(0);
});

it('excluded: who stands in for an excluded person keeps what is the own (R 3)', async () => {
  await grant(full(substituteId), leading(), excluded(people.principal));
  expect(await sees(substituteId)).toBe(true);
  expect(await as(substituteId, (tx) => relationsTo(tx, dossierId))).toEqual([full(substituteId).relation]);
  expect(await sees(people.principal)).toBe(false);
});

it('substitute: one who stands in at one place only does not get the absent one’s cases of another', async () => {
  await store.superuser`insert into role_holder (id, institution_id, person_id, role, from_at)
    values (${randomUUID()}, ${people.otherSchool}, ${people.teacher}, 'teacher', ${T0})`;
  await grant(full(people.teacher));
  expect(await sees(substituteId)).toBe(false);
});

it('mass assignment: columns are granted one by one; who one is, kind and place stay', async () => {
  for (const change of [
    sql`update institution set kind = 'municipality'`,
    sql`update institution set municipality_id = ${randomUUID()}::uuid`,
    sql`update municipality set directory_version = 0`,
    sql`update municipality set name = 'x'`,
    sql`update role_holder set role = 'administrator'`,
    sql`update role_holder set person_id = ${people.stranger}::uuid`,
    sql`update person set id = ${randomUUID()}::uuid`,
    sql`delete from person`,
    sql`delete from institution`,
    sql`update municipality_setting set setting = '{}'`,
  ]) {
    expect(await refusal(as(people.principal, (tx) => tx.execute(change)))).toBe('42501');
  }
});

it('people: a head keeps the own institution’s people and nobody else’s, in SQL too (issue 4, 5)', async () => {
  const role = (institutionId: string, personId: string) => sql`insert into role_holder
    (id, institution_id, person_id, role, from_at, until_at, in_place_of, member_of, composition)
    values (${randomUUID()}::uuid, ${institutionId}::uuid, ${personId}::uuid, 'teacher', ${T0}::timestamptz, null, null, null, null)`;
  expect(await refusal(as(people.principal, (tx) => tx.execute(role(people.school, people.teacher))))).toBe(
    'done',
  );
  expect(
    await refusal(as(people.principal, (tx) => tx.execute(role(people.otherSchool, people.teacher)))),
  ).toBe('42501');
  expect(await refusal(as(people.teacher, (tx) => tx.execute(role(people.school, people.teacher))))).toBe(
    '42501',
  );
  const foreign = await insertPeople(store.owner);
  expect(
    await refusal(as(people.principal, (tx) => tx.execute(role(people.school, foreign.teacher)))),
    'a person of another municipality',
  ).toBe('42501');
  const touched = await as(people.principal, (tx) =>
    tx.execute(
      sql`update person set mail = 'thief@example.lv' where id = ${people.stranger}::uuid returning id`,
    ),
  );
  expect(touched).toHaveLength(0);
  const both = await as(people.principal, (tx) =>
    tx.execute(
      sql`update person set mail = 'thief@example.lv' where id = ${people.teacher}::uuid returning id`,
    ),
  );
  expect(both, 'who works elsewhere too').toHaveLength(0);
});

it('directory: every change counts its municipality up, by whatever way, and a new dossier starts there', async () => {
  const version = async () => {
    const [row] =
      await store.superuser`select directory_version as v from municipality where id = ${people.municipalityId}`;
    return row?.['v'] as number;
  };
  const before = await version();
  await store.superuser`update person set phone = '1' where id = ${people.principal}`;
  expect(await version()).toBe(before + 1);
  const later = await dossierWithFacts(store.api, people, 1);
  const [row] = await store.superuser`select directory_version as v from dossier where id = ${later}`;
  expect(row?.['v']).toBe(before + 1);
});
