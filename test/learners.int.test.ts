/** Learners, classes and the search before create (issue 4, section 1), through the API and on real servers. */
import { randomUUID } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildApp } from '../api/app.ts';
import { fakeSignIn } from '../api/testing/fake-api.ts';
import type { Actor } from '../application/application.ts';
import type { DossierDetail, Written } from '../contracts/dossier.ts';
import type { LearnerDetail, LearnerSearch, LearnerWritten } from '../contracts/learner.ts';
import type { ClassLearners, ClassList, ClassWritten } from '../contracts/school-class.ts';
import { openDatabase } from '../db/connect.ts';
import { insertDirectory } from '../db/repositories/directory.ts';
import { asClock } from '../db/transaction.ts';
import { mayInOffice } from '../domain/access/may.ts';
import type { OfficeAct } from '../domain/access/rights.ts';
import { DEFAULT_WORKING_HOURS } from '../domain/calendar/index.ts';
import { type InstitutionKind, type Role, roles } from '../domain/procedure/party.ts';
import { instant } from '../domain/time.ts';
import { bootInProcess, type InProcess } from './support/in-process.ts';
import { makeSmallMunicipality, type SmallMunicipality } from './support/small-municipality.ts';

const now = instant('2026-11-20T10:00:00.000Z');
const schoolYear = '2026/2027';

let product: InProcess;
let place: SmallMunicipality;
let app: FastifyInstance;
let pedagogue: Actor;
let otherSchool: string;
let otherPrincipal: Actor;
let board: string;
let farPrincipal: Actor;

beforeAll(async () => {
  product = await bootInProcess(now);
  place = await makeSmallMunicipality(product.ownerUrl, now);
  pedagogue = await hire(place.school, 'socialPedagogue');
  [otherSchool, board] = [
    await found('school', 'Liepu vidusskola'),
    await found('educationBoard', 'Izglītības pārvalde'),
  ];
  otherPrincipal = await hire(otherSchool, 'principal');
  const far = randomUUID();
  await write({
    municipalities: [{ id: far, name: 'Tālais novads', workingHours: DEFAULT_WORKING_HOURS, createdAt: now }],
  });
  farPrincipal = await hire(await found('school', 'Tālā skola', far), 'principal');
  app = buildApp({
    application: product.application,
    tokens: async (token, actingFor) => {
      const personId = token.slice('dev-'.length);
      const [held] =
        await product.sql`select institution_id as id from role_holder where person_id = ${personId}`;
      return held === undefined ? null : { personId, institutionId: actingFor ?? String(held['id']) };
    },
    log: { level: 'info', write: (line) => void lines.push(line) },
    publicUrl: 'https://terminsargs.example',
    demo: true,
    signIn: fakeSignIn,
    trustedProxies: [],
  });
});
afterAll(async () => {
  await app.close();
  await product.close();
});

const lines: string[] = [];

async function write(rows: Parameters<typeof insertDirectory>[1]): Promise<void> {
  const owner = openDatabase(product.ownerUrl, 1);
  await asClock(owner, (tx) => insertDirectory(tx, rows));
  await owner.close();
}

async function found(kind: InstitutionKind, name: string, municipalityId = place.id): Promise<string> {
  const id = randomUUID();
  await write({ institutions: [{ id, municipalityId, kind, name, createdAt: now }] });
  return id;
}

async function hire(institutionId: string, role: Role): Promise<Actor> {
  const personId = randomUUID();
  await write({
    persons: [
      { id: personId, displayName: `Darbinieks ${role}`, mail: null, language: 'lv', createdAt: now },
    ],
    roleHolders: [{ id: randomUUID(), institutionId, personId, role, fromAt: now }],
  });
  return { personId, institutionId };
}

async function get(actor: Actor, url: string) {
  return await app.inject({
    url: `/api/v1${url}`,
    headers: { authorization: `Bearer dev-${actor.personId}` },
  });
}

async function post(actor: Actor, url: string, payload: object, headers: Record<string, string> = {}) {
  return await app.inject({
    method: 'POST',
    url: `/api/v1${url}`,
    headers: { authorization: `Bearer dev-${actor.personId}`, 'idempotency-key': randomUUID(), ...headers },
    payload,
  });
}

const anna = { firstName: 'Anna', lastName: 'Bērziņa', birthDate: '2014-05-06' };

