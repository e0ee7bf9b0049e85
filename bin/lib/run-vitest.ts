/** Runs the projects of `vitest.config.ts` by name, and counts. */
import { createVitest, type Vitest } from 'vitest/node';
import type { StopRequest } from './stop-request.ts';
import { countTests, type TestTotals } from './test-totals.ts';

/** `filters` are parts of file names; none means all files. */
export async function runVitest(
  projects: readonly string[],
  filters: readonly string[],
  stop: StopRequest,
): Promise<TestTotals> {
  const vitest = await createVitest('test', { watch: false, project: [...projects], passWithNoTests: false });
  try {
    void stop.requested.then(() => vitest.cancelCurrentRun('keyboard-input'));
    await vitest.start([...filters]);
    return totalsOf(vitest);
  } finally {
    await vitest.close();
  }
}

function totalsOf(vitest: Vitest): TestTotals {
  const modules = vitest.state.getTestModules().map((module) => ({
    tests: [...module.children.allTests()].map((test) => test.result().state),
    state: module.state(),
  }));
  return countTests(modules, vitest.state.getUnhandledErrors().length);
}
