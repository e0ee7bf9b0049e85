/**
 * Thresholds of absence that propose and do not start a duty by themselves (rules of conduct 16): reached by the absences
 * that were recorded, until a person decides. Legal thresholds are none of this: their fact starts its duty alone.
 */
import type { EventData } from '../dossier/event.ts';
import { type Facts, factsOf } from '../dossier/facts.ts';
import type { Threshold } from '../procedure/procedure.ts';
import { addDays, addMonths, type CalendarDay, civilOf, dayOfCivil } from '../time.ts';

/** A month in which a learner reached a threshold, about which nobody has decided. */
export type ReachedThreshold = {
  readonly threshold: Threshold;
  /** First and last day of the month. */
  readonly from: CalendarDay;
  readonly until: CalendarDay;
  /** Null where only that it was reached was recorded. */
  readonly count: number | null;
};

/**
 * At most one of each threshold: its latest month, unless that month or a later one was decided about. Days count that
 * were noted as missed, with and without excuse (K table 1 L695–704); a total that was recorded, such as that of the class
 * register, counts where it is larger. Total.
 */
export function reachedThresholds(
  facts: Facts,
  thresholds: readonly Threshold[],
): readonly ReachedThreshold[] {
  return thresholds.filter(proposesByMonth).flatMap((threshold) => {
    const totals = factsOf(facts, 'absence.thresholdReached')
      .filter(({ event }) => event.data.ruleCode === threshold.id)
      .map(({ event: { data }, moment }) => ({ data, month: monthOf(data.periodFrom ?? moment.day) }));
    const decided = totals.filter(({ data }) => data.confirmedBy !== undefined).map(({ month }) => month);
    const noted = daysNotedByMonth(facts);
    const months = [...new Set([...noted.keys(), ...totals.map(({ month }) => month)])].sort();
    return months
      .map((from): ReachedThreshold | null => {
        const recorded = totals.filter(({ month }) => month === from).map(({ data }) => data.count);
        const counts = [noted.get(from)?.size, ...recorded].filter((count) => count !== undefined);
        const until = addDays(addMonths(from, 1), -1);
        const count = counts.length === 0 ? null : Math.max(...counts);
        const reached = recorded.includes(undefined) || passes(count ?? 0, threshold);
        return reached && holdsIn(threshold, from, until) ? { threshold, from, until, count } : null;
      })
      .filter((one) => one !== null)
      .filter(({ from }) => decided.every((month) => month < from))
      .slice(-1);
  });
}

/**
 * What a person decides about it. `needed`: it affects learning, and what the threshold proposes starts (K table 1); else it
 * is recorded as looked at, and comes back only with another month.
 */
export function thresholdDecision(
  { threshold, from, until, count }: ReachedThreshold,
  needed: boolean,
  personId: string,
): EventData<'absence.thresholdReached'> {
  return {
    ruleCode: threshold.id,
    periodFrom: from,
    periodTo: until,
    ...(count === null ? {} : { count }),
    unitCode: 'day',
    confirmedBy: personId,
    affectsLearning: needed,
  };
}

function proposesByMonth({ legal, unit, per }: Threshold): boolean {
  return !legal && unit === 'day' && per === 'month';
}

/** A lesson missed is no day missed. */
function daysNotedByMonth(facts: Facts): ReadonlyMap<CalendarDay, ReadonlySet<CalendarDay>> {
  const days = factsOf(facts, 'absence.noted')
    .filter(({ event }) => event.data.scopeCode !== 'lesson')
    .map(({ event }) => event.data.date);
  return new Map([...Map.groupBy(days, monthOf)].map(([month, missed]) => [month, new Set(missed)]));
}

function monthOf(day: CalendarDay): CalendarDay {
  const { year, month } = civilOf(day);
  return dayOfCivil(year, month, 1);
}

function passes(count: number, { operator, amount }: Threshold): boolean {
  return operator === '>' ? count > amount : count >= amount;
}

function holdsIn({ from, until }: Threshold, first: CalendarDay, last: CalendarDay): boolean {
  return from <= last && (until === undefined || first < until);
}
