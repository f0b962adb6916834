import { defineConfig } from 'vitest/config'
import { LongestFirst } from './tests/support/longest-first.ts'

const onEachDatabase = 'tests/drills/each-database/**/*.test.ts'
const everyFlow = 'tests/{content,membership,publishing}/**/*.test.ts'
// Three keep two cores at work, as each waits for its servers at times; each kind for itself would end with one alone.
const inOneQueue = { maxWorkers: 3, sequence: { groupOrder: 1 } }
const flow = { include: [everyFlow, onEachDatabase], testTimeout: 60_000, hookTimeout: 180_000, ...inOneQueue }

export default defineConfig({
  test: {
    maxWorkers: 2, // as many as the smallest machine has cores
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        test: {
          name: 'unit',
          isolate: false, // each file would read the same modules anew
          testTimeout: 30_000, // what hangs is told; how quick something is, no test asks by this
          hookTimeout: 30_000,
          include: ['{shared,cms,site}/src/**/*.test.{ts,tsx}', '{scripts,tests/support}/**/*.test.ts'],
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: {
          ...flow,
          name: 'sqlite',
          globalSetup: ['tests/support/setup-sqlite.ts'],
        },
      },
      {
        test: {
          ...flow,
          name: 'mongodb',
          exclude: ['tests/publishing/serving.test.ts'], // it has no CMS, and so no database
          maxWorkers: 4, // they wait for what is acknowledged to be on the disk besides
          sequence: { groupOrder: 2 },
          globalSetup: ['tests/support/setup-mongodb.ts'],
        },
      },
      {
        test: {
          name: 'start',
          include: ['tests/start/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
          ...inOneQueue,
        },
      },
      {
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          globalSetup: ['tests/support/setup-sqlite.ts', 'tests/support/setup-browser.ts'],
          testTimeout: 120_000,
          hookTimeout: 180_000,
          ...inOneQueue,
        },
      },
      {
        test: {
          name: 'drills',
          include: ['tests/drills/*.test.ts'],
          globalSetup: ['tests/support/setup-sqlite.ts'],
          hookTimeout: 180_000,
          ...inOneQueue,
        },
      },
    ],
  },
})
