/** A case of one municipality is seen in another one by referral, and by nothing else (rules of conduct 17; issue 4, section 5). */
import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { reworkBehind } from '../../application/clock/rework-directory.ts';
import { gatherNotices } from '../../application/delivery/gather-notices.ts';
import { loadContext } from '../../application/dossier-context.ts';
import { createLog } from '../../application/log.ts';
import { refreshDossier } from '../../application/refresh-dossier.ts';
import type { DossierRow } from '../../contracts/dossier.ts';
import type { ReferralView } from '../../contracts/referral.ts';
import { lockDossier } from '../../db/repositories/dossiers.ts';
import { loadEvents } from '../../db/repositories/events.ts';
import { asClock } from '../../db/transaction.ts';
import type { EventType } from '../../domain/dossier/event.ts';
import type { Role } from '../../domain/procedure/party.ts';
import { addMinutes, type Instant, instant } from '../../domain/time.ts';
import { type Asked, bootRealApi, type RealApi, said } from '../support/real-api.ts';
import { insertEverybody, type People, type Place, type Somebody } from './people.ts';
import { nothing, reachedInSql as reached } from './reached-in-sql.ts';

const now = instant('2026-11-20T10:00:00.000Z');
const days = (many: number) => addMinutes(now, many * 24 * 60);

let api: RealApi;
let people: People;
/** A case with a referral to another municipality's social service, and one that stays at home. */
let referred: string;
let kept: string;
let referralId: string;

const at = (place: Place, role: Role) => people.at(place, role);
const worker = () => at('foreignAccepted', 'socialWorker');
const sender = () => at('school', 'socialPedagogue');
/** Nobody was appointed. */
const lead = () => at('school', 'classTeacher');
const ask = (one: Somebody, asked: Asked) => api.ask(one.personId, asked);
const get = (one: Somebody, path: string) => ask(one, { method: 'GET', path });
const record = (one: Somebody, type: EventType, data: object, more: object = {}, dossierId = referred) =>
  ask(one, {
    method: 'POST',
    path: `/dossiers/${dossierId}/facts`,
    body: { facts: [{ type, data, ...more }] },
  });
const answerIt = (outcomeCode: string) =>
  record(worker(), 'referral.acknowledged', { referralId, outcomeCode });
const withdraw = () => record(sender(), 'referral.withdrawn', { referralId, reasonCode: 'wrongRecipient' });

async function open(firstName: string): Promise<string> {
  const answer = await ask(sender(), {
    method: 'POST',
    path: '/dossiers',
    body: {
      kind: 'case',
      schoolId: people.institutions.school,
      procedureId: 'national-2025',
      classTeacherId: at('school', 'classTeacher').personId,
      learner: { firstName, lastName: 'Bērziņa', className: '5.b' },
      facts: [{ type: 'concern.recorded', data: { riskCode: 'other' }, words: `Stāsts: ${firstName}` }],
    },
  });
  expect(answer.statusCode).toBe(201);
  return answer.json<{ dossierId: string }>().dossierId;
}

async function send(place: Place, dossierId = referred): Promise<string> {
  const id = randomUUID();
  const data = {
    referralId: id,
    receiverId: people.institutions[place],
    kindCode: 'handover',
    channelCode: 'product',
  };
  const sent = await record(sender(), 'referral.sent', data, { words: 'Lūdzam pārņemt' }, dossierId);
  expect(said(sent)).toMatchObject({ status: 201 });
  return id;
}

const dossierRowsOf = async (one: Somebody) =>
  (await get(one, '/dossiers')).json<{ items: Pick<DossierRow, 'id' | 'learner'>[] }>().items;
const dossiersOf = async (one: Somebody) => (await dossierRowsOf(one)).map(({ id }) => id);
const listedTo = async (one: Somebody) => (await dossierRowsOf(one)).find(({ id }) => id === referred);
const dutiesOf = async (one: Somebody, query = '') => {
  const answer = await get(one, `/duties?limit=200${query}`);
  return answer.json<{ items: { dossierId: string; duty: { kind: string; key: string; due: unknown } }[] }>()
    .items;
};

type Listed = Pick<ReferralView, 'dossierId' | 'side' | 'waitsFor' | 'learner' | 'receiver' | 'acts'> &
  Pick<ReferralView, 'received' | 'supplements' | 'acknowledged' | 'answered' | 'withdrawn' | 'duties'>;
