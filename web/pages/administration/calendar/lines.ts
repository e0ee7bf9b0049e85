import type { CalendarChange } from '../../../requests/set-up.ts';

type Lines = readonly CalendarChange[];

function has(lines: Lines, line: CalendarChange): boolean {
  return lines.some((one) => sameLine(one, line));
}

export function sameLine(a: CalendarChange, b: CalendarChange): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

export function sameLines(a: Lines, b: Lines): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** What was added and taken out here, done to the list that somebody else has saved meanwhile. */
export function linesLaidOver(draft: Lines, before: Lines, now: Lines): Lines {
  const kept = now.filter((line) => !has(before, line) || has(draft, line));
  return [...kept, ...draft.filter((line) => !has(before, line) && !has(kept, line))];
}
