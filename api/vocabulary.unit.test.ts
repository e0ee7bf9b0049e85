import { describe, expect, it } from 'vitest';
import type { FactVocabulary } from '../contracts/vocabulary.ts';
import { fakeApi } from './testing/fake-api.ts';

const url = '/api/v1/vocabulary';

describe('the vocabulary of facts', () => {
  it('is told in both languages with fields and codes', async () => {
    const { send } = fakeApi();
    const answer = await send({ url });
    expect(answer.statusCode).toBe(200);
    const { groups } = answer.json<FactVocabulary>();
    const talk = groups.flatMap(({ types }) => types).find(({ type }) => type === 'talk.held');
    expect(talk).toMatchObject({
      title: { lv: 'Saruna notikusi', en: 'Talk held' },
      act: { lv: 'Pierakstīt sarunu', en: 'Record a talk' },
      ordinary: true,
      byHand: true,
      right: 'recordWork',
      dated: 'heldOn',
    });
    expect(talk?.fields.find(({ name }) => name === 'kindCode')).toMatchObject({
      kind: 'code',
      optional: false,
      codes: expect.arrayContaining([
        { code: 'first', label: { lv: 'Pirmā saruna', en: 'First talk' } },
      ]) as unknown,
    });
  });

  it('is for those who are signed in', async () => {
    const { app } = fakeApi();
    expect((await app.inject({ url })).statusCode).toBe(401);
  });

  it('may be kept by a browser that asks before each use (RFC 9111, 5.2.2.4)', async () => {
    const { send } = fakeApi();
    const { headers } = await send({ url });
    expect(headers['cache-control']).toBe('private, no-cache');
    expect(headers['etag']).toMatch(/^"[0-9a-f]{32}"$/);
  });

  it('has the same ETag in every process with the same content', async () => {
    const one = await fakeApi().send({ url });
    const other = await fakeApi().send({ url });
    expect(other.headers['etag']).toBe(one.headers['etag']);
  });

  it.each([
    ['the tag itself', (etag: string) => etag, 304],
    ['it as a weak one', (etag: string) => `W/${etag}`, 304],
    ['it among others', (etag: string) => `"old", ${etag}`, 304],
    ['any', () => '*', 304],
    ['another', () => '"old"', 200],
    ['no tag at all', () => 'old', 200],
  ])('If-None-Match with %s answers as it should (RFC 9110, 13.1.2)', async (_name, sent, status) => {
    const { send } = fakeApi();
    const first = await send({ url });
    const etag = String(first.headers['etag']);
    const again = await send({ url, headers: { 'if-none-match': sent(etag) } });
    expect(again.statusCode).toBe(status);
    expect(again.headers['etag']).toBe(etag);
    expect(again.body).toBe(status === 304 ? '' : first.body);
  });

  it('nobody who is not signed in learns whether a tag still holds', async () => {
    const { app } = fakeApi();
    expect((await app.inject({ url, headers: { 'if-none-match': '*' } })).statusCode).toBe(401);
  });
});
