/** Duties on the wire: who owes what to whom by when and why, and how it stands. */
import { z } from 'zod';
import type { BreakHint } from '../domain/calendar/index.ts';
import type { Duty, SettlingFact, Step, StepName, Telling, Told } from '../domain/duty/duty.ts';
import type { DutyStatus } from '../domain/duty/status.ts';
import type { Force } from '../domain/procedure/force.ts';
import { eventTypes } from './event.ts';
import { exactly } from './exactly.ts';
import { explanation, postponementLink, termForce } from './explanation.ts';
import { pagingQuery } from './paging.ts';
import { party } from './parties.ts';
import { answerList, bilingual, count, day, dutyRef, flag, id, instant } from './values.ts';

export const actForce = z.enum(['law', 'must', 'recommended', 'local']).meta({ id: 'ActForce' });

export const force = exactly<Force>()(
  z
    .strictObject({ act: actForce, term: termForce.nullable() })
    .meta({ id: 'Force', description: 'How binding the act is and how binding its term, which differ.' }),
);

export const dutyStatus = exactly<DutyStatus>()(
  z
    .enum([
      'notYet',
      'open',
      'dueToday',
      'late',
      'plannedPassed',
      'untimed',
      'takenOver',
      'answerUnknown',
      'fulfilled',
      'superseded',
      'waived',
      'closed',
    ])
    .meta({ id: 'DutyStatus' }),
);

const settlement = z
  .strictObject({
    how: z.enum(['fulfilled', 'superseded', 'waived', 'closed']),
    at: instant.describe('When it really happened.'),
    day,
    recordedAt: instant.describe('When the product came to know.'),
    eventIds: z.array(id),
  })
  .meta({ id: 'Settlement' });

const told = exactly<Told>()(
  z.strictObject({
    as: z.enum(['owes', 'follows', 'waits', 'head', 'manager', 'principal', 'onCall', 'recorder', 'onCase']),
    to: party,
    except: id.exactOptional().describe('Whose own act it was: not told of it.'),
  }),
);

const telling = exactly<Telling>()(
  z
    .strictObject({
      name: z.enum(['replyReceived', 'answerAsked', 'accountAsked', 'windowOver', 'draftWithdrawn']),
      n: z.int(),
      at: instant,
      until: day.nullable().describe('Of a draft: the last day on which the owing side may answer.'),
      tell: z.array(told),
    })
    .meta({
      id: 'Telling',
      description: 'What was done about the duty and is told at once, whatever its term says.',
    }),
);

const settlingFact = exactly<SettlingFact>()(
  z
    .strictObject({
      type: z.enum(eventTypes),
      data: z
        .record(z.string(), z.union([z.string(), z.boolean(), z.number(), z.array(z.string())]))
        .describe('What is known of it before anybody asks.'),
      part: z.string().exactOptional(),
    })
    .meta({ id: 'SettlingFact', description: 'A fact that would settle the duty, or a part of it.' }),
);

export const duty = exactly<Duty>()(
  z
    .strictObject({
      key: dutyRef,
      kind: z.string(),
      title: bilingual,
      owedBy: party,
      owedTo: z.array(party),
      follower: party
        .nullable()
        .describe('Who looks after it where the product does not write to its owner.'),
      force,
      danger: z.boolean(),
      sameDay: z.boolean(),
      immediate: z.boolean(),
      startedBy: z.array(id),
      startedAt: instant,
      startedDay: day,
      recordedBy: id,
      knownAt: instant.describe('When its owner could first see it.'),
      opensOn: day,
      due: z.strictObject({ at: instant, day }).nullable().describe('Late from `at` on; null is never late.'),
      explanation,
      postponements: z.array(postponementLink),
      generation: z.int(),
      parts: z.array(z.strictObject({ part: z.string(), doneBy: id.nullable() })),
      settled: settlement.nullable(),
      settledBy: z.array(settlingFact).exactOptional(),
      takenOver: z.boolean(),
      answerUnknown: z.boolean(),
      held: z.boolean(),
      tellings: z.array(telling).exactOptional(),
      announced: z.literal(true).exactOptional(),
      ballIntervals: z.array(z.strictObject({ from: day, until: day.nullable() })),
      sources: z.array(z.string()),
    })
    .meta({ id: 'Duty' }),
);

export const stepName = exactly<StepName>()(
  z.enum([
    'first',
    'remindBefore',
    'remindToday',
    'nag',
    'dangerNag',
    'plannedPassed',
    'late',
    'head',
    'waitingSide',
    'propose',
    'replyReceived',
    'answerAsked',
    'accountAsked',
    'windowOver',
    'draftWithdrawn',
    'settled',
  ]),
);

