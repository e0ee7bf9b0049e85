/** What changed settings of a municipality do to the open duties of one dossier. */
import type { CalendarDay } from '../time.ts';
import type { Duty } from './duty.ts';

/**
 * `starts`, `ends`: the row was switched on or off; `moves`: due on another day; `binds`: the same day, another force
 * of its term (a `default` term that was adopted is `agreed`, rules of conduct 7).
 */
export type SettingChangeKind = 'starts' | 'ends' | 'moves' | 'binds';

export type ChangedDuty = {
  readonly duty: Duty;
  readonly change: SettingChangeKind;
  readonly from: CalendarDay | null;
  readonly to: CalendarDay | null;
  /** A term of law that would become earlier: it stays on the day it has. */
  readonly stays: boolean;
};

/** Open duties that differ, those of law first. */
export function changedDuties(before: readonly Duty[], after: readonly Duty[]): readonly ChangedDuty[] {
  const open = (duties: readonly Duty[]) => duties.filter(({ settled }) => settled === null);
  const old = new Map(open(before).map((duty) => [duty.key, duty]));
  const kept = new Set(open(after).map(({ key }) => key));
  const changed = open(after).flatMap((duty): readonly ChangedDuty[] => {
    const was = old.get(duty.key);
    const [from, to] = [was?.due?.day ?? null, duty.due?.day ?? null];
    if (was === undefined) return [{ duty, change: 'starts', from: null, to, stays: false }];
    if (from !== to) {
      const earlier = from !== null && to !== null && to < from;
      return [{ duty, change: 'moves', from, to, stays: earlier && duty.force.term === 'law' }];
    }
    return was.force.term === duty.force.term ? [] : [{ duty, change: 'binds', from, to, stays: false }];
  });
  const gone = [...old.values()]
    .filter(({ key }) => !kept.has(key))
    .map(
      (duty): ChangedDuty => ({ duty, change: 'ends', from: duty.due?.day ?? null, to: null, stays: false }),
    );
  const rank = ({ duty }: ChangedDuty) => (duty.force.act === 'law' ? 0 : duty.force.act === 'must' ? 1 : 2);
  return [...changed, ...gone].sort((a, b) => rank(a) - rank(b));
}
