import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Shown, shownBothWays, shownCounts, threshold } from './suppression.ts';

const sum = (counts: readonly number[]) => counts.reduce((all, count) => all + count, 0);
const highest = 9;

/** Every list of that many counts. */
function everyList(length: number): readonly (readonly number[])[] {
  if (length === 0) return [[]];
  return everyList(length - 1).flatMap((rest) =>
    Array.from({ length: highest }, (_, index) => [...rest, index + 1]),
  );
}
const lists = [0, 1, 2, 3, 4].map(everyList);

/** What a reader sees of counts. */
function seen(counts: readonly number[], { cells, total }: Shown): string {
  const shown = counts.map((count, index) => (cells[index] === true ? count : null));
  return JSON.stringify([shown, total ? sum(counts) : null]);
}

/** All that the counts could be for a reader who knows the rule, and the total where it is told elsewhere. */
function possible(counts: readonly number[], shown: Shown, known: number | null) {
  const sight = seen(counts, shown);
  return (lists[counts.length] ?? []).filter(
    (other) => seen(other, shownCounts(other)) === sight && (known === null || sum(other) === known),
  );
}

const column = (most: number) =>
  fc.array(fc.integer({ min: 1, max: highest - 1 }), { minLength: 1, maxLength: most });

describe('suppression (R 27: totals too where one could subtract)', () => {
  it('no small number is shown', () => {
    fc.assert(
      fc.property(column(8), (counts) => {
        const { cells, total } = shownCounts(counts);
        const shown = counts.filter((_, index) => cells[index] === true);
        expect([...shown, ...(total ? [sum(counts)] : [])].every((one) => one >= threshold)).toBe(true);
      }),
    );
  });

  it('no hidden number can be worked out from what is shown, by somebody who knows the rule', () => {
    fc.assert(
      fc.property(column(4), (counts) => {
        const shown = shownCounts(counts);
        const worlds = possible(counts, shown, null);
        for (const [index, count] of counts.entries())
          if (shown.cells[index] !== true) expect(worlds.some((other) => other[index] !== count)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('nor from the other direction, where both have the same total', () => {
    fc.assert(
      fc.property(column(4), column(4), (owes, rest) => {
        // The last of those who wait waits for what is left, so that both totals are the same.
        const left = sum(owes) - sum(rest.slice(1));
        const waits = left > 0 ? [...rest.slice(1), left] : [sum(owes)];
        const shown = shownBothWays(owes, waits);
        const whole = (one: Shown) => one.total || one.cells.every(Boolean);
        const known = whole(shown.owes) || whole(shown.waits) ? sum(owes) : null;
        if (known === null) return;
        const worlds = possible(owes, shown.owes, known);
        for (const [index, count] of owes.entries())
          if (shown.owes.cells[index] !== true)
            expect(worlds.some((other) => other[index] !== count)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('what is not small is shown where nothing small stands beside it', () => {
    expect(shownCounts([5, 12])).toEqual({ cells: [true, true], total: true });
    expect(shownCounts([3, 4, 12])).toEqual({ cells: [false, false, true], total: true });
  });

  it('one small number closes the whole kind; five times one closes its total, in both directions', () => {
    expect(shownCounts([3, 12])).toEqual({ cells: [false, false], total: true });
    expect(shownBothWays([1, 1, 1, 1, 1], [5])).toEqual({
      owes: { cells: [false, false, false, false, false], total: false },
      waits: { cells: [false], total: false },
    });
  });
});