let learners = 0;
/** A learner whose name nobody else has. */
async function register(actor: Actor, change: object = {}): Promise<string> {
  learners += 1;
  const lastName = `Vārds${'abcdefghijklmnopqrstuvz'.charAt(learners % 23)}${learners}`;
  const answer = await post(actor, '/learners', { ...anna, lastName, notDuplicate: true, ...change });
  expect(answer.statusCode, answer.body).toBe(201);
  return answer.json<LearnerWritten>().learnerId;
}

let classes = 0;
async function newClass(teacher?: Actor, by: Actor = place.principal): Promise<string> {
  classes += 1;
  const body = { schoolYear, name: `${classes}.x`, fromOn: '2026-09-01' };
  const answer = await post(by, '/classes', { ...body, ...(teacher && { teacherId: teacher.personId }) });
  expect(answer.statusCode, answer.body).toBe(201);
  return answer.json<ClassWritten>().classId;
}

const read = async (actor: Actor, id: string) => (await get(actor, `/learners/${id}`)).json<LearnerDetail>();
const search = async (actor: Actor, name: string, birthDate?: string) =>
  (await post(actor, '/learners/search', { name, ...(birthDate && { birthDate }) })).json<LearnerSearch>();

const contact = {
  name: 'Ilze Slepenā',
  relation: 'mother',
  custody: 'yes',
  noContact: false,
  addressSecret: true,
  livesApart: false,
  language: 'lv',
  plainLanguage: true,
  address: 'Slepenā iela 13',
  phone: '29999999',
  declared: { declared: 'in', municipality: 'Ozolkalna novads' },
};

async function openDossier(actor: Actor, named: object) {
  return await post(actor, '/dossiers', {
    kind: 'case',
    schoolId: place.school,
    procedureId: 'national-2025',
    facts: [
      { type: 'risk.identified', occurredAt: '2026-11-19T08:00:00.000Z', data: { riskCode: 'attendance' } },
    ],
    ...named,
  });
}

describe('search before create', () => {
  it('finds at one’s own school by any spelling, and says elsewhere only that there may be somebody', async () => {
    const id = await register(pedagogue, anna);
    expect(await search(pedagogue, 'berzin')).toMatchObject({
      here: [{ id, ...anna, schoolId: place.school }],
      elsewhere: null,
    });
    const asked = await search(otherPrincipal, 'anna berzins', anna.birthDate);
    expect(asked).toEqual({
      here: [],
      more: false,
      elsewhere: [
        {
          place: 'municipality',
          strength: 'likely',
          talkTo: { institutionId: board, kind: 'educationBoard', name: 'Izglītības pārvalde' },
        },
      ],
    });
    expect(JSON.stringify(asked)).not.toContain(place.school);
    expect(await search(otherPrincipal, 'anna berzins')).toMatchObject({ here: [], elsewhere: null });
    expect(await search(farPrincipal, 'Anna Bērziņa', anna.birthDate)).toMatchObject({
      here: [],
      elsewhere: [],
    });
  });

  it('a class teacher finds the own class by name, and of the rest of the school that there may be somebody', async () => {
    const own = await register(pedagogue, {
      classId: await newClass(place.teacher),
      birthDate: '2013-01-02',
    });
    const { lastName } = await read(place.teacher, own);
    expect((await search(place.teacher, lastName)).here.map(({ id }) => id)).toEqual([own]);
    const other = await search(place.otherTeacher, `Anna ${lastName}`, '2013-01-02');
    expect(other.here).toEqual([]);
    expect(other.elsewhere).toMatchObject([{ place: 'ownSchool', talkTo: { institutionId: place.school } }]);
  });

  it('registering somebody who may be known is refused until the search was looked at', async () => {
    const twin = { ...anna, firstName: 'Ana', lastName: 'Berzins' };
    for (const actor of [pedagogue, otherPrincipal]) {
      const refused = await post(actor, '/learners', twin);
      expect(refused.json()).toMatchObject({ status: 409, code: 'possibleDuplicate' });
      expect(refused.body).not.toContain('Bērz');
    }
    expect((await post(pedagogue, '/learners', { ...twin, birthDate: '2014-05-07' })).statusCode).toBe(201);
    expect((await post(otherPrincipal, '/learners', { ...twin, notDuplicate: true })).statusCode).toBe(201);
  });

  it('the same key registers once', async () => {
    const headers = { 'idempotency-key': randomUUID() };
    const body = { firstName: 'Uldis', lastName: 'Vienreizējais', birthDate: '2012-02-02' };
    const [first, second] = [
      await post(pedagogue, '/learners', body, headers),
      await post(pedagogue, '/learners', body, headers),
    ];
    expect(second.json()).toEqual({ ...first.json<LearnerWritten>(), repeated: true });
    expect((await search(pedagogue, 'vienreiz')).here).toHaveLength(1);
  });

  it('looks are logged without what was typed; names stand in no log and no plain column', async () => {
    const id = await register(pedagogue, { contacts: [contact] });
    await read(pedagogue, id);
    await search(pedagogue, 'Neparastais Vārds', '2014-05-06');
    const looks =
      await product.sql`select act, learner_id from learner_look where person_id = ${pedagogue.personId}`;
    expect(looks.map(({ act }) => String(act))).toEqual(
      expect.arrayContaining(['read', 'searchedElsewhere']),
    );
    const tables = ['learner', 'enrolment', 'learner_look', 'learner_search', 'idempotency', 'school_class'];
    const stored = await Promise.all(tables.map((table) => product.sql`select * from ${product.sql(table)}`));
    const everything = `${lines.join('')}${product.logged()}${JSON.stringify(stored)}`;
    for (const trace of ['Bērz', 'berz', 'Neparast', 'Slepen', '29999999', '2014-05-06']) {
      expect(everything).not.toContain(trace);
    }
  });
});

