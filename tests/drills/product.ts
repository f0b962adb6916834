import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { makeExampleOnSqlite } from '../support/make-example.ts'
import { freePort, type ServerProcess, startProcess, waitUntilReady } from '../support/server-process.ts'
import { settingsOf } from '../support/settings.ts'

/** The whole product under its supervisor, with the example organisation, in a directory of its own. */
export interface Product {
  url: string
  directory: string
  supervisor: ServerProcess
}

/** Runs a task on a product of its own, and removes it. */
export const withProduct = async <Result>(task: (product: Product) => Promise<Result>): Promise<Result> => {
  const directory = await mkdtemp(join(tmpdir(), 'klusterwebb-drill-'))
  const example = await makeExampleOnSqlite()
  await cp(example.dataDirectory, directory, { recursive: true })
  const [port, cmsPort] = [await freePort(), await freePort()]
  const url = `http://127.0.0.1:${port}`
  const settings = { PORT: String(port), CMS_URL: `http://127.0.0.1:${cmsPort}`, SITE_URL: url, DATA_DIR: directory }
  const supervisor = startProcess('scripts/start.ts', settingsOf(settings))
  try {
    await waitUntilReady(`${url}/sv/`, supervisor, 120)
    return await task({ url, directory, supervisor })
  } finally {
    await supervisor.stop()
    await rm(directory, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
  }
}
