/** The leaks of other products, tried here (issue 4, section 5; reliability.md, part b). */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { EventType } from '../../domain/dossier/event.ts';
import type { Role } from '../../domain/procedure/party.ts';
import { instant } from '../../domain/time.ts';
import { type Asked, bootRealApi, type RealApi, said } from '../support/real-api.ts';
import { type MatrixCase, openMatrixCase } from './case.ts';
import { insertEverybody, type People, type Place, type Somebody } from './people.ts';

const now = instant('2026-11-20T10:00:00.000Z');

let api: RealApi;
let people: People;
let matrixCase: MatrixCase;

beforeAll(async () => {
  api = await bootRealApi(now);
  people = await insertEverybody(api);
  matrixCase = await openMatrixCase(api, people, now);
});

afterAll(() => api.close());

const at = (place: Place, role: Role) => people.at(place, role);
const lead = () => people.named('lead')[0] as Somebody;
const ask = (one: Somebody, asked: Asked) => api.ask(one.personId, asked);
const record = (one: Somebody, type: EventType, data: object, dossierId = matrixCase.dossierId) =>
  ask(one, { method: 'POST', path: `/dossiers/${dossierId}/facts`, body: { facts: [{ type, data }] } });

const versionOf = async (dossierId = matrixCase.dossierId) => {
  const [row] = await api.store.superuser<{ version: number }[]>`
    select version from dossier where id = ${dossierId}`;
  return row?.version;
};

const attempts = async (one: Somebody) => {
  const rows = await api.store.superuser<{ act: string }[]>`
    select act from access_log where person_id = ${one.personId} and purpose = 'refused' order by act`;
  return rows.map(({ act }) => act);
};

const strangers = () => [
  at('neutral', 'head'),
  at('declined', 'head'),
  at('foreignSchool', 'principal'),
  at('foreignCouncil', 'administrator'),
  people.named('afterEmergency')[0] as Somebody,
  ...people.named('excluded').slice(0, 2),
];

/** Acts that others have let through by the side door. */
const sideActs = (): readonly (readonly [EventType, object])[] => [
  ['case.managerAssigned', { managerId: randomUUID(), level: '2', roleCode: 'lead' }],
  ['case.closed', { reasonCode: 'done' }],
  ['person.readmitted', { personId: randomUUID(), groundCode: 'x' }],
  ['referral.acknowledged', { referralId: matrixCase.referrals.asked, outcomeCode: 'accepted' }],
  ['danger.suspected', {}],
];

describe('an act upon a case that one may not see', () => {
  it('is refused as for one that does not exist, changes nothing and is logged (issue 4, section 5)', async () => {
    const before = await versionOf();
    for (const one of strangers()) {
      for (const [type, data] of sideActs()) {
        const refused = said(await record(one, type, data));
        expect(refused).toMatchObject({ status: 404, body: { code: 'notFound' } });
        expect(said(await record(one, type, data, randomUUID()))).toEqual(refused);
      }
      expect(await attempts(one)).toEqual([
        'denied:answerReferral',
        'denied:assignManager',
        'denied:manageCase',
        'denied:manageCase',
        'denied:recordDanger',
      ]);
    }
    expect(await versionOf()).toBe(before);
  });

  it('by somebody who only sees terms is refused and logged (issue 4, section 5)', async () => {
    const administrator = at('board', 'administrator');
    for (const [type, data] of sideActs().slice(0, 2))
      expect(said(await record(administrator, type, data))).toMatchObject({
        status: 403,
        body: { code: 'notYourAct' },
      });
    expect(await attempts(administrator)).toEqual(['denied:assignManager', 'denied:manageCase']);
  });

  it('reading it, its facts, its looks and its extract answers the same as nothing, and is logged (issue 4, section 5)', async () => {
    const pages = ['', '/facts', '/access-log', '/access-extract'];
    for (const one of [
      at('neutral', 'socialWorker'),
      at('foreignSchool', 'head'),
      ...people.named('excluded').slice(3, 5),
    ]) {
      for (const page of pages) {
        const refused = said(
          await ask(one, { method: 'GET', path: `/dossiers/${matrixCase.dossierId}${page}` }),
        );
        expect(refused.status).toBe(404);
        expect(said(await ask(one, { method: 'GET', path: `/dossiers/${randomUUID()}${page}` }))).toEqual(
          refused,
        );
      }
      expect(await attempts(one)).toEqual([
        'denied:printExtract',
        'denied:readAccessLog',
        'denied:seeDuties',
        'denied:seePreview',
      ]);
    }
  });

  it('an attempt shows its maker nothing, stands in the log for who leads, and is no look in the extract', async () => {
    const stranger = at('neutral', 'specialist');
    await record(stranger, 'case.closed', { reasonCode: 'done' });
    for (const path of ['/dossiers', '/duties'])
      expect((await ask(stranger, { method: 'GET', path })).json()).toEqual({ items: [], next: null });
    const log = await ask(lead(), {
      method: 'GET',
      path: `/dossiers/${matrixCase.dossierId}/access-log?limit=200`,
    });
    const lines = log.json<{ items: { personId: string; act: string }[] }>().items;
    expect(lines).toContainEqual(
      expect.objectContaining({ personId: stranger.personId, act: 'denied:manageCase' }),
    );
    const extract = await ask(lead(), {
      method: 'GET',
      path: `/dossiers/${matrixCase.dossierId}/access-extract`,
    });
    expect(extract.statusCode).toBe(200);
    expect(extract.body).not.toContain('denied');
  });
});

