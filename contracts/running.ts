/** A case that ran before the product was there, and what was taken over with it (rules of conduct 15). */
import { z } from 'zod';
import { importedChannels, importedReferralKinds, reviewResults } from '../domain/import/columns.ts';
import { dutyStatus } from './duty.ts';
import { answerList, bilingual, count, day, dutyRef, id, instant, label } from './values.ts';

const mostReferrals = 20;
const mostDuties = 500;

export const runningToRecord = z
  .strictObject({
    learnerId: id,
    managerId: id.describe('Somebody of the municipality: the case’s lead.'),
    level: z.enum(['1', '2', '3']),
    openedOn: day.describe('Before the municipality’s start date.'),
    lastTalkOn: day.exactOptional(),
    lastReview: z
      .strictObject({ heldOn: day, resultCode: z.enum(reviewResults) })
      .exactOptional()
      .describe('The last one with the learner.'),
    referrals: z
      .array(
        z.strictObject({
          receiverId: id,
          kindCode: z.enum(importedReferralKinds),
          sentOn: day,
          channelCode: z.enum(importedChannels),
          regNo: label.exactOptional(),
        }),
        { error: 'notAList' },
      )
      .max(mostReferrals, { error: 'tooMany' })
      .exactOptional()
      .describe('Those that nobody has answered yet.'),
    nextMeetingAt: instant.exactOptional(),
  })
  .meta({ id: 'RunningCase' });
export type RunningToRecord = z.infer<typeof runningToRecord>;

export const runningPreview = z
  .strictObject({
    duties: answerList(
      z.strictObject({
        kind: z.string(),
        title: bilingual,
        status: dutyStatus.describe(
          '`takenOver`: from before the start date, to be dated, settled or dropped.',
        ),
        dueDay: day.nullable(),
        explanation: bilingual,
      }),
    ),
  })
  .meta({ id: 'RunningPreview' });

const duties = z
  .array(z.strictObject({ dossierId: id, dutyKey: dutyRef }), { error: 'notAList' })
  .min(1, { error: 'emptyList' })
  .max(mostDuties, { error: 'tooMany' })
  .superRefine((list, context) => {
    const met = new Set<string>();
    for (const [index, { dossierId, dutyKey }] of list.entries()) {
      const one = `${dossierId.toLowerCase()} ${dutyKey}`;
      if (met.has(one)) context.addIssue({ code: 'custom', message: 'duplicate', path: [index] });
      met.add(one);
    }
  });

export const takeOver = z
  .discriminatedUnion('act', [
    z.strictObject({
      act: z.literal('date'),
      newDueOn: day.describe('From then on due like any other.'),
      duties,
    }),
    z.strictObject({ act: z.literal('settle').describe('It was done before the start.'), duties }),
    z.strictObject({ act: z.literal('drop').describe('It is not needed.'), duties }),
  ])
  .meta({ id: 'TakeOver' });

export const takenOver = z
  .strictObject({ duties: count, dossiers: count, repeated: z.boolean() })
  .meta({ id: 'TakenOver' });
