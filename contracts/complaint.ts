/** What stands before a complaint about a late duty (rules of conduct 14). */
import { z } from 'zod';
import { answerList, day, dutyRef, flag, id, instant } from './values.ts';

const mark = z
  .strictObject({ at: instant, byName: z.string().nullable() })
  .meta({ id: 'PreparationMark', description: 'That something was done, when and by whom.' });

export const beforeComplaintQuery = z.strictObject({ dutyKey: dutyRef });

export const beforeComplaint = z
  .strictObject({
    skipped: flag.describe('Danger: nothing of this stands before it.'),
    held: flag.describe('A reply came by mail and waits for somebody’s word: first that.'),
    receiver: z
      .strictObject({
        id,
        name: z.string(),
        heads: answerList(z.strictObject({ name: z.string(), phone: z.string().nullable() })),
        headsElsewhere: z
          .string()
          .nullable()
          .describe('Whose heads these are, where those of the owing side must not know (R 3).'),
      })
      .nullable(),
    goesTo: z
      .strictObject({ id, name: z.string() })
      .nullable()
      .describe('Who decides about the complaint: never who owes. Null: a state body, by a person.'),
    delivery: z
      .strictObject({
        referralId: id,
        channelCode: z.string(),
        regNo: z.string().nullable(),
        sentOn: day,
        receivedOn: day.nullable(),
        acknowledged: z.enum(['accepted', 'declined', 'redirected']).nullable(),
      })
      .nullable()
      .describe('Sent, received and accepted are kept apart; null where the duty answers no referral.'),
    asked: answerList(mark),
    calls: answerList(mark.extend({ resultCode: z.string() })),
    accounts: answerList(mark).describe('The owing side’s own, in its words in the case.'),
    draft: z.strictObject({ complaintId: id, at: instant }).nullable(),
    windowUntil: day.nullable().describe('Last day on which the owing side may answer or add its account.'),
    filed: flag,
    missing: answerList(z.enum(['asked', 'called', 'draft'])),
    mayGo: flag.describe('Everything is done and the owing side has had its time.'),
  })
  .meta({ id: 'BeforeComplaint' });
export type BeforeComplaint = z.infer<typeof beforeComplaint>;
