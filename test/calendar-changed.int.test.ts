/** A calendar that changes while duties run (architecture 3, Procedure), through the API and on real servers. */
import { randomUUID } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { buildApp } from '../api/app.ts';
import { fakeSignIn } from '../api/testing/fake-api.ts';
import type { Actor } from '../application/application.ts';
import type { CalendarPreview, CalendarSaved, CalendarTable } from '../contracts/calendar.ts';
import { openDatabase } from '../db/connect.ts';
import { insertDirectory } from '../db/repositories/directory.ts';
import { asClock } from '../db/transaction.ts';
import { verifyChains } from '../db/verify-chain.ts';
import type { CalendarChange } from '../domain/calendar/index.ts';
import { calendarDay, instant } from '../domain/time.ts';
import { bootInProcess, freshWrite, type InProcess } from './support/in-process.ts';
import { makeSmallMunicipality, type SmallMunicipality } from './support/small-municipality.ts';

let product: InProcess;
let place: SmallMunicipality;
let app: FastifyInstance;
let board: Actor;
let dossierId: string;

/** The calendar as it was known before the evening of 28 May 2023, and a holiday that a later version takes back. */
const knownBefore: readonly CalendarChange[] = [
  { kind: 'holidayRemoved', day: calendarDay('2023-05-29'), source: 'pirms 2023. gada 28. maija likuma' },
  {
    kind: 'holidayAdded',
    day: calendarDay('2026-09-22'),
    name: { lv: 'svētki', en: 'holiday' },
    source: 'likumprojekts',
  },
];

async function ask(
  actor: Actor,
  method: 'GET' | 'POST',
  url: string,
  payload?: object,
  ifMatch?: number,
  key: string = randomUUID(),
) {
  return await app.inject({
    method,
    url: `/api/v1${url}`,
    headers: {
      authorization: `Bearer dev-${actor.personId}`,
      'accept-language': 'en',
      ...(method === 'POST' ? { 'idempotency-key': key } : {}),
      ...(ifMatch === undefined ? {} : { 'if-match': `"${ifMatch}"` }),
    },
    ...(payload === undefined ? {} : { payload }),
  });
}

async function save(changes: readonly CalendarChange[], ifMatch: number, confirmedEarlier: object[] = []) {
  return await ask(board, 'POST', '/calendar/changes', { changes, confirmedEarlier }, ifMatch);
}

const table = async () => (await ask(board, 'GET', '/calendar/changes')).json<CalendarTable>();

async function dueDays(of: string): Promise<Record<string, string>> {
  const rows = await product.sql`select kind, due_day::text as day from duty where dossier_id = ${of}
    and due_day is not null order by kind`;
  return Object.fromEntries(rows.map((row) => [row['kind'] as string, row['day'] as string]));
}

async function calendarFactsOf(of: string) {
  const rows =
    await product.sql`select data from event where dossier_id = ${of} and type = 'calendar.changed' order by seq`;
  return rows.map((row) => row['data'] as { version: string; dutyKeys: string[]; keptDueOn?: string });
}

const told = async () =>
  await product.sql`select dossier_id, duty_key, generation, name, n, recipient_person from notice order by 1, 2, 3, 4, 5, 6`;

