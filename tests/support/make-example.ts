import { mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { hashOfInputs } from '../../scripts/build.ts'
import type { ExampleStore } from './databases.ts'
import { withDatabase } from './databases.ts'
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

/** The example on SQLite, kept between runs as long as nothing that makes it has changed. */
export const makeExampleOnSqlite = async (): Promise<ExampleStore> => {
  const shelf = join(root, 'node_modules/.cache/klusterwebb-example')
  const inputs = ['package-lock.json', 'shared/src/**/*', 'cms/src/**/*']
  const kept = join(shelf, await hashOfInputs(root, inputs))
  await mkdir(shelf, { recursive: true })
  const shelved = await readdir(shelf)
  if (!shelved.includes(basename(kept))) {
    const unfinished = await mkdtemp(join(shelf, 'unfinished-'))
    await seed({ DATA_DIR: unfinished })
    for (const old of shelved) await rm(join(shelf, old), { recursive: true, force: true })
    await rename(unfinished, kept)
  }
  return { dataDirectory: kept, mongo: undefined }
}

/** The example on a MongoDB of this run; its pictures lie in a directory that the caller removes. */
export const makeExampleOnMongo = async (url: string): Promise<ExampleStore> => {
  const dataDirectory = await mkdtemp(join(tmpdir(), 'klusterwebb-example-'))
  const mongo = { url, database: 'example' }
  await seed({ DATA_DIR: dataDirectory, DATABASE_URL: withDatabase(url, mongo.database) })
  return { dataDirectory, mongo }
}
