/**
 * Who works with a learner already, who looked at the learner's record, and two who edit an institution or a person at
 * once (issue 4, sections 1 and 3), through the API on a real database.
 */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OpenWork } from '../application/learner-acts.ts';
import type { Look } from '../contracts/access.ts';
import type { Written } from '../contracts/dossier.ts';
import type { LearnerDetail, LearnerWritten } from '../contracts/learner.ts';
import type { ClassWritten } from '../contracts/school-class.ts';
import type { Role } from '../domain/procedure/party.ts';
import { instant } from '../domain/time.ts';
import { bootRealApi, type RealApi } from './support/real-api.ts';
import { makeSmallMunicipality, type SmallMunicipality } from './support/small-municipality.ts';

const now = instant('2026-11-20T10:00:00.000Z');
const schoolYear = '2026/2027';

let api: RealApi;
let place: SmallMunicipality;
let pedagogue: string;
let council: string;
let councilOfficer: string;
let councilAdministrator: string;
let otherSchool: string;
let otherPedagogue: string;
let otherPrincipal: string;

beforeAll(async () => {
  api = await bootRealApi(now);
  place = await makeSmallMunicipality(api.store.ownerUrl, now);
  [council, otherSchool] = [
    await found('municipality', 'Pašvaldība'),
    await found('school', 'Liepu vidusskola'),
  ];
  pedagogue = await hire(place.school, 'socialPedagogue');
  councilOfficer = await hire(council, 'dataProtectionOfficer');
  councilAdministrator = await hire(council, 'administrator');
  otherPedagogue = await hire(otherSchool, 'socialPedagogue');
  otherPrincipal = await hire(otherSchool, 'principal');
});
afterAll(async () => await api?.close());

async function found(kind: string, name: string): Promise<string> {
  const id = randomUUID();
  await api.store.superuser`insert into institution (id, municipality_id, kind, name, created_at)
    values (${id}, ${place.id}, ${kind}, ${name}, ${now})`;
  return id;
}

async function hire(institutionId: string, role: Role): Promise<string> {
  const id = randomUUID();
  await api.store.superuser`insert into person (id, display_name, language, created_at)
    values (${id}, ${`Darbinieks ${role}`}, 'lv', ${now})`;
  await api.store.superuser`insert into role_holder (id, institution_id, person_id, role, from_at)
    values (${randomUUID()}, ${institutionId}, ${id}, ${role}, ${now})`;
  return id;
}

const get = (who: string, path: string) => api.ask(who, { method: 'GET', path });
const post = (who: string, path: string, body: object, headers: Record<string, string> = {}) =>
  api.ask(who, { method: 'POST', path, body, headers });

let classes = 0;
/** A learner of the school, in a class of the other class teacher's. */
async function register(): Promise<string> {
  classes += 1;
  const made = await post(place.principal.personId, '/classes', {
    schoolYear,
    name: `${classes}.k`,
    teacherId: place.otherTeacher.personId,
    fromOn: '2026-09-01',
  });
  const learner = await post(pedagogue, '/learners', {
    firstName: 'Anna',
    lastName: `Bērziņa${'abcdefgh'.charAt(classes)}`,
    birthDate: '2014-05-06',
    classId: made.json<ClassWritten>().classId,
    notDuplicate: true,
  });
  expect(learner.statusCode, learner.body).toBe(201);
  return learner.json<LearnerWritten>().learnerId;
}

/** A case that the other class teacher has no ground to see. */
async function openCase(learnerId: string): Promise<Written> {
  const opened = await post(pedagogue, '/dossiers', {
    kind: 'case',
    schoolId: place.school,
    procedureId: 'national-2025',
    classTeacherId: place.teacher.personId,
    learnerId,
    facts: [{ type: 'risk.noticed', data: { riskCode: 'attendance' } }],
  });
  expect(opened.statusCode, opened.body).toBe(201);
  return opened.json<Written>();
}

const work = async (who: string, learnerId: string) =>
  (await get(who, `/learners/${learnerId}`)).json<LearnerDetail>().openWork;
const asked = (who: string, learnerId: string) =>
  post(who, '/what-if', {
    procedureId: 'national-2025',
    learnerId,
    facts: [{ type: 'risk.noticed', data: { riskCode: 'attendance' } }],
  });
const whatIf = async (who: string, learnerId: string) =>
  (await asked(who, learnerId)).json<{ openWork: OpenWork }>().openWork;

