/** Classes. */
import { describe, expect, it } from 'vitest';
import { calendarDay } from '../../domain/time.ts';
import { openProfiles } from '../encryption/learner.ts';
import {
  classesOf,
  loadClass,
  lockDossiersOfClass,
  moveClass,
  presentTeacher,
  setTeacher,
  teachersOf,
} from '../repositories/classes.ts';
import { linkLearner } from '../repositories/learners.ts';
import { accessRow, full, keys, locked, openDossier } from '../testing/fixtures.ts';
import {
  administrator,
  as,
  denied,
  grant,
  newClass,
  pedagogue,
  people,
  register,
  today,
  worker,
} from './office.ts';

export function classes(): void {
  describe('classes (issue 4, section 1)', () => {
    it('are made and led by leadership and administrators of the school; names once a year', async () => {
      const classId = await newClass('5.b', people.teacher, administrator);
      expect(await as(pedagogue, (tx) => presentTeacher(tx, classId))).toBe(people.teacher);
      await expect(newClass('5.b')).rejects.toThrow('already');
      for (const other of [pedagogue, people.teacher, people.stranger]) {
        await expect(newClass('7.a', undefined, other)).rejects.toMatchObject(denied);
        await expect(as(other, (tx) => setTeacher(tx, classId, other, today))).rejects.toMatchObject(denied);
      }
      expect(await as(people.stranger, (tx) => loadClass(tx, classId))).toBeNull();
      expect(await as(people.stranger, (tx) => classesOf(tx, people.school, '2026/2027'))).toEqual([]);
    });

    it('keep who led them, with dates', async () => {
      const classId = await newClass('5.b', people.teacher);
      await as(people.principal, (tx) => setTeacher(tx, classId, pedagogue, calendarDay('2026-11-16')));
      const history = await as(people.principal, (tx) => teachersOf(tx, [classId]));
      expect(
        history.get(classId)?.map(({ personId, fromOn, untilOn }) => [personId, fromOn, untilOn]),
      ).toEqual([
        [people.teacher, '2026-11-02', '2026-11-16'],
        [pedagogue, '2026-11-16', null],
      ]);
    });

    it('two who name a teacher at once wait for each other, and one teacher leads', async () => {
      const classId = await newClass('5.b', people.teacher);
      const name = (teacherId: string) =>
        as(people.principal, (tx) => setTeacher(tx, classId, teacherId, today));
      await Promise.all([name(pedagogue), name(people.principal), name(people.teacher), name(pedagogue)]);
      const history = (await as(people.principal, (tx) => teachersOf(tx, [classId]))).get(classId) ?? [];
      expect(history).toHaveLength(5);
      expect(history.filter(({ untilOn }) => untilOn === null)).toHaveLength(1);
    });

    it('go over as a whole, also by an administrator, who sees no learner; foreign classes do not', async () => {
      const [from, to] = [await newClass('5.b'), await newClass('6.b')];
      const id = await register({}, { classId: from });
      expect(await as(administrator, (tx) => moveClass(tx, from, to, calendarDay('2026-11-03')))).toBe(1);
      const opened = await as(pedagogue, (tx) => openProfiles(tx, keys, [id]));
      expect(opened.get(id)?.className).toBe('6.b');
      for (const other of [pedagogue, people.stranger]) {
        await expect(as(other, (tx) => moveClass(tx, to, from, today))).rejects.toMatchObject(denied);
      }
    });

    it('take all open dossiers of their learners along, seen or not, and give them to nobody else', async () => {
      const classId = await newClass('5.b');
      const id = await register({}, { classId });
      const dossierId = await as(pedagogue, async (tx) => {
        const dossier = await openDossier(tx, people, [full(pedagogue)]);
        await linkLearner(tx, dossier.id, id);
        return dossier.id;
      });
      await grant(
        dossierId,
        full(pedagogue),
        accessRow({ kind: 'person', id: people.principal }, 'excluded'),
      );
      const found = await as(people.principal, (tx) => lockDossiersOfClass(tx, classId));
      expect(found.map((one) => one.id)).toEqual([dossierId]);
      for (const other of [pedagogue, people.stranger, worker]) {
        expect(await as(other, (tx) => lockDossiersOfClass(tx, classId))).toEqual([]);
      }
      await expect(as(people.principal, (tx) => locked(tx, dossierId))).rejects.toThrow('not found');
    });
  });
}