/** Of the case that was referred. */
const referralsOf = async (one: Somebody, query = '') => {
  const answer = await get(one, `/referrals?limit=200${query}`);
  expect(answer.statusCode).toBe(200);
  return answer.json<{ items: Listed[] }>().items.filter(({ dossierId }) => dossierId === referred);
};

const reachedInSql = (one: Somebody) => reached(api, one, now);

/** As the clock does at a later moment; who was told of the referred case until then. */
async function toldBy(later: Instant): Promise<readonly string[]> {
  await asClock(api.store.clock, async (tx) => {
    const dossier = await lockDossier(tx, referred);
    if (dossier === null) throw new Error('the case is gone');
    const events = await loadEvents(tx, dossier.id);
    await refreshDossier(tx, dossier, events, await loadContext(tx, dossier, events, later), later);
  });
  const rows = await api.store.superuser<{ person: string }[]>`
    select distinct recipient_person as person from notice where dossier_id = ${referred}`;
  return rows.map(({ person }) => person);
}

const clockDeps = () => ({
  database: api.store.clock,
  clock: { now: () => Promise.resolve(now), reading: () => Promise.resolve({ now, rate: 1 }) },
  timelines: { changed: () => Promise.resolve() },
  mailer: { send: () => Promise.resolve({ outcome: 'sent' as const, response: '250 ok' }) },
  mailFrom: 'terminsargs@terminsargs.example',
  publicUrl: 'https://terminsargs.example',
  training: false,
  log: createLog('test', 'silent', { write: () => undefined }),
});

beforeAll(async () => {
  api = await bootRealApi(now);
  people = await insertEverybody(api);
});

beforeEach(async () => {
  referred = await open('Anna');
  kept = await open('Zane');
  referralId = await send('foreignAccepted');
});

afterAll(() => api.close());

