import { access, constants, rm } from 'node:fs/promises'
import { delimiter, join } from 'node:path'
import { MongoMemoryReplSet } from 'mongodb-memory-server-core'
import { MongoBinary } from 'mongodb-memory-server-core/lib/util/MongoBinary.js'
import { MongoInstanceEvents } from 'mongodb-memory-server-core/lib/util/MongoInstance.js'
import { quickDirectory } from './quick-directory.ts'

const isProgram = (file: string) =>
  access(file, constants.X_OK).then(
    () => true,
    () => false,
  )

const onPath = async (): Promise<string | undefined> => {
  for (const directory of (process.env['PATH'] ?? '').split(delimiter)) {
    const file = join(directory, 'mongod')
    if (await isProgram(file)) return file
  }
  return undefined
}

// Any version of MongoDB that is at hand will do; the library would warn of each that is not its own favourite.
process.env['MONGOMS_SYSTEM_BINARY_VERSION_CHECK'] ??= 'false'

/**
 * The MongoDB server to test with: the one that MONGOMS_SYSTEM_BINARY names, one on the PATH, or one that
 * mongodb-memory-server has downloaded or can download now. Undefined when there is none to be had.
 */
export const findMongod = async (): Promise<string | undefined> => {
  const named = process.env['MONGOMS_SYSTEM_BINARY'] || (await onPath())
  if (named) return named
  return MongoBinary.getPath({}).catch(() => undefined)
}

/** The environment variable that tells, once mongod itself ended in the middle of a run, how it did. */
export const mongodEnded = 'MONGOD_ENDED'

// MongoDB holds on to the transaction of a client that was killed for a minute, unless told otherwise.
const endTransactionsOfTheKilled = ['--setParameter', 'transactionLifetimeLimitSeconds=10']

interface Mongod {
  /** Its address without a database's name. */
  url: string
  stop: () => Promise<void>
}

/**
 * Starts a replica set of one.
 * @param onEnd is told when it ends by itself, and how
 */
export const startMongod = async (onEnd: (why: string) => void = () => undefined): Promise<Mongod> => {
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
      if (!stopping) onEnd(String(signal ?? code))
    },
  )
  return {
    url: servers.getUri(),
    stop: async () => {
      stopping = true
      await servers.stop()
      await rm(dbPath, { recursive: true, force: true })
    },
  }
}
