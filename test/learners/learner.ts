/** What a learner carries, and who changes it. */
import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import {
  contact,
  farPrincipal,
  get,
  newClass,
  otherPrincipal,
  pedagogue,
  place,
  post,
  read,
  register,
  search,
} from './office.ts';

export function aLearner(): void {
  describe('a learner', () => {
    it('carries contacts, responsible municipality, and who may be written to (R 18, duties 1)', async () => {
      const id = await register(pedagogue, { contacts: [contact] });
      const before = await read(pedagogue, id);
      expect(before).toMatchObject({
        version: 1,
        responsible: { known: true, municipality: 'Ozolkalna novads', ground: 'parentsDeclared' },
        recipients: { letters: [{ name: contact.name, plainLanguage: true, address: contact.address }] },
        enrolments: [{ institutionId: place.school, fromOn: '2026-11-20', untilOn: null }],
      });
      const [mother] = before.contacts;
      const father = {
        ...contact,
        relation: 'father',
        name: 'Juris',
        custody: 'unknown',
        addressSecret: false,
      };
      const { actual: _actual, mail: _mail, ...kept } = mother ?? { actual: null, mail: null };
      const body = { contacts: [{ ...kept, custody: 'no' }, father] };
      const saved = await post(pedagogue, `/learners/${id}/contacts`, body, { 'if-match': '"1"' });
      expect(saved.headers['etag']).toBe('"2"');
      const after = await read(pedagogue, id);
      expect(after.contacts[0]?.id).toBe(mother?.id);
      expect(after.recipients.withheld.map(({ reason }) => reason)).toEqual(['noCustody', 'custodyUnknown']);
      const late = await post(pedagogue, `/learners/${id}/contacts`, { contacts: [] }, { 'if-match': '"1"' });
      expect(late.json()).toMatchObject({ status: 412, code: 'learnerVersionConflict' });
    });

    it('is changed by its school; names and search follow', async () => {
      const id = await register(pedagogue);
      const answer = await post(pedagogue, `/learners/${id}/profile`, {
        firstName: 'Zane',
        lastName: 'Pārdēvētā',
        residence: { own: { declared: 'nowhere' }, stays: 'Valkas novads' },
      });
      expect(answer.json()).toMatchObject({ version: 2 });
      expect((await search(pedagogue, 'pardeveta')).here.map((one) => one.id)).toEqual([id]);
      expect(await read(pedagogue, id)).toMatchObject({ firstName: 'Zane', birthDate: null });
    });

    it('has siblings from both sides; strangers and oneself are none', async () => {
      const [one, other] = [await register(pedagogue), await register(pedagogue)];
      const foreign = await register(otherPrincipal);
      expect((await post(pedagogue, `/learners/${one}/siblings`, { siblingIds: [other] })).statusCode).toBe(
        201,
      );
      expect((await read(pedagogue, other)).siblings.map(({ id }) => id)).toEqual([one]);
      for (const strange of [foreign, one, randomUUID(), 'x']) {
        const refused = await post(pedagogue, `/learners/${one}/siblings`, { siblingIds: [other, strange] });
        expect(refused.json()).toMatchObject({ code: 'learnerUnknown', path: 'siblingIds[1]' });
      }
      expect((await post(pedagogue, `/learners/${other}/siblings`, { siblingIds: [] })).statusCode).toBe(201);
      expect((await read(pedagogue, one)).siblings).toEqual([]);
    });

    it('leaves the school, which goes on seeing; twice is refused', async () => {
      const id = await register(pedagogue);
      expect((await post(pedagogue, `/learners/${id}/departure`, { on: '2026-11-20' })).statusCode).toBe(201);
      expect(await read(pedagogue, id)).toMatchObject({
        enrolments: [{ untilOn: '2026-11-20' }],
        classId: null,
      });
      const again = await post(pedagogue, `/learners/${id}/departure`, { on: '2026-11-20' });
      expect(again.json()).toMatchObject({ status: 409, code: 'notEnrolled' });
    });

    it('a foreign one is answered like one who does not exist, on every route (issue 4, section 5)', async () => {
      const id = await register(pedagogue);
      const foreignClass = await newClass();
      const routes: readonly (readonly [string, object])[] = [
        ['profile', { firstName: 'A', lastName: 'B' }],
        ['contacts', { contacts: [] }],
        ['siblings', { siblingIds: [] }],
        ['departure', { on: '2026-11-20' }],
        ['enrolment', { classId: foreignClass, on: '2026-11-20' }],
      ];
      for (const actor of [otherPrincipal, farPrincipal]) {
        for (const target of [id, randomUUID(), 'none']) {
          const looked = await get(actor, `/learners/${target}`);
          expect(looked.json()).toMatchObject({ status: 404, code: 'notFound' });
          for (const [route, body] of routes) {
            const refused = await post(actor, `/learners/${target}/${route}`, body);
            expect(refused.json(), route).toMatchObject({ status: 404, code: 'notFound' });
          }
        }
        for (const target of [foreignClass, randomUUID()]) {
          const change = { teacherId: actor.personId, fromOn: '2026-11-20' };
          expect((await get(actor, `/classes/${target}/learners`)).statusCode).toBe(404);
          expect((await post(actor, `/classes/${target}/teacher`, change)).statusCode).toBe(404);
        }
      }
      const own = await register(otherPrincipal);
      const into = await post(otherPrincipal, `/learners/${own}/enrolment`, {
        classId: foreignClass,
        on: '2026-11-20',
      });
      expect(into.json()).toMatchObject({ code: 'classUnknown' });
    });
  });
}
