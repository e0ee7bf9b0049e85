/** Which duties stand together on the page “Today”, and in which order. */
import type { DutyView } from '../../../contracts/duty.ts';

export const dutyGroups = [
  'danger',
  'late',
  'today',
  'passed',
  'thisWeek',
  'later',
  'unknown',
  'takenOver',
  'undated',
] as const;
export type DutyGroup = (typeof dutyGroups)[number];

/** A group with its duties, most late first, then by due day; groups without any are left out. */
export function groupDuties(
  duties: readonly DutyView[],
): readonly { readonly group: DutyGroup; readonly duties: readonly DutyView[] }[] {
  const byGroup = Map.groupBy(duties, groupOf);
  return dutyGroups.flatMap((group) => {
    const found = byGroup.get(group);
    return found === undefined ? [] : [{ group, duties: found.toSorted(byUrgency) }];
  });
}

/** Rows that the browser lays out together: many lists cost at each frame, long ones when they come in sight. */
const rowsOfList = 50;

/** The duties of a group as lists that follow each other; one list, but where there are very many. */
export function inLists(duties: readonly DutyView[]): readonly (readonly DutyView[])[] {
  const lists = Math.ceil(duties.length / rowsOfList);
  return Array.from({ length: lists }, (_, n) => duties.slice(n * rowsOfList, (n + 1) * rowsOfList));
}

function groupOf({ duty, status, daysLeft, dueThisWeek }: DutyView): DutyGroup {
  if (duty.danger) return 'danger';
  switch (status) {
    case 'late':
      return 'late';
    case 'dueToday':
      return 'today';
    case 'plannedPassed':
      return 'passed';
    case 'answerUnknown':
      return 'unknown';
    case 'takenOver':
      return 'takenOver';
    case 'open':
    case 'notYet':
    case 'untimed':
    case 'fulfilled':
    case 'superseded':
    case 'waived':
    case 'closed':
      if (daysLeft === null) return 'undated';
      if (daysLeft === 0) return 'today';
      return dueThisWeek ? 'thisWeek' : 'later';
  }
}

function byUrgency(one: DutyView, other: DutyView): number {
  const [a, b] = [one.duty.due?.at ?? '9', other.duty.due?.at ?? '9'];
  return a < b ? -1 : a > b ? 1 : 0;
}