describe('before a dossier is opened for a learner who has one (issue 4, 1)', () => {
  it('whoever sees the open one is told its number; opening another is not refused (R 5)', async () => {
    const learnerId = await register();
    expect(await work(pedagogue, learnerId)).toEqual({ dossiers: [], elsewhere: [] });
    const { dossierId, caseNumber } = await openCase(learnerId);
    const told = { dossiers: [{ id: dossierId, caseNumber, kind: 'concern' }], elsewhere: [] };
    expect(await work(pedagogue, learnerId)).toMatchObject({
      ...told,
      dossiers: [{ id: dossierId, caseNumber }],
    });
    expect(await whatIf(pedagogue, learnerId)).toEqual(await work(pedagogue, learnerId));
    await openCase(learnerId);
    expect((await work(pedagogue, learnerId)).dossiers).toHaveLength(2);
  });

  it('whoever does not is told whom to ask, and nothing of it', async () => {
    const learnerId = await register();
    const { dossierId, caseNumber } = await openCase(learnerId);
    const talkTo = { institutionId: place.school, kind: 'school', name: 'Ozolkalna pamatskola' };
    const told = { dossiers: [], elsewhere: [{ place: 'ownSchool', talkTo }] };
    expect(await work(place.otherTeacher.personId, learnerId)).toEqual(told);
    const answer = await asked(place.otherTeacher.personId, learnerId);
    expect(answer.json<{ openWork: OpenWork }>().openWork).toEqual(told);
    expect(answer.body).not.toContain(dossierId);
    expect(answer.body).not.toContain(caseNumber);
  });

  it('at a new school: somebody of the municipality does, and its office is asked', async () => {
    const learnerId = await register();
    await openCase(learnerId);
    await api.store
      .superuser`update learner set school_id = ${otherSchool}, class_id = null where id = ${learnerId}`;
    const talkTo = { institutionId: council, kind: 'municipality', name: 'Pašvaldība' };
    expect(await work(otherPedagogue, learnerId)).toEqual({
      dossiers: [],
      elsewhere: [{ place: 'municipality', talkTo }],
    });
  });

  it('a dossier from which somebody is excluded is never hinted at (R 3)', async () => {
    const learnerId = await register();
    const { dossierId } = await openCase(learnerId);
    const excluded = await post(place.teacher.personId, `/dossiers/${dossierId}/facts`, {
      facts: [
        { type: 'person.excluded', data: { personId: place.onCall.personId, groundCode: 'suspected' } },
      ],
    });
    expect(excluded.statusCode, excluded.body).toBe(201);
    expect(await work(place.otherTeacher.personId, learnerId)).toEqual({ dossiers: [], elsewhere: [] });
  });

  it('nothing is told of a learner whom one does not see; that one asked is logged', async () => {
    const learnerId = await register();
    await openCase(learnerId);
    const strange = await asked(otherPedagogue, learnerId);
    expect(strange.json()).toMatchObject({ status: 422, code: 'learnerUnknown', path: 'learnerId' });
    await asked(pedagogue, learnerId);
    const looks = await api.store
      .superuser`select person_id, act from learner_look where learner_id = ${learnerId}`;
    expect(looks).toEqual([{ person_id: pedagogue, act: 'askedWork' }]);
  });
});