export const step = exactly<Step>()(
  z
    .strictObject({
      name: stepName,
      n: z.int(),
      at: instant,
      urgency: z.enum(['danger', 'own', 'digest']),
      tell: z.array(told),
    })
    .meta({ id: 'Step', description: 'A moment at which somebody is told something about a duty.' }),
);

export const ball = z
  .strictObject({
    holder: z.enum(['owing', 'waiting']),
    owingDays: count,
    waitingDays: count,
  })
  .meta({ id: 'Ball', description: 'Whose turn it is; the days of both sides add up to the calendar days.' });

export const breakFields = {
  name: bilingual,
  from: day,
  until: day.describe('The last day of the break.'),
  words: bilingual.describe('“iekrīt rudens brīvlaikā; termiņš nemainās”'),
};
const breakHint = exactly<BreakHint>()(z.strictObject(breakFields).meta({ id: 'BreakHint' }));

const side = z
  .strictObject({
    party: z.enum(['person', 'institution', 'family', 'outside']),
    words: bilingual.describe('The role or kind of institution, without a name.'),
    institutionName: z.string().nullable(),
    personName: z.string().nullable(),
  })
  .meta({ id: 'Side', description: 'A side of a duty as people call it.' });

export const learnerInShort = z
  .strictObject({ firstName: z.string(), initial: z.string(), className: z.string() })
  .nullable()
  .describe('Whom it is about, in short; null where the caller may not know, or nobody is meant.');

/** A duty, how it stands at the moment of the answer, and the words for it. */
export const dutyView = z
  .strictObject({
    dossierId: id.describe('`what-if` where no dossier is opened yet.'),
    caseNumber: z.string(),
    duty,
    learner: learnerInShort,
    owedBy: side,
    owedTo: answerList(side),
    dueWords: bilingual
      .nullable()
      .describe('When it is due, counted from now: “2 darbdienas (pt., 27. nov.)”.'),
    plannedOn: day
      .nullable()
      .describe('When the caller means to do it, from today on: a plan of their own, no due day.'),
    takenBy: z
      .strictObject({ personId: id, name: z.string() })
      .nullable()
      .describe('Who of the caller’s own institution does what it owes; the institution goes on owing it.'),
    undecided: z
      .strictObject({ referralId: id, kindCode: z.string() })
      .nullable()
      .describe('The referral that it is owed for, while the owing side has not accepted or declined it.'),
    status: dutyStatus,
    daysLate: count,
    daysLeft: z
      .int()
      .nullable()
      .describe('Calendar days until the due day, negative once it has passed; null without one.'),
    dueThisWeek: flag.describe('Due from today until Sunday.'),
    ball,
    explanation: bilingual.describe('Why the due moment is what it is, as a sentence.'),
    latenessWord: bilingual
      .nullable()
      .describe('What may be said of its being late, by the force of its term.'),
    steps: answerList(step).describe('What will still be told, and to whom.'),
    schoolBreak: breakHint
      .nullable()
      .describe('The due day lies in a school break; the term does not change.'),
  })
  .meta({ id: 'DutyView' });
export type DutyView = z.infer<typeof dutyView>;

const yesOrNo = z.enum(['true', 'false']).transform((value) => value === 'true');

/** Query of a list of duties. */
export const dutyQuery = pagingQuery.extend({
  dossierId: id.exactOptional(),
  mine: yesOrNo.exactOptional().describe('Duties that the caller owes, personally or by role.'),
  own: yesOrNo.exactOptional().describe('With `mine`: only what the caller alone owes, or has taken on.'),
  owedToMe: yesOrNo.exactOptional().describe('Duties that others owe to the caller.'),
  owedByInstitutionId: id.exactOptional(),
  owedToInstitutionId: id.exactOptional(),
  kind: dutyRef.exactOptional(),
  status: z
    .enum(['open', 'late', 'settled', 'takenOver'])
    .exactOptional()
    .describe('`takenOver`: open, from before the start date, and not dated yet (R 15).'),
  dueFrom: day.exactOptional(),
  dueUntil: day.exactOptional(),
});
export type DutyQuery = z.infer<typeof dutyQuery>;

/** Who of the institution does what it owes. */
export const dutyToTake = z
  .strictObject({
    dossierId: id,
    dutyKey: dutyRef,
    personId: id
      .nullable()
      .describe(
        'The caller, or whom they hand it to where they manage the institution’s people; null: nobody.',
      ),
  })
  .meta({ id: 'DutyToTake' });
