import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ExampleStore } from './databases.ts'
import { withDatabase } from './databases.ts'
import { freePort, startProcess, waitUntilReady } from './server-process.ts'
import { settingsOf } from './settings.ts'

/** Lets a CMS create the example organisation once, so that tests can copy it instead of waiting for it. */
export const makeExample = async (
  mongoUrl?: string,
): Promise<{ example: ExampleStore; remove: () => Promise<void> }> => {
  const dataDirectory = await mkdtemp(join(tmpdir(), 'klusterwebb-example-'))
  const mongo = mongoUrl === undefined ? undefined : { url: mongoUrl, database: 'example' }
  const url = `http://127.0.0.1:${await freePort()}`
  const cms = startProcess(
    'cms/src/server.ts',
    settingsOf({
      CMS_URL: url,
      DATA_DIR: dataDirectory,
      SEED: 'example',
      ...(mongo ? { DATABASE_URL: withDatabase(mongo.url, mongo.database) } : {}),
    }),
  )
  try {
    await waitUntilReady(`${url}/healthz`, cms, 300) // most of it is pictures in every size
  } finally {
    await cms.stop()
  }
  return { example: { dataDirectory, mongo }, remove: () => rm(dataDirectory, { recursive: true, force: true }) }
}