describe('a learner', () => {
  it('carries contacts, responsible municipality, and who may be written to (R 18, duties 1)', async () => {
    const id = await register(pedagogue, { contacts: [contact] });
    const before = await read(pedagogue, id);
    expect(before).toMatchObject({
      version: 1,
      responsible: { known: true, municipality: 'Ozolkalna novads', ground: 'parentsDeclared' },
      recipients: { letters: [{ name: contact.name, plainLanguage: true, address: contact.address }] },
      enrolments: [{ institutionId: place.school, fromOn: '2026-11-20', untilOn: null }],
    });
    const [mother] = before.contacts;
    const father = {
      ...contact,
      relation: 'father',
      name: 'Juris',
      custody: 'unknown',
      addressSecret: false,
    };
    const { actual: _actual, mail: _mail, ...kept } = mother ?? { actual: null, mail: null };
    const body = { contacts: [{ ...kept, custody: 'no' }, father] };
    const saved = await post(pedagogue, `/learners/${id}/contacts`, body, { 'if-match': '"1"' });
    expect(saved.headers['etag']).toBe('"2"');
    const after = await read(pedagogue, id);
    expect(after.contacts[0]?.id).toBe(mother?.id);
    expect(after.recipients.withheld.map(({ reason }) => reason)).toEqual(['noCustody', 'custodyUnknown']);
    const late = await post(pedagogue, `/learners/${id}/contacts`, { contacts: [] }, { 'if-match': '"1"' });
    expect(late.json()).toMatchObject({ status: 412, code: 'learnerVersionConflict' });
  });

  it('is changed by its school; names and search follow', async () => {
    const id = await register(pedagogue);
    const answer = await post(pedagogue, `/learners/${id}/profile`, {
      firstName: 'Zane',
      lastName: 'Pārdēvētā',
      residence: { own: { declared: 'nowhere' }, stays: 'Valkas novads' },
    });
    expect(answer.json()).toMatchObject({ version: 2 });
    expect((await search(pedagogue, 'pardeveta')).here.map((one) => one.id)).toEqual([id]);
    expect(await read(pedagogue, id)).toMatchObject({ firstName: 'Zane', birthDate: null });
  });

  it('has siblings from both sides; strangers and oneself are none', async () => {
    const [one, other] = [await register(pedagogue), await register(pedagogue)];
    const foreign = await register(otherPrincipal);
    expect((await post(pedagogue, `/learners/${one}/siblings`, { siblingIds: [other] })).statusCode).toBe(
      201,
    );
    expect((await read(pedagogue, other)).siblings.map(({ id }) => id)).toEqual([one]);
    for (const strange of [foreign, one, randomUUID(), 'x']) {
      const refused = await post(pedagogue, `/learners/${one}/siblings`, { siblingIds: [other, strange] });
      expect(refused.json()).toMatchObject({ code: 'learnerUnknown', path: 'siblingIds[1]' });
    }
    expect((await post(pedagogue, `/learners/${other}/siblings`, { siblingIds: [] })).statusCode).toBe(201);
    expect((await read(pedagogue, one)).siblings).toEqual([]);
  });

  it('leaves the school, which goes on seeing; twice is refused', async () => {
    const id = await register(pedagogue);
    expect((await post(pedagogue, `/learners/${id}/departure`, { on: '2026-11-20' })).statusCode).toBe(201);
    expect(await read(pedagogue, id)).toMatchObject({
      enrolments: [{ untilOn: '2026-11-20' }],
      classId: null,
    });
    const again = await post(pedagogue, `/learners/${id}/departure`, { on: '2026-11-20' });
    expect(again.json()).toMatchObject({ status: 409, code: 'notEnrolled' });
  });

  it('a foreign one is answered like one who does not exist, on every route (issue 4, section 5)', async () => {
    const id = await register(pedagogue);
    const foreignClass = await newClass();
    const routes: readonly (readonly [string, object])[] = [
      ['profile', { firstName: 'A', lastName: 'B' }],
      ['contacts', { contacts: [] }],
      ['siblings', { siblingIds: [] }],
      ['departure', { on: '2026-11-20' }],
      ['enrolment', { classId: foreignClass, on: '2026-11-20' }],
    ];
    for (const actor of [otherPrincipal, farPrincipal]) {
      for (const target of [id, randomUUID(), 'none']) {
        const looked = await get(actor, `/learners/${target}`);
        expect(looked.json()).toMatchObject({ status: 404, code: 'notFound' });
        for (const [route, body] of routes) {
          const refused = await post(actor, `/learners/${target}/${route}`, body);
          expect(refused.json(), route).toMatchObject({ status: 404, code: 'notFound' });
        }
      }
      for (const target of [foreignClass, randomUUID()]) {
        const change = { teacherId: actor.personId, fromOn: '2026-11-20' };
        expect((await get(actor, `/classes/${target}/learners`)).statusCode).toBe(404);
        expect((await post(actor, `/classes/${target}/teacher`, change)).statusCode).toBe(404);
      }
    }
    const own = await register(otherPrincipal);
    const into = await post(otherPrincipal, `/learners/${own}/enrolment`, {
      classId: foreignClass,
      on: '2026-11-20',
    });
    expect(into.json()).toMatchObject({ code: 'classUnknown' });
  });
});

