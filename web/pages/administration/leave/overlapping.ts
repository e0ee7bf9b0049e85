import { stretchDays } from '../../../parts/day-words.ts';

type Line = { readonly personId: string; readonly from: string; readonly until: string | null };
/** Days as the form holds them: both included, the last one empty where there is none. */
type Days = { readonly from: string; readonly until: string };

/** The first line of the person that has a day in common with the days typed; to be told before it is stored. */
export function overlapping<L extends Line>(
  lines: readonly L[],
  personId: string | null,
  { from, until }: Days,
): L | undefined {
  if (from === '') return undefined;
  return lines.find((line) => {
    const days = stretchDays(line.from, line.until);
    return (
      line.personId === personId &&
      (until === '' || days.from <= until) &&
      (days.until === null || from <= days.until)
    );
  });
}
