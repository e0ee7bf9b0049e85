/** Classes of a file, for the school acted for. */
import {
  classesOf,
  insertClass,
  lockDossiersOfClass,
  setTeacher,
  teachersOf,
} from '../../db/repositories/classes.ts';
import { peopleByMail } from '../../db/repositories/staff.ts';
import { type CalendarDay, calendarDay, dayOf, minOf } from '../../domain/time.ts';
import { followTeacher } from '../commands/follow-teacher.ts';
import { onlyForSchools, type Plan, type PlannedRow, type Planning, takeNotes } from './plan.ts';

/** A class that is there keeps its teacher; one that has none gets the one named. */
export async function planClasses(planning: Planning<'classes'>): Promise<Plan> {
  const { tx, office, now, rows } = planning;
  const { institution } = office;
  const notSchool = onlyForSchools(office);
  if (notSchool !== null) return notSchool;
  const notes = takeNotes();
  const today = dayOf(now);
  const mails = [...new Set(rows.flatMap(({ value }) => value.teacherMail ?? []))];
  const staff = await peopleByMail(tx, institution.municipalityId, mails, now);
  const years = [...new Set(rows.map(({ value }) => value.schoolYear))];
  const there = (await Promise.all(years.map((year) => classesOf(tx, institution.id, year)))).flat();
  const teachers = await teachersOf(
    tx,
    there.map(({ id }) => id),
  );
  const known = new Map(there.map((one) => [`${one.schoolYear} ${one.name}`, one]));
  const met = new Set<string>();
  const planned: PlannedRow[] = [];
  const writes: (() => Promise<void>)[] = [];

  for (const { row, value } of rows) {
    const name = `${value.schoolYear} ${value.name}`;
    if (met.has(name)) notes.problem(row, 'name', 'twiceInFile');
    met.add(name);
    const fromOn = value.teacherFrom ?? minOf(today, calendarDay(`${value.schoolYear.slice(0, 4)}-09-01`));
    if (fromOn > today) notes.problem(row, 'teacherFrom', 'dayInFuture');
    const teacherId = teacherOf(value.teacherMail);
    if (teacherId === undefined) {
      notes.problem(row, 'teacherMail', 'personUnknown');
      continue;
    }
    const before = known.get(name);
    if (before === undefined) {
      planned.push({ row, outcome: 'created' });
      writes.push(async () => {
        const made = await insertClass(
          tx,
          { institutionId: institution.id, schoolYear: value.schoolYear, name: value.name },
          now,
        );
        // Made by somebody else since it was looked for: theirs is the class of that name.
        if (made !== null && teacherId !== null) await setTeacher(tx, made.id, teacherId, fromOn);
      });
      continue;
    }
    const leads = teachers.get(before.id)?.find(({ untilOn }) => untilOn === null)?.personId;
    if (teacherId !== null && leads === undefined) {
      planned.push({ row, outcome: 'extended' });
      writes.push(() => lead(before.id, teacherId, fromOn));
      continue;
    }
    if (teacherId !== null && leads !== teacherId) notes.hint(row, 'teacherMail', 'leftAsIs');
    planned.push({ row, outcome: 'known' });
  }

  /** Undefined where nobody of that address works here. */
  function teacherOf(mail: string | null): string | null | undefined {
    if (mail === null) return null;
    const here = (staff.get(mail) ?? []).filter(({ roles }) =>
      roles.some(({ institutionId, fromAt }) => institutionId === institution.id && fromAt <= now),
    );
    return here.length === 1 ? here[0]?.id : undefined;
  }

  async function lead(classId: string, teacherId: string, fromOn: CalendarDay): Promise<void> {
    await setTeacher(tx, classId, teacherId, fromOn);
    // The sweep wakes their clocks.
    await followTeacher(tx, await lockDossiersOfClass(tx, classId), teacherId, now, 'quiet');
  }

  return {
    rows: planned,
    problems: notes.problems,
    hints: notes.hints,
    write: async () => {
      for (const write of writes) await write();
    },
  };
}