describe('every act asks the policy (issue 4, section 3)', () => {
  it('each role may what the rights say, no more and no less', async () => {
    const id = await register(pedagogue);
    const classId = await newClass();
    const acts: readonly (readonly [
      OfficeAct,
      (actor: Actor) => Promise<{ readonly statusCode: number }>,
    ])[] = [
      ['searchLearners', (actor) => post(actor, '/learners/search', { name: 'xy' })],
      ['searchLearners', (actor) => get(actor, `/learners/${id}`)],
      ['searchLearners', (actor) => get(actor, `/classes/${classId}/learners`)],
      [
        'registerLearner',
        (actor) => post(actor, '/learners', { firstName: 'Q', lastName: 'Q', notDuplicate: true }),
      ],
      ['registerLearner', (actor) => post(actor, `/learners/${id}/siblings`, { siblingIds: [] })],
      [
        'manageClasses',
        (actor) => post(actor, '/classes', { schoolYear, name: randomUUID(), fromOn: '2026-11-20' }),
      ],
      [
        'manageClasses',
        (actor) =>
          post(actor, `/classes/${classId}/teacher`, {
            teacherId: place.teacher.personId,
            fromOn: '2026-11-20',
          }),
      ],
    ];
    for (const role of roles) {
      const actor = await hire(place.school, role);
      for (const [act, attempt] of acts) {
        const { statusCode } = await attempt(actor);
        const allowed = mayInOffice(act, { kind: 'school', roles: [role] }).decision === 'allow';
        // A class teacher may search, and sees the own class only.
        const answers = allowed ? [200, 201, ...(role === 'classTeacher' ? [404] : [])] : [403];
        expect(answers, `${role} ${act}`).toContain(statusCode);
      }
    }
  });
});