beforeAll(async () => {
  product = await bootInProcess(instant('2023-05-22T07:00:00.000Z'));
  place = await makeSmallMunicipality(product.ownerUrl, instant('2023-05-22T06:00:00.000Z'));
  board = { personId: randomUUID(), institutionId: randomUUID() };
  const owner = openDatabase(product.ownerUrl, 1);
  const longAgo = instant('2020-01-01T00:00:00.000Z');
  await asClock(owner, (tx) =>
    insertDirectory(tx, {
      institutions: [
        {
          id: board.institutionId,
          municipalityId: place.id,
          kind: 'educationBoard',
          name: 'Ozolkalna novada Izglītības pārvalde',
          createdAt: longAgo,
        },
      ],
      persons: [{ id: board.personId, displayName: 'parvalde', language: 'lv', createdAt: longAgo }],
      roleHolders: [{ id: randomUUID(), ...board, role: 'administrator', fromAt: longAgo }],
    }),
  );
  await owner.close();
  const actors = new Map(
    [board, place.teacher, place.schoolAdministrator].map((one) => [`dev-${one.personId}`, one]),
  );
  app = buildApp({
    application: product.application,
    tokens: (token) => {
      const actor = actors.get(token);
      return Promise.resolve(
        actor === undefined ? null : { personId: actor.personId, institutionId: actor.institutionId },
      );
    },
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

it('only an administrator of the municipality or its education board changes the calendar', async () => {
  for (const actor of [place.teacher, place.schoolAdministrator]) {
    const preview = await ask(actor, 'POST', '/calendar/preview', { changes: [] });
    const saved = await ask(actor, 'POST', '/calendar/changes', { changes: [], confirmedEarlier: [] }, 0);
    expect([preview.json(), saved.json()]).toMatchObject([
      { status: 403, code: 'notAdministrator' },
      { status: 403, code: 'notAdministrator' },
    ]);
  }
  expect(
    (await ask(board, 'POST', '/calendar/changes', { changes: [], confirmedEarlier: [] })).json(),
  ).toMatchObject({ status: 400, path: 'If-Match' });
});

it('a version is saved once, on the version it was made on, and the dossiers follow (architecture 3)', async () => {
  const key = randomUUID();
  const body = { changes: knownBefore, confirmedEarlier: [] };
  const first = await ask(board, 'POST', '/calendar/changes', body, 0, key);
  const again = await ask(board, 'POST', '/calendar/changes', body, 0, key);
  expect([first.statusCode, first.headers['etag']]).toEqual([201, '"1"']);
  expect(first.json<CalendarSaved>()).toEqual({ version: 1, dossiersBehind: 3, repeated: false });
  expect(again.json<CalendarSaved>()).toMatchObject({ version: 1, repeated: true });
  expect((await save([], 0)).json()).toMatchObject({
    status: 412,
    code: 'calendarVersionConflict',
    facts: { version: 1 },
  });
  await product.sweep();
  expect(await table()).toMatchObject({ version: 1, changes: knownBefore, dossiersBehind: 0 });
});

it('a holiday made on the evening before: listed before it is saved, then every open duty moves (29 May 2023)', async () => {
  const opened = await product.application.openDossier(
    place.teacher,
    {
      kind: 'case',
      schoolId: place.school,
      procedureId: 'national-2025',
      classTeacherId: place.teacher.personId,
      facts: [
        {
          type: 'referral.sent',
          data: {
            referralId: randomUUID(),
            receiverId: place.socialService,
            kindCode: 'handover',
            channelCode: 'product',
          },
        },
      ],
    },
    freshWrite(),
  );
  if (!opened.ok) throw new Error(JSON.stringify(opened));
  ({ dossierId } = opened.value);
  expect(await dueDays(dossierId)).toMatchObject({ 'acknowledge-handover': '2023-05-29' });

  await product.setClock(instant('2023-05-28T18:00:00.000Z'));
  await product.sweep();
  const before = await told();
  const listed = await ask(board, 'POST', '/calendar/preview', { changes: knownBefore.slice(1) });
  expect(listed.json<CalendarPreview>()).toMatchObject({
    version: 1,
    days: [{ day: '2023-05-29', before: null, after: { kind: 'holiday' } }],
    moved: [
      {
        dossierId,
        caseNumber: opened.value.caseNumber,
        kind: 'acknowledge-handover',
        from: '2023-05-29',
        to: '2023-05-30',
        earlier: false,
        needsConfirmation: false,
      },
    ],
  });
  expect(listed.json<CalendarPreview>().moved[0]?.explanation.lv).toContain(
    '28.05. un 29.05. ir svētku dienas → 30.05.',
  );
  expect(await dueDays(dossierId), 'a preview stores nothing').toMatchObject({
    'acknowledge-handover': '2023-05-29',
  });

  expect((await save(knownBefore.slice(1), 1)).statusCode).toBe(201);
  await product.sweep();
  expect(await dueDays(dossierId)).toMatchObject({ 'acknowledge-handover': '2023-05-30' });
  const [moved] = listed.json<CalendarPreview>().moved;
  expect(await calendarFactsOf(dossierId)).toEqual([{ version: 'v2', dutyKeys: [moved?.dutyKey] }]);
  expect(await told(), 'nothing is said again').toEqual(before);
  const [waits] =
    await product.sql`select at::text as at, generation from step where dossier_id = ${dossierId}
    and name = 'late' and duty_key = ${moved?.dutyKey ?? ''}`;
  expect(waits).toEqual({ at: '2023-05-30 21:00:00+00', generation: 0 });
});

it('a term of law never silently becomes earlier: it stays until it is confirmed (architecture 3)', async () => {
  const year = place.yearIds[place.school] ?? '';
  expect(await dueDays(year)).toMatchObject({ 'rules-briefing': '2026-09-23' });
  const draft = await ask(board, 'POST', '/calendar/preview', { changes: [] });
  const [listed] = draft.json<CalendarPreview>().moved;
  expect(listed).toMatchObject({
    dossierId: year,
    caseNumber: '',
    from: '2026-09-23',
    to: '2026-09-22',
    earlier: true,
    needsConfirmation: true,
  });

  expect((await save([], 2)).statusCode).toBe(201);
  await product.sweep();
  expect(await dueDays(year)).toMatchObject({ 'rules-briefing': '2026-09-23' });
  expect((await calendarFactsOf(year)).at(-1)).toEqual({
    version: 'v3',
    dutyKeys: [listed?.dutyKey],
    keptDueOn: '2026-09-23',
  });

  const confirmed = [{ dossierId: year, dutyKey: listed?.dutyKey ?? '' }];
  expect((await save([], 3, confirmed)).statusCode).toBe(201);
  await product.sweep();
  expect(await dueDays(year)).toMatchObject({ 'rules-briefing': '2026-09-22' });
});

it('nobody records a change of the calendar by hand: it would move terms', async () => {
  const facts = [{ type: 'calendar.changed', data: { version: 'v9', keptDueOn: '2030-01-01' } }];
  const refused = await ask(place.teacher, 'POST', `/dossiers/${dossierId}/facts`, { facts });
  expect(refused.json()).toMatchObject({ status: 403, code: 'notYourAct' });
});

it('what a killed process left behind is recounted later, and counted as before until then', async () => {
  const write = await save(knownBefore, 4);
  expect(write.json<CalendarSaved>().dossiersBehind).toBeGreaterThanOrEqual(4);
  await product.sql`update dossier set calendar_version = 5 where id <> ${dossierId}`;
  const words = await product.application.recordFacts(
    place.teacher,
    dossierId,
    [{ type: 'risk.noticed', data: { riskCode: 'socialHelp' } }],
    freshWrite(),
  );
  expect(words).toMatchObject({ ok: true });
  expect(await dueDays(dossierId)).toMatchObject({ 'acknowledge-handover': '2023-05-30' });
  await product.sweep();
  expect(await dueDays(dossierId)).toMatchObject({ 'acknowledge-handover': '2023-05-29' });
  expect((await table()).dossiersBehind).toBe(0);
  expect((await verifyChains(product.sql)).broken).toEqual([]);
});
