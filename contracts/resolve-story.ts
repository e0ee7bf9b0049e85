/** Puts real days and moments into a story. */
import { type EventType, shapeOf } from '../domain/dossier/event.ts';
import { type CalendarDay, compare, type Instant } from '../domain/time.ts';
import type { FactToRecord } from './event.ts';
import type { Story, StoryFact } from './story.ts';
import { storyDayOf, storyMomentOf } from './story-moments.ts';

/** A fact of a story at its moment, with the institution for which its author acts. */
export type ResolvedFact = {
  /** Its `ref`, or `fact-` and its place in the file, from 1. */
  readonly ref: string;
  readonly recordedAt: Instant;
  readonly by: string;
  readonly institution: string;
  readonly fact: FactToRecord & { readonly occurredAt: Instant };
};

export type ResolvedStory = {
  readonly begins: CalendarDay;
  readonly until: Instant;
  /** In the order in which they were entered. */
  readonly facts: readonly ResolvedFact[];
};

/** Throws a RangeError where the story was not parsed by its schema. */
export function resolveStory(story: Story): ResolvedStory {
  const { begins, parties } = story;
  const institutionOf = new Map(parties.people.map((person) => [person.id, person.institutionId]));
  const facts = story.facts.map((fact, index): ResolvedFact => {
    const occurredAt = momentIn(fact.at, begins);
    const { type, acute, settles, words } = fact;
    return {
      ref: fact.ref ?? `fact-${index + 1}`,
      recordedAt: fact.recordedAt === undefined ? occurredAt : momentIn(fact.recordedAt, begins),
      by: fact.by,
      institution: institutionOf.get(fact.by) ?? parties.school,
      fact: {
        type,
        occurredAt,
        ...(acute === undefined ? {} : { acute }),
        ...(settles === undefined ? {} : { settles }),
        ...(words === undefined ? {} : { words }),
        data: dataIn(fact, begins),
      } as ResolvedFact['fact'],
    };
  });
  return {
    begins,
    until: momentIn(story.until, begins),
    facts: facts.sort((a, b) => compare(a.recordedAt, b.recordedAt)),
  };
}

function dataIn({ type, data }: StoryFact, begins: CalendarDay): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(data).map(([name, value]) => [name, valueIn(type, name, value, begins)]),
  );
}

function valueIn(type: EventType, name: string, value: unknown, begins: CalendarDay): unknown {
  const kind = shapeOf(type).fields[name]?.kind;
  if (typeof value !== 'string') return value;
  if (kind === 'moment') return momentIn(value, begins);
  return kind === 'day' ? dayIn(value, begins) : value;
}

function momentIn(text: string, begins: CalendarDay): Instant {
  const moment = storyMomentOf(text, begins);
  if (moment === null) throw new RangeError(`Not a moment of a story: ${text}`);
  return moment;
}

function dayIn(text: string, begins: CalendarDay): CalendarDay {
  const day = storyDayOf(text, begins);
  if (day === null) throw new RangeError(`Not a day of a story: ${text}`);
  return day;
}
