/** What the API does with requests as they should be. */
import { describe, expect, it } from 'vitest';
import { fakeApi, openCase, referralSent } from './testing/fake-api.ts';
import { teacherToken } from './testing/fake-application.ts';

async function withCase() {
  const api = fakeApi();
  const opened = await api.write('/api/v1/dossiers', openCase);
  return { ...api, opened, id: opened.json<{ dossierId: string }>().dossierId };
}

describe('dossiers', () => {
  it('opening answers 201 with Location, ETag and what started', async () => {
    const { opened, id } = await withCase();
    expect(opened.statusCode).toBe(201);
    expect(opened.headers).toMatchObject({ location: `/api/v1/dossiers/${id}`, etag: '"2"' });
    expect(opened.json()).toMatchObject({ version: 2, repeated: false, settled: [] });
    expect(opened.json<{ started: string[] }>().started.length).toBeGreaterThan(0);
  });

  it('reading answers with the version as ETag', async () => {
    const { send, id } = await withCase();
    const read = await send({ url: `/api/v1/dossiers/${id}` });
    expect(read.statusCode).toBe(200);
    expect(read.headers['etag']).toBe('"2"');
    expect(read.json()).toMatchObject({ id, version: 2, learner: openCase.learner });
  });

  it('a foreign dossier answers as one that does not exist (goal 21)', async () => {
    const { send, application } = await withCase();
    const missing = await send({ url: '/api/v1/dossiers/nobody' });
    application.refuseNext({ refused: 'notFound', path: '' });
    const foreign = await send({ url: '/api/v1/dossiers/id-1' });
    expect(missing.statusCode).toBe(404);
    const { instance: _one, ...missingBody } = missing.json();
    const { instance: _other, ...foreignBody } = foreign.json();
    expect(foreignBody).toEqual(missingBody);
  });

  it('lists in pages: next goes in as cursor', async () => {
    const { send, write } = await withCase();
    await write('/api/v1/dossiers', openCase);
    const first = await send({ url: '/api/v1/dossiers?limit=1&status=open' });
    expect(first.json()).toMatchObject({ items: [{ status: 'open' }], next: '1' });
    const second = await send({ url: '/api/v1/dossiers?limit=1&status=open&cursor=1' });
    expect(second.json<{ items: unknown[]; next: null }>()).toMatchObject({ next: null });
    expect(second.json<{ items: unknown[] }>().items).toHaveLength(1);
  });
});

describe('facts', () => {
  it('recording answers 201 with the new ETag, and the list tells the words', async () => {
    const { send, write, id } = await withCase();
    const withdrawn = {
      type: 'referral.withdrawn',
      words: 'Nepareizs adresāts.',
      data: { referralId: 'referral-1', reasonCode: 'wrongRecipient' },
    };
    const recorded = await write(`/api/v1/dossiers/${id}/facts`, { facts: [withdrawn] });
    expect(recorded.statusCode).toBe(201);
    expect(recorded.headers['etag']).toBe('"3"');
    const list = await send({ url: `/api/v1/dossiers/${id}/facts` });
    expect(list.json<{ items: { words: string | null }[] }>().items.map(({ words }) => words)).toEqual([
      referralSent.words,
      null,
      'Nepareizs adresāts.',
    ]);
  });

  it('If-Match with the version passes, with another one is 412, without asks nothing', async () => {
    const { write, id } = await withCase();
    const url = `/api/v1/dossiers/${id}/facts`;
    const body = { facts: [{ type: 'risk.identified', data: { riskCode: 'attendance' } }] };
    expect((await write(url, body, { 'if-match': '"2"' })).statusCode).toBe(201);
    const stale = await write(url, body, { 'if-match': '"2"' });
    expect(stale.statusCode).toBe(412);
    expect(stale.json()).toMatchObject({ code: 'versionConflict' });
    expect((await write(url, body)).statusCode).toBe(201);
  });

  it.each(['17', 'W/"17"', '*', '"1", "2"', '"-1"', '"01"', '"1e3"', '""', '"99999999999"'])(
    'If-Match %s is refused: only an ETag as it was answered',
    async (header) => {
      const { write, id } = await withCase();
      const refused = await write(
        `/api/v1/dossiers/${id}/facts`,
        { facts: [referralSent] },
        { 'if-match': header },
      );
      expect(refused.statusCode).toBe(400);
      expect(refused.json()).toMatchObject({ code: 'invalidRequest', path: 'If-Match' });
    },
  );
});