describe('ids of others in a body (issue 4, section 5)', () => {
  it('nobody of another municipality is let into a case by naming them', async () => {
    const { foreignSchool } = people.institutions;
    const foreigner = at('foreignSchool', 'socialWorker');
    const before = await versionOf();
    const named: readonly (readonly [EventType, object])[] = [
      ['case.managerAssigned', { managerId: foreigner.personId, level: '2', roleCode: 'co' }],
      ['case.managerAssigned', { managerId: randomUUID(), level: '2', roleCode: 'co' }],
      ['handover.completed', { referralId: matrixCase.referrals.leading, newManagerId: foreigner.personId }],
      [
        'meeting.scheduled',
        { meetingId: randomUUID(), startsAt: now, invitedInstitutionIds: [foreignSchool] },
      ],
      ['group.caseProposed', { groupId: foreignSchool, byInstitutionId: people.institutions.school }],
    ];
    for (const [type, data] of named)
      expect(said(await record(lead(), type, data))).toMatchObject({
        status: 422,
        body: { code: 'institutionUnknown' },
      });
    expect(await versionOf()).toBe(before);
  });

  it('no case is opened at a school elsewhere, or with somebody elsewhere as its class teacher', async () => {
    const open = (change: object) =>
      ask(at('school', 'socialPedagogue'), {
        method: 'POST',
        path: '/dossiers',
        body: {
          kind: 'case',
          schoolId: people.institutions.school,
          procedureId: 'national-2025',
          facts: [{ type: 'concern.recorded', data: {} }],
          ...change,
        },
      });
    const changes = [
      { schoolId: people.institutions.foreignSchool },
      { schoolId: randomUUID() },
      { classTeacherId: at('foreignSchool', 'classTeacher').personId },
      { classTeacherId: at('neutral', 'classTeacher').personId },
      { classTeacherId: randomUUID() },
    ];
    for (const change of changes)
      expect(said(await open(change))).toMatchObject({ status: 422, body: { code: 'institutionUnknown' } });
    const { length } = await api.store.superuser`select from dossier`;
    expect(length).toBe(1);
  });

  it('one acts for one’s own institutions only', async () => {
    const one = at('neutral', 'head');
    for (const institution of [people.institutions.school, people.institutions.foreignSchool, randomUUID()]) {
      const answer = await ask(one, {
        method: 'GET',
        path: '/dossiers',
        headers: { 'x-acting-for': institution },
      });
      expect(answer.statusCode).toBe(401);
    }
  });
});

it('mass assignment: a field that is not the client’s to set is refused, wherever it stands (issue 4, section 5)', async () => {
  const own = {
    id: randomUUID(),
    municipalityId: people.municipalityId,
    homeInstitutionId: people.institutions.school,
    caseNumber: '2026-0001',
    status: 'closed',
    version: 1,
    view: 'full',
    by: at('school', 'principal').personId,
    institution: people.institutions.school,
    recordedAt: now,
    seq: 1,
    role: 'administrator',
  };
  const fact = { type: 'danger.suspected', data: {} };
  const opening = {
    kind: 'case',
    schoolId: people.institutions.school,
    procedureId: 'national-2025',
    facts: [fact],
  };
  const before = await versionOf();
  const path = `/dossiers/${matrixCase.dossierId}/facts`;
  for (const [name, value] of Object.entries(own)) {
    const more = { [name]: value };
    const bodies: readonly (readonly [string, object])[] = [
      ['/dossiers', { ...opening, ...more }],
      ['/dossiers', { ...opening, facts: [{ ...fact, ...more }] }],
      [path, { facts: [fact], ...more }],
      [path, { facts: [{ ...fact, ...more }] }],
      [path, { facts: [{ ...fact, data: more }] }],
      ['/what-if', { procedureId: 'national-2025', facts: [fact], ...more }],
    ];
    for (const [to, body] of bodies) {
      const answer = await ask(lead(), { method: 'POST', path: to, body });
      expect(answer.statusCode, `${name} to ${to}`).toBe(400);
    }
  }
  expect(await versionOf()).toBe(before);
});

