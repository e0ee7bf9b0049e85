/**
 * When something is due, as data. A procedure file holds these; `domain/duty/due-moment.ts` turns one into
 * an instant with its explanation.
 */

/** Units a term is counted in. Hours run and end to the minute; the others go by whole days in Europe/Riga. */
export type TermUnit = 'hour' | 'workingDay' | 'day' | 'week' | 'month';

/** Where a last day that is no working day goes (domain page `calendar.md`, “Last day of a term”). */
export type Landing = 'next' | 'previous' | 'asIs';

/**
 * A counted term. It begins to run on the day after its start.
 * `amount` is a whole number of `unit`, at least 1.
 * `ceiling` marks a term that protects a child and never lands later than its last day.
 */
export type CountedTerm = {
  readonly kind: 'term';
  readonly amount: number;
  readonly unit: TermUnit;
  readonly landing: Landing;
  readonly ceiling?: boolean;
};

/** Late at 24:00 of the calendar day of its start, weekends and holidays included; no working-day code. */
export type SameDay = { readonly kind: 'sameDay' };

/** As `sameDay`, and reminds at once. */
export type Immediate = { readonly kind: 'immediate' };

/** A day that people agreed or asked for, read from a field of the starting event; `otherwise` where it is empty. */
export type AgreedDay = {
  readonly kind: 'agreed';
  readonly field: string;
  readonly landing: Landing;
  readonly otherwise: DueRule;
};

/**
 * Counted back from a day in a field (a meeting, a sitting): due at the end of the n-th working day before it,
 * never before the end of the day of the start.
 */
export type CountedBack = {
  readonly kind: 'before';
  readonly field: string;
  readonly amount: number;
  readonly unit: 'workingDay' | 'day';
};

/** Fixed day of the calendar (30 September): the first such day on or after the start. Lands `asIs`. */
export type FixedDate = { readonly kind: 'fixedDate'; readonly month: number; readonly day: number };

/** The last day of a period named by a field (a quarter's or a school year's end). Lands `asIs`. */
export type EndOfPeriod = { readonly kind: 'endOfPeriod'; readonly field: string };

/** The earliest of several rules that give a moment (“the agreed date or one month, whichever is earlier”). */
export type EarliestOf = { readonly kind: 'earliestOf'; readonly rules: readonly DueRule[] };

/** Shown until done, no moment, never late. */
export type NotTimed = { readonly kind: 'notTimed' };

export type DueRule =
  | CountedTerm
  | SameDay
  | Immediate
  | AgreedDay
  | CountedBack
  | FixedDate
  | EndOfPeriod
  | EarliestOf
  | NotTimed;
