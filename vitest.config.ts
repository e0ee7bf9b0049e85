import { defineConfig } from 'vitest/config';

/** Tests by cost: `.unit` needs nothing, `.int` a real service or two, `.e2e` the whole running product. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['**/*.unit.test.ts'],
          exclude: ['node_modules/**'],
          // Bounds what hangs, not what is slow: property tests share two cores with everything else.
          testTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'int',
          globalSetup: './test/support/global-setup.ts',
          include: ['**/*.int.test.ts'],
          exclude: ['node_modules/**'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
      {
        test: {
          name: 'e2e',
          globalSetup: './test/support/global-setup.ts',
          include: ['**/*.e2e.test.ts'],
          exclude: ['node_modules/**'],
          testTimeout: 300_000,
          hookTimeout: 300_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