describe('reading by the side (issue 4, section 5)', () => {
  it('no filter of a list finds what one may not see, and none tells it from what is not there', async () => {
    const { school, asked, leading } = people.institutions;
    const filters = [
      `dossierId=${matrixCase.dossierId}`,
      `owedByInstitutionId=${asked}`,
      `owedToInstitutionId=${leading}`,
      `owedByInstitutionId=${school}&status=settled`,
      'kind=acknowledge-handover',
      'status=open',
      'mine=true',
      'owedToMe=true',
      'dueFrom=2020-01-01&dueUntil=2030-01-01',
    ];
    for (const one of strangers()) {
      for (const path of [
        '/dossiers',
        '/dossiers?status=open',
        '/dossiers?kind=case',
        ...filters.map((f) => `/duties?${f}`),
      ]) {
        const answer = await ask(one, { method: 'GET', path });
        expect([answer.statusCode, answer.json()], path).toEqual([200, { items: [], next: null }]);
      }
      for (const filter of filters.filter((f) => !f.includes('status'))) {
        const late = await ask(one, { method: 'GET', path: `/duties/overdue?${filter}` });
        expect(late.json(), filter).toEqual({ items: [], next: null });
      }
    }
  });

  it('a cursor of somebody else’s list opens nothing', async () => {
    const answer = await ask(lead(), { method: 'GET', path: '/duties?limit=1' });
    const { next } = answer.json<{ next: string }>();
    expect(next).toEqual(expect.any(String));
    for (const one of strangers()) {
      const path = `/duties?limit=1&cursor=${encodeURIComponent(next)}`;
      expect((await ask(one, { method: 'GET', path })).json()).toEqual({ items: [], next: null });
    }
  });

  it('what-if, versions and keys of requests tell nothing of a case that one may not see', async () => {
    const key = randomUUID();
    const body = { facts: [{ type: 'address.corrected', data: { personId: randomUUID() } }] };
    const path = (id: string) => `/dossiers/${id}/facts`;
    const headers = { 'idempotency-key': key };
    const done = await ask(lead(), { method: 'POST', path: path(matrixCase.dossierId), body, headers });
    expect(done.statusCode).toBe(201);
    for (const one of strangers()) {
      for (const more of [headers, { 'if-match': '"0"' }, { 'if-match': `"${await versionOf()}"` }]) {
        const answers = [matrixCase.dossierId, randomUUID()].map(async (id) =>
          said(await ask(one, { method: 'POST', path: path(id), body, headers: more })),
        );
        const [of, nothing] = await Promise.all(answers);
        expect(of).toMatchObject({ status: 404 });
        expect(of).toEqual(nothing);
      }
      const whatIf = async (dossierId: string) =>
        said(
          await ask(one, {
            method: 'POST',
            path: '/what-if',
            body: { procedureId: 'national-2025', dossierId, facts: [{ type: 'danger.seen', data: {} }] },
          }),
        );
      const of = await whatIf(matrixCase.dossierId);
      expect(of).toMatchObject({ status: 404 });
      expect(of).toEqual(await whatIf(randomUUID()));
    }
  });
});

it('a fact, a duty or a referral of one case is unknown in another (issue 4, section 5)', async () => {
  const teacher = at('school', 'socialPedagogue');
  const body = {
    kind: 'case',
    schoolId: people.institutions.school,
    procedureId: 'national-2025',
    facts: [{ type: 'concern.recorded', data: {} }],
  };
  const made = await ask(teacher, { method: 'POST', path: '/dossiers', body });
  const { dossierId } = made.json<{ dossierId: string }>();
  const others: readonly (readonly [EventType, object])[] = [
    ['fact.withdrawn', { eventId: matrixCase.firstFactId, reasonCode: 'mistake' }],
    ['referral.withdrawn', { referralId: matrixCase.referrals.asked, reasonCode: 'mistake' }],
    [
      'duty.waived',
      { dutyKey: `acknowledge-handover:${matrixCase.referrals.asked}`, reasonCode: 'notNeeded' },
    ],
  ];
  for (const [type, data] of others) {
    const { statusCode } = await record(teacher, type, data, dossierId);
    expect([403, 409, 422]).toContain(statusCode);
  }
  expect(await versionOf(dossierId)).toBe(1);
});