describe('a referral to another municipality (rules of conduct 17)', () => {
  it('before acceptance shows the asked a preview without names and words, and their duties', async () => {
    expect(await dossiersOf(worker())).toContain(referred);
    const detail = await get(worker(), `/dossiers/${referred}`);
    expect(detail.json()).toMatchObject({ view: 'limited', learner: null });
    expect(await listedTo(worker())).toMatchObject({ learner: null });
    expect(await listedTo(sender())).toMatchObject({ learner: { firstName: 'Anna', initial: 'B' } });
    const facts = await get(worker(), `/dossiers/${referred}/facts`);
    expect(facts.json<{ items: object[] }>().items).toHaveLength(3);
    expect(facts.body).not.toContain('Stāsts');
    const mine = (await dutiesOf(worker(), '&mine=true')).filter(({ dossierId }) => dossierId === referred);
    expect(mine.map(({ duty }) => duty.kind).sort()).toEqual(['acknowledge-handover', 'evaluate', 'reply']);
    const { learner, learner_profile, data_key, event } = await reachedInSql(worker());
    expect([learner, learner_profile, data_key]).toEqual([[], [], []]);
    expect(event).toEqual([referred]);
  });

  it('stands in the list of those asked, with its duties and without a name, until they accept (R 17)', async () => {
    const [asked, ...more] = await referralsOf(worker(), '&side=in&status=waitsForUs');
    expect(more).toEqual([]);
    expect(asked).toMatchObject({
      waitsFor: 'us',
      learner: null,
      received: { on: '2026-11-20', howKnownCode: 'product' },
      acknowledged: null,
      acts: ['answerReferral'],
    });
    const kinds = asked?.duties.map(({ duty }) => duty.kind) ?? [];
    expect(kinds.toSorted()).toEqual(['acknowledge-handover', 'evaluate', 'reply']);
    const [sent] = await referralsOf(sender(), '&side=out&status=waitsForOthers');
    expect(sent).toMatchObject({ side: 'out', learner: { firstName: 'Anna', initial: 'B' } });
    const place = await api.store.superuser<{ name: string; municipality: string }[]>`
      select i.name, m.name as municipality from institution i join municipality m on m.id = i.municipality_id
      where i.id = ${people.institutions.foreignAccepted}`;
    expect(sent?.receiver).toMatchObject({ ...place[0] });
    await answerIt('accepted');
    const [accepted] = await referralsOf(worker());
    expect(accepted).toMatchObject({
      learner: { firstName: 'Anna' },
      acknowledged: { outcomeCode: 'accepted', on: '2026-11-20' },
    });
    expect(await listedTo(worker())).toMatchObject({ learner: { firstName: 'Anna', initial: 'B' } });
  });

  it('passes from side to side with what is asked, given and answered (R 12)', async () => {
    const made = await record(worker(), 'referral.supplementRequested', {
      referralId,
      missingCodes: ['plan'],
      wantedBy: '2026-11-25',
    });
    const [requestId] = made.json<{ eventIds: string[] }>().eventIds;
    const [mine] = await referralsOf(sender(), '&status=waitsForUs');
    expect(mine?.supplements).toEqual([
      { requestId, askedOn: '2026-11-20', wantedBy: '2026-11-25', missingCodes: ['plan'], givenOn: null },
    ]);
    await record(sender(), 'referral.supplemented', { referralId, requestId });
    expect(await referralsOf(sender(), '&status=waitsForUs')).toEqual([]);
    await answerIt('accepted');
    await record(worker(), 'evaluation.completed', { referralId, outcomeCode: 'othersNeeded' });
    await record(worker(), 'reply.sent', { referralId, channelCode: 'product' });
    const [done] = await referralsOf(sender());
    expect(done?.answered).toMatchObject({ on: '2026-11-20', how: 'sent', disputed: false });
    expect(done?.supplements[0]?.givenOn).toBe('2026-11-20');
  });

  it('may be received by record of either side, before it is accepted (R 13)', async () => {
    const data = {
      receiverId: people.institutions.foreignAccepted,
      kindCode: 'letter',
      channelCode: 'paper',
    };
    const id = randomUUID();
    await record(sender(), 'referral.sent', { ...data, referralId: id, answerWanted: true });
    const receipt = { referralId: id, howKnownCode: 'recordedByReceiver' };
    expect(said(await record(worker(), 'referral.received', receipt))).toMatchObject({ status: 201 });
  });

  it('is listed page after page, each once, also by kind and by case number', async () => {
    const seen: string[] = [];
    let cursor = '';
    do {
      const path = `/referrals?side=in&limit=2&kindCode=handover${cursor}`;
      const page = (await get(worker(), path)).json<{ items: ReferralView[]; next: string | null }>();
      seen.push(...page.items.map(({ referralId: id }) => id));
      cursor = page.next === null ? '' : `&cursor=${page.next}`;
    } while (cursor !== '');
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen).toContain(referralId);
    expect(seen.length).toBeGreaterThan(2);
    expect(await referralsOf(worker(), '&kindCode=letter')).toEqual([]);
    expect(await referralsOf(worker(), '&caseNumber=1999-')).toEqual([]);
    expect((await get(worker(), '/referrals?cursor=bm8')).statusCode).toBe(400);
  });

  it('after acceptance gives them what an addressee within the municipality has', async () => {
    const within = await send('accepted', kept);
    const neighbour = at('accepted', 'socialWorker');
    const accepted = { referralId: within, outcomeCode: 'accepted' };
    expect((await record(neighbour, 'referral.acknowledged', accepted, {}, kept)).statusCode).toBe(201);
    expect((await answerIt('accepted')).statusCode).toBe(201);
    const detail = await get(worker(), `/dossiers/${referred}`);
    expect(detail.json()).toMatchObject({ view: 'full', learner: { firstName: 'Anna' } });
    expect((await get(worker(), `/dossiers/${referred}/facts`)).body).toContain('Stāsts: Anna');
    const [elsewhere, here] = [await reachedInSql(worker()), await reachedInSql(neighbour)];
    const tables = (reached: typeof elsewhere, id: string) =>
      Object.keys(reached).filter((name) => reached[name]?.includes(id));
    expect(tables(elsewhere, referred)).toEqual(tables(here, kept));
  });

  it('lets them ask for what is missing, postpone and answer, each settling what it should', async () => {
    const asked = await record(worker(), 'referral.supplementRequested', { referralId });
    expect(said(asked)).toMatchObject({ status: 201 });
    const requestId = asked.json<{ eventIds: string[] }>().eventIds[0];
    const given = await record(sender(), 'referral.supplemented', { referralId, requestId });
    expect(given.json()).toMatchObject({ settled: [`referral-supplement:${requestId}`] });
    expect((await answerIt('accepted')).json()).toMatchObject({
      settled: expect.arrayContaining([expect.stringMatching(/^acknowledge-handover:/)]) as string[],
    });
    const postponed = { referralId, reasonCode: 'needMoreInfo', newDueOn: '2026-12-28' };
    expect(said(await record(worker(), 'reply.postponed', postponed))).toMatchObject({ status: 201 });
    const replied = await record(worker(), 'reply.sent', { referralId, channelCode: 'product' });
    expect(replied.json()).toMatchObject({
      settled: [expect.stringMatching(/^reply:/)],
    });
  });

  it('keeps an evaluation with the institution elsewhere that made it, until it is released', async () => {
    await answerIt('accepted');
    const data = { referralId, outcomeCode: 'othersNeeded' };
    const made = await record(worker(), 'evaluation.completed', data, { words: 'Vērtējums' });
    const [evaluationId] = made.json<{ eventIds: string[] }>().eventIds;
    const read = async (one: Somebody) => (await get(one, `/dossiers/${referred}/facts?limit=100`)).body;
    expect(await read(worker())).toContain('Vērtējums');
    expect(await read(sender())).not.toContain('Vērtējums');
    const release = { evaluationId, toInstitutionId: people.institutions.school };
    expect((await record(worker(), 'evaluation.released', release)).statusCode).toBe(201);
    expect(await read(sender())).toContain('Vērtējums');
  });

  it('shows nothing else of the municipality: other cases, learners, people, classes, counts', async () => {
    await answerIt('accepted');
    for (const one of [worker(), at('foreignAccepted', 'head'), at('foreignAccepted', 'secretary')]) {
      expect(await dossiersOf(one)).not.toContain(kept);
      expect((await get(one, `/dossiers/${kept}`)).statusCode).toBe(404);
      const duties = await dutiesOf(one);
      expect(duties.filter(({ dossierId }) => dossierId === kept)).toEqual([]);
      for (const ids of Object.values(await reachedInSql(one))) expect(ids).not.toContain(kept);
    }
    const found = await ask(worker(), {
      method: 'POST',
      path: '/learners/search',
      body: { name: 'Zane Bērziņa', birthDate: '2012-01-01' },
    });
    expect(found.json()).toMatchObject({ here: [], elsewhere: [] });
    const classes = await get(worker(), '/classes?schoolYear=2026%2F2027');
    expect(classes.body).not.toContain(people.institutions.school);
    // Nobody else there, and no overseer of the other municipality, has come in by it.
    for (const one of [
      at('foreignSchool', 'principal'),
      at('foreignCouncil', 'administrator'),
      at('foreignCouncil', 'dataProtectionOfficer'),
      at('foreignWithdrawn', 'head'),
    ]) {
      expect((await get(one, `/dossiers/${referred}`)).statusCode).toBe(404);
      expect(await reachedInSql(one)).toEqual(nothing);
    }
  });

  it('ends by “Atsaukt – nepareizs adresāts”: lists, words, keys and duties are gone, also after acceptance', async () => {
    await answerIt('accepted');
    const { id: learnerId } = (
      await api.store.superuser<{ id: string }[]>`
      select learner_id as id from dossier_learner where dossier_id = ${referred}`
    )[0] ?? { id: '' };
    // Of a learner who has left the school, whoever sees them may write.
    await api.store.superuser`update learner set school_id = null, class_id = null where id = ${learnerId}`;
    const own = {
      kind: 'case',
      schoolId: people.institutions.foreignSchool,
      procedureId: 'national-2025',
      learnerId,
      facts: [{ type: 'concern.recorded', data: {} }],
    };
    // Nor was there a way to keep the learner by a case of one's own.
    const copied = await ask(worker(), { method: 'POST', path: '/dossiers', body: own });
    expect(said(copied)).toMatchObject({ status: 422, body: { code: 'learnerUnknown' } });
    const contacts = {
      method: 'POST',
      path: `/learners/${learnerId}/contacts`,
      body: { contacts: [] },
    } as const;
    expect(said(await ask(worker(), contacts))).toMatchObject({ body: { code: 'notYourSchool' } });
    const withdrawn = await withdraw();
    expect(withdrawn.json()).toMatchObject({
      started: expect.arrayContaining([expect.stringMatching(/^breach-record:/)]) as string[],
    });
    for (const one of [worker(), at('foreignAccepted', 'head'), at('foreignAccepted', 'secretary')]) {
      expect((await get(one, `/dossiers/${referred}`)).statusCode).toBe(404);
      expect(await dossiersOf(one)).not.toContain(referred);
      expect(await referralsOf(one)).toEqual([]);
      expect((await dutiesOf(one)).filter(({ dossierId }) => dossierId === referred)).toEqual([]);
      for (const ids of Object.values(await reachedInSql(one))) expect(ids).not.toContain(referred);
      expect(said(await record(one, 'talk.held', { kindCode: 'other' }))).toMatchObject({ status: 404 });
    }
    const invited = { meetingId: randomUUID(), startsAt: days(3), invitedInstitutionIds: [] as string[] };
    invited.invitedInstitutionIds.push(people.institutions.foreignAccepted);
    expect(said(await record(sender(), 'meeting.scheduled', invited))).toMatchObject({
      status: 422,
      body: { code: 'institutionUnknown' },
    });
    const assigned = { managerId: worker().personId, level: '2', roleCode: 'lead' };
    expect(said(await record(lead(), 'case.managerAssigned', assigned))).toMatchObject({
      body: { code: 'institutionUnknown' },
    });
  });

  it('leaves an excluded person there without a trace, by own declaration or by the manager (R 3)', async () => {
    const [head, secretary] = [at('foreignAccepted', 'head'), at('foreignAccepted', 'secretary')];
    const exclude = (by: Somebody, who: Somebody) =>
      record(by, 'person.excluded', { personId: who.personId, groundCode: 'relative' });
    expect(said(await exclude(head, head))).toMatchObject({ status: 201 });
    expect(said(await exclude(lead(), secretary))).toMatchObject({ status: 201 });
    await answerIt('accepted');
    await api.store.superuser`delete from notice where dossier_id = ${referred}`;
    const told = await toldBy(days(60));
    for (const one of [head, secretary]) {
      expect((await get(one, `/dossiers/${referred}`)).statusCode).toBe(404);
      expect(await dossiersOf(one)).not.toContain(referred);
      expect(await referralsOf(one)).toEqual([]);
      expect((await dutiesOf(one)).filter(({ dossierId }) => dossierId === referred)).toEqual([]);
      for (const ids of Object.values(await reachedInSql(one))) expect(ids).not.toContain(referred);
      expect(told).not.toContain(one.personId);
    }
  });

  it('can be tried beforehand, also with a receiver that nobody has', async () => {
    for (const [receiverId, answered] of [
      [people.institutions.foreignAccepted, 200],
      [randomUUID(), 422],
      ['somebody', 422],
    ] as const) {
      const data = { referralId: 'r', receiverId, kindCode: 'handover', channelCode: 'product' };
      const body = { procedureId: 'national-2025', facts: [{ type: 'referral.sent', data }] };
      const { statusCode } = await ask(sender(), { method: 'POST', path: '/what-if', body });
      expect(statusCode).toBe(answered);
    }
  });

  it('a fact that merely names an institution elsewhere opens nothing to it', async () => {
    const action = { actionId: randomUUID(), institutionId: people.institutions.foreignSchool };
    const agreed = await record(sender(), 'group.actionAgreed', {
      ...action,
      dueOn: '2026-12-01',
      consentBy: sender().personId,
    });
    expect(agreed.json()).toMatchObject({ started: [expect.stringMatching(/^group-action:/)] });
    for (const role of ['principal', 'secretary', 'socialWorker'] as const)
      expect((await reachedInSql(at('foreignSchool', role)))['dossier']).toEqual([]);
  });
});

