/** How a school's classes stand on the wire, and what is decided about thresholds reached there (rules of conduct 16). */
import { z } from 'zod';
import { learnerInShort } from './duty.ts';
import { answerList, bilingual, count, day, flag, id, label, text } from './values.ts';

const reachedBy = z
  .strictObject({
    dossierId: id,
    caseNumber: z.string(),
    learner: learnerInShort.unwrap().describe('In short, as lists do.'),
    from: day.describe('First day of the month in which it was reached.'),
    until: day,
    count: count.nullable().describe('Null where only that it was reached was recorded.'),
  })
  .meta({ id: 'ThresholdReachedBy' });

const classThreshold = z
  .strictObject({
    thresholdId: z.string(),
    title: bilingual,
    operator: z.enum(['>=', '>']),
    amount: count,
    starts: bilingual.describe('The duty that starts where a person decides that it is needed.'),
    sources: answerList(z.string()),
    learners: answerList(reachedBy),
  })
  .meta({ id: 'ClassThreshold' });

export const classOverview = z
  .strictObject({
    classes: answerList(
      z
        .strictObject({
          classId: id.nullable().describe('Null for learners of the school who are in no class.'),
          name: z.string(),
          learners: count.describe('With an open concern or case that the caller sees.'),
          openDuties: count,
          lateDuties: count,
          thresholds: answerList(classThreshold).describe(
            'Those that propose and about which nobody has decided. A legal threshold starts its duty by itself.',
          ),
        })
        .meta({ id: 'ClassStanding' }),
    ),
  })
  .meta({ id: 'ClassOverview' });
export type ClassOverview = z.infer<typeof classOverview>;

/** More than any class has. */
const mostLearners = 60;

const decision = z.strictObject({
  dossierId: id,
  needed: flag.describe('What the threshold proposes starts; else it is recorded that it is not needed.'),
  reason: text.exactOptional().describe('Of this learner alone.'),
});

export const thresholdDecisions = z
  .strictObject({
    thresholdId: label,
    text: text
      .exactOptional()
      .describe('Typed once, for the record of each learner. Refused where it names one of them.'),
    learners: z
      .array(decision, { error: 'notAList' })
      .min(1, { error: 'emptyList' })
      .max(mostLearners, { error: 'tooMany' }),
  })
  .superRefine((body, context) => {
    const met = new Set<string>();
    for (const [index, { dossierId, needed, reason }] of body.learners.entries()) {
      const issue = (message: string, field: string) =>
        context.addIssue({ code: 'custom', message, path: ['learners', index, field] });
      if (met.has(dossierId.toLowerCase())) issue('duplicate', 'dossierId');
      met.add(dossierId.toLowerCase());
      if (!needed && reason === undefined && body.text === undefined) issue('missing', 'reason');
    }
  })
  .meta({ id: 'ThresholdDecisions' });
export type ThresholdDecisions = z.infer<typeof thresholdDecisions>;

export const thresholdsDecided = z
  .strictObject({ learners: count, repeated: z.boolean() })
  .meta({ id: 'ThresholdsDecided' });
export type ThresholdsDecided = z.infer<typeof thresholdsDecided>;
