import type { TestProject } from 'vitest/node'
import { makeExampleOnMongo } from './make-example.ts'
import { mongodEnded, startMongod } from './mongod.ts'

/** Before the tests on MongoDB: a replica set of one, and the example organisation to restore in it. */
export default async (project: TestProject): Promise<() => Promise<void>> => {
  const { dataDirectory, copy } = await makeExampleOnMongo()
  const mongod = await startMongod((why) => {
    process.env[mongodEnded] = why // `npm test` then tells, and tries once more
  })
  project.provide('example', { dataDirectory, mongo: { url: mongod.url, copy } })
  return mongod.stop
}
