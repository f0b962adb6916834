import { MongoMemoryReplSet } from 'mongodb-memory-server-core'
import { findMongod } from '../../tests/support/mongod.ts'

/** A MongoDB replica set of one for measuring, or undefined where no mongod is to be had. */
export const startMongo = async () => {
  const systemBinary = await findMongod()
  if (!systemBinary) return undefined
  const set = await MongoMemoryReplSet.create({
    binary: { systemBinary },
    replSet: { count: 1, storageEngine: 'wiredTiger' },
    instanceOpts: [{ launchTimeout: 180_000 }], // some are only installed by their first start
  })
  return {
    urlFor: (database: string) => set.getUri(database),
    stop: async () => {
      await set.stop({ doCleanup: true, force: true })
    },
  }
}
