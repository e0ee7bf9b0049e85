/** Turning measured numbers into the few that are told. */

/** The value that `share` (0 to 1) of the numbers do not exceed. NaN of nothing. */
export function quantile(numbers: readonly number[], share: number): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(share * sorted.length) - 1))] ?? Number.NaN;
}

/** `0.61 … 0.72 … 0.80`: the least, the middle one, the most. */
export function spread(numbers: readonly number[], digits: number): string {
  return [Math.min(...numbers), quantile(numbers, 0.5), Math.max(...numbers)]
    .map((number) => number.toFixed(digits))
    .join(' … ');
}

/** `p50 4.1, p99 18.0, max 22.3 ms`. */
export function latencies(milliseconds: readonly number[]): string {
  const told = [quantile(milliseconds, 0.5), quantile(milliseconds, 0.99), Math.max(...milliseconds)];
  const [p50, p99, max] = told.map((number) => number.toFixed(1));
  return `p50 ${p50}, p99 ${p99}, max ${max} ms (n = ${milliseconds.length})`;
}
