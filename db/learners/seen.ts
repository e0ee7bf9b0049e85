/** Who sees a learner. */
import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { calendarDay } from '../../domain/time.ts';
import { setTeacher } from '../repositories/classes.ts';
import { enrol, enrolmentsOf, leaveSchool, linkLearner, lockLearner } from '../repositories/learners.ts';
import { accessRow, full, openDossier } from '../testing/fixtures.ts';
import { asClock } from '../transaction.ts';
import {
  administrator,
  as,
  ask,
  denied,
  grant,
  newClass,
  pedagogue,
  people,
  register,
  seenBy,
  store,
  today,
  worker,
} from './office.ts';

export function whoSees(): void {
  describe('who sees a learner (issue 4, sections 1 and 3)', () => {
    it('casework staff of the school, and nobody else', async () => {
      const id = await register();
      expect(await seenBy(pedagogue, id)).toBe(true);
      expect(await seenBy(people.principal, id)).toBe(true);
      for (const other of [people.teacher, administrator, people.stranger, worker, randomUUID()]) {
        expect(await seenBy(other, id)).toBe(false);
      }
    });

    it('a class teacher by name, as long as the class is theirs', async () => {
      const classId = await newClass('5.b', people.teacher);
      const mine = await register({}, { classId });
      const other = await register({ firstName: 'Elza' }, { classId: await newClass('6.a') });
      expect(await seenBy(people.teacher, mine)).toBe(true);
      expect(await seenBy(people.teacher, other)).toBe(false);
      await as(people.principal, (tx) => setTeacher(tx, classId, pedagogue, today));
      expect(await seenBy(people.teacher, mine)).toBe(false);
    });

    it('the last school goes on seeing, until another one enrols the learner', async () => {
      const id = await register();
      await as(pedagogue, async (tx) => {
        await lockLearner(tx, id);
        expect(await leaveSchool(tx, id, calendarDay('2026-11-20'))).toBe(true);
      });
      expect(await seenBy(pedagogue, id)).toBe(true);
      await as(pedagogue, async (tx) => {
        await lockLearner(tx, id);
        const place = { institutionId: people.otherSchool, classId: null, fromOn: calendarDay('2026-12-01') };
        await enrol(tx, id, place);
      });
      expect(await seenBy(pedagogue, id)).toBe(false);
      expect(await seenBy(people.stranger, id)).toBe(true);
      const history = await as(people.stranger, (tx) => enrolmentsOf(tx, id));
      expect(history.map(({ institutionId, untilOn }) => [institutionId, untilOn])).toEqual([
        [people.otherSchool, null],
        [people.school, '2026-11-20'],
      ]);
    });

    it('whoever has a full view of a dossier of theirs', async () => {
      const id = await register();
      const dossierId = await as(pedagogue, async (tx) => {
        const dossier = await openDossier(tx, people, [full(pedagogue)]);
        await linkLearner(tx, dossier.id, id);
        return dossier.id;
      });
      expect(await seenBy(worker, id)).toBe(false);
      await grant(dossierId, full(worker));
      expect(await seenBy(worker, id)).toBe(true);
      await grant(dossierId, accessRow({ kind: 'person', id: worker }, 'administrator'));
      expect(await seenBy(worker, id)).toBe(false);
    });

    it('R 3: somebody excluded from a dossier about the learner finds no trace through the school', async () => {
      const id = await register();
      const dossierId = await as(pedagogue, async (tx) => {
        const dossier = await openDossier(tx, people, [full(pedagogue)]);
        await linkLearner(tx, dossier.id, id);
        return dossier.id;
      });
      expect(await seenBy(people.principal, id)).toBe(true);
      await grant(
        dossierId,
        full(pedagogue),
        accessRow({ kind: 'person', id: people.principal }, 'excluded'),
      );
      expect(await seenBy(people.principal, id)).toBe(false);
      expect(await ask(people.principal, 'Anna Bērziņa')).toEqual([]);
      expect(await seenBy(pedagogue, id)).toBe(true);
    });

    it('without an actor, and as the clock: nothing', async () => {
      await register();
      for (const table of [
        'school_class',
        'class_teacher',
        'enrolment',
        'learner_sibling',
        'learner_search',
      ]) {
        const count = sql.raw(`select count(*)::int as n from ${table}`);
        const [row] = await store.api.orm.transaction((tx) => tx.execute<{ n: number }>(count));
        expect(row?.n, table).toBe(0);
        await expect(asClock(store.clock, (tx) => tx.execute(count))).rejects.toMatchObject(denied);
      }
    });
  });
}
