import type { BrokenBuild } from './broken-build.ts'
import { createStore, type Store } from './databases.ts'
import { freePort, type ServerProcess, startProcess, waitUntilReady } from './server-process.ts'
import { settingsOf } from './settings.ts'

export interface Cms {
  url: string
  store: Store
  process: () => ServerProcess
  /** Starts it again on the same store and the same address, after it was stopped or killed. */
  restart: () => Promise<void>
  /** Ends it and removes all that it stored. */
  end: () => Promise<void>
}

/**
 * Starts a CMS of one's own and waits until it answers. It has the example organisation unless told `none`.
 * @param broken what is wrong with it, for a drill that is to find it out
 */
export const startCms = async ({
  content = 'example',
  settings = {},
  broken,
}: { content?: 'none' | 'example'; settings?: Record<string, string>; broken?: BrokenBuild } = {}): Promise<Cms> => {
  const store = await createStore(content)
  const url = settings['CMS_URL'] ?? `http://127.0.0.1:${await freePort()}`
  const launch = async () => {
    const server = startProcess(
      'cms/src/server.ts',
      settingsOf({ ...store.settings, CMS_URL: url, ...(broken ? { BROKEN_BUILD: broken } : {}), ...settings }),
      [],
      ['tests/support/told-by-tests.ts', ...(broken ? ['tests/support/broken-build.ts'] : [])],
    )
    await waitUntilReady(`${url}/healthz`, server)
    return server
  }
  let running = await launch()
  return {
    url,
    store,
    process: () => running,
    restart: async () => {
      running = await launch()
    },
    end: async () => {
      await running.stop()
      await store.remove()
    },
  }
}