describe('idempotency', () => {
  it('the same key and content is carried out once and answered the same', async () => {
    const { write, application } = fakeApi();
    const first = await write('/api/v1/dossiers', openCase, { 'idempotency-key': 'the-same-key' });
    const again = await write('/api/v1/dossiers', openCase, { 'idempotency-key': 'the-same-key' });
    expect(again.statusCode).toBe(201);
    expect(again.json()).toEqual({ ...first.json<object>(), repeated: true });
    expect(application.writes).toHaveLength(1);
  });

  it('the order of keys makes no other content', async () => {
    const { write } = fakeApi();
    const reversed = Object.fromEntries(Object.entries(openCase).toReversed());
    await write('/api/v1/dossiers', openCase, { 'idempotency-key': 'the-same-key' });
    const again = await write('/api/v1/dossiers', reversed, { 'idempotency-key': 'the-same-key' });
    expect(again.json()).toMatchObject({ repeated: true });
  });

  it('the same key with other content, or onto another dossier, is refused', async () => {
    const { write, id } = await withCase();
    const key = { 'idempotency-key': 'the-same-key' };
    const other = await write('/api/v1/dossiers', openCase);
    const body = {
      facts: [
        { type: 'referral.withdrawn', data: { referralId: 'referral-1', reasonCode: 'wrongRecipient' } },
      ],
    };
    expect((await write(`/api/v1/dossiers/${id}/facts`, body, key)).statusCode).toBe(201);
    const { dossierId } = other.json<{ dossierId: string }>();
    const elsewhere = await write(`/api/v1/dossiers/${dossierId}/facts`, body, key);
    expect(elsewhere.statusCode).toBe(422);
    expect(elsewhere.json()).toMatchObject({ code: 'idempotencyKeyReused' });
  });

  it.each(['', 'short-7', 'with space here', 'a'.repeat(256), 'ķirsis-ķirsis', 'tab\there-is'])(
    'the key %j is refused: 8–255 visible ASCII characters',
    async (key) => {
      const { write, application } = fakeApi();
      const refused = await write('/api/v1/dossiers', openCase, { 'idempotency-key': key });
      expect(refused.statusCode).toBe(400);
      expect(refused.json()).toMatchObject({ code: 'idempotencyKeyMissing', path: 'Idempotency-Key' });
      expect(application.writes).toEqual([]);
    },
  );

  it.each(['eight-8-', '!'.repeat(255), '~{}|"\\/;,'])('the key %j is taken', async (key) => {
    const { write } = fakeApi();
    expect((await write('/api/v1/dossiers', openCase, { 'idempotency-key': key })).statusCode).toBe(201);
  });

  it('a write without a key is refused', async () => {
    const { app } = fakeApi();
    const refused = await app.inject({
      method: 'POST',
      url: '/api/v1/dossiers',
      headers: { authorization: `Bearer ${teacherToken}` },
      payload: openCase,
    });
    expect(refused.json()).toMatchObject({ code: 'idempotencyKeyMissing', status: 400 });
  });
});

describe('reading', () => {
  it('duties come with explanation, force, ball and steps', async () => {
    const { send, id } = await withCase();
    const list = await send({ url: `/api/v1/duties?dossierId=${id}&mine=false&dueFrom=2026-11-01` });
    expect(list.statusCode).toBe(200);
    const { items } = list.json<{ items: { duty: { kind: string }; explanation: object }[] }>();
    expect(items.map(({ duty }) => duty.kind)).toContain('acknowledge-handover');
    expect(items[0]).toHaveProperty('explanation.lv');
  });

  it('overdue lists what is late only, and takes no status', async () => {
    const { send } = await withCase();
    const late = await send({ url: '/api/v1/duties/overdue' });
    const { items } = late.json<{ items: { status: string }[] }>();
    expect(items.length).toBeGreaterThan(0);
    expect(new Set(items.map(({ status }) => status))).toEqual(new Set(['late']));
    expect((await send({ url: '/api/v1/duties/overdue?status=open' })).statusCode).toBe(400);
  });

  it('what-if tells duties with steps and stores nothing', async () => {
    const { write, application } = fakeApi();
    const told = await write('/api/v1/what-if', { procedureId: openCase.procedureId, facts: [referralSent] });
    expect(told.statusCode).toBe(200);
    expect(told.json<{ duties: { steps: unknown[] }[] }>().duties[0]?.steps.length).toBeGreaterThan(0);
    expect(application.writes).toEqual([]);
  });

  it('procedures are listed in short and read in full', async () => {
    const { send } = fakeApi();
    const list = await send({ url: '/api/v1/procedures' });
    expect(list.json()).toMatchObject({ items: [{ id: openCase.procedureId }] });
    const one = await send({ url: `/api/v1/procedures/${openCase.procedureId}` });
    expect(one.statusCode).toBe(200);
    expect(one.json<{ duties: unknown[] }>().duties.length).toBeGreaterThan(10);
    expect((await send({ url: '/api/v1/procedures/none' })).statusCode).toBe(404);
  });

  it('calendar days run from one day to another, both included, 400 at most', async () => {
    const { send } = fakeApi();
    const days = await send({ url: '/api/v1/calendar?from=2026-11-16&until=2026-11-22' });
    expect(days.json<{ days: unknown[] }>().days).toHaveLength(7);
    expect((await send({ url: '/api/v1/calendar?from=2026-01-01&until=2027-02-04' })).statusCode).toBe(200);
    for (const query of ['from=2026-01-01&until=2027-02-05', 'from=2026-11-22&until=2026-11-21']) {
      const refused = await send({ url: `/api/v1/calendar?${query}` });
      expect(refused.json()).toMatchObject({ code: 'invalidRequest', status: 400, path: 'until' });
    }
  });

  it('the directory lists institutions', async () => {
    const { send } = fakeApi();
    expect((await send({ url: '/api/v1/directory' })).json()).toMatchObject({
      institutions: [{ kind: 'socialService' }],
    });
  });
});

describe('operation', () => {
  it('health answers whatever else is away', async () => {
    const { app, application } = fakeApi();
    application.ready = { database: false, temporal: false, chains: 'unchecked' };
    expect((await app.inject('/api/v1/health')).json()).toEqual({ status: 'ok' });
  });

  it('ready is 200 without Temporal, 503 without the database', async () => {
    const { app, application } = fakeApi();
    application.ready = { database: true, temporal: false, chains: 'broken' };
    expect((await app.inject('/api/v1/ready')).json()).toEqual({
      database: true,
      temporal: false,
      chains: 'broken',
    });
    application.ready = { database: false, temporal: true, chains: 'unchecked' };
    const away = await app.inject('/api/v1/ready');
    expect(away.statusCode).toBe(503);
    expect(away.json()).toMatchObject({
      code: 'unavailable',
      facts: { database: 'away', temporal: 'there' },
    });
  });
});
