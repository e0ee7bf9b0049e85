/** Classes and their teachers. */
import { describe, expect, it } from 'vitest';
import type { Actor } from '../../application/application.ts';
import type { DossierDetail, Written } from '../../contracts/dossier.ts';
import type { ClassLearners, ClassList, ClassWritten } from '../../contracts/school-class.ts';
import {
  farPrincipal,
  get,
  newClass,
  openDossier,
  otherPrincipal,
  pedagogue,
  place,
  post,
  product,
  read,
  register,
  schoolYear,
  teacherOf,
} from './office.ts';

export function schoolClasses(): void {
  describe('classes', () => {
    it('list who leads them in Latvian order, and their learners to those who see them', async () => {
      const classId = await newClass(place.teacher);
      const [second, first] = [
        await register(pedagogue, { classId, lastName: 'Čigāne', firstName: 'Una' }),
        await register(pedagogue, { classId, lastName: 'Cīrule', firstName: 'Una' }),
      ];
      const inClass = async (actor: Actor) =>
        (await get(actor, `/classes/${classId}/learners`)).json<ClassLearners>().learners.map(({ id }) => id);
      expect(await inClass(place.teacher)).toEqual([first, second]);
      expect(await inClass(place.otherTeacher)).toEqual([]);
      const list = (
        await get(place.schoolAdministrator, `/classes?schoolYear=${schoolYear}`)
      ).json<ClassList>();
      expect(list.classes.find(({ id }) => id === classId)?.teachers).toMatchObject([
        { personId: place.teacher.personId, fromOn: '2026-09-01', untilOn: null },
      ]);
      expect((await get(otherPrincipal, `/classes?schoolYear=${schoolYear}`)).json()).toEqual({
        classes: [],
      });
    });

    it('twice the same name, a stranger as teacher, a day to come: refused', async () => {
      const body = { schoolYear, name: 'viena.x', fromOn: '2026-11-20' };
      expect((await post(place.principal, '/classes', body)).statusCode).toBe(201);
      const again = await post(place.principal, '/classes', body);
      expect(again.json()).toMatchObject({ code: 'classExists' });
      const stranger = await post(place.principal, '/classes', {
        ...body,
        name: '2.y',
        teacherId: farPrincipal.personId,
      });
      expect(stranger.json()).toMatchObject({ code: 'personUnknown' });
      const early = await post(place.principal, '/classes', { ...body, name: '2.y', fromOn: '2026-11-21' });
      expect(early.json()).toMatchObject({ code: 'dateInFuture', path: 'fromOn' });
    });

    it('open dossiers follow a new class teacher: duties, access, and the old one’s end', async () => {
      const classId = await newClass(place.teacher);
      const learnerId = await register(pedagogue, { classId });
      const opened = await openDossier(pedagogue, { learnerId });
      const { dossierId } = opened.json<Written>();
      expect(await teacherOf(dossierId)).toBe(place.teacher.personId);
      expect(
        (await get(place.teacher, `/dossiers/${dossierId}`)).json<DossierDetail>().learner?.firstName,
      ).toBe('Anna');
      expect((await get(place.otherTeacher, `/dossiers/${dossierId}`)).statusCode).toBe(404);
      const change = { teacherId: place.otherTeacher.personId, fromOn: '2026-11-20' };
      const answer = await post(place.schoolAdministrator, `/classes/${classId}/teacher`, change);
      expect(answer.json()).toEqual({ classId, repeated: false });
      expect(await teacherOf(dossierId)).toBe(place.otherTeacher.personId);
      expect((await get(place.teacher, `/dossiers/${dossierId}`)).statusCode).toBe(404);
      expect((await get(place.otherTeacher, `/dossiers/${dossierId}`)).statusCode).toBe(200);
      const owed = await product.sql`select distinct owed_by_person from duty
      where dossier_id = ${dossierId} and owed_by_role in ('classTeacher', 'caseManager')`;
      expect(owed.map((row) => String(row['owed_by_person']))).toEqual([place.otherTeacher.personId]);
    });

    it('R 3: a dossier from which the head is excluded follows too, and the head learns nothing of it', async () => {
      const classId = await newClass(place.teacher);
      const learnerId = await register(pedagogue, { classId });
      const { dossierId } = (await openDossier(pedagogue, { learnerId })).json<Written>();
      const exclude = { type: 'person.excluded', occurredAt: '2026-11-20T09:00:00.000Z' };
      const data = { personId: place.principal.personId, groundCode: 'relative' };
      const excluded = await post(place.teacher, `/dossiers/${dossierId}/facts`, {
        facts: [{ ...exclude, data }],
      });
      expect(excluded.statusCode, excluded.body).toBe(201);
      expect((await get(place.principal, `/learners/${learnerId}`)).statusCode).toBe(404);
      const change = { teacherId: place.otherTeacher.personId, fromOn: '2026-11-20' };
      const answer = await post(place.principal, `/classes/${classId}/teacher`, change);
      expect(answer.json()).toEqual({ classId, repeated: false });
      expect(await teacherOf(dossierId)).toBe(place.otherTeacher.personId);
      expect((await get(place.principal, `/dossiers/${dossierId}`)).statusCode).toBe(404);
    });

    it('a whole class moves to the next year: learners, class name, teacher, dossiers, history', async () => {
      const classId = await newClass(place.teacher);
      const learnerId = await register(pedagogue, { classId });
      const { dossierId } = (await openDossier(pedagogue, { learnerId })).json<Written>();
      const next = {
        schoolYear: '2027/2028',
        name: 'nākamā.x',
        teacherId: place.otherTeacher.personId,
        fromOn: '2026-11-20',
      };
      const moved = await post(place.principal, `/classes/${classId}/next`, next);
      expect(moved.statusCode, moved.body).toBe(201);
      const learner = await read(pedagogue, learnerId);
      expect(learner).toMatchObject({ className: 'nākamā.x', classId: moved.json<ClassWritten>().classId });
      expect(learner.enrolments.map((one) => [one.classId, one.untilOn])).toEqual([
        [learner.classId, null],
        [classId, '2026-11-20'],
      ]);
      expect(await teacherOf(dossierId)).toBe(place.otherTeacher.personId);
      const list = (await get(place.principal, `/classes?schoolYear=${schoolYear}`)).json<ClassList>();
      expect(list.classes.find(({ id }) => id === classId)?.teachers[0]?.untilOn).toBe('2026-11-20');
    });
  });
}
