/** Possibly known elsewhere. */
import { describe, expect, it } from 'vitest';
import { profile } from '../../domain/learner/testing/profiles.ts';
import { insertLearner } from '../repositories/learners.ts';
import { insertPeople, keys, T0 } from '../testing/fixtures.ts';
import { as, ask, denied, pedagogue, people, register, store, worker } from './office.ts';

export function knownElsewhere(): void {
  describe('possibly known elsewhere (architecture 3, “Search”)', () => {
    const elsewhere = () => register({}, { by: people.stranger, school: people.otherSchool });

    it('by both names and the day of birth: that, and nothing else', async () => {
      await elsewhere();
      expect(await ask(pedagogue, 'anna berzins')).toEqual([{ place: 'municipality', strength: 'likely' }]);
      expect(await ask(pedagogue, 'Bērziņa Ann')).toEqual([{ place: 'municipality', strength: 'likely' }]);
      expect(await ask(pedagogue, 'Annija Bērziņa')).toEqual([
        { place: 'municipality', strength: 'possible' },
      ]);
    });

    it('not by one name, another birth date, or names that differ', async () => {
      await elsewhere();
      expect(await ask(pedagogue, 'Bērziņa')).toEqual([]);
      expect(await ask(pedagogue, 'Anna Bērziņa', '2014-05-07')).toEqual([]);
      expect(await ask(pedagogue, 'Elza Bērziņa')).toEqual([]);
      expect(await ask(pedagogue, 'Anna Kalniņa')).toEqual([]);
    });

    it('at one’s own school out of one’s sight; never whom one has found already', async () => {
      const id = await register();
      expect(await ask(people.teacher, 'Anna Bērziņa')).toEqual([{ place: 'ownSchool', strength: 'likely' }]);
      expect(await ask(pedagogue, 'Anna Bērziņa', '2014-05-06', people.municipalityId, [id])).toEqual([]);
    });

    it('not a learner whom no school has: only a case could be the reason to know them', async () => {
      const { municipalityId } = people;
      const input = { municipalityId, schoolId: null, profile: profile() };
      await as(worker, (tx) => insertLearner(tx, keys, input, T0));
      expect(await ask(pedagogue, 'Anna Bērziņa')).toEqual([]);
    });

    it('nothing of one municipality in another, though the same name is asked for', async () => {
      await elsewhere();
      const home = people.municipalityId;
      const foreign = await insertPeople(store.owner);
      const abroad = (municipalityId: string) =>
        ask(foreign.principal, 'Anna Bērziņa', '2014-05-06', municipalityId);
      expect(await abroad(foreign.municipalityId)).toEqual([]);
      // Neither the index nor the key to it answers somebody who works nowhere in the municipality.
      await expect(abroad(home)).rejects.toMatchObject(denied);
      const [hashes] = await store.superuser`
      select count(*)::int as rows, count(distinct hash)::int as hashes from learner_search`;
      expect(hashes?.['rows']).toBeGreaterThan(0);
    });

    it('hostile input is a value: quotes, braces and backslashes in a name find nothing and break nothing', async () => {
      await elsewhere();
      for (const typed of [
        `a'b"c {d},\\e`,
        `Robert'); DROP TABLE learner;--`,
        '{"x"} NULL',
        'ā\u0301 \u202eab',
      ]) {
        expect(await ask(pedagogue, typed)).toEqual([]);
      }
    });
  });
}