describe('what is owed elsewhere', () => {
  it('is told to its people there, and its rungs to its head there (R 13, escalation)', async () => {
    const soon = await toldBy(addMinutes(now, 5));
    expect(soon).toContain(at('foreignAccepted', 'secretary').personId);
    expect(soon).not.toContain(at('foreignAccepted', 'head').personId);
    const late = await toldBy(days(60));
    expect(late).toContain(at('foreignAccepted', 'head').personId);
    const byPlace = new Map(people.all.map(({ personId, place }) => [personId, place]));
    const elsewhere = late.map((id) => byPlace.get(id)).filter((place) => place?.startsWith('foreign'));
    expect(new Set(elsewhere)).toEqual(new Set(['foreignAccepted']));
  });

  it('goes past a head who must not know to the next one outside, in the municipality of that institution (R 3)', async () => {
    for (const role of ['head', 'principal'] as const)
      await record(lead(), 'person.excluded', {
        personId: at('foreignAccepted', role).personId,
        groundCode: 'suspected',
      });
    const late = await toldBy(days(60));
    expect(late).toContain(at('foreignCouncil', 'head').personId);
  });

  it('is counted in the calendar of the municipality whose case it is', async () => {
    const municipalities = await api.store.superuser<{ id: string }[]>`select id from municipality`;
    const foreign = municipalities.find(({ id }) => id !== people.municipalityId)?.id ?? '';
    const dueOf = async () => {
      const duties = await dutiesOf(worker(), '&mine=true');
      return duties.find(
        ({ dossierId, duty }) => dossierId === referred && duty.kind === 'acknowledge-handover',
      )?.duty.due;
    };
    const before = await dueOf();
    const holidays = ['2026-11-24', '2026-11-25'].map((day) => ({
      kind: 'holidayAdded',
      day,
      name: { lv: 'x', en: 'x' },
      source: 'x',
    }));
    const change = async (municipalityId: string) => {
      await api.store
        .superuser`insert into calendar_version (municipality_id, version, changes, created_by, created_at)
        values (${municipalityId}, 1, ${api.store.superuser.json(holidays)}, ${worker().personId}, ${now})`;
      await api.store
        .superuser`update dossier set calendar_version = 1 where municipality_id = ${municipalityId}`;
      await toldBy(addMinutes(now, 5));
    };
    await change(foreign);
    expect(await dueOf()).toEqual(before);
    await change(people.municipalityId);
    expect(await dueOf()).not.toEqual(before);
    await api.store.superuser`update dossier set calendar_version = 0`;
    await api.store.superuser`delete from calendar_version`;
  });

  it('follows the people there: who comes to the institution is found by the rework, and by no other case', async () => {
    await reworkBehind(clockDeps());
    const newcomer = randomUUID();
    await api.store.superuser`insert into person (id, display_name, mail, language, created_at)
      values (${newcomer}, 'Līga Jauna', 'liga@terminsargs.example', 'lv', ${now})`;
    await api.store.superuser`update role_holder set until_at = ${now}
      where institution_id = ${people.institutions.foreignAccepted} and role = 'secretary'`;
    await api.store.superuser`insert into role_holder (id, institution_id, person_id, role, from_at)
      values (${randomUUID()}, ${people.institutions.foreignAccepted}, ${newcomer}, 'secretary', ${addMinutes(now, -1)})`;
    const behind = await asClock(api.store.clock, (tx) =>
      tx.execute<{
        id: string;
      }>(sql`select d.id from dossier d where d.status = 'open' and d.directory_version <
        (select m.directory_version from municipality m where m.id = d.municipality_id)
        + coalesce((select sum(m.directory_version) from municipality m where m.id = any (d.guest_municipalities)), 0)`),
    );
    const ids = [...behind].map(({ id }) => id);
    expect(ids).toContain(referred);
    expect(ids).not.toContain(kept);
    expect(await reworkBehind(clockDeps())).toBe(ids.length);
    expect(await reworkBehind(clockDeps())).toBe(0);
    expect(await toldBy(days(20))).toContain(newcomer);
    expect(await dossiersOf({ ...worker(), personId: newcomer })).toContain(referred);
  });

  it('stands in their mail under the name of the institution, with no name of a child', async () => {
    await toldBy(addMinutes(now, 5));
    const cutOff = addMinutes(now, 30);
    await api.store.superuser`update notice set send_at = ${now} where send_at is null`;
    await asClock(api.store.clock, (tx) => gatherNotices(clockDeps(), tx, 500, cutOff));
    const mails = await api.store.superuser<{ text: string }[]>`
      select content::text as text from mail where institution_id = ${people.institutions.foreignAccepted}`;
    expect(mails.length).toBeGreaterThan(0);
    for (const { text } of mails) expect(text).not.toMatch(/Bērziņa|Stāsts/);
  });
});