describe('classes', () => {
  it('list who leads them in Latvian order, and their learners to those who see them', async () => {
    const classId = await newClass(place.teacher);
    const [second, first] = [
      await register(pedagogue, { classId, lastName: 'Čigāne', firstName: 'Una' }),
      await register(pedagogue, { classId, lastName: 'Cīrule', firstName: 'Una' }),
    ];
    const inClass = async (actor: Actor) =>
      (await get(actor, `/classes/${classId}/learners`)).json<ClassLearners>().learners.map(({ id }) => id);
    expect(await inClass(place.teacher)).toEqual([first, second]);
    expect(await inClass(place.otherTeacher)).toEqual([]);
    const list = (
      await get(place.schoolAdministrator, `/classes?schoolYear=${schoolYear}`)
    ).json<ClassList>();
    expect(list.classes.find(({ id }) => id === classId)?.teachers).toMatchObject([
      { personId: place.teacher.personId, fromOn: '2026-09-01', untilOn: null },
    ]);
    expect((await get(otherPrincipal, `/classes?schoolYear=${schoolYear}`)).json()).toEqual({ classes: [] });
  });

  it('twice the same name, a stranger as teacher, a day to come: refused', async () => {
    const body = { schoolYear, name: 'viena.x', fromOn: '2026-11-20' };
    expect((await post(place.principal, '/classes', body)).statusCode).toBe(201);
    const again = await post(place.principal, '/classes', body);
    expect(again.json()).toMatchObject({ code: 'classExists' });
    const stranger = await post(place.principal, '/classes', {
      ...body,
      name: '2.y',
      teacherId: farPrincipal.personId,
    });
    expect(stranger.json()).toMatchObject({ code: 'personUnknown' });
    const early = await post(place.principal, '/classes', { ...body, name: '2.y', fromOn: '2026-11-21' });
    expect(early.json()).toMatchObject({ code: 'dateInFuture', path: 'fromOn' });
  });

  it('open dossiers follow a new class teacher: duties, access, and the old one’s end', async () => {
    const classId = await newClass(place.teacher);
    const learnerId = await register(pedagogue, { classId });
    const opened = await openDossier(pedagogue, { learnerId });
    const { dossierId } = opened.json<Written>();
    expect(await teacherOf(dossierId)).toBe(place.teacher.personId);
    expect(
      (await get(place.teacher, `/dossiers/${dossierId}`)).json<DossierDetail>().learner?.firstName,
    ).toBe('Anna');
    expect((await get(place.otherTeacher, `/dossiers/${dossierId}`)).statusCode).toBe(404);
    const change = { teacherId: place.otherTeacher.personId, fromOn: '2026-11-20' };
    const answer = await post(place.schoolAdministrator, `/classes/${classId}/teacher`, change);
    expect(answer.json()).toEqual({ classId, repeated: false });
    expect(await teacherOf(dossierId)).toBe(place.otherTeacher.personId);
    expect((await get(place.teacher, `/dossiers/${dossierId}`)).statusCode).toBe(404);
    expect((await get(place.otherTeacher, `/dossiers/${dossierId}`)).statusCode).toBe(200);
    const owed = await product.sql`select distinct owed_by_person from duty
      where dossier_id = ${dossierId} and owed_by_role in ('classTeacher', 'caseManager')`;
    expect(owed.map((row) => String(row['owed_by_person']))).toEqual([place.otherTeacher.personId]);
  });

  it('R 3: a dossier from which the head is excluded follows too, and the head learns nothing of it', async () => {
    const classId = await newClass(place.teacher);
    const learnerId = await register(pedagogue, { classId });
    const { dossierId } = (await openDossier(pedagogue, { learnerId })).json<Written>();
    const exclude = { type: 'person.excluded', occurredAt: '2026-11-20T09:00:00.000Z' };
    const data = { personId: place.principal.personId, groundCode: 'relative' };
    const excluded = await post(place.teacher, `/dossiers/${dossierId}/facts`, {
      facts: [{ ...exclude, data }],
    });
    expect(excluded.statusCode, excluded.body).toBe(201);
    expect((await get(place.principal, `/learners/${learnerId}`)).statusCode).toBe(404);
    const change = { teacherId: place.otherTeacher.personId, fromOn: '2026-11-20' };
    const answer = await post(place.principal, `/classes/${classId}/teacher`, change);
    expect(answer.json()).toEqual({ classId, repeated: false });
    expect(await teacherOf(dossierId)).toBe(place.otherTeacher.personId);
    expect((await get(place.principal, `/dossiers/${dossierId}`)).statusCode).toBe(404);
  });

  it('a whole class moves to the next year: learners, class name, teacher, dossiers, history', async () => {
    const classId = await newClass(place.teacher);
    const learnerId = await register(pedagogue, { classId });
    const { dossierId } = (await openDossier(pedagogue, { learnerId })).json<Written>();
    const next = {
      schoolYear: '2027/2028',
      name: 'nākamā.x',
      teacherId: place.otherTeacher.personId,
      fromOn: '2026-11-20',
    };
    const moved = await post(place.principal, `/classes/${classId}/next`, next);
    expect(moved.statusCode, moved.body).toBe(201);
    const learner = await read(pedagogue, learnerId);
    expect(learner).toMatchObject({ className: 'nākamā.x', classId: moved.json<ClassWritten>().classId });
    expect(learner.enrolments.map((one) => [one.classId, one.untilOn])).toEqual([
      [learner.classId, null],
      [classId, '2026-11-20'],
    ]);
    expect(await teacherOf(dossierId)).toBe(place.otherTeacher.personId);
    const list = (await get(place.principal, `/classes?schoolYear=${schoolYear}`)).json<ClassList>();
    expect(list.classes.find(({ id }) => id === classId)?.teachers[0]?.untilOn).toBe('2026-11-20');
  });
});

