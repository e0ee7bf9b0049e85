import type { DutyView } from '../requests/duties.ts';

type Duty = DutyView['duty'];
export type WayToSettle = NonNullable<Duty['settledBy']>[number];

/** Facts that would still settle the duty, or a part of it that is not done yet; the usual one first. */
export function waysToSettle({ parts, settledBy = [] }: Duty): readonly WayToSettle[] {
  const done = new Set(parts.filter(({ doneBy }) => doneBy !== null).map(({ part }) => part));
  return settledBy.filter(({ part }) => part === undefined || !done.has(part));
}
