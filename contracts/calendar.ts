/** The working calendar on the wire. */
import { z } from 'zod';
import { answerList, bilingual, day } from './values.ts';

/** Query of a stretch of days, both ends included. */
export const calendarQuery = z.strictObject({ from: day, until: day });

export const calendarDay = z
  .strictObject({
    day,
    working: z.boolean(),
    name: bilingual.nullable().describe('Why it is not worked: a holiday, a moved day off, the weekend.'),
  })
  .meta({ id: 'CalendarDay' });

export const calendarAnswer = z
  .strictObject({
    version: z.string().describe('Names the content: equal version, equal days.'),
    days: answerList(calendarDay),
  })
  .meta({ id: 'CalendarAnswer' });
export type CalendarAnswer = z.infer<typeof calendarAnswer>;
