/**
 * What a changed calendar does to the duties of one dossier: which move, and which stay because a term of law never
 * silently becomes earlier (`architecture.md` 3, Procedure). What is settled is not made late afterwards either.
 */

import type { DossierEvent } from '../dossier/event.ts';
import type { DataOf } from '../dossier/event-field.ts';
import type { anyDossierVocabulary } from '../dossier/vocabulary/any-dossier.ts';
import type { CalendarDay } from '../time.ts';
import type { Duty } from './duty.ts';

export type CalendarChanged = DataOf<(typeof anyDossierVocabulary)['calendar.changed']['fields']>;

/** A duty whose due day is another one in the new calendar. */
export type MovedDuty = {
  /** As the new calendar gives it. */
  readonly duty: Duty;
  readonly from: CalendarDay;
  readonly to: CalendarDay;
  readonly earlier: boolean;
  /** It stays on `from` unless somebody confirms that it becomes earlier. */
  readonly needsConfirmation: boolean;
};

/** Facts without what earlier changes of the calendar kept: what the new calendar gives by itself. */
export function withoutCalendarFacts(events: readonly DossierEvent[]): readonly DossierEvent[] {
  return events.filter(({ type }) => type !== 'calendar.changed');
}

/** `after` is computed from {@link withoutCalendarFacts} in the new calendar, `before` from all facts in the old one. */
export function movedDuties(before: readonly Duty[], after: readonly Duty[]): readonly MovedDuty[] {
  const known = new Map(before.map((duty) => [duty.key, duty]));
  return after.flatMap((duty) => {
    const from = known.get(duty.key)?.due?.day;
    const to = duty.due?.day;
    if (from === undefined || to === undefined || from === to) return [];
    const earlier = to < from;
    const needsConfirmation = earlier && duty.settled === null && duty.force.term === 'law';
    return [{ duty, from, to, earlier, needsConfirmation }];
  });
}

/**
 * The facts to record: one that names the open duties that move, and one for each day that duties stay on. `confirmed`
 * are the keys of duties that may become earlier. None where nothing moves.
 */
export function calendarFacts(
  before: readonly Duty[],
  moved: readonly MovedDuty[],
  confirmed: ReadonlySet<string>,
  version: string,
): readonly CalendarChanged[] {
  const stays = ({ duty, earlier, needsConfirmation }: MovedDuty) =>
    needsConfirmation ? !confirmed.has(duty.key) : earlier && duty.settled !== null;
  const keptAlready = new Map(before.map(({ key, explanation }) => [key, explanation.kept]));
  const goes = moved.filter((one) => !stays(one) && one.duty.settled === null).map(({ duty }) => duty.key);
  const staying = moved.filter((one) => stays(one) && keptAlready.get(one.duty.key) !== one.from);
  const days = [...new Set(staying.map(({ from }) => from))].sort();
  return [
    ...(goes.length === 0 ? [] : [{ version, dutyKeys: goes }]),
    ...days.map((keptDueOn) => ({
      version,
      dutyKeys: staying.filter(({ from }) => from === keptDueOn).map(({ duty }) => duty.key),
      keptDueOn,
    })),
  ];
}
