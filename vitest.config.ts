import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Minutes each: begun last, one worker would go on alone when the others are done. */
const longest = ['/test/fuzz/fuzz.int.test.ts', '/test/rights/matrix.int.test.ts'];

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification) => Number(!longest.some((end) => moduleId.endsWith(end)));
    return (await super.sort(files)).toSorted((one, other) => place(one) - place(other));
  }
}

/**
 * Tests by cost: `.unit` needs nothing, `.int` a real service or two, `.e2e` the whole running product. One kind after
 * the other. Files of `.int` and `.e2e` wait most of their time and run side by side: what they share are the servers,
 * never a database, a namespace or a port. Time limits bound what hangs, not what is slow: whatever else the machine
 * does, a test comes to the same.
 */
export default defineConfig({
  test: {
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        test: {
          name: 'unit',
          include: ['**/*.unit.test.ts'],
          exclude: ['node_modules/**'],
          testTimeout: 120_000,
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: {
          name: 'int',
          globalSetup: './test/support/global-setup.ts',
          include: ['**/*.int.test.ts'],
          exclude: ['node_modules/**'],
          testTimeout: 600_000,
          hookTimeout: 600_000,
          maxWorkers: 3,
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          name: 'e2e',
          globalSetup: './test/support/global-setup.ts',
          include: ['**/*.e2e.test.ts'],
          exclude: ['node_modules/**'],
          testTimeout: 1_200_000,
          hookTimeout: 1_200_000,
          maxWorkers: 4,
          sequence: { groupOrder: 2 },
        },
      },
      {
        test: {
          name: 'browser',
          globalSetup: './test/browser/global-setup.ts',
          include: ['test/browser/**/*.browser.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 180_000,
          maxWorkers: 1,
          sequence: { groupOrder: 3 },
        },
      },
    ],
  },
});
