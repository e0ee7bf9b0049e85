/** The directory of receivers: institutions of all municipalities, and persons of none but the own (rules of conduct 17). */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { EventType } from '../../domain/dossier/event.ts';
import { instant } from '../../domain/time.ts';
import { type Asked, bootRealApi, type RealApi, said } from '../support/real-api.ts';
import { insertEverybody, type People, type Somebody } from './people.ts';

const now = instant('2026-11-20T10:00:00.000Z');

let api: RealApi;
let people: People;
let referred: string;

const worker = () => people.at('foreignAccepted', 'socialWorker');
const sender = () => people.at('school', 'socialPedagogue');
const ask = (one: Somebody, asked: Asked) => api.ask(one.personId, asked);
const get = (one: Somebody, path: string) => ask(one, { method: 'GET', path });
const record = (one: Somebody, type: EventType, data: object) =>
  ask(one, { method: 'POST', path: `/dossiers/${referred}/facts`, body: { facts: [{ type, data }] } });

beforeAll(async () => {
  api = await bootRealApi(now);
  people = await insertEverybody(api);
});

beforeEach(async () => {
  const opened = await ask(sender(), {
    method: 'POST',
    path: '/dossiers',
    body: {
      kind: 'case',
      schoolId: people.institutions.school,
      procedureId: 'national-2025',
      learner: { firstName: 'Anna', lastName: 'Bērziņa', className: '5.b' },
      facts: [{ type: 'concern.recorded', data: {} }],
    },
  });
  referred = opened.json<{ dossierId: string }>().dossierId;
});

afterAll(() => api.close());

describe('the directory', () => {
  it('names institutions elsewhere with their municipality and address, own ones first, and no person there (R 17)', async () => {
    await api.store.superuser`update institution set phone = '67000000', address = 'Svešā iela 1'
      where id = ${people.institutions.foreignAccepted}`;
    const { institutions } = (await get(sender(), '/directory?limit=200')).json<{
      institutions: {
        id: string;
        ownMunicipality: boolean;
        contacts: object[];
        phone: string | null;
        address: string | null;
        municipality: { id: string; name: string };
      }[];
    }>();
    const own = institutions.map(({ ownMunicipality }) => ownMunicipality);
    expect(own).toEqual([...own].sort((a, b) => Number(b) - Number(a)));
    for (const one of institutions) expect(one.contacts.length > 0).toBe(one.ownMunicipality);
    const foreign = institutions.find(({ id }) => id === people.institutions.foreignAccepted);
    expect(foreign).toMatchObject({
      municipality: { name: 'Svešais novads' },
      phone: '67000000',
      address: 'Svešā iela 1',
    });
    const only = await get(
      sender(),
      `/directory?municipalityId=${foreign?.municipality.id}&search=svešā iela`,
    );
    expect(only.json<{ institutions: { id: string }[] }>().institutions.map(({ id }) => id)).toEqual([
      people.institutions.foreignAccepted,
    ]);
  });

  it('puts first what the learner’s responsible municipality helps by, for who reads the case (duties page 1, V 2)', async () => {
    const firstOf = async (one: Somebody, query: string) => {
      const answer = await get(one, `/directory?limit=1${query}`);
      const page = answer.json<{
        institutions: { id: string; ownMunicipality: boolean; suggested: object | null }[];
        next: string;
      }>();
      const after = await get(one, `/directory?limit=200${query}&cursor=${page.next}`);
      const [first] = page.institutions;
      const others = after.json<{ institutions: { id: string }[] }>().institutions;
      expect(others.map(({ id }) => id)).not.toContain(first?.id);
      expect(others).toHaveLength(Object.keys(people.institutions).length - 1);
      return first;
    };
    const of = `&dossierId=${referred}`;
    expect(await firstOf(sender(), of)).toMatchObject({ ownMunicipality: true, suggested: null });
    const { learner } = (await get(sender(), `/dossiers/${referred}`)).json<{ learner: { id: string } }>();
    const changed = await ask(sender(), {
      method: 'POST',
      path: `/learners/${learner.id}/profile`,
      body: {
        firstName: 'Anna',
        lastName: 'Bērziņa',
        birthDate: '2005-01-01',
        residence: { own: { declared: 'in', municipality: 'svešais Novads' } },
      },
    });
    expect(said(changed)).toMatchObject({ status: 201 });
    expect(await firstOf(sender(), of)).toMatchObject({
      id: people.institutions.foreignAccepted,
      ownMunicipality: false,
      suggested: { lv: expect.stringContaining('atbild') as string },
    });
    expect(await firstOf(sender(), '')).toMatchObject({ suggested: null });
    await record(sender(), 'referral.sent', {
      referralId: randomUUID(),
      receiverId: people.institutions.foreignAccepted,
      kindCode: 'request',
      channelCode: 'product',
    });
    for (const one of [worker(), people.at('neutral', 'head')])
      expect(await firstOf(one, of)).toMatchObject({ ownMunicipality: true, suggested: null });
  });

  it('a closed institution and a training municipality are no receivers elsewhere (R 17, R 28)', async () => {
    const send = () => {
      const data = {
        referralId: randomUUID(),
        receiverId: people.institutions.foreignAsked,
        kindCode: 'request',
        channelCode: 'product',
      };
      return record(sender(), 'referral.sent', data);
    };
    const refusedNow = async () =>
      expect(said(await send())).toMatchObject({ status: 422, body: { code: 'receiverUnknown' } });
    const { foreignAsked } = people.institutions;
    await api.store.superuser`update institution set active = false where id = ${foreignAsked}`;
    await refusedNow();
    await api.store.superuser`update institution set active = true where id = ${foreignAsked}`;
    const training = (of: boolean) => api.store.superuser`update municipality set training = ${of}
      where id = (select municipality_id from institution where id = ${foreignAsked})`;
    await training(true);
    await refusedNow();
    await training(false);
    expect((await send()).statusCode).toBe(201);
  });
});
