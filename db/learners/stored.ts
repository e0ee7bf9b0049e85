/** What is stored of a learner. */
import { describe, expect, it } from 'vitest';
import type { LearnerProfile } from '../../domain/learner/learner.ts';
import { contact, profile } from '../../domain/learner/testing/profiles.ts';
import { calendarDay } from '../../domain/time.ts';
import { openProfiles } from '../encryption/learner.ts';
import { lockLearner, saveProfile } from '../repositories/learners.ts';
import { keys, T0 } from '../testing/fixtures.ts';
import { as, ask, pedagogue, people, register, store } from './office.ts';

export function whatIsStored(): void {
  describe('what is stored (architecture 3, “Personal content apart from facts”)', () => {
    it('no name, address or birth date in the clear, in any column of any table', async () => {
      const secret = { lastName: 'Zvirbulīte', birthDate: calendarDay('2013-03-17') };
      const id = await register({
        ...secret,
        contacts: [contact('mother', { name: 'Skaidrīte Zvirbulīte' })],
      });
      const rows = await store.superuser`
      select to_jsonb(l)::text || to_jsonb(p)::text || coalesce(string_agg(to_jsonb(s)::text, ''), '') as text
      from learner l join learner_profile p on p.learner_id = l.id join learner_search s on s.learner_id = l.id
      where l.id = ${id} group by l.*, p.*`;
      const text = String(rows[0]?.['text']);
      expect(text.length).toBeGreaterThan(500);
      for (const trace of ['virbul', 'Skaidr', '2013-03-17', 'Liepu', '20000000']) {
        expect(text).not.toContain(trace);
        expect(text).not.toContain(Buffer.from(trace).toString('hex'));
      }
    });

    it('a changed profile is found by its new name only, and no longer by the old one', async () => {
      const id = await register({}, { by: people.stranger, school: people.otherSchool });
      expect(await ask(pedagogue, 'Anna Bērziņa')).toEqual([{ place: 'municipality', strength: 'likely' }]);
      await as(people.stranger, async (tx) => {
        const record = await lockLearner(tx, id);
        if (record === null) throw new Error('not found');
        const version = await saveProfile(tx, keys, record, profile({ lastName: 'Ozola' }), T0);
        expect(version).toBe(2);
      });
      expect(await ask(pedagogue, 'Anna Bērziņa')).toEqual([]);
      expect(await ask(pedagogue, 'Anna Ozola')).toEqual([{ place: 'municipality', strength: 'likely' }]);
    });

    it('profiles of before open with what they had', async () => {
      const id = await register();
      const old = { firstName: 'Anna', lastName: 'Bērziņa', className: '5.b' } as LearnerProfile;
      await as(pedagogue, async (tx) => {
        const record = await lockLearner(tx, id);
        if (record !== null) await saveProfile(tx, keys, record, { ...old, birthDate: null }, T0);
      });
      const opened = await as(pedagogue, (tx) => openProfiles(tx, keys, [id]));
      expect(opened.get(id)).toMatchObject({ ...old, contacts: [], residence: { stays: null } });
    });
  });
}
