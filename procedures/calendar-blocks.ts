/** What calendar duties have in common: a period starts them, `calendarDuty.done` with id and period settles them. */
import type { DueRule } from '../domain/procedure/due-rule.ts';
import type { FactPattern, Fulfilment } from '../domain/procedure/duty-definition.ts';
import { factWith } from './building-blocks.ts';

/** A period of this duty begins. */
export function periodOf(dutyId: string): FactPattern {
  return factWith('period.started', 'dutyId', dutyId);
}

/** Done for the period whose code stands in `field` of the starting fact. */
export function doneFor(dutyId: string, field: string = 'periodCode'): Fulfilment {
  return {
    by: factWith('calendarDuty.done', 'dutyId', dutyId),
    match: [{ field: 'periodCode', equals: { field } }],
  };
}

/** By the last day of the period. */
export const byPeriodsEnd: DueRule = { kind: 'endOfPeriod', field: 'to' };

/** The school year of a school begins. */
export const schoolYearAtSchool: FactPattern = {
  fact: 'schoolYear.started',
  where: [{ actorKind: ['school'] }],
};

/** The first such day of the calendar on or after the start. */
export function onDate(day: number, month: number): DueRule {
  return { kind: 'fixedDate', month, day };
}
