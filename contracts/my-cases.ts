/**
 * Lists of cases on the wire (rules of conduct 26): what somebody with forty cases, or who leads a school, needs to see
 * at once.
 */
import { z } from 'zod';
import { caseLevel } from './dossier.ts';
import { dutyView } from './duty.ts';
import { answerList, count, day, id } from './values.ts';

const myCase = z
  .strictObject({
    dossierId: id,
    caseNumber: z.string(),
    kind: z.enum(['concern', 'case']),
    level: caseLevel,
    learner: z
      .strictObject({ firstName: z.string(), initial: z.string(), className: z.string() })
      .nullable()
      .describe('In short, as lists do.'),
    managerName: z
      .string()
      .nullable()
      .describe('Who leads it. Where nobody is named, the class teacher, for those who see the learner.'),
    lastSeen: z
      .strictObject({
        what: z.enum(['talk', 'review', 'contact']),
        day,
      })
      .nullable()
      .describe('The last talk, review, or contact in which somebody was reached.'),
    next: dutyView.nullable().describe('The open duty that is due first.'),
    waitingFor: dutyView.nullable().describe('The open duty that another institution has owed longest.'),
    openDuties: count,
  })
  .meta({ id: 'MyCase' });

/** Query of the list of cases. */
export const myCasesQuery = z.strictObject({
  whose: z
    .enum(['mine', 'school'])
    .exactOptional()
    .describe(
      '`mine`, also where nothing is said: those that the caller leads, led, opened, or was handed. `school`: all of the school acted for whose learner the caller may see.',
    ),
  classId: id.exactOptional().describe('Only about learners who are in this class now.'),
});

export const myCases = z
  .strictObject({
    items: answerList(myCase),
    more: z.boolean().describe('There are more than are listed.'),
  })
  .meta({ id: 'MyCases' });
export type MyCases = z.infer<typeof myCases>;
