import type { TestProject } from 'vitest/node'
import { makeExample } from './make-example.ts'

/** Before the tests on SQLite: the example organisation, once. */
export default async (project: TestProject): Promise<() => Promise<void>> => {
  const { example, remove } = await makeExample()
  project.provide('example', example)
  return remove
}
