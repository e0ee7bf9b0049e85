/**
 * Which numbers of the board may be shown. A small number may point at a child, so it is hidden, and with it every
 * number from which it could be worked out again (rules of conduct 27). Whoever reads the board is taken to know this
 * very rule and, for each kind of duty, the total of the other direction.
 */

/** A number below this and above zero is small. */
export const threshold = 5;

/** Of the counts of one kind of duty: which are shown, in their order, and whether their total is. */
export type Shown = { readonly cells: readonly boolean[]; readonly total: boolean };

/**
 * The counts of one kind of duty in both directions, each above zero. Where both have the same total, what one of them
 * must hide wholly the other one hides too.
 */
export function shownBothWays(
  owes: readonly number[],
  waits: readonly number[],
): { readonly owes: Shown; readonly waits: Shown } {
  const one = shownCounts(owes);
  const other = shownCounts(waits);
  const closes = sum(owes) === sum(waits) && (isClosed(one) || isClosed(other));
  return closes ? { owes: closed(owes), waits: closed(waits) } : { owes: one, waits: other };
}

/**
 * Small counts are hidden. Those left must not tell them: if there are too few hidden ones, or their sum is small or
 * can be made in one way only, all of the kind is hidden, and its total too where that would still give it away.
 */
export function shownCounts(counts: readonly number[]): Shown {
  const small = counts.filter(isSmall);
  if (small.length === 0) return { cells: counts.map(() => true), total: true };
  const hidden = sum(small);
  const many = small.length > 1 && hidden >= threshold;
  if (many && hidden > small.length && hidden < (threshold - 1) * small.length)
    return { cells: counts.map((count) => !isSmall(count)), total: true };
  const total = sum(counts);
  return { cells: counts.map(() => false), total: total >= threshold && total > counts.length };
}

/** Above zero and below the threshold. */
export function isSmall(count: number): boolean {
  return count > 0 && count < threshold;
}

function isClosed({ cells, total }: Shown): boolean {
  return cells.length > 0 && !total;
}

function closed(counts: readonly number[]): Shown {
  return { cells: counts.map(() => false), total: false };
}

function sum(counts: readonly number[]): number {
  return counts.reduce((all, count) => all + count, 0);
}