describe('who looked at a learner’s record (issue 4, 3)', () => {
  const looks = (who: string, learnerId: string, query = '') =>
    get(who, `/learners/${learnerId}/access-log${query}`);
  const actsSeen = async (who: string, learnerId: string) => {
    const { items } = (await looks(who, learnerId)).json<{ items: readonly Look[] }>();
    return items.map(({ personId, act }) => `${personId} ${act}`).sort();
  };

  it('is read by the case manager and the data-protection officer, the head reads of the own school', async () => {
    const learnerId = await register();
    await openCase(learnerId);
    await get(place.otherTeacher.personId, `/learners/${learnerId}`);
    // From another place of the municipality, as through a referral.
    await api.store.superuser`insert into learner_look (id, at, person_id, institution_id, learner_id, act)
      values (${randomUUID()}, ${now}, ${place.socialHead.personId}, ${place.socialService}, ${learnerId}, 'read')`;
    const own = `${place.otherTeacher.personId} learner.read`;
    const others = `${place.socialHead.personId} learner.read`;
    expect(await actsSeen(place.teacher.personId, learnerId)).toEqual(
      [own, others, `${place.teacher.personId} learner.readLooks`].sort(),
    );
    expect(await actsSeen(councilOfficer, learnerId)).toEqual(expect.arrayContaining([own, others]));
    // A class of which nobody leads a case: the principal's ground is the school.
    const quiet = await register();
    await get(place.otherTeacher.personId, `/learners/${quiet}`);
    await api.store.superuser`insert into learner_look (id, at, person_id, institution_id, learner_id, act)
      values (${randomUUID()}, ${now}, ${place.socialHead.personId}, ${place.socialService}, ${quiet}, 'read')`;
    const seen = await actsSeen(place.principal.personId, quiet);
    expect(seen).toContain(own);
    expect(seen).not.toContain(others);
    expect(
      (await looks(councilOfficer, quiet, '?limit=1')).json<{ next: string | null }>().next,
    ).not.toBeNull();
  });

  it('is not read by colleagues, other schools, or whoever is excluded from a case about the learner (R 3)', async () => {
    const learnerId = await register();
    const { dossierId } = await openCase(learnerId);
    expect((await looks(pedagogue, learnerId)).statusCode).toBe(403);
    expect((await looks(place.otherTeacher.personId, learnerId)).statusCode).toBe(403);
    const foreign = await looks(otherPrincipal, learnerId);
    expect(foreign.statusCode).toBe(404);
    expect((await looks(otherPrincipal, randomUUID())).json()).toMatchObject({
      ...foreign.json<object>(),
      instance: expect.any(String) as string,
    });
    expect((await looks(place.principal.personId, learnerId)).statusCode).toBe(200);
    await post(place.teacher.personId, `/dossiers/${dossierId}/facts`, {
      facts: [
        { type: 'person.excluded', data: { personId: place.principal.personId, groundCode: 'suspected' } },
      ],
    });
    expect((await looks(place.principal.personId, learnerId)).statusCode).toBe(404);
  });

  it('stands in the extract that is printed for the learner, without names (R 22)', async () => {
    const learnerId = await register();
    const { dossierId } = await openCase(learnerId);
    await get(place.otherTeacher.personId, `/learners/${learnerId}`);
    const page = await get(place.teacher.personId, `/dossiers/${dossierId}/access-extract`);
    expect(page.body).toContain('apskatīti izglītojamā dati');
    expect(page.body).not.toContain('cita-audzinataja');
  });
});

describe('two who edit at once (issue 4, 1)', () => {
  it('an institution: the second is told the present version, and nothing is lost', async () => {
    const listed = (await get(councilAdministrator, '/institutions')).json<{
      institutions: readonly { id: string; version: number; name: string; active: boolean }[];
    }>();
    const school = listed.institutions.find(({ id }) => id === otherSchool);
    expect(school).toMatchObject({ version: 1, name: 'Liepu vidusskola', active: true });
    const change = (name: string, match: string) =>
      post(
        councilAdministrator,
        `/institutions/${otherSchool}`,
        { name, active: true },
        { 'if-match': match },
      );
    const first = await change('Liepu skola', '"1"');
    expect(first.headers['etag']).toBe('"2"');
    expect(first.json()).toMatchObject({ version: 2 });
    const second = await change('Liepziedu skola', '"1"');
    expect(second.json()).toMatchObject({
      status: 412,
      code: 'recordVersionConflict',
      facts: { version: 2 },
    });
    expect((await change('Liepziedu skola', '"2"')).statusCode).toBe(200);
    expect((await get(place.principal.personId, '/institutions')).statusCode).toBe(403);
  });

  it('a person: as an institution; being switched off counts as a change', async () => {
    const person = await hire(place.school, 'teacher');
    const change = (displayName: string, match: string) =>
      post(
        place.principal.personId,
        `/people/${person}`,
        { displayName, language: 'lv' },
        { 'if-match': match },
      );
    expect((await change('Anna Ozola', '"1"')).headers['etag']).toBe('"2"');
    expect((await change('Anna Kalna', '"1"')).json()).toMatchObject({ code: 'recordVersionConflict' });
    await post(place.principal.personId, `/people/${person}/off`, { openDuties: 0 });
    expect((await change('Anna Kalna', '"2"')).json()).toMatchObject({ facts: { version: 3 } });
    const staff = (
      await get(place.principal.personId, `/institutions/${place.school}/people?limit=50`)
    ).json<{
      items: readonly { id: string; version: number }[];
    }>();
    expect(staff.items.find(({ id }) => id === person)?.version).toBe(3);
  });
});
