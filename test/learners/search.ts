/** Search before create. */
import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { LearnerWritten } from '../../contracts/learner.ts';
import {
  anna,
  board,
  contact,
  farPrincipal,
  lines,
  newClass,
  otherPrincipal,
  pedagogue,
  place,
  post,
  product,
  read,
  register,
  search,
} from './office.ts';

export function searchBeforeCreate(): void {
  describe('search before create', () => {
    it('finds at one’s own school by any spelling, and says elsewhere only that there may be somebody', async () => {
      const id = await register(pedagogue, anna);
      expect(await search(pedagogue, 'berzin')).toMatchObject({
        here: [{ id, ...anna, schoolId: place.school }],
        elsewhere: null,
      });
      const asked = await search(otherPrincipal, 'anna berzins', anna.birthDate);
      expect(asked).toEqual({
        here: [],
        more: false,
        elsewhere: [
          {
            place: 'municipality',
            strength: 'likely',
            talkTo: { institutionId: board, kind: 'educationBoard', name: 'Izglītības pārvalde' },
          },
        ],
      });
      expect(JSON.stringify(asked)).not.toContain(place.school);
      expect(await search(otherPrincipal, 'anna berzins')).toMatchObject({ here: [], elsewhere: null });
      expect(await search(farPrincipal, 'Anna Bērziņa', anna.birthDate)).toMatchObject({
        here: [],
        elsewhere: [],
      });
    });

    it('a class teacher finds the own class by name, and of the rest of the school that there may be somebody', async () => {
      const own = await register(pedagogue, {
        classId: await newClass(place.teacher),
        birthDate: '2013-01-02',
      });
      const { lastName } = await read(place.teacher, own);
      expect((await search(place.teacher, lastName)).here.map(({ id }) => id)).toEqual([own]);
      const other = await search(place.otherTeacher, `Anna ${lastName}`, '2013-01-02');
      expect(other.here).toEqual([]);
      expect(other.elsewhere).toMatchObject([
        { place: 'ownSchool', talkTo: { institutionId: place.school } },
      ]);
    });

    it('registering somebody who may be known is refused until the search was looked at', async () => {
      const twin = { ...anna, firstName: 'Ana', lastName: 'Berzins' };
      for (const actor of [pedagogue, otherPrincipal]) {
        const refused = await post(actor, '/learners', twin);
        expect(refused.json()).toMatchObject({ status: 409, code: 'possibleDuplicate' });
        expect(refused.body).not.toContain('Bērz');
      }
      expect((await post(pedagogue, '/learners', { ...twin, birthDate: '2014-05-07' })).statusCode).toBe(201);
      expect((await post(otherPrincipal, '/learners', { ...twin, notDuplicate: true })).statusCode).toBe(201);
    });

    it('the same key registers once', async () => {
      const headers = { 'idempotency-key': randomUUID() };
      const body = { firstName: 'Uldis', lastName: 'Vienreizējais', birthDate: '2012-02-02' };
      const [first, second] = [
        await post(pedagogue, '/learners', body, headers),
        await post(pedagogue, '/learners', body, headers),
      ];
      expect(second.json()).toEqual({ ...first.json<LearnerWritten>(), repeated: true });
      expect((await search(pedagogue, 'vienreiz')).here).toHaveLength(1);
    });

    it('looks are logged without what was typed; names stand in no log and no plain column', async () => {
      const id = await register(pedagogue, { contacts: [contact] });
      await read(pedagogue, id);
      await search(pedagogue, 'Neparastais Vārds', '2014-05-06');
      const looks =
        await product.sql`select act, learner_id from learner_look where person_id = ${pedagogue.personId}`;
      expect(looks.map(({ act }) => String(act))).toEqual(
        expect.arrayContaining(['read', 'searchedElsewhere']),
      );
      const tables = [
        'learner',
        'enrolment',
        'learner_look',
        'learner_search',
        'idempotency',
        'school_class',
      ];
      const stored = await Promise.all(
        tables.map((table) => product.sql`select * from ${product.sql(table)}`),
      );
      const everything = `${lines.join('')}${product.logged()}${JSON.stringify(stored)}`;
      for (const trace of ['Bērz', 'berz', 'Neparast', 'Slepen', '29999999', '2014-05-06']) {
        expect(everything).not.toContain(trace);
      }
    });
  });
}
