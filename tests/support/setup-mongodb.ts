import { rm } from 'node:fs/promises'
import { MongoMemoryReplSet } from 'mongodb-memory-server-core'
import { MongoInstanceEvents } from 'mongodb-memory-server-core/lib/util/MongoInstance.js'
import type { TestProject } from 'vitest/node'
import { makeExampleOnMongo } from './make-example.ts'
import { findMongod, mongodEnded } from './mongod.ts'

/** Before the tests on MongoDB: a replica set of one, and the example organisation in it. */
export default async (project: TestProject): Promise<() => Promise<void>> => {
  const systemBinary = await findMongod()
  if (!systemBinary) throw new Error('There is no mongod to be found. `npm test` says how to name one.')
  const servers = await MongoMemoryReplSet.create({
    replSet: { count: 1, storageEngine: 'wiredTiger' },
    binary: { systemBinary, checkMD5: false },
    instanceOpts: [{ launchTimeout: 180_000 }], // some are only installed by their first start
  })
  let stopping = false
  servers.servers[0]?.instanceInfo?.instance.once(
    MongoInstanceEvents.instanceClosed,
    (code: unknown, signal: unknown) => {
      if (!stopping) process.env[mongodEnded] = String(signal ?? code) // `npm test` then tells, and tries once more
    },
  )
  const example = await makeExampleOnMongo(servers.getUri())
  project.provide('example', example)
  return async () => {
    stopping = true
    await rm(example.dataDirectory, { recursive: true, force: true })
    await servers.stop()
  }
}
