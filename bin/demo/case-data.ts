/** How the demo's cases are written: as data, with days counted from today. */
import type { EventData, EventType } from '../../domain/dossier/event.ts';
import type { DutyStatus } from '../../domain/duty/status.ts';
import type { CalendarDay, Instant } from '../../domain/time.ts';
import type { DemoInstitutionId } from './municipality.ts';
import type { DemoPersonId } from './people.ts';

/**
 * The data of a fact as they are written in a case. Days and moments are relative (`relative-time.ts`); ids are
 * names: of a person or institution of the demo, of a fact of the same case (its `ref`), or any name of the case's
 * own; a duty's key is its kind and the `ref` of the fact that starts it; labels may hold `{schoolYear}` and the like.
 */
export type Written<T extends EventType> = {
  readonly [K in keyof EventData<T>]: EventData<T>[K] extends CalendarDay | Instant | undefined
    ? string
    : EventData<T>[K];
};

export type FactOptions = {
  /** What other facts of the case call it by. */
  readonly ref?: string;
  /** When it was entered, where that was later than it happened. */
  readonly recordedAt?: string;
  readonly acute?: boolean;
  /** For which of their institutions the author acts, where not for the first. */
  readonly actingFor?: DemoInstitutionId;
  /** Free text, which is stored encrypted. */
  readonly words?: string;
};

export type DemoFact = FactOptions & {
  readonly type: EventType;
  readonly at: string;
  readonly by: DemoPersonId;
  readonly data: Readonly<Record<string, unknown>>;
};

/** A fact: what, when (by the clock in Riga), recorded by whom, and its data. */
export function did<T extends EventType>(
  type: T,
  at: string,
  by: DemoPersonId,
  data: Written<T>,
  options: FactOptions = {},
): DemoFact {
  return { type, at, by, data, ...options };
}

/** A kind of duty and the status in which the case shows it, whatever today's date is. */
export type Shown = readonly [kind: string, status: DutyStatus];

export type DemoLearner = {
  readonly firstName: string;
  readonly lastName: string;
  readonly className: string;
};

export type DemoCase = {
  /** Readable and unique; the dossier's id is made of it. */
  readonly name: string;
  readonly kind: 'concern' | 'case' | 'institutionYear';
  readonly home: DemoInstitutionId;
  readonly classTeacher: DemoPersonId | null;
  readonly learner: DemoLearner | null;
  readonly shows: readonly Shown[];
  readonly facts: readonly DemoFact[];
};

type Class = {
  readonly home: DemoInstitutionId;
  readonly classTeacher: DemoPersonId;
  readonly className: string;
};

/** The classes of the demo, each with its class teacher. */
export const classes = {
  '5.c': { home: 'ozolkalna-vidusskola', classTeacher: 'sanita-liepkalne', className: '5.c' },
  '7.a': { home: 'ozolkalna-vidusskola', classTeacher: 'anita-kalnina', className: '7.a' },
  '9.b': { home: 'ozolkalna-vidusskola', classTeacher: 'martins-ozers', className: '9.b' },
  '11.a': { home: 'ozolkalna-vidusskola', classTeacher: 'gints-purmalis', className: '11.a' },
  '3.a': { home: 'rudzulejas-pamatskola', classTeacher: 'baiba-krumina', className: '3.a' },
  '6.b': { home: 'rudzulejas-pamatskola', classTeacher: 'rita-celmina', className: '6.b' },
  '8.a': { home: 'rudzulejas-pamatskola', classTeacher: 'kristaps-vejs', className: '8.a' },
} as const satisfies Readonly<Record<string, Class>>;

/** A child's case or concern; `learner` is first and last name. */
export function caseOf(
  kind: 'concern' | 'case',
  name: string,
  className: keyof typeof classes,
  learner: readonly [firstName: string, lastName: string],
  shows: readonly Shown[],
  facts: readonly DemoFact[],
): DemoCase {
  const { home, classTeacher } = classes[className];
  const [firstName, lastName] = learner;
  return { name, kind, home, classTeacher, learner: { firstName, lastName, className }, shows, facts };
}
