import { defineConfig } from 'vitest/config'

const onEachDatabase = 'tests/drills/each-database/**/*.test.ts'
const everyFlow = 'tests/{content,membership,publishing}/**/*.test.ts'
// They wait for their servers most of the time.
const flow = { include: [everyFlow, onEachDatabase], maxWorkers: 3, testTimeout: 60_000, hookTimeout: 180_000 }

export default defineConfig({
  test: {
    // A test that waits for a server must not be outrun by another one that takes both cores.
    maxWorkers: 2,
    projects: [
      {
        test: {
          name: 'unit',
          include: ['{shared,cms,site}/src/**/*.test.{ts,tsx}', '{scripts,tests/support}/**/*.test.ts'],
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: {
          ...flow,
          name: 'sqlite',
          globalSetup: ['tests/support/setup-sqlite.ts'],
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          ...flow,
          name: 'mongodb',
          exclude: ['tests/publishing/serving.test.ts'], // it has no CMS, and so no database
          globalSetup: ['tests/support/setup-mongodb.ts'],
          sequence: { groupOrder: 2 },
        },
      },
      {
        test: {
          name: 'start',
          include: ['tests/start/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
          sequence: { groupOrder: 3 },
        },
      },
      {
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          globalSetup: ['tests/support/setup-sqlite.ts', 'tests/support/setup-browser.ts'],
          testTimeout: 120_000,
          hookTimeout: 180_000,
          maxWorkers: 2,
          sequence: { groupOrder: 4 },
        },
      },
      {
        test: {
          name: 'drills',
          include: ['tests/drills/*.test.ts'],
          globalSetup: ['tests/support/setup-sqlite.ts'],
          hookTimeout: 180_000,
          maxWorkers: 1, // what is measured must not be outrun
          sequence: { groupOrder: 5 },
        },
      },
    ],
  },
})
