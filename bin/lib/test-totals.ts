/** The part of vitest's report that is counted. */
export interface ReportedModule {
  readonly tests: readonly ('passed' | 'failed' | 'skipped' | 'pending')[];
  /** The file as a whole: `failed` also when it could not be read or a hook of it threw. */
  readonly state: string;
}

export interface TestTotals {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/**
 * Counts tests. A file that failed outside its tests and every error outside all files count as one failure each,
 * so that nothing that went wrong ends in “0 failed”. A test that was never run counts as failed.
 */
export function countTests(modules: readonly ReportedModule[], strayErrors: number): TestTotals {
  let passed = 0;
  let failed = strayErrors;
  let skipped = 0;
  for (const module of modules) {
    const failedHere = module.tests.filter((state) => state === 'failed' || state === 'pending').length;
    passed += module.tests.filter((state) => state === 'passed').length;
    skipped += module.tests.filter((state) => state === 'skipped').length;
    failed += failedHere === 0 && module.state === 'failed' ? 1 : failedHere;
  }
  return { passed, failed, skipped };
}

/** Zero tests are no success: a wrong filter or an empty clone must not look green. */
export function exitCodeOf(totals: TestTotals): number {
  return totals.failed === 0 && totals.passed > 0 ? 0 : 1;
}
