/** A municipality with its education board, asked through the API in whoever’s name. */
import { randomUUID } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect } from 'vitest';
import { buildApp } from '../../api/app.ts';
import { fakeSignIn } from '../../api/testing/fake-api.ts';
import type { Actor } from '../../application/application.ts';
import { openDatabase } from '../../db/connect.ts';
import { insertDirectory } from '../../db/repositories/directory.ts';
import { asClock } from '../../db/transaction.ts';
import { calendarDay, instant } from '../../domain/time.ts';
import { bootInProcess, freshWrite, type InProcess } from '../support/in-process.ts';
import { makeSmallMunicipality, type SmallMunicipality } from '../support/small-municipality.ts';

export let product: InProcess;
export let place: SmallMunicipality;
export let elsewhere: SmallMunicipality;
let app: FastifyInstance;
export let board: Actor;
export const longAgo = instant('2020-01-01T00:00:00.000Z');
const actors = new Map<string, Actor>();

type Asked = { readonly ifMatch?: number; readonly key?: string };

export async function ask(
  actor: Actor,
  method: 'GET' | 'POST',
  url: string,
  payload?: object,
  { ifMatch, key = randomUUID() }: Asked = {},
) {
  actors.set(`dev-${actor.personId}-${actor.institutionId}`, actor);
  return await app.inject({
    method,
    url: `/api/v1${url}`,
    headers: {
      authorization: `Bearer dev-${actor.personId}-${actor.institutionId}`,
      'accept-language': 'en',
      ...(method === 'POST' ? { 'idempotency-key': key } : {}),
      ...(ifMatch === undefined ? {} : { 'if-match': `"${ifMatch}"` }),
    },
    ...(payload === undefined ? {} : { payload }),
  });
}

export const get = async <T>(actor: Actor, url: string) => (await ask(actor, 'GET', url)).json<T>();
export async function made(actor: Actor, url: string, payload: object): Promise<string> {
  const answer = await ask(actor, 'POST', url, payload);
  expect(answer.statusCode, answer.body).toBeLessThan(300);
  return answer.json<{ id: string }>().id;
}
export const refusal = async (actor: Actor, url: string, payload: object) => {
  const { status, code, path } = (await ask(actor, 'POST', url, payload)).json<{
    status: number;
    code: string;
    path?: string;
  }>();
  return [status, code, path ?? ''];
};
export const mailsTo = (address: string) => product.smtp.mails.filter((mail) => mail.to.includes(address));
export const holder = (institutionId: string, role: string) => ({ institutionId, role });

/** A case of the teacher's class at the school; the school's principal decides. */
export async function openCase(by: Actor = place.teacher, school: string = place.school): Promise<string> {
  const opened = await product.application.openDossier(
    by,
    {
      kind: 'case',
      schoolId: school,
      procedureId: 'national-2025',
      classTeacherId: by.personId,
      facts: [
        {
          type: 'risk.identified',
          data: { riskCode: 'socialHelp', identifiedOn: calendarDay('2026-11-02') },
        },
      ],
    },
    freshWrite(),
  );
  if (!opened.ok) throw new Error(JSON.stringify(opened));
  return opened.value.dossierId;
}

export async function addBoard(municipalityId: string): Promise<Actor> {
  const actor = { personId: randomUUID(), institutionId: randomUUID() };
  const owner = openDatabase(product.ownerUrl, 1);
  await asClock(owner, (tx) =>
    insertDirectory(tx, {
      institutions: [
        {
          id: actor.institutionId,
          municipalityId,
          kind: 'educationBoard',
          name: 'Izglītības pārvalde',
          createdAt: longAgo,
        },
      ],
      persons: [
        { id: actor.personId, displayName: 'Pārvaldes administratore', language: 'lv', createdAt: longAgo },
      ],
      roleHolders: [{ id: randomUUID(), ...actor, role: 'administrator', fromAt: longAgo }],
    }),
  );
  await owner.close();
  return actor;
}

/** Brings it up before the file’s tests, and down after them. */
export function useOffice(): void {
  beforeAll(async () => {
    const now = instant('2026-11-02T07:00:00.000Z');
    product = await bootInProcess(now);
    place = await makeSmallMunicipality(product.ownerUrl, now);
    elsewhere = await makeSmallMunicipality(product.ownerUrl, now);
    board = await addBoard(place.id);
    app = buildApp({
      application: product.application,
      tokens: (token) => Promise.resolve(actors.get(token) ?? null),
      log: { level: 'silent' },
      publicUrl: 'https://terminsargs.example',
      demo: true,
      signIn: fakeSignIn,
      trustedProxies: [],
    });
  });
  afterAll(async () => {
    await app?.close();
    await product?.close();
  });
}
