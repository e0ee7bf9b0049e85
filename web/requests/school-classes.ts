/** Classes of the school acted for. */
import { queryOptions } from '@tanstack/react-query';
import type { z } from 'zod';
import type * as classes from '../../contracts/school-class.ts';
import { ask } from './request.ts';
import type { Typed } from './typed.ts';

export type SchoolClass = classes.ClassList['classes'][number];
type ClassToMake = Typed<z.input<typeof classes.classToMake>>;
type ClassTeacherToSet = Typed<z.input<typeof classes.classTeacherToSet>>;
type NextClass = Typed<z.input<typeof classes.nextClass>>;
type OfClass<T> = { readonly classId: string; readonly body: T };

export function classesQuery(schoolYear: string) {
  return queryOptions({
    queryKey: ['classes', schoolYear],
    queryFn: async ({ signal }) =>
      (await ask<classes.ClassList>(`/classes?schoolYear=${encodeURIComponent(schoolYear)}`, { signal }))
        .classes,
  });
}

export function makeClass(body: ClassToMake, idempotencyKey: string): Promise<classes.ClassWritten> {
  return ask('/classes', { method: 'POST', body, idempotencyKey });
}

export function changeClassTeacher(
  { classId, body }: OfClass<ClassTeacherToSet>,
  idempotencyKey: string,
): Promise<classes.ClassWritten> {
  return ask(`/classes/${classId}/teacher`, { method: 'POST', body, idempotencyKey });
}

export function moveClass(
  { classId, body }: OfClass<NextClass>,
  idempotencyKey: string,
): Promise<classes.ClassWritten> {
  return ask(`/classes/${classId}/next`, { method: 'POST', body, idempotencyKey });
}
