/** Classes of a school year on the wire. */
import { z } from 'zod';
import { learnerHit } from './learner.ts';
import { answerList, day, id, label } from './values.ts';

export const schoolYear = z
  .string({ error: 'notALabel' })
  .regex(/^\d{4}\/\d{4}$/, { error: 'notALabel', abort: true })
  .refine((text) => Number(text.slice(5)) === Number(text.slice(0, 4)) + 1, { error: 'notALabel' })
  .meta({ id: 'SchoolYear', description: 'Two years that follow each other: `2026/2027`.' });

export const classQuery = z.strictObject({ schoolYear });

export const classToMake = z
  .strictObject({ schoolYear, name: label, teacherId: id.exactOptional(), fromOn: day })
  .meta({ id: 'ClassToMake' });

export const classTeacherToSet = z
  .strictObject({ teacherId: id, fromOn: day })
  .meta({ id: 'ClassTeacherToSet' });

export const nextClass = z.strictObject({ schoolYear, name: label, teacherId: id, fromOn: day }).meta({
  id: 'NextClass',
  description: 'The class as it goes on: its learners and their open dossiers follow.',
});

export const classWritten = z
  .strictObject({ classId: id, repeated: z.boolean() })
  .meta({ id: 'ClassWritten' });
export type ClassWritten = z.infer<typeof classWritten>;

export const classList = z
  .strictObject({
    classes: answerList(
      z.strictObject({
        id,
        schoolYear: z.string(),
        name: z.string(),
        teachers: answerList(
          z.strictObject({
            personId: id,
            name: z.string(),
            fromOn: day,
            untilOn: day.nullable().describe('The first day on which somebody else led; null = leads now.'),
          }),
        ),
      }),
    ),
  })
  .meta({ id: 'ClassList' });
export type ClassList = z.infer<typeof classList>;

export const classLearners = z
  .strictObject({ learners: answerList(learnerHit) })
  .meta({ id: 'ClassLearners' });
export type ClassLearners = z.infer<typeof classLearners>;
