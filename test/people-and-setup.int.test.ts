/** People, institutions, leave, directory, settings and training (issue 4, sections 1 and 4), through the API. */
import { randomUUID } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildApp } from '../api/app.ts';
import { fakeSignIn } from '../api/testing/fake-api.ts';
import type { Actor } from '../application/application.ts';
import type { SetUp, SetUpDraft, SetUpPreview } from '../application/set-up/set-up.ts';
import type { LeaveOfInstitution, StaffPerson } from '../application/staff/staff.ts';
import type { DirectoryAnswer } from '../contracts/directory.ts';
import { openDatabase } from '../db/connect.ts';
import { insertDirectory } from '../db/repositories/directory.ts';
import { asClock } from '../db/transaction.ts';
import { verifyChains } from '../db/verify-chain.ts';
import { DEFAULT_WORKING_HOURS } from '../domain/calendar/index.ts';
import { calendarDay, instant } from '../domain/time.ts';
import { bootInProcess, freshWrite, type InProcess } from './support/in-process.ts';
import { makeSmallMunicipality, type SmallMunicipality } from './support/small-municipality.ts';

let product: InProcess;
let place: SmallMunicipality;
let elsewhere: SmallMunicipality;
let app: FastifyInstance;
let board: Actor;
const longAgo = instant('2020-01-01T00:00:00.000Z');
const actors = new Map<string, Actor>();

type Asked = { readonly ifMatch?: number; readonly key?: string };

