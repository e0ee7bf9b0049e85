/**
 * From a rule, a start and a calendar to the moment when something is due, with its explanation. Total for checked
 * rules: a missing date makes a duty untimed, never an error.
 *
 * Due at the end of a day means 24:00 in Riga: “today” is not late. No moment lies before its trigger; what would
 * land before the start's day is due at the end of that day.
 */
import {
  addWorkingDays,
  nonWorkingReason,
  skippedDays,
  type WorkingCalendar,
  workingDayOnOrAfter,
  workingDayOnOrBefore,
} from '../calendar/index.ts';
import type {
  AgreedDay,
  CountedBack,
  CountedTerm,
  DueRule,
  EndOfPeriod,
  FixedDate,
  Landing,
} from '../procedure/due-rule.ts';
import {
  addDays,
  addMinutes,
  addMonths,
  type CalendarDay,
  civilOf,
  dayOf,
  dayOfCivil,
  endOfDay,
  type Instant,
  isCalendarDay,
  isInstant,
  maxOf,
  plusMilliseconds,
} from '../time.ts';
import type { Basis, Explanation, Ground, Postponement, Shift } from './explanation.ts';

/**
 * What a term runs from. `day` is the day that counts (a receipt recorded as of yesterday has yesterday's), `at`
 * the moment that terms in hours run from; `fields` are the days and moments of the starting fact by name.
 */
export type DueStart = {
  readonly at: Instant;
  readonly day: CalendarDay;
  readonly fields: Readonly<Record<string, CalendarDay | Instant | undefined>>;
};

/** `dueAt` is the first moment that is late; `dueDay` the last day on which it is not. */
export type TimedMoment = {
  readonly notTimed?: never;
  readonly dueAt: Instant;
  readonly dueDay: CalendarDay;
  readonly explanation: Explanation;
};

/** No moment, never late. */
export type NotTimedMoment = { readonly notTimed: true; readonly explanation: Explanation };

export type DueMoment = TimedMoment | NotTimedMoment;

type Timed = { readonly dueAt: Instant; readonly basis: TimedBasis };
type TimedBasis = Basis & { readonly due: CalendarDay };
type Untimed = { readonly dueAt: null; readonly basis: Basis };
type Found = Timed | Untimed;

/** When a duty is due by a rule. `ground` goes into the explanation as it is. */
export function dueMoment(
  rule: DueRule,
  start: DueStart,
  calendar: WorkingCalendar,
  ground: Ground | null = null,
): DueMoment {
  const found = find(rule, start, calendar);
  const explanation: Explanation = { from: start.day, basis: found.basis, postponements: [], ground };
  if (found.dueAt === null) return { notTimed: true, explanation };
  return { dueAt: found.dueAt, dueDay: found.basis.due, explanation };
}

/** No earlier than the end of the day, which a changed calendar found the duty due on. */
export function keepDay(counted: DueMoment, day: CalendarDay): DueMoment {
  if (counted.notTimed === true || counted.dueDay >= day) return counted;
  return { dueAt: endOfDay(day), dueDay: day, explanation: { ...counted.explanation, kept: day } };
}

/**
 * The moment after a chain of postponements: the end of the day that was recorded last, taken as it is, never
 * before the end of the start's day. Nothing is counted from a shifted date; the explanation keeps the original
 * and every link. An empty chain changes nothing; links already in the explanation stay before the new ones.
 */
export function postpone(original: DueMoment, chain: readonly Postponement[]): DueMoment {
  const links = [...original.explanation.postponements, ...chain].toSorted((a, b) =>
    a.recordedAt < b.recordedAt ? -1 : Number(a.recordedAt > b.recordedAt),
  );
  const newest = links.at(-1);
  if (newest === undefined) return original;
  const { from, basis, ground } = original.explanation;
  const dueDay = maxOf(newest.newDueOn, from);
  const postponements = links.map(({ newDueOn, reasonCode, by, recordedAt }) => ({
    newDueOn,
    reasonCode,
    by,
    recordedAt,
  }));
  return { dueAt: endOfDay(dueDay), dueDay, explanation: { from, basis, postponements, ground } };
}

function find(rule: DueRule, start: DueStart, calendar: WorkingCalendar): Found {
  switch (rule.kind) {
    case 'term':
      return counted(rule, start, calendar);
    case 'sameDay':
    case 'immediate':
      return atEndOf({ kind: rule.kind, due: start.day });
    case 'agreed':
      return agreed(rule, start, calendar);
    case 'before':
      return countedBack(rule, start, calendar);
    case 'fixedDate':
      return atEndOf({ kind: 'fixedDate', due: fixedDate(rule, start.day) });
    case 'endOfPeriod':
      return endOfPeriod(rule, start);
    case 'earliestOf':
      return earliest(rule.rules.map((one) => find(one, start, calendar)));
    case 'notTimed':
      return untimed(null);
  }
}

