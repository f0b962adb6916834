import type { TestProject } from 'vitest/node'
import { makeExampleOnSqlite } from './make-example.ts'

/** Before the tests on SQLite: the example organisation, once. */
export default async (project: TestProject): Promise<void> => {
  project.provide('example', await makeExampleOnSqlite())
}
