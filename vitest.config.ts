import { defineConfig } from 'vitest/config'

const shared = { globalSetup: ['test/support/global-setup.ts'], setupFiles: ['test/support/each-file.ts'] }

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          ...shared,
          name: 'house',
          include: ['test/**/*.test.ts'],
          exclude: ['test/e2e/**'],
          testTimeout: 20_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          ...shared,
          globalSetup: ['test/e2e/support/global-setup.ts'],
          name: 'browser',
          include: ['test/e2e/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 180_000,
          // One browser at a time: two cores.
          fileParallelism: false,
        },
      },
    ],
  },
})
