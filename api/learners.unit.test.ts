/** Learners and classes at the edge: nothing is coerced, nothing of a child stands in an address or a log. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LearnerDetail, LearnerWritten } from '../contracts/learner.ts';
import type { Document } from './openapi.ts';
import { fakeApi } from './testing/fake-api.ts';

type Answer = { status: number; code: string; errors?: { path: string; code: string }[] };

const anna = { firstName: 'Anna', lastName: 'Bērziņa', birthDate: '2014-05-06' };
const contact = {
  name: 'Ilze Bērziņa',
  relation: 'mother',
  custody: 'yes',
  noContact: false,
  addressSecret: false,
  livesApart: false,
  language: 'lv',
  plainLanguage: false,
  declared: { declared: 'unknown' },
};
const withContact = (change: object) => ({ ...anna, contacts: [{ ...contact, ...change }] });

describe('what is refused (pitfall d12, goals 22 and 24)', () => {
  it.each([
    ['an unknown field', { ...anna, schoolId: 'other-school' }, 'schoolId', 'unknownField'],
    ['a class name instead of a class', { ...anna, className: '5.b' }, 'className', 'unknownField'],
    ['an id of one’s own choice', { ...anna, id: 'mine' }, 'id', 'unknownField'],
    ['null for a birth date', { ...anna, birthDate: null }, 'birthDate', 'notADay'],
    ['a day that is none', { ...anna, birthDate: '2014-02-30' }, 'birthDate', 'notADay'],
    ['a number for a name', { ...anna, firstName: 5 }, 'firstName', 'notText'],
    ['an empty name', { ...anna, firstName: '' }, 'firstName', 'emptyText'],
    ['a name over two lines', { ...anna, lastName: 'Bērziņa\nX' }, 'lastName', 'notText'],
    ['a name with NUL', { ...anna, lastName: 'B\u0000' }, 'lastName', 'notText'],
    ['a name too long', { ...anna, lastName: 'B'.repeat(201) }, 'lastName', 'tooLong'],
    ['a text for a flag', { ...anna, notDuplicate: 'true' }, 'notDuplicate', 'notAFlag'],
    [
      'a flag of a contact left out',
      withContact({ noContact: undefined }),
      'contacts[0].noContact',
      'missing',
    ],
    ['custody that is none', withContact({ custody: 'maybe' }), 'contacts[0].custody', 'notInList'],
    [
      'a declaration without its place',
      withContact({ declared: { declared: 'in' } }),
      'contacts[0].declared.municipality',
      'missing',
    ],
    ['null for an address', withContact({ address: null }), 'contacts[0].address', 'notText'],
    [
      'too many contacts',
      { ...anna, contacts: Array.from({ length: 31 }, () => contact) },
      'contacts',
      'tooMany',
    ],
    [
      'a residence of more',
      { ...anna, residence: { municipality: 'X' } },
      'residence.municipality',
      'unknownField',
    ],
  ])('%s, at its place', async (_what, body, path, code) => {
    const { write } = fakeApi();
    const refused = (await write('/api/v1/learners', body)).json<Answer>();
    expect(refused).toMatchObject({ status: 400, code: 'invalidRequest' });
    expect(refused.errors).toContainEqual(expect.objectContaining({ path, code }));
  });

  it.each(['2026', '2026-2027', '2026/2026', '2026/2028', '26/27', '٢٠٢٦/٢٠٢٧', ''])(
    'a school year written %j',
    async (schoolYear) => {
      const { write, send } = fakeApi();
      const made = await write('/api/v1/classes', { schoolYear, name: '5.b', fromOn: '2026-09-01' });
      expect(made.statusCode).toBe(400);
      const listed = await send({ url: `/api/v1/classes?schoolYear=${encodeURIComponent(schoolYear)}` });
      expect(listed.statusCode).toBe(400);
    },
  );

  it('a search by one letter, or without a name', async () => {
    const { write } = fakeApi();
    for (const body of [{ name: 'B' }, { birthDate: '2014-05-06' }, { name: ['Anna'] }, {}]) {
      expect((await write('/api/v1/learners/search', body)).statusCode).toBe(400);
    }
  });

  it('a write without its key, and one upon another version than a number', async () => {
    const { write } = fakeApi();
    const keyless = await write('/api/v1/learners', anna, { 'idempotency-key': '' });
    expect(keyless.json()).toMatchObject({ code: 'idempotencyKeyMissing' });
    const odd = await write('/api/v1/learners/x/contacts', { contacts: [] }, { 'if-match': 'W/"1"' });
    expect(odd.statusCode).toBe(400);
  });
});

describe('what goes through', () => {
  it('any name that is one line comes back as it was typed', async () => {
    const { write, send } = fakeApi();
    const names = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 });
    await fc.assert(
      fc.asyncProperty(names, async (firstName) => {
        const made = await write('/api/v1/learners', { ...anna, firstName });
        if (made.statusCode === 400) return;
        const { learnerId } = made.json<LearnerWritten>();
        const read = await send({ url: `/api/v1/learners/${learnerId}` });
        expect(read.json<LearnerDetail>().firstName).toBe(firstName);
      }),
      { numRuns: 50 },
    );
  });

  it('what is left out is not known, and ETag is the version', async () => {
    const { write, send } = fakeApi();
    const made = await write('/api/v1/learners', {
      firstName: 'Anna',
      lastName: 'Ozola',
      contacts: [contact],
    });
    expect(made.statusCode).toBe(201);
    const { learnerId } = made.json<LearnerWritten>();
    expect(made.headers).toMatchObject({ etag: '"1"', location: `/api/v1/learners/${learnerId}` });
    expect((await send({ url: `/api/v1/learners/${learnerId}` })).json()).toMatchObject({
      birthDate: null,
      residence: { own: { declared: 'unknown' }, stays: null, outOfFamilyCare: null, asked: null },
      contacts: [{ address: null, phone: null, mail: null, actual: null }],
      responsible: { known: false, ask: 'parentsDeclared', candidates: [] },
    });
  });
});

describe('what stays inside', () => {
  it('no address takes more than ids, a school year and a place in a list: names are typed into bodies', async () => {
    const document = (await fakeApi().app.inject('/api/openapi.json')).json<Document>();
    for (const [path, methods] of Object.entries(document.paths)) {
      if (!/learners|classes/.test(path)) continue;
      for (const operation of Object.values(methods)) {
        const inAddress = (operation.parameters ?? []).filter(
          ({ in: where }) => where === 'path' || where === 'query',
        );
        for (const { name } of inAddress)
          expect(['learnerId', 'classId', 'schoolYear', 'limit', 'cursor']).toContain(name);
      }
    }
  });

  it('no name, birth date or address of a child in the log, whether it worked or not', async () => {
    const { write, send, log, application } = fakeApi();
    await write('/api/v1/learners', withContact({ address: 'Liepu iela 1' }));
    await write('/api/v1/learners/search', { name: 'Anna Bērziņa', birthDate: '2014-05-06' });
    await write('/api/v1/learners/search', { name: 'Anna Bērziņa', birthDate: 'x' });
    application.failNext(new Error('Anna Bērziņa, Liepu iela 1'));
    await write('/api/v1/learners/search', { name: 'Anna Bērziņa' });
    await send({ url: '/api/v1/learners/B%C4%93rzi%C5%86a' });
    expect(log.length).toBeGreaterThan(4);
    for (const trace of ['Anna', 'Bērz', 'B%C4', 'Liepu', '2014-05'])
      expect(log.join('')).not.toContain(trace);
  });
});
