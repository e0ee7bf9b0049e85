import type { Leave } from '../../../requests/staff.ts';

type Stretch = { readonly from: string; readonly until: string | null };

/**
 * Who stands in during a leave: the substitute, and where that one is on leave too, the next one. To be shown only;
 * who really holds the roles on which day, the API works out.
 */
export function chainOf(absence: Leave['absences'][number], leave: Leave): readonly string[] {
  const chain: string[] = [];
  let absent: string | undefined = absence.personId;
  while (absent !== undefined) {
    const away: string = absent;
    const next = leave.substitutes.find(
      (one) => one.personId === away && overlap(one, absence),
    )?.substituteId;
    if (next === undefined || next === absence.personId || chain.includes(next)) break;
    chain.push(next);
    absent = leave.absences.some((one) => one.personId === next && overlap(one, absence)) ? next : undefined;
  }
  return chain;
}

function overlap(a: Stretch, b: Stretch): boolean {
  return (a.until === null || a.until > b.from) && (b.until === null || b.until > a.from);
}
