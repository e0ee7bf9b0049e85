/** Schools of two municipalities, asked through the API in whoever’s name. */
import { randomUUID } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect } from 'vitest';
import { buildApp } from '../../api/app.ts';
import { fakeSignIn } from '../../api/testing/fake-api.ts';
import type { Actor } from '../../application/application.ts';
import type { LearnerDetail, LearnerSearch, LearnerWritten } from '../../contracts/learner.ts';
import type { ClassWritten } from '../../contracts/school-class.ts';
import { openDatabase } from '../../db/connect.ts';
import { insertDirectory } from '../../db/repositories/directory.ts';
import { asClock } from '../../db/transaction.ts';
import { DEFAULT_WORKING_HOURS } from '../../domain/calendar/index.ts';
import { type InstitutionKind, type Role } from '../../domain/procedure/party.ts';
import { instant } from '../../domain/time.ts';
import { bootInProcess, type InProcess } from '../support/in-process.ts';
import { makeSmallMunicipality, type SmallMunicipality } from '../support/small-municipality.ts';

const now = instant('2026-11-20T10:00:00.000Z');
export const schoolYear = '2026/2027';

export let product: InProcess;
export let place: SmallMunicipality;
let app: FastifyInstance;
export let pedagogue: Actor;
let otherSchool: string;
export let otherPrincipal: Actor;
export let board: string;
export let farPrincipal: Actor;

export const lines: string[] = [];

async function write(rows: Parameters<typeof insertDirectory>[1]): Promise<void> {
  const owner = openDatabase(product.ownerUrl, 1);
  await asClock(owner, (tx) => insertDirectory(tx, rows));
  await owner.close();
}

export async function found(kind: InstitutionKind, name: string, municipalityId = place.id): Promise<string> {
  const id = randomUUID();
  await write({ institutions: [{ id, municipalityId, kind, name, createdAt: now }] });
  return id;
}

export async function hire(institutionId: string, role: Role): Promise<Actor> {
  const personId = randomUUID();
  await write({
    persons: [
      { id: personId, displayName: `Darbinieks ${role}`, mail: null, language: 'lv', createdAt: now },
    ],
    roleHolders: [{ id: randomUUID(), institutionId, personId, role, fromAt: now }],
  });
  return { personId, institutionId };
}

export async function get(actor: Actor, url: string) {
  return await app.inject({
    url: `/api/v1${url}`,
    headers: { authorization: `Bearer dev-${actor.personId}` },
  });
}

export async function post(actor: Actor, url: string, payload: object, headers: Record<string, string> = {}) {
  return await app.inject({
    method: 'POST',
    url: `/api/v1${url}`,
    headers: { authorization: `Bearer dev-${actor.personId}`, 'idempotency-key': randomUUID(), ...headers },
    payload,
  });
}

export const anna = { firstName: 'Anna', lastName: 'Bērziņa', birthDate: '2014-05-06' };

let learners = 0;
/** A learner whose name nobody else has. */
export async function register(actor: Actor, change: object = {}): Promise<string> {
  learners += 1;
  const lastName = `Vārds${'abcdefghijklmnopqrstuvz'.charAt(learners % 23)}${learners}`;
  const answer = await post(actor, '/learners', { ...anna, lastName, notDuplicate: true, ...change });
  expect(answer.statusCode, answer.body).toBe(201);
  return answer.json<LearnerWritten>().learnerId;
}

let classes = 0;
export async function newClass(teacher?: Actor, by: Actor = place.principal): Promise<string> {
  classes += 1;
  const body = { schoolYear, name: `${classes}.x`, fromOn: '2026-09-01' };
  const answer = await post(by, '/classes', { ...body, ...(teacher && { teacherId: teacher.personId }) });
  expect(answer.statusCode, answer.body).toBe(201);
  return answer.json<ClassWritten>().classId;
}

export const read = async (actor: Actor, id: string) =>
  (await get(actor, `/learners/${id}`)).json<LearnerDetail>();
export const search = async (actor: Actor, name: string, birthDate?: string) =>
  (await post(actor, '/learners/search', { name, ...(birthDate && { birthDate }) })).json<LearnerSearch>();

export const contact = {
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

export async function openDossier(actor: Actor, named: object) {
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

export async function teacherOf(dossierId: string): Promise<string> {
  const [row] = await product.sql`select class_teacher_id as id from dossier where id = ${dossierId}`;
  return String(row?.['id']);
}

/** Brings it up before the file’s tests, and down after them. */
export function useOffice(): void {
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
      municipalities: [
        { id: far, name: 'Tālais novads', workingHours: DEFAULT_WORKING_HOURS, createdAt: now },
      ],
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
}
