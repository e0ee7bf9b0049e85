/**
 * Why a duty is due when it is, as data: stored with the duty, shown as a sentence (`explanation-sentence.ts`).
 * JSON-safe; holds days, codes and opaque ids, never words about a person.
 */
import type { NonWorkingReason, NonWorkingRun } from '../calendar/index.ts';
import type { TermUnit } from '../procedure/due-rule.ts';
import type { TermForce } from '../procedure/force.ts';
import type { CalendarDay, Instant } from '../time.ts';

/** The whole reason of one due moment. */
export type Explanation = {
  /** The day of the start; terms are counted from the day after it. */
  readonly from: CalendarDay;
  readonly basis: Basis;
  /** Oldest first. The last one's `newDueOn` is the due day; the basis keeps telling the original one. */
  readonly postponements: readonly Postponement[];
  readonly ground: Ground | null;
  /** Where a changed calendar would have made the day earlier and it stayed (`calendar.changed`): the day. */
  readonly kept?: CalendarDay;
};

/** How binding the term is and where it stands (`K 4.2`). `force` is null where the duty is not timed. */
export type Ground = { readonly force: TermForce | null; readonly source: string };

/** One link of a chain of postponements. `by` is an opaque id. */
export type Postponement = {
  readonly newDueOn: CalendarDay;
  readonly reasonCode: string;
  readonly by: string;
  readonly recordedAt: Instant;
};

/** A last day that was no working day, why, and which way it went. */
export type Shift = {
  readonly last: CalendarDay;
  readonly reason: NonWorkingReason;
  readonly landing: 'next' | 'previous';
};

/**
 * How the original due day came about. `due` is that day. `raised`: the day would have been before the start's own
 * day and was put on it. `skipped` and `worked` lie between start and due day.
 */
export type Basis =
  | {
      readonly kind: 'term';
      readonly amount: number;
      readonly unit: Exclude<TermUnit, 'hour'>;
      readonly skipped: readonly NonWorkingRun[];
      readonly worked: readonly CalendarDay[];
      readonly shift: Shift | null;
      /** Why the last day is not worked, where a ceiling kept it from landing later. */
      readonly ceiling: NonWorkingReason | null;
      readonly raised: boolean;
      readonly due: CalendarDay;
    }
  | {
      readonly kind: 'hours';
      readonly amount: number;
      readonly since: Instant;
      readonly until: Instant;
      readonly due: CalendarDay;
    }
  | { readonly kind: 'sameDay'; readonly due: CalendarDay }
  | { readonly kind: 'immediate'; readonly due: CalendarDay }
  | {
      /** `day` stands in `field` of the starting fact. */
      readonly kind: 'agreed';
      readonly field: string;
      readonly day: CalendarDay;
      readonly shift: Shift | null;
      readonly raised: boolean;
      readonly due: CalendarDay;
    }
  | {
      /** No day stands in `field`, so another rule held. */
      readonly kind: 'otherwise';
      readonly field: string;
      readonly instead: Basis;
      readonly due: CalendarDay | null;
    }
  | {
      readonly kind: 'before';
      readonly field: string;
      readonly day: CalendarDay;
      readonly amount: number;
      readonly unit: 'workingDay' | 'day';
      readonly skipped: readonly NonWorkingRun[];
      readonly worked: readonly CalendarDay[];
      readonly raised: boolean;
      readonly due: CalendarDay;
    }
  | { readonly kind: 'fixedDate'; readonly due: CalendarDay }
  | {
      readonly kind: 'endOfPeriod';
      readonly field: string;
      readonly raised: boolean;
      readonly due: CalendarDay;
    }
  | {
      /** `others` are the days of the rules that gave a later moment or the same. */
      readonly kind: 'earliestOf';
      readonly chosen: Basis;
      readonly others: readonly CalendarDay[];
      readonly due: CalendarDay;
    }
  | {
      /** `field`: the field whose day is missing; null where the rule itself gives no moment. */
      readonly kind: 'notTimed';
      readonly field: string | null;
      readonly due: null;
    };
