/** Enrolling and changing. */
import { describe, expect, it } from 'vitest';
import {
  addSibling,
  enrol,
  leaveSchool,
  lockLearner,
  logLook,
  removeSibling,
  siblingsOf,
} from '../repositories/learners.ts';
import { T0 } from '../testing/fixtures.ts';
import { type Transaction } from '../transaction.ts';
import { as, denied, pedagogue, people, register, store, today } from './office.ts';

export function changing(): void {
  describe('enrolling and changing (issue 4, section 5: ids of foreign objects)', () => {
    it('a learner whom one does not see cannot be enrolled, changed or made a sibling', async () => {
      const id = await register();
      const own = await register({}, { by: people.stranger, school: people.otherSchool });
      const place = { institutionId: people.otherSchool, classId: null, fromOn: today };
      await expect(as(people.stranger, (tx) => enrol(tx, id, place))).rejects.toMatchObject(denied);
      expect(await as(people.stranger, (tx) => leaveSchool(tx, id, today))).toBe(false);
      expect(await as(people.stranger, (tx) => lockLearner(tx, id))).toBeNull();
      await expect(
        as(people.stranger, async (tx) => {
          await lockLearner(tx, own);
          await addSibling(tx, own, id, T0);
        }),
      ).rejects.toMatchObject(denied);
    });

    it('siblings are a pair, the same from both sides, each once', async () => {
      const [one, other] = [await register(), await register({ firstName: 'Elza' })];
      const both = (work: (tx: Transaction) => Promise<void>) =>
        as(pedagogue, async (tx) => {
          for (const id of [one, other].sort()) await lockLearner(tx, id);
          await work(tx);
        });
      await both((tx) => addSibling(tx, one, other, T0));
      await both((tx) => addSibling(tx, other, one, T0));
      await as(pedagogue, async (tx) => {
        expect(await siblingsOf(tx, one)).toEqual([other]);
        expect(await siblingsOf(tx, other)).toEqual([one]);
      });
      expect(await as(people.stranger, (tx) => siblingsOf(tx, one))).toEqual([]);
      await both((tx) => removeSibling(tx, other, one));
      expect(await as(pedagogue, (tx) => siblingsOf(tx, one))).toEqual([]);
    });

    it('looks are logged in one’s own name, and stay', async () => {
      const id = await register();
      const look = {
        at: T0,
        personId: pedagogue,
        institutionId: people.school,
        learnerId: id,
        act: 'read',
      } as const;
      await as(pedagogue, (tx) => logLook(tx, look));
      await expect(as(people.principal, (tx) => logLook(tx, look))).rejects.toMatchObject(denied);
      await expect(store.superuser`delete from learner_look`).rejects.toMatchObject({ code: 'TA001' });
    });
  });
}
