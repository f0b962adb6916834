import { access, constants } from 'node:fs/promises'
import { delimiter, join } from 'node:path'
import { MongoBinary } from 'mongodb-memory-server-core/lib/util/MongoBinary.js'

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