function counted(rule: CountedTerm, start: DueStart, calendar: WorkingCalendar): Timed {
  const { amount, unit } = rule;
  switch (unit) {
    case 'hour':
      return hours(amount, start.at);
    case 'workingDay': {
      const due = addWorkingDays(calendar, start.day, amount);
      const between = skippedDays(calendar, addDays(start.day, 1), due);
      return atEndOf({ kind: 'term', amount, unit, ...between, ...PLAIN, due });
    }
    case 'day':
      return landed(rule, unit, addDays(start.day, amount), start, calendar);
    case 'week':
      return landed(rule, unit, addDays(start.day, 7 * amount), start, calendar);
    case 'month':
      return landed(rule, unit, addMonths(start.day, amount), start, calendar);
  }
}

const PLAIN = { shift: null, ceiling: null, raised: false } as const;

/** Hours run through nights and weekends and never land: a last hour is not a last day. */
function hours(amount: number, since: Instant): Timed {
  const until = addMinutes(since, amount * 60);
  const due = dayOf(plusMilliseconds(until, -1));
  return { dueAt: until, basis: { kind: 'hours', amount, since, until, due } };
}

function landed(
  rule: CountedTerm,
  unit: 'day' | 'week' | 'month',
  last: CalendarDay,
  start: DueStart,
  calendar: WorkingCalendar,
): Timed {
  const held = rule.ceiling === true && rule.landing === 'next';
  const { day, shift } = land(calendar, last, held ? 'asIs' : rule.landing);
  const due = maxOf(day, start.day);
  return atEndOf({
    kind: 'term',
    amount: rule.amount,
    unit,
    skipped: [],
    worked: [],
    shift,
    ceiling: held ? nonWorkingReason(calendar, last) : null,
    raised: due !== day,
    due,
  });
}

function agreed(rule: AgreedDay, start: DueStart, calendar: WorkingCalendar): Found {
  const day = fieldDay(start, rule.field);
  if (day === null) {
    const other = find(rule.otherwise, start, calendar);
    const basis = { kind: 'otherwise', field: rule.field, instead: other.basis } as const;
    return other.dueAt === null
      ? { dueAt: null, basis: { ...basis, due: null } }
      : { dueAt: other.dueAt, basis: { ...basis, due: other.basis.due } };
  }
  const { day: landedOn, shift } = land(calendar, day, rule.landing);
  const due = maxOf(landedOn, start.day);
  return atEndOf({ kind: 'agreed', field: rule.field, day, shift, raised: due !== landedOn, due });
}

function countedBack(rule: CountedBack, start: DueStart, calendar: WorkingCalendar): Found {
  const { field, amount, unit } = rule;
  const day = fieldDay(start, field);
  if (day === null) return untimed(field);
  const back = unit === 'day' ? addDays(day, -amount) : addWorkingDays(calendar, day, -amount);
  const between =
    unit === 'day' ? { skipped: [], worked: [] } : skippedDays(calendar, back, addDays(day, -1));
  const due = maxOf(back, start.day);
  return atEndOf({ kind: 'before', field, day, amount, unit, ...between, raised: due !== back, due });
}

/** This year's day, or next year's where this year's is over. 29 February is the 28th in a common year. */
function fixedDate(rule: FixedDate, from: CalendarDay): CalendarDay {
  const { year } = civilOf(from);
  const thisYear = dayOfCivil(year, rule.month, rule.day);
  return thisYear >= from ? thisYear : dayOfCivil(year + 1, rule.month, rule.day);
}

function endOfPeriod(rule: EndOfPeriod, start: DueStart): Found {
  const day = fieldDay(start, rule.field);
  if (day === null) return untimed(rule.field);
  const due = maxOf(day, start.day);
  return atEndOf({ kind: 'endOfPeriod', field: rule.field, raised: due !== day, due });
}

/** The earliest wins; of equal ones the first. */
function earliest(candidates: readonly Found[]): Found {
  const timed = candidates.filter((candidate) => candidate.dueAt !== null);
  const [first, ...rest] = timed;
  if (first === undefined) {
    const [missing] = candidates;
    return missing ?? untimed(null);
  }
  const chosen = rest.reduce((least, next) => (next.dueAt < least.dueAt ? next : least), first);
  const others = timed.filter((one) => one !== chosen).map((one) => one.basis.due);
  return {
    dueAt: chosen.dueAt,
    basis: { kind: 'earliestOf', chosen: chosen.basis, others, due: chosen.basis.due },
  };
}

function land(
  calendar: WorkingCalendar,
  last: CalendarDay,
  landing: Landing,
): { day: CalendarDay; shift: Shift | null } {
  const reason = nonWorkingReason(calendar, last);
  if (reason === null || landing === 'asIs') return { day: last, shift: null };
  const day = landing === 'next' ? workingDayOnOrAfter(calendar, last) : workingDayOnOrBefore(calendar, last);
  return { day, shift: { last, reason, landing } };
}

/** A moment in a field stands for its day: what is due on a meeting's day is due until that day's end. */
function fieldDay(start: DueStart, field: string): CalendarDay | null {
  const value = start.fields[field];
  if (isCalendarDay(value)) return value;
  return isInstant(value) ? dayOf(value) : null;
}

function atEndOf(basis: TimedBasis): Timed {
  return { dueAt: endOfDay(basis.due), basis };
}

function untimed(field: string | null): Untimed {
  return { dueAt: null, basis: { kind: 'notTimed', field, due: null } };
}
