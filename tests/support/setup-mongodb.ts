import { rm } from 'node:fs/promises'
import { MongoMemoryReplSet } from 'mongodb-memory-server-core'
import { MongoInstanceEvents } from 'mongodb-memory-server-core/lib/util/MongoInstance.js'
import type { TestProject } from 'vitest/node'
import { makeExampleOnMongo } from './make-example.ts'
import { findMongod, mongodEnded } from './mongod.ts'
import { quickDirectory } from './quick-directory.ts'

// MongoDB holds on to the transaction of a client that was killed for a minute, unless told otherwise.
const endTransactionsOfTheKilled = ['--setParameter', 'transactionLifetimeLimitSeconds=10']

/** Before the tests on MongoDB: a replica set of one, and the example organisation in it. */
export default async (project: TestProject): Promise<() => Promise<void>> => {
  const systemBinary = await findMongod()
  if (!systemBinary) throw new Error('There is no mongod to be found. `npm test` says how to name one.')
  const dbPath = await quickDirectory('mongod')
  const servers = await MongoMemoryReplSet.create({
    replSet: { count: 1, storageEngine: 'wiredTiger', args: endTransactionsOfTheKilled },
    binary: { systemBinary, checkMD5: false },
    instanceOpts: [{ dbPath, launchTimeout: 180_000 }], // some are only installed by their first start
  })
  let stopping = false
  servers.servers[0]?.instanceInfo?.instance.once(
    MongoInstanceEvents.instanceClosed,
    (code: unknown, signal: unknown) => {
      if (!stopping) process.env[mongodEnded] = String(signal ?? code) // `npm test` then tells, and tries once more
    },
  )
  project.provide('example', await makeExampleOnMongo(servers.getUri()))
  return async () => {
    stopping = true
    await servers.stop()
    await rm(dbPath, { recursive: true, force: true })
  }
}