describe('opening a dossier about somebody', () => {
  it('a registered learner, or a new one, by one path: seen and found at the school', async () => {
    const named = { firstName: 'Jauns', lastName: 'Ātrais', className: '5.b', birthDate: '2015-01-01' };
    const { dossierId } = (await openDossier(place.teacher, { learner: named })).json<Written>();
    const [hit] = (await search(pedagogue, 'atrais')).here;
    expect(hit).toMatchObject({ ...named, schoolId: place.school });
    expect((await read(pedagogue, hit?.id ?? '')).dossierIds).toEqual([dossierId]);
  });

  it('a foreign learner, one of another school, or two at once: refused alike', async () => {
    const own = await register(pedagogue);
    const foreign = await register(otherPrincipal);
    const learner = { firstName: 'A', lastName: 'B', className: 'c' };
    for (const named of [{ learnerId: foreign }, { learnerId: randomUUID() }, { learnerId: own, learner }]) {
      const refused = await openDossier(pedagogue, named);
      expect(refused.json()).toMatchObject({ code: 'learnerUnknown', path: 'learnerId' });
    }
  });

  it('whoever accepted the case reads the learner without a secret address, and does not change them', async () => {
    const learnerId = await register(pedagogue, { contacts: [contact] });
    const worker = await hire(place.socialService, 'socialWorker');
    expect((await get(worker, `/learners/${learnerId}`)).statusCode).toBe(404);
    const sent = {
      type: 'referral.sent',
      occurredAt: '2026-11-20T08:00:00.000Z',
      data: {
        referralId: randomUUID(),
        receiverId: place.socialService,
        kindCode: 'handover',
        channelCode: 'product',
      },
    };
    const { dossierId } = (await openDossier(pedagogue, { learnerId, facts: [sent] })).json<Written>();
    expect((await get(worker, `/learners/${learnerId}`)).statusCode).toBe(404);
    const accepted = {
      type: 'referral.acknowledged',
      occurredAt: '2026-11-20T09:00:00.000Z',
      data: { referralId: sent.data.referralId, outcomeCode: 'accepted' },
    };
    const answered = await post(worker, `/dossiers/${dossierId}/facts`, { facts: [accepted] });
    expect(answered.statusCode, answered.body).toBe(201);
    const learner = await read(worker, learnerId);
    expect(learner.contacts).toMatchObject([{ name: contact.name, address: null, phone: null }]);
    expect(JSON.stringify(learner)).not.toContain('Slepenā iela');
    const refused = await post(worker, `/learners/${learnerId}/contacts`, { contacts: [] });
    expect(refused.json()).toMatchObject({ status: 403, code: 'notYourSchool' });
  });
});

async function teacherOf(dossierId: string): Promise<string> {
  const [row] = await product.sql`select class_teacher_id as id from dossier where id = ${dossierId}`;
  return String(row?.['id']);
}