async function ask(
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

const get = async <T>(actor: Actor, url: string) => (await ask(actor, 'GET', url)).json<T>();
async function made(actor: Actor, url: string, payload: object): Promise<string> {
  const answer = await ask(actor, 'POST', url, payload);
  expect(answer.statusCode, answer.body).toBeLessThan(300);
  return answer.json<{ id: string }>().id;
}
const refusal = async (actor: Actor, url: string, payload: object) => {
  const { status, code, path } = (await ask(actor, 'POST', url, payload)).json<{
    status: number;
    code: string;
    path?: string;
  }>();
  return [status, code, path ?? ''];
};
const mailsTo = (address: string) => product.smtp.mails.filter((mail) => mail.to.includes(address));
const holder = (institutionId: string, role: string) => ({ institutionId, role });

/** A case of the teacher's class at the school; the school's principal decides. */
async function openCase(by: Actor = place.teacher, school: string = place.school): Promise<string> {
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

async function addBoard(municipalityId: string): Promise<Actor> {
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

describe('people and institutions', () => {
  it('institutions: the municipality’s administrators add and change them, nobody else (issue 4, 1)', async () => {
    const police = {
      kind: 'municipalPolice',
      name: 'Ozolkalna pašvaldības policija',
      address: 'Tirgus iela 3',
    };
    for (const actor of [place.teacher, place.principal, place.schoolAdministrator])
      expect(await refusal(actor, '/institutions', police)).toEqual([403, 'notAdministrator', '']);
    const hours = { from: { hour: 9, minute: 0 }, until: { hour: 16, minute: 30 } };
    const id = await made(board, '/institutions', { ...police, workingHours: hours });
    const [stored] = await product.sql`select working_hours as hours from institution where id = ${id}`;
    expect(stored).toEqual({ hours });
    await made(board, `/institutions/${id}`, {
      name: 'Pašvaldības policija',
      phone: '+371 64000110',
      active: true,
    });
    const [row] =
      await product.sql`select kind, name, address, phone, municipality_id as of from institution where id = ${id}`;
    expect(row).toEqual({
      kind: 'municipalPolice',
      name: 'Pašvaldības policija',
      address: null,
      phone: '+371 64000110',
      of: place.id,
    });
    expect(await refusal(board, '/institutions', { ...police, schoolType: 'general' })).toEqual([
      422,
      'notASchool',
      'schoolType',
    ]);
    expect(await refusal(board, `/institutions/${elsewhere.school}`, { name: 'x', active: false })).toEqual([
      404,
      'notFound',
      '',
    ]);
    expect(
      await refusal(board, `/institutions/${board.institutionId}`, { name: 'x', active: false }),
    ).toEqual([403, 'notYourAct', 'active']);
  });

  it('mass assignment: fields that are not offered are refused, not dropped (issue 4, 5)', async () => {
    for (const [url, body] of [
      ['/institutions', { kind: 'school', name: 'x', municipalityId: elsewhere.id }],
      [`/institutions/${place.school}`, { name: 'x', active: true, kind: 'municipality' }],
      ['/people', { displayName: 'x', language: 'lv', active: true, role: holder(place.school, 'teacher') }],
      [
        `/people/${place.teacher.personId}/roles`,
        { ...holder(place.school, 'teacher'), inPlaceOf: place.principal.personId },
      ],
      [`/people/${place.teacher.personId}/roles`, holder(place.school, 'caseManager')],
      [`/people/${place.teacher.personId}/roles`, holder(place.school, 'service')],
    ] as const)
      expect((await refusal(board, url, body))[0]).toBe(400);
  });

  it('people: a head keeps the own institution’s; ids of other institutions answer as unknown (issue 4, 5)', async () => {
    const pedagogue = { displayName: 'Dace Kalna', language: 'lv', mail: 'dace@terminsargs.example' };
    const id = await made(place.principal, '/people', {
      ...pedagogue,
      role: holder(place.school, 'socialPedagogue'),
    });
    const { items } = await get<{ items: StaffPerson[] }>(
      place.principal,
      `/institutions/${place.school}/people`,
    );
    expect(items.find((one) => one.id === id)).toMatchObject({
      displayName: 'Dace Kalna',
      active: true,
      roles: [{ role: 'socialPedagogue', until: null }],
    });
    expect(
      await refusal(place.teacher, '/people', { ...pedagogue, role: holder(place.school, 'teacher') }),
    ).toEqual([403, 'notYourAct', '']);
    for (const institutionId of [place.socialService, elsewhere.school, randomUUID(), 'x']) {
      expect(
        await refusal(place.principal, '/people', { ...pedagogue, role: holder(institutionId, 'head') }),
      ).toEqual([422, 'institutionUnknown', 'role.institutionId']);
      expect(await refusal(place.principal, `/people/${id}/roles`, holder(institutionId, 'head'))).toEqual([
        422,
        'institutionUnknown',
        'institutionId',
      ]);
      expect((await ask(place.principal, 'GET', `/institutions/${institutionId}/people`)).statusCode).toBe(
        404,
      );
    }
    for (const personId of [place.socialWorker.personId, elsewhere.teacher.personId, randomUUID(), 'x']) {
      expect(
        await refusal(place.principal, `/people/${personId}`, { ...pedagogue, mail: 'thief@example.lv' }),
      ).toEqual([404, 'notFound', '']);
      expect(await refusal(place.principal, `/people/${personId}/off`, { openDuties: 0 })).toEqual([
        404,
        'notFound',
        '',
      ]);
      expect((await ask(place.principal, 'GET', `/people/${personId}/duties`)).statusCode).toBe(404);
    }
    expect(
      await refusal(
        place.principal,
        `/people/${elsewhere.teacher.personId}/roles`,
        holder(place.school, 'teacher'),
      ),
    ).toEqual([404, 'notFound', '']);
  });

  it('people: nobody gives a role or a substitution to themselves, so administrators stay without content', async () => {
    const { personId } = place.schoolAdministrator;
    const leave = { institutionId: place.school, personId: place.teacher.personId, substituteId: personId };
    expect(
      await refusal(
        place.schoolAdministrator,
        `/people/${personId}/roles`,
        holder(place.school, 'principal'),
      ),
    ).toEqual([403, 'notYourAct', '']);
    expect(await refusal(place.schoolAdministrator, '/substitutes', leave)).toEqual([
      403,
      'notYourAct',
      'substituteId',
    ]);
  });

  it('groups: members are people of member institutions, in a composition (K 4.3, V 4)', async () => {
    const group = await made(board, '/institutions', { kind: 'cooperationGroup', name: 'Sadarbības grupa' });
    const member = { ...holder(group, 'staff'), memberOf: place.socialService, composition: 'large' };
    await made(board, `/people/${place.socialWorker.personId}/roles`, member);
    expect(await refusal(board, `/people/${place.teacher.personId}/roles`, member)).toEqual([
      422,
      'notAMember',
      'memberOf',
    ]);
    expect(
      await refusal(board, `/people/${place.teacher.personId}/roles`, {
        ...member,
        memberOf: elsewhere.school,
      }),
    ).toEqual([422, 'notAMember', 'memberOf']);
    expect(
      await refusal(board, `/people/${place.teacher.personId}/roles`, {
        ...holder(place.school, 'staff'),
        memberOf: place.school,
        composition: 'small',
      }),
    ).toEqual([422, 'notAMember', 'memberOf']);
  });

  it('roles: an ended role ends the access, from the given day on', async () => {
    const person = await made(place.principal, '/people', {
      displayName: 'Juris Sola',
      language: 'lv',
      role: holder(place.school, 'socialPedagogue'),
    });
    const actor = { personId: person, institutionId: place.school };
    const dossier = await openCase();
    expect((await ask(actor, 'GET', `/dossiers/${dossier}`)).statusCode).toBe(200);
    const { items } = await get<{ items: StaffPerson[] }>(
      place.principal,
      `/institutions/${place.school}/people`,
    );
    const role = items.find((one) => one.id === person)?.roles[0]?.id ?? '';
    expect(await refusal(place.socialHead, `/roles/${role}/end`, {})).toEqual([404, 'notFound', '']);
    expect(await refusal(place.principal, `/roles/${role}/end`, { until: '2026-11-01' })).toEqual([
      422,
      'periodInvalid',
      'until',
    ]);
    await made(place.principal, `/roles/${role}/end`, {});
    expect((await ask(actor, 'GET', `/dossiers/${dossier}`)).statusCode).toBe(404);
  });

  it('people: who is switched off had the open duties listed first; then nothing is seen any more', async () => {
    const leaver = await made(place.principal, '/people', {
      displayName: 'Anna Prom',
      language: 'lv',
      mail: 'anna@terminsargs.example',
      role: holder(place.school, 'classTeacher'),
    });
    const actor = { personId: leaver, institutionId: place.school };
    const dossier = await openCase(actor);
    const { duties } = await get<{ duties: { dossierId: string; kind: string }[] }>(
      place.principal,
      `/people/${leaver}/duties`,
    );
    expect(duties.map(({ kind }) => kind)).toContain('first-talk');
    expect(await refusal(place.principal, `/people/${leaver}/off`, { openDuties: 0 })).toEqual([
      409,
      'openDutiesUnseen',
      'openDuties',
    ]);
    await made(place.principal, `/people/${leaver}/off`, { openDuties: duties.length });
    expect((await ask(actor, 'GET', `/dossiers/${dossier}`)).statusCode).toBe(404);
    await product.sweep();
    const [behind] =
      await product.sql`select count(*)::int as n from dossier d join municipality m on m.id = d.municipality_id
      where d.directory_version < m.directory_version and d.status = 'open'`;
    expect(behind).toEqual({ n: 0 });
    expect(
      await refusal(place.principal, `/people/${place.principal.personId}/off`, { openDuties: 0 }),
    ).toEqual([403, 'notYourAct', '']);
  });
});

describe('leave', () => {
  let substitute: Actor;
  let next: Actor;
  let absenceId: string;
  let dossier: string;

  it('substitute: has the absent one’s cases, and is told instead of the absent one (issue 4, 1)', async () => {
    const add = async (displayName: string, mail: string) => ({
      personId: await made(place.principal, '/people', {
        displayName,
        language: 'lv',
        mail,
        role: holder(place.school, 'teacher'),
      }),
      institutionId: place.school,
    });
    substitute = await add('Baiba Otrā', 'baiba@terminsargs.example');
    next = await add('Cilda Trešā', 'cilda@terminsargs.example');
    dossier = await openCase();
    expect((await ask(substitute, 'GET', `/dossiers/${dossier}`)).statusCode).toBe(404);
    const at = { institutionId: place.school };
    await made(place.principal, '/substitutes', {
      ...at,
      personId: place.teacher.personId,
      substituteId: substitute.personId,
    });
    await made(place.principal, '/substitutes', {
      ...at,
      personId: substitute.personId,
      substituteId: next.personId,
    });
    absenceId = await made(place.principal, '/absences', {
      ...at,
      personId: place.teacher.personId,
      until: '2026-11-20',
    });
    expect((await ask(substitute, 'GET', `/dossiers/${dossier}`)).statusCode).toBe(200);
    expect((await ask(next, 'GET', `/dossiers/${dossier}`)).statusCode).toBe(404);
    const mine = await get<{ items: { dossierId: string }[] }>(substitute, '/duties?mine=true');
    expect(mine.items.map(({ dossierId }) => dossierId)).toContain(dossier);

    const before = mailsTo(place.teacher.mail).length;
    await product.setClock(instant('2026-11-09T09:00:00.000Z'));
    await product.sweep();
    await product.sweep();
    expect(mailsTo('baiba@terminsargs.example').length).toBeGreaterThan(0);
    expect(mailsTo(place.teacher.mail).length).toBe(before);
  });

  it('excluded: a substitute who must not know is passed over; the next in the chain comes in (R 3)', async () => {
    const excludedFrom = await openCase();
    const excluded = await product.application.recordFacts(
      place.principal,
      excludedFrom,
      [{ type: 'person.excluded', data: { personId: substitute.personId, groundCode: 'relative' } }],
      freshWrite(),
    );
    expect(excluded).toMatchObject({ ok: true });
    expect((await ask(substitute, 'GET', `/dossiers/${excludedFrom}`)).statusCode).toBe(404);
    expect((await ask(next, 'GET', `/dossiers/${excludedFrom}`)).statusCode).toBe(200);
    expect((await ask(next, 'GET', `/dossiers/${dossier}`)).statusCode).toBe(404);
  });

  it('excluded: nobody gets in through an excluded absent person, by API either (R 3)', async () => {
    const closed = await openCase(place.otherTeacher);
    const excluded = await product.application.recordFacts(
      place.principal,
      closed,
      [{ type: 'person.excluded', data: { personId: place.teacher.personId, groundCode: 'suspected' } }],
      freshWrite(),
    );
    expect(excluded).toMatchObject({ ok: true });
    for (const actor of [place.teacher, substitute, next])
      expect((await ask(actor, 'GET', `/dossiers/${closed}`)).statusCode).toBe(404);
    const lists = await get<{ items: { id: string }[] }>(substitute, '/dossiers');
    expect(lists.items.map(({ id }) => id)).not.toContain(closed);
  });

  it('substitute: circles, second substitutes and strangers are refused', async () => {
    const at = { institutionId: place.school };
    expect(
      await refusal(place.principal, '/substitutes', {
        ...at,
        personId: next.personId,
        substituteId: place.teacher.personId,
      }),
    ).toEqual([409, 'substituteCircle', 'substituteId']);
    expect(
      await refusal(place.principal, '/substitutes', {
        ...at,
        personId: next.personId,
        substituteId: next.personId,
      }),
    ).toEqual([409, 'substituteCircle', 'substituteId']);
    expect(
      await refusal(place.principal, '/substitutes', {
        ...at,
        personId: place.teacher.personId,
        substituteId: next.personId,
      }),
    ).toEqual([409, 'substituteTwice', 'from']);
    expect(
      await refusal(place.principal, '/substitutes', {
        ...at,
        personId: next.personId,
        substituteId: elsewhere.teacher.personId,
      }),
    ).toEqual([422, 'personUnknown', 'substituteId']);
    expect(
      await refusal(place.principal, '/absences', {
        ...at,
        personId: next.personId,
        from: '2026-12-02',
        until: '2026-12-01',
      }),
    ).toEqual([422, 'periodInvalid', 'until']);
    expect(await refusal(place.teacher, '/absences', { ...at, personId: place.teacher.personId })).toEqual([
      403,
      'notYourAct',
      '',
    ]);
  });

  it('substitute: loses it all at the moment the leave is ended', async () => {
    expect(await refusal(place.socialHead, `/absences/${absenceId}/end`, {})).toEqual([404, 'notFound', '']);
    await made(place.principal, `/absences/${absenceId}/end`, {});
    expect((await ask(substitute, 'GET', `/dossiers/${dossier}`)).statusCode).toBe(404);
    const leave = await get<LeaveOfInstitution>(place.principal, `/institutions/${place.school}/leave`);
    expect([leave.absences.length, leave.substitutes.length]).toEqual([0, 2]);
  });

  it('substitute: a leave that begins and ends by the clock is noticed (issue 4, 1)', async () => {
    const at = { institutionId: place.school, personId: place.teacher.personId };
    await made(place.principal, '/absences', { ...at, from: '2026-11-12', until: '2026-11-13' });
    await product.sweep();
    const version = async () => {
      const [row] = await product.sql`select directory_version as v from municipality where id = ${place.id}`;
      return row?.['v'] as number;
    };
    const before = await version();
    await product.sweep();
    expect(await version()).toBe(before);
    await product.setClock(instant('2026-11-12T08:00:00.000Z'));
    expect((await ask(substitute, 'GET', `/dossiers/${dossier}`)).statusCode).toBe(200);
    await product.sweep();
    expect(await version()).toBe(before + 1);
    await product.setClock(instant('2026-11-16T08:00:00.000Z'));
    expect((await ask(substitute, 'GET', `/dossiers/${dossier}`)).statusCode).toBe(404);
    await product.sweep();
    expect(await version()).toBe(before + 2);
  });
});

describe('directory', () => {
  it('receivers come with municipality and address, also of other municipalities, page by page (R 17)', async () => {
    const own = await get<DirectoryAnswer>(place.teacher, '/directory?kind=school');
    expect(own.institutions.map(({ id, ownMunicipality }) => [id, ownMunicipality])).toEqual([
      [place.school, true],
      [elsewhere.school, false],
    ]);
    expect(own.institutions[0]).toMatchObject({ municipality: { id: place.id, name: 'Ozolkalna novads' } });
    expect(own.institutions[0]?.contacts.map(({ role }) => role)).toEqual(['onCall', 'principal']);
    const found: string[] = [];
    let cursor = '';
    do {
      const page = await get<DirectoryAnswer>(place.teacher, `/directory?limit=3${cursor}`);
      found.push(...page.institutions.map(({ id }) => id));
      cursor = page.next === null ? '' : `&cursor=${page.next}`;
    } while (cursor !== '');
    const [all] = await product.sql`select count(*)::int as n from institution where active`;
    expect([new Set(found).size, found.length]).toEqual([all?.['n'], all?.['n']]);
  });

  it('search: words in any order, without case or marks', async () => {
    const ids = async (text: string) =>
      (
        await get<DirectoryAnswer>(
          place.teacher,
          `/directory?municipalityId=${place.id}&search=${encodeURIComponent(text)}`,
        )
      ).institutions.map(({ id }) => id);
    expect(await ids('DIENESTS socialais')).toEqual([place.socialService]);
    expect(await ids('sociālais  novada')).toEqual([place.socialService]);
    expect(await ids("'; drop table institution; --")).toEqual([]);
    expect(await ids('%')).toEqual([]);
  });
});

describe('set-up', () => {
  const draftOf = (found: SetUp): SetUpDraft => ({
    movedDaysOn: found.movedDaysOn,
    workingHours: found.workingHours,
    startDate: found.startDate,
    switchedOn: found.switchedOn,
    switchedOff: found.switchedOff,
    adoptedTerms: found.adoptedTerms,
    escalation: found.escalation,
    replyCeilingMonths: found.replyCeilingMonths,
    schoolYears: found.schoolYears,
    secondFactor: found.secondFactor,
  });
  const read = async () => draftOf(await get<SetUp>(board, '/set-up'));
  const preview = async (draft: SetUpDraft) =>
    (await ask(board, 'POST', '/set-up/preview', draft)).json<SetUpPreview>();

  it('rows are offered with their force, acts of law first (R 7)', async () => {
    const { duties, version } = await get<SetUp>(board, '/set-up');
    expect(version).toBe(0);
    const rank = { law: 0, must: 1, recommended: 2, local: 3 };
    const ranks = duties.map(({ force }) => rank[force.act]);
    expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
    expect(duties.find(({ id }) => id === 'report-danger')).toMatchObject({ on: true, fixed: true });
    for (const actor of [place.teacher, place.principal, place.schoolAdministrator])
      expect((await ask(actor, 'GET', '/set-up')).json()).toMatchObject({
        status: 403,
        code: 'notAdministrator',
      });
  });

  it('an adopted default term binds, with the document’s number; listed before it is saved (R 7)', async () => {
    const dossier = await openCase(place.otherTeacher);
    const adopted = { 'first-talk': { documentNo: 'Nr. 5/2026', from: calendarDay('2026-11-01') } };
    const draft = { ...(await read()), adoptedTerms: adopted };
    const listed = await preview(draft);
    const line = listed.changes.find((one) => one.dossierId === dossier && one.kind === 'first-talk');
    expect(line).toMatchObject({ change: 'binds' });
    const key = randomUUID();
    const saved = await ask(board, 'POST', '/set-up', draft, { ifMatch: 0, key });
    expect([saved.statusCode, saved.headers['etag']]).toEqual([201, '"1"']);
    expect((await ask(board, 'POST', '/set-up', draft, { ifMatch: 0, key })).json()).toMatchObject({
      repeated: true,
    });
    expect((await ask(board, 'POST', '/set-up', draft, { ifMatch: 0 })).json()).toMatchObject({
      status: 412,
      code: 'setUpVersionConflict',
    });
    expect((await ask(board, 'POST', '/set-up', draft)).statusCode).toBe(400);
    await product.sweep();
    const [row] =
      await product.sql`select force_term from duty where dossier_id = ${dossier} and kind = 'first-talk'`;
    expect(row).toEqual({ force_term: 'agreed' });
    expect((await get<SetUp>(board, '/set-up')).dossiersBehind).toBe(0);
  });

  it('a row that is switched off leaves open dossiers; danger never is (R 7)', async () => {
    const draft = { ...(await read()), switchedOff: ['first-talk'] };
    const listed = await preview(draft);
    expect(listed.total).toBeGreaterThan(0);
    expect(listed.changes.every(({ change, kind }) => change === 'ends' && kind === 'first-talk')).toBe(true);
    expect((await ask(board, 'POST', '/set-up', draft, { ifMatch: 1 })).statusCode).toBe(201);
    await product.sweep();
    const rows =
      await product.sql`select 1 from duty where municipality_id = ${place.id} and kind = 'first-talk' and settled_at is null`;
    expect(rows).toHaveLength(0);
    for (const [change, expected] of [
      [{ switchedOff: ['report-danger'] }, [422, 'dangerAlwaysOn', 'switchedOff[0]']],
      [{ switchedOn: ['no-such-duty'] }, [422, 'dutyRowUnknown', 'switchedOn[0]']],
      [
        { adoptedTerms: { 'report-danger': { documentNo: '1', from: '2026-11-01' } } },
        [422, 'termNotOpen', 'adoptedTerms.report-danger'],
      ],
    ] as const)
      expect(await refusal(board, '/set-up/preview', { ...draft, ...change })).toEqual(expected);
  });

  it('a term of law never silently becomes earlier by a switch (architecture 3)', async () => {
    const year = place.yearIds[place.school] ?? '';
    const due = async () => {
      const rows = await product.sql`select kind, due_day::text as day from duty where dossier_id = ${year}
        and force_term = 'law' and due_day is not null and settled_at is null order by key`;
      return rows.map((row) => [row['kind'], row['day']]);
    };
    const before = await due();
    const draft = { ...(await read()), movedDaysOn: false };
    expect((await ask(board, 'POST', '/set-up', draft, { ifMatch: 2 })).statusCode).toBe(201);
    await product.sweep();
    const after = await due();
    expect(after.length).toBe(before.length);
    for (const [index, [, day]] of after.entries()) expect(day >= before[index]?.[1]).toBe(true);
    expect((await verifyChains(product.sql)).broken).toEqual([]);
  });
});

describe('training', () => {
  it('no mail leaves a training municipality; it is read in the product, and everything says so (R 28)', async () => {
    const id = randomUUID();
    const owner = openDatabase(product.ownerUrl, 1);
    await asClock(owner, (tx) =>
      insertDirectory(tx, {
        municipalities: [
          { id, name: 'Mācību novads', workingHours: DEFAULT_WORKING_HOURS, createdAt: longAgo },
        ],
      }),
    );
    await owner.close();
    const trainer = await addBoard(id);
    expect((await ask(board, 'POST', '/set-up/training', { training: true })).json()).toMatchObject({
      status: 409,
      code: 'municipalityInUse',
    });
    expect((await ask(place.principal, 'POST', '/set-up/training', { training: true })).statusCode).toBe(403);
    expect((await ask(trainer, 'POST', '/set-up/training', { training: true })).json()).toMatchObject({
      training: true,
    });
    const school = await made(trainer, '/institutions', {
      kind: 'school',
      schoolType: 'general',
      name: 'Mācību skola',
    });
    const trainee = {
      personId: await made(trainer, '/people', {
        displayName: 'Mācekle',
        language: 'lv',
        mail: 'macekle@terminsargs.example',
        role: holder(school, 'classTeacher'),
      }),
      institutionId: school,
    };
    const dossier = await openCase(trainee, school);
    const suspected = { type: 'danger.suspected', data: { kindCode: 'afraidToGoHome' } } as const;
    expect(await product.application.recordFacts(trainee, dossier, [suspected], freshWrite())).toMatchObject({
      ok: true,
    });
    await product.setClock(instant('2026-11-23T09:00:00.000Z'));
    await product.sweep();
    await product.sweep();
    expect(mailsTo('macekle@terminsargs.example')).toEqual([]);
    const kept = await get<{ items: { subject: string; text: string }[] }>(trainee, '/training/mails');
    expect(kept.items.length).toBeGreaterThan(0);
    for (const mail of kept.items) expect(mail.subject).toMatch(/^MĀCĪBAS: /);
    expect((await get<{ items: unknown[] }>(place.teacher, '/training/mails')).items).toEqual([]);

    const seen = await get<DirectoryAnswer>(trainee, '/directory');
    expect(seen.training).toBe(true);
    expect(seen.institutions.every(({ municipality }) => municipality.id === id)).toBe(true);
    const real = await get<DirectoryAnswer>(place.teacher, '/directory?limit=200');
    expect(real.training).toBe(false);
    expect(real.institutions.map(({ municipality }) => municipality.id)).not.toContain(id);
  });
});
