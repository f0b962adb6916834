import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { hashOfInputs } from '../../scripts/build.ts'
import { readAssets } from '../../site/src/publishing/assets.ts'
import { bundleDirectory } from '../../site/src/publishing/bundle-directory.ts'
import { openContents } from '../../site/src/publishing/store-contents.ts'
import type { ExampleStore } from './databases.ts'
import { inMongo, withDatabase } from './databases.ts'
import { copyDatabase } from './mongo-copy.ts'
import { startMongod } from './mongod.ts'
import { freePort, root, startProcess, waitUntilReady } from './server-process.ts'
import { settingsOf } from './settings.ts'

/** Lets a CMS create the example organisation in an empty store, and stops it. */
const seed = async (settings: Record<string, string>): Promise<void> => {
  const url = `http://127.0.0.1:${await freePort()}`
  const cms = startProcess('cms/src/server.ts', settingsOf({ CMS_URL: url, SEED: 'example', ...settings }))
  try {
    await waitUntilReady(`${url}/healthz`, cms, 300) // most of it is pictures in every size
  } finally {
    await cms.stop()
  }
}

/**
 * What `make` puts into a directory, kept between runs as long as nothing that makes the example has changed.
 * @param shelfName of the shelf on which one is kept
 */
const kept = async (shelfName: string, make: (directory: string) => Promise<void>): Promise<string> => {
  const shelf = join(root, 'node_modules/.cache', shelfName)
  const inputs = ['package-lock.json', 'shared/src/**/*', 'cms/src/**/*']
  const place = join(shelf, await hashOfInputs(root, inputs))
  await mkdir(shelf, { recursive: true })
  const shelved = await readdir(shelf)
  if (!shelved.includes(basename(place))) {
    const unfinished = await mkdtemp(join(shelf, 'unfinished-'))
    await make(unfinished)
    for (const old of shelved) await rm(join(shelf, old), { recursive: true, force: true })
    await rename(unfinished, place).catch(async (error: unknown) => {
      if (!existsSync(place)) throw error
      await rm(unfinished, { recursive: true }) // another run was first
    })
  }
  return place
}

/**
 * Stores the files that belong to the code where a site looks for them, as one that is started anew finds them: to compress
 * them as well as can be takes each first release half a second of processor time.
 */
const storeAssets = async (dataDirectory: string): Promise<void> => {
  const contents = await openContents(dataDirectory)
  for (const { read, type } of await readAssets(bundleDirectory)) await contents.store(await read(), type, 'thorough')
}

/** The example on SQLite. */
export const makeExampleOnSqlite = async (): Promise<ExampleStore> => {
  const dataDirectory = await kept('klusterwebb-example', (directory) => seed({ DATA_DIR: directory }))
  await storeAssets(dataDirectory)
  return { dataDirectory, mongo: undefined }
}

/** The example on MongoDB: its files, and a copy of its database to restore for each test. */
export const makeExampleOnMongo = async (): Promise<{ dataDirectory: string; copy: string }> => {
  const place = await kept('klusterwebb-example-mongodb', async (directory) => {
    const mongod = await startMongod()
    try {
      const database = 'example'
      await seed({ DATA_DIR: join(directory, 'data'), DATABASE_URL: withDatabase(mongod.url, database) })
      await inMongo(mongod.url, (client) => copyDatabase(client.db(database), join(directory, 'database.bson')))
    } finally {
      await mongod.stop()
    }
  })
  const dataDirectory = join(place, 'data')
  await storeAssets(dataDirectory)
  return { dataDirectory, copy: join(place, 'database.bson') }
}
