/** What somebody takes along to a talk, on one page (rules of conduct 26): what was agreed last, and what to ask. */
import type { EventType } from './event.ts';

type Bilingual = { readonly lv: string; readonly en: string };

/** Facts that say what was spoken and agreed. */
const agreeing: readonly EventType[] = [
  'talk.held',
  'review.held',
  'meeting.held',
  'parents.reached',
  'plan.agreed',
  'plan.actionAgreed',
  'plan.accepted',
  'plan.refused',
  'plan.revised',
];

/** More would not fit one page. */
const mostAgreed = 6;

/** The last of the facts that say what was agreed, newest first; `at` is the day or moment of each. */
export function agreedLast<T extends { readonly type: string; readonly at: string }>(
  facts: readonly T[],
): readonly T[] {
  return facts
    .filter(({ type }) => agreeing.some((one) => one === type))
    .toSorted((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0))
    .slice(0, mostAgreed);
}

export type TalkQuestion =
  /** How it went since the last time; what a review has to say. */
  | { readonly ask: 'sinceLast' }
  | { readonly ask: 'planAccepted' }
  /** What the family has taken upon itself. */
  | { readonly ask: 'familyDuty'; readonly title: Bilingual }
  /** Whether the family has heard from another side that owes something. */
  | { readonly ask: 'heardFrom'; readonly from: string }
  | { readonly ask: 'custody' | 'phone'; readonly name: string }
  | { readonly ask: 'residence' }
  | { readonly ask: 'nextDay' };

export type TalkStanding = {
  readonly open: readonly {
    readonly title: Bilingual;
    readonly owedBy: 'own' | 'family' | 'others';
    /** The owing side in words. */
    readonly owing: string;
    /** Types of the facts that would settle it. */
    readonly settledBy: readonly string[];
  }[];
  readonly contacts: readonly {
    readonly name: string;
    readonly custody: 'yes' | 'no' | 'unknown';
    readonly noContact: boolean;
    readonly phone: string | null;
  }[];
  /** Which municipality is responsible is known. */
  readonly residenceKnown: boolean;
};

/** What the open duties and the gaps in what is known ask for, in the order of a talk. */
export function talkQuestions({ open, contacts, residenceKnown }: TalkStanding): readonly TalkQuestion[] {
  const settling = (type: EventType) => open.some(({ settledBy }) => settledBy.includes(type));
  return [
    ...(settling('review.held') ? [{ ask: 'sinceLast' } as const] : []),
    ...(settling('plan.accepted') ? [{ ask: 'planAccepted' } as const] : []),
    ...open
      .filter(({ owedBy }) => owedBy === 'family')
      .map(({ title }) => ({ ask: 'familyDuty', title }) as const),
    ...[...new Set(open.filter(({ owedBy }) => owedBy === 'others').map(({ owing }) => owing))].map(
      (from) => ({ ask: 'heardFrom', from }) as const,
    ),
    ...contacts
      .filter(({ custody }) => custody === 'unknown')
      .map(({ name }) => ({ ask: 'custody', name }) as const),
    ...contacts
      .filter(({ phone, noContact }) => phone === null && !noContact)
      .map(({ name }) => ({ ask: 'phone', name }) as const),
    ...(residenceKnown ? [] : [{ ask: 'residence' } as const]),
    ...(settling('review.held') || settling('plan.agreed') ? [{ ask: 'nextDay' } as const] : []),
  ];
}
