/** Referrals on the wire: what was sent to whom, what became of it, and what is owed for it. */
import { z } from 'zod';
import { channel as channels } from '../domain/dossier/vocabulary/codes.ts';
import { referralVocabulary } from '../domain/dossier/vocabulary/referral.ts';
import { dutyView, learnerInShort } from './duty.ts';
import { pagingQuery } from './paging.ts';
import { answerList, day, flag, id } from './values.ts';

const kindCode = z.enum(referralVocabulary['referral.sent'].fields.kindCode.codes);
const channel = z.enum(channels.codes);

const place = z
  .strictObject({ id, name: z.string().nullable(), municipality: z.string().nullable() })
  .meta({ id: 'ReferralPlace', description: 'An institution by its name and municipality.' });

const supplement = z
  .strictObject({
    requestId: id.describe('The fact by which it was asked for; `referral.supplemented` names it.'),
    askedOn: day,
    wantedBy: day.nullable(),
    missingCodes: answerList(z.string()),
    givenOn: day.nullable(),
  })
  .meta({ id: 'ReferralSupplement' });

export const referralView = z
  .strictObject({
    dossierId: id,
    referralId: id,
    caseNumber: z.string(),
    phase: z.enum(['concern', 'case']),
    side: z.enum(['in', 'out']).describe('Addressed to the institution that is acted for, or sent by it.'),
    kindCode,
    channelCode: channel,
    regNo: z.string().nullable(),
    sender: place,
    receiver: place,
    learner: learnerInShort,
    waitsFor: z
      .enum(['us', 'others', 'nobody'])
      .describe(
        'Who owes something for it now; what came back, declined or redirected, waits for its sender.',
      ),
    sentOn: day,
    answerWanted: flag,
    wishedBy: day.nullable(),
    received: z
      .strictObject({
        on: day,
        howKnownCode: z.enum(referralVocabulary['referral.received'].fields.howKnownCode.codes),
      })
      .nullable(),
    acknowledged: z
      .strictObject({
        on: day,
        outcomeCode: z.enum(referralVocabulary['referral.acknowledged'].fields.outcomeCode.codes),
        reasonCode: z.string().nullable(),
        redirectedTo: place.nullable(),
      })
      .nullable(),
    supplements: answerList(supplement).describe('What was asked for in addition, and when it was given.'),
    evaluated: z
      .strictObject({
        on: day,
        outcomeCode: z.enum(referralVocabulary['evaluation.completed'].fields.outcomeCode.codes),
      })
      .nullable()
      .describe('Its outcome; its words stay with those who made it.'),
    answered: z
      .strictObject({
        on: day,
        how: z.enum(['sent', 'reported', 'feedback']),
        channelCode: channel.nullable(),
        disputed: flag,
      })
      .nullable(),
    postponed: z.strictObject({ until: day, reasonCode: z.string() }).nullable(),
    withdrawn: z
      .strictObject({
        on: day,
        reasonCode: z.enum(referralVocabulary['referral.withdrawn'].fields.reasonCode.codes),
      })
      .nullable(),
    duties: answerList(dutyView).describe('Open ones that the referral started, the most urgent first.'),
    acts: answerList(z.enum(['answerReferral', 'refer', 'recordWork'])).describe(
      'What the caller may do about it.',
    ),
  })
  .meta({ id: 'ReferralView' });
export type ReferralView = z.infer<typeof referralView>;

/** Query of a list of referrals. */
export const referralQuery = pagingQuery.extend({
  side: z.enum(['in', 'out']).exactOptional().describe('Received or sent; both where left out.'),
  status: z
    .enum(['waitsForUs', 'waitsForOthers', 'open', 'closed'])
    .exactOptional()
    .describe('`closed`: answered, withdrawn or with nothing to answer.'),
  kindCode: kindCode.exactOptional(),
  dossierId: id.exactOptional(),
  caseNumber: z
    .string({ error: 'notText' })
    .regex(/^[\d-]{1,20}$/, { error: 'notText' })
    .exactOptional()
    .describe('A part of the case number.'),
});
