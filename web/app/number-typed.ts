/** The number of a case as people type it: `2026-0412`, `2026-412`, or `412` of this year; null where it is none. */
export function numberTyped(typed: string, thisYear: string): string | null {
  const found = /^(?:(?<year>\d{4})\s*[-/–]\s*)?0*(?<rank>\d{1,6})$/u.exec(typed)?.groups;
  const rank = found?.['rank'];
  // One or two digits alone are rather a class.
  if (rank === undefined || (found?.['year'] === undefined && typed.length < 3)) return null;
  return `${found?.['year'] ?? thisYear}-${rank.padStart(4, '0')}`;
}
