/**
 * A story file: what happens in one case, told with days counted from its beginning, for `preview` (what would be
 * due) and `simulate` (played on the real stack). Persons and institutions are invented.
 */
import { z } from 'zod';
import type { EventType } from '../domain/dossier/event.ts';
import { type CalendarDay, calendarDay } from '../domain/time.ts';
import { dataSchema, eventTypes, factExtras } from './event.ts';
import { institutionKind, role } from './parties.ts';
import { dueRule } from './procedure-file.ts';
import { storyDayOf, storyMomentOf } from './story-moments.ts';
import { bilingual, count, day, dutyRef, id, label, line } from './values.ts';

/** Any day will do to see whether a text is a day or moment at all. */
const anyDay: CalendarDay = calendarDay('2000-01-01');

const storyDay = z
  .string({ error: 'notAStoryDay' })
  .refine((text) => storyDayOf(text, anyDay) !== null, { error: 'notAStoryDay' })
  .describe('`2026-11-21`, or `+12d`: 12 days after the beginning.');

const storyMoment = z
  .string({ error: 'notAStoryMoment' })
  .refine((text) => storyMomentOf(text, anyDay) !== null, { error: 'notAStoryMoment' })
  .describe('`2026-11-21 18:00` or `+12d 18:00` by the clock in Riga.');

/** A fact of a story. `ref` is what other facts call it by, where they name a fact by its id. */
export type StoryFact = {
  readonly type: EventType;
  readonly ref?: string;
  readonly at: string;
  readonly recordedAt?: string;
  readonly by: string;
  readonly acute?: boolean;
  readonly settles?: readonly string[];
  readonly words?: string;
  readonly data: Readonly<Record<string, unknown>>;
};

function storyFactOf(type: EventType) {
  return z.strictObject({
    type: z.literal(type),
    ref: id.exactOptional(),
    at: storyMoment,
    recordedAt: storyMoment.exactOptional().describe('When somebody entered it; `at` where left out.'),
    by: id,
    ...factExtras,
    data: dataSchema(type, { day: storyDay, moment: storyMoment }),
  });
}

const [firstFact, ...otherFacts] = eventTypes.map(storyFactOf);
if (firstFact === undefined) throw new Error('The vocabulary is empty');
const storyFact = z.discriminatedUnion('type', [firstFact, ...otherFacts]) as unknown as z.ZodType<
  StoryFact,
  StoryFact
>;

const municipality = z.strictObject({
  startDate: storyDay.exactOptional(),
  movedDaysOn: z.boolean().exactOptional(),
  switchedOn: z.array(dutyRef).exactOptional(),
  switchedOff: z.array(dutyRef).exactOptional(),
  adoptedTerms: z
    .record(dutyRef, z.strictObject({ documentNo: label, from: storyDay, due: dueRule.exactOptional() }))
    .exactOptional(),
  escalation: z
    .strictObject({
      head: count.exactOptional(),
      waitingSide: count.exactOptional(),
      propose: count.exactOptional(),
    })
    .exactOptional(),
  replyCeilingMonths: count.exactOptional(),
});

const parties = z.strictObject({
  institutions: z
    .array(
      z.strictObject({
        id,
        kind: institutionKind,
        name: line,
        hasActiveUser: z.boolean().exactOptional().describe('True where left out.'),
      }),
    )
    .min(1, { error: 'emptyList' }),
  people: z
    .array(
      z.strictObject({
        id,
        name: line,
        institutionId: id,
        roles: z.array(role).min(1, { error: 'emptyList' }),
      }),
    )
    .min(1, { error: 'emptyList' }),
  school: id.describe('The learner’s school, or the institution whose school year this is.'),
  classTeacher: id.exactOptional(),
});

export const story = z
  .strictObject({
    title: bilingual.describe('What the story shows.'),
    procedure: label,
    begins: day,
    until: storyMoment,
    municipality,
    parties,
    facts: z.array(storyFact).min(1, { error: 'emptyList' }).max(500, { error: 'tooMany' }),
  })
  .superRefine(({ parties: { institutions, people, school, classTeacher }, facts }, context) => {
    const institutionIds = institutions.map((one) => one.id);
    const peopleIds = people.map((one) => one.id);
    const say = (message: string, path: (string | number)[]) =>
      context.addIssue({ code: 'custom', message, path });
    const mustBeNamed = (value: string, named: readonly string[], path: (string | number)[]) => {
      if (!named.includes(value)) say('notNamedHere', path);
    };
    const mustBeOnce = (list: readonly (string | undefined)[], path: string[], field: string) => {
      for (const [index, one] of list.entries()) {
        if (one !== undefined && list.indexOf(one) < index) say('duplicate', [...path, index, field]);
      }
    };
    mustBeOnce(institutionIds, ['parties', 'institutions'], 'id');
    mustBeOnce(peopleIds, ['parties', 'people'], 'id');
    mustBeOnce(
      facts.map((fact) => fact.ref),
      ['facts'],
      'ref',
    );
    mustBeNamed(school, institutionIds, ['parties', 'school']);
    if (classTeacher !== undefined) mustBeNamed(classTeacher, peopleIds, ['parties', 'classTeacher']);
    for (const [index, person] of people.entries()) {
      mustBeNamed(person.institutionId, institutionIds, ['parties', 'people', index, 'institutionId']);
    }
    for (const [index, fact] of facts.entries()) mustBeNamed(fact.by, peopleIds, ['facts', index, 'by']);
  })
  .meta({ id: 'Story', description: 'A case told in facts, to see what would be owed.' });
export type Story = z.infer<typeof story>;
